// What changed from one frame's tree to the next: the only thing that leaves the program.
//
// For all trees a, b:  apply(diff(a, b), a) == b.  Two equal trees give an empty Update, and nothing is sent.
#pragma once

#include "semantics/tree.h"

#include <string>
#include <vector>

namespace semantics {

/// Fields of a node, as bits.
enum Field : std::uint32_t {
    kFieldRole = 1u << 0,
    kFieldName = 1u << 1,
    kFieldDescription = 1u << 2,
    kFieldValue = 1u << 3,
    kFieldPlaceholder = 1u << 4,
    kFieldHref = 1u << 5, // href, download, opensNewTab, isLeftToBrowser
    kFieldLanguage = 1u << 6,
    kFieldStates = 1u << 7, // level, pressed, checked, expanded, current, isDisabled, isInteractive, isDraggable
    kFieldRect = 1u << 8,
    kFieldStick = 1u << 9,
    kFieldScroll = 1u << 10, // scrollAxes, contentWidth, contentHeight
    kFieldText = 1u << 11, // textStyle, lines
    kFieldAll = (1u << 12) - 1,
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

struct Update {
    std::vector<NodeId> removed; // topmost nodes only: what stands below them goes with them
    std::vector<NodeChange> changed; // in reading order
    std::vector<ChildOrder> orders; // parents whose children are others or stand in another order
    std::string language; // set where the page's language changed
    bool isEmpty() const;
};

Update diff(const Tree& before, const Tree& after);
Tree apply(const Update& update, const Tree& before);

/// The update as JSON for the DOM mirror (web/mirror.js has the same words):
/// {"language":"fr","removed":[7],"nodes":[{"id":9,"new":true,"role":"link","rect":[x,y,w,h],…}],"children":[[1,[2,9]]]}
/// Of a node only the changed fields are written; of a new node those that differ from a default Node. A field that went back
/// to its default is written with that default (null, "" or []).
std::string toJson(const Update& update);

} // namespace semantics
