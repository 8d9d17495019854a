#include "search/characters.h"
#include "search/folding.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace search {
namespace {

/// The words in order: spaces between them, joined compounds in brackets, pairs and tails as they are.
std::string cut(std::string_view text) {
    WordList list;
    readWords(text, list);
    std::string cut;
    for (const Word& word : list.words) {
        if (!cut.empty()) cut += ' ';
        const bool isJoined = word.kind == WordKind::joined;
        cut.append(isJoined ? "[" : "").append(list.in(word)).append(isJoined ? "]" : "");
    }
    return cut;
}

TEST(Folding, caseAndAccentsOfLatinLettersAreFolded) {
    EXPECT_EQ(cut("ÉVALUATION Évaluation évaluation"), "evaluation evaluation evaluation");
    EXPECT_EQ(cut("àâä ç éèêë îï ôö ùûü ÿ ñ å"), "aaa c eeee ii oo uuu y n a");
    EXPECT_EQ(cut("Łódź Đà Nẵng Čapek Şişli İzmir Dvořák ŐŰ"), "lodz da nang capek sisli izmir dvorak ou");
}

TEST(Folding, ligaturesAndSpecialLettersBecomeTheLettersTheyAreTypedAs) {
    EXPECT_EQ(cut("Œuvre cœur ÆSIR Straße STRAẞE ﬁnance ﬂux Þór eﬃcace Ĳssel"),
              "oeuvre coeur aesir strasse strasse finance flux thor efficace ijssel");
}

TEST(Folding, anAccentThatStandsAloneIsIgnored) {
    EXPECT_EQ(cut("e\u0301valuation"), "evaluation");
    EXPECT_EQ(cut("\u0301"), "");
}

TEST(Folding, softHyphensAndJoinersInsideAWordAreIgnored) {
    EXPECT_EQ(cut("ad\u00ADmi\u200Dnis\u2060tration"), "administration");
}

TEST(Folding, greekAndCyrillicAreFolded) {
    EXPECT_EQ(cut("ΆΡΘΡΟ άρθρο σοφός ἀρχὴ ΰ"), "αρθρο αρθρο σοφοσ αρχη υ");
    EXPECT_EQ(cut("Ёлка йод ЇЖАК Ґанок Ӂ"), "елка иод іжак ґанок ж");
}

TEST(Folding, armenianAndGeorgianCapitalsAreFolded) {
    EXPECT_EQ(cut("ԵՐԵՎԱՆ ᲗᲑᲘᲚᲘᲡᲘ"), "երեվան თბილისი");
}

TEST(Folding, arabicVowelSignsAndFormsOfALetterAreFolded) {
    EXPECT_EQ(cut("مُحَمَّد أحمد إدارة مـــدينة"), "محمد احمد اداره مدينه");
    EXPECT_EQ(cut("٢٠١٧ ۲۰۱۷"), "2017 2017");
}

TEST(Folding, hebrewPointsAndFinalLettersAreFolded) {
    EXPECT_EQ(cut("שָׁלוֹם"), "שלומ");
}

TEST(Folding, fullWidthLettersSuperscriptsAndRomanNumeralsBecomePlainOnes) {
    EXPECT_EQ(cut("ＡＢＣ１２ x² H₂O Ⅳ"), "abc12 x2 h2o ⅳ");
}

TEST(Folding, symbolsEmojiAndNoBreakSpacesSeparate) {
    EXPECT_EQ(cut("a\u00A0b\u202Fc → d « e » 4\u202F000\u00A0€ f😀g — h/i"), "a b c d e 4 000 f g h i");
}

TEST(Folding, anElidedWordIsNone) {
    for (const std::string_view apostrophe : {"'", "’", "ʼ", "‘", "´"}) {
        EXPECT_EQ(cut("l" + std::string(apostrophe) + "évaluation"), "evaluation");
    }
    EXPECT_EQ(cut("jusqu’ici qu’on D’Artagnan"), "ici on artagnan");
}

TEST(Folding, anApostropheAtTheEndOfWhatIsTypedIsNoElision) {
    EXPECT_EQ(cut("l’"), "l");
}

TEST(Folding, otherApostrophesMakeCompounds) {
    EXPECT_EQ(cut("aujourd’hui don't"), "aujourd hui [aujourdhui] don t [dont]");
}

TEST(Folding, hyphensDotsAndUnderscoresMakeCompounds) {
    EXPECT_EQ(cut("full-stack Node.js d3.js data_gouv"),
              "full stack [fullstack] node js [nodejs] d3 js [d3js] data gouv [datagouv]");
    EXPECT_EQ(cut("Saint‑Étienne l’e-mail"), "saint etienne [saintetienne] e mail [email]");
    EXPECT_EQ(cut("développeur·euse"), "developpeur euse [developpeureuse]");
}

TEST(Folding, hyphensAndDotsBesideSpacesSeparate) {
    EXPECT_EQ(cut("un - deux. trois -quatre cinq- .NET ..."), "un deux trois quatre cinq net");
}

TEST(Folding, plusAndHashBelongToTheWordBeforeThem) {
    EXPECT_EQ(cut("C++ C# F# c++17 #tag + # a+b"), "c++ c# f# c++ 17 tag a+ b");
}

TEST(Folding, ampersandAndAtBetweenLettersBelongToTheWord) {
    EXPECT_EQ(cut("R&D b@liseNAV R & D @home a@ &b"), "r&d balisenav r d home a b");
}

TEST(Folding, scriptsWithoutSpacesAreCutIntoPairsAndTheLastCharacter) {
    EXPECT_EQ(cut("東京都"), "東京 京都 都");
    EXPECT_EQ(cut("カード、AI技術"), "かー ーど ど ai 技術 術");
    EXPECT_EQ(cut("ภาษา"), "ภา าษ ษา า");
}

TEST(Folding, koreanWordsStayWhole) {
    EXPECT_EQ(cut("데이터 분석"), "데이터 분석");
}

TEST(Folding, bytesThatAreNotUtf8Separate) {
    EXPECT_EQ(cut("a\xFF"
                  "b\xC3"
                  " c\x80\xE2\x82"),
              "a b c");
}

TEST(Folding, anEmptyTextHasNoWords) {
    EXPECT_EQ(cut(""), "");
}

std::string encode(char32_t codePoint) {
    const auto lead = [](unsigned mark, char32_t bits) { return static_cast<char>(mark | bits); };
    const auto next = [codePoint](unsigned shift) { return static_cast<char>(0x80u | (codePoint >> shift & 0x3Fu)); };
    if (codePoint < 0x80) return {lead(0, codePoint)};
    if (codePoint < 0x800) return {lead(0xC0, codePoint >> 6u), next(0)};
    if (codePoint < 0x10000) return {lead(0xE0, codePoint >> 12u), next(6), next(0)};
    return {lead(0xF0, codePoint >> 18u), next(12), next(6), next(0)};
}

/// Calls `visit(text, folded)` for every code point that UTF-8 can write; of those behind the last alphabet, which are
/// folded in long ranges, for one in 29.
template <typename Visitor>
void forEachCharacter(Visitor visit) {
    constexpr char32_t kDense = 0x3400;
    for (char32_t codePoint = 1; codePoint < 0x110000; codePoint += codePoint < kDense ? 1 : 29) {
        if (codePoint >= 0xD800 && codePoint < 0xE000) continue;
        const std::string text = encode(codePoint);
        visit(text, foldCharacter(text, 0));
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(Folding, noCharacterGetsLonger) {
    forEachCharacter([](const std::string& text, const FoldedCharacter& folded) {
        ASSERT_EQ(folded.sourceLength, text.size()) << text;
        ASSERT_LE(folded.length, text.size()) << text;
    });
}

TEST(Folding, whatIsFoldedStaysAsItIsWhenItIsFoldedAgain) {
    forEachCharacter([](const std::string& text, const FoldedCharacter& folded) {
        const bool isLetter = folded.kind == CharacterKind::letter || folded.kind == CharacterKind::unspaced;
        if (!isLetter) return;
        std::string twice;
        for (std::size_t place = 0; place < folded.length;) {
            const FoldedCharacter again = foldCharacter(folded.letters(), place);
            ASSERT_EQ(again.kind, folded.kind) << text;
            twice += again.letters();
            place += again.sourceLength;
        }
        ASSERT_EQ(twice, folded.letters()) << text;
    });
}

TEST(Folding, asciiLettersFoldTheSameByEitherFunction) {
    for (int character = 1; character < 0x80; ++character) {
        const char given = static_cast<char>(character);
        const FoldedCharacter folded = foldCharacter(std::string_view(&given, 1), 0);
        const char expected = folded.kind == CharacterKind::letter ? folded.bytes[0] : '\0';
        EXPECT_EQ(foldAsciiLetter(given), expected) << character;
    }
}

TEST(Folding, wordsKnowTheirPlacesInTheText) {
    const std::string_view text = "Un cœur,  full-stack!";
    WordList list;
    readWords(text, list);
    std::string places;
    for (const Word& word : list.words) places.append(text.substr(word.begin, word.end - word.begin)).append("|");
    EXPECT_EQ(places, "Un|cœur|full|stack|full-stack|");
}

TEST(Folding, thePiecesOfACompoundShareItsNumber) {
    WordList list;
    readWords("a full-stack b", list);
    std::string numbers;
    for (const Word& word : list.words) numbers += std::to_string(word.compound);
    EXPECT_EQ(numbers, "01112");
}

TEST(Folding, aPrefixEndsBehindTheWholeCharacterThatItNeeds) {
    const std::string_view text = "Cœurs";
    EXPECT_EQ(text.substr(0, endOfPrefix(text, 0, text.size(), 1)), "C");
    EXPECT_EQ(text.substr(0, endOfPrefix(text, 0, text.size(), 2)), "Cœ");
    EXPECT_EQ(text.substr(0, endOfPrefix(text, 0, text.size(), 3)), "Cœ");
    EXPECT_EQ(text.substr(0, endOfPrefix(text, 0, text.size(), 4)), "Cœu");
}

TEST(Folding, aPrefixTakesTheAccentsBehindItsLastLetter) {
    const std::string_view text = "e\u0301te\u0301";
    EXPECT_EQ(endOfPrefix(text, 0, text.size(), 1), std::string_view("e\u0301").size());
    EXPECT_EQ(endOfPrefix(text, 0, text.size(), 3), text.size());
}

TEST(Folding, aPrefixOfACompoundSpansItsHyphenOnlyWhereALetterFollows) {
    const std::string_view text = "full-stack";
    EXPECT_EQ(endOfPrefix(text, 0, text.size(), 4), 4u);
    EXPECT_EQ(endOfPrefix(text, 0, text.size(), 5), 6u);
    EXPECT_EQ(endOfPrefix(text, 0, text.size(), 9), 10u);
}

} // namespace
} // namespace search
