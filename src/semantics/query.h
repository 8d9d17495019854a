// Finding nodes as a person names them: by role and name. Tests drive the program with this; the keyboard on the
// desktop walks with it.
#pragma once

#include "semantics/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace semantics {

/// The words of the ARIA specification: "link", "button", "checkbox", "searchbox", "heading", "listitem", "img" …
/// "generic" for what has no role of its own there (the root, a definition list).
[[nodiscard]] std::string_view roleName(Role role);

/// All nodes of that role whose accessible name contains `name` (equal where `isExact`), in reading order. Every kind
/// and number of spaces counts as one plain space, so that a test need not type no-break spaces.
[[nodiscard]] std::vector<NodeId> findAll(const Tree& tree, Role role, std::string_view name, bool isExact = false);
/// The only such node, or kNoNode where there is none or more than one.
[[nodiscard]] NodeId findOnly(const Tree& tree, Role role, std::string_view name, bool isExact = false);

/// Interactive nodes in reading order, but for those that Tab skips: what Tab walks. A disabled node stays reachable.
[[nodiscard]] std::vector<NodeId> focusOrder(const Tree& tree);
/// Where Tab (or Shift+Tab) leads from any node of the tree; kNoNode: out of the tree. From outside (kNoNode) it leads
/// to the first (the last).
[[nodiscard]] NodeId focusBeside(const Tree& tree, NodeId from, bool isBackward);

/// How far a region is scrolled, CSS px.
struct ScrollOffset {
    NodeId region = kNoNode; // kRootId: the page
    float x = 0, y = 0;
    bool operator==(const ScrollOffset&) const = default;
};

/// The topmost (last in reading order) interactive node under that point of the viewport; kNoNode where there is none.
/// What a region's edges cut off cannot be hit, nor what came before a sticking node and lies under it.
[[nodiscard]] NodeId hitTest(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth,
                             float viewportHeight, float x, float y);
/// The node's rectangle on the viewport after scrolling and sticking (CSS `position: sticky`: it keeps its offset from
/// the edge of the nearest region that scrolls, or of the viewport, as far as its parent's box reaches). It
/// may lie outside the viewport or outside its region. Empty where there is no such node.
[[nodiscard]] Rect visibleRect(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth,
                               float viewportHeight, NodeId id);

/// The tree as text, one node a line, in the form of Playwright's ARIA snapshots (without their /url and /placeholder
/// lines):
///   - heading "13 défis" [level=2]
///   - list:
///     - listitem:
///       - link "Gobelins"
///       - text: Ministère de la culture
///     - listitem: Rien d'autre
/// Generic nodes are left out, their children stand in their place; decorative ones with all below them. A newline ends
/// each line.
[[nodiscard]] std::string dump(const Tree& tree);

} // namespace semantics
