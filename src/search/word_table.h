// The distinct folded words of a programme. They are collected while its texts are read, then sorted, so that the words
// with a common prefix are side by side.
#pragma once

#include "base/number_table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// The index of a word in a WordTable.
using WordIndex = std::uint32_t;

struct WordRange {
    WordIndex begin = 0;
    WordIndex end = 0; // excluded
    [[nodiscard]] bool isEmpty() const { return begin == end; }
    [[nodiscard]] std::size_t size() const { return end - begin; }
    auto operator<=>(const WordRange&) const = default;
};

/// Gives each distinct word a number: 0, 1, 2 … in the order in which the words first occur.
class WordCollector {
public:
    WordCollector();

    /// The word's number; a new one if it is a new word.
    std::uint32_t numberOf(std::string_view letters);
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const {
        const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
        return {letters_.data() + begin, ends_[number] - begin};
    }

private:
    std::string letters_;             // all words, one after the other
    std::vector<std::uint32_t> ends_; // for each word, the offset after it in letters_
    base::NumberTable numbers_;
};

/// The words in ascending order of their bytes.
class WordTable {
public:
    WordTable() = default;
    /// `places` receives, for each number of the collector, the word's index in the table.
    WordTable(const WordCollector& words, std::vector<WordIndex>& places);

    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view operator[](WordIndex index) const {
        const std::uint32_t begin = index == 0 ? 0 : ends_[index - 1];
        return {letters_.data() + begin, ends_[index] - begin};
    }
    /// The words that begin with `prefix`.
    [[nodiscard]] WordRange startingWith(std::string_view prefix) const;
    /// The bytes of the longest common prefix of the word and the one before it, at most 255.
    [[nodiscard]] std::size_t sharedWithPrevious(WordIndex index) const { return shared_[index]; }
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    std::string letters_;              // all words, one after the other
    std::vector<std::uint32_t> ends_;  // for each word, the offset after it in letters_
    std::vector<std::uint8_t> shared_; // for each word, sharedWithPrevious()
};

} // namespace search
