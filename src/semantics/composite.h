// Composite widgets: many things that share one stop of Tab and are walked by arrow keys, as the ARIA Authoring
// Practices have it
// (https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#managingfocuswithincomponentsusingarovingtabindex). A
// node says by `composite` that it is a member, by `companionOf` that it goes with one (Tab reaches it where it reaches
// that one).
#pragma once

#include "semantics/tree.h"

#include <optional>
#include <string_view>
#include <unordered_map>

namespace semantics {

/// The member of each composite that had the focus last.
using TabStops = std::unordered_map<NodeId, NodeId>;

/// Lets Tab reach one member of each composite: the one that had the focus last; where that is gone, the current one,
/// else the first. Linear in the number of nodes.
void placeTabStops(Tree& tree, const TabStops& stops);

/// The node became the one that Tab reaches, if it is a member or goes with one.
void noteTabStop(const Tree& tree, NodeId focused, TabStops& stops);

/// Where a key (as KeyboardEvent.key) leads from a member or its companion: ArrowRight and ArrowLeft along the reading
/// order, ArrowDown and ArrowUp to the nearest member wholly below or above, PageDown and PageUp to the farthest one
/// that stands with it on a screen of that height (CSS px), Home and End to the first and the last. Nothing where it
/// leads nowhere.
[[nodiscard]] std::optional<NodeId> memberBeside(const Tree& tree, NodeId from, std::string_view key,
                                                 float screenHeight);

} // namespace semantics
