// The challenges in the timeline: one mark that says the dates, rows with names, and what is shared with the list.
#include "support/files.h"
#include "support/synthetic_programme.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using semantics::NodeId;
using semantics::Tristate;
using support::Role;
using support::Visitor;

constexpr std::string_view kClosed = "13 défis · de janvier à novembre 2018";

/// The names of the rows, in their order.
std::vector<std::string> rowsOf(const Visitor& visitor) {
    std::vector<std::string> names;
    for (const semantics::Node& node : visitor.tree().nodes) {
        const semantics::Node* plot = visitor.tree().find(node.composite);
        if (node.role == Role::link && plot != nullptr && plot->isDraggable)
            names.push_back(semantics::accessibleName(visitor.tree(), node.id));
    }
    return names;
}

bool hasText(const Visitor& visitor, NodeId around, std::string_view text) {
    return semantics::textContent(visitor.tree(), around).find(text) != std::string::npos;
}

TEST(TimelineLines, SayInOneMarkTheDatesThatAllShare) {
    Visitor visitor(support::readBundledProgramme());
    EXPECT_EQ(rowsOf(visitor).size(), 0u);
    EXPECT_EQ(visitor.node(Role::button, kClosed).expanded, Tristate::no);
    visitor.click(Role::button, kClosed);
    EXPECT_EQ(rowsOf(visitor).size(), 13u);
    EXPECT_EQ(visitor.node(Role::button, kClosed).expanded, Tristate::yes);
    EXPECT_EQ(visitor.address(), "lignes=competences");
    visitor.click(Role::button, kClosed);
    EXPECT_EQ(rowsOf(visitor).size(), 0u);
    EXPECT_EQ(visitor.address(), "");
}

TEST(TimelineLines, AreOrderedAsTheVisitorChooses) {
    Visitor visitor(support::readBundledProgramme(), {.query = "lignes=organisme&lang=en"});
    const std::vector<std::string> byHost = rowsOf(visitor);
    ASSERT_EQ(byHost.size(), 13u);
    visitor.click(Role::button, "By start");
    EXPECT_EQ(visitor.node(Role::button, "By start").pressed, Tristate::yes);
    EXPECT_EQ(visitor.node(Role::button, "By host").pressed, Tristate::no);
    const std::vector<std::string> byStart = rowsOf(visitor);
    EXPECT_EQ(byStart.front(), "PrédiSauvetage, January – November 2018");
    visitor.click(Role::button, "By skills");
    const std::vector<std::string> bySkills = rowsOf(visitor);
    EXPECT_EQ(bySkills.front(), "PrédiSauvetage, Data, January – November 2018");
    const auto isOfData = [](const std::string& name) { return name.find(", Data,") != std::string::npos; };
    EXPECT_TRUE(std::ranges::is_partitioned(bySkills, isOfData));
    const auto initialOf = [](const std::string& name) { return name[name.find(", ") + 2] | 0x20; };
    EXPECT_TRUE(std::ranges::is_sorted(byHost, {}, initialOf)) << byHost.front();
}

TEST(TimelineLines, StayEachATargetOfItsOwnWhenOpened) {
    for (const bool isCoarse : {false, true}) {
        const Visitor visitor(support::readBundledProgramme(),
                              {.width = 1100, .query = "lignes=debut", .hasCoarsePointer = isCoarse});
        std::size_t rows = 0;
        for (const semantics::Node& node : visitor.tree().nodes) {
            if (node.role != Role::link || node.composite == semantics::kNoNode) continue;
            if (!visitor.tree().find(node.composite)->isDraggable) continue;
            ++rows;
            EXPECT_GE(node.rect.height, isCoarse ? 44.0F : 24.0F);
            EXPECT_GE(node.rect.width, 44.0F);
        }
        EXPECT_EQ(rows, 13u);
    }
}

TEST(TimelineLines, OpenTheirChallenge) {
    Visitor visitor(support::readBundledProgramme(), {.query = "lignes=debut&now=2017-10-15"});
    visitor.click(Role::link, "Gobelins, de janvier");
    EXPECT_NE(visitor.address().find("defi=gobelins"), std::string::npos);
    EXPECT_EQ(visitor.node(Role::link, "Gobelins, de janvier").current, Tristate::yes);
}

TEST(TimelineLines, WhileClosedTheirMarkNamesTheChallengeOfTheFocusedCard) {
    Visitor visitor(support::readBundledProgramme(), {.query = "now=2017-10-15"});
    const NodeId mark = visitor.find(Role::button, kClosed);
    EXPECT_FALSE(hasText(visitor, mark, "Gobelins"));
    visitor.tabTo(Role::link, "PrédiSauvetage", true);
    visitor.press("ArrowRight");
    visitor.press("ArrowRight");
    EXPECT_TRUE(visitor.seesText(semantics::accessibleName(visitor.tree(), visitor.focused())));
    EXPECT_EQ(semantics::accessibleName(visitor.tree(), mark), kClosed) << "its name stays";
}

TEST(TimelineLines, CountWhatTheFiltersLeaveAndKeepTheRest) {
    Visitor visitor(support::readBundledProgramme(), {.query = "competences=python"});
    visitor.click(Role::button, "7 défis sur 13 · de janvier à novembre 2018");
    EXPECT_EQ(rowsOf(visitor).size(), 13u) << "what is filtered out steps back, it does not go";
}

TEST(TimelineLines, OfDifferentDatesHaveTheirNamesAtOnceWhereTheyAreFew) {
    Visitor visitor(support::makeSyntheticProgramme(2));
    EXPECT_EQ(rowsOf(visitor).size(), 2u);
    visitor.click(Role::button, "2 défis · de janvier à novembre 2018");
    EXPECT_EQ(rowsOf(visitor).size(), 0u);
    EXPECT_EQ(visitor.address(), "lignes=fermees");
    visitor.click(Role::button, "2 défis · de janvier à novembre 2018");
    EXPECT_EQ(visitor.address(), "");
}

TEST(TimelineLines, OfOneChallengeAreItsRow) {
    const Visitor visitor(support::makeSyntheticProgramme(1));
    EXPECT_EQ(rowsOf(visitor).size(), 1u);
    EXPECT_EQ(visitor.count(Role::button, "1 défi ·"), 0u);
}

TEST(TimelineLines, AreOnePictureWhereTheyAreManyAndNeverManyRows) {
    for (const std::size_t count : {40u, 41u, 400u}) {
        const Visitor closed(support::makeSyntheticProgramme(count));
        EXPECT_EQ(rowsOf(closed).size(), 0u) << count;
        const Visitor open(support::makeSyntheticProgramme(count), {.query = "lignes=debut"});
        EXPECT_EQ(rowsOf(open).size(), count <= 40 ? count : 0u) << count;
        const semantics::Rect timeline = open.node(Role::region, "Calendrier").rect;
        EXPECT_LT(timeline.height, 1500) << count;
    }
}

TEST(TimelineLines, ThatAreTooManyLeadToTheFilterAndOpenOnceItLeavesFew) {
    Visitor visitor(support::makeSyntheticProgramme(400));
    visitor.click(Role::button, "400 défis · de janvier à novembre 2018 · filtrez");
    EXPECT_EQ(visitor.tree().find(visitor.focused())->role, Role::searchField);
    const programme::Programme& programme = visitor.application().programme();
    visitor.type(programme.in(programme.challenges[0].title, 0));
    const std::size_t found = visitor.application().session().visit().shown.size();
    ASSERT_GT(found, 0u);
    ASSERT_LE(found, 40u);
    visitor.click(Role::button, "sur 400 · de janvier");
    EXPECT_EQ(rowsOf(visitor).size(), found);
}

} // namespace
