// The tree of meaning: what is on screen, as the page's DOM mirror, the tests and the keyboard read it.
//
// Invariants:
// 1. A Tree lists its nodes in reading order (pre-order): a node stands before its children and after its elder
//    siblings. nodes[0] is the root, its own parent.
// 2. A NodeId is the hash of the path of keys from the root (never of a label, a position or an index that moves), so
//    it is the same in every frame in which the thing is there.
// 3. A node's rectangle is relative to its parent's content: scrolling a region or moving a card changes one number,
//    not those of everything in it.
// 4. Painted words are `text` nodes, with the lines as painted. `name` is set only where the words themselves do not
//    make a good accessible name (an icon; "Python, 4 challenges").
// 5. Of a virtualised list (virtualised_list.h), `nodes` has the items that the frame described; `virtualised` has all
//    items in order, and the nodes of those that are retained from frames before.
//
// Building, once a frame, by ui/:
//
//     builder.open("results", {.role = Role::region, .rect = …});
//     builder.add("title", {.role = Role::text, …});
//     builder.close();
#pragma once

#include "semantics/item_sequence.h"
#include "semantics/node.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace semantics {

/// The children of a virtualised list, as the mirror has them: those that this frame described, and retained ones.
struct VirtualisedItems {
    NodeId list = kNoNode; // kNoNode: there is none, and the tree's nodes are all that there is
    ItemSequence items;
    bool operator==(const VirtualisedItems&) const = default;
};

struct Tree {
    std::vector<Node> nodes;
    std::string language;         // BCP 47 of the page
    VirtualisedItems virtualised; // its described items are the list's children in `nodes`

    [[nodiscard]] const Node* find(NodeId id) const; // nullptr where there is none
    /// Place in `nodes`; nothing where there is none.
    [[nodiscard]] std::optional<std::size_t> indexOf(NodeId id) const;
    [[nodiscard]] std::vector<NodeId> childrenOf(NodeId id) const;
    /// One past the place of the last node below the one at `place`; size() and beyond give size().
    [[nodiscard]] std::size_t endOf(std::size_t place) const;
    bool operator==(const Tree&) const = default;
};

/// The tree with its retained items among its nodes.
[[nodiscard]] Tree flatten(const Tree& tree);

/// The id of the child that has this key under that parent (FNV-1a over the parent's id and the key; never kNoNode or
/// kRootId, always below kFirstRetainedId).
[[nodiscard]] NodeId childId(NodeId parent, std::string_view key);

class TreeBuilder {
public:
    TreeBuilder() { begin({}, {}); }
    /// Starts an empty tree whose root covers that rectangle.
    void begin(std::string_view language, Rect rootRect);
    /// Adds a node below the open one and opens it. Keys differ between siblings; where they do not (or two ids happen
    /// to be the same), the later node's key counts as "key#2", "key#3" and so on, so that ids always differ.
    NodeId open(std::string_view key, Node node);
    /// Closes the node opened last. The root stays open.
    void close();
    /// open() and close() at once.
    NodeId add(std::string_view key, Node node);
    /// The node opened last (the root at first).
    [[nodiscard]] Node& current();
    [[nodiscard]] NodeId currentId() const;
    /// A node added in this frame, to complete it (its height is known last); nullptr where there is none. Valid, as
    /// current(), until the next open().
    [[nodiscard]] Node* find(NodeId id);
    /// Ends the frame. Every open() has its close().
    [[nodiscard]] Tree finish();
    /// Takes the memory of a tree that is not needed any more, before the next begin().
    void recycle(Tree tree);

private:
    [[nodiscard]] NodeId makeId(NodeId parent, std::string_view key);

    Tree tree_;
    std::vector<std::size_t> openNodes_;                    // places in tree_.nodes
    std::unordered_map<NodeId, std::size_t> places_;        // of each node
    std::unordered_map<NodeId, std::uint32_t> repetitions_; // of each id that was wanted more than once
};

/// The node's name as a screen reader says it (https://www.w3.org/TR/accname-1.2/, the part that applies here): `name`;
/// else, for the roles that are named by their content (text, heading, link, button, checkbox), their words and the
/// names of what is in them, in reading order, joined by spaces, decorative ones left out; else, for a search field,
/// its placeholder. Empty for other roles.
[[nodiscard]] std::string accessibleName(const Tree& tree, NodeId id);
/// The same for a node that stands in `tree.nodes`.
[[nodiscard]] std::string accessibleName(const Tree& tree, const Node& node);

/// The words of its lines, as they were before they were broken into these.
[[nodiscard]] std::string wordsOf(const Node& node);

/// All words of the node and below it, nodes joined by single spaces.
[[nodiscard]] std::string textContent(const Tree& tree, NodeId id);

/// The rectangle in the root's coordinates when every region is scrolled to its start.
[[nodiscard]] Rect absoluteRect(const Tree& tree, NodeId id);

} // namespace semantics
