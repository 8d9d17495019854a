#include "semantics/query.h"

#include "semantics/spaces.h"

#include <algorithm>
#include <optional>

namespace semantics {

namespace {

/// Where a node's content lies on the viewport.
struct Frame {
    NodeId id = kNoNode;
    Rect box;                       // the node's own rectangle on the viewport
    float originX = 0, originY = 0; // of its content, after its own scrolling
    float contentBottom = 0;        // lower end of what its children may stick in
    Rect port;                      // the nearest region that scrolls, or the viewport: what its children stick to
    Rect clip;                      // what of the viewport its children can be seen in
};

float rightOf(const Rect& rect) {
    return rect.x + rect.width;
}

float bottomOf(const Rect& rect) {
    return rect.y + rect.height;
}

bool contains(const Rect& rect, float x, float y) {
    return x >= rect.x && y >= rect.y && x < rightOf(rect) && y < bottomOf(rect);
}

Rect intersection(const Rect& a, const Rect& b) {
    const float left = std::max(a.x, b.x);
    const float top = std::max(a.y, b.y);
    return {left, top, std::max(0.0F, std::min(rightOf(a), rightOf(b)) - left),
            std::max(0.0F, std::min(bottomOf(a), bottomOf(b)) - top)};
}

/// Places nodes on the viewport one after the other in reading order.
class Placer {
public:
    Placer(const std::vector<ScrollOffset>& offsets, float viewportWidth, float viewportHeight)
        : offsets_(offsets), viewport_{0, 0, viewportWidth, viewportHeight} {}

    /// The next node's rectangle on the viewport.
    Rect place(const Node& node) {
        if (path_.empty()) {
            path_.push_back(makeRootFrame(node));
            return path_.back().box;
        }
        while (path_.size() > 1 && path_.back().id != node.parent) path_.pop_back();
        const Frame& parent = path_.back();
        Rect box{parent.originX + node.rect.x, parent.originY + node.rect.y, node.rect.width, node.rect.height};
        box.y += stickShift(node, box, parent);
        clip_ = parent.clip;
        path_.push_back(makeFrame(node, box, parent));
        return box;
    }

    /// What of the viewport the node placed last can be seen in.
    const Rect& clip() const { return clip_; }

private:
    Frame makeRootFrame(const Node& root) {
        const ScrollOffset offset = offsetOf(root.id);
        const Rect box{-offset.x, -offset.y, root.rect.width, root.rect.height};
        clip_ = viewport_;
        return {root.id, box, box.x, box.y, bottomOf(box), viewport_, viewport_};
    }

    Frame makeFrame(const Node& node, const Rect& box, const Frame& parent) const {
        Frame frame{node.id, box, box.x, box.y, bottomOf(box), parent.port, parent.clip};
        if (node.scrollAxes == 0) return frame;
        const ScrollOffset offset = offsetOf(node.id);
        const float mostX = std::max(0.0F, node.contentWidth - box.width);
        const float mostY = std::max(0.0F, node.contentHeight - box.height);
        if (node.scrollAxes & 1u) frame.originX -= std::clamp(offset.x, 0.0F, mostX);
        if (node.scrollAxes & 2u) frame.originY -= std::clamp(offset.y, 0.0F, mostY);
        frame.contentBottom = frame.originY + std::max(node.contentHeight, box.height);
        frame.port = box; // in CSS a scroller of one axis is a scroll container in both
        frame.clip = intersection(parent.clip, box);
        return frame;
    }

    /// https://www.w3.org/TR/css-position-3/#stickypos-insets: the box moves until it keeps its inset from the edge,
    /// but not out of its containing block.
    static float stickShift(const Node& node, const Rect& box, const Frame& parent) {
        if (node.stick == Stick::top) {
            const float wanted = parent.port.y + node.stickOffset - box.y;
            const float most = parent.contentBottom - bottomOf(box);
            return std::max(0.0F, std::min(wanted, most));
        }
        if (node.stick == Stick::bottom) {
            const float wanted = bottomOf(parent.port) - node.stickOffset - bottomOf(box);
            const float least = parent.originY - box.y;
            return std::min(0.0F, std::max(wanted, least));
        }
        return 0;
    }

    ScrollOffset offsetOf(NodeId id) const {
        const auto found = std::ranges::find(offsets_, id, &ScrollOffset::region);
        return found == offsets_.end() ? ScrollOffset{} : *found;
    }

    const std::vector<ScrollOffset>& offsets_;
    Rect viewport_;
    Rect clip_;
    std::vector<Frame> path_; // from the root to the node placed last
};

} // namespace

std::string_view roleName(Role role) {
    switch (role) {
    case Role::generic:
    case Role::root:
    case Role::definitionList:
        return "generic";
    case Role::text:
        return "text";
    case Role::paragraph:
        return "paragraph";
    case Role::heading:
        return "heading";
    case Role::link:
        return "link";
    case Role::button:
        return "button";
    case Role::checkbox:
        return "checkbox";
    case Role::searchField:
        return "searchbox";
    case Role::list:
        return "list";
    case Role::listItem:
        return "listitem";
    case Role::article:
        return "article";
    case Role::image:
        return "img";
    case Role::group:
        return "group";
    case Role::region:
        return "region";
    case Role::search:
        return "search";
    case Role::navigation:
        return "navigation";
    case Role::banner:
        return "banner";
    case Role::main:
        return "main";
    case Role::complementary:
        return "complementary";
    case Role::contentInfo:
        return "contentinfo";
    case Role::status:
        return "status";
    case Role::tooltip:
        return "tooltip";
    case Role::term:
        return "term";
    case Role::definition:
        return "definition";
    case Role::time:
        return "time";
    }
    return "generic";
}

std::vector<NodeId> findAll(const Tree& tree, Role role, std::string_view name, bool isExact) {
    const std::string wanted = withPlainSpaces(name);
    std::vector<NodeId> found;
    for (const Node& node : tree.nodes) {
        if (node.role != role) continue;
        const std::string nodeName = withPlainSpaces(accessibleName(tree, node));
        if (isExact ? nodeName == wanted : nodeName.find(wanted) != std::string::npos) found.push_back(node.id);
    }
    return found;
}

NodeId findOnly(const Tree& tree, Role role, std::string_view name, bool isExact) {
    const std::vector<NodeId> found = findAll(tree, role, name, isExact);
    return found.size() == 1 ? found.front() : kNoNode;
}

std::vector<NodeId> focusOrder(const Tree& tree) {
    std::vector<NodeId> order;
    for (const Node& node : tree.nodes) {
        if (node.isInteractive && !node.isSkippedByTab) order.push_back(node.id);
    }
    return order;
}

NodeId focusBeside(const Tree& tree, NodeId from, bool isBackward) {
    NodeId before = kNoNode;
    bool isBehind = from == kNoNode;
    for (const Node& node : tree.nodes) {
        if (node.id == from) {
            if (isBackward) return before;
            isBehind = true;
        } else if (node.isInteractive && !node.isSkippedByTab) {
            if (isBehind && !isBackward) return node.id;
            before = node.id;
        }
    }
    return isBackward && from == kNoNode ? before : kNoNode;
}

NodeId hitTest(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth, float viewportHeight,
               float x, float y) {
    Placer placer(offsets, viewportWidth, viewportHeight);
    NodeId hit = kNoNode;
    for (const Node& node : tree.nodes) {
        const Rect box = placer.place(node);
        if (!contains(box, x, y) || !contains(placer.clip(), x, y)) continue;
        if (node.stick != Stick::none) hit = kNoNode;
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

} // namespace semantics
