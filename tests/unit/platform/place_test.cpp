// The visitor's place: what is in view stays where it is while a challenge is opened beside the list and closed again,
// and what has the focus is in view. Heights are CSS px.
#include "support/files.h"
#include "support/synthetic_programme.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

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
    EXPECT_EQ(visitor.focused(), visitor.find(Role::button, "Tous les défis"));
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
    EXPECT_EQ(visitor.focused(), visitor.find(Role::button, "Ma sélection"));
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

TEST(PlaceInTheTimeline, ThePageStaysWhenARowOpensItsChallenge) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "lignes=debut&now=2017-10-15"});
    visitor.scrollTo(40);
    const NodeId line = visitor.find(Role::link, "Gobelins, de janvier");
    const float before = topOf(visitor, line);
    visitor.application().setFocus(line, true);
    visitor.application().activate(line);
    visitor.settle();
    ASSERT_TRUE(visitor.application().state().challenge.has_value());
    EXPECT_NEAR(topOf(visitor, line), before, 1);
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

// ── The challenges before and after ──

TEST_F(Place, TheDetailLeadsToTheChallengesBeforeAndAfterInTheListsOrder) {
    openCard(visitor_, "PrédiSauvetage");
    EXPECT_TRUE(visitor_.node(Role::button, "Pas de défi précédent").isDisabled);
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

// ── On a phone ──

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
