// The language that each text is said to be in (WCAG 3.1.2, https://www.w3.org/TR/WCAG22/#language-of-parts), on whole
// visits: a programme without translations, an interface in another language than its page, links to other languages.
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace {

using nlohmann::json;
using semantics::Node;
using semantics::Role;
using semantics::Tree;
using support::Visitor;

constexpr std::string_view kMark = "Ξ"; // before each word that stands in French alone

std::string markWords(const std::string& text) {
    std::string marked;
    bool isAtStart = true;
    for (const char letter : text) {
        if (isAtStart && letter != ' ') marked += kMark;
        isAtStart = letter == ' ';
        marked += letter;
    }
    return marked;
}

/// Removes all translations but the French ones, whose words are each marked.
void keepMarkedFrench(json& value) {
    if (value.is_object() && value.contains("fr") && value["fr"].is_string()) {
        value = json{{"fr", markWords(value["fr"].get<std::string>())}};
        return;
    }
    if (value.is_structured()) {
        for (json& part : value) keepMarkedFrench(part);
    }
}

/// All texts of the file are only in French; one more challenge has an English text, so that the file has English.
std::string frenchProgramme() {
    json file = json::parse(support::readProjectFile("tests/data/programmes/good/one-challenge.json"));
    json english = file["challenges"][0];
    keepMarkedFrench(file);
    english["id"] = "english";
    file["challenges"].push_back(english);
    return file.dump();
}

/// The language in which a screen reader reads the node.
std::string_view languageOf(const Tree& tree, const Node& node) {
    for (const Node* around = &node; around->id != semantics::kRootId; around = tree.find(around->parent)) {
        if (!around->language.empty()) return around->language;
    }
    return tree.language;
}

/// "2 × Ξdata" begins with its mark, "Remove Ξdata" does not: that sentence is the interface's.
bool beginsWithMark(std::string_view words) {
    const std::size_t first = words.find_first_not_of("0123456789. ×…\u00A0");
    return first != std::string_view::npos && words.substr(first).starts_with(kMark);
}

void expectLanguage(const Tree& tree, const Node& node, const std::string& words) {
    if (words.empty()) return;
    if (beginsWithMark(words)) {
        EXPECT_EQ(languageOf(tree, node), "fr") << words;
    }
    const bool isInterface = words.find(kMark) == std::string::npos;
    if (isInterface && words.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) {
        EXPECT_NE(languageOf(tree, node), "fr") << words;
    }
}

/// Returns the number of texts that are in the default language.
std::size_t expectLanguages(const Visitor& visitor) {
    const Tree& tree = visitor.tree();
    std::size_t count = 0;
    for (const Node& node : tree.nodes) {
        // The buttons of the header name each language in itself.
        if (node.role == Role::button && node.name.starts_with("FR, ")) continue;
        expectLanguage(tree, node, node.name);
        expectLanguage(tree, node, semantics::textOfLines(node));
        if (node.language == "fr") ++count;
    }
    return count;
}

TEST(Languages, WhatIsNotTranslatedSaysItsLanguage) {
    const std::string programme = frenchProgramme();
    for (const float width : {390.0F, 900.0F, 1440.0F}) {
        for (const char* query : {"", "defi=old-maps", "q=%CE%9Ecart", "competences=gis,paleography", "vue=filtres",
                                  "choix=old-maps&vue=choix", "etape=call"}) {
            SCOPED_TRACE(std::to_string(width) + " " + query);
            Visitor visitor(programme, {.width = width, .query = std::string("lang=en&now=2019-03-01&") + query});
            ASSERT_TRUE(visitor.problems().empty());
            EXPECT_EQ(visitor.tree().language, "en");
            EXPECT_GE(expectLanguages(visitor), 1U);
        }
    }
}

/// The first text node with this text.
const Node& textOf(const Visitor& visitor, std::string_view words) {
    for (const Node& node : visitor.tree().nodes) {
        if (node.role == Role::text && semantics::textOfLines(node) == words) return node;
    }
    ADD_FAILURE() << "no text " << words;
    return visitor.tree().nodes.front();
}

TEST(Languages, EachFieldThatIsNotTranslatedIsSeen) {
    const Visitor overview(frenchProgramme(), {.width = 1440, .query = "lang=en&now=2019-03-01&etape=call"});
    const Visitor detail(frenchProgramme(), {.width = 1440, .query = "lang=en&now=2019-03-01&defi=old-maps"});
    for (const char* words : {"ΞUn Ξseul Ξdéfi", "ΞAider Ξles Ξarchives Ξà Ξretrouver Ξleurs Ξcartes", "Ξ12 Ξ000",
                              "Ξcartes", "ΞDe Ξla Ξpatience.", "ΞCartographie", "ΞLe Ξdépôt Ξse Ξfait Ξen Ξligne.",
                              "ΞAppel Ξà Ξcandidatures", "ΞLes Ξdonnées", "ΞCartes Ξanciennes"})
        EXPECT_EQ(languageOf(overview.tree(), textOf(overview, words)), "fr") << words;
    EXPECT_EQ(languageOf(detail.tree(), textOf(detail, "ΞSituer Ξchaque Ξcarte Ξancienne.")), "fr");
    // The names in the timeline are not painted.
    EXPECT_EQ(languageOf(overview.tree(), overview.node(Role::button, "ΞPromotion, May 2019")), "fr");
    EXPECT_EQ(overview.node(Role::checkbox, "ΞPaléographie").language, "fr");
    EXPECT_EQ(detail.node(Role::complementary, "ΞCartes Ξanciennes").language, "fr");
    // Inside of it the language is the page's.
    EXPECT_EQ(languageOf(detail.tree(), detail.node(Role::button, "Close")), "en");
}

TEST(Languages, AnOpenChallengeShowsASkillsOtherNamesInTheVisitorsLanguageAlone) {
    const std::string programme = support::readProjectFile("tests/data/programmes/good/one-challenge.json");
    const Visitor french(programme, {.query = "defi=old-maps&now=2019-03-01"});
    EXPECT_TRUE(french.seesText("Cartographie\u00A0: SIG, QGIS"));
    const Visitor english(programme, {.query = "lang=en&defi=old-maps&now=2019-03-01"});
    EXPECT_TRUE(english.seesText("Mapping: GIS, QGIS"));
    for (const Visitor* visitor : {&french, &english}) EXPECT_FALSE(visitor->seesText("carte,"));
    // A search finds it by all of them.
    for (const std::string_view words : {"sig", "gis", "qgis", "carte"}) {
        const Visitor visitor(programme, {.query = "lang=en&now=2019-03-01&q=" + std::string(words)});
        EXPECT_TRUE(visitor.sees(Role::heading, "1 challenge")) << words;
    }
}

TEST(Languages, OfTheInterfaceDiffersFromThePageThatItDoesNotSpeak) {
    json file = json::parse(support::readProjectFile("tests/data/programmes/good/one-challenge.json"));
    file["title"] = {{"fr", "Un seul défi"}, {"de", "Nur eine Aufgabe"}};
    const Visitor visitor(file.dump(), {.width = 1440, .query = "lang=de&now=2019-03-01"});
    EXPECT_EQ(visitor.tree().language, "de");
    EXPECT_EQ(languageOf(visitor.tree(), textOf(visitor, "Nur eine Aufgabe")), "de");
    EXPECT_EQ(languageOf(visitor.tree(), textOf(visitor, "1 challenge")), "en");
    EXPECT_EQ(visitor.node(Role::region, "Challenges").language, "en");
    EXPECT_EQ(languageOf(visitor.tree(), textOf(visitor, "Cartes anciennes")), "fr");
}

TEST(Languages, OfTheFarCardsOfALongListAreSaid) {
    json file = json::parse(support::readProjectFile("tests/data/programmes/good/400-challenges.json"));
    file["title"] = {{"fr", "Quatre cents"}, {"en", "Four hundred"}};
    file["defaultLanguage"] = "fr";
    for (json& challenge : file["challenges"]) {
        challenge["title"] = {{"fr", std::string(kMark) + challenge["id"].get<std::string>()}};
    }
    const Visitor visitor(file.dump(), {.width = 900, .query = "lang=en"});
    ASSERT_TRUE(visitor.problems().empty());
    std::size_t count = 0;
    for (const Node& node : visitor.tree().nodes) {
        if (node.role != Role::text || !semantics::textOfLines(node).starts_with(kMark)) continue;
        EXPECT_EQ(languageOf(visitor.tree(), node), "fr");
        ++count;
    }
    EXPECT_GE(count, 400U);
}

TEST(Languages, OfWhatALinkLeadsToIsNotThatOfItsLabel) {
    const Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                          {.width = 1440, .query = "lang=en&defi=gobelins&now=2017-10-15"});
    std::size_t count = 0;
    for (const Node& node : visitor.tree().nodes) {
        if (node.role != Role::link) continue;
        EXPECT_EQ(languageOf(visitor.tree(), node), "en") << semantics::accessibleName(visitor.tree(), node);
        if (node.linkLanguage == "fr") ++count;
    }
    EXPECT_GE(count, 5U);
}

} // namespace
