#include "semantics/composite.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <vector>

namespace semantics {

namespace {

struct Member {
    NodeId id = kNoNode;
    Rect rect; // in the root's coordinates
};

/// The member that the node is or goes with; nullptr where it has to do with none.
const Node* memberOf(const Tree& tree, NodeId id) {
    const Node* node = tree.find(id);
    if (node != nullptr && node->companionOf != kNoNode) node = tree.find(node->companionOf);
    return node != nullptr && node->composite != kNoNode ? node : nullptr;
}

std::vector<Member> membersOf(const Tree& tree, NodeId composite) {
    struct Open {
        NodeId id;
        float x, y;
    };
    std::vector<Member> members;
    std::vector<Open> path;
    for (const Node& node : tree.nodes) {
        while (path.size() > 1 && path.back().id != node.parent) path.pop_back();
        const float x = (path.empty() ? 0 : path.back().x) + node.rect.x;
        const float y = (path.empty() ? 0 : path.back().y) + node.rect.y;
        path.push_back({node.id, x, y});
        if (node.composite == composite) members.push_back({node.id, {x, y, node.rect.width, node.rect.height}});
    }
    return members;
}

float centreOf(const Rect& rect) {
    return rect.x + rect.width / 2;
}

/// The nearest row counts first, then the nearest in it.
std::optional<NodeId> memberAcross(const std::vector<Member>& members, const Member& from, bool isDown) {
    const Member* best = nullptr;
    const auto distance = [&](const Member& to) {
        return isDown ? to.rect.y - (from.rect.y + from.rect.height) : from.rect.y - (to.rect.y + to.rect.height);
    };
    const auto offset = [&](const Member& to) { return std::abs(centreOf(to.rect) - centreOf(from.rect)); };
    for (const Member& to : members) {
        if (distance(to) < -0.5F) continue;
        const bool isNearer = best == nullptr || distance(to) < distance(*best) - 0.5F ||
                              (std::abs(distance(to) - distance(*best)) <= 0.5F && offset(to) < offset(*best));
        if (isNearer) best = &to;
    }
    return best == nullptr ? std::nullopt : std::optional(best->id);
}

} // namespace

void placeTabStops(Tree& tree, const TabStops& stops) {
    TabStops chosen;
    std::unordered_set<NodeId> settled; // composites whose current member was met
    for (const Node& node : tree.nodes) {
        if (node.composite == kNoNode) continue;
        const auto [place, isFirst] = chosen.try_emplace(node.composite, node.id);
        if (node.current == Tristate::yes && settled.insert(node.composite).second) place->second = node.id;
    }
    for (const auto& [composite, member] : stops) {
        const Node* node = tree.find(member);
        if (node != nullptr && node->composite == composite) chosen[composite] = member;
    }
    for (Node& node : tree.nodes) {
        if (node.composite != kNoNode) {
            node.isSkippedByTab = chosen[node.composite] != node.id;
        } else if (node.companionOf != kNoNode) {
            const Node* member = tree.find(node.companionOf);
            node.isSkippedByTab = member != nullptr && chosen[member->composite] != member->id;
        }
    }
}

void noteTabStop(const Tree& tree, NodeId focused, TabStops& stops) {
    if (const Node* member = memberOf(tree, focused)) stops[member->composite] = member->id;
}

std::optional<NodeId> memberBeside(const Tree& tree, NodeId from, std::string_view key) {
    const bool isDown = key == "ArrowDown";
    const bool isUp = key == "ArrowUp";
    const bool isNext = key == "ArrowRight";
    const bool isBefore = key == "ArrowLeft";
    const bool isFirst = key == "Home";
    if (!isDown && !isUp && !isNext && !isBefore && !isFirst && key != "End") return std::nullopt;
    const Node* member = memberOf(tree, from);
    if (member == nullptr) return std::nullopt;
    const std::vector<Member> members = membersOf(tree, member->composite);
    const auto place = std::ranges::find(members, member->id, &Member::id);
    if (isDown || isUp) return memberAcross(members, *place, isDown);
    if (isFirst) return members.front().id;
    if (isNext) return place + 1 == members.end() ? std::nullopt : std::optional((place + 1)->id);
    if (isBefore) return place == members.begin() ? std::nullopt : std::optional((place - 1)->id);
    return members.back().id;
}

} // namespace semantics
