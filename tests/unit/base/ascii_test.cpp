#include "base/ascii.h"

#include <gtest/gtest.h>

#include <cctype>

namespace base {
namespace {

TEST(Ascii, KindsAreThoseOfTheCLocaleAndNothingAboveIt) {
    for (int byte = 0; byte < 256; ++byte) {
        const auto c = static_cast<char>(byte);
        EXPECT_EQ(isDigit(c), std::isdigit(byte) != 0) << byte;
        EXPECT_EQ(isLowerLetter(c), std::islower(byte) != 0) << byte;
        EXPECT_EQ(isUpperLetter(c), std::isupper(byte) != 0) << byte;
        EXPECT_EQ(isLetter(c), std::isalpha(byte) != 0) << byte;
        EXPECT_EQ(isLetterOrDigit(c), std::isalnum(byte) != 0) << byte;
        EXPECT_EQ(isHexDigit(c), std::isxdigit(byte) != 0) << byte;
    }
    EXPECT_TRUE(isDigit(U'7'));
    EXPECT_FALSE(isDigit(U'٧'));
}

TEST(Ascii, EveryByteIsReadAsItWasWritten) {
    for (int byte = 0; byte < 256; ++byte) {
        for (const std::string_view digits : {kLowerHexDigits, kUpperHexDigits}) {
            std::string text = "x";
            appendHex(text, static_cast<char>(byte), digits);
            ASSERT_EQ(text.size(), 3u);
            EXPECT_EQ(parseHexByte(std::string_view(text).substr(1)), static_cast<char>(byte)) << text;
        }
    }
    std::string text;
    appendHex(text, '\xAF', kLowerHexDigits);
    appendHex(text, '\x0B', kUpperHexDigits);
    EXPECT_EQ(text, "af0B");
}

TEST(Ascii, WhatIsNoHexadecimalByteIsNone) {
    for (const std::string_view text : {"", "a", "g0", "0g", "-1", " 1", "é"}) EXPECT_FALSE(parseHexByte(text)) << text;
    EXPECT_EQ(parseHexByte("41rest"), 'A');
    EXPECT_EQ(hexDigitValue('f'), 15u);
    EXPECT_EQ(hexDigitValue('G'), std::nullopt);
}

} // namespace
} // namespace base
