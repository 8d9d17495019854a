// Finds words of which a typed word is a prefix with some mistakes. The mistakes are the edit distance
// (base/edit_distance.h, in code points) between the typed word and the prefix that is nearest to it.
#pragma once

#include "search/word_table.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace search {

/// How many mistakes are forgiven in a typed word: none if it has less than three letters, because nearly every word is
/// near so short a one; two from eight letters on; else one.
[[nodiscard]] std::size_t countForgiven(std::string_view typed);

/// A range of words that need the same number of mistakes.
struct NearRange {
    WordRange words;
    std::size_t mistakes = 0;
};

/// The words of the table of which `typed` is a prefix with at most `forgiven` mistakes, in ascending order.
[[nodiscard]] std::vector<NearRange> findNearWords(const WordTable& table, std::string_view typed,
                                                   std::size_t forgiven);

/// The number of mistakes with which `typed` is a prefix of `word`; none where they are more than `forgiven`.
[[nodiscard]] std::optional<std::size_t> countMistakes(std::string_view typed, std::string_view word,
                                                       std::size_t forgiven);

} // namespace search
