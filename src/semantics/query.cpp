#include "semantics/query.h"

#include "base/clamp.h"
#include "semantics/roles.h"
#include "semantics/spaces.h"
#include "semantics/stick.h"

#include <algorithm>

namespace semantics {

namespace {

/// Where a node and its content lie on the viewport, CSS px.
struct Placement {
    NodeId id = kNoNode;
    Rect box;                       // the node's own rectangle on the viewport
    float originX = 0, originY = 0; // of its content, after its own scrolling
    float contentBottom = 0;        // lower edge of its content, which sticking children do not leave
    Rect port;                      // the scroll container to which its children stick, or the viewport
    Rect clip;                      // the part of the viewport in which its children are visible
};

float rightOf(const Rect& rect) {
    return rect.x + rect.width;
}

float bottomOf(const Rect& rect) {
    return rect.y + rect.height;
}

Span spanOf(const Rect& rect) {
    return {rect.y, bottomOf(rect)};
}

Rect intersection(const Rect& a, const Rect& b) {
    const float left = std::max(a.x, b.x);
    const float top = std::max(a.y, b.y);
    return {left, top, std::max(0.0F, std::min(rightOf(a), rightOf(b)) - left),
            std::max(0.0F, std::min(bottomOf(a), bottomOf(b)) - top)};
}

/// Calls `visit` with each node that does not lie below a dialog, until it returns true.
template <typename Visit>
void forEachReachable(const Tree& tree, Visit visit) {
    bool isInert = false; // as the child of the root that contains the node
    for (const Node& node : tree.nodes) {
        if (node.parent == kRootId) isInert = node.isInert;
        if (!isInert && visit(node)) return;
    }
}

/// Computes the places of nodes on the viewport. place() is to be called with each node, in reading order.
class Placer {
public:
    Placer(const std::vector<ScrollOffset>& offsets, float viewportWidth, float viewportHeight)
        : offsets_(offsets), viewport_{0, 0, viewportWidth, viewportHeight} {}

    /// The next node's rectangle on the viewport.
    Rect place(const Node& node) {
        if (path_.empty()) {
            path_.push_back(placeRoot(node));
            return path_.back().box;
        }
        while (path_.size() > 1 && path_.back().id != node.parent) path_.pop_back();
        const Placement& parent = path_.back();
        Rect box{parent.originX + node.rect.x, parent.originY + node.rect.y, node.rect.width, node.rect.height};
        box.y += stickShift(node.stick, node.stickOffset, spanOf(box), spanOf(parent.port),
                            {parent.originY, parent.contentBottom});
        clip_ = parent.clip;
        path_.push_back(placeNode(node, box, parent));
        return box;
    }

    /// Whether the node placed last is in that one.
    [[nodiscard]] bool isInside(NodeId around) const {
        return std::ranges::find(path_, around, &Placement::id) != path_.end();
    }

    /// The part of the viewport in which the node placed last is visible.
    const Rect& clip() const { return clip_; }

private:
    Placement placeRoot(const Node& root) {
        const ScrollOffset offset = offsetOf(root.id);
        const Rect box{-offset.x, -offset.y, root.rect.width, root.rect.height};
        clip_ = viewport_;
        return {root.id, box, box.x, box.y, bottomOf(box), viewport_, viewport_};
    }

    Placement placeNode(const Node& node, const Rect& box, const Placement& parent) const {
        Placement placement{node.id, box, box.x, box.y, bottomOf(box), parent.port, parent.clip};
        if (node.scrollAxes == 0) return placement;
        const ScrollOffset offset = offsetOf(node.id);
        if (node.scrollAxes & 1u) placement.originX -= base::clampInto(offset.x, 0.0F, node.contentWidth - box.width);
        if (node.scrollAxes & 2u) placement.originY -= base::clampInto(offset.y, 0.0F, node.contentHeight - box.height);
        placement.contentBottom = placement.originY + std::max(node.contentHeight, box.height);
        placement.port = box; // in CSS a scroller of one axis is a scroll container in both
        placement.clip = intersection(parent.clip, box);
        return placement;
    }

    ScrollOffset offsetOf(NodeId id) const {
        const auto found = std::ranges::find(offsets_, id, &ScrollOffset::region);
        return found == offsets_.end() ? ScrollOffset{} : *found;
    }

    const std::vector<ScrollOffset>& offsets_;
    Rect viewport_;
    Rect clip_;
    std::vector<Placement> path_; // from the root to the node placed last
};

} // namespace

std::string_view roleName(Role role) {
    return rowOf(role).ariaRole;
}

std::vector<NodeId> findAll(const Tree& tree, Role role, std::string_view name, bool isExact) {
    const std::string wanted = withPlainSpaces(name);
    std::vector<NodeId> found;
    forEachReachable(tree, [&](const Node& node) {
        if (node.role != role) return false;
        const std::string nodeName = withPlainSpaces(accessibleName(tree, node));
        if (isExact ? nodeName == wanted : nodeName.find(wanted) != std::string::npos) found.push_back(node.id);
        return false;
    });
    return found;
}

NodeId findOnly(const Tree& tree, Role role, std::string_view name, bool isExact) {
    const std::vector<NodeId> found = findAll(tree, role, name, isExact);
    return found.size() == 1 ? found.front() : kNoNode;
}

std::vector<NodeId> focusOrder(const Tree& tree) {
    std::vector<NodeId> order;
    forEachReachable(tree, [&](const Node& node) {
        if (node.isInteractive && !node.isSkippedByTab) order.push_back(node.id);
        return false;
    });
    return order;
}

NodeId focusBeside(const Tree& tree, NodeId from, bool isBackward) {
    NodeId before = kNoNode;
    NodeId beside = kNoNode;
    bool isBehind = from == kNoNode;
    forEachReachable(tree, [&](const Node& node) {
        if (node.id == from) {
            isBehind = true;
            if (isBackward) beside = before;
            return isBackward;
        }
        if (!node.isInteractive || node.isSkippedByTab) return false;
        before = node.id;
        if (isBehind && !isBackward) beside = node.id;
        return isBehind && !isBackward;
    });
    return isBackward && from == kNoNode ? before : beside;
}

NodeId hitTest(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth, float viewportHeight,
               float x, float y) {
    Placer placer(offsets, viewportWidth, viewportHeight);
    NodeId hit = kNoNode;
    NodeId cover = kNoNode; // the sticking node at the point
    bool isInert = false;
    for (const Node& node : tree.nodes) {
        const Rect box = placer.place(node);
        if (node.parent == kRootId) isInert = node.isInert;
        if (isInert) continue;
        if (!contains(box, x, y) || !contains(placer.clip(), x, y)) continue;
        if (node.stick != Stick::none) {
            hit = kNoNode;
            cover = node.id;
        } else if (cover != kNoNode && !placer.isInside(cover)) {
            continue; // it scrolls below the sticking node
        }
        if (node.isInteractive && !node.isHiddenFromPointer) hit = node.id;
    }
    return hit;
}

Rect visibleRect(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth, float viewportHeight,
                 NodeId id) {
    Placer placer(offsets, viewportWidth, viewportHeight);
    for (const Node& node : tree.nodes) {
        const Rect box = placer.place(node);
        if (node.id == id) return box;
    }
    return {};
}

Span clearSpan(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth, float viewportHeight,
               NodeId id) {
    std::vector<NodeId> around; // the node and what contains it
    for (const Node* node = tree.find(id); node != nullptr; node = tree.find(node->parent)) {
        around.push_back(node->id);
        if (node->id == kRootId) break;
    }
    const auto isAround = [&](NodeId of) { return of != id && std::ranges::find(around, of) != around.end(); };
    const Rect covered = visibleRect(tree, offsets, viewportWidth, viewportHeight, id);
    Placer placer(offsets, viewportWidth, viewportHeight);
    Span clear{0, viewportHeight};
    bool isPast = false; // behind the node in reading order, where what sticks to the upper edge does not cover it
    for (const Node& bar : tree.nodes) {
        const Rect place = placer.place(bar);
        isPast |= bar.id == id;
        if (bar.stick == Stick::none || bar.id == id || isAround(bar.id) || !isAround(bar.parent)) continue;
        if (place.x >= rightOf(covered) || rightOf(place) <= covered.x) continue;
        // A bar that does not stick yet covers nothing; once the page is scrolled to the node, it does where it sticks.
        if (bar.stick == Stick::top && !isPast)
            clear.top = std::max(clear.top, std::min(bottomOf(place), bar.stickOffset + place.height));
        if (bar.stick == Stick::bottom)
            clear.bottom = std::min(clear.bottom, std::max(place.y, viewportHeight - bar.stickOffset - place.height));
    }
    return clear;
}

} // namespace semantics
