// Keyboard: arrow keys in the timeline and between cards, shortcuts of the whole page, and announcements for screen
// readers.
#include "support/files.h"
#include "support/synthetic_programme.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace {

using semantics::NodeId;
using semantics::Role;
using support::Visitor;

class Keyboard : public testing::Test {
protected:
    std::string focusedName() const { return semantics::accessibleName(visitor_.tree(), visitor_.focused()); }
    Role focusedRole() const { return visitor_.tree().find(visitor_.focused())->role; }
    std::string announcement() const {
        const std::vector<NodeId> found = semantics::findAll(visitor_.tree(), Role::status, "");
        return found.size() == 1 ? semantics::textContent(visitor_.tree(), found.front()) : "no status";
    }

    Visitor visitor_{support::readProjectFile("data/eig-2018.json"), {.query = "now=2017-10-15"}};
};

TEST_F(Keyboard, TabStopsOnceInTheTimelineAndAtEveryCardOfAShortList) {
    std::size_t inTimeline = 0;
    std::size_t cards = 0;
    for (const NodeId id : semantics::focusOrder(visitor_.tree())) {
        const semantics::Node& node = *visitor_.tree().find(id);
        if (node.composite == semantics::kNoNode) continue;
        (visitor_.tree().find(node.composite)->isDraggable ? inTimeline : cards) += 1;
    }
    EXPECT_EQ(inTimeline, 1u);
    EXPECT_EQ(cards, 13u);
    visitor_.tabTo(Role::link, "PrédiSauvetage", true);
    for (std::size_t card = 1; card < 13; ++card) {
        visitor_.press("Tab"); // its star
        EXPECT_EQ(focusedRole(), Role::button);
        visitor_.press("Tab");
        EXPECT_EQ(focusedRole(), Role::link) << card;
    }
    for (std::size_t card = 1; card < 13; ++card) {
        visitor_.press("Shift+Tab");
        EXPECT_EQ(focusedRole(), Role::button) << "the same way back";
        visitor_.press("Shift+Tab");
        EXPECT_EQ(focusedRole(), Role::link) << card;
    }
    EXPECT_EQ(focusedName(), "PrédiSauvetage");
}

TEST_F(Keyboard, ALongListIsOneStopAndSaysSoWhenTabReachesIt) {
    Visitor visitor(support::makeSyntheticProgramme(200), {.query = "now=2017-10-15"});
    const auto description = [&] { return visitor.tree().find(visitor.focused())->description; };
    const auto isCard = [&] {
        const semantics::Node* node = visitor.tree().find(visitor.focused());
        const semantics::Node* list = node == nullptr ? nullptr : visitor.tree().find(node->composite);
        return list != nullptr && list->role == Role::list && !list->isDraggable;
    };
    for (int presses = 0; presses < 100 && !isCard(); ++presses) visitor.press("Tab");
    ASSERT_TRUE(isCard());
    EXPECT_NE(description().find("flèches"), std::string::npos);
    EXPECT_EQ(visitor.count(Role::tooltip), 1u) << "who sees reads it, too";
    visitor.press("ArrowDown");
    EXPECT_TRUE(isCard());
    EXPECT_EQ(description(), "");
    visitor.press("Tab");
    visitor.press("Tab");
    EXPECT_FALSE(isCard());
}

TEST_F(Keyboard, ArrowsGoFromMilestoneToMilestoneInTheOrderOfTheirDates) {
    visitor_.tabTo(Role::button, "Sélection des défis, du");
    const std::string first = focusedName();
    visitor_.press("ArrowRight");
    const std::string second = focusedName();
    EXPECT_NE(first, second);
    visitor_.press("ArrowLeft");
    EXPECT_EQ(focusedName(), first);
    visitor_.press("End");
    const std::string last = focusedName();
    EXPECT_EQ(focusedRole(), Role::button); // the last milestone
    visitor_.click(Role::button, "13 défis ·");
    visitor_.tabTo(Role::button, last);
    visitor_.press("End");
    EXPECT_EQ(visitor_.node(Role::link, focusedName()).role, Role::link); // the last challenge's row
    visitor_.press("Home");
    EXPECT_EQ(focusedName(), first);
    visitor_.press("Enter");
    EXPECT_FALSE(visitor_.address().find("etape=") == std::string::npos);
    visitor_.press("Escape");
    EXPECT_TRUE(visitor_.address().find("etape=") == std::string::npos);
    EXPECT_EQ(focusedName(), first);
}

TEST_F(Keyboard, AMilestoneBeyondTheDaysShownComesIntoView) {
    visitor_.tabTo(Role::button, "Sélection des défis, du");
    for (int presses = 0; presses < 6; ++presses) visitor_.press("+");
    const auto before = visitor_.application().state().period;
    ASSERT_TRUE(before.has_value());
    visitor_.press("End");
    visitor_.press("Home");
    for (int presses = 0; presses < 3; ++presses) visitor_.press("ArrowRight");
    const semantics::Node& node = *visitor_.tree().find(visitor_.focused());
    EXPECT_GT(node.rect.width, 0) << focusedName();
    EXPECT_NE(visitor_.application().state().period, before);
}

TEST_F(Keyboard, ArrowsGoFromCardToCardAndEscapeComesBackToTheCard) {
    visitor_.tabTo(Role::link, "PrédiSauvetage", true);
    visitor_.press("ArrowRight");
    const std::string second = focusedName();
    visitor_.press("ArrowDown");
    const std::string below = focusedName();
    EXPECT_NE(second, below);
    visitor_.press("ArrowUp");
    EXPECT_EQ(focusedName(), second);
    visitor_.press("Tab");
    EXPECT_NE(focusedName().find(second), std::string::npos) << focusedName(); // its star
    visitor_.press("Shift+Tab");
    visitor_.press("Enter");
    EXPECT_TRUE(visitor_.sees(Role::complementary, second));
    visitor_.press("Escape");
    EXPECT_EQ(focusedName(), second);
}

TEST_F(Keyboard, TheFocusStaysNearWhereWhatHadItIsGone) {
    visitor_.tabTo(Role::link, "PrédiSauvetage", true);
    visitor_.press("End");
    std::vector<NodeId> behind = semantics::focusOrder(visitor_.tree());
    behind.erase(behind.begin(), std::ranges::find(behind, visitor_.focused()));
    visitor_.type("xyzzy");
    const auto isLeft = [this](NodeId node) { return visitor_.tree().find(node) != nullptr; };
    EXPECT_EQ(visitor_.focused(), *std::ranges::find_if(behind, isLeft)); // the first node behind the cards
}

TEST_F(Keyboard, AFocusWhosePlaceIsNotKnownGoesNowhere) {
    visitor_.application().setFocus(semantics::childId(semantics::kRootId, "gone long ago"), true);
    visitor_.wait(1);
    EXPECT_EQ(visitor_.focused(), semantics::kNoNode);
    visitor_.wait(1);
    EXPECT_TRUE(visitor_.application().takeEffects().isEmpty());
}

// The program knows of a focus that it moves itself, without a report by the host.
TEST_F(Keyboard, AWayPastWhatStandsBeforeIsHiddenOnceItWasTaken) {
    visitor_.press("Tab");
    const NodeId way = visitor_.focused();
    EXPECT_FALSE(visitor_.tree().find(way)->isHiddenFromPointer);
    visitor_.press("Tab");
    visitor_.press("Enter");
    EXPECT_EQ(focusedRole(), Role::searchField);
    for (const std::string_view name : {"Aller aux défis", "Aller à la recherche"})
        EXPECT_TRUE(visitor_.node(Role::button, name).isHiddenFromPointer) << name;
    visitor_.type("x");
    EXPECT_TRUE(visitor_.node(Role::button, "Aller à la recherche").isHiddenFromPointer);
}

TEST_F(Keyboard, ASlashLeadsToTheSearchField) {
    visitor_.press("/");
    EXPECT_EQ(visitor_.node(Role::searchField, "").id, visitor_.focused());
}

TEST_F(Keyboard, AQuestionMarkOpensTheListOfKeysOverThePageAndEscapeGoesBack) {
    visitor_.tabTo(Role::link, "PrédiSauvetage", true);
    visitor_.press("ArrowRight");
    const NodeId before = visitor_.focused();
    const float scrollTop = visitor_.scrollTop();
    visitor_.press("?");
    EXPECT_EQ(focusedRole(), Role::dialog);
    EXPECT_EQ(visitor_.tree().find(visitor_.focused())->name, "Raccourcis clavier");
    EXPECT_FALSE(visitor_.sees(Role::heading, "13 défis")) << "what lies below is inert";
    EXPECT_FALSE(visitor_.application().pressKey(visitor_.focused(), "/"));
    visitor_.press("Tab");
    EXPECT_EQ(focusedName(), "Fermer les raccourcis");
    visitor_.press("Tab");
    EXPECT_EQ(focusedRole(), Role::checkbox);
    visitor_.press("Tab");
    EXPECT_EQ(visitor_.focused(), semantics::kNoNode) << "Tab does not reach what lies below";
    for (const std::string_view way : {"Escape", "?", "Enter"}) {
        if (way != "Escape") visitor_.press("?");
        if (way == "Enter") visitor_.tabTo(Role::button, "Fermer les raccourcis");
        visitor_.press(way);
        EXPECT_EQ(visitor_.focused(), before) << way;
        EXPECT_FALSE(visitor_.sees(Role::dialog, "")) << way;
        EXPECT_EQ(visitor_.scrollTop(), scrollTop);
    }
}

TEST_F(Keyboard, AButtonOpensTheListOfKeysAndAClickBesideItClosesIt) {
    visitor_.click(Role::button, "Raccourcis clavier");
    EXPECT_TRUE(visitor_.sees(Role::dialog, "Raccourcis clavier"));
    for (const std::string_view key : {"+ −", "0", ", .", "Maj + ← → Début Fin"})
        EXPECT_TRUE(visitor_.seesText(key)) << key;
    visitor_.application().movePointer(std::pair(5.0F, 5.0F));
    const NodeId ground =
        semantics::hitTest(visitor_.application().tree(), visitor_.application().scrollOffsets(), 1280, 800, 5, 5);
    EXPECT_TRUE(visitor_.application().activate(ground));
    visitor_.settle();
    EXPECT_FALSE(visitor_.sees(Role::dialog, ""));
    EXPECT_EQ(focusedName(), "Raccourcis clavier");
}

TEST_F(Keyboard, OneEscapeClosesOneThingThatOneSees) {
    visitor_.click(Role::button, "13 défis · de janvier");
    const NodeId row = visitor_.find(Role::link, "Gobelins, ");
    visitor_.tabTo(Role::button, "Sélection des défis, du");
    EXPECT_TRUE(visitor_.sees(Role::tooltip, ""));
    visitor_.press("Enter");
    EXPECT_FALSE(visitor_.sees(Role::tooltip, ""));
    EXPECT_TRUE(visitor_.application().state().milestone.has_value());
    visitor_.press("Escape");
    EXPECT_FALSE(visitor_.application().state().milestone.has_value());
    for (int presses = 0; presses < 40 && visitor_.focused() != row; ++presses) visitor_.press("ArrowRight");
    ASSERT_EQ(visitor_.focused(), row);
    visitor_.press("Enter");
    EXPECT_TRUE(visitor_.sees(Role::complementary, "Gobelins"));
    visitor_.press("Escape");
    EXPECT_FALSE(visitor_.sees(Role::complementary, "Gobelins"));
    EXPECT_EQ(visitor_.focused(), row);
}

TEST_F(Keyboard, AWayPastTheFilterLeadsToTheOpenChallenge) {
    visitor_.click(Role::link, "Gobelins", true);
    visitor_.application().setFocus(semantics::kNoNode, false);
    visitor_.tabTo(Role::button, "Aller au défi ouvert");
    visitor_.press("Enter");
    EXPECT_EQ(focusedRole(), Role::complementary);
    visitor_.press("Tab");
    EXPECT_EQ(focusedName().rfind("Précédent", 0), 0u) << focusedName();
}

TEST_F(Keyboard, TheKeysOfOneLetterCanBeSwitchedOff) {
    visitor_.press("?");
    visitor_.click(Role::checkbox, "Utiliser les touches");
    visitor_.press("Escape");
    EXPECT_NE(visitor_.address().find("touches=non"), std::string::npos);
    visitor_.tabTo(Role::button, "Sélection des défis, du");
    const NodeId before = visitor_.focused();
    for (const std::string_view key : {"/", "?", "+", "-"}) {
        EXPECT_FALSE(visitor_.application().pressKey(before, key)) << key;
    }
    EXPECT_FALSE(visitor_.application().state().period.has_value());
    visitor_.press("ArrowRight");
    EXPECT_NE(visitor_.focused(), before);
    visitor_.click(Role::button, "Raccourcis clavier");
    visitor_.click(Role::checkbox, "Utiliser les touches");
    visitor_.press("Escape");
    EXPECT_EQ(visitor_.address().find("touches"), std::string::npos);
    EXPECT_TRUE(visitor_.application().pressKey(before, "/"));
}

TEST_F(Keyboard, PageDownAndPageUpWalkTheCardsByScreens) {
    visitor_.tabTo(Role::link, "PrédiSauvetage", true);
    const auto top = [this] { return semantics::absoluteRect(visitor_.tree(), visitor_.focused()).y; };
    const NodeId first = visitor_.focused();
    const float before = top();
    visitor_.press("ArrowDown");
    const float oneRow = top();
    visitor_.press("Home");
    visitor_.press("PageDown");
    EXPECT_GE(top(), oneRow);
    const float height = semantics::absoluteRect(visitor_.tree(), visitor_.focused()).height;
    EXPECT_LE(top() + height - before, 800);
    visitor_.press("PageUp");
    EXPECT_EQ(visitor_.focused(), first);
    EXPECT_FALSE(visitor_.application().pressKey(first, "PageUp")) << "the page's own scrolling";
}

TEST_F(Keyboard, TabLeadsFirstToTheWaysPastWhatStandsBefore) {
    const std::vector<std::pair<std::string_view, Role>> ways = {
        {"Aller aux défis", Role::link},
        {"Aller à la recherche", Role::searchField},
        {"Aller à la présentation du programme", Role::contentInfo},
    };
    for (std::size_t way = 0; way < ways.size(); ++way) {
        Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "now=2017-10-15"});
        for (std::size_t presses = 0; presses <= way; ++presses) visitor.press("Tab");
        EXPECT_EQ(semantics::accessibleName(visitor.tree(), visitor.focused()), ways[way].first);
        visitor.press("Enter");
        EXPECT_EQ(visitor.tree().find(visitor.focused())->role, ways[way].second);
    }
}

TEST_F(Keyboard, TheNewCountIsSaidOnceTypingHasStopped) {
    EXPECT_EQ(announcement(), "");
    visitor_.type("c");
    visitor_.wait(0.3);
    visitor_.type("collections");
    EXPECT_EQ(announcement(), "");
    visitor_.wait(0.3);
    EXPECT_EQ(announcement(), "");
    EXPECT_LE(visitor_.application().millisecondsUntilChange(), 500);
    visitor_.wait(0.5);
    EXPECT_EQ(announcement(), semantics::accessibleName(visitor_.tree(), visitor_.find(Role::heading, "défi")));
    visitor_.wait(5);
    EXPECT_EQ(announcement(), "");
    EXPECT_GT(visitor_.application().millisecondsUntilChange(), 1000 * 60);
}

TEST_F(Keyboard, TheNewCountIsSaidAtOnceWhereASkillIsChosen) {
    visitor_.click(Role::checkbox, "Développement web");
    EXPECT_EQ(announcement(), "7 défis");
}

} // namespace
