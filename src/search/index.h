// Finding challenges: by facets (skills, city), by words, and in which order.
//
//     search::Index index = search::Index::build(programme, language);
//     const search::Answer& answer = index.find({.text = "carto", .skills = chosen});
//
// Facets (facet.h): inside a group any of the chosen values will do, between groups and facets all must hold; required
// and preferred skills of every profile count; the skills without a group form one of their own. Text: every word typed
// must begin some word of the challenge, folded (folding.h); the last word counts while it is being typed. Only where
// that finds nothing, whatever values are chosen, typing mistakes are forgiven (one, two from eight letters on) in
// those words that begin none of the programme's. Order: by fit to one single profile, then by the weight of the fields
// in which the words were found (text_index.h), then the file's order.
//
// Index is a class because its bit sets, word table and the answer's buffers belong together; it keeps no reference to
// the programme.
#pragma once

#include "programme/programme.h"
#include "search/facet.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace search {

struct Query {
    std::string_view text;
    // Of each facet the chosen values, in any order, without repetition.
    std::span<const programme::SkillIndex> skills;
    std::span<const ValueIndex> cities;
};

/// Fit of a challenge's best single profile to the chosen skills.
struct Fit {
    programme::ProfileIndex profile = 0; // the best one
    std::uint16_t required = 0;          // of the chosen skills, how many it requires
    std::uint16_t preferred = 0;         // and how many it welcomes
};

struct Answer {
    /// Challenges found, best first.
    std::vector<programme::ChallengeIndex> ranked;
    /// For each value of each facet: how many challenges have it among those that the text and the chosen values of
    /// the other groups leave; the chosen values of its own group do not narrow it. So for one that is not chosen: how
    /// many it would bring (where its group has a chosen one, some of them may be shown already); for a chosen one: how
    /// many of those shown have it.
    std::array<std::vector<std::uint32_t>, kFacetCount> counts;
    const std::vector<std::uint32_t>& countsOf(Facet facet) const { return counts[indexOf(facet)]; }
    /// True where nothing matched as typed and typing mistakes were forgiven.
    bool wasForgiving = false;
};

/// A piece of a string that the query's words matched, in bytes.
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Mark&) const = default;
};

class Index {
public:
    static Index build(const programme::Programme& programme, programme::LanguageIndex language);
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;
    ~Index();

    /// The answer stays valid until the next call. A key stroke or a toggle costs at most a millisecond at 100 000
    /// challenges.
    const Answer& find(const Query& query);
    /// Fit to the skills of the last query.
    Fit fitOf(programme::ChallengeIndex challenge) const;
    std::size_t memoryBytes() const;

private:
    struct Parts;
    explicit Index(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// What of `text` the query's words match, for marking: prefixes of words, in order, not overlapping. With
/// `isForgiving`, near matches are marked as whole words.
std::vector<Mark> findMarks(std::string_view text, std::string_view query, bool isForgiving);

} // namespace search
