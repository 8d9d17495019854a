// What the platform tells the screens about the surface they are drawn on.
#pragma once

#include <cstdint>

namespace ui {

struct Viewport {
    float width = 0;            // CSS px of the surface
    float height = 0;           // CSS px of the surface
    float visibleHeight = 0;    // CSS px of it that are in view, from its upper edge; 0: all (a page that embeds the
                                // element may hide its lower part)
    float devicePixelRatio = 1; // device px in a CSS px
    float scrollTop = 0;        // CSS px of the page above the surface's upper edge
    float rootFontSize = 16;    // CSS px; the visitor's own base size
    // The spacing of the page around, in em; what it asks for beyond the page's own (WCAG 1.4.12).
    float letterSpacing = 0;
    float wordSpacing = 0;
    float leastLineHeight = 0; // of each text's size
    /// Whether a hand or a reading aid is on the page. Where it is not, the page is scrolled from outside
    /// (find-in-page, whose field has the focus), and what it marked stays as it is.
    bool isAttended = true;
    bool isDark = false;
    bool hasCoarsePointer = false; // a finger: targets are 44 CSS px
    bool prefersReducedMotion = false;
    bool paintsFieldText = false; // the text of fields is painted here; in the browser the field paints its own
    std::uint32_t accent = 0;     // the host page's colour for actions, 0xAABBGGRR; 0: the theme's own
    double seconds = 0;           // a clock that never goes back, for animations
    bool operator==(const Viewport&) const = default;
};

// At a base font size of 16; a larger one needs more room for the same.
inline constexpr float kPhoneBelow = 700; // CSS px
inline constexpr float kWideFrom = 1100;  // CSS px

/// One column, the hand-off at the foot.
constexpr bool isPhone(const Viewport& viewport) {
    return viewport.width < kPhoneBelow * viewport.rootFontSize / 16.0F;
}

/// Room for a challenge beside the cards.
constexpr bool isWide(const Viewport& viewport) {
    return viewport.width >= kWideFrom * viewport.rootFontSize / 16.0F;
}

} // namespace ui
