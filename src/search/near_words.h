// Words that a typed word begins with some mistakes: a letter too many, missing, wrong, or two neighbours exchanged
// (the Damerau–Levenshtein distance in its form of optimal string alignment), measured to the beginning of the word
// that is nearest.
#pragma once

#include "search/word_table.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace search {

/// How many mistakes are forgiven in a typed word: none below three letters (every short word is near every other), two
/// from eight letters on, else one.
std::size_t countForgiven(std::string_view typed);

struct NearRange {
    WordRange words;
    std::size_t mistakes = 0;
};

/// The words of the table that `typed` begins with at most so many mistakes, rising.
std::vector<NearRange> findNearWords(const WordTable& table, std::string_view typed, std::size_t forgiven);

/// The number of mistakes with which `typed` begins `word`, where they are at most `forgiven`.
std::optional<std::size_t> countMistakes(std::string_view typed, std::string_view word, std::size_t forgiven);

} // namespace search
