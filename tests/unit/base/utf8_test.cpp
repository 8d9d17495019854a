#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace base {
namespace {

TEST(Utf8, EveryCodePointIsDecodedAsItWasEncoded) {
    for (char32_t codePoint = 0; codePoint <= 0x10FFFF; ++codePoint) {
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF) continue;
        std::string text = "é";
        appendUtf8(text, codePoint);
        const Decoded decoded = decodeUtf8(text, 2);
        ASSERT_TRUE(decoded.isValid) << static_cast<std::uint32_t>(codePoint);
        ASSERT_EQ(decoded.codePoint, codePoint);
        ASSERT_EQ(decoded.length + 2u, text.size()) << static_cast<std::uint32_t>(codePoint);
    }
}

TEST(Utf8, TheReplacementCharacterItselfIsValid) {
    EXPECT_TRUE(decodeUtf8(kReplacementUtf8, 0).isValid);
    EXPECT_FALSE(findInvalidUtf8(kReplacementUtf8));
    EXPECT_EQ(encodeUtf8(kReplacementCharacter).view(), kReplacementUtf8);
}

TEST(Utf8, WhatIsNotWellFormedIsOneReplacementForEachMaximalPart) {
    EXPECT_EQ(repairUtf8("été \xF0\x9F\x8E\xAF"), "été \xF0\x9F\x8E\xAF");
    EXPECT_EQ(repairUtf8("\xE2\x82"), "\uFFFD");
    EXPECT_EQ(repairUtf8("\xF0\x9F\x8Ex"), "\uFFFDx");
    EXPECT_EQ(repairUtf8("\xE0\x80\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(repairUtf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(repairUtf8("\xC3\xC3\xA9"), "\uFFFDé");
    EXPECT_EQ(repairUtf8("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(repairUtf8("a\xC0\xAF\xFF"), "a\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(repairUtf8(""), "");
}

TEST(Utf8, FindsTheFirstByteThatDoesNotBelong) {
    EXPECT_FALSE(findInvalidUtf8(""));
    EXPECT_FALSE(findInvalidUtf8("aé日🚀\xF4\x8F\xBF\xBF\xEF\xBF\xBF\xC2\x80"));
    EXPECT_EQ(findInvalidUtf8("ab\x80"), 2u);    // a continuation alone
    EXPECT_EQ(findInvalidUtf8("é\xC3"), 2u);     // cut
    EXPECT_EQ(findInvalidUtf8("\xC3(é"), 0u);    // a lead without its continuation
    EXPECT_EQ(findInvalidUtf8("a\xC0\x80"), 1u); // overlong
    EXPECT_EQ(findInvalidUtf8("a\xC1\xBF"), 1u);
    EXPECT_EQ(findInvalidUtf8("\xE0\x9F\xBF"), 0u);
    EXPECT_EQ(findInvalidUtf8("\xF0\x8F\xBF\xBF"), 0u);
    EXPECT_EQ(findInvalidUtf8("\xED\xA0\x80"), 0u);     // a surrogate
    EXPECT_EQ(findInvalidUtf8("\xF4\x90\x80\x80"), 0u); // above U+10FFFF
    EXPECT_EQ(findInvalidUtf8("\xF5\x80\x80\x80"), 0u);
    EXPECT_EQ(findInvalidUtf8("\xE2\x82"), 0u);
    EXPECT_EQ(findInvalidUtf8("\xF0\x9F\x9A"), 0u);
}

TEST(Utf8, TakesCodePointsFromTheFront) {
    std::string_view text = "aé\xFF🚀";
    EXPECT_EQ(takeCodePoint(text), U'a');
    EXPECT_EQ(takeCodePoint(text), U'é');
    EXPECT_EQ(takeCodePoint(text), kReplacementCharacter);
    EXPECT_EQ(takeCodePoint(text), U'🚀');
    EXPECT_TRUE(text.empty());
}

TEST(Utf8, CountsCodePointsNotBytes) {
    EXPECT_EQ(countCodePoints(""), 0u);
    EXPECT_EQ(countCodePoints("abc"), 3u);
    EXPECT_EQ(countCodePoints("é"), 1u);
    EXPECT_EQ(countCodePoints("日本🚀"), 3u);
}

TEST(Utf8, IsCutBetweenCharacters) {
    EXPECT_EQ(cutUtf8("aé日", 6), "aé日");
    EXPECT_EQ(cutUtf8("aé日", 5), "aé");
    EXPECT_EQ(cutUtf8("aé日", 3), "aé");
    EXPECT_EQ(cutUtf8("aé日", 2), "a");
    EXPECT_EQ(cutUtf8("日", 2), "");
}

} // namespace
} // namespace base
