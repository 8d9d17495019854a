// The semantics tree: what is on screen, with roles, names and rectangles, for the DOM mirror, the tests and the
// desktop window's keyboard and pointer.
//
// Invariants:
// 1. A Tree lists its nodes in reading order, which is pre-order: a node comes before its descendants and after its
//    preceding siblings with theirs. nodes[0] is the root, whose `parent` is itself.
// 2. A NodeId is the hash of the path of keys from the root. A key is never a label, a position or a changing index, so
//    that a node has the same id in every frame.
// 3. A node's rectangle is relative to its parent's content, so that scrolling changes no rectangle, and moving a card
//    changes only the card's.
// 4. Painted text is in nodes of Role::text, with the lines as painted. `name` is set only where the text by itself is
//    not a good accessible name (an icon; "Python, 4 challenges").
// 5. Of a virtualised list (virtualised_list.h), `nodes` has the items that the frame described, as the list's only
//    children; `virtualised` has the places of all items, and the words of those that were described between frames.
//
// ui::Frame builds it anew in each frame:
//
//     builder.open("results", {.role = Role::region, .rect = …});
//     builder.add("title", {.role = Role::text, …});
//     builder.close();
#pragma once

#include "base/id_map.h"
#include "semantics/node.h"
#include "semantics/virtualised_items.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace semantics {

struct Tree {
    std::vector<Node> nodes;
    std::string language; // BCP 47 of the page
    VirtualisedItems virtualised;

    [[nodiscard]] const Node* find(NodeId id) const; // nullptr where there is none
    /// Index in `nodes`; nothing where there is none.
    [[nodiscard]] std::optional<std::size_t> indexOf(NodeId id) const;
    [[nodiscard]] std::vector<NodeId> childrenOf(NodeId id) const;
    /// The end of the subtree of the node at index `place`: the index behind its last descendant. nodes.size() where
    /// `place` is out of range.
    [[nodiscard]] std::size_t endOf(std::size_t place) const;
    bool operator==(const Tree&) const = default;
};

/// The tree without a virtualised list: the items whose words it has are among its nodes, each at its place.
[[nodiscard]] Tree flatten(const Tree& tree);

/// The id of the child with that key below that parent: FNV-1a over the parent's id and the key. Never kNoNode or
/// kRootId, always less than kFirstRetainedId.
[[nodiscard]] NodeId childId(NodeId parent, std::string_view key);

class TreeBuilder {
public:
    TreeBuilder() { begin({}, {}); }
    /// Starts an empty tree in that language (BCP 47), whose root has that rectangle.
    void begin(std::string_view language, Rect rootRect);
    /// Adds a node as the last child of the open one and opens it. Siblings should have different keys. Where the id is
    /// taken (by a sibling's key or a collision of hashes), the key counts as "key#2", "key#3" and so on, so that ids
    /// are unique.
    NodeId open(std::string_view key, Node node);
    /// Closes the node opened last. The root stays open.
    void close();
    /// open() and close() at once.
    NodeId add(std::string_view key, Node node);
    /// The open node: the one opened last and not closed; at first the root.
    [[nodiscard]] Node& current();
    [[nodiscard]] NodeId currentId() const;
    /// A node of this frame, to set what was not known when it was added, such as its height; nullptr where there is
    /// none. Valid, like current(), until the next open().
    [[nodiscard]] Node* find(NodeId id);
    /// Moves the node that was closed last, with what is in it, before an earlier child of the same parent: what is
    /// painted over the rest may have to be read before it.
    void moveBefore(NodeId node, NodeId sibling);
    /// Ends the frame. Precondition: every open() has its close().
    [[nodiscard]] Tree finish();
    /// Reuses the memory of a tree that is no longer needed. To be called before begin().
    void recycle(Tree tree);

private:
    [[nodiscard]] NodeId makeId(NodeId parent, std::string_view key);

    Tree tree_;
    std::vector<std::size_t> openNodes_;     // indices in tree_.nodes
    base::IdMap<std::uint32_t> places_;      // index in tree_.nodes of each id
    base::IdMap<std::uint32_t> repetitions_; // how often a key was repeated, by the id that was taken
};

/// The node's accessible name, which a screen reader says (the part of https://www.w3.org/TR/accname-1.2/ that applies
/// here): `name`; else, for the roles that are named by their content (RoleRow::isNamedByContent), the text and the
/// names of their descendants in reading order, joined by spaces, without decorative ones; else, for a search field,
/// its placeholder. Empty for other roles.
[[nodiscard]] std::string accessibleName(const Tree& tree, NodeId id);
/// The same for a node that stands in `tree.nodes`.
[[nodiscard]] std::string accessibleName(const Tree& tree, const Node& node);

/// The text of the node's lines, as it was before it was broken into lines.
[[nodiscard]] std::string textOfLines(const Node& node);

/// The text of the node and its descendants, joined by single spaces.
[[nodiscard]] std::string textContent(const Tree& tree, NodeId id);

/// The node's rectangle in the root's coordinates, CSS px, when no scroll container is scrolled. Empty where there is
/// no such node.
[[nodiscard]] Rect absoluteRect(const Tree& tree, NodeId id);

/// Whether the node is `around`, or in it.
[[nodiscard]] bool isInside(const Tree& tree, NodeId id, NodeId around);

} // namespace semantics
