#include "support/headless.h"
#include "ui/styles.h"
#include "ui/text.h"

#include <gtest/gtest.h>

namespace {

using ui::TextEngine;
using ui::TextLayout;
using ui::TextStyle;

// In the tests' fonts a Latin letter of size 20 is 10 wide.
constexpr TextStyle kStyle{.size = 20, .weight = 400, .lineHeight = 30};

class Text : public testing::Test {
protected:
    Text() : engine_(headless_.fonts()) { engine_.beginFrame(1); }
    std::vector<std::string> lines(std::string_view text, float width, int most = 0) {
        std::vector<std::string> result;
        for (const ui::TextLine& line : engine_.layout(kStyle, text, width, most).lines) result.push_back(line.text);
        return result;
    }
    support::Headless headless_;
    TextEngine engine_;
};

using Lines = std::vector<std::string>;

TEST_F(Text, BreaksAtSpacesAndLeavesThemOut) {
    EXPECT_EQ(lines("one two  three", 80), (Lines{"one two", "three"}));
    EXPECT_EQ(lines("trailing ", 80), Lines{"trailing"});
}

TEST_F(Text, KeepsTogetherWhatANoBreakSpaceJoins) {
    EXPECT_EQ(lines("prix : 4\u202F000\u00A0€", 90), (Lines{"prix :", "4\u202F000\u00A0€"}));
}

TEST_F(Text, BreaksAtANoBreakSpaceRatherThanInsideAWordThatIsWiderThanALine) {
    EXPECT_EQ(lines("abcdef\u00A0– ghi", 70), (Lines{"abcdef", "– ghi"}));
    EXPECT_EQ(lines("abcdef\u202F: ghi", 70), (Lines{"abcdef", ": ghi"}));
    EXPECT_EQ(lines("abcdefgh\u00A0i", 50), (Lines{"abcde", "fgh\u00A0i"}));
    EXPECT_FLOAT_EQ(engine_.layout(kStyle, "abcdef\u00A0– ghi", 70).width, 60);
}

TEST_F(Text, BreaksAfterHyphensAndDashesButNotBeforeDigits) {
    EXPECT_EQ(lines("Issy-les-Moulineaux", 100), (Lines{"Issy-les-", "Moulineaux"}));
    EXPECT_EQ(lines("aaaa covid-19", 100), (Lines{"aaaa", "covid-19"}));
}

TEST_F(Text, BreaksInsideAWordOnlyWhereItIsWiderThanALine) {
    EXPECT_EQ(lines("a abcdefghij", 50), (Lines{"a", "abcde", "fghij"}));
}

TEST_F(Text, BreaksBetweenIdeographsButNotBeforeClosingPunctuation) {
    EXPECT_EQ(lines("日本語の、文", 60), (Lines{"日本語", "の、文"}));
    EXPECT_EQ(lines("日本語、文", 60), (Lines{"日本", "語、文"}));
}

TEST_F(Text, OfTheSameHashAreNotTakenForEachOther) {
    TextEngine colliding(headless_.fonts(), [](std::string_view) { return std::size_t{7}; });
    colliding.beginFrame(1);
    for (const std::string_view text : {"abcde", "vwxyz", "abcde"}) {
        const TextLayout& layout = colliding.layout(kStyle, text, 100);
        ASSERT_EQ(layout.lines.size(), 1U);
        EXPECT_EQ(layout.lines.front().text, text);
    }
}

TEST_F(Text, LaidOutInOneFrameStaysValidUntilItsEnd) {
    const TextLayout& first = engine_.layout(kStyle, "first", 100);
    for (int count = 0; count < 5000; ++count) (void)engine_.layout(kStyle, std::to_string(count), 100);
    EXPECT_EQ(&engine_.layout(kStyle, "first", 100), &first);
    EXPECT_EQ(first.lines.front().text, "first");
}

TEST_F(Text, IsAsHighMeasuredAloneAsLaidOut) {
    for (const std::string_view text : {"", "a", "one two  three", "trailing ", "a abcdefghij", "Issy-les-Moulineaux",
                                        "日本語の、文", "prix : 4\u202F000\u00A0€", "two\nlines", "\n"}) {
        for (const float width : {10.0F, 50.0F, 80.0F, 500.0F})
            EXPECT_EQ(engine_.measureHeight(kStyle, text, width), engine_.layout(kStyle, text, width).height) << text;
    }
}

TEST_F(Text, CutsTheLastAllowedLineWithAnEllipsis) {
    EXPECT_EQ(lines("abcdef ghijkl", 50, 1), Lines{"abcd…"});
    EXPECT_TRUE(engine_.layout(kStyle, "abcdef ghijkl", 50, 1).isCut);
    EXPECT_EQ(lines("abc de", 60, 1), Lines{"abc de"});
    EXPECT_FALSE(engine_.layout(kStyle, "abc de", 60, 1).isCut);
}

TEST_F(Text, CutsBetweenWordsWhereTheyAreAThirdOfTheLine) {
    EXPECT_EQ(lines("abc defghijkl", 100, 1), Lines{"abc…"});
    EXPECT_EQ(lines("abc defgh ijkl", 90, 1), Lines{"abc…"});
    EXPECT_EQ(lines("abc defgh ijkl", 100, 1), Lines{"abc defgh…"});
    EXPECT_EQ(lines("ab cdefghijkl", 100, 1), Lines{"ab cdefgh…"});
    EXPECT_FLOAT_EQ(engine_.layout(kStyle, "abc defghijkl", 100, 1).width, 40);
}

TEST_F(Text, BreaksWhereTheTextSaysSo) {
    EXPECT_EQ(lines("a\nb", 100), (Lines{"a", "b"}));
}

TEST_F(Text, LinesKnowTheirPlaceInTheSource) {
    const TextLayout& layout = engine_.layout(kStyle, "été puis", 50);
    ASSERT_EQ(layout.lines.size(), 2u);
    EXPECT_EQ(layout.lines[1].begin, std::string_view("été ").size());
    EXPECT_EQ(layout.lines[1].end, std::string_view("été puis").size());
    EXPECT_FLOAT_EQ(layout.height, 60);
    EXPECT_FLOAT_EQ(layout.width, 40);
}

TEST_F(Text, TrackingWidensEachCharacter) {
    TextStyle wide = kStyle;
    wide.tracking = 2;
    EXPECT_FLOAT_EQ(engine_.measure(kStyle, "abc"), 30);
    EXPECT_FLOAT_EQ(engine_.measure(wide, "abc"), 36);
}

TEST_F(Text, AWordOfAShapedScriptIsOneCluster) {
    // The word has five letters, but the width of one glyph: it is a cluster.
    EXPECT_FLOAT_EQ(engine_.measure(kStyle, "مرحبا"), 20);
    EXPECT_FLOAT_EQ(engine_.measure(kStyle, "👩‍🚀"), 20);
    EXPECT_FLOAT_EQ(engine_.measure(kStyle, "e\u0301"), 20);
}

TEST_F(Text, WithoutClustersEachCodePointIsAGlyph) {
    ui::FontSet fonts = headless_.fonts();
    fonts.clusters = nullptr;
    TextEngine plain(fonts);
    plain.beginFrame(1);
    EXPECT_FLOAT_EQ(plain.measure(kStyle, "مرحبا"), 50);
}

TEST_F(Text, BrokenUtf8IsReplacedAndNeverReadPastItsEnd) {
    EXPECT_EQ(engine_.layout(kStyle, "a\xE2\x82", 100).lines.size(), 1u);
}

TEST_F(Text, AnEmptyTextHasNoLines) {
    EXPECT_TRUE(engine_.layout(kStyle, "", 100).lines.empty());
    EXPECT_FLOAT_EQ(engine_.layout(kStyle, "", 100).height, 0);
}

TEST(Clusters, FallApartOnceTheTableIsFull) {
    ui::ClusterTable table;
    for (int index = 0; index < 6400; ++index) ASSERT_TRUE(table.codePointFor("c" + std::to_string(index)).has_value());
    EXPECT_FALSE(table.codePointFor("one more").has_value());
    EXPECT_EQ(table.textOf(*table.codePointFor("c7")), "c7");
    EXPECT_EQ(table.textOf(U'a'), "");
}

TEST(Capitals, CoverTheLettersOfEuropesScripts) {
    EXPECT_EQ(ui::inCapitals(ui::withoutLanguage("Métier et œuvre, façon ÿ")).text, "MÉTIER ET ŒUVRE, FAÇON Ÿ");
    EXPECT_EQ(ui::inCapitals(ui::withoutLanguage("łódź αβγς привет")).text, "ŁÓDŹ ΑΒΓΣ ПРИВЕТ");
    EXPECT_EQ(ui::inCapitals(ui::withoutLanguage("日本 ß ÷")).text, "日本 ß ÷");
}

} // namespace
