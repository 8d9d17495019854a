// How many mistakes lie between two words: letters too many, missing or wrong, and neighbours exchanged. It is the
// Damerau–Levenshtein distance in its form of optimal string alignment: no part is changed twice
// (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance#Optimal_string_alignment_distance).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace base {

/// The distances from one word to every beginning of another one, whose letters are pushed one after the other. Where
/// two words begin alike, the letters that they share need not be pushed twice. Each letter costs the first word's
/// length in time and in memory.
class EditDistances {
public:
    explicit EditDistances(std::u32string word);

    /// The next letter of the other word.
    void push(char32_t letter);
    /// Takes back the last letter; there is one.
    void pop() { steps_.pop_back(); }
    /// How many letters the other word has so far.
    [[nodiscard]] std::size_t size() const { return steps_.size() - 1; }

    /// The distance between the whole of both words.
    [[nodiscard]] std::size_t toWord() const { return rows_[size() * width_ + width_ - 1]; }
    /// The distance from the whole first word to that beginning of the other one that is nearest to it.
    [[nodiscard]] std::size_t toNearestBeginning() const { return steps_.back().nearest; }
    /// No letters pushed from here on lead to a smaller toWord().
    [[nodiscard]] std::size_t leastToCome() const { return steps_.back().least; }

private:
    struct Step {
        char32_t letter;
        std::size_t nearest; // the least of the rows' last numbers, up to this row
        std::size_t least;   // number of this row
    };

    [[nodiscard]] std::size_t distanceAt(std::size_t row, std::size_t column, char32_t letter) const;

    std::u32string word_;
    std::size_t width_;             // of a row: the word's beginnings, from the empty one
    std::vector<std::size_t> rows_; // one after the other; the first is that of the empty beginning of the other word
    std::vector<Step> steps_;       // one for each row
};

} // namespace base
