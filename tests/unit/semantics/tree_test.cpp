#include "semantics/tree.h"

#include <gtest/gtest.h>

#include <set>

namespace semantics {
namespace {

Node text(std::vector<std::string> lines) {
    return {.role = Role::text, .lines = std::move(lines)};
}

Node named(Role role, std::string name) {
    Node node{.role = role};
    node.name = std::move(name);
    return node;
}

Node at(Rect rect) {
    Node node;
    node.rect = rect;
    return node;
}

TEST(TreeBuilder, listsNodesInReadingOrderBelowTheRoot) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, 320, 900});
    const NodeId list = builder.open("list", {.role = Role::list});
    const NodeId first = builder.add("first", {.role = Role::listItem});
    const NodeId second = builder.open("second", {.role = Role::listItem});
    const NodeId link = builder.add("link", {.role = Role::link});
    builder.close();
    builder.close();
    const NodeId last = builder.add("last", {.role = Role::button});
    const Tree tree = builder.finish();

    ASSERT_EQ(tree.nodes.size(), 6u);
    EXPECT_EQ(tree.language, "fr");
    EXPECT_EQ(tree.nodes[0].role, Role::root);
    EXPECT_EQ(tree.nodes[0].id, kRootId);
    EXPECT_EQ(tree.nodes[0].parent, kRootId);
    EXPECT_EQ(tree.nodes[0].rect, (Rect{0, 0, 320, 900}));
    EXPECT_EQ(tree.childrenOf(kRootId), (std::vector<NodeId>{list, last}));
    EXPECT_EQ(tree.childrenOf(list), (std::vector<NodeId>{first, second}));
    EXPECT_EQ(tree.childrenOf(second), (std::vector<NodeId>{link}));
    EXPECT_EQ(tree.indexOf(link), 4u);
    EXPECT_EQ(tree.find(link)->parent, second);
    EXPECT_EQ(tree.endOf(0), 6u);
    EXPECT_EQ(tree.endOf(1), 5u);
    EXPECT_EQ(tree.endOf(2), 3u);
    EXPECT_EQ(tree.endOf(99), 6u);
}

TEST(TreeBuilder, givesTheSameIdsToTheSamePathsWhateverStandsAround) {
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId list = builder.open("list", {});
    const NodeId item = builder.add("gobelins", named(Role::link, "Gobelins"));
    (void)builder.finish();

    builder.begin("en", {});
    builder.add("banner", {});
    EXPECT_EQ(builder.open("list", {.role = Role::list}), list);
    builder.add("hopkins", {});
    EXPECT_EQ(builder.add("gobelins", named(Role::link, "Gobelins, 2 posts")), item);
}

TEST(TreeBuilder, tellsSiblingsWithTheSameKeyApartInAStableWay) {
    const auto build = [] {
        TreeBuilder builder;
        builder.begin("fr", {});
        for (int each = 0; each < 3000; ++each) builder.add("same", {});
        builder.add("same#2", {});
        return builder.finish();
    };
    const Tree tree = build();
    std::set<NodeId> ids;
    for (const Node& node : tree.nodes) ids.insert(node.id);
    EXPECT_EQ(ids.size(), tree.nodes.size());
    EXPECT_EQ(tree.nodes[1].id, childId(kRootId, "same"));
    EXPECT_EQ(tree.nodes[2].id, childId(kRootId, "same#2"));
    EXPECT_EQ(build(), tree);
}

TEST(TreeBuilder, keepsTheRootOpenWhateverIsClosed) {
    TreeBuilder builder;
    builder.begin("fr", {});
    builder.close();
    builder.close();
    EXPECT_EQ(builder.currentId(), kRootId);
    builder.add("one", {});
    EXPECT_EQ(builder.finish().childrenOf(kRootId).size(), 1u);
}

TEST(TreeBuilder, findsAndCompletesNodesOfThisFrameOnly) {
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId earlier = builder.add("earlier", {});
    builder.begin("fr", {});
    const NodeId box = builder.open("box", {});
    builder.current().level = 3;
    builder.add("inside", {});
    builder.close();
    ASSERT_NE(builder.find(box), nullptr);
    builder.find(box)->rect.height = 40;
    EXPECT_EQ(builder.find(earlier), nullptr);
    EXPECT_EQ(builder.find(kNoNode), nullptr);
    const Tree tree = builder.finish();
    EXPECT_EQ(tree.find(box)->rect.height, 40);
    EXPECT_EQ(tree.find(box)->level, 3);
}

TEST(TreeBuilder, startsEmptyAfterTheEndOfAFrame) {
    TreeBuilder builder;
    builder.begin("fr", {});
    builder.open("left open", {});
    (void)builder.finish();
    EXPECT_EQ(builder.currentId(), kRootId);
    EXPECT_EQ(builder.finish().nodes.size(), 1u);
}

TEST(ChildId, dependsOnParentAndKeyAndIsNeverReserved) {
    EXPECT_NE(childId(1, "a"), childId(1, "b"));
    EXPECT_NE(childId(1, "a"), childId(2, "a"));
    EXPECT_NE(childId(1, ""), kNoNode);
    for (NodeId parent = 0; parent < 20000; ++parent) {
        EXPECT_GT(childId(parent, "x"), kRootId);
        EXPECT_LT(childId(parent, "x"), kFirstRetainedId);
    }
}

TEST(WordsOf, areTheTextThatWasBrokenIntoLines) {
    EXPECT_EQ(textOfLines(text({"Issy-les-", "Moulineaux ", "et Paris"})), "Issy-les-Moulineaux et Paris");
    EXPECT_EQ(textOfLines(text({})), "");
}

TEST(AccessibleName, isTheGivenNameBeforeAnyContent) {
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId button = builder.open("python", named(Role::button, "Python, 4 challenges"));
    builder.add("label", text({"Python"}));
    builder.add("count", text({"4"}));
    const Tree tree = builder.finish();
    EXPECT_EQ(accessibleName(tree, button), "Python, 4 challenges");
    EXPECT_EQ(textContent(tree, button), "Python 4");
}

TEST(AccessibleName, comesFromContentWhereTheRoleAllowsIt) {
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId heading = builder.open("heading", {.role = Role::heading, .level = 2});
    const NodeId link = builder.open("link", {.role = Role::link});
    builder.add("words", text({"Un défi en ", "deux lignes"}));
    builder.add("icon", named(Role::image, "ouvert"));
    builder.open("nested", named(Role::group, "trois"));
    builder.add("hidden by the name", text({"quatre"}));
    builder.close();
    builder.close();
    builder.close();
    const NodeId list = builder.open("list", {.role = Role::list});
    const NodeId words = builder.add("words", text({"Ailleurs"}));
    const Tree tree = builder.finish();
    EXPECT_EQ(accessibleName(tree, heading), "Un défi en deux lignes ouvert trois");
    EXPECT_EQ(accessibleName(tree, link), "Un défi en deux lignes ouvert trois");
    EXPECT_EQ(accessibleName(tree, words), "Ailleurs");
    EXPECT_EQ(accessibleName(tree, list), "");
    EXPECT_EQ(accessibleName(tree, 12345), "");
}

TEST(AccessibleName, leavesDecorativeWordsOut) {
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId button = builder.open("button", {.role = Role::button});
    Node star = text({"★"});
    star.isDecorative = true;
    builder.add("star", star);
    builder.open("decoration", {.isDecorative = true});
    builder.add("inside", text({"3/5"}));
    builder.close();
    builder.add("words", text({"Garder"}));
    const Tree tree = builder.finish();
    EXPECT_EQ(accessibleName(tree, button), "Garder");
    EXPECT_EQ(textContent(tree, button), "★ 3/5 Garder");
}

TEST(AccessibleName, ofASearchFieldIsNeverItsValue) {
    TreeBuilder builder;
    builder.begin("fr", {});
    Node field{.role = Role::searchField};
    field.value = "carto";
    field.placeholder = "Chercher un défi";
    const NodeId unnamed = builder.add("unnamed", field);
    field.name = "Chercher";
    const NodeId namedField = builder.add("named", field);
    const Tree tree = builder.finish();
    EXPECT_EQ(accessibleName(tree, unnamed), "Chercher un défi");
    EXPECT_EQ(accessibleName(tree, namedField), "Chercher");
}

TEST(AbsoluteRect, addsUpTheParentsPlaces) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, 800, 2000});
    const NodeId outer = builder.open("outer", at({10, 100, 200, 300}));
    const NodeId inner = builder.add("inner", at({5, 20, 50, 60}));
    const Tree tree = builder.finish();
    EXPECT_EQ(absoluteRect(tree, outer), (Rect{10, 100, 200, 300}));
    EXPECT_EQ(absoluteRect(tree, inner), (Rect{15, 120, 50, 60}));
    EXPECT_EQ(absoluteRect(tree, kRootId), (Rect{0, 0, 800, 2000}));
    EXPECT_EQ(absoluteRect(tree, 77), Rect{});
}

} // namespace
} // namespace semantics
