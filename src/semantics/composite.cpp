#include "semantics/composite.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace semantics {

namespace {

struct Member {
    NodeId id = kNoNode;
    Rect rect; // in the root's coordinates
};

/// The node itself where it is a member, the member whose companion it is, else nullptr.
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

/// The member below (isDown) or above `from`: of those in the nearest row the one whose centre is nearest horizontally.
/// With a `reach` (CSS px, greater than 0) not the nearest row but the farthest that lies within it.
std::optional<NodeId> memberAcross(const std::vector<Member>& members, const Member& from, bool isDown, float reach) {
    const Member* best = nullptr;
    const auto distance = [&](const Member& to) {
        return isDown ? to.rect.y - (from.rect.y + from.rect.height) : from.rect.y - (to.rect.y + to.rect.height);
    };
    const auto isWithin = [&](const Member& to) { return distance(to) + from.rect.height + to.rect.height <= reach; };
    const auto offset = [&](const Member& to) { return std::abs(centreOf(to.rect) - centreOf(from.rect)); };
    const auto isBetter = [&](const Member& to) {
        if (best == nullptr) return true;
        if (std::abs(distance(to) - distance(*best)) <= 0.5F) return offset(to) < offset(*best);
        return distance(to) < distance(*best) ? !isWithin(*best) : isWithin(to);
    };
    for (const Member& to : members) {
        if (distance(to) >= -0.5F && isBetter(to)) best = &to;
    }
    return best == nullptr ? std::nullopt : std::optional(best->id);
}

} // namespace

void placeTabStops(Tree& tree, const TabStops& stops, NodeId longList) {
    TabStops chosen;
    base::IdSet walked;              // composites of which each member is a stop
    base::IdSet settled;             // composites whose current member was found
    base::IdMap<NodeId> compositeOf; // of each member
    for (const Node& node : tree.nodes) {
        if (node.composite == kNoNode) continue;
        compositeOf[node.id] = node.composite;
        NodeId& stop = chosen[node.composite];
        if (stop == kNoNode) {
            stop = node.id;
            const Node* widget = tree.find(node.composite);
            if (node.composite != longList && widget != nullptr && widget->role == Role::list)
                walked.add(node.composite);
        }
        if (node.current == Tristate::yes && settled.add(node.composite).isNew) stop = node.id;
    }
    for (const NodeId composite : stops.ids()) {
        const NodeId member = *stops.find(composite);
        const NodeId* found = compositeOf.find(member);
        if (found != nullptr && *found == composite) chosen[composite] = member;
    }
    const auto isSkipped = [&](NodeId composite, NodeId member) {
        return chosen[composite] != member && !walked.contains(composite);
    };
    for (Node& node : tree.nodes) {
        if (node.composite != kNoNode) {
            node.isSkippedByTab = isSkipped(node.composite, node.id);
        } else if (node.companionOf != kNoNode) {
            const NodeId* composite = compositeOf.find(node.companionOf);
            node.isSkippedByTab = composite != nullptr && isSkipped(*composite, node.companionOf);
        }
    }
}

void noteTabStop(const Tree& tree, NodeId focused, TabStops& stops) {
    if (const Node* member = memberOf(tree, focused)) stops[member->composite] = member->id;
}

std::optional<NodeId> memberBeside(const Tree& tree, NodeId from, std::string_view key, float screenHeight) {
    constexpr std::array<std::string_view, 8> kKeys = {"ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft",
                                                       "PageDown",  "PageUp",  "Home",       "End"};
    if (std::ranges::find(kKeys, key) == kKeys.end()) return std::nullopt;
    const Node* member = memberOf(tree, from);
    if (member == nullptr) return std::nullopt;
    const std::vector<Member> members = membersOf(tree, member->composite);
    const auto place = std::ranges::find(members, member->id, &Member::id);
    if (key == "ArrowDown" || key == "ArrowUp") return memberAcross(members, *place, key == "ArrowDown", 0);
    if (key == "PageDown" || key == "PageUp") return memberAcross(members, *place, key == "PageDown", screenHeight);
    if (key == "Home") return members.front().id;
    if (key == "End") return members.back().id;
    if (key == "ArrowRight") return place + 1 == members.end() ? std::nullopt : std::optional((place + 1)->id);
    return place == members.begin() ? std::nullopt : std::optional((place - 1)->id);
}

} // namespace semantics
