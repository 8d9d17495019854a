// Fuzzes the diff of semantics trees: apply(diff(a, b), a) == b for all trees, the update is empty where the trees are
// equal and only there, and its JSON is JSON.
#include "fuzz/support/byte_source.h"
#include "fuzz/support/texts.h"
#include "semantics/diff.h"
#include "semantics/members.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using semantics::Node;
using semantics::NodeId;
using semantics::Tree;
using support::ByteSource;

constexpr std::size_t kMostSteps = 120;

[[noreturn]] void fail(const char* what, const semantics::Update& update) {
    std::fprintf(stderr, "does not hold: %s\n%s\n", what, semantics::toJson(update).c_str());
    std::abort();
}

// ── A value of each type that a member has ──

void choose(ByteSource& source, std::string& value) {
    value = source.coin() ? "" : support::makeText(source, 12);
    if (source.oneIn(16)) value += static_cast<char>(source.byte()); // not UTF-8
}
void choose(ByteSource& source, std::vector<std::string>& value) {
    value.resize(source.below(4));
    for (std::string& line : value) choose(source, line);
}
void choose(ByteSource& source, bool& value) {
    value = source.coin();
}
void choose(ByteSource& source, float& value) {
    static constexpr float kNumbers[] = {0, 1, -1, 0.5F, 1.0F / 3, 1e9F, -1e-9F, 400, 0.0004F};
    value = source.pick(kNumbers);
}
void choose(ByteSource& source, std::uint8_t& value) {
    value = static_cast<std::uint8_t>(source.below(7));
}
void choose(ByteSource& source, std::uint16_t& value) {
    value = static_cast<std::uint16_t>(source.below(5) * 100);
}
void choose(ByteSource& source, NodeId& value) {
    static constexpr NodeId kIds[] = {semantics::kNoNode, semantics::kRootId, 2, semantics::kFirstRetainedId};
    value = source.pick(kIds);
}
void choose(ByteSource& source, semantics::Role& value) {
    // The root's alone is the root's own.
    value = static_cast<semantics::Role>(source.below(static_cast<std::size_t>(semantics::Role::root)));
}
void choose(ByteSource& source, semantics::Tristate& value) {
    value = static_cast<semantics::Tristate>(source.below(3));
}
void choose(ByteSource& source, semantics::Stick& value) {
    value = static_cast<semantics::Stick>(source.below(3));
}
void choose(ByteSource& source, semantics::Rect& value) {
    for (float* number : {&value.x, &value.y, &value.width, &value.height}) choose(source, *number);
}
void choose(ByteSource& source, semantics::Colour& value) {
    static constexpr std::uint32_t kColours[] = {0, 0xFF000000, 0xFFFFFFFF, 0x80123456};
    value.value = source.pick(kColours);
}

/// Gives any one of the members of semantics/members.h another value.
void changeNode(ByteSource& source, Node& node) {
    constexpr std::size_t kMemberCount = std::tuple_size_v<decltype(semantics::kNodeMembers)>;
    std::size_t left = source.below(kMemberCount);
    semantics::forEachMember([&](const auto& member) {
        if (left-- == 0) choose(source, member.of(node));
    });
}

// ── Trees ──

/// Keys come from a small set, so that two such trees share many nodes; now and then a key comes twice.
Tree makeTree(ByteSource& source) {
    semantics::TreeBuilder builder;
    builder.begin(source.coin() ? "fr" : "en", {0, 0, static_cast<float>(source.below(3)), 10});
    std::size_t depth = 0;
    for (std::size_t steps = source.below(kMostSteps); steps > 0 && !source.isEmpty(); --steps) {
        if (depth > 0 && source.coin()) {
            builder.close();
            --depth;
            continue;
        }
        Node node;
        for (std::size_t changes = source.below(4); changes > 0; --changes) changeNode(source, node);
        builder.open(std::string(1, static_cast<char>('a' + source.below(6))), node);
        ++depth;
    }
    return builder.finish();
}

/// Puts a subtree below another parent, ids unchanged, as no builder would.
void moveSubtree(ByteSource& source, Tree& tree) {
    if (tree.nodes.size() < 3) return;
    const std::size_t moved = 1 + source.below(tree.nodes.size() - 1);
    const auto first = tree.nodes.begin() + static_cast<std::ptrdiff_t>(moved);
    const auto last = tree.nodes.begin() + static_cast<std::ptrdiff_t>(tree.endOf(moved));
    std::vector<Node> taken(first, last);
    tree.nodes.erase(first, last);
    const std::size_t parent = source.below(tree.nodes.size());
    taken.front().parent = tree.nodes[parent].id;
    // As its first child or behind its last one.
    const std::size_t place = source.coin() ? parent + 1 : tree.endOf(parent);
    tree.nodes.insert(tree.nodes.begin() + static_cast<std::ptrdiff_t>(place), taken.begin(), taken.end());
}

/// The tree with some changes, or another one.
Tree makeNext(ByteSource& source, const Tree& before) {
    if (source.oneIn(3)) return makeTree(source);
    Tree after = before;
    for (std::size_t changes = source.below(4); changes > 0; --changes) {
        if (source.oneIn(3))
            moveSubtree(source, after);
        else
            changeNode(source, after.nodes[source.below(after.nodes.size())]);
    }
    return after;
}

void check(const Tree& before, const Tree& after) {
    const semantics::Update update = semantics::diff(before, after);
    if (semantics::apply(update, before) != after) fail("apply(diff(a, b), a) == b", update);
    if (update.isEmpty() != (before == after)) fail("an update is empty where nothing changed, and only there", update);
    const std::string json = semantics::toJson(update);
    if (!nlohmann::json::accept(json)) fail("an update's JSON", update);
    if (update.isEmpty() != (json == "{}")) fail("an empty update is written {}", update);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ByteSource source(std::span(data, size), ByteSource::End::zeros);
    Tree tree = makeTree(source);
    check(Tree{}, tree);
    for (int count = 0; count < 8 && !source.isEmpty(); ++count) {
        Tree next = makeNext(source, tree);
        check(tree, next);
        check(next, tree);
        tree = std::move(next);
    }
    return 0;
}
