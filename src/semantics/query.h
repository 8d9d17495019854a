// Finding nodes as a person names them: by role and name. Tests drive the program with this; the keyboard on the desktop
// walks with it.
#pragma once

#include "semantics/tree.h"

#include <string_view>
#include <vector>

namespace semantics {

/// The words of the ARIA specification: "link", "button", "checkbox", "searchbox", "heading", "listitem" …
std::string_view roleName(Role role);

/// All nodes of that role whose accessible name contains `name` (equal where `isExact`), in reading order.
std::vector<NodeId> findAll(const Tree& tree, Role role, std::string_view name, bool isExact = false);
/// The only such node, or kNoNode where there is none or more than one.
NodeId findOnly(const Tree& tree, Role role, std::string_view name, bool isExact = false);

/// Interactive nodes in reading order: what Tab walks.
std::vector<NodeId> focusOrder(const Tree& tree);

/// The topmost (last in reading order) interactive node under that point of the viewport.
/// `scrollOf(id)` gives a region's scroll offset and `rootTop` the page's, CSS px.
struct ScrollOffset {
    NodeId region = kNoNode; // kRootId: the page
    float x = 0, y = 0;
    bool operator==(const ScrollOffset&) const = default;
};
NodeId hitTest(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth, float viewportHeight, float x,
               float y);
/// The node's rectangle on the viewport after scrolling and sticking.
Rect visibleRect(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth, float viewportHeight, NodeId id);

/// The tree as text, one node a line, in the form of Playwright's ARIA snapshots:
///   - heading "13 défis" [level=2]
///   - list:
///     - listitem:
/// Generic nodes are left out, their children stand in their place.
std::string dump(const Tree& tree);

} // namespace semantics
