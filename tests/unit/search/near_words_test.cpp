#include "search/near_words.h"
#include "support/synthetic_programme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {
namespace {

/// Optimal string alignment by its definition (ASCII).
std::size_t distanceBetween(std::string_view left, std::string_view right) {
    std::vector<std::vector<std::size_t>> table(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i) {
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            const std::size_t wrong = left[i - 1] == right[j - 1] ? 0 : 1;
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + wrong});
            const bool isExchanged = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (isExchanged) table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    }
    return table[left.size()][right.size()];
}

std::size_t distanceToNearestBeginning(std::string_view typed, std::string_view word) {
    std::size_t nearest = typed.size();
    for (std::size_t length = 0; length <= word.size(); ++length) {
        nearest = std::min(nearest, distanceBetween(typed, word.substr(0, length)));
    }
    return nearest;
}

TEST(NearWords, eachKindOfMistakeCountsOnce) {
    EXPECT_EQ(countMistakes("python", "python", 2), 0u);
    EXPECT_EQ(countMistakes("pyton", "python", 2), 1u);   // a letter missing
    EXPECT_EQ(countMistakes("pytthon", "python", 2), 1u); // one too many
    EXPECT_EQ(countMistakes("pithon", "python", 2), 1u);  // a wrong one
    EXPECT_EQ(countMistakes("pyhton", "python", 2), 1u);  // two exchanged
    EXPECT_EQ(countMistakes("pihton", "python", 2), 2u);
    EXPECT_EQ(countMistakes("pihton", "python", 1), std::nullopt);
}

TEST(NearWords, theBeginningOfAWordIsEnough) {
    EXPECT_EQ(countMistakes("devleop", "developpement", 1), 1u);
    EXPECT_EQ(countMistakes("xartogr", "cartographie", 1), 1u);
    EXPECT_EQ(countMistakes("cartographies", "carto", 2), std::nullopt);
}

TEST(NearWords, lettersCountNotBytes) {
    EXPECT_EQ(countMistakes("елкка", "елка", 1), 1u);
    EXPECT_EQ(countMistakes("ёлка", "елка", 1), 1u);
    EXPECT_EQ(countForgiven("да"), 0u);
    EXPECT_EQ(countForgiven("еда"), 1u);
}

TEST(NearWords, longWordsAreForgivenTwiceAndShortOnesNever) {
    EXPECT_EQ(countForgiven("ab"), 0u);
    EXPECT_EQ(countForgiven("abc"), 1u);
    EXPECT_EQ(countForgiven("abcdefg"), 1u);
    EXPECT_EQ(countForgiven("abcdefgh"), 2u);
}

TEST(NearWords, theTableAnswersAsEachWordAlone) {
    support::Numbers numbers(11);
    const auto makeWord = [&](std::size_t longest) {
        std::string word;
        for (std::size_t length = 1 + numbers.below(longest); length > 0; --length) {
            word += static_cast<char>('a' + numbers.below(3));
        }
        return word;
    };
    WordCollector collector;
    for (std::size_t index = 0; index < 150; ++index) collector.numberOf(makeWord(9));
    std::vector<WordIndex> places;
    const WordTable table(collector, places);
    for (std::size_t round = 0; round < 120; ++round) {
        const std::string typed = makeWord(10);
        const std::size_t forgiven = numbers.below(3);
        std::map<WordIndex, std::size_t> found;
        for (const NearRange& range : findNearWords(table, typed, forgiven)) {
            for (WordIndex word = range.words.begin; word < range.words.end; ++word) found[word] = range.mistakes;
        }
        for (WordIndex word = 0; word < table.size(); ++word) {
            const std::size_t mistakes = distanceToNearestBeginning(typed, table[word]);
            const std::optional<std::size_t> expected = mistakes <= forgiven ? std::optional(mistakes) : std::nullopt;
            const std::optional<std::size_t> answer = found.contains(word) ? std::optional(found[word]) : std::nullopt;
            ASSERT_EQ(answer, expected) << typed << " ~ " << table[word];
            ASSERT_EQ(countMistakes(typed, table[word], forgiven), expected) << typed << " ~ " << table[word];
        }
    }
}

} // namespace
} // namespace search
