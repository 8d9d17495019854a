// The settings of a frame: the size of the surface, the visitor's preferences and the host page's. The platform fills
// them in before each frame; a new setting is a member here.
#pragma once

#include "base/colour.h"

namespace ui {

struct Viewport {
    float width = 0;            // CSS px of the surface
    float height = 0;           // CSS px of the surface
    float visibleHeight = 0;    // CSS px of it that are in view, from its upper edge; 0: all (a page that embeds the
                                // element may hide its lower part)
    float devicePixelRatio = 1; // device px in a CSS px
    float scrollTop = 0;        // CSS px of the page above the surface's upper edge
    float rootFontSize = 16;    // CSS px; the visitor's own base size
    // Text spacing of the page around, in em, added to the fonts' own (WCAG 1.4.12).
    float letterSpacing = 0;
    float wordSpacing = 0;
    float leastLineHeight = 0; // as a multiple of a text's size
    /// Whether the page or something in it has the focus. Where it has not, the browser's find-in-page may be scrolling
    /// the page, and the nodes whose words it marked are left as they are.
    bool isAttended = true;
    bool isDark = false;
    bool hasCoarsePointer = false; // a finger: targets are 44 CSS px
    bool paintsFieldText = false;  // the text of fields is painted here; in the browser the field paints its own
    base::Colour accent = 0;       // the host page's colour for actions; 0: the theme's own
    double seconds = 0;            // a clock that never goes back, for animations
    bool operator==(const Viewport&) const = default;
};

// Breakpoints at a base font size of 16; they grow with it.
inline constexpr float kPhoneBelow = 700; // CSS px
inline constexpr float kWideFrom = 1100;  // CSS px

/// One column, with the link to the application form in a bar at the foot.
[[nodiscard]] constexpr bool isPhone(const Viewport& viewport) {
    return viewport.width < kPhoneBelow * viewport.rootFontSize / 16.0F;
}

/// There is room for the open challenge beside the cards.
[[nodiscard]] constexpr bool isWide(const Viewport& viewport) {
    return viewport.width >= kWideFrom * viewport.rootFontSize / 16.0F;
}

} // namespace ui
