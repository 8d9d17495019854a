#include "search/word_table.h"

#include "base/sort.h"

#include <algorithm>

namespace search {

namespace {

constexpr std::size_t kFirstSlots = 1024;

/// The first eight bytes as a number, so that numbers sort as the words do.
std::uint64_t headOf(std::string_view letters) {
    std::uint64_t head = 0;
    for (std::size_t index = 0; index < 8; ++index) {
        head = head << 8u | (index < letters.size() ? static_cast<unsigned char>(letters[index]) : 0u);
    }
    return head;
}

/// WordTable::sharedWithPrevious() of two words.
std::uint8_t countShared(std::string_view left, std::string_view right) {
    const std::size_t limit = std::min({left.size(), right.size(), std::size_t{255}});
    std::size_t shared = 0;
    while (shared < limit && left[shared] == right[shared]) ++shared;
    return static_cast<std::uint8_t>(shared);
}

/// The collector's numbers in ascending order of their words.
std::vector<std::uint32_t> sortWords(const WordCollector& words) {
    struct Entry {
        std::uint64_t head;
        std::uint32_t number;
    };
    std::vector<Entry> entries(words.size());
    for (std::uint32_t number = 0; number < words.size(); ++number) entries[number] = {headOf(words[number]), number};
    base::sort(entries, [&](const Entry& left, const Entry& right) {
        return left.head != right.head ? left.head < right.head : words[left.number] < words[right.number];
    });
    std::vector<std::uint32_t> numbers(words.size());
    std::ranges::transform(entries, numbers.begin(), &Entry::number);
    return numbers;
}

} // namespace

WordCollector::WordCollector() : numbers_(kFirstSlots) {}

std::uint32_t WordCollector::numberOf(std::string_view letters) {
    const auto isIt = [&](std::uint32_t number) { return (*this)[number] == letters; };
    const auto [number, isNew] = numbers_.findOrAdd(base::hashOf(letters), isIt);
    if (isNew) {
        letters_ += letters;
        ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
    }
    return number;
}

WordTable::WordTable(const WordCollector& words, std::vector<WordIndex>& places) {
    const std::vector<std::uint32_t> numbers = sortWords(words);
    places.resize(words.size());
    ends_.reserve(words.size());
    shared_.reserve(words.size());
    std::string_view previous;
    for (const std::uint32_t number : numbers) {
        const std::string_view word = words[number];
        places[number] = static_cast<WordIndex>(ends_.size());
        shared_.push_back(countShared(previous, word));
        letters_ += word;
        ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
        previous = word;
    }
    letters_.shrink_to_fit();
}

WordRange WordTable::startingWith(std::string_view prefix) const {
    const auto firstWhere = [this](WordIndex from, auto isAfter) {
        WordIndex low = from;
        auto high = static_cast<WordIndex>(size());
        while (low < high) {
            const WordIndex middle = low + (high - low) / 2;
            if (isAfter((*this)[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    };
    const WordIndex begin = firstWhere(0, [&](std::string_view word) { return word >= prefix; });
    const WordIndex end =
        firstWhere(begin, [&](std::string_view word) { return word.substr(0, prefix.size()) > prefix; });
    return {begin, end};
}

std::size_t WordTable::memoryBytes() const {
    return letters_.capacity() + ends_.capacity() * sizeof(std::uint32_t) + shared_.capacity();
}

} // namespace search
