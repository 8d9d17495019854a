// What the platform tells the screens about the surface they are drawn on.
#pragma once

#include <cstdint>

namespace ui {

struct Viewport {
    float width = 0; // CSS px
    float height = 0; // CSS px of the visible surface
    float devicePixelRatio = 1; // device px in a CSS px
    float scrollTop = 0; // CSS px of the page above the surface's upper edge
    float rootFontSize = 16; // CSS px; the visitor's own base size
    bool isDark = false;
    bool hasCoarsePointer = false; // a finger: targets are 44 CSS px
    bool prefersReducedMotion = false;
    bool operator==(const Viewport&) const = default;
};

} // namespace ui
