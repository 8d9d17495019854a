#include "semantics/composite.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace semantics {
namespace {

constexpr float kScreenHeight = 400;

// Two rows of two members, each with a companion.
//   a b
//   c d
class Composite : public testing::Test {
protected:
    Composite() { build({}); }

    void build(std::string_view current, Role role = Role::group) {
        TreeBuilder builder;
        builder.begin("fr", {0, 0, 400, 400});
        const NodeId list = builder.open("list", {.role = role, .rect = {0, 100, 400, 200}});
        for (const std::string_view key : {"a", "b", "c", "d"}) {
            const bool isRight = key == "b" || key == "d";
            const bool isLow = key == "c" || key == "d";
            Node link{.role = Role::link, .rect = {isRight ? 200.0F : 0.0F, isLow ? 100.0F : 0.0F, 200, 100}};
            link.isInteractive = true;
            link.composite = list;
            link.current = key == current ? Tristate::yes : Tristate::absent;
            const NodeId member = builder.add(key, std::move(link));
            Node star{.role = Role::button};
            star.isInteractive = true;
            star.companionOf = member;
            builder.add(std::string(key) + "*", std::move(star));
        }
        builder.close();
        tree_ = builder.finish();
    }

    NodeId id(std::string_view key) const { return childId(childId(kRootId, "list"), key); }

    std::string stops(NodeId longList = kNoNode) {
        placeTabStops(tree_, stops_, longList);
        std::string keys;
        for (const std::string_view key : {"a", "a*", "b", "b*", "c", "c*", "d", "d*"}) {
            if (!tree_.find(id(key))->isSkippedByTab) keys += std::string(key) + ' ';
        }
        return keys;
    }

    std::string beside(std::string_view from, std::string_view key) const {
        const std::optional<NodeId> found = memberBeside(tree_, id(from), key, kScreenHeight);
        if (!found) return "nothing";
        for (const std::string_view member : {"a", "b", "c", "d"}) {
            if (id(member) == *found) return std::string(member);
        }
        return "another";
    }

    Tree tree_;
    TabStops stops_;
};

TEST_F(Composite, letsTabReachTheFirstMemberAndItsCompanion) {
    EXPECT_EQ(stops(), "a a* ");
}

TEST_F(Composite, letsTabReachTheCurrentMemberAndThenTheOneThatHadTheFocus) {
    build("c");
    EXPECT_EQ(stops(), "c c* ");
    noteTabStop(tree_, id("b*"), stops_);
    EXPECT_EQ(stops(), "b b* ");
}

TEST_F(Composite, letsTabReachAnotherMemberWhereTheOneThatHadTheFocusIsGone) {
    stops_[childId(kRootId, "list")] = id("z");
    EXPECT_EQ(stops(), "a a* ");
}

TEST_F(Composite, isWalkedByArrows) {
    EXPECT_EQ(beside("a", "ArrowRight"), "b");
    EXPECT_EQ(beside("b", "ArrowRight"), "c");
    EXPECT_EQ(beside("d", "ArrowRight"), "nothing");
    EXPECT_EQ(beside("c", "ArrowLeft"), "b");
    EXPECT_EQ(beside("a", "ArrowLeft"), "nothing");
    EXPECT_EQ(beside("b", "ArrowDown"), "d");
    EXPECT_EQ(beside("b*", "ArrowDown"), "d");
    EXPECT_EQ(beside("c", "ArrowUp"), "a");
    EXPECT_EQ(beside("c", "ArrowDown"), "nothing");
    EXPECT_EQ(beside("c", "Home"), "a");
    EXPECT_EQ(beside("a", "End"), "d");
    EXPECT_EQ(beside("a", "Enter"), "nothing");
    EXPECT_EQ(memberBeside(tree_, kRootId, "ArrowRight", kScreenHeight), std::nullopt);
}

TEST(CompositeColumn, isWalkedByScreens) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, 100, 1000});
    const NodeId list = builder.open("list", {.role = Role::list, .rect = {0, 0, 100, 1000}});
    std::vector<NodeId> members;
    for (int row = 0; row < 10; ++row) {
        Node link{.role = Role::link, .rect = {0, 100.0F * static_cast<float>(row), 100, 90}};
        link.composite = list;
        members.push_back(builder.add("row" + std::to_string(row), std::move(link)));
    }
    builder.close();
    const Tree tree = builder.finish();
    EXPECT_EQ(memberBeside(tree, members[0], "PageDown", 400), members[3]);
    EXPECT_EQ(memberBeside(tree, members[3], "PageDown", 400), members[6]);
    EXPECT_EQ(memberBeside(tree, members[8], "PageDown", 400), members[9]);
    EXPECT_EQ(memberBeside(tree, members[9], "PageDown", 400), std::nullopt);
    EXPECT_EQ(memberBeside(tree, members[9], "PageUp", 400), members[6]);
    EXPECT_EQ(memberBeside(tree, members[5], "PageUp", 50), members[4]) << "at least one row";
}

TEST_F(Composite, EachMemberOfAListIsAStopWithItsCompanion) {
    build({}, Role::list);
    EXPECT_EQ(stops(), "a a* b b* c c* d d* ");
    noteTabStop(tree_, id("c"), stops_);
    EXPECT_EQ(stops(), "a a* b b* c c* d d* ");
    EXPECT_EQ(stops(id("a")), "a a* b b* c c* d d* ");
    EXPECT_EQ(stops(childId(kRootId, "list")), "c c* ") << "a long list is one stop";
}

} // namespace
} // namespace semantics
