// The challenges in which the typed words are found, and how much each weighs. It keeps what it found for each word, so
// that the next key stroke looks for one word only.
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

/// The greatest weight of one term: a word found with one mistake outweighs one found with two, in any field.
inline constexpr std::uint32_t kMostTermWeight = 2u * weightOf(Field::skillName);

class TextMatcher {
public:
    void match(const TextIndex& index, const ValueSets& values, std::string_view text);

    /// Whether there is anything to look for; if not, the text leaves all challenges.
    bool hasTerms() const { return !query_.terms.empty(); }
    std::size_t termCount() const { return query_.terms.size(); }
    const BitSet& found() const { return found_; }
    bool wasForgiving() const { return wasForgiving_; }
    /// Adds the weight of each of the challenges, all of them found, to its sum.
    void addWeights(std::span<const programme::ChallengeIndex> challenges, std::span<std::uint32_t> sums) const;
    std::size_t memoryBytes() const;

private:
    struct WordMatch {
        std::string letters;
        bool isForgiven = false; // found with mistakes
        WordHits hits;
    };

    void matchWords(const TextIndex& index, const ValueSets& values);
    void forgive(const TextIndex& index, const ValueSets& values);
    void intersectTerms();
    void findTerm(const QueryTerm& term);
    std::uint32_t weightOfTerm(const QueryTerm& term, programme::ChallengeIndex challenge) const;

    QueryTerms query_;
    std::vector<WordMatch> matches_; // of each word of query_; those behind keep their memory
    BitSet found_;
    BitSet foundByTerm_;
    bool wasForgiving_ = false;
};

} // namespace search
