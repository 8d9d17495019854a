#include "base/number_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace base {
namespace {

TEST(NumberTable, NumbersThingsInTheOrderInWhichTheyAreFirstMet) {
    NumberTable table;
    std::vector<std::string> words;
    const auto numberOf = [&](const std::string& word, std::uint32_t hash) {
        const NumberTable::Found found = table.findOrAdd(hash, [&](std::uint32_t n) { return words[n] == word; });
        if (found.isNew) words.push_back(word);
        return found.number;
    };
    constexpr std::uint32_t kCount = 5000;
    for (const bool isAgain : {false, true}) {
        for (std::uint32_t number = 0; number < kCount; ++number) {
            const std::string word = "word" + std::to_string(number);
            ASSERT_EQ(numberOf(word, hashOf(word)), number) << isAgain;
        }
    }
}

TEST(NumberTable, TellsThingsOfOneHashApart) {
    NumberTable table(2);
    std::vector<int> things;
    const auto numberOf = [&](int thing) {
        const NumberTable::Found found = table.findOrAdd(7, [&](std::uint32_t n) { return things[n] == thing; });
        if (found.isNew) things.push_back(thing);
        return found.number;
    };
    for (const int round : {0, 1}) {
        for (int thing = 0; thing < 40; ++thing) EXPECT_EQ(numberOf(thing), static_cast<unsigned>(thing)) << round;
    }
}

} // namespace
} // namespace base
