#include "semantics/diff.h"
#include "semantics/javascript.h"
#include "semantics/members.h"
#include "semantics/roles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <memory>
#include <random>
#include <set>
#include <string>

namespace semantics {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
    return random() % limit;
}

bool coin(Random& random) {
    return below(random, 2) == 0;
}

std::string randomWord(Random& random) {
    static constexpr std::string_view kWords[] = {"", "Gobelins", "défi", "œuvre", "\"x\"", "日本"};
    return std::string(kWords[below(random, std::size(kWords))]);
}

// Random values for each type of a member; of enumerations and booleans, all values.

void vary(Random& random, std::string& value) {
    value = randomWord(random);
}

void vary(Random& random, std::vector<std::string>& value) {
    value.assign(below(random, 3), randomWord(random));
}

void vary(Random& random, float& value) {
    value = static_cast<float>(below(random, 5)) / 2;
}

void vary(Random& random, bool& value) {
    value = coin(random);
}

void vary(Random& random, Rect& value) {
    for (float* number : {&value.x, &value.y, &value.width, &value.height}) vary(random, *number);
}

void vary(Random& random, Colour& value) {
    value.value = static_cast<std::uint32_t>(below(random, 3)) * 0x70123456u;
}

void vary(Random& random, Role& value) {
    value = kRoles[below(random, kRoles.size())].role;
}

void vary(Random& random, Tristate& value) {
    value = static_cast<Tristate>(below(random, 3));
}

void vary(Random& random, Stick& value) {
    value = static_cast<Stick>(below(random, 3));
}

template <std::unsigned_integral Number>
void vary(Random& random, Number& value) {
    value = static_cast<Number>(below(random, 5));
}

constexpr std::size_t kMemberCount = std::tuple_size_v<decltype(kNodeMembers)>;

/// Sets the member of that row of the table to a random value.
void varyMember(Random& random, Node& node, std::size_t row) {
    std::size_t each = 0;
    forEachMember([&](const auto& member) {
        if (each++ == row) vary(random, member.of(node));
    });
}

void changeSomething(Random& random, Node& node) {
    varyMember(random, node, below(random, kMemberCount));
}

/// Keys are from a small set, so that two such trees share many nodes; sometimes two siblings have the same key.
Tree randomTree(Random& random) {
    TreeBuilder builder;
    builder.begin(coin(random) ? "fr" : "en", {0, 0, static_cast<float>(below(random, 3)), 10});
    std::size_t depth = 0;
    const std::size_t steps = below(random, 80);
    for (std::size_t step = 0; step < steps; ++step) {
        if (depth > 0 && coin(random)) {
            builder.close();
            --depth;
            continue;
        }
        Node node;
        for (std::size_t changes = below(random, 4); changes > 0; --changes) changeSomething(random, node);
        builder.open(std::string(1, static_cast<char>('a' + below(random, 6))), node);
        ++depth;
    }
    return builder.finish();
}

/// Moves a subtree to another parent without changing ids, which TreeBuilder never does.
Tree withMovedSubtree(Random& random, const Tree& tree) {
    if (tree.nodes.size() < 3) return tree;
    const std::size_t moved = 1 + below(random, tree.nodes.size() - 1);
    const std::size_t end = tree.endOf(moved);
    Tree result{{}, tree.language};
    std::vector<Node> taken(tree.nodes.begin() + static_cast<std::ptrdiff_t>(moved),
                            tree.nodes.begin() + static_cast<std::ptrdiff_t>(end));
    for (std::size_t place = 0; place < tree.nodes.size(); ++place) {
        if (place < moved || place >= end) result.nodes.push_back(tree.nodes[place]);
    }
    const std::size_t parent = below(random, result.nodes.size());
    taken.front().parent = result.nodes[parent].id;
    result.nodes.insert(result.nodes.begin() + static_cast<std::ptrdiff_t>(parent) + 1, taken.begin(), taken.end());
    return result;
}

/// A list of links "a", "b", "c" … with one line each.
Tree listOf(std::string_view keys, const std::function<void(char, Node&)>& change = {}) {
    TreeBuilder builder;
    builder.begin("fr", {0, 0, 100, 100});
    builder.open("list", {.role = Role::list});
    for (const char key : keys) {
        Node link{.role = Role::link};
        link.href = std::string("?defi=") + key;
        if (change) change(key, link);
        builder.open(std::string_view(&key, 1), link);
        builder.add("words", {.role = Role::text, .lines = {std::string(1, key)}});
        builder.close();
    }
    return builder.finish();
}

NodeId idOf(char key) {
    return childId(childId(kRootId, "list"), std::string_view(&key, 1));
}

TEST(Diff, ofEqualTreesIsEmpty) {
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        const Tree tree = randomTree(random);
        const Update update = diff(tree, Tree(tree));
        EXPECT_TRUE(update.isEmpty());
        EXPECT_EQ(toJson(update), "{}");
    }
}

TEST(Diff, appliedToTheFirstTreeGivesTheSecond) {
    Random random(2);
    for (int round = 0; round < 800; ++round) {
        const Tree before = randomTree(random);
        const Tree after = randomTree(random);
        ASSERT_EQ(apply(diff(before, after), before), after) << "round " << round;
    }
}

TEST(Diff, followsSmallChangesAndMoves) {
    Random random(3);
    for (int round = 0; round < 600; ++round) {
        const Tree before = randomTree(random);
        Tree after = coin(random) ? withMovedSubtree(random, before) : before;
        changeSomething(random, after.nodes[below(random, after.nodes.size())]);
        ASSERT_EQ(apply(diff(before, after), before), after) << "round " << round;
    }
}

TEST(Diff, noticesEachMemberOfANodeByItself) {
    Random random(5);
    for (std::size_t row = 0; row < kMemberCount; ++row) {
        Tree before = randomTree(random);
        before.nodes.resize(1);
        Tree after = before;
        while (after == before) varyMember(random, after.nodes.front(), row);
        const Update update = diff(before, after);
        ASSERT_EQ(update.changed.size(), 1u) << "row " << row;
        EXPECT_EQ(apply(update, before), after) << "row " << row;
        EXPECT_NE(toJson(update), toJson(diff(after, before))) << "row " << row;
    }
}

TEST(Diff, hasARowOfItsOwnForEachMember) {
    std::set<std::string_view> words;
    std::set<const void*> members;
    const Node node;
    std::uint32_t fields = 0;
    forEachMember([&](const auto& member) {
        EXPECT_TRUE(words.insert(member.key).second) << member.key;
        EXPECT_TRUE(members.insert(&member.of(node)).second) << member.key;
        fields |= member.field;
    });
    EXPECT_EQ(fields, kFieldAll);
}

TEST(Diff, tellsEverythingOfANodeThatHasAnotherRole) {
    const Tree before = listOf("a");
    Tree after = before;
    after.nodes[2].role = Role::button;
    const Update update = diff(before, after);
    ASSERT_EQ(update.changed.size(), 1u);
    EXPECT_EQ(update.changed[0].fields, kFieldAll);
    EXPECT_FALSE(update.changed[0].isNew);
}

TEST(Diff, tellsAnotherColourByItself) {
    const Tree before = listOf("a");
    Tree after = before;
    after.nodes[3].colour = {0xFF910000u};
    EXPECT_EQ(toJson(diff(before, after)),
              R"({"nodes":[{"id":)" + std::to_string(after.nodes[3].id) + R"(,"colour":"#000091"}]})");
    after.nodes[3].colour = {0x80FF0102u};
    EXPECT_NE(toJson(diff(before, after)).find(R"("colour":"#0201ff80")"), std::string::npos);
}

TEST(Diff, makesAllOfAFirstTreeNew) {
    Random random(4);
    const Tree tree = randomTree(random);
    const Update update = diff(Tree{}, tree);
    EXPECT_TRUE(update.removed.empty());
    ASSERT_EQ(update.changed.size(), tree.nodes.size());
    for (const NodeChange& change : update.changed) EXPECT_TRUE(change.isNew);
    EXPECT_EQ(apply(update, Tree{}), tree);
    EXPECT_EQ(apply(diff(tree, Tree{}), tree), Tree{});
}

TEST(Diff, namesOnlyTheChangedFieldOfTheChangedNode) {
    const Update update = diff(listOf("abc"), listOf("abc", [](char key, Node& node) {
                                   if (key == 'b') node.rect.y = 40;
                               }));
    EXPECT_TRUE(update.removed.empty());
    EXPECT_TRUE(update.orders.empty());
    ASSERT_EQ(update.changed.size(), 1u);
    EXPECT_EQ(update.changed[0].node.id, idOf('b'));
    EXPECT_EQ(update.changed[0].fields, kFieldRect);
    EXPECT_FALSE(update.changed[0].isNew);
}

TEST(Diff, removesOnlyTheTopmostNode) {
    const Update update = diff(listOf("abc"), listOf("ac"));
    EXPECT_EQ(update.removed, std::vector<NodeId>{idOf('b')});
    EXPECT_TRUE(update.changed.empty());
    ASSERT_EQ(update.orders.size(), 1u);
    EXPECT_EQ(update.orders[0].children, (std::vector<NodeId>{idOf('a'), idOf('c')}));
}

TEST(Diff, sendsAnotherOrderOfSiblingsWithoutTheNodes) {
    const Update update = diff(listOf("abc"), listOf("cab"));
    EXPECT_TRUE(update.removed.empty());
    EXPECT_TRUE(update.changed.empty());
    ASSERT_EQ(update.orders.size(), 1u);
    EXPECT_EQ(update.orders[0].parent, childId(kRootId, "list"));
    EXPECT_EQ(update.orders[0].children, (std::vector<NodeId>{idOf('c'), idOf('a'), idOf('b')}));
}

TEST(Diff, sendsTheLastChildsRemovalAsAnEmptyOrder) {
    const Tree before = listOf("a");
    const Tree after = listOf("");
    const Update update = diff(before, after);
    EXPECT_EQ(update.removed, std::vector<NodeId>{idOf('a')});
    ASSERT_EQ(update.orders.size(), 1u);
    EXPECT_TRUE(update.orders[0].children.empty());
    EXPECT_EQ(apply(update, before), after);
}

TEST(Diff, takesANodeBelowAnotherParentForANewOne) {
    Tree before;
    before.nodes = {{.role = Role::root, .id = 1, .parent = 1},
                    {.id = 2, .parent = 1},
                    {.id = 3, .parent = 2},
                    {.id = 4, .parent = 3}};
    Tree after = before;
    after.nodes[2].parent = 1;
    const Update update = diff(before, after);
    EXPECT_EQ(update.removed, std::vector<NodeId>{3});
    ASSERT_EQ(update.changed.size(), 2u);
    EXPECT_EQ(update.changed[0].node.id, 3u);
    EXPECT_TRUE(update.changed[0].isNew);
    EXPECT_EQ(update.changed[1].node.id, 4u);
    EXPECT_EQ(apply(update, before), after);
}

TEST(Diff, saysTheLanguageOnlyWhereItChanged) {
    Tree before = listOf("a");
    Tree after = before;
    EXPECT_FALSE(diff(before, after).language.has_value());
    after.language = "en";
    EXPECT_EQ(diff(before, after).language, "en");
    EXPECT_EQ(toJson(diff(before, after)), R"({"language":"en"})");
    EXPECT_EQ(apply(diff(after, Tree{before.nodes, ""}), after).language, "");
}

// ── Virtualised lists ──

ItemWords randomWords(Random& random) {
    ItemWords words{{coin(random) ? "" : "de", randomWord(random)}, {}};
    for (std::size_t count = below(random, 9); count > 0; --count)
        words.append(coin(random) ? "" : "fr", randomWord(random));
    return words;
}

std::shared_ptr<const ItemLayout> randomLayout(Random& random, std::size_t keyCount) {
    std::vector<ItemKey> order;
    for (ItemKey key = 0; key < keyCount; ++key) {
        if (coin(random)) order.push_back(key);
    }
    std::ranges::shuffle(order, random);
    ItemLayout layout{std::move(order), 1 + static_cast<std::uint32_t>(below(random, 3)), 200, 16, {0}};
    for (std::size_t row = 0; row * layout.columns < layout.order.size(); ++row)
        layout.tops.push_back(layout.tops.back() + 100 + static_cast<float>(below(random, 5)));
    return std::make_shared<const ItemLayout>(std::move(layout));
}

/// A tree with a list of which some items are described, named by their keys. Now and then it is not virtualised.
class RandomList {
public:
    explicit RandomList(Random& random) : random_(random) {}

    /// Such a tree in which some words, and sometimes the places, are others.
    Tree next() {
        for (std::size_t count = below(random_, 40); count > 0; --count) {
            const auto key = static_cast<ItemKey>(below(random_, kKeyCount));
            if (below(random_, 5) == 0)
                words_.remove(key);
            else
                words_.set(key, randomWords(random_));
        }
        if (coin(random_)) layout_ = randomLayout(random_, kKeyCount);
        return makeTree();
    }

private:
    static constexpr std::size_t kKeyCount = 300;

    Tree makeTree() {
        TreeBuilder builder;
        builder.begin("fr", {});
        builder.add("before", {.role = Role::heading, .name = randomWord(random_)});
        const NodeId list = builder.open("list", {.role = Role::list});
        std::vector<DescribedItem> described;
        for (std::uint32_t place = 0; place < layout_->order.size(); ++place) {
            if (below(random_, 20) > 0) continue;
            Node item{.role = Role::listItem, .name = randomWord(random_), .rect = layout_->rectOf(place)};
            described.push_back({place, builder.open(std::to_string(layout_->order[place]), std::move(item))});
            builder.add("words", {.role = Role::text, .lines = {randomWord(random_)}});
            builder.close();
        }
        Tree tree = builder.finish();
        tree.virtualised.words = words_;
        if (below(random_, 10) == 0) return tree;
        tree.virtualised.list = list;
        tree.virtualised.layout = layout_;
        tree.virtualised.described = std::move(described);
        return tree;
    }

    Random& random_;
    WordTable words_;
    std::shared_ptr<const ItemLayout> layout_ = randomLayout(random_, kKeyCount);
};

TEST(Diff, ofVirtualisedListsAppliedToTheFirstTreeGivesTheSecond) {
    Random random(6);
    for (int round = 0; round < 20; ++round) {
        RandomList list(random);
        Tree before = list.next();
        Tree mirror = before;
        for (int step = 0; step < 40; ++step) {
            const Tree after = list.next();
            const Update update = diff(before, after);
            mirror = apply(update, mirror);
            ASSERT_EQ(mirror, after) << "round " << round << ", step " << step;
            ASSERT_EQ(flatten(mirror), flatten(after));
            ASSERT_EQ(update.isEmpty(), before == after);
            ASSERT_TRUE(diff(after, Tree(after)).isEmpty());
            before = after;
        }
        // Also between unrelated trees.
        const Tree other = RandomList(random).next();
        EXPECT_EQ(apply(diff(before, other), mirror), other);
        EXPECT_EQ(apply(diff(other, before), other), mirror);
        EXPECT_EQ(apply(diff(Tree{}, before), Tree{}), mirror);
        EXPECT_EQ(apply(diff(before, Tree{}), mirror), Tree{});
        const Tree plain = listOf("abc");
        EXPECT_EQ(apply(diff(before, plain), mirror), plain);
        EXPECT_EQ(apply(diff(plain, before), plain), mirror);
    }
}

TEST(Diff, ofAVirtualisedListTellsItsPlacesWithoutWordsAndItsWordsWithoutPlaces) {
    Random random(7);
    TreeBuilder builder;
    builder.begin("fr", {});
    const NodeId list = builder.add("list", {.role = Role::list});
    Tree before = builder.finish();
    before.virtualised = {list, randomLayout(random, 1000), {}, {}};
    for (ItemKey key = 0; key < 1000; ++key) before.virtualised.words.set(key, randomWords(random));

    Tree reordered = before;
    reordered.virtualised.layout = randomLayout(random, 1000);
    const Update places = diff(before, reordered);
    ASSERT_TRUE(places.list);
    EXPECT_EQ(places.list->layout, reordered.virtualised.layout);
    EXPECT_TRUE(places.words.empty() && places.changed.empty() && places.removed.empty() && places.orders.empty());

    Tree rewritten = before;
    rewritten.virtualised.words.set(500, {{"", "autre"}, {}});
    const Update words = diff(before, rewritten);
    EXPECT_FALSE(words.list);
    ASSERT_EQ(words.words.size(), 1u);
    EXPECT_EQ(words.words[0].key, 500u);
    EXPECT_EQ(toJson(words), R"({"words":[[500,"","autre"]]})");
    EXPECT_EQ(toJson(diff(rewritten, Tree(rewritten))), "{}");
}

TEST(ToJson, writesAListsItemsAndWhereTheyStand) {
    Update update;
    update.list = {2,
                   std::make_shared<const ItemLayout>(ItemLayout{{5, 3, 4}, 2, 300.5F, 16, {0, 150, 310.25F}}),
                   true,
                   {{0, 7}, {2, 9}}};
    EXPECT_EQ(toJson(update), R"({"list":{"node":2,"near":[0,7,2,9],"layout":{"order":[5,3,4],"columns":2,)"
                              R"("itemWidth":300.5,"gap":16,"tops":[0,150,310.25]}}})");
    update.list->hasOtherLayout = false;
    EXPECT_EQ(toJson(update), R"({"list":{"node":2,"near":[0,7,2,9]}})");
    update.list = {kNoNode, nullptr, true, {}};
    EXPECT_EQ(toJson(update), R"({"list":{"node":0,"near":[]}})");
}

TEST(ToJson, writesAnItemsWordsByLanguageAndTheirAbsenceAsAKeyAlone) {
    ItemWords words{{"de", "Titel"}, {}};
    words.append("", "Paris");
    words.append("", "« x »");
    words.append("en", "");
    words.append("en", "2 × Data");
    Update update;
    update.words = {{7, words}, {8, std::nullopt}};
    EXPECT_EQ(toJson(update), R"({"words":[[7,"de","Titel","","Paris\n« x »","en","2 × Data"],[8]]})");
    EXPECT_FALSE(update.isEmpty());
}

TEST(WordTable, findsWhatDiffersAndKeepsCopiesAsTheyWere) {
    WordTable table;
    for (ItemKey key = 0; key < 1000; key += 3) table.set(key, {{"", std::to_string(key)}, {}});
    EXPECT_EQ(table.size(), 334u);
    const WordTable copy = table;
    EXPECT_EQ(copy, table);
    table.set(3, {{"", "3"}, {}});
    EXPECT_EQ(copy, table) << "equal words, described anew";
    table.set(3, {{"", "three"}, {}});
    table.set(2000, {{"", "new"}, {}});
    table.remove(999);
    table.remove(998);
    EXPECT_EQ(WordTable::findChanged(copy, table), (std::vector<ItemKey>{3, 999, 2000}));
    EXPECT_EQ(copy.find(3)->heading.text, "3");
    EXPECT_EQ(copy.find(2000), nullptr);
    EXPECT_EQ(table.find(999), nullptr);
    EXPECT_EQ(table.size(), 334u);
}

TEST(ItemWords, putLinesOfOneLanguageIntoOneParagraphAndNeverHaveTooMany) {
    ItemWords words;
    for (int line = 0; line < 20; ++line) words.append(line % 2 == 0 ? "fr" : "en", std::to_string(line));
    EXPECT_EQ(words.paragraphs.size(), ItemWords::kMostParagraphs);
    const std::vector<Node> nodes = makeNodes(1, words, 5, {10, 20, 200, 300});
    const std::vector<Node> others = makeNodes(2, words, 5, {});
    std::set<NodeId> ids;
    std::string text;
    for (const Node& node : nodes) {
        EXPECT_TRUE(ids.insert(node.id).second);
        EXPECT_GE(node.id, kFirstRetainedId);
        text += textOfLines(node) + '|';
    }
    for (const Node& node : others) EXPECT_TRUE(ids.insert(node.id).second);
    EXPECT_EQ(nodes.front().parent, 5u);
    EXPECT_EQ(nodes.front().rect, (Rect{10, 20, 200, 300}));
    EXPECT_NE(text.find("5 6 7 8"), std::string::npos) << text << ": none is lost";
}

TEST(ToJson, writesANewNodeWithoutItsDefaults) {
    const Update update = diff(listOf(""), listOf("a"));
    const std::string list = std::to_string(childId(kRootId, "list"));
    const std::string link = std::to_string(idOf('a'));
    const std::string words = std::to_string(childId(idOf('a'), "words"));
    EXPECT_EQ(toJson(update), R"({"nodes":[{"id":)" + link + R"(,"new":true,"role":"link","href":"?defi=a"},{"id":)" +
                                  words + R"(,"new":true,"role":"text","lines":["a"]}],"children":[[)" + list + ",[" +
                                  link + "]],[" + link + ",[" + words + "]]]}");
}

TEST(ToJson, writesRemovedNodes) {
    const std::string list = std::to_string(childId(kRootId, "list"));
    EXPECT_EQ(toJson(diff(listOf("a"), listOf(""))),
              R"({"removed":[)" + std::to_string(idOf('a')) + R"(],"children":[[)" + list + ",[]]]}");
}

std::string jsonOf(const Node& node, std::uint32_t fields, bool isNew = false) {
    Update update;
    update.changed.push_back({node, fields, isNew});
    return toJson(update);
}

TEST(ToJson, writesEveryMemberOfAChangedField) {
    Node node{.role = Role::searchField, .id = 9};
    node.value = "carto";
    node.level = 2;
    node.pressed = Tristate::no;
    node.checked = Tristate::yes;
    node.isInteractive = true;
    node.rect = {1.5F, -2.25F, 100, 1.0F / 3};
    node.stick = Stick::top;
    node.stickOffset = 8;
    node.scrollAxes = 2;
    node.contentWidth = 300;
    node.contentHeight = 900;
    node.textStyle = {15, 600, 22.5F, 0.48F, 1.5F, true};
    node.composite = 7;
    node.sign = "★";
    node.lines = {"un", "deux"};
    node.isCut = true;
    node.colour = {0xFF910000u};
    EXPECT_EQ(
        jsonOf(node, kFieldAll),
        R"({"nodes":[{"id":9,"role":"searchField","name":"","description":"","value":"carto","least":0,"most":0,"now":0,)"
        R"("placeholder":"","href":"","linkLanguage":"","download":"","newTab":false,"browser":false,"language":"","level":2,"pressed":false,)"
        R"("checked":true,"expanded":null,"current":null,"inert":false,"disabled":false,"interactive":true,"skipTab":false,)"
        R"("noPointer":false,"decorative":false,"draggable":false,"composite":7,"companionOf":0,)"
        R"("rect":[1.5,-2.25,100,0.333],"stick":"top","stickOffset":8,"scrollAxes":2,"contentWidth":300,)"
        R"("contentHeight":900,"fontSize":15,"fontWeight":600,"lineHeight":22.5,"tracking":0.48,"wordSpacing":1.5,)"
        R"("tabular":true,"lines":["un","deux"],"cut":true,"colour":"#000091","sign":"★"}]})");
}

TEST(ToJson, writesWhatWentBackToItsDefault) {
    EXPECT_EQ(
        jsonOf({.id = 9}, kFieldAll & ~(kFieldLink | kFieldName)),
        R"({"nodes":[{"id":9,"role":"generic","description":"","value":"","least":0,"most":0,"now":0,)"
        R"("placeholder":"","language":"","level":0,)"
        R"("pressed":null,"checked":null,"expanded":null,"current":null,"inert":false,"disabled":false,"interactive":false,)"
        R"("skipTab":false,"noPointer":false,"decorative":false,"draggable":false,"composite":0,"companionOf":0,)"
        R"("rect":[0,0,0,0],"stick":null,"stickOffset":0,"scrollAxes":0,"contentWidth":0,"contentHeight":0,)"
        R"("fontSize":0,"fontWeight":400,"lineHeight":0,"tracking":0,"wordSpacing":0,"tabular":false,"lines":[],)"
        R"("cut":false,"colour":"","sign":""}]})");
    EXPECT_EQ(jsonOf({.id = 9}, kFieldAll, true), R"({"nodes":[{"id":9,"new":true}]})");
}

TEST(ToJavaScript, isWhatThePageHas) {
    std::ifstream file(std::string(CE_SOURCE_DIR) + "/web/semantics.js", std::ios::binary);
    const std::string checkedIn{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(checkedIn, toJavaScript()) << "ninja -C build/native semantics_js writes it anew";
}

TEST(ToJson, writesNumbersWithoutExponentOrNeedlessZeros) {
    const auto write = [](float number) {
        Node node{.id = 9};
        node.stick = Stick::bottom;
        node.stickOffset = number;
        const std::string json = jsonOf(node, kFieldStick);
        const std::string_view start = R"({"nodes":[{"id":9,"stick":"bottom","stickOffset":)";
        EXPECT_TRUE(json.starts_with(start)) << json;
        return json.substr(start.size(), json.size() - start.size() - 3);
    };
    EXPECT_EQ(write(0), "0");
    EXPECT_EQ(write(-0.0F), "0");
    EXPECT_EQ(write(-0.0001F), "0");
    EXPECT_EQ(write(12.8F), "12.8");
    EXPECT_EQ(write(0.05F), "0.05");
    EXPECT_EQ(write(-0.625F), "-0.625");
    EXPECT_EQ(write(7.9999F), "8");
    EXPECT_EQ(write(123456.75F), "123456.75");
    EXPECT_EQ(write(1e-20F), "0");
    EXPECT_EQ(write(1e30F), "1000000000");
    EXPECT_EQ(write(-std::numeric_limits<float>::infinity()), "0");
    EXPECT_EQ(write(std::numeric_limits<float>::quiet_NaN()), "0");
}

std::string jsonString(std::string_view text) {
    Node node{.id = 9};
    node.name = text;
    const std::string json = jsonOf(node, kFieldName);
    const std::string_view start = R"({"nodes":[{"id":9,"name":)";
    return json.substr(start.size(), json.size() - start.size() - 3);
}

TEST(ToJson, escapesWhatJsonAndScriptsDoNotTake) {
    EXPECT_EQ(jsonString("« L’œuvre » \xF0\x9F\x8E\xAF"), "\"« L’œuvre » \xF0\x9F\x8E\xAF\"");
    EXPECT_EQ(jsonString("\"\\/"), R"("\"\\/")");
    EXPECT_EQ(jsonString("\b\f\n\r\t"), R"("\b\f\n\r\t")");
    EXPECT_EQ(jsonString(std::string_view("\0\x01\x1F\x7F", 4)), "\"\\u0000\\u0001\\u001f\x7F\"");
    EXPECT_EQ(jsonString("a\u2028b\u2029c\u2027"), "\"a\\u2028b\\u2029c\u2027\"");
}

TEST(ToJson, replacesWhatIsNotUtf8) {
    const std::string bad = "\uFFFD";
    EXPECT_EQ(jsonString("a\xFF"
                         "b"),
              '"' + ("a" + bad + "b") + '"');
    EXPECT_EQ(jsonString("\x80"), '"' + bad + '"');                               // a continuation alone
    EXPECT_EQ(jsonString("\xC0\xAF"), '"' + bad + bad + '"');                     // overlong
    EXPECT_EQ(jsonString("\xE0\x80\x80"), '"' + bad + bad + bad + '"');           // overlong
    EXPECT_EQ(jsonString("\xED\xA0\x80"), '"' + bad + bad + bad + '"');           // a surrogate
    EXPECT_EQ(jsonString("\xF4\x90\x80\x80"), '"' + bad + bad + bad + bad + '"'); // beyond U+10FFFF
    EXPECT_EQ(jsonString("\xE2\x82"), '"' + bad + '"');                           // cut off
    EXPECT_EQ(jsonString("\xF0\x9F\x8E"
                         "a"),
              '"' + bad + "a\""); // cut off by a letter
    EXPECT_EQ(jsonString("\xE2\x82\""), '"' + bad + R"(\"")");
}

} // namespace
} // namespace semantics
