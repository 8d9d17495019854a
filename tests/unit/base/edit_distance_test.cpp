#include "base/edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace base {
namespace {

EditDistances distancesTo(const std::u32string& word, const std::u32string& other) {
    EditDistances distances(word);
    for (const char32_t letter : other) distances.push(letter);
    return distances;
}

/// By the definition: the last letters are changed, one is left out, or the last two are exchanged.
std::size_t distanceByDefinition(std::u32string_view a, std::u32string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    const std::u32string_view shorterA = a.substr(0, a.size() - 1);
    const std::u32string_view shorterB = b.substr(0, b.size() - 1);
    std::size_t least = distanceByDefinition(shorterA, shorterB) + (a.back() == b.back() ? 0 : 1);
    least = std::min({least, distanceByDefinition(shorterA, b) + 1, distanceByDefinition(a, shorterB) + 1});
    const bool isExchanged = a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && b.back() == a[a.size() - 2];
    if (!isExchanged) return least;
    return std::min(least, distanceByDefinition(a.substr(0, a.size() - 2), b.substr(0, b.size() - 2)) + 1);
}

TEST(EditDistance, CountsLettersTooManyMissingWrongAndExchanged) {
    EXPECT_EQ(distancesTo(U"design", U"design").distance(), 0u);
    EXPECT_EQ(distancesTo(U"design", U"desing").distance(), 1u);
    EXPECT_EQ(distancesTo(U"design", U"dsign").distance(), 1u);
    EXPECT_EQ(distancesTo(U"design", U"dessign").distance(), 1u);
    EXPECT_EQ(distancesTo(U"design", U"desagn").distance(), 1u);
    EXPECT_EQ(distancesTo(U"ca", U"abc").distance(), 3u); // no part is changed twice
    EXPECT_EQ(distancesTo(U"", U"abc").distance(), 3u);
    EXPECT_EQ(distancesTo(U"abc", U"").distance(), 3u);
}

TEST(EditDistance, FindsTheNearestPrefix) {
    EXPECT_EQ(distancesTo(U"carto", U"cartographie").prefixDistance(), 0u);
    EXPECT_EQ(distancesTo(U"crato", U"cartographie").prefixDistance(), 1u);
    EXPECT_EQ(distancesTo(U"carto", U"x").prefixDistance(), 5u);
}

TEST(EditDistance, IsThatOfTheDefinitionAndItsBoundHolds) {
    std::mt19937 random(1);
    const auto randomWord = [&] {
        std::u32string word(random() % 7, U'a');
        for (char32_t& letter : word) letter += static_cast<char32_t>(random() % 3);
        return word;
    };
    for (int round = 0; round < 300; ++round) {
        const std::u32string word = randomWord();
        const std::u32string other = randomWord();
        EditDistances distances(word);
        std::vector<std::size_t> bounds = {distances.lowerBound()};
        std::size_t nearest = word.size();
        for (std::size_t length = 1; length <= other.size(); ++length) {
            distances.push(other[length - 1]);
            const std::size_t distance = distanceByDefinition(word, std::u32string_view(other).substr(0, length));
            nearest = std::min(nearest, distance);
            ASSERT_EQ(distances.distance(), distance);
            ASSERT_EQ(distances.prefixDistance(), nearest);
            for (const std::size_t bound : bounds) ASSERT_GE(distance, bound);
            bounds.push_back(distances.lowerBound());
        }
    }
}

TEST(EditDistance, TakesLettersBack) {
    EditDistances distances = distancesTo(U"carto", U"carxx");
    distances.pop();
    distances.pop();
    EXPECT_EQ(distances.size(), 3u);
    EXPECT_EQ(distances.distance(), 2u);
    distances.push(U't');
    distances.push(U'o');
    EXPECT_EQ(distances.distance(), 0u);
}

} // namespace
} // namespace base
