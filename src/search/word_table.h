// The distinct folded words of a programme: collected while its texts are read, then sorted, so that the words with a
// common beginning lie side by side.
#pragma once

#include "base/number_table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// Place of a word in a WordTable.
using WordIndex = std::uint32_t;

struct WordRange {
    WordIndex begin = 0;
    WordIndex end = 0; // not included
    bool isEmpty() const { return begin == end; }
    std::size_t size() const { return end - begin; }
    auto operator<=>(const WordRange&) const = default;
};

/// Gives each distinct word a number, in the order in which they first appear.
class WordCollector {
public:
    WordCollector();

    std::uint32_t numberOf(std::string_view letters);
    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::uint32_t number) const {
        const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
        return {letters_.data() + begin, ends_[number] - begin};
    }

private:
    std::string letters_;
    std::vector<std::uint32_t> ends_; // of each word, in letters_
    base::NumberTable numbers_;
};

class WordTable {
public:
    WordTable() = default;
    /// `places` receives, for each number of the collector, the word's place in the table.
    WordTable(const WordCollector& words, std::vector<WordIndex>& places);

    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](WordIndex index) const {
        const std::uint32_t begin = index == 0 ? 0 : ends_[index - 1];
        return {letters_.data() + begin, ends_[index] - begin};
    }
    /// The words that begin with `prefix`.
    WordRange startingWith(std::string_view prefix) const;
    /// How many bytes the word shares with the one before it; 255 where they are more.
    std::size_t sharedWithPrevious(WordIndex index) const { return shared_[index]; }
    std::size_t memoryBytes() const;

private:
    std::string letters_;
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint8_t> shared_;
};

} // namespace search
