#include "semantics/diff.h"

#include "base/id_map.h"
#include "semantics/members.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace semantics {

namespace {

constexpr std::size_t kNoIndex = static_cast<std::size_t>(-1);

consteval std::uint32_t fieldsOfMembers() {
    std::uint32_t fields = 0;
    forEachMember([&](const auto& member) { fields |= member.field; });
    return fields;
}
static_assert(fieldsOfMembers() == kFieldAll, "kFieldAll has each group of members.h, and no other");

/// For each node the index of its parent, and the ids of its children.
class TreeLinks {
public:
    explicit TreeLinks(const Tree& tree) : parents_(findParents(tree)), begins_(tree.nodes.size() + 1, 0) {
        const std::size_t count = tree.nodes.size();
        for (std::size_t place = 1; place < count; ++place) ++begins_[parents_[place] + 1];
        for (std::size_t place = 0; place < count; ++place) begins_[place + 1] += begins_[place];
        children_.resize(count > 0 ? count - 1 : 0);
        std::vector<std::size_t> next(begins_.begin(), begins_.end());
        for (std::size_t place = 1; place < count; ++place) children_[next[parents_[place]]++] = tree.nodes[place].id;
    }

    std::size_t parentOf(std::size_t place) const { return parents_[place]; }
    std::span<const NodeId> childrenOf(std::size_t place) const {
        return std::span(children_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
    }

private:
    static std::vector<std::size_t> findParents(const Tree& tree) {
        std::vector<std::size_t> parents(tree.nodes.size(), 0);
        std::vector<std::size_t> path;
        for (std::size_t place = 0; place < tree.nodes.size(); ++place) {
            while (path.size() > 1 && tree.nodes[path.back()].id != tree.nodes[place].parent) path.pop_back();
            if (!path.empty()) parents[place] = path.back();
            path.push_back(place);
        }
        return parents;
    }

    std::vector<std::size_t> parents_;
    std::vector<std::size_t> begins_; // of each node's children in children_; one more at the end
    std::vector<NodeId> children_;
};

/// Finds nodes by id. Looking ids up in the tree's own order is fast: each node is then the one behind the node found
/// last, and the table of all ids is not built.
class PlaceFinder {
public:
    explicit PlaceFinder(const Tree& tree) : tree_(tree) {}

    std::size_t find(NodeId id) {
        if (next_ < tree_.nodes.size() && tree_.nodes[next_].id == id) return next_++;
        if (ids_.ids().empty()) {
            for (const Node& node : tree_.nodes) ids_.add(node.id);
        }
        const std::uint32_t place = ids_.numberOf(id);
        if (place == base::NumberTable::kNone) return kNoIndex;
        next_ = place + 1;
        return place;
    }

private:
    const Tree& tree_;
    std::size_t next_ = 0;
    base::IdSet ids_; // numbered by their places
};

void copyFields(const Node& from, std::uint32_t fields, Node& to) {
    forEachMember([&](const auto& member) {
        if (fields & member.field) member.of(to) = member.of(from);
    });
}

/// For each node of `after`, its index in `before`; kNoIndex where it is new, has another parent, or has a parent that
/// itself has no match.
std::vector<std::size_t> matchNodes(const Tree& before, const Tree& after, const TreeLinks& links) {
    std::vector<std::size_t> matches(after.nodes.size(), kNoIndex);
    PlaceFinder finder(before);
    for (std::size_t place = 0; place < after.nodes.size(); ++place) {
        const Node& node = after.nodes[place];
        const bool isBelowMatched = place == 0 || matches[links.parentOf(place)] != kNoIndex;
        const std::size_t found = isBelowMatched ? finder.find(node.id) : kNoIndex;
        if (found != kNoIndex && before.nodes[found].parent == node.parent) matches[place] = found;
    }
    return matches;
}

std::vector<NodeId> listRemoved(const Tree& before, const TreeLinks& links, const std::vector<std::size_t>& matches) {
    std::vector<bool> stays(before.nodes.size(), false);
    for (const std::size_t match : matches) {
        if (match != kNoIndex) stays[match] = true;
    }
    std::vector<NodeId> removed;
    for (std::size_t place = 0; place < before.nodes.size(); ++place) {
        if (!stays[place] && (place == 0 || stays[links.parentOf(place)])) removed.push_back(before.nodes[place].id);
    }
    return removed;
}

void appendWordChanges(const WordTable& before, const WordTable& after, Update& update) {
    for (const ItemKey key : WordTable::findChanged(before, after)) {
        const ItemWords* words = after.find(key);
        update.words.push_back({key, words != nullptr ? std::optional(*words) : std::nullopt});
    }
}

using NodeTable = std::unordered_map<NodeId, Node>;
using ChildTable = std::unordered_map<NodeId, std::vector<NodeId>>;

/// Fills the tables with the nodes of `before` that are not removed.
void keepRest(const Tree& before, const std::vector<NodeId>& removed, NodeTable& nodes, ChildTable& children) {
    const std::unordered_set<NodeId> gone(removed.begin(), removed.end());
    for (std::size_t place = 0; place < before.nodes.size();) {
        const Node& node = before.nodes[place];
        if (gone.contains(node.id)) {
            place = before.endOf(place);
            continue;
        }
        nodes.emplace(node.id, node);
        if (node.id != kRootId) children[node.parent].push_back(node.id);
        ++place;
    }
}

void applyTo(VirtualisedItems& items, const Update& update) {
    if (update.list) {
        items.list = update.list->list;
        if (update.list->hasOtherLayout) items.layout = update.list->layout;
        items.described = update.list->described;
    }
    for (const WordChange& change : update.words) {
        if (change.words)
            items.words.set(change.key, *change.words);
        else
            items.words.remove(change.key);
    }
}

/// The nodes in reading order, their parents set.
std::vector<Node> listInOrder(NodeTable& nodes, const ChildTable& children) {
    std::vector<Node> ordered;
    std::vector<std::pair<NodeId, NodeId>> waiting{{kRootId, kRootId}}; // pairs of node and parent; a stack
    while (!waiting.empty()) {
        const auto [id, parent] = waiting.back();
        waiting.pop_back();
        const auto found = nodes.find(id);
        if (found == nodes.end()) continue;
        ordered.push_back(std::move(found->second));
        nodes.erase(found);
        ordered.back().parent = parent;
        const auto below = children.find(id);
        if (below == children.end()) continue;
        for (auto child = below->second.rbegin(); child != below->second.rend(); ++child)
            waiting.emplace_back(*child, id);
    }
    return ordered;
}

} // namespace

bool Update::isEmpty() const {
    return removed.empty() && changed.empty() && orders.empty() && !list && words.empty() && !language;
}

std::uint32_t changedFields(const Node& before, const Node& after) {
    std::uint32_t fields = 0;
    forEachMember([&](const auto& member) {
        if (member.of(before) != member.of(after)) fields |= member.field;
    });
    return fields;
}

NodeChange asNew(const Node& node) {
    return {node, changedFields(Node{}, node), true};
}

Update diff(const Tree& before, const Tree& after) {
    const TreeLinks linksBefore(before);
    const TreeLinks linksAfter(after);
    const std::vector<std::size_t> matches = matchNodes(before, after, linksAfter);

    Update update;
    if (before.language != after.language) update.language = after.language;
    update.removed = listRemoved(before, linksBefore, matches);
    const Node defaultNode;
    bool isListDiffering = !after.virtualised.isSameList(before.virtualised);
    for (std::size_t place = 0; place < after.nodes.size(); ++place) {
        const Node& node = after.nodes[place];
        const std::size_t match = matches[place];
        const bool isNew = match == kNoIndex;
        std::uint32_t fields = changedFields(isNew ? defaultNode : before.nodes[match], node);
        if (!isNew && (fields & kFieldRole)) fields = kFieldAll;
        if (isNew || fields != 0) update.changed.push_back({node, fields, isNew});

        const std::span<const NodeId> children = linksAfter.childrenOf(place);
        const std::span<const NodeId> earlier = isNew ? std::span<const NodeId>() : linksBefore.childrenOf(match);
        const bool isSame = std::ranges::equal(children, earlier);
        if (node.id == after.virtualised.list) {
            isListDiffering |= isNew || !isSame;
        } else if (!isSame || (!isNew && node.id == before.virtualised.list)) {
            update.orders.push_back({node.id, {children.begin(), children.end()}});
        }
    }
    const auto& [list, layout, described, words] = after.virtualised;
    if (isListDiffering) update.list = {list, layout, layout != before.virtualised.layout, described};
    appendWordChanges(before.virtualised.words, words, update);
    return update;
}

Update diff(const WordTable& before, const WordTable& after) {
    Update update;
    appendWordChanges(before, after, update);
    return update;
}

Tree apply(const Update& update, const Tree& before) {
    NodeTable nodes;
    ChildTable children;
    keepRest(before, update.removed, nodes, children);
    for (const NodeChange& change : update.changed) {
        Node& node = nodes[change.node.id];
        if (change.isNew) node = {};
        node.id = change.node.id;
        copyFields(change.node, change.fields, node);
    }
    for (const ChildOrder& order : update.orders) children[order.parent] = order.children;
    VirtualisedItems items = before.virtualised;
    applyTo(items, update);
    if (update.list && items.list != kNoNode) {
        std::vector<NodeId>& described = children[items.list];
        described.clear();
        for (const DescribedItem& one : items.described) described.push_back(one.item);
    }
    return {listInOrder(nodes, children), update.language.value_or(before.language), std::move(items)};
}

} // namespace semantics
