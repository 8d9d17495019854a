// How far a sticking node moves (CSS `position: sticky`). Painting and hit testing both ask here, so that a node is hit
// where it is painted.
#pragma once

#include "semantics/node.h"

#include <algorithm>

namespace semantics {

/// A vertical range, CSS px, y down.
struct Span {
    float top = 0, bottom = 0;
};

/// By how much the box moves down (negative: up), CSS px. It moves until it is `inset` away from the edge of its scroll
/// port, but not out of its container (https://www.w3.org/TR/css-position-3/#stickypos-insets). All three ranges are in
/// the same coordinates.
[[nodiscard]] inline float stickShift(Stick stick, float inset, Span box, Span port, Span container) {
    if (stick == Stick::top) return std::max(0.0F, std::min(port.top + inset - box.top, container.bottom - box.bottom));
    if (stick == Stick::bottom)
        return std::min(0.0F, std::max(port.bottom - inset - box.bottom, container.top - box.top));
    return 0;
}

} // namespace semantics
