#include "search/word_table.h"
#include "support/synthetic_programme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace search {
namespace {

struct Words {
    WordCollector collector;
    std::vector<WordIndex> places;
    WordTable table;

    explicit Words(const std::vector<std::string>& words) {
        for (const std::string& word : words) collector.numberOf(word);
        table = WordTable(collector, places);
    }

    std::vector<std::string> startingWith(std::string_view prefix) const {
        const WordRange range = table.startingWith(prefix);
        std::vector<std::string> words;
        for (WordIndex word = range.begin; word < range.end; ++word) words.emplace_back(table[word]);
        return words;
    }
};

using Strings = std::vector<std::string>;

TEST(WordTable, aWordKeepsItsNumber) {
    WordCollector collector;
    EXPECT_EQ(collector.numberOf("one"), 0u);
    EXPECT_EQ(collector.numberOf("two"), 1u);
    EXPECT_EQ(collector.numberOf("one"), 0u);
    EXPECT_EQ(collector.size(), 2u);
    EXPECT_EQ(collector[1], "two");
}

TEST(WordTable, wordsThatBeginAlikeAreFoundTogether) {
    const Words words({"carte", "car", "cartes", "case", "chat", "c"});
    EXPECT_EQ(words.startingWith("car"), (Strings{"car", "carte", "cartes"}));
    EXPECT_EQ(words.startingWith("c"), (Strings{"c", "car", "carte", "cartes", "case", "chat"}));
    EXPECT_EQ(words.startingWith("cartesien"), Strings{});
    EXPECT_EQ(words.startingWith("a"), Strings{});
    EXPECT_EQ(words.startingWith("z"), Strings{});
}

TEST(WordTable, placesLeadFromNumbersToWords) {
    const Words words({"b", "c", "a"});
    EXPECT_EQ(words.table[words.places[0]], "b");
    EXPECT_EQ(words.table[words.places[2]], "a");
    EXPECT_EQ(words.places, (std::vector<WordIndex>{1, 2, 0}));
}

TEST(WordTable, knowsWhatAWordSharesWithTheOneBefore) {
    const Words words({"carte", "cartes", "case", std::string(300, 'x'), std::string(301, 'x')});
    EXPECT_EQ(words.table.sharedWithPrevious(0), 0u);
    EXPECT_EQ(words.table.sharedWithPrevious(1), 5u);
    EXPECT_EQ(words.table.sharedWithPrevious(2), 2u);
    EXPECT_EQ(words.table.sharedWithPrevious(4), 255u);
}

TEST(WordTable, anEmptyTableFindsNothing) {
    EXPECT_EQ(Words({}).startingWith("a"), Strings{});
}

TEST(WordTable, thousandsOfWordsAreSortedAsStringsAre) {
    support::Numbers numbers(3);
    Strings strings;
    for (std::size_t index = 0; index < 5000; ++index) {
        strings.push_back(support::syntheticWord(support::kFrench, numbers.below(4000)));
        // Alike in their first eight bytes, and beyond ASCII.
        strings.push_back("commence" + std::to_string(numbers.below(500)));
        strings.push_back("д" + std::to_string(numbers.below(100)));
    }
    const Words words(strings);
    std::ranges::sort(strings);
    strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
    EXPECT_EQ(words.startingWith(""), strings);
}

} // namespace
} // namespace search
