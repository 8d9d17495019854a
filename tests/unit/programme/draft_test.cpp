#include "programme/draft.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

TEST(IdTable, KeepsEachIdOnce) {
    std::string characters = "before";
    IdTable table(characters);
    const Symbol first = table.symbolOf("python");
    const Symbol second = table.symbolOf("design");
    EXPECT_NE(first, second);
    EXPECT_EQ(table.symbolOf("python"), first);
    EXPECT_EQ(characters, "beforepythondesign");
    EXPECT_EQ(table.stringOf(second).offset, 12u);
    EXPECT_EQ(table.stringOf(second).length, 6u);
}

TEST(IdTable, FindsThousandsOfIdsAgain) {
    std::string characters;
    IdTable table(characters);
    constexpr Symbol kCount = 5000;
    for (Symbol number = 0; number < kCount; ++number)
        ASSERT_EQ(table.symbolOf("id-" + std::to_string(number)), number);
    for (Symbol number = 0; number < kCount; ++number)
        ASSERT_EQ(table.symbolOf("id-" + std::to_string(number)), number);
}

TEST(IdTable, NumbersDefinitionsInTheirOrderAndRefusesASecondOne) {
    std::string characters;
    IdTable table(characters);
    const Symbol late = table.symbolOf("late"); // referred to before it is defined
    const Symbol early = table.symbolOf("early");
    EXPECT_FALSE(table.definitionOf(late));
    EXPECT_TRUE(table.define(early));
    EXPECT_TRUE(table.define(late));
    EXPECT_FALSE(table.define(early));
    EXPECT_EQ(table.definitionOf(early), 0u);
    EXPECT_EQ(table.definitionOf(late), 1u);
    table.symbolOf("never");
    EXPECT_EQ(table.definedIds(), (std::vector<std::string_view>{"late", "early"}));
}

TEST(IdTable, SeesAnIdTwiceInOneListOnly) {
    std::string characters;
    IdTable table(characters);
    const Symbol symbol = table.symbolOf("python");
    EXPECT_TRUE(table.addToList(symbol, 1));
    EXPECT_FALSE(table.addToList(symbol, 1));
    EXPECT_TRUE(table.addToList(symbol, 2));
}

TEST(Progress, DoublesWhileTooLittleWasRead) {
    EXPECT_EQ((Progress{100, 1000000}.expectedTotal(7, 0)), 14u);
    EXPECT_EQ((Progress{50000, 1000000}.expectedTotal(7, 0)), 14u);
}

TEST(Progress, ExpectsTheRestOfTheFileToBeLikeWhatWasRead) {
    const std::size_t expected = Progress{250000, 1000000}.expectedTotal(1000, 0);
    EXPECT_GE(expected, 4000u);
    EXPECT_LE(expected, 4200u);
    // What came before the list says nothing about it.
    const std::size_t ofLateList = Progress{600000, 1000000}.expectedTotal(1000, 500000);
    EXPECT_GE(ofLateList, 5000u);
    EXPECT_LE(ofLateList, 5200u);
}

TEST(Progress, AlwaysMakesRoomForOneMore) {
    EXPECT_GT((Progress{1000000, 1000000}.expectedTotal(1000, 0)), 1000u);
    EXPECT_GT((Progress{0, 0}.expectedTotal(1, 0)), 1u);
}

} // namespace
} // namespace programme
