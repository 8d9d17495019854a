// From the choice of challenges to the application form: the closing date, the selection, the hand-off.
#include "support/files.h"
#include "support/synthetic_programme.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using semantics::Node;
using support::Role;
using support::Visitor;
using support::VisitorOptions;

std::string programmeOf2018() {
    return support::readProjectFile("data/eig-2018.json");
}

Visitor choose(VisitorOptions options) {
    if (options.query.find("now=") == std::string::npos) options.query += "&now=2017-10-15";
    return Visitor(programmeOf2018(), std::move(options));
}

const std::vector<float> kPhoneWidths = {240, 280, 320, 360, 390};

// ── The closing date ──

TEST(Choosing, TheClosingDateStandsInTheFootOfAPhoneAtAnyWidthAndIsNotCut) {
    struct State {
        std::string now, language, words;
    };
    const std::vector<State> states = {
        {"2017-09-26", "fr", "Ouvre demain"},
        {"2017-09-01", "en", "Opens on 27\u00A0September"},
        {"2017-10-15", "fr", "Jusqu’au 27\u00A0octobre, 17\u00A0h"},
        {"2017-10-26", "en", "Until 27\u00A0October, 5\u00A0p.m."},
        {"2017-10-27T12:00", "fr", "Aujourd’hui, jusqu’à 17\u00A0h"},
        {"2018-03-01", "fr", "Candidatures closes depuis le 27\u00A0octobre 2017"},
        {"2018-03-01", "en", "Applications closed on 27\u00A0October 2017"},
    };
    for (const State& state : states) {
        for (const float width : kPhoneWidths) {
            for (const std::string& open : {std::string(), std::string("&defi=gobelins")}) {
                SCOPED_TRACE(state.now + ' ' + state.language + ' ' + std::to_string(width) + open);
                const Visitor visitor = choose({.width = width,
                                                .height = 500,
                                                .query = "lang=" + state.language + open + "&now=" + state.now,
                                                .hasCoarsePointer = true});
                const Node& foot =
                    visitor.node(Role::region, state.language == "fr" ? "Candidature" : "Application", true);
                std::string words = semantics::textContent(visitor.tree(), foot.id);
                EXPECT_NE(words.find(state.words), std::string::npos) << words;
                for (const Node& node : visitor.tree().nodes) {
                    const semantics::Rect rect = semantics::absoluteRect(visitor.tree(), node.id);
                    if (rect.y < semantics::absoluteRect(visitor.tree(), foot.id).y) continue;
                    EXPECT_FALSE(node.isCut) << node.lines.front();
                    EXPECT_LE(rect.x + rect.width, width) << rect.x;
                }
            }
        }
    }
}

TEST(Choosing, ADateOfAnotherYearHasItsYear) {
    const Visitor visitor = choose({.query = "now=2016-12-30"});
    EXPECT_TRUE(visitor.seesText("Ouvre le 27\u00A0septembre 2017 · dans 271 jours"));
}

// ── The selection ──

std::string starOf(std::string_view challenge) {
    return "Garder " + std::string(challenge) + " dans ma sélection";
}

TEST(Choosing, AStarMovesNothingAndIsCountedInTheFoot) {
    for (const float width : {390.0F, 800.0F, 1280.0F}) {
        SCOPED_TRACE(width);
        Visitor visitor = choose({.width = width, .height = 844, .hasCoarsePointer = width < 700});
        const auto place = [&](Role role, std::string_view name) {
            return semantics::absoluteRect(visitor.tree(), visitor.find(role, name, true));
        };
        const semantics::Rect heading = place(Role::heading, "13 défis");
        const semantics::Rect card = place(Role::link, "Gobelins");
        const semantics::Rect about = place(Role::heading, "Le programme");
        visitor.click(Role::button, starOf("Gobelins"));
        EXPECT_EQ(place(Role::heading, "13 défis"), heading);
        EXPECT_EQ(place(Role::link, "Gobelins"), card);
        EXPECT_EQ(place(Role::heading, "Le programme"), about);
        EXPECT_TRUE(visitor.sees(Role::button, "Ma sélection (1)"));
        visitor.click(Role::button, starOf("Hopkins"));
        EXPECT_TRUE(visitor.sees(Role::button, "Ma sélection (2)"));
    }
}

TEST(Choosing, TheFormsLimitCountsAtTheHandOffAlone) {
    Visitor visitor = choose({});
    for (const std::string_view name : {"Hopkins", "Gobelins", "dataESR", "EIG Link", "ArchiFiltre"}) {
        EXPECT_FALSE(visitor.node(Role::button, starOf(name)).isDisabled);
        visitor.click(Role::button, starOf(name));
    }
    EXPECT_EQ(visitor.address(), "choix=hopkins,gobelins,dataesr,eig-link,archifiltre&now=2017-10-15");
    visitor.click(Role::button, "Ma sélection (5)");
    EXPECT_EQ(visitor.count(Role::article), 5u);
    EXPECT_TRUE(visitor.seesText("les 3 premiers de votre sélection partent avec elle"));
    EXPECT_TRUE(visitor.seesText("ne partent pas avec la candidature"));
    visitor.click(Role::button, "Placer EIG Link avant");
    visitor.click(Role::button, "Copier", true);
    EXPECT_EQ(visitor.clipboard(), "Hopkins\nGobelins\nEIG Link");
}

TEST(Choosing, ARowOfTheSelectionHasItsRankAndWhatMovesIt) {
    for (const float width : {320.0F, 390.0F, 700.0F, 1280.0F}) {
        SCOPED_TRACE(width);
        const Visitor visitor = choose({.width = width,
                                        .query = "vue=choix&choix=hopkins,gobelins,dataesr,eig-link,archifiltre",
                                        .hasCoarsePointer = width < 700});
        std::size_t rank = 0;
        for (const semantics::NodeId card : semantics::findAll(visitor.tree(), Role::article, "")) {
            const semantics::NodeId row = visitor.tree().find(card)->parent;
            const std::string text = semantics::textContent(visitor.tree(), row);
            ++rank;
            EXPECT_NE((' ' + text).find(' ' + std::to_string(rank) + ' '), std::string::npos) << text;
            EXPECT_EQ(text.find("Le formulaire prend 3 défis") != std::string::npos, rank == 4);
            const semantics::Rect around = semantics::absoluteRect(visitor.tree(), row);
            for (const semantics::Node& node : visitor.tree().nodes) {
                if (node.parent != row || !node.isInteractive) continue;
                const semantics::Rect rect = semantics::absoluteRect(visitor.tree(), node.id);
                EXPECT_GT(rect.x, around.x);
                EXPECT_LT(rect.x + rect.width, around.x + around.width);
                EXPECT_LT(rect.y + rect.height, around.y + around.height);
            }
        }
        EXPECT_EQ(rank, 5u);
    }
}

TEST(Choosing, BeyondTheFormsLimitAStarSaysHowManyTheFormTakes) {
    constexpr std::string_view kLimit =
        "Le formulaire prend 3 défis\u00A0: les suivants ne partent pas avec la candidature.";
    for (const bool isPhone : {false, true}) {
        SCOPED_TRACE(isPhone);
        Visitor visitor = choose({.width = isPhone ? 390.0F : 1280.0F,
                                  .height = 844,
                                  .query = "choix=hopkins,gobelins",
                                  .hasCoarsePointer = isPhone});
        visitor.click(Role::button, starOf("dataESR"));
        EXPECT_FALSE(visitor.seesAnnounced(kLimit));
        EXPECT_EQ(visitor.count(Role::tooltip), 0u);
        visitor.click(Role::button, starOf("EIG Link"));
        EXPECT_TRUE(visitor.seesAnnounced(kLimit));
        EXPECT_EQ(visitor.count(Role::tooltip), 1u);
        EXPECT_TRUE(visitor.node(Role::button, starOf("EIG Link")).description.starts_with("Le formulaire prend 3"));
        EXPECT_EQ(visitor.node(Role::button, starOf("dataESR")).description, "");
        visitor.click(Role::button, starOf("EIG Link"));
        EXPECT_EQ(visitor.count(Role::tooltip), 0u);
        visitor.click(Role::link, "ArchiFiltre", true);
        visitor.click(Role::button, "Ajouter à ma sélection");
        EXPECT_TRUE(visitor.seesAnnounced(kLimit));
        EXPECT_TRUE(visitor.seesText(kLimit));
    }
}

TEST(Choosing, AFullSelectionAnswersATapWithTheReason) {
    std::string kept = "choix=";
    for (std::size_t place = 1; place <= explorer::kMaxShortlisted; ++place)
        kept += "challenge-" + std::to_string(place) + ',';
    Visitor visitor(support::makeSyntheticProgramme(120), {.query = kept, .hasCoarsePointer = true});
    const Node* star = nullptr;
    for (const Node& node : visitor.tree().nodes)
        if (node.isDisabled && node.pressed == semantics::Tristate::no) star = &node;
    ASSERT_NE(star, nullptr);
    EXPECT_EQ(visitor.count(Role::tooltip), 0u);
    const std::string address = visitor.address();
    visitor.click(Role::button, std::string(star->name), true);
    EXPECT_EQ(visitor.address(), address);
    ASSERT_EQ(visitor.count(Role::tooltip), 1u);
    EXPECT_TRUE(visitor.seesText("Votre sélection a 100 défis"));
}

/// A visitor who drags rows of the selection by their handles.
class Dragging : public testing::Test {
protected:
    static support::NodeId handleOf(const Visitor& visitor, std::string_view challenge) {
        return visitor.find(Role::button, "Faire glisser pour déplacer " + std::string(challenge), true);
    }
    static semantics::Rect rowOf(const Visitor& visitor, std::string_view challenge) {
        return semantics::absoluteRect(visitor.tree(), visitor.tree().find(handleOf(visitor, challenge))->parent);
    }
    /// Presses the handle and moves the pointer in two steps.
    static void drag(Visitor& visitor, std::string_view challenge, float dy) {
        const support::NodeId handle = handleOf(visitor, challenge);
        const semantics::Rect rect = semantics::absoluteRect(visitor.tree(), handle);
        const float y = rect.y + rect.height / 2 - visitor.scrollTop();
        visitor.application().drag(handle, dy / 2, 1, y + dy / 2);
        visitor.settle();
        visitor.application().drag(handle, dy / 2, 1, y + dy);
        visitor.settle();
    }
    static void drop(Visitor& visitor) {
        visitor.application().endDrag(0);
        visitor.settle();
    }
    static std::string order(const Visitor& visitor) {
        const std::string& address = visitor.address();
        const std::size_t start = address.find("choix=") + 6;
        return address.substr(start, address.find('&', start) - start);
    }
};

TEST_F(Dragging, ARowLandsBehindThoseWhoseMiddleItHasPassed) {
    Visitor visitor = choose({.height = 2000, .query = "vue=choix&choix=hopkins,gobelins,dataesr,eig-link"});
    const std::string before = visitor.snapshot();
    const float step = rowOf(visitor, "Gobelins").y - rowOf(visitor, "Hopkins").y;
    drag(visitor, "Hopkins", 2 * step);
    EXPECT_EQ(visitor.snapshot(), before) << "nodes move when the row is dropped";
    EXPECT_EQ(order(visitor), "hopkins,gobelins,dataesr,eig-link");
    drop(visitor);
    EXPECT_EQ(order(visitor), "gobelins,dataesr,hopkins,eig-link");
    EXPECT_FALSE(visitor.canGoBack());
    drag(visitor, "EIG Link", -5 * step);
    drop(visitor);
    EXPECT_EQ(order(visitor), "eig-link,gobelins,dataesr,hopkins");
    drag(visitor, "EIG Link", 0.3F * step);
    drop(visitor);
    EXPECT_EQ(order(visitor), "eig-link,gobelins,dataesr,hopkins");
    EXPECT_EQ(visitor.count(Role::tooltip), 0u);
}

TEST_F(Dragging, EscapeGivesItUp) {
    Visitor visitor = choose({.height = 2000, .query = "vue=choix&choix=hopkins,gobelins"});
    drag(visitor, "Hopkins", 400);
    visitor.press("Escape");
    EXPECT_TRUE(visitor.sees(Role::heading, "Ma sélection"));
    drag(visitor, "Hopkins", 400); // the pointer is still down
    drop(visitor);
    EXPECT_EQ(order(visitor), "hopkins,gobelins");
    drag(visitor, "Hopkins", 400);
    drop(visitor);
    EXPECT_EQ(order(visitor), "gobelins,hopkins");
}

TEST_F(Dragging, NearAnEdgeOfTheViewThePageScrolls) {
    Visitor visitor = choose({.width = 390,
                              .height = 600,
                              .query = "vue=choix&choix=hopkins,gobelins,dataesr,eig-link",
                              .hasCoarsePointer = true});
    visitor.scrollTo(rowOf(visitor, "Hopkins").y);
    const semantics::Rect handle = semantics::absoluteRect(visitor.tree(), handleOf(visitor, "Hopkins"));
    drag(visitor, "Hopkins", 600 - (handle.y - visitor.scrollTop()) - 100);
    EXPECT_TRUE(visitor.lastFrame().isMoving);
    for (int frame = 0; visitor.lastFrame().isMoving && frame < 2000; ++frame) visitor.wait(0.02);
    EXPECT_FALSE(visitor.lastFrame().isMoving) << "at the page's end no frame is drawn";
    EXPECT_GE(visitor.scrollTop(), visitor.lastFrame().contentHeight - 600 - 1);
    drop(visitor);
    EXPECT_EQ(order(visitor), "gobelins,dataesr,eig-link,hopkins");
}

TEST_F(Dragging, AHandleAnswersATapAndIsNoStopOfTab) {
    Visitor visitor = choose({.query = "vue=choix&choix=hopkins,gobelins"});
    const std::size_t stops = semantics::focusOrder(visitor.tree()).size();
    for (std::size_t stop = 0; stop <= stops; ++stop) {
        visitor.press("Tab");
        EXPECT_NE(visitor.focused(), handleOf(visitor, "Hopkins"));
    }
    visitor.clickNode(handleOf(visitor, "Hopkins"));
    EXPECT_TRUE(visitor.sees(Role::tooltip, ""));
    EXPECT_EQ(order(visitor), "hopkins,gobelins");
    const Visitor alone = choose({.query = "vue=choix&choix=hopkins"});
    EXPECT_EQ(alone.count(Role::button, "Faire glisser"), 0u);
}

TEST(Choosing, TheSelectionSaysHowToLeaveItAndHasNoFilterBesideIt) {
    for (const float width : {390.0F, 1280.0F}) {
        Visitor visitor = choose({.width = width, .query = "competences=python&choix=gobelins,hopkins&vue=choix"});
        EXPECT_EQ(visitor.count(Role::checkbox, "Python"), 0u);
        EXPECT_EQ(visitor.count(Role::searchField), 0u);
        EXPECT_EQ(visitor.count(Role::heading, "Ma sélection"), 1u);
        EXPECT_EQ(visitor.count(Role::button, "Ma sélection"), 0u);
        visitor.click(Role::button, "Tous les défis");
        EXPECT_TRUE(visitor.sees(Role::heading, "7 défis")); // the filter is as it was
        visitor.click(Role::button, "Ma sélection (2)");
        visitor.press("Escape");
        EXPECT_TRUE(visitor.sees(Role::heading, "7 défis"));
    }
}

TEST(Choosing, FromAChallengeOnAPhoneTheSelectionIsShown) {
    Visitor visitor = choose({.width = 390, .query = "defi=gobelins&choix=hopkins", .hasCoarsePointer = true});
    visitor.click(Role::button, "Ma sélection (1)");
    EXPECT_TRUE(visitor.sees(Role::heading, "Ma sélection"));
    EXPECT_TRUE(visitor.sees(Role::link, "Hopkins"));
}

// ── The hand-off ──

TEST(Choosing, TheWayToTheFormCopiesTheNamesAndSaysSo) {
    struct Way {
        float width;
        std::string query, link, names, before, after;
    };
    const std::vector<Way> ways = {
        {1280, "choix=hopkins,gobelins", "Déposer ma candidature", "Hopkins\nGobelins",
         "Copie les 2 noms, puis ouvre le formulaire", "2 noms copiés"},
        {1280, "defi=gobelins", "Candidater à ce défi", "Gobelins", "Copie le nom du défi, puis ouvre le formulaire",
         "Nom copié"},
        {390, "choix=hopkins,gobelins,dataesr", "Candidater", "Hopkins\nGobelins\ndataESR",
         "Copie les 3 noms, puis ouvre le formulaire", "3 noms copiés"},
        {390, "choix=hopkins&vue=choix", "Candidater", "Hopkins", "Copie le nom du défi, puis ouvre le formulaire",
         "Nom copié"},
    };
    for (const Way& way : ways) {
        SCOPED_TRACE(way.query);
        Visitor visitor = choose({.width = way.width, .query = way.query, .hasCoarsePointer = way.width < 700});
        const std::vector<semantics::NodeId> links = semantics::findAll(visitor.tree(), Role::link, way.link);
        ASSERT_FALSE(links.empty());
        const Node* link = visitor.tree().find(links.front());
        EXPECT_TRUE(link->href.starts_with("https://framaforms.org/"));
        EXPECT_TRUE(link->opensNewTab && link->isLeftToBrowser);
        EXPECT_EQ(link->description, way.before);
        visitor.clickNode(links.front());
        EXPECT_EQ(visitor.clipboard(), way.names);
        EXPECT_EQ(visitor.count(Role::tooltip), 1u);
        EXPECT_TRUE(visitor.seesText(way.after));
        EXPECT_TRUE(visitor.seesAnnounced(way.after));
    }
}

TEST(Choosing, NothingIsCopiedWithoutASelectionAfterTheCallOrWhereTheFormTakesParameters) {
    std::string file = programmeOf2018();
    const std::string_view limit = R"("maxChallenges": 3)";
    std::string withPrefill = file;
    withPrefill.insert(file.find(limit), R"("prefill": {"challenge": "defis"}, )");
    struct Case {
        const std::string& file;
        std::string query, link;
    };
    for (const Case& one : {Case{file, "now=2017-10-15", "Déposer ma candidature"},
                            Case{file, "now=2018-01-01&choix=hopkins", "Voir le formulaire, désormais clos"},
                            Case{withPrefill, "now=2017-10-15&choix=hopkins", "Déposer ma candidature"}}) {
        SCOPED_TRACE(one.query);
        Visitor visitor(one.file, {.query = one.query});
        const semantics::NodeId link = semantics::findAll(visitor.tree(), Role::link, one.link).front();
        EXPECT_EQ(visitor.tree().find(link)->description, "");
        visitor.clickNode(link);
        EXPECT_EQ(visitor.clipboard(), "");
        EXPECT_EQ(visitor.count(Role::tooltip), 0u);
    }
}

TEST(Choosing, OneNameIsNotInAnOrder) {
    const Visitor one = choose({.query = "defi=hopkins"});
    EXPECT_TRUE(one.seesText("Le formulaire demande le nom du défi"));
    EXPECT_FALSE(one.seesText("ordre"));
    EXPECT_FALSE(one.seesText("1. Hopkins"));
    const Visitor two = choose({.query = "choix=hopkins,gobelins&vue=choix"});
    EXPECT_TRUE(two.seesText("dans cet ordre"));
    EXPECT_TRUE(two.seesText("1. Hopkins"));
}

// ── The conditions for applying ──

TEST(Choosing, TheConditionsForApplyingStandWhereOneDecides) {
    constexpr std::string_view kCondition = "Ne pas être agent public en fonction.";
    for (const float width : {390.0F, 1280.0F}) {
        for (const std::string_view query : {"defi=gobelins", "choix=gobelins&vue=choix"}) {
            SCOPED_TRACE(query);
            const Visitor visitor = choose({.width = width, .query = std::string(query)});
            const semantics::NodeId main = semantics::findAll(visitor.tree(), Role::main, "").front();
            EXPECT_NE(semantics::textContent(visitor.tree(), main).find(kCondition), std::string::npos);
            EXPECT_TRUE(visitor.sees(Role::list, "Qui peut candidater"));
        }
    }
    EXPECT_FALSE(choose({.query = "defi=gobelins&now=2018-01-01"}).seesText(kCondition));
    std::string without = programmeOf2018();
    const std::size_t from = without.find("\"eligibility\"");
    without.erase(from, without.find("\"maxChallenges\"") - from);
    EXPECT_FALSE(Visitor(without, {.query = "defi=gobelins"}).sees(Role::list, "Qui peut candidater"));
}

TEST(Choosing, TheCalendarsButtonsSayWhatTheyAdd) {
    const Visitor visitor = choose({});
    EXPECT_TRUE(visitor.node(Role::link, "Ajouter la date limite à mon agenda").download.ends_with(".ics"));
    EXPECT_TRUE(visitor.sees(Role::link, "Ajouter les 7 dates à venir à mon agenda"));
    const Visitor after = choose({.query = "now=2019-01-01"});
    EXPECT_EQ(after.count(Role::link, "agenda"), 0u);
}

// ── The comparison ──

TEST(Choosing, ComparesTheFirstFourAsATable) {
    Visitor visitor =
        choose({.query = "competences=python&choix=hopkins,gobelins,dataesr,eig-link,balisenav&vue=choix"});
    visitor.click(Role::button, "Comparer");
    EXPECT_EQ(visitor.address(),
              "competences=python&vue=comparer&choix=hopkins,gobelins,dataesr,eig-link,balisenav&now=2017-10-15");
    EXPECT_EQ(visitor.count(Role::table, "Comparer"), 1u);
    EXPECT_EQ(visitor.count(Role::columnHeader), 4u);
    EXPECT_TRUE(visitor.seesText("4 des 5 défis de votre sélection"));
    EXPECT_EQ(visitor.count(Role::rowHeader, "Organisme"), 1u);
    const std::size_t rows = visitor.count(Role::row);
    EXPECT_EQ(visitor.count(Role::rowHeader), rows - 1);
    EXPECT_EQ(visitor.count(Role::cell), (rows - 1) * 4 + 1);
    EXPECT_TRUE(visitor.seesText("identiques")); // the dates
    visitor.click(Role::checkbox, "Seulement ce qui diffère");
    EXPECT_LT(visitor.count(Role::row), rows);
    EXPECT_FALSE(visitor.seesText("identique"));
    EXPECT_NE(visitor.address().find("ecarts=oui"), std::string::npos);
    visitor.press("Escape");
    EXPECT_TRUE(visitor.sees(Role::heading, "Ma sélection"));
}

TEST(Choosing, OfFiveThatAreKeptOneSaysWhichAreCompared) {
    Visitor visitor =
        choose({.query = "vue=choix&choix=hopkins,gobelins,dataesr,eig-link,archifiltre", .hasCoarsePointer = true});
    const auto isCompared = [&](std::string_view name) {
        return visitor.node(Role::checkbox, "Comparer " + std::string(name), true).checked == semantics::Tristate::yes;
    };
    EXPECT_TRUE(isCompared("EIG Link"));
    EXPECT_FALSE(isCompared("ArchiFiltre"));
    visitor.click(Role::checkbox, "Comparer ArchiFiltre");
    EXPECT_FALSE(isCompared("ArchiFiltre"));
    ASSERT_EQ(visitor.count(Role::tooltip), 1u);
    EXPECT_TRUE(visitor.seesText("Quatre défis au plus"));
    visitor.click(Role::checkbox, "Comparer Hopkins");
    EXPECT_EQ(visitor.count(Role::tooltip), 0u);
    visitor.click(Role::checkbox, "Comparer ArchiFiltre");
    EXPECT_TRUE(isCompared("ArchiFiltre"));
    EXPECT_NE(visitor.address().find("&compares=gobelins,dataesr,eig-link,archifiltre"), std::string::npos)
        << visitor.address();
    visitor.click(Role::checkbox, "Comparer Gobelins");
    visitor.click(Role::checkbox, "Comparer dataESR");
    visitor.click(Role::checkbox, "Comparer EIG Link");
    EXPECT_TRUE(isCompared("EIG Link"));
    EXPECT_TRUE(visitor.seesText("Deux défis au moins"));
    visitor.click(Role::button, "Comparer", true);
    EXPECT_EQ(visitor.count(Role::columnHeader), 2u);
    EXPECT_TRUE(visitor.sees(Role::columnHeader, "ArchiFiltre"));
    EXPECT_TRUE(visitor.seesText("2 des 5 défis de votre sélection"));
    const Visitor four = choose({.query = "vue=choix&choix=hopkins,gobelins,dataesr,eig-link"});
    EXPECT_EQ(four.count(Role::checkbox, "Comparer"), 0u);
}

TEST(Choosing, TheComparisonLiesWithinTheScreenAtAnyWidth) {
    for (const float width : {240.0F, 390.0F, 700.0F, 1100.0F, 1440.0F}) {
        for (const std::string_view open : {"", "defi=dataesr&"}) {
            if (!ui::isWide({.width = width}) && !open.empty()) continue; // the challenge fills the screen
            SCOPED_TRACE(width);
            const Visitor visitor =
                choose({.width = width, .query = std::string(open) + "choix=hopkins,gobelins,dataesr&vue=comparer"});
            const semantics::NodeId table = visitor.find(Role::table, "Comparer");
            EXPECT_EQ(visitor.count(Role::columnHeader), 3u);
            for (const Node& node : visitor.tree().nodes) {
                const semantics::Rect rect = semantics::absoluteRect(visitor.tree(), node.id);
                if (node.role != Role::cell && node.id != table) continue;
                EXPECT_LE(rect.x + rect.width, width);
            }
        }
    }
}

TEST(Choosing, OneChallengeIsNotCompared) {
    const Visitor visitor = choose({.query = "choix=hopkins&vue=comparer"});
    EXPECT_EQ(visitor.count(Role::table), 0u);
    EXPECT_TRUE(visitor.seesText("Gardez au moins deux défis"));
    EXPECT_TRUE(visitor.sees(Role::button, "Ma sélection"));
}

// ── Kept on the device ──

constexpr std::string_view kRemember = "Garder ma sélection sur cet appareil";

TEST(Choosing, KeepsTheSelectionOnTheDeviceOnlyWhereThatIsOfferedAndAskedFor) {
    Visitor visitor = choose({.query = "choix=hopkins&vue=choix"});
    EXPECT_EQ(visitor.count(Role::checkbox, kRemember), 0u);
    visitor.application().offerKeeping(true, "");
    visitor.settle();
    EXPECT_EQ(visitor.node(Role::checkbox, kRemember).checked, semantics::Tristate::no);
    EXPECT_TRUE(visitor.seesText("enregistrée dans ce navigateur, et nulle part ailleurs. Décochez pour l’effacer."));
    EXPECT_TRUE(visitor.kept().empty());
    visitor.click(Role::checkbox, kRemember);
    EXPECT_EQ(visitor.node(Role::checkbox, kRemember).checked, semantics::Tristate::yes);
    visitor.click(Role::button, "Tous les défis");
    visitor.click(Role::button, starOf("Gobelins"));
    visitor.click(Role::button, "Ma sélection (2)");
    visitor.click(Role::checkbox, kRemember);
    EXPECT_EQ(visitor.kept(), (std::vector<std::string>{"choix=hopkins", "choix=hopkins,gobelins", ""}));
    visitor.click(Role::button, starOf("Gobelins"));
    EXPECT_EQ(visitor.kept().size(), 3u);
    visitor.application().offerKeeping(false, ""); // storing has failed
    visitor.settle();
    EXPECT_EQ(visitor.count(Role::checkbox, kRemember), 0u);
}

TEST(Choosing, ALaterVisitBeginsWithWhatWasKept) {
    Visitor visitor = choose({});
    visitor.application().offerKeeping(true, "choix=hopkins,gone,gobelins");
    visitor.settle();
    EXPECT_EQ(visitor.address(), "choix=hopkins,gobelins&now=2017-10-15");
    EXPECT_TRUE(visitor.kept().empty()); // nothing has changed
    visitor.click(Role::button, starOf("Hopkins"));
    EXPECT_EQ(visitor.kept(), std::vector<std::string>{"choix=gobelins"});
}

TEST(Choosing, AnAddressWithAnotherSelectionLeavesWhatWasKeptUntouched) {
    Visitor visitor = choose({.query = "choix=dataesr&vue=choix"});
    visitor.application().offerKeeping(true, "choix=hopkins");
    visitor.settle();
    EXPECT_EQ(visitor.node(Role::checkbox, kRemember).checked, semantics::Tristate::no);
    visitor.click(Role::button, starOf("dataESR"));
    EXPECT_TRUE(visitor.kept().empty());
}

TEST(Choosing, BackLeavesASelectionThatIsKept) {
    Visitor visitor = choose({});
    visitor.application().offerKeeping(true, "choix=hopkins");
    visitor.settle();
    visitor.click(Role::link, "Gobelins", true);
    visitor.click(Role::button, starOf("Gobelins"));
    visitor.goBack();
    EXPECT_TRUE(visitor.sees(Role::button, "Ma sélection (2)"));
    EXPECT_NE(visitor.address().find("choix=hopkins,gobelins"), std::string::npos);
}

TEST(Choosing, BackClosesWhatWasOpenedAndLeavesTheStar) {
    Visitor visitor = choose({});
    visitor.click(Role::link, "Gobelins", true);
    visitor.click(Role::button, "Ajouter à ma sélection");
    visitor.goBack();
    EXPECT_FALSE(visitor.sees(Role::complementary, "Gobelins"));
    EXPECT_TRUE(visitor.sees(Role::button, "Ma sélection (1)"));
    EXPECT_NE(visitor.address().find("choix=gobelins"), std::string::npos);
}

TEST(Choosing, BackFromAnotherOrderLeavesTheOrder) {
    Visitor visitor = choose({.query = "choix=hopkins,gobelins"});
    visitor.click(Role::button, "Ma sélection (2)");
    visitor.click(Role::button, "Placer Gobelins avant");
    visitor.goBack();
    EXPECT_NE(visitor.address().find("choix=gobelins,hopkins"), std::string::npos);
}

TEST(Choosing, BackFromThePageOfFiltersLeavesWhatWasTicked) {
    Visitor visitor = choose({.width = 390, .height = 844});
    visitor.click(Role::button, "Filtrer");
    visitor.click(Role::checkbox, "Python");
    visitor.goBack();
    EXPECT_FALSE(visitor.sees(Role::checkbox, "Python"));
    EXPECT_NE(visitor.address().find("competences=python"), std::string::npos);
    EXPECT_EQ(visitor.application().state().skills.size(), 1u);
}

TEST(Choosing, OnAPhoneTheStarBesideAnOpenChallengeKeepsItWhileNothingIsKept) {
    Visitor visitor = choose({.width = 390, .height = 844, .query = "defi=lab-sante", .hasCoarsePointer = true});
    const auto stars = semantics::findAll(visitor.tree(), Role::button, "Ajouter à ma sélection");
    ASSERT_EQ(stars.size(), 2u) << "in the text and in the bar";
    visitor.application().activate(stars.back());
    visitor.settle();
    EXPECT_EQ(visitor.application().state().shortlist.size(), 1u);
    EXPECT_TRUE(visitor.application().state().challenge.has_value()) << "it stays open";
    EXPECT_TRUE(visitor.sees(Role::button, "Ma sélection (1)"));
}

// ── Taking it along ──

TEST(Choosing, TheSelectionCanBeCopiedMailedAndShared) {
    Visitor visitor = choose(
        {.query = "choix=hopkins,gobelins&vue=choix", .pageAddress = "https://example.org/eig/", .canShare = true});
    const std::string form = visitor.node(Role::link, "Déposer ma candidature").href;
    const std::string text = "Entrepreneurs d’intérêt général, promotion 2\n\n"
                             "1. Hopkins · Pôle data science\nhttps://example.org/eig/?defi=hopkins\n\n"
                             "2. Gobelins · Mobilier national, Direction générale de la création artistique\n"
                             "https://example.org/eig/?defi=gobelins\n\n"
                             "Clôture\u00A0: 27\u00A0octobre 2017 à 17\u00A0h (Europe/Paris)\n"
                             "Le formulaire de candidature\u00A0: " +
                             form + "\nMa sélection\u00A0: https://example.org/eig/?vue=choix&choix=hopkins,gobelins";
    const auto placeOfMail = [&] {
        return semantics::absoluteRect(visitor.tree(), visitor.find(Role::link, "Envoyer par courriel"));
    };
    const semantics::Rect before = placeOfMail();
    visitor.click(Role::button, "Copier la liste");
    EXPECT_EQ(visitor.clipboard(), text);
    EXPECT_TRUE(visitor.sees(Role::button, "Liste copiée"));
    EXPECT_TRUE(visitor.seesAnnounced("Liste copiée"));
    EXPECT_EQ(placeOfMail(), before);
    const Node& mail = visitor.node(Role::link, "Envoyer par courriel");
    EXPECT_TRUE(mail.href.starts_with("mailto:?subject=Entrepreneurs%20d%E2%80%99int"));
    EXPECT_NE(mail.href.find("%0D%0A1.%20Hopkins%20%C2%B7%20"), std::string::npos);
    EXPECT_FALSE(mail.opensNewTab);
    visitor.click(Role::button, "Partager");
    EXPECT_EQ(visitor.shared().text, text);
    const Visitor without = choose({.query = "choix=hopkins&vue=choix"});
    EXPECT_EQ(without.count(Role::button, "Partager"), 0u);
    EXPECT_EQ(without.node(Role::link, "Envoyer par courriel").href.find("defi%3D"), std::string::npos);
}

} // namespace
