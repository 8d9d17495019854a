#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace {

TEST(Sort, OrdersAsTheStandardLibraryDoesAndKeepsEqualItemsInOrder) {
    std::mt19937 random(3);
    for (std::size_t count = 0; count < 200; ++count) {
        struct Item {
            unsigned key;
            std::size_t place;
            bool operator==(const Item&) const = default;
        };
        std::vector<Item> items;
        for (std::size_t index = 0; index < count; ++index)
            items.push_back({static_cast<unsigned>(random() % 20), index});
        const auto isLess = [](const Item& left, const Item& right) { return left.key < right.key; };
        std::vector<Item> expected = items;
        std::stable_sort(expected.begin(), expected.end(), isLess);
        base::sort(items, isLess);
        EXPECT_EQ(items, expected) << count;
    }
}

TEST(Sort, OrdersUpwardsUnlessToldOtherwise) {
    std::vector<int> numbers = {3, -1, 2, 2, 7, 0};
    base::sort(numbers);
    EXPECT_EQ(numbers, (std::vector{-1, 0, 2, 2, 3, 7}));
}

} // namespace
