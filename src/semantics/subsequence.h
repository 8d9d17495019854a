// The longest increasing subsequence: when a list is reordered, the items that need not be moved.
#pragma once

#include <cstdint>
#include <vector>

namespace semantics {

/// The indices in `numbers`, in rising order, of a longest increasing subsequence. Precondition: all numbers differ.
/// O(n log n).
/// https://en.wikipedia.org/wiki/Longest_increasing_subsequence#Efficient_algorithms
[[nodiscard]] std::vector<std::uint32_t> longestIncreasingSubsequence(const std::vector<std::uint32_t>& numbers);

} // namespace semantics
