// The order in which found challenges are shown: by fit to one single profile, then by the weight of the fields in
// which the words were found, then as they stand in the file.
#pragma once

#include "search/bit_set.h"
#include "search/profile_fits.h"
#include "search/text_matcher.h"

#include <cstdint>
#include <vector>

namespace search {

class Ranking {
public:
    /// Writes the members of `found`, all of them found by the text, into `ranked`, best first.
    void rank(const BitSet& found, const TextMatcher& text, const ProfileFits& fits,
              std::vector<programme::ChallengeIndex>& ranked);
    std::size_t memoryBytes() const;

private:
    void sortByKeys(std::uint32_t bits, std::vector<programme::ChallengeIndex>& ranked);

    // Of each challenge: what is sorted by, the greater the better. The others are written while it is sorted.
    std::vector<std::uint32_t> keys_;
    std::vector<std::uint32_t> otherKeys_;
    std::vector<programme::ChallengeIndex> otherRanked_;
};

} // namespace search
