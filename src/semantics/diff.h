// What changed from one semantics tree to the next, as an Update: all that the DOM mirror is told of a tree.
//
// For all trees a, b:  apply(diff(a, b), a) == b.
// Equal trees give an empty Update, and nothing need be sent. A tree with a NaN equals no tree, itself included.
//
// A frame's Update leaves the program beside its draw data and its effects (platform/common/application.h); a slice's
// is an Update alone.
#pragma once

#include "semantics/tree.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace semantics {

/// Groups of a node's members, as bits of a mask. Each row of members.h is in one group. The members of a group are
/// written together, since the mirror needs all of them to write one of them.
///
/// A new member of Node is a row of members.h in one of these groups. For a new group, add an
/// enumerator after the last one and name it in kFieldAll instead: diff.cpp does not compile until kFieldAll covers all
/// groups of members.h.
enum Field : std::uint32_t {
    kFieldRole = 1u << 0,
    kFieldName = 1u << 1,
    kFieldDescription = 1u << 2,
    kFieldValue = 1u << 3,
    kFieldPlaceholder = 1u << 4,
    kFieldLink = 1u << 5,
    kFieldLanguage = 1u << 6,
    kFieldStates = 1u << 7,
    kFieldComposite = 1u << 8, // which composite widget the node belongs to (composite.h)
    kFieldRect = 1u << 9,
    kFieldStick = 1u << 10, // the edge of its scrolling region at which the node stays (Stick, node.h)
    kFieldScroll = 1u << 11,
    kFieldText = 1u << 12,   // lines and font
    kFieldColour = 1u << 13, // alone, since it changes under the pointer
    kFieldSign = 1u << 14,   // the character that stands for the node's picture where the canvas is not shown
    kFieldAll = (kFieldSign << 1) - 1,
};

/// A node that is new, or of which some members have another value.
struct NodeChange {
    Node node;                // of the tree after; of a node that stays, only the members in `fields` count
    std::uint32_t fields = 0; // mask of Field; of a new node, the groups in which it differs from Node{}
    bool isNew = false;
};

/// The order of a node's children.
struct ChildOrder {
    NodeId parent = kNoNode;
    std::vector<NodeId> children; // all of them, in order
};

/// What VirtualisedItems have but the words. The list's children are the described items.
struct ListChange {
    NodeId list = kNoNode;                    // kNoNode: the tree has no virtualised list any more
    std::shared_ptr<const ItemLayout> layout; // of `list`
    bool hasOtherLayout = true;               // than the tree before
    std::vector<DescribedItem> described;
};

/// An item whose words are new, changed or, where they are nothing, gone.
struct WordChange {
    ItemKey key = 0;
    std::optional<ItemWords> words;
};

/// The steps from one tree to the next, to be taken in this order.
struct Update {
    std::optional<std::string> language; // BCP 47; set where Tree::language changed
    std::vector<NodeId> removed;         // with all nodes below them, which are not named
    std::vector<NodeChange> changed;     // a parent before its children
    std::vector<ChildOrder> orders;      // parents with a child that is new, gone or moved, but for virtualised lists
    std::optional<ListChange> list;      // set where the virtualised list, its layout or its described items changed
    std::vector<WordChange> words;
    [[nodiscard]] bool isEmpty() const;
};

/// Nodes are matched by their ids. A node that stands below another parent than before is removed with all below it,
/// and comes as a new one (its id would be another one in a tree of TreeBuilder: invariant 2 of tree.h). A node whose
/// role changes stays, and all its fields count as changed: the mirror makes another element for it, writes all members
/// and moves the children there.
///
/// Linear in the number of nodes; of the words of a virtualised list, only those count that the two trees do not share.
[[nodiscard]] Update diff(const Tree& before, const Tree& after);
/// The same for two trees that differ in nothing but the words of their virtualised items.
[[nodiscard]] Update diff(const WordTable& before, const WordTable& after);
/// The mask of the groups in which the nodes differ; 0 where none does. Ids and parents are not compared.
[[nodiscard]] std::uint32_t changedFields(const Node& before, const Node& after);
/// The change that adds the node.
[[nodiscard]] NodeChange asNew(const Node& node);
/// The tree after the update. `before` must be the tree that the diff was made from: with any other one the answer is
/// some tree without meaning, since what is named and not there is made or passed over without an error.
[[nodiscard]] Tree apply(const Update& update, const Tree& before);

/// The update as JSON for the DOM mirror (web/mirror.js), which takes the steps in this order:
///
///   {"language":"fr",            only where the page's language changed
///    "removed":[7],              1. take out these nodes with all below them; an id may come back as a new node
///    "nodes":[NODE,…],           2. make and change these, a parent before its children
///    "children":[[1,[2,9]],…],   3. put these children, all of them and in this order, under each of these parents
///    "list":LIST,                4. these are the virtualised list's items
///    "words":[[3,TEXT,…],…]}     5. these items have these words: the heading's, then each paragraph's; none: gone
///
/// LIST is {"node":2,"near":[0,9,…],"layout":LAYOUT}: the list, 0 where there is none any more; the described items,
/// each one's place and node; the layout where it is another one, {"order":[…],"columns":3,"itemWidth":300,"gap":16,
/// "tops":[…]}. A TEXT is two strings: the language, "" where it is the page's, and the text.
/// A member that is empty is left out; an empty update is "{}". A NODE holds "id", "new":true where it is new, and of
/// its changed fields each member under the word that members.h has for it. Of a node that stays, all members of a
/// changed field are written, defaults too; of a new node, those that differ from Node{}.
///
///   string      as such; bytes that are not UTF-8 become U+FFFD
///   bool        true, false
///   number      rounded to 1/1000, without exponent or trailing zeros; at most ±10⁹; 0 where it is not finite
///   Role        its word in roles.h: "listItem", "searchField", "contentInfo" …
///   Tristate    true, false or null (absent)
///   Rect        [x,y,width,height]
///   Stick       "top", "bottom" or null (none)
///   Colour      "#rrggbb", "#rrggbbaa" where it is not opaque, "" where it is 0
///   list        ["…","…"]
[[nodiscard]] std::string toJson(const Update& update);

} // namespace semantics
