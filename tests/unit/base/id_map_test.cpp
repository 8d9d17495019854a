#include "base/id_map.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace {

TEST(IdMap, HasWhatAMapOfTheStandardLibraryHas) {
    std::mt19937 random(7);
    base::IdMap<std::string> map;
    for (int round = 0; round < 3; ++round) {
        std::map<std::uint32_t, std::string> expected;
        map.clear();
        EXPECT_FALSE(map.contains(0));
        for (int step = 0; step < 2000; ++step) {
            const auto id = static_cast<std::uint32_t>(random() % 500);
            const std::string* found = map.find(id);
            EXPECT_EQ(map.contains(id), expected.contains(id));
            ASSERT_EQ(found != nullptr, expected.contains(id));
            if (found != nullptr) {
                EXPECT_EQ(*found, expected.at(id));
            }
            map[id] += 'x';
            expected[id] += 'x';
        }
        EXPECT_EQ(map.ids().size(), expected.size());
    }
}

TEST(IdMap, FindsTheLeastAndTheGreatestId) {
    base::IdMap<int> map;
    map[0] = 1;
    map[0xFFFFFFFF] = 2;
    EXPECT_EQ(*map.find(0), 1);
    EXPECT_EQ(*map.find(0xFFFFFFFF), 2);
    EXPECT_EQ(map.find(1), nullptr);
}

TEST(IdSet, NumbersItsIdsInTheOrderInWhichTheyAreAdded) {
    base::IdSet set;
    EXPECT_TRUE(set.add(9).isNew);
    EXPECT_TRUE(set.add(4).isNew);
    EXPECT_FALSE(set.add(9).isNew);
    EXPECT_EQ(set.numberOf(4), 1u);
    EXPECT_EQ(set.numberOf(5), base::NumberTable::kNone);
    EXPECT_EQ(set.ids(), (std::vector<std::uint32_t>{9, 4}));
}

} // namespace
