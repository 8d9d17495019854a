#include "semantics/subsequence.h"

#include <algorithm>

namespace semantics {

std::vector<std::uint32_t> longestIncreasingSubsequence(const std::vector<std::uint32_t>& numbers) {
    constexpr auto kNone = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> ends; // for each length, the index of the least number that ends one of that length
    std::vector<std::uint32_t> before(numbers.size(), kNone);
    for (std::uint32_t place = 0; place < numbers.size(); ++place) {
        const auto end =
            std::ranges::lower_bound(ends, numbers[place], {}, [&](std::uint32_t at) { return numbers[at]; });
        if (end != ends.begin()) before[place] = *(end - 1);
        if (end == ends.end())
            ends.push_back(place);
        else
            *end = place;
    }
    std::vector<std::uint32_t> places;
    for (std::uint32_t place = ends.empty() ? kNone : ends.back(); place != kNone; place = before[place])
        places.push_back(place);
    std::ranges::reverse(places);
    return places;
}

} // namespace semantics
