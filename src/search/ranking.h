// Ranks the challenges that were found: by their fit to the chosen skills, then by the weight of the fields in which
// the typed words were found, then by their order in the file.
#pragma once

#include "search/bit_set.h"
#include "search/profile_fits.h"
#include "search/text_matcher.h"

#include <cstdint>
#include <vector>

namespace search {

class Ranking {
public:
    /// Replaces the content of `ranked` by the members of `found`, best first. All of them match the text.
    void rank(const BitSet& found, const TextMatcher& text, const ProfileFits& fits,
              std::vector<programme::ChallengeIndex>& ranked);
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    void sortByKeys(std::uint32_t bits, std::vector<programme::ChallengeIndex>& ranked);

    // The sort key of each challenge in `ranked`, greatest first; and what a pass of the sort writes into.
    std::vector<std::uint32_t> keys_;
    std::vector<std::uint32_t> otherKeys_;
    std::vector<programme::ChallengeIndex> otherRanked_;
};

} // namespace search
