// The edit distance between two words: the least number of edits that turn one into the other. An edit inserts, deletes
// or replaces a letter, or exchanges two neighbours. It is the Damerau–Levenshtein distance in the form of optimal
// string alignment: no part of a word is edited twice
// (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance#Optimal_string_alignment_distance).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace base {

/// The distances from one word, the pattern, to every prefix of another word, whose letters are pushed one after the
/// other and popped again: for words with a common prefix that prefix is computed once. Each letter takes time and
/// memory proportional to the pattern's length.
class EditDistances {
public:
    explicit EditDistances(std::u32string pattern);

    /// Appends a letter to the other word.
    void push(char32_t letter);
    /// Removes the other word's last letter. The word is not empty.
    void pop() { rowFacts_.pop_back(); }
    /// The number of letters of the other word.
    [[nodiscard]] std::size_t size() const { return rowFacts_.size() - 1; }

    /// The distance between the pattern and the other word.
    [[nodiscard]] std::size_t distance() const { return rows_[size() * width_ + width_ - 1]; }
    /// The least distance between the pattern and any prefix of the other word.
    [[nodiscard]] std::size_t prefixDistance() const { return rowFacts_.back().prefixDistance; }
    /// A lower bound of distance(), whatever letters are pushed from here on.
    [[nodiscard]] std::size_t lowerBound() const { return rowFacts_.back().minimum; }

private:
    struct RowFacts {
        char32_t letter;            // the other word's letter that the row belongs to
        std::size_t prefixDistance; // the least last number of this row and of those above it
        std::size_t minimum;        // the least number of this row
    };

    [[nodiscard]] std::size_t distanceAt(std::size_t row, std::size_t column, char32_t letter) const;

    std::u32string pattern_;
    std::size_t width_; // of a row: one column for each prefix of the pattern, the empty one first
    // The table of dynamic programming: one row for each prefix of the other word, the empty one first.
    std::vector<std::size_t> rows_;
    std::vector<RowFacts> rowFacts_; // of each row in use
};

} // namespace base
