#include "base/colour.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Colour, IsMixedChannelByChannelAndOpaque) {
    EXPECT_EQ(mixColours(0x00102030u, 0x80F0E0D0u, 0.0F), 0xFF102030u);
    EXPECT_EQ(mixColours(0x00102030u, 0x80F0E0D0u, 1.0F), 0xFFF0E0D0u);
    EXPECT_EQ(mixColours(0xFF000000u, 0xFFFFFFFFu, 0.5F), 0xFF808080u);
    EXPECT_EQ(mixColours(0xFF0000FFu, 0xFFFF0000u, 0.25F), 0xFF4000BFu);
}

} // namespace
} // namespace base
