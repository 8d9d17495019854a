#include "search/index.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace search {
namespace {

/// The text with brackets around what is marked.
std::string mark(std::string_view text, std::string_view query, bool isForgiving = false) {
    std::string marked;
    std::size_t place = 0;
    for (const Mark& mark : findMarks(text, query, isForgiving)) {
        marked.append(text.substr(place, mark.begin - place)).append("[");
        marked.append(text.substr(mark.begin, mark.end - mark.begin)).append("]");
        place = mark.end;
    }
    return marked.append(text.substr(place));
}

TEST(Marks, theTypedBeginningOfEachWordIsMarked) {
    EXPECT_EQ(mark("Cartes et cartographie", "cart"), "[Cart]es et [cart]ographie");
    EXPECT_EQ(mark("Données de santé", "sante donn"), "[Donn]ées de [santé]");
}

TEST(Marks, nothingIsMarkedInsideAWord) {
    EXPECT_EQ(mark("écarte", "carte"), "écarte");
}

TEST(Marks, nothingIsMarkedWithoutWordsToLookFor) {
    EXPECT_EQ(mark("Cartes", ""), "Cartes");
    EXPECT_EQ(mark("Cartes", " - "), "Cartes");
    EXPECT_EQ(mark("", "carte"), "");
}

TEST(Marks, lettersThatFoldToSeveralAreMarkedWhole) {
    EXPECT_EQ(mark("Le cœur", "coe"), "Le [cœ]ur");
    EXPECT_EQ(mark("Le cœur", "co"), "Le [cœ]ur");
    EXPECT_EQ(mark("Le cœur", "coeu"), "Le [cœu]r");
    EXPECT_EQ(mark("Straße 5", "strasse"), "[Straße] 5");
}

TEST(Marks, accentsThatStandAloneAreMarkedWithTheirLetter) {
    EXPECT_EQ(mark("e\u0301valuation", "e"), "[e\u0301]valuation");
}

TEST(Marks, anElidedWordIsNotMarked) {
    EXPECT_EQ(mark("l’évaluation", "l'eval"), "l’[éval]uation");
    EXPECT_EQ(mark("l’évaluation", "l"), "l’évaluation");
}

TEST(Marks, aCompoundIsMarkedByItsPiecesAndAsOne) {
    EXPECT_EQ(mark("Dev full-stack", "stack"), "Dev full-[stack]");
    EXPECT_EQ(mark("Dev full-stack", "fullst"), "Dev [full-st]ack");
    EXPECT_EQ(mark("Dev full-stack", "full-stack"), "Dev [full-stack]");
    EXPECT_EQ(mark("Dev full stack", "full-stack"), "Dev [full] [stack]");
    EXPECT_EQ(mark("Node.js", "nodejs"), "[Node.js]");
}

TEST(Marks, signsOfLanguagesAreMarkedWithThem) {
    EXPECT_EQ(mark("En C++ ou C#", "c++"), "En [C++] ou C#");
    EXPECT_EQ(mark("b@liseNAV", "balise"), "[b@lise]NAV");
}

TEST(Marks, scriptsWithoutSpacesAreMarkedWhereTheyMatch) {
    EXPECT_EQ(mark("東京都の統計", "京都"), "東[京都]の統計");
    EXPECT_EQ(mark("東京都の統計", "東京都"), "[東京都]の統計");
    EXPECT_EQ(mark("カード", "かーど"), "[カード]");
}

TEST(Marks, overlappingMarksAreOne) {
    EXPECT_EQ(mark("cartographie", "cart carto"), "[carto]graphie");
}

TEST(Marks, nearWordsAreMarkedWholeOnlyWhenForgiving) {
    EXPECT_EQ(mark("Développeur Python", "pyton"), "Développeur Python");
    EXPECT_EQ(mark("Développeur Python", "pyton", true), "Développeur [Python]");
    EXPECT_EQ(mark("Développeur Python", "pyton dev", true), "[Dév]eloppeur [Python]");
}

TEST(Marks, aWordThatMatchesAsTypedIsNotMarkedNearly) {
    EXPECT_EQ(mark("Cartes et carpes", "carte", true), "[Carte]s et carpes");
}

TEST(Marks, shortWordsAreNeverMarkedNearly) {
    EXPECT_EQ(mark("un de la", "xa", true), "un de la");
}

} // namespace
} // namespace search
