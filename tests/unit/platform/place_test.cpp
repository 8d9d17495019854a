// The visitor's place: what is in view stays where it is while a challenge is opened beside the list and closed again,
// and what has the focus is in view. Heights are CSS px.
#include "support/files.h"
#include "support/synthetic_programme.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace {

using semantics::NodeId;
using semantics::Rect;
using semantics::Role;
using support::Visitor;

/// The link of the challenge's card: its line in the timeline has the same name.
NodeId cardOf(const Visitor& visitor, std::string_view title) {
    for (const NodeId id : semantics::findAll(visitor.tree(), Role::link, title, true)) {
        const semantics::Node* parent = visitor.tree().find(visitor.tree().find(id)->parent);
        if (parent->role == Role::heading) return id;
    }
    ADD_FAILURE() << "no card " << title;
    return semantics::kNoNode;
}

float topOf(const Visitor& visitor, NodeId node) {
    return semantics::absoluteRect(visitor.tree(), node).y - visitor.scrollTop();
}

void openCard(Visitor& visitor, std::string_view title) {
    const NodeId card = cardOf(visitor, title);
    visitor.application().setFocus(card, false);
    visitor.application().activate(card);
    visitor.settle();
}

/// Whether the focused node is in view and not covered by a bar.
bool seesFocus(Visitor& visitor, float width, float height) {
    const semantics::Tree& tree = visitor.application().tree();
    const auto& offsets = visitor.application().scrollOffsets();
    const Rect rect = semantics::visibleRect(tree, offsets, width, height, visitor.focused());
    const semantics::Span clear = semantics::clearSpan(tree, offsets, width, height, visitor.focused());
    const float seen = std::min(rect.y + rect.height, clear.bottom) - std::max(rect.y, clear.top);
    return seen >= std::min(rect.height, 24.0F);
}

/// Its rectangle in the window.
Rect seen(Visitor& visitor, NodeId node) {
    return semantics::visibleRect(visitor.application().tree(), visitor.application().scrollOffsets(), 1280, 800, node);
}

/// Whether the whole node is in a window of 1280 × 800.
bool isInView(Visitor& visitor, NodeId node) {
    const Rect rect = seen(visitor, node);
    return rect.y >= 0 && rect.y + rect.height <= 800;
}

class Place : public testing::Test {
protected:
    Visitor visitor_{support::readProjectFile("data/eig-2018.json"), {.query = "now=2017-10-15"}};
};

TEST_F(Place, TheOpenedCardStaysWhereItIsAndClosingReturns) {
    visitor_.scrollTo(1100);
    for (const std::string_view title : {"EIG Link", "Hopkins"}) {
        const float before = topOf(visitor_, cardOf(visitor_, title));
        const Rect rect = semantics::absoluteRect(visitor_.tree(), cardOf(visitor_, title));
        openCard(visitor_, title);
        EXPECT_NE(semantics::absoluteRect(visitor_.tree(), cardOf(visitor_, title)).y, rect.y)
            << "the list has reflowed";
        EXPECT_NEAR(topOf(visitor_, cardOf(visitor_, title)), before, 1) << title;
        EXPECT_EQ(visitor_.tree().find(cardOf(visitor_, title))->current, semantics::Tristate::yes);
        visitor_.click(Role::button, "Fermer le défi");
        EXPECT_FLOAT_EQ(visitor_.scrollTop(), 1100) << title;
    }
}

TEST_F(Place, AfterScrollingTheCardsInViewStayAtClosing) {
    visitor_.scrollTo(1100);
    openCard(visitor_, "EIG Link");
    visitor_.scrollTo(visitor_.scrollTop() - 100);
    const float before = topOf(visitor_, cardOf(visitor_, "EIG Link"));
    visitor_.click(Role::button, "Fermer le défi");
    EXPECT_NEAR(topOf(visitor_, cardOf(visitor_, "EIG Link")), before, 1);

    openCard(visitor_, "EIG Link");
    visitor_.scrollTo(3000);
    visitor_.click(Role::button, "Fermer le défi");
    EXPECT_TRUE(seesFocus(visitor_, 1280, 800));
    EXPECT_EQ(visitor_.tree().find(visitor_.focused())->role, Role::link);
}

TEST_F(Place, AFilterChosenMeanwhileDoesNotLoseTheCard) {
    openCard(visitor_, "Gobelins");
    visitor_.click(Role::checkbox, "Développement web");
    const NodeId card = cardOf(visitor_, "Gobelins");
    visitor_.scrollTo(semantics::absoluteRect(visitor_.tree(), card).y - 200);
    visitor_.click(Role::button, "Fermer le défi");
    EXPECT_NEAR(topOf(visitor_, cardOf(visitor_, "Gobelins")), 200, 1);
}

TEST_F(Place, ALinkToAChallengeShowsItsCard) {
    for (const std::string_view id : {"gobelins", "eig-link", "predisauvetage"}) {
        Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "defi=" + std::string(id)});
        const auto& state = visitor.application().state();
        const auto& programme = visitor.application().programme();
        const NodeId card = cardOf(visitor, programme.in(programme.challenges[*state.challenge].title, 0));
        const Rect rect = semantics::absoluteRect(visitor.tree(), card);
        EXPECT_GE(rect.y, visitor.scrollTop()) << id;
        EXPECT_LE(rect.y + rect.height, visitor.scrollTop() + 800) << id;
    }
}

TEST(PlaceInTheSelection, ClosingAChallengeOnAPhoneReturnsToItsRow) {
    const std::string kept = "choix=hopkins,gobelins,dataesr,eig-link,archifiltre";
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.width = 390, .height = 844, .query = kept + "&now=2017-10-15", .hasCoarsePointer = true});
    visitor.click(Role::button, "Ma sélection (5)");
    EXPECT_EQ(visitor.focused(), visitor.find(Role::heading, "Ma sélection"));
    for (const bool isByEscape : {false, true}) {
        const NodeId card = cardOf(visitor, "dataESR");
        visitor.scrollTo(semantics::absoluteRect(visitor.tree(), card).y - 300);
        const float before = visitor.scrollTop();
        openCard(visitor, "dataESR");
        EXPECT_EQ(visitor.scrollTop(), 0);
        visitor.scrollTo(120);
        if (isByEscape) {
            visitor.press("Escape");
        } else {
            visitor.click(Role::button, "Fermer le défi");
        }
        EXPECT_TRUE(visitor.sees(Role::heading, "Ma sélection"));
        EXPECT_EQ(visitor.scrollTop(), before);
        EXPECT_EQ(visitor.focused(), cardOf(visitor, "dataESR"));
        EXPECT_TRUE(seesFocus(visitor, 390, 844));
    }
    // Over the comparison too, which leads back to its own button.
    visitor.click(Role::button, "Comparer", true);
    EXPECT_EQ(visitor.tree().find(visitor.focused())->role, Role::heading);
    visitor.scrollTo(90);
    visitor.click(Role::link, "Gobelins", true);
    visitor.click(Role::button, "Fermer le défi");
    EXPECT_EQ(visitor.scrollTop(), 90);
    EXPECT_EQ(visitor.focused(), visitor.find(Role::link, "Gobelins", true));
    visitor.press("Escape");
    EXPECT_EQ(visitor.focused(), visitor.find(Role::button, "Comparer", true));
    // Another width has other heights.
    openCard(visitor, "ArchiFiltre");
    visitor.resize(600, 400);
    visitor.press("Escape");
    EXPECT_EQ(visitor.focused(), cardOf(visitor, "ArchiFiltre"));
    EXPECT_TRUE(seesFocus(visitor, 600, 400));
}

TEST(PlaceInTheTimeline, ARowBringsTheHeadOfItsChallengeIntoViewAndStaysInView) {
    for (const std::string_view title : {"PrédiSauvetage, de janvier", "Gobelins, de janvier", "dataESR, de janvier"}) {
        Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "lignes=debut&now=2017-10-15"});
        const NodeId line = visitor.find(Role::link, title);
        visitor.click(Role::link, title);
        ASSERT_TRUE(visitor.application().state().challenge.has_value());
        EXPECT_TRUE(isInView(visitor, visitor.find(Role::button, "Fermer le défi"))) << title;
        EXPECT_TRUE(isInView(visitor, visitor.find(Role::link, "Candidater à ce défi"))) << title;
        EXPECT_TRUE(isInView(visitor, line)) << title;
        // Where the panel is in view the page stays.
        const float before = visitor.scrollTop();
        visitor.click(Role::link, "Hopkins, de janvier");
        EXPECT_EQ(visitor.scrollTop(), before) << title;
    }
}

TEST_F(Place, AMilestoneThatOpensOrClosesAboveLeavesTheCardsInView) {
    visitor_.click(Role::button, "Réunion d’information");
    visitor_.scrollTo(1100);
    const NodeId card = cardOf(visitor_, "EIG Link");
    const float before = topOf(visitor_, card);
    visitor_.application().setFocus(card, true);
    visitor_.application().pressKey(card, "Escape");
    visitor_.settle();
    EXPECT_FALSE(visitor_.application().state().milestone.has_value());
    EXPECT_NEAR(topOf(visitor_, card), before, 1);
}

TEST_F(Place, TheFocusIsInViewAfterHomeArrowsEnterTabAndEscape) {
    visitor_.tabTo(Role::link, "PrédiSauvetage", true);
    for (const std::string_view key :
         {"Home", "ArrowDown", "Enter", "Tab", "Tab", "Tab", "Tab", "Escape", "End", "Enter", "Tab", "Escape",
          "ArrowUp", "Enter", "Escape", "Home", "Enter", "Escape"}) {
        visitor_.press(key);
        EXPECT_TRUE(seesFocus(visitor_, 1280, 800))
            << key << ": " << semantics::accessibleName(visitor_.tree(), visitor_.focused()) << " at "
            << topOf(visitor_, visitor_.focused());
    }
}

TEST(PlaceOnAPhone, TheFocusIsNeverUnderTheBarAtTheFoot) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.width = 390, .height = 844, .query = "now=2017-10-15"});
    for (int presses = 0; presses < 60; ++presses) {
        visitor.press(presses % 2 == 0 ? "Tab" : "ArrowDown");
        if (visitor.focused() == semantics::kNoNode) continue;
        EXPECT_TRUE(seesFocus(visitor, 390, 844)) << semantics::accessibleName(visitor.tree(), visitor.focused());
    }
}

TEST(PlaceInALongList, TheOpenedCardStaysWhereItIsAndClosingReturns) {
    Visitor visitor(support::makeSyntheticProgramme(1000), {.query = "now=2017-10-15"});
    visitor.scrollTo(60'000);
    const semantics::Tree& tree = visitor.application().tree();
    NodeId card = semantics::kNoNode;
    for (const semantics::Node& node : tree.nodes) {
        if (node.role != Role::link || node.composite == semantics::kNoNode) continue;
        if (std::abs(semantics::absoluteRect(tree, node.id).y - 60'300) < 300) card = node.id;
    }
    ASSERT_NE(card, semantics::kNoNode);
    const float before = topOf(visitor, card);
    visitor.application().setFocus(card, false);
    visitor.application().activate(card);
    visitor.settle();
    EXPECT_GT(visitor.scrollTop(), 100'000) << "one column instead of three";
    EXPECT_NEAR(topOf(visitor, card), before, 1);
    visitor.click(Role::button, "Fermer le défi");
    EXPECT_FLOAT_EQ(visitor.scrollTop(), 60'000);
    EXPECT_NEAR(topOf(visitor, card), before, 1);
}

// ── What stays in view ──

TEST_F(Place, TheHeadOfTheDetailStaysWhileItsBodyScrolls) {
    openCard(visitor_, "Gobelins");
    const semantics::Tree& tree = visitor_.application().tree();
    const NodeId close = visitor_.find(Role::button, "Fermer le défi");
    const NodeId apply = visitor_.find(Role::link, "Candidater à ce défi");
    const auto place = [&](NodeId node) {
        return semantics::visibleRect(tree, visitor_.application().scrollOffsets(), 1280, 800, node).y;
    };
    const float closeTop = place(close);
    const float applyTop = place(apply);
    std::size_t regions = 0;
    for (const semantics::Node& node : tree.nodes) {
        if ((node.scrollAxes & 2u) == 0) continue;
        visitor_.application().scroll(node.id, 0, 400);
        ++regions;
    }
    visitor_.settle();
    EXPECT_EQ(regions, 1u) << "the filter has no scrollbar of its own";
    EXPECT_EQ(place(close), closeTop);
    EXPECT_EQ(place(apply), applyTop);
}

TEST_F(Place, AFilterHigherThanTheViewGoesWithThePageToItsEnd) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.width = 844, .height = 390});
    const NodeId first = semantics::findAll(visitor.tree(), Role::checkbox, "").front();
    const NodeId last = semantics::findAll(visitor.tree(), Role::checkbox, "").back();
    const auto rectOf = [&](NodeId node) {
        return semantics::visibleRect(visitor.application().tree(), visitor.application().scrollOffsets(), 844, 390,
                                      node);
    };
    visitor.scrollTo(rectOf(first).y - 100);
    EXPECT_NEAR(rectOf(first).y, 100, 1);
    visitor.scrollTo(2500);
    EXPECT_LE(rectOf(last).y + rectOf(last).height, 390);
    EXPECT_GE(rectOf(last).y, 250);
    // By Shift+Tab from the cards back to its beginning.
    visitor.tabTo(Role::checkbox, semantics::accessibleName(visitor.tree(), last));
    for (int presses = 0; presses < 12; ++presses) {
        visitor.press("Shift+Tab");
        EXPECT_TRUE(seesFocus(visitor, 844, 390)) << semantics::accessibleName(visitor.tree(), visitor.focused());
    }
}

TEST(PlaceOnAPhone, TitleAndCrossOfAChallengeStayInView) {
    for (const float width : {320.0F, 390.0F, 800.0F}) {
        Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                        {.width = width, .height = 700, .query = "defi=gobelins", .hasCoarsePointer = true});
        visitor.scrollTo(500);
        const semantics::Tree& tree = visitor.application().tree();
        const auto& offsets = visitor.application().scrollOffsets();
        const NodeId close = visitor.find(Role::button, "Fermer le défi");
        const Rect cross = semantics::visibleRect(tree, offsets, width, 700, close);
        EXPECT_GE(cross.y, 0) << width;
        EXPECT_LT(cross.y, 60) << width;
        EXPECT_EQ(semantics::hitTest(tree, offsets, width, 700, cross.x + 10, cross.y + 10), close) << width;
        const Rect title = semantics::visibleRect(tree, offsets, width, 700, visitor.find(Role::heading, "Gobelins"));
        EXPECT_GE(title.y, 0) << width;
        EXPECT_LT(title.y, 60) << width;
    }
}

TEST(PlaceOnAPhone, TheHeadOfTheFilterWithItsSearchFieldStaysInView) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.width = 390, .height = 700, .query = "vue=filtres", .hasCoarsePointer = true});
    visitor.scrollTo(500);
    const semantics::Tree& tree = visitor.application().tree();
    const auto& offsets = visitor.application().scrollOffsets();
    for (const NodeId node : {visitor.find(Role::button, "Fermer le filtre"), visitor.find(Role::searchField, "")}) {
        const Rect rect = semantics::visibleRect(tree, offsets, 390, 700, node);
        EXPECT_GE(rect.y, 0);
        EXPECT_LT(rect.y, 120);
    }
    visitor.type("carto");
    EXPECT_TRUE(visitor.sees(Role::button, "Voir"));
    EXPECT_EQ(visitor.address(), "q=carto&vue=filtres");
}

// ── Filtering ──

TEST_F(Place, TickingLowInTheFilterShowsTheCountAndTheFirstCards) {
    for (const auto& [box, scrollTop] : {std::pair("Brest", 1250.0F), std::pair("Dijon", 1100.0F),
                                         std::pair("Design graphique", 900.0F), std::pair("R", 640.0F)}) {
        Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "now=2017-10-15"});
        visitor.scrollTo(scrollTop);
        const NodeId node = visitor.find(Role::checkbox, std::string(box) + ", ");
        ASSERT_TRUE(isInView(visitor, node)) << box << " at " << seen(visitor, node).y;
        const float before = seen(visitor, node).y;
        visitor.clickNode(node);
        EXPECT_NEAR(seen(visitor, node).y, before, 1) << box;
        const auto& shown = visitor.application().session().visit().shown;
        ASSERT_LE(shown.size(), 3u) << box;
        EXPECT_TRUE(isInView(visitor, visitor.find(Role::heading, shown.size() == 1 ? "1 défi" : " défis"))) << box;
        EXPECT_TRUE(isInView(visitor, visitor.find(Role::button, std::string("Retirer le filtre ") + box, true)));
        const NodeId card = semantics::findAll(visitor.tree(), Role::article, "").front();
        EXPECT_TRUE(isInView(visitor, card)) << box << " at " << seen(visitor, card).y;
    }
}

TEST_F(Place, AnotherListBeginsAtItsBeginningAsFarAsTheFilterStays) {
    Visitor visitor(support::makeSyntheticProgramme(1000), {.height = 4000, .query = "now=2017-10-15"});
    visitor.scrollTo(60'000);
    const NodeId box = semantics::findAll(visitor.tree(), Role::checkbox, "").front();
    const auto rectOf = [&](NodeId node) {
        return semantics::visibleRect(visitor.application().tree(), visitor.application().scrollOffsets(), 1280, 4000,
                                      node);
    };
    const float before = rectOf(box).y;
    visitor.clickNode(box);
    EXPECT_NEAR(rectOf(box).y, before, 1);
    const float top = rectOf(semantics::findAll(visitor.tree(), Role::article, "").front()).y;
    EXPECT_GE(top, 0);
    EXPECT_LT(top, 200);
}

TEST_F(Place, TheCountAndTheChosenFiltersStayAboveTheCards) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "competences=python&now=2017-10-15"});
    openCard(visitor, "Hopkins"); // one column
    const NodeId card = semantics::findAll(visitor.tree(), Role::article, "")[3];
    visitor.scrollTo(semantics::absoluteRect(visitor.tree(), card).y);
    const NodeId chip = visitor.find(Role::button, "Retirer le filtre Python");
    EXPECT_LT(seen(visitor, visitor.find(Role::heading, "7 défis", true)).y, 40);
    EXPECT_TRUE(isInView(visitor, chip));
    const Rect rect = seen(visitor, chip);
    const auto hit = [&](float x, float y) {
        return semantics::hitTest(visitor.application().tree(), visitor.application().scrollOffsets(), 1280, 800, x, y);
    };
    EXPECT_EQ(hit(rect.x + 10, rect.y + 10), chip);
    EXPECT_EQ(hit(rect.x - 8, rect.y + 10), semantics::kNoNode) << "the card lies below";
    for (int presses = 0; presses < 6; ++presses) {
        visitor.press("Shift+Tab");
        EXPECT_TRUE(seesFocus(visitor, 1280, 800)) << semantics::accessibleName(visitor.tree(), visitor.focused());
    }
    visitor.tabTo(Role::link, "Hopkins", true);
    for (const std::string_view key : {"End", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "Home"}) {
        visitor.press(key);
        EXPECT_TRUE(seesFocus(visitor, 1280, 800)) << key;
    }
}

TEST_F(Place, AFilterThatGoesLeavesTheFocusToTheNextFilterAndThenToTheCount) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.query = "competences=python,r&q=carte&now=2017-10-15"});
    const auto nameOfFocused = [&] { return semantics::accessibleName(visitor.tree(), visitor.focused()); };
    visitor.tabTo(Role::button, "Retirer le filtre Python");
    visitor.press("Enter");
    EXPECT_EQ(visitor.focused(), visitor.find(Role::button, "Retirer le filtre R", true));
    visitor.tabTo(Role::button, "Retirer le filtre «");
    visitor.press("Enter");
    EXPECT_EQ(visitor.focused(), visitor.find(Role::button, "Retirer le filtre R", true));
    const float before = seen(visitor, visitor.focused()).y;
    visitor.press("Enter");
    EXPECT_EQ(visitor.focused(), visitor.find(Role::heading, "13 défis")) << nameOfFocused();
    EXPECT_NEAR(seen(visitor, visitor.focused()).y, before, 12);
}

TEST_F(Place, ClearingAllLeavesTheFocusAtTheCountInView) {
    for (const std::string_view button : {"Tout effacer", "Voir tous les défis", "Sans "}) {
        const bool isEmpty = button != "Tout effacer";
        Visitor visitor(
            support::readProjectFile("data/eig-2018.json"),
            {.query = isEmpty ? "q=zzzzzz&competences=python&now=2017-10-15" : "competences=python&now=2017-10-15"});
        visitor.scrollTo(700);
        visitor.click(Role::button, button);
        const NodeId heading = visitor.find(Role::heading, " défis");
        EXPECT_EQ(visitor.focused(), heading) << button;
        EXPECT_TRUE(isInView(visitor, heading)) << button;
    }
}

// ── The challenges before and after ──

TEST_F(Place, TheDetailLeadsToTheChallengesBeforeAndAfterInTheListsOrder) {
    openCard(visitor_, "PrédiSauvetage");
    EXPECT_TRUE(visitor_.node(Role::button, "Pas de défi précédent").isDisabled);
    visitor_.scrollTo(700); // where the panel sticks: the list can follow
    const auto& shown = visitor_.application().session().visit().shown;
    const auto& programme = visitor_.application().programme();
    for (std::size_t place = 1; place < shown.size(); ++place) {
        const std::string title(programme.in(programme.challenges[shown[place]].title, 0));
        visitor_.click(Role::button, "Suivant : " + title);
        EXPECT_TRUE(visitor_.sees(Role::complementary, title));
        EXPECT_TRUE(seesFocus(visitor_, 1280, 800));
        const Rect card = semantics::absoluteRect(visitor_.tree(), cardOf(visitor_, title));
        EXPECT_GE(card.y, visitor_.scrollTop()) << title;
        EXPECT_LE(card.y + card.height, visitor_.scrollTop() + 800) << title;
    }
    EXPECT_TRUE(visitor_.node(Role::button, "Pas de défi suivant").isDisabled);
    visitor_.click(Role::button, "Précédent : ");
    visitor_.goBack();
    EXPECT_EQ(visitor_.address(), "now=2017-10-15") << "turning adds no entries";
}

TEST(PlaceOnAPhone, TheEndOfAChallengeLeadsToItsNeighbours) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.width = 390, .height = 844, .query = "defi=eig-link", .hasCoarsePointer = true});
    const auto& shown = visitor.application().session().visit().shown;
    const auto& programme = visitor.application().programme();
    const auto open = std::ranges::find(shown, *visitor.application().state().challenge);
    const std::string next(programme.in(programme.challenges[*(open + 1)].title, 0));
    visitor.scrollTo(900);
    visitor.click(Role::button, "Suivant : " + next);
    EXPECT_TRUE(visitor.sees(Role::heading, next));
    EXPECT_EQ(visitor.scrollTop(), 0);
}

TEST_F(Place, TurningBeginsAtTheTopOfTheNextChallengeAndLeavesTheButtonWhereItIs) {
    for (const std::string_view filter : {"", "competences=python&"}) {
        for (const float top : {300.0F, 640.0F, 900.0F, 1300.0F}) {
            Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                            {.query = std::string(filter) + "defi=predisauvetage&now=2017-10-15"});
            visitor.scrollTo(top);
            for (int turns = 0; turns < 3; ++turns) {
                const semantics::Tree& tree = visitor.application().tree();
                const auto body =
                    std::ranges::find(tree.nodes, 2, [](const semantics::Node& node) { return node.scrollAxes & 2; });
                ASSERT_NE(body, tree.nodes.end());
                visitor.application().scroll(body->id, 0, 400);
                visitor.settle();
                const NodeId next = visitor.find(Role::button, "Suivant : ");
                const float before = seen(visitor, next).y;
                if (turns == 1) {
                    visitor.press("Enter");
                } else {
                    visitor.clickNode(next);
                }
                EXPECT_NEAR(seen(visitor, next).y, before, 0.5) << filter << top;
                for (const semantics::ScrollOffset& offset : visitor.application().scrollOffsets()) {
                    if (offset.region != semantics::kRootId) {
                        EXPECT_EQ(offset.y, 0);
                    }
                }
                EXPECT_EQ(visitor.focused(), next);
            }
        }
    }
}

TEST_F(Place, ClosingAfterTurningLeadsToTheCardThatWasReadLast) {
    for (const bool isByKey : {false, true}) {
        Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "now=2017-10-15"});
        visitor.tabTo(Role::link, "PrédiSauvetage", true);
        visitor.press("Enter");
        std::string title;
        for (int turns = 0; turns < 6; ++turns) {
            const NodeId next = visitor.find(Role::button, "Suivant : ");
            if (isByKey) {
                visitor.tabTo(Role::button, "Suivant : ");
                visitor.press("Enter");
            } else {
                visitor.clickNode(next);
            }
            const auto& programme = visitor.application().programme();
            title = programme.in(programme.challenges[*visitor.application().state().challenge].title, 0);
        }
        if (isByKey) {
            visitor.press("Escape");
        } else {
            visitor.click(Role::button, "Fermer le défi");
        }
        EXPECT_EQ(visitor.focused(), cardOf(visitor, title)) << title;
        EXPECT_TRUE(isInView(visitor, visitor.focused())) << title << " at " << seen(visitor, visitor.focused()).y;
    }
}

TEST(PlaceInALongList, ClosingAfterTurningLeadsToTheCardThatWasReadLast) {
    Visitor visitor(support::makeSyntheticProgramme(1000), {.query = "now=2017-10-15"});
    const auto titleOf = [&](explorer::ChallengeIndex challenge) {
        const auto& programme = visitor.application().programme();
        return std::string(programme.in(programme.challenges[challenge].title, 0));
    };
    visitor.clickNode(cardOf(visitor, titleOf(visitor.application().session().visit().shown.front())));
    for (int turns = 0; turns < 20; ++turns) visitor.click(Role::button, "Suivant : ");
    const std::string title = titleOf(*visitor.application().state().challenge);
    visitor.click(Role::button, "Fermer le défi");
    EXPECT_EQ(visitor.focused(), cardOf(visitor, title)) << title;
    EXPECT_TRUE(seesFocus(visitor, 1280, 800)) << title;
}

TEST_F(Place, TheOpenChallengeIsBehindTheListForTabAndBehindItsLinkForEnter) {
    visitor_.tabTo(Role::link, "PrédiSauvetage", true);
    visitor_.press("Enter");
    EXPECT_EQ(visitor_.focused(), cardOf(visitor_, "PrédiSauvetage")) << "arrows go on through the list";
    visitor_.press("ArrowDown");
    visitor_.press("Enter");
    const NodeId card = visitor_.focused();
    visitor_.press("Tab"); // its star
    visitor_.press("Tab");
    EXPECT_EQ(visitor_.focused(), visitor_.find(Role::button, "Précédent : "));
    visitor_.press("Shift+Tab");
    visitor_.press("Shift+Tab");
    EXPECT_EQ(visitor_.focused(), card);
    visitor_.press("Enter");
    EXPECT_EQ(visitor_.tree().find(visitor_.focused())->role, Role::complementary);
    EXPECT_TRUE(seesFocus(visitor_, 1280, 800));
    visitor_.press("Escape");
    EXPECT_EQ(visitor_.focused(), card);
}

TEST(PlaceInTheTimeline, EnterOnTheRowOfTheOpenChallengeLeadsToIt) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "lignes=debut&now=2017-10-15"});
    visitor.click(Role::link, "Gobelins, de janvier");
    EXPECT_EQ(visitor.focused(), visitor.find(Role::link, "Gobelins, de janvier"));
    visitor.press("Enter");
    EXPECT_EQ(visitor.focused(), visitor.find(Role::complementary, "Gobelins"));
    visitor.press("Escape");
    EXPECT_EQ(visitor.focused(), visitor.find(Role::link, "Gobelins, de janvier"));
    EXPECT_TRUE(seesFocus(visitor, 1280, 800));
}

TEST(PlaceOfTheSelection, TheSelectionAndTheComparisonBeginAtTheirHeading) {
    for (const float width : {1280.0F, 390.0F}) {
        Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                        {.width = width, .query = "choix=hopkins,gobelins&now=2017-10-15"});
        visitor.scrollTo(900);
        visitor.click(Role::button, "Ma sélection (2)");
        EXPECT_EQ(visitor.focused(), visitor.find(Role::heading, "Ma sélection")) << width;
        EXPECT_EQ(visitor.scrollTop(), 0) << width;
        visitor.click(Role::button, "Comparer", true);
        EXPECT_EQ(visitor.focused(), visitor.find(Role::heading, "Comparer")) << width;
        EXPECT_EQ(visitor.scrollTop(), 0) << width;
    }
}

// ── On a phone ──

TEST(PlaceOnAPhone, TheFilterRowStaysLowAndAnotherListBeginsBelowIt) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.width = 390, .height = 844, .query = "now=2017-10-15", .hasCoarsePointer = true});
    const auto rectOf = [&](NodeId node) {
        return semantics::visibleRect(visitor.application().tree(), visitor.application().scrollOffsets(), 390, 844,
                                      node);
    };
    visitor.scrollTo(2600);
    const Rect button = rectOf(visitor.find(Role::button, "Filtrer", true));
    EXPECT_GE(button.y, 0);
    EXPECT_LE(button.y + button.height, 52);
    visitor.click(Role::button, "Python");
    const Rect count = rectOf(visitor.find(Role::heading, "7 défis", true));
    EXPECT_GE(count.y, 52);
    EXPECT_LT(count.y, 120);
    EXPECT_NEAR(rectOf(visitor.find(Role::button, "Filtrer", true)).y, button.y, 0.5);
    // By the filter's page, too.
    visitor.scrollTo(2600);
    visitor.click(Role::button, "Filtrer", true);
    visitor.click(Role::checkbox, "Data science");
    visitor.click(Role::button, "Voir 5 défis");
    const Rect fewer = rectOf(visitor.find(Role::heading, "5 défis", true));
    EXPECT_GE(fewer.y, 52);
    EXPECT_LT(fewer.y, 120);
}

TEST(PlaceOnAPhone, ClosingAfterTurningLeadsToTheCardThatWasReadLast) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.width = 390, .height = 844, .query = "now=2017-10-15", .hasCoarsePointer = true});
    visitor.click(Role::link, "PrédiSauvetage", true);
    for (int turns = 0; turns < 4; ++turns) visitor.click(Role::button, "Suivant : ");
    const auto& programme = visitor.application().programme();
    const std::string title(programme.in(programme.challenges[*visitor.application().state().challenge].title, 0));
    visitor.click(Role::button, "Fermer le défi");
    EXPECT_EQ(visitor.focused(), cardOf(visitor, title));
    EXPECT_TRUE(seesFocus(visitor, 390, 844));
}

TEST(PlaceOnAPhone, WithTheKeyboardUpTheFieldTheCountAndTheFirstResultAreInView) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.width = 390, .height = 844, .query = "now=2017-10-15", .hasCoarsePointer = true});
    const NodeId field = visitor.find(Role::searchField, "");
    EXPECT_GT(topOf(visitor, field), 300);
    visitor.application().setFocus(field, true);
    visitor.settle();
    visitor.resize(390, 500);
    visitor.type("carto");
    const NodeId foot = visitor.find(Role::region, "Candidature");
    const float bottom =
        semantics::visibleRect(visitor.application().tree(), visitor.application().scrollOffsets(), 390, 500, foot).y;
    const NodeId count = visitor.find(Role::heading, "3 défis", true);
    const NodeId card = semantics::findAll(visitor.tree(), Role::article, "").front();
    EXPECT_GE(topOf(visitor, field), 0);
    EXPECT_LT(topOf(visitor, field), 40);
    EXPECT_LT(topOf(visitor, count) + 24, bottom);
    EXPECT_LT(topOf(visitor, card) + 60, bottom);
}

TEST(PlaceOnAPhone, AmongOtherContentTheFilterOpensInPlace) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.width = 390, .height = 844, .hasCoarsePointer = true, .isEmbedded = true});
    const NodeId button = visitor.find(Role::button, "Filtrer", true);
    visitor.scrollTo(400);
    const float before = topOf(visitor, button);
    visitor.click(Role::button, "Filtrer", true);
    EXPECT_EQ(topOf(visitor, button), before);
    EXPECT_EQ(visitor.tree().find(button)->expanded, semantics::Tristate::yes);
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis")) << "the list stays below";
    visitor.click(Role::checkbox, "Python");
    visitor.scrollTo(topOf(visitor, visitor.find(Role::button, "Voir 7 défis")));
    visitor.click(Role::button, "Voir 7 défis");
    EXPECT_FALSE(visitor.sees(Role::checkbox, "Python"));
    EXPECT_EQ(visitor.tree().find(button)->expanded, semantics::Tristate::no);
    EXPECT_EQ(visitor.focused(), button);
    EXPECT_TRUE(seesFocus(visitor, 390, 844));
}

// ── Back and Forward ──

TEST_F(Place, BackNeverOpensAgainWhatWasClosed) {
    openCard(visitor_, "Gobelins");
    visitor_.click(Role::button, "Fermer le défi");
    EXPECT_EQ(visitor_.address(), "now=2017-10-15");
    EXPECT_FALSE(visitor_.canGoBack());
    visitor_.goForward();
    EXPECT_TRUE(visitor_.application().state().challenge.has_value());
    visitor_.press("Escape");
    EXPECT_FALSE(visitor_.canGoBack());
}

TEST_F(Place, BackAfterASearchShowsTheListWithoutItInOneStep) {
    for (const std::string_view text : {"c", "ca", "car", "carto"}) visitor_.type(text);
    EXPECT_EQ(visitor_.address(), "q=carto&now=2017-10-15");
    visitor_.goBack();
    EXPECT_EQ(visitor_.address(), "now=2017-10-15");
    EXPECT_TRUE(visitor_.sees(Role::heading, "13 défis"));
    EXPECT_FALSE(visitor_.canGoBack());
}

TEST(PlaceOnAPhone, TheFilterPageWithAllThatIsChosenThereIsOneStep) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.width = 390, .height = 844});
    visitor.click(Role::button, "Filtrer");
    visitor.click(Role::checkbox, "Python");
    visitor.click(Role::checkbox, "Data science");
    visitor.click(Role::button, "Voir 5 défis");
    EXPECT_NE(visitor.address().find("competences="), std::string::npos);
    visitor.goBack();
    EXPECT_EQ(visitor.address(), "");
    EXPECT_FALSE(visitor.canGoBack());
    visitor.click(Role::button, "Filtrer");
    visitor.click(Role::button, "Fermer le filtre");
    EXPECT_EQ(visitor.address(), "");
    EXPECT_FALSE(visitor.canGoBack());
}

} // namespace
