// The visit by keyboard: arrows in the timeline and between cards, the keys of the whole page, and what a screen reader
// is told without asking.
#include "support/visitor.h"

#include <gtest/gtest.h>

namespace {

using semantics::NodeId;
using semantics::Role;
using support::Visitor;

class Keyboard : public testing::Test {
protected:
    std::string focusedName() const { return semantics::accessibleName(visitor_.tree(), visitor_.focused()); }
    std::string announcement() const {
        const std::vector<NodeId> found = semantics::findAll(visitor_.tree(), Role::status, "");
        return found.size() == 1 ? semantics::textContent(visitor_.tree(), found.front()) : "no status";
    }

    Visitor visitor_{support::readSource("data/eig-2018.json"), {.query = "now=2017-10-15"}};
};

TEST_F(Keyboard, TabStopsOnceInTheTimelineAndOnceAmongTheCards) {
    std::size_t inTimeline = 0;
    std::size_t cards = 0;
    for (const NodeId id : semantics::focusOrder(visitor_.tree())) {
        const semantics::Node& node = *visitor_.tree().find(id);
        if (node.composite == semantics::kNoNode) continue;
        (visitor_.tree().find(node.composite)->isDraggable ? inTimeline : cards) += 1;
    }
    EXPECT_EQ(inTimeline, 1u);
    EXPECT_EQ(cards, 1u);
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
    EXPECT_EQ(visitor_.node(Role::link, focusedName()).role, Role::link); // the last challenge's line
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
    visitor_.type("xyzzy");
    EXPECT_NE(visitor_.focused(), semantics::kNoNode);
    EXPECT_NE(visitor_.tree().find(visitor_.focused()), nullptr);
}

TEST_F(Keyboard, ASlashLeadsToTheSearchField) {
    visitor_.press("/");
    EXPECT_EQ(visitor_.node(Role::searchField, "").id, visitor_.focused());
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
