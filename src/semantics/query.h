// Queries of the semantics tree: finding nodes by role and accessible name, the order of Tab, hit testing, a dump as
// text. Tests and the desktop window use them in place of a browser.
#pragma once

#include "semantics/stick.h"
#include "semantics/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace semantics {

/// The ARIA role: "link", "button", "checkbox", "searchbox", "heading", "listitem", "img" … "generic" where ARIA has no
/// role for it (the root, a definition list).
[[nodiscard]] std::string_view roleName(Role role);

/// All nodes of that role whose accessible name contains `name` (`isExact`: equals it), in reading order. Each run of
/// white space, of any kind, counts as one plain space, so that a test need not type no-break spaces.
[[nodiscard]] std::vector<NodeId> findAll(const Tree& tree, Role role, std::string_view name, bool isExact = false);
/// The only such node; kNoNode where there is none or more than one.
[[nodiscard]] NodeId findOnly(const Tree& tree, Role role, std::string_view name, bool isExact = false);

/// The nodes that Tab reaches, in reading order: the interactive ones without those that Tab skips. A disabled node is
/// among them.
[[nodiscard]] std::vector<NodeId> focusOrder(const Tree& tree);
/// The node to which Tab (`isBackward`: Shift+Tab) moves the focus from any node of the tree; kNoNode: it leaves the
/// tree. Where `from` is kNoNode, Tab comes from outside: the first node (Shift+Tab: the last).
[[nodiscard]] NodeId focusBeside(const Tree& tree, NodeId from, bool isBackward);

/// How far a scroll container is scrolled, CSS px.
struct ScrollOffset {
    NodeId region = kNoNode; // kRootId: the page
    float x = 0, y = 0;
    bool operator==(const ScrollOffset&) const = default;
};

/// Hit test: the topmost (last in reading order) interactive node at the point (x, y) of the viewport, CSS px; kNoNode
/// where there is none. Not hit are parts that a scroll container clips, and nodes that a sticking node covers, before
/// or after it in reading order.
[[nodiscard]] NodeId hitTest(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth,
                             float viewportHeight, float x, float y);
/// The node's rectangle on the viewport, CSS px, after scrolling and sticking (CSS `position: sticky`, within the
/// nearest scroll container or else the viewport). It may lie outside of the viewport or of its scroll container. Empty
/// where there is no such node.
[[nodiscard]] Rect visibleRect(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth,
                               float viewportHeight, NodeId id);

/// The part of the viewport, CSS px from its upper edge, in which no bar covers the node: another node which sticks to
/// the upper edge before it in reading order, or to the lower edge, in its parent or in one around that. A bar that
/// does not stick yet counts where it will.
[[nodiscard]] Span clearSpan(const Tree& tree, const std::vector<ScrollOffset>& offsets, float viewportWidth,
                             float viewportHeight, NodeId id);

/// The tree as text, one node a line, in the form of Playwright's ARIA snapshots (without their /url and /placeholder
/// lines):
///   - heading "13 défis" [level=2]
///   - list:
///     - listitem:
///       - link "Gobelins"
///       - text: Ministère de la culture
///     - listitem: Rien d'autre
/// A generic node is replaced by its children; a decorative node is left out with its descendants. Each line ends with
/// a newline.
[[nodiscard]] std::string dump(const Tree& tree);

} // namespace semantics
