#include "semantics/query.h"

#include <gtest/gtest.h>

namespace semantics {
namespace {

Node textNode(std::vector<std::string> lines) {
    return {.role = Role::text, .lines = std::move(lines)};
}

Node interactive(Role role, std::string name, Rect rect = {}) {
    Node node{.role = role};
    node.name = std::move(name);
    node.isInteractive = true;
    node.rect = rect;
    return node;
}

Node box(Rect rect) {
    Node node;
    node.rect = rect;
    return node;
}

TEST(FindAll, takesRoleAndAPartOfTheName) {
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId developer = builder.add("a", interactive(Role::button, "Développeur, 4 défis"));
    const NodeId designer = builder.add("b", interactive(Role::button, "Designer, 1 défi"));
    builder.add("c", interactive(Role::link, "Développeur"));
    const Tree tree = builder.finish();
    EXPECT_EQ(findAll(tree, Role::button, "Développeur"), std::vector<NodeId>{developer});
    EXPECT_EQ(findAll(tree, Role::button, ""), (std::vector<NodeId>{developer, designer}));
    EXPECT_EQ(findAll(tree, Role::button, "Développeur", true), std::vector<NodeId>{});
    EXPECT_EQ(findAll(tree, Role::button, "Designer, 1 défi", true), std::vector<NodeId>{designer});
    EXPECT_EQ(findOnly(tree, Role::button, "Designer"), designer);
    EXPECT_EQ(findOnly(tree, Role::button, "défi"), kNoNode);
    EXPECT_EQ(findOnly(tree, Role::button, "Statisticien"), kNoNode);
}

TEST(FindAll, takesEveryKindOfSpaceForAPlainOne) {
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId button = builder.add("a", interactive(Role::button, "Et\u00A0après\u202F?"));
    const Tree tree = builder.finish();
    EXPECT_EQ(findOnly(tree, Role::button, "Et après ?", true), button);
    EXPECT_EQ(findOnly(tree, Role::button, "Et  après\u202F?", true), button);
}

TEST(FocusOrder, isReadingOrderWithoutWhatTabSkips) {
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId first = builder.add("first", interactive(Role::link, "1"));
    builder.add("words", textNode({"rien"}));
    Node skipped = interactive(Role::button, "pointeur");
    skipped.isSkippedByTab = true;
    builder.add("skipped", skipped);
    Node disabled = interactive(Role::button, "2");
    disabled.isDisabled = true;
    builder.open("group", {.role = Role::group});
    const NodeId second = builder.add("disabled", disabled);
    const Tree tree = builder.finish();
    EXPECT_EQ(focusOrder(tree), (std::vector<NodeId>{first, second}));
}

TEST(FocusBeside, goesOnFromAnyNodeAndOutAtTheEnds) {
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId first = builder.add("first", interactive(Role::link, "1"));
    const NodeId region = builder.open("region", {.role = Role::region});
    const NodeId second = builder.add("second", interactive(Role::link, "2"));
    builder.close();
    const Tree tree = builder.finish();
    EXPECT_EQ(focusBeside(tree, kNoNode, false), first);
    EXPECT_EQ(focusBeside(tree, kNoNode, true), second);
    EXPECT_EQ(focusBeside(tree, first, false), second);
    EXPECT_EQ(focusBeside(tree, region, false), second) << "the region itself is none that Tab reaches";
    EXPECT_EQ(focusBeside(tree, region, true), first);
    EXPECT_EQ(focusBeside(tree, first, true), kNoNode);
    EXPECT_EQ(focusBeside(tree, second, false), kNoNode);
}

constexpr float kWidth = 400;
constexpr float kHeight = 300;

TEST(VisibleRect, movesWithThePage) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, kWidth, 1000});
    builder.open("card", box({10, 500, 100, 100}));
    const NodeId link = builder.add("link", interactive(Role::link, "x", {5, 6, 50, 20}));
    const Tree tree = builder.finish();
    EXPECT_EQ(visibleRect(tree, {}, kWidth, kHeight, link), (Rect{15, 506, 50, 20}));
    EXPECT_EQ(visibleRect(tree, {{kRootId, 0, 450}}, kWidth, kHeight, link), (Rect{15, 56, 50, 20}));
    EXPECT_EQ(visibleRect(tree, {}, kWidth, kHeight, 99), Rect{});
}

struct Region {
    Tree tree;
    NodeId region = kNoNode, first = kNoNode, last = kNoNode;
};

/// A region 100 px high at (20, 50) on a page of 1000 px; its content is 400 px high, its last button at its end.
Region makeRegion(std::uint8_t axes = 2) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, kWidth, 1000});
    Region result;
    Node region = box({20, 50, 200, 100});
    region.scrollAxes = axes;
    region.contentWidth = 500;
    region.contentHeight = 400;
    result.region = builder.open("region", region);
    result.first = builder.add("first", interactive(Role::button, "1", {0, 0, 200, 40}));
    result.last = builder.add("last", interactive(Role::button, "2", {0, 360, 200, 40}));
    result.tree = builder.finish();
    return result;
}

TEST(VisibleRect, movesWithItsRegionAsFarAsItScrolls) {
    const Region r = makeRegion();
    EXPECT_EQ(visibleRect(r.tree, {{r.region, 0, 300}}, kWidth, kHeight, r.last), (Rect{20, 110, 200, 40}));
    EXPECT_EQ(visibleRect(r.tree, {{r.region, 0, 9999}}, kWidth, kHeight, r.last), (Rect{20, 110, 200, 40}));
    EXPECT_EQ(visibleRect(r.tree, {{r.region, 0, -50}}, kWidth, kHeight, r.first), (Rect{20, 50, 200, 40}));
    EXPECT_EQ(visibleRect(r.tree, {{kRootId, 0, 20}, {r.region, 50, 10}}, kWidth, kHeight, r.first),
              (Rect{20, 20, 200, 40}));
    const Region sideways = makeRegion(1);
    EXPECT_EQ(visibleRect(sideways.tree, {{r.region, 50, 10}}, kWidth, kHeight, r.first), (Rect{-30, 50, 200, 40}));
}

TEST(HitTest, findsWhatIsUnderThePointAfterScrolling) {
    const Region r = makeRegion();
    EXPECT_EQ(hitTest(r.tree, {}, kWidth, kHeight, 30, 60), r.first);
    EXPECT_EQ(hitTest(r.tree, {{r.region, 0, 300}}, kWidth, kHeight, 30, 120), r.last);
    EXPECT_EQ(hitTest(r.tree, {{kRootId, 0, 40}}, kWidth, kHeight, 30, 20), r.first);
    EXPECT_EQ(hitTest(r.tree, {}, kWidth, kHeight, 30, 95), kNoNode);
}

TEST(HitTest, doesNotReachWhatARegionOrTheViewportCutsOff) {
    const Region r = makeRegion();
    EXPECT_EQ(hitTest(r.tree, {{r.region, 0, 270}}, kWidth, kHeight, 30, 141), r.last);
    EXPECT_EQ(hitTest(r.tree, {{r.region, 0, 270}}, kWidth, kHeight, 30, 151), kNoNode); // the button goes on to 180
    EXPECT_EQ(hitTest(r.tree, {{kRootId, 0, 70}}, kWidth, kHeight, 30, -5), kNoNode);
    EXPECT_EQ(hitTest(r.tree, {}, kWidth, 55, 30, 56), kNoNode);
}

TEST(HitTest, takesTheLastOfSeveral) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, kWidth, 1000});
    const NodeId card = builder.open("card", interactive(Role::link, "Défi", {0, 0, 200, 100}));
    const NodeId star = builder.add("star", interactive(Role::button, "Garder", {160, 10, 30, 30}));
    builder.add("words", textNode({"par-dessus"}));
    const Tree tree = builder.finish();
    EXPECT_EQ(hitTest(tree, {}, kWidth, kHeight, 170, 20), star);
    EXPECT_EQ(hitTest(tree, {}, kWidth, kHeight, 20, 20), card);
    EXPECT_EQ(hitTest(tree, {}, kWidth, kHeight, 190, 20), card); // the right and lower edges are outside
}

Node sticky(Rect rect, Stick stick, float offset) {
    Node node = box(rect);
    node.stick = stick;
    node.stickOffset = offset;
    return node;
}

TEST(VisibleRect, ofAStickingNodeKeepsItsOffsetFromTheTopInsideItsParent) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, kWidth, 2000});
    builder.open("column", box({0, 100, 100, 500}));
    const NodeId panel = builder.add("panel", sticky({0, 0, 100, 200}, Stick::top, 8));
    const Tree tree = builder.finish();
    const auto yAt = [&](float scroll) { return visibleRect(tree, {{kRootId, 0, scroll}}, kWidth, kHeight, panel).y; };
    EXPECT_EQ(yAt(0), 100);
    EXPECT_EQ(yAt(92), 8);
    EXPECT_EQ(yAt(300), 8);
    EXPECT_EQ(yAt(392), 8);   // the parent ends at 600 − 392 = 208
    EXPECT_EQ(yAt(450), -50); // and moves the sticking node with it
}

TEST(VisibleRect, ofANodeThatSticksBelowKeepsItsOffsetFromTheBottomInsideItsParent) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, kWidth, 2000});
    builder.open("page", box({0, 400, 100, 900}));
    const NodeId bar = builder.add("bar", sticky({0, 850, 100, 50}, Stick::bottom, 10));
    const Tree tree = builder.finish();
    const auto yAt = [&](float scroll) { return visibleRect(tree, {{kRootId, 0, scroll}}, kWidth, kHeight, bar).y; };
    EXPECT_EQ(yAt(0), 400); // its parent begins below the viewport
    EXPECT_EQ(yAt(300), 240);
    EXPECT_EQ(yAt(1010), 240); // not sticking: 1250 − 1010
    EXPECT_EQ(yAt(1100), 150);
}

TEST(VisibleRect, ofAStickingNodeInARegionFollowsTheRegion) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, kWidth, 1000});
    Node region = box({0, 100, 200, 150});
    region.scrollAxes = 2;
    region.contentHeight = 600;
    const NodeId regionId = builder.open("region", region);
    const NodeId head = builder.add("head", sticky({0, 0, 200, 30}, Stick::top, 0));
    const NodeId foot = builder.open("foot", sticky({0, 560, 200, 40}, Stick::bottom, 0));
    const NodeId button = builder.add("button", interactive(Role::button, "ok", {10, 10, 50, 20}));
    const Tree tree = builder.finish();
    const std::vector<ScrollOffset> offsets = {{kRootId, 0, 20}, {regionId, 0, 200}};
    EXPECT_EQ(visibleRect(tree, offsets, kWidth, kHeight, head).y, 80);
    EXPECT_EQ(visibleRect(tree, offsets, kWidth, kHeight, foot).y, 190);
    EXPECT_EQ(visibleRect(tree, offsets, kWidth, kHeight, button), (Rect{10, 200, 50, 20}));
}

TEST(HitTest, aStickingNodeCoversWhatCameBeforeIt) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, kWidth, 2000});
    const NodeId card = builder.add("card", interactive(Role::link, "Défi", {0, 0, 400, 1000}));
    builder.open("bar", sticky({0, 1950, 400, 50}, Stick::bottom, 0));
    const NodeId apply = builder.add("apply", interactive(Role::link, "Candidater", {10, 10, 100, 30}));
    const Tree tree = builder.finish();
    EXPECT_EQ(hitTest(tree, {}, kWidth, kHeight, 20, 100), card);
    EXPECT_EQ(hitTest(tree, {}, kWidth, kHeight, 20, 270), apply);
    EXPECT_EQ(hitTest(tree, {}, kWidth, kHeight, 300, 270), kNoNode);
}

TEST(Dump, writesTheTreeAsPlaywrightDoes) {
    TreeBuilder builder;
    builder.begin("fr", {});
    builder.open("main", {.role = Role::main});
    builder.open("title", {.role = Role::heading, .level = 2});
    builder.add("words", textNode({"13\u00A0défis, ", "26 postes"}));
    builder.close();
    builder.open("wrapper", {});
    builder.open("list", {.role = Role::list});
    builder.open("a", {.role = Role::listItem});
    builder.open("link", {.role = Role::link});
    builder.add("words", textNode({"Gobelins"}));
    builder.close();
    builder.add("host", textNode({"Ministère de ", "la culture"}));
    builder.add("city", textNode({"Paris"}));
    builder.close();
    builder.open("b", {.role = Role::listItem});
    builder.add("words", textNode({"Rien d’autre"}));
    builder.close();
    builder.close();
    builder.close();
    builder.close();
    EXPECT_EQ(dump(builder.finish()), "- main:\n"
                                      "  - heading \"13 défis, 26 postes\" [level=2]\n"
                                      "  - list:\n"
                                      "    - listitem:\n"
                                      "      - link \"Gobelins\"\n"
                                      "      - text: Ministère de la culture Paris\n"
                                      "    - listitem: Rien d’autre\n");
}

TEST(Dump, writesStates) {
    TreeBuilder builder;
    builder.begin("fr", {});
    Node button = interactive(Role::button, "Python");
    button.pressed = Tristate::yes;
    button.isDisabled = true;
    builder.add("a", button);
    button = interactive(Role::button, "R");
    button.pressed = Tristate::no;
    button.expanded = Tristate::yes;
    builder.add("b", button);
    Node checkbox = interactive(Role::checkbox, "Java");
    checkbox.checked = Tristate::yes;
    builder.add("c", checkbox);
    checkbox.checked = Tristate::no;
    builder.add("d", checkbox);
    Node field = interactive(Role::searchField, "Chercher");
    field.value = "carto";
    builder.add("e", field);
    EXPECT_EQ(dump(builder.finish()), "- button \"Python\" [disabled] [pressed]\n"
                                      "- button \"R\" [expanded]\n"
                                      "- checkbox \"Java\" [checked]\n"
                                      "- checkbox \"Java\"\n"
                                      "- searchbox \"Chercher\": carto\n");
}

TEST(Dump, leavesDecorationOutAndKeepsWordsThatANameReplaces) {
    TreeBuilder builder;
    builder.begin("fr", {});
    builder.open("button", interactive(Role::button, "Python, 4 défis"));
    builder.add("label", textNode({"Python"}));
    builder.add("count", textNode({"4"}));
    Node bar = textNode({"▮▮"});
    bar.isDecorative = true;
    builder.add("bar", bar);
    builder.close();
    builder.open("image", {.role = Role::image, .name = "Emblème"});
    builder.close();
    EXPECT_EQ(dump(builder.finish()), "- button \"Python, 4 défis\": Python 4\n"
                                      "- img \"Emblème\"\n");
}

TEST(Dump, quotesWhatYamlWouldMisread) {
    const auto dumpWords = [](const std::string& words) {
        TreeBuilder builder;
        builder.begin("fr", {});
        builder.add("words", textNode({words}));
        return dump(builder.finish());
    };
    EXPECT_EQ(dumpWords("du 27 au 30"), "- text: du 27 au 30\n");
    EXPECT_EQ(dumpWords("Date : demain"), "- text: \"Date : demain\"\n");
    EXPECT_EQ(dumpWords("fin :"), "- text: \"fin :\"\n");
    EXPECT_EQ(dumpWords("4"), "- text: \"4\"\n");
    EXPECT_EQ(dumpWords("4.5e3"), "- text: \"4.5e3\"\n");
    EXPECT_EQ(dumpWords("0x1F"), "- text: \"0x1F\"\n");
    EXPECT_EQ(dumpWords("4 000 €"), "- text: 4 000 €\n");
    EXPECT_EQ(dumpWords("2017-10-27"), "- text: 2017-10-27\n");
    EXPECT_EQ(dumpWords("Oui, \"non\""), "- text: Oui, \"non\"\n");
    EXPECT_EQ(dumpWords("\"non\""), "- text: \"\\\"non\\\"\"\n");
    EXPECT_EQ(dumpWords("NO"), "- text: \"NO\"\n");
    EXPECT_EQ(dumpWords("C #"), "- text: \"C #\"\n");
    EXPECT_EQ(dumpWords("C#"), "- text: C#\n");
    EXPECT_EQ(dumpWords("{x}"), "- text: \"{x}\"\n");
    EXPECT_EQ(dumpWords(".NET"), "- text: .NET\n");

    TreeBuilder builder;
    builder.begin("fr", {});
    builder.add("a", interactive(Role::link, "Étape : l'appel"));
    EXPECT_EQ(dump(builder.finish()), "- 'link \"Étape : l''appel\"'\n");
}

} // namespace
} // namespace semantics
