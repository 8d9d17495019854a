// What may stay where it is while the rest of a sequence is moved.
#pragma once

#include <cstdint>
#include <vector>

namespace semantics {

/// The places in `numbers`, in rising order, of a longest increasing subsequence. All numbers differ.
/// https://en.wikipedia.org/wiki/Longest_increasing_subsequence#Efficient_algorithms
[[nodiscard]] std::vector<std::uint32_t> longestIncreasingSubsequence(const std::vector<std::uint32_t>& numbers);

} // namespace semantics
