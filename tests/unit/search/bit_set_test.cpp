#include "search/bit_set.h"
#include "support/synthetic_programme.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace search {
namespace {

std::vector<std::uint32_t> list(const BitSet& set) {
    std::vector<std::uint32_t> members;
    set.forEach([&](std::uint32_t member) { members.push_back(member); });
    return members;
}

BitSet makeSet(std::size_t size, const std::vector<std::uint32_t>& members) {
    BitSet set(size);
    for (const std::uint32_t member : members) set.add(member);
    return set;
}

TEST(BitSet, membersComeBackRising) {
    EXPECT_EQ(list(makeSet(200, {199, 0, 64, 63, 128})), (std::vector<std::uint32_t>{0, 63, 64, 128, 199}));
}

TEST(BitSet, aFullSetHasItsSizeAndNoMore) {
    for (const std::size_t size : {0u, 1u, 63u, 64u, 65u, 130u}) {
        BitSet set(size);
        set.fill();
        EXPECT_EQ(count(set), size);
        EXPECT_EQ(list(set).size(), size);
        EXPECT_EQ(set.isEmpty(), size == 0);
        set.clear();
        EXPECT_TRUE(set.isEmpty());
    }
}

TEST(BitSet, unionsAndIntersectionsAreThoseOfTheMembers) {
    BitSet both = makeSet(100, {1, 2, 70});
    both.intersectWith(makeSet(100, {2, 3, 70}));
    EXPECT_EQ(list(both), (std::vector<std::uint32_t>{2, 70}));
    BitSet either = makeSet(100, {1, 70});
    either.uniteWith(makeSet(100, {2, 70, 99}));
    EXPECT_EQ(list(either), (std::vector<std::uint32_t>{1, 2, 70, 99}));
}

TEST(BitSet, countsAreThoseOfOneByOneAtEverySizeAndDensity) {
    support::Numbers numbers(7);
    for (std::size_t size = 1; size < 3000; size = size * 2 + numbers.below(9)) {
        for (const std::size_t rarity : {1u, 2u, 5u, 40u}) {
            BitSet left(size);
            BitSet right(size);
            std::size_t common = 0;
            std::size_t lefts = 0;
            for (std::size_t member = 0; member < size; ++member) {
                const bool isLeft = numbers.below(rarity) == 0;
                const bool isRight = numbers.below(2) == 0;
                if (isLeft) left.add(member);
                if (isRight) right.add(member);
                lefts += isLeft ? 1 : 0;
                common += isLeft && isRight ? 1 : 0;
            }
            EXPECT_EQ(count(left), lefts);
            EXPECT_EQ(countCommon(left, right), common);
        }
    }
}

} // namespace
} // namespace search
