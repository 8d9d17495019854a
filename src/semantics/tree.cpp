#include "semantics/tree.h"

#include "semantics/roles.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace semantics {

namespace {

constexpr std::uint32_t kFnvOffset = 2166136261u;
constexpr std::uint32_t kFnvPrime = 16777619u;

void appendWord(std::string& out, std::string_view word) {
    if (word.empty()) return;
    if (!out.empty()) out += ' ';
    out += word;
}

/// Appends the names and texts of the nodes from index `place` up to `end`, exclusive, as part of their ancestor's name
/// (accname-1.2, step 2F).
void appendNameFromContent(const Tree& tree, std::size_t place, std::size_t end, std::string& out) {
    while (place < end) {
        const Node& node = tree.nodes[place];
        if (node.isDecorative || !node.name.empty()) {
            if (!node.isDecorative) appendWord(out, node.name);
            place = tree.endOf(place);
            continue;
        }
        appendWord(out, textOfLines(node));
        ++place;
    }
}

} // namespace

const Node* Tree::find(NodeId id) const {
    const std::optional<std::size_t> place = indexOf(id);
    return place ? &nodes[*place] : nullptr;
}

std::optional<std::size_t> Tree::indexOf(NodeId id) const {
    for (std::size_t place = 0; place < nodes.size(); ++place) {
        if (nodes[place].id == id) return place;
    }
    return std::nullopt;
}

std::vector<NodeId> Tree::childrenOf(NodeId id) const {
    std::vector<NodeId> children;
    for (const Node& node : nodes) {
        if (node.parent == id && node.id != id) children.push_back(node.id);
    }
    return children;
}

std::size_t Tree::endOf(std::size_t place) const {
    if (place >= nodes.size()) return nodes.size();
    std::vector<NodeId> path{nodes[place].id};
    std::size_t end = place + 1;
    for (; end < nodes.size(); ++end) {
        while (!path.empty() && path.back() != nodes[end].parent) path.pop_back();
        if (path.empty()) return end;
        path.push_back(nodes[end].id);
    }
    return end;
}

Tree flatten(const Tree& tree) {
    Tree flat{{}, tree.language, {}};
    const auto& [list, layout, described, words] = tree.virtualised;
    for (std::size_t next = 0; next < tree.nodes.size();) {
        flat.nodes.push_back(tree.nodes[next]);
        const bool isList = tree.nodes[next].id == list;
        ++next;
        if (!isList) continue;
        auto nextDescribed = described.begin();
        for (std::uint32_t place = 0; place < layout->order.size(); ++place) {
            if (nextDescribed != described.end() && nextDescribed->place == place) {
                for (const std::size_t end = tree.endOf(next); next < end; ++next)
                    flat.nodes.push_back(tree.nodes[next]);
                ++nextDescribed;
            } else if (const ItemWords* item = words.find(layout->order[place])) {
                std::ranges::move(makeNodes(layout->order[place], *item, list, layout->rectOf(place)),
                                  std::back_inserter(flat.nodes));
            }
        }
    }
    return flat;
}

NodeId childId(NodeId parent, std::string_view key) {
    std::uint32_t hash = kFnvOffset;
    for (unsigned shift = 0; shift < 32; shift += 8) hash = (hash ^ ((parent >> shift) & 0xFFu)) * kFnvPrime;
    for (const char byte : key) hash = (hash ^ static_cast<unsigned char>(byte)) * kFnvPrime;
    hash %= kFirstRetainedId;
    return hash > kRootId ? hash : hash + 2;
}

void TreeBuilder::begin(std::string_view language, Rect rootRect) {
    tree_.nodes.clear();
    tree_.virtualised = {};
    tree_.language = language;
    Node root;
    root.role = Role::root;
    root.rect = rootRect;
    root.id = kRootId;
    root.parent = kRootId;
    tree_.nodes.push_back(std::move(root));
    openNodes_.assign(1, 0);
    places_.clear();
    places_[kRootId] = 0;
    repetitions_.clear();
}

NodeId TreeBuilder::makeId(NodeId parent, std::string_view key) {
    const NodeId wanted = childId(parent, key);
    if (!places_.contains(wanted)) return wanted;
    std::uint32_t& repetitions = repetitions_[wanted];
    NodeId id = wanted;
    while (places_.contains(id)) {
        ++repetitions;
        id = childId(parent, std::string(key) + '#' + std::to_string(repetitions + 1));
    }
    return id;
}

NodeId TreeBuilder::open(std::string_view key, Node node) {
    node.parent = currentId();
    node.id = makeId(node.parent, key);
    const NodeId id = node.id;
    openNodes_.push_back(tree_.nodes.size());
    places_[id] = static_cast<std::uint32_t>(tree_.nodes.size());
    tree_.nodes.push_back(std::move(node));
    return id;
}

void TreeBuilder::close() {
    if (openNodes_.size() > 1) openNodes_.pop_back();
}

NodeId TreeBuilder::add(std::string_view key, Node node) {
    const NodeId id = open(key, std::move(node));
    close();
    return id;
}

Node& TreeBuilder::current() {
    return tree_.nodes[openNodes_.back()];
}

NodeId TreeBuilder::currentId() const {
    return tree_.nodes[openNodes_.back()].id;
}

Node* TreeBuilder::find(NodeId id) {
    const std::uint32_t* place = places_.find(id);
    return place == nullptr ? nullptr : &tree_.nodes[*place];
}

void TreeBuilder::moveBefore(NodeId node, NodeId sibling) {
    const auto begin = tree_.nodes.begin();
    const std::uint32_t target = places_[sibling];
    std::rotate(begin + static_cast<std::ptrdiff_t>(target), begin + static_cast<std::ptrdiff_t>(places_[node]),
                tree_.nodes.end());
    for (std::uint32_t place = target; place < tree_.nodes.size(); ++place) places_[tree_.nodes[place].id] = place;
}

Tree TreeBuilder::finish() {
    Tree tree = std::move(tree_);
    begin({}, {});
    return tree;
}

void TreeBuilder::recycle(Tree tree) {
    tree_ = std::move(tree);
    begin({}, {});
}

std::string textOfLines(const Node& node) {
    std::string words;
    for (const std::string& line : node.lines) words += line;
    return words;
}

std::string accessibleName(const Tree& tree, NodeId id) {
    const Node* node = tree.find(id);
    return node ? accessibleName(tree, *node) : std::string();
}

std::string accessibleName(const Tree& tree, const Node& node) {
    if (!node.name.empty()) return node.name;
    if (node.role == Role::searchField) return node.placeholder;
    std::string name;
    if (rowOf(node.role).isNamedByContent) {
        appendWord(name, textOfLines(node));
        const auto place = static_cast<std::size_t>(&node - tree.nodes.data());
        appendNameFromContent(tree, place + 1, tree.endOf(place), name);
    }
    return name;
}

std::string textContent(const Tree& tree, NodeId id) {
    std::string text;
    const std::optional<std::size_t> place = tree.indexOf(id);
    if (!place) return text;
    const std::size_t end = tree.endOf(*place);
    for (std::size_t each = *place; each < end; ++each) {
        appendWord(text, textOfLines(tree.nodes[each]));
    }
    return text;
}

bool isInside(const Tree& tree, NodeId id, NodeId around) {
    const Node* node = tree.find(id);
    while (node != nullptr && node->id != around && node->id != kRootId) node = tree.find(node->parent);
    return node != nullptr && node->id == around;
}

Rect absoluteRect(const Tree& tree, NodeId id) {
    const Node* node = tree.find(id);
    if (!node) return {};
    Rect rect = node->rect;
    while (node->id != kRootId && node->parent != kRootId) {
        node = tree.find(node->parent);
        if (!node) return {};
        rect.x += node->rect.x;
        rect.y += node->rect.y;
    }
    return rect;
}

} // namespace semantics
