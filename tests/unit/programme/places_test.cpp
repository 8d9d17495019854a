// Lines and columns: characters for people, UTF-16 code units for JavaScript.
#include "programme/reader.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

/// Where the last problem of the file is.
Place placeOf(const std::string& text, ColumnUnit unit) {
    const ReadResult result = read(text, {.columns = unit});
    EXPECT_FALSE(result.problems.empty()) << text;
    return result.problems.empty() ? Place{0, 0} : result.problems.back().place;
}

void expectColumns(const std::string& text, std::size_t line, std::size_t inCodePoints, std::size_t inUtf16) {
    const Place byCodePoints = placeOf(text, ColumnUnit::codePoint);
    const Place byUtf16 = placeOf(text, ColumnUnit::utf16CodeUnit);
    EXPECT_EQ(byCodePoints.line, line) << text;
    EXPECT_EQ(byUtf16.line, line) << text;
    EXPECT_EQ(byCodePoints.column, inCodePoints) << text;
    EXPECT_EQ(byUtf16.column, inUtf16) << text;
}

// In each text the last problem is the `?`, which is no JSON.

TEST(Places, OfPlainTextAreTheSameInEitherUnit) {
    expectColumns("?", 1, 1, 1);
    expectColumns("[1, ?]", 1, 5, 5);
    expectColumns("[\n\n  ?]", 3, 3, 3);
}

TEST(Places, AccentsAndOtherLettersOfTheFirstPlaneCountOnce) {
    expectColumns("[\"é日\uFFFD\", ?]", 1, 9, 9);
}

TEST(Places, CombiningMarksCountAsCharactersOfTheirOwn) {
    expectColumns("[\"e\u0301\u0323\", ?]", 1, 9, 9);
}

TEST(Places, CharactersOfOtherPlanesCountTwiceInUtf16) {
    expectColumns("[\"\U0001F600\", ?]", 1, 7, 8);
    expectColumns("[\"\U00010000\U0010FFFF\", ?]", 1, 8, 10);
    expectColumns("[\"\U0001F469\u200D\U0001F52C\", ?]", 1, 9, 11); // one picture of three characters
}

TEST(Places, EachLineCountsAnew) {
    expectColumns("[\"\U0001F600\",\n\"\U0001F600\U0001F600\", ?]", 2, 7, 9);
    expectColumns("[\"\U0001F600\",\n?]", 2, 1, 1);
}

TEST(Places, ACarriageReturnEndsItsLineWithTheLineFeed) {
    expectColumns("[\"\U0001F600\",\r\n \"\U0001F600\", ?]\r\n", 2, 7, 8);
}

TEST(Places, AByteOrderMarkTakesNoColumn) {
    expectColumns("\uFEFF[\"\U0001F600\", ?]", 1, 7, 8);
}

TEST(Places, AnEscapedPairIsTwelveCharactersInEitherUnit) {
    expectColumns(R"(["\ud83d\ude00", ?])", 1, 18, 18);
}

TEST(Places, ALeftOutPartHasItsColumnInTheUnitAsked) {
    const std::string text =
        R"({"schemaVersion": 1, "id": "a", "title": "😀", "new": 1, "defaultLanguage": "fr", "timeZone": "UTC",
"application": {"url": "https://example.org", "opens": "2017-09-27", "closes": "2017-10-27"},
"skills": [{"id": "python", "label": "Python"}], "milestones": [],
"challenges": [{"id": "one", "title": "One", "summary": "Sum", "host": {"name": "Host"},
"profiles": [{"title": "Dev", "skills": ["python"]}]}]})";
    const auto columnIn = [&](ColumnUnit unit) {
        const ReadResult result = read(text, {.columns = unit, .unknownParts = UnknownParts::areLeftOut});
        EXPECT_EQ(result.warnings.size(), 1u);
        return result.warnings.empty() ? 0 : result.warnings.front().place.column;
    };
    EXPECT_EQ(columnIn(ColumnUnit::codePoint), 47u);
    EXPECT_EQ(columnIn(ColumnUnit::utf16CodeUnit), 48u);
}

} // namespace
} // namespace programme
