// Finds the challenges that match the typed text, and weighs them. It keeps the hits of each typed word, so that after
// a key stroke only the word that has changed is looked for.
#pragma once

#include "search/bit_set.h"
#include "search/query_terms.h"
#include "search/text_index.h"
#include "search/value_sets.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// The greatest weight of one term. It is twice that of a field, because a word found with one mistake outweighs a word
/// found with two in any field.
inline constexpr std::uint32_t kMaxTermWeight = 2u * weightOf(Field::skillName);

class TextMatcher {
public:
    /// Matches the text. The other functions are about the last text that was matched.
    void match(const TextIndex& index, const ValueSets& values, std::string_view text);

    /// Whether the text has a word to look for. If not, every challenge matches, and found() has no meaning.
    [[nodiscard]] bool hasTerms() const { return !query_.terms.empty(); }
    [[nodiscard]] std::size_t termCount() const { return query_.terms.size(); }
    /// The challenges that match.
    [[nodiscard]] const BitSet& found() const { return found_; }
    /// Answer::wasForgiving of index.h.
    [[nodiscard]] bool wasForgiving() const { return wasForgiving_; }
    /// Adds to each item of `sums` the weight of the challenge with the same index in `challenges`, which has only
    /// members of found().
    void addWeights(std::span<const programme::ChallengeIndex> challenges, std::span<std::uint32_t> sums) const;
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    struct WordMatch {
        std::string letters;     // the word
        bool isForgiven = false; // the hits are those with mistakes forgiven
        WordHits hits;
    };

    void matchWords(const TextIndex& index, const ValueSets& values);
    void forgive(const TextIndex& index, const ValueSets& values);
    void intersectTerms();
    void findTerm(const QueryTerm& term);
    [[nodiscard]] std::uint32_t weightOfTerm(const QueryTerm& term, programme::ChallengeIndex challenge) const;

    QueryTerms query_;
    // For each word of query_, by the same index. Further ones belong to earlier queries; their memory is used again.
    std::vector<WordMatch> matches_;
    BitSet found_;
    BitSet foundByTerm_; // the result of findTerm()
    bool wasForgiving_ = false;
};

} // namespace search
