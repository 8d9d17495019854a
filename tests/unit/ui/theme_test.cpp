#include "ui/theme.h"

#include <gtest/gtest.h>

namespace {

using ui::Colour;
using ui::contrast;
using ui::Theme;

constexpr Colour kBlack = 0xFF000000;
constexpr Colour kWhite = 0xFFFFFFFF;
constexpr float kLeastOfWords = 4.5F; // https://www.w3.org/TR/WCAG22/#contrast-minimum

TEST(Contrast, IsThatOfTheGuidelines) {
    EXPECT_FLOAT_EQ(contrast(kBlack, kWhite), 21);
    EXPECT_FLOAT_EQ(contrast(kWhite, kBlack), 21);
    EXPECT_FLOAT_EQ(contrast(kWhite, kWhite), 1);
    EXPECT_NEAR(contrast(0xFF767676, kWhite), 4.54F, 0.01F); // the lightest grey with a contrast of 4.5 on white
}

TEST(MixToContrast, TakesAsLittleAsItNeeds) {
    const Colour mixed = ui::mixToContrast(kWhite, kBlack, 3);
    EXPECT_GE(contrast(mixed, kWhite), 3);
    EXPECT_LT(contrast(mixed, kWhite), 3.5F);
    EXPECT_EQ(ui::mixToContrast(kWhite, 0xFFEEEEEE, 3), 0xFFEEEEEE);
}

class Themes : public testing::TestWithParam<bool> {
protected:
    const Theme& theme_ = GetParam() ? ui::darkTheme() : ui::lightTheme();
};

TEST_P(Themes, WordsCanBeReadOnEveryGround) {
    for (const Colour ground : {theme_.background, theme_.surface, theme_.surfaceStrong}) {
        for (const Colour ink : {theme_.ink, theme_.inkSoft, theme_.inkFaint, theme_.accent})
            EXPECT_GE(contrast(ink, ground), kLeastOfWords) << std::hex << ink << " on " << ground;
    }
    EXPECT_GE(contrast(theme_.onAccent, theme_.accent), kLeastOfWords);
    EXPECT_GE(contrast(theme_.accent, theme_.accentWeak), kLeastOfWords);
    EXPECT_GE(contrast(theme_.open, theme_.openWeak), kLeastOfWords);
    EXPECT_GE(contrast(theme_.background, theme_.today), kLeastOfWords);
    EXPECT_GE(contrast(theme_.onMatch, theme_.match), kLeastOfWords);
}

TEST_P(Themes, GroupsStandOutFromEveryGroundHoweverManyThereAre) {
    for (std::size_t group = 0; group < 40; ++group) {
        for (const Colour ground : {theme_.background, theme_.surface, theme_.surfaceStrong})
            EXPECT_GE(contrast(ui::groupColour(theme_, group), ground), ui::kLeastContrastOfSigns) << group;
    }
}

TEST_P(Themes, WordsOnAnyAccentCanBeRead) {
    for (const Colour accent : {kBlack, kWhite, Colour{0xFF0000FF}, Colour{0xFF00FFFF}, Colour{0xFF808080}}) {
        const Theme changed = ui::withAccent(theme_, accent);
        EXPECT_GE(contrast(changed.onAccent, changed.accent), 4.4F) << std::hex << accent; // near-black, not black
    }
}

class ThemesWithMoreContrast : public testing::TestWithParam<bool> {
protected:
    const Theme& usual_ = GetParam() ? ui::darkTheme() : ui::lightTheme();
    const Theme& theme_ = GetParam() ? ui::darkThemeWithMoreContrast() : ui::lightThemeWithMoreContrast();
};

TEST_P(ThemesWithMoreContrast, HaveWordsAndLinesThatStandOutMore) {
    constexpr float kMoreOfWords = 7; // https://www.w3.org/TR/WCAG22/#contrast-enhanced
    EXPECT_EQ(theme_.isDark, usual_.isDark);
    for (const Colour ground : {theme_.background, theme_.surface}) {
        for (const Colour ink : {theme_.ink, theme_.inkSoft, theme_.inkFaint, theme_.accent, theme_.today})
            EXPECT_GE(contrast(ink, ground), kMoreOfWords) << std::hex << ink << " on " << ground;
        EXPECT_GE(contrast(theme_.line, ground), kLeastOfWords);
        EXPECT_LT(contrast(usual_.line, ground), ui::kLeastContrastOfSigns) << "otherwise it is faint";
        for (std::size_t group = 0; group < theme_.groups.size(); ++group)
            EXPECT_GE(contrast(ui::groupColour(theme_, group), ground), kMoreOfWords) << group;
    }
    EXPECT_GE(contrast(theme_.onAccent, theme_.accent), kMoreOfWords);
    EXPECT_GE(contrast(theme_.open, theme_.openWeak), kMoreOfWords);
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, ThemesWithMoreContrast, testing::Bool(),
                         [](const auto& one) { return one.param ? "dark" : "light"; });

INSTANTIATE_TEST_SUITE_P(LightAndDark, Themes, testing::Bool(),
                         [](const auto& one) { return one.param ? "dark" : "light"; });

} // namespace
