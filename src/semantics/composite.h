// Composite widgets: nodes that share one tab stop, between which arrow keys move the focus ("roving tabindex",
// https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#managingfocuswithincomponentsusingarovingtabindex).
// In a list (Role::list) arrow keys do the same, but each member is a tab stop, unless the list is virtualised.
//
// A member names its widget in Node::composite. A companion (the star on a card) names its member in Node::companionOf:
// Tab reaches it only while that member is a tab stop.
#pragma once

#include "base/id_map.h"
#include "semantics/tree.h"

#include <optional>
#include <string_view>

namespace semantics {

/// For each composite, the member that had the focus last.
using TabStops = base::IdMap<NodeId>;

/// Sets Node::isSkippedByTab so that Tab reaches one member of each composite and its companions: the member in
/// `stops`; where it is no longer in the tree, the current one (Node::current), else the first. It reaches every member
/// of a list but `longList` (kNoNode: none), and every companion there, so that Shift+Tab goes the same way back.
/// Linear in the number of nodes.
void placeTabStops(Tree& tree, const TabStops& stops, NodeId longList = kNoNode);

/// Makes the focused member, or the member of the focused companion, its composite's tab stop. Any other node changes
/// nothing.
void noteTabStop(const Tree& tree, NodeId focused, TabStops& stops);

/// The member to which a key (named as in KeyboardEvent.key) moves the focus from a member or its companion: ArrowRight
/// and ArrowLeft follow the reading order, ArrowDown and ArrowUp lead to the nearest member wholly below or above,
/// PageDown and PageUp to the farthest one that fits on one screen together with `from` (`screenHeight`, CSS px), Home
/// and End to the first and the last. Nothing for any other key or node, or where there is no such member.
[[nodiscard]] std::optional<NodeId> memberBeside(const Tree& tree, NodeId from, std::string_view key,
                                                 float screenHeight);

} // namespace semantics
