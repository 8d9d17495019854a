#include "programme/reader.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    return std::string(nearestOf(word, candidates));
}

TEST(Nearest, ForgivesOneEditInThreeLetters) {
    EXPECT_EQ(nearest("titel", {"id", "title", "tagline"}), "title");
    EXPECT_EQ(nearest("tile", {"id", "title"}), "title");
    EXPECT_EQ(nearest("tittle", {"id", "title"}), "title");
    EXPECT_EQ(nearest("sumary", {"summary"}), "summary");
    EXPECT_EQ(nearest("abc", {"abd"}), "abd");
    EXPECT_EQ(nearest("abc", {"xyc"}), "");
    EXPECT_EQ(nearest("ab", {"ac"}), "");
}

TEST(Nearest, CountsASwapOfNeighboursAsOneEdit) {
    EXPECT_EQ(nearest("ehllo", {"hello"}), "hello");
    EXPECT_EQ(nearest("abc", {"acb"}), "acb");
    // "ca" → "abc" takes three edits where no part may be edited twice (two where it may).
    EXPECT_EQ(nearest("caxxxx", {"abcxxxx"}), "");
}

TEST(Nearest, PrefersTheNearerThenTheFirst) {
    EXPECT_EQ(nearest("python2", {"pythons", "python"}), "pythons");
    EXPECT_EQ(nearest("pythonista", {"pythoniser", "pythonist"}), "pythonist");
    EXPECT_EQ(nearest("python", {"pythoo", "python"}), "python");
}

TEST(Nearest, IsNothingWhereNothingIsNear) {
    EXPECT_EQ(nearest("law", {"python", "design"}), "");
    EXPECT_EQ(nearest("", {"a", ""}), "");
    EXPECT_EQ(nearest("word", {}), "");
    EXPECT_EQ(nearest(std::string(100000, 'a'), {"a", "aaaa"}), "");
}

TEST(Nearest, HandlesLongWordsThatDifferAtTheirEnds) {
    const std::string word = "x" + std::string(60, 'a') + "y";
    const std::string other = std::string(60, 'a');
    EXPECT_EQ(nearest(word, {other}), other);
}

} // namespace
} // namespace programme
