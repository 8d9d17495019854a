#include "base/clamp.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(ClampInto, GivesTheNearestNumberOfTheRange) {
    EXPECT_EQ(clampInto(2, 1, 3), 2);
    EXPECT_EQ(clampInto(-5, 1, 3), 1);
    EXPECT_EQ(clampInto(7, 1, 3), 3);
}

TEST(ClampInto, GivesTheLowerEndOfAnEmptyRange) {
    EXPECT_EQ(clampInto(2, 8, -20), 8);
    EXPECT_EQ(clampInto(100, 8, -20), 8);
    EXPECT_EQ(clampInto(-100, 8, -20), 8);
}

} // namespace
} // namespace base
