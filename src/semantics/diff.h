// What changed from one frame's tree to the next: the only thing that leaves the program.
//
// For all trees a, b:  apply(diff(a, b), flatten(a)) == flatten(b).  A tree without a virtualised list is flat as it
// is. Two equal trees give an empty Update, and nothing is sent.
#pragma once

#include "semantics/tree.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace semantics {

/// Groups of a node's members, as bits. The members of a group (members.h) are written together: the mirror needs all
/// of them to write one of them.
enum Field : std::uint32_t {
    kFieldRole = 1u << 0,
    kFieldName = 1u << 1,
    kFieldDescription = 1u << 2,
    kFieldValue = 1u << 3,
    kFieldPlaceholder = 1u << 4,
    kFieldLink = 1u << 5,
    kFieldLanguage = 1u << 6,
    kFieldStates = 1u << 7,
    kFieldComposite = 1u << 8,
    kFieldRect = 1u << 9,
    kFieldStick = 1u << 10,
    kFieldScroll = 1u << 11,
    kFieldText = 1u << 12,
    kFieldColour = 1u << 13, // by itself: it changes under the pointer
    kFieldSign = 1u << 14,
    kFieldAll = (1u << 15) - 1,
};

struct NodeChange {
    Node node; // the new one; only `fields` matter
    std::uint32_t fields = 0;
    bool isNew = false;
};

struct ChildOrder {
    NodeId parent = kNoNode;
    std::vector<NodeId> children; // all of them, in order
};

/// One item of a virtualised list put at its place, so that the others need not be named.
struct Insertion {
    NodeId parent = kNoNode;
    NodeId child = kNoNode;
    NodeId before = kNoNode; // the sibling that follows it; kNoNode: it is the last
};

struct Update {
    std::vector<NodeId> removed;         // topmost nodes only: what stands below them goes with them
    std::vector<NodeChange> changed;     // in reading order
    std::vector<ChildOrder> orders;      // parents whose children are others or stand in another order
    std::vector<Insertion> insertions;   // one after the other, in this order
    std::optional<std::string> language; // set where the page's language changed
    bool isEmpty() const;
};

/// A node that stands below another parent than before is not the same thing any more (invariant 2 of tree.h): it is
/// removed with all below it, and they come as new ones. A node that has another role is another element in the mirror,
/// which needs everything: all its fields count as changed. Linear in the
/// number of nodes; of retained items, those alone count that the trees do not share.
Update diff(const Tree& before, const Tree& after);
/// The same for two trees that have the same nodes, list included.
Update diff(const VirtualisedItems& before, const VirtualisedItems& after);
/// The fields in which the nodes differ.
std::uint32_t changedFields(const Node& before, const Node& after);
/// The change that brings a node that was not there.
NodeChange asNew(const Node& node);
/// The update must come from a diff whose `before` was this tree; both this and the answer are flat.
Tree apply(const Update& update, const Tree& before);

/// The update as JSON for the DOM mirror, which takes the steps in this order (web/mirror.js reads the same words):
///
///   {"language":"fr",            only where the page's language changed
///    "removed":[7],              1. take out these nodes with all below them; an id may come back as a new node
///    "nodes":[NODE,…],           2. make and change these, in reading order
///    "children":[[1,[2,9]],…],   3. put these children, all of them and in this order, under each of these parents
///    "inserted":[[1,9,2],…]}     4. under this parent, put this child before that one (0: at the end), one by one
///
/// "removed", "nodes", "children" and "inserted" are left out where they are empty. A NODE holds "id", "new":true where
/// it is new, and of its changed fields each member under the word that members.h has for it:
///
///   strings, booleans, numbers    as such; numbers are rounded to 1/1000, without exponent or needless zeros
///   Role                          its word in roles.h: "listItem", "searchField", "contentInfo" …
///   Tristate                      true, false or null (absent)
///   Rect                          [x,y,width,height]
///   Stick                         "top", "bottom" or null
///   Colour                        "#rrggbb", "#rrggbbaa" where it is not opaque, "" where it is 0
///   lists                         ["…","…"]
///
/// Of a node that stays, all members of its changed fields are written, defaults too. Of a new node, only the members
/// that differ from a default Node's. Bytes that are not UTF-8 become U+FFFD.
std::string toJson(const Update& update);

} // namespace semantics
