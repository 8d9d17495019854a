// The search index of a programme in one language: finds challenges by words and by facets, ranks them, and counts them
// for each value of the facets.
//
//     search::Index index = search::Index::build(programme, language);
//     const search::Answer& answer = index.find({.text = "carto", .skills = chosen});
//
// - Facets (facet.h): in each group with chosen values a challenge must have one of them. Its skills are those that its
//   profiles require or prefer. The skills without a group are a group of their own.
// - Text: each typed word must be a prefix of a word of the challenge; both are folded (folding.h). If no challenge has
//   all of them, whatever values are chosen, typing mistakes are forgiven (near_words.h), in those typed words that are
//   no prefix of any word of the programme.
// - Period: a challenge must run in it (running.h).
// - Order: by the fit to the best single profile, then by the weight of the fields in which the words were found
//   (text_index.h), then as in the file.
//
// An index that was begun instead (Index::begin) answers queries without a text at once. Its words are read in steps,
// or all at the first query with a text. When all are read the index keeps no reference to the programme.
#pragma once

#include "programme/programme.h"
#include "search/facet.h"
#include "search/running.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace search {

struct Query {
    std::string_view text; // as typed, UTF-8
    // The chosen values of each facet, in any order, each once.
    std::span<const programme::SkillIndex> skills;
    std::span<const ValueIndex> cities;
    std::optional<programme::Period> during = {}; // only challenges that run in that period (running.h)
};

struct Answer {
    /// The challenges that were found, best first.
    std::vector<programme::ChallengeIndex> ranked;
    /// For each facet and each of its values: how many challenges have the value, of those that match the text, the
    /// period and the chosen values of all other groups (disjunctive faceting). For a chosen value these are the
    /// challenges found that have it; for another one those that would be found if it were chosen alone in its group.
    std::array<std::vector<std::uint32_t>, kFacetCount> counts;
    [[nodiscard]] const std::vector<std::uint32_t>& countsOf(Facet facet) const { return counts[indexOf(facet)]; }
    /// Whether no challenge matched the text as typed, and those found match it with typing mistakes forgiven.
    bool wasForgiving = false;
};

/// A filter of a query, and how many challenges the query would find without it alone.
struct Relaxation {
    enum class Kind : std::uint8_t {
        values, // the chosen values of one group, of which a challenge must have any
        period,
        text,
    };
    Kind kind = Kind::values;
    Facet facet = Facet::skills; // of the values
    ValueIndex value = 0;        // the one of them that was chosen first
    std::uint32_t found = 0;
};

/// A part of a string that matches a typed word.
struct Mark {
    std::size_t begin = 0; // offset, bytes
    std::size_t end = 0;   // offset after its last byte
    bool operator==(const Mark&) const = default;
};

class Index {
public:
    /// `language` is that of the texts that are searched.
    [[nodiscard]] static Index build(const programme::Programme& programme, programme::LanguageIndex language);
    /// The same without its words: reads facets and profiles alone. The programme must stay where it is until
    /// hasAllWords().
    [[nodiscard]] static Index begin(const programme::Programme& programme, programme::LanguageIndex language);
    /// Reads some more words: one of many short steps. Nothing where hasAllWords().
    void readMoreWords();
    [[nodiscard]] bool hasAllWords() const;
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;
    ~Index();

    /// The answer is valid until the next call. With 100 000 challenges, the call after one more letter or one chosen
    /// value takes at most a millisecond.
    const Answer& find(const Query& query);
    /// The filters of the last query without which alone it would find any challenge. The most first; of equal ones the
    /// groups in the order of the query, then the period, then the text.
    [[nodiscard]] std::vector<Relaxation> relaxations();
    /// The memory that the index holds.
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    struct Parts;
    explicit Index(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// The parts of `text` that match the typed words of `query`, to be highlighted; in ascending order, without overlaps.
/// They are prefixes of words. With `isForgiving` (Answer::wasForgiving), a typed word that is no prefix of a word of
/// the text matches whole words with mistakes forgiven.
[[nodiscard]] std::vector<Mark> findMarks(std::string_view text, std::string_view query, bool isForgiving);

} // namespace search
