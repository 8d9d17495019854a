// What the platform passes to each frame: the size of the surface, and the settings of the visitor and of the host
// page.
#pragma once

#include "base/colour.h"

#include <string>

namespace ui {

struct Viewport {
    float width = 0;  // CSS px of the surface
    float height = 0; // CSS px of the surface
    /// CSS px of the surface, from its upper edge, that are in view; 0: all. A page around the element may hide the
    /// rest.
    float visibleHeight = 0;
    float devicePixelRatio = 1; // device px in a CSS px
    float scrollTop = 0;        // CSS px of the page above the surface's upper edge
    float rootFontSize = 16;    // CSS px; the visitor's own base size
    // The text spacing of the page around the element (WCAG 1.4.12), in em, added to the fonts' own.
    float letterSpacing = 0;
    float wordSpacing = 0;
    float leastLineHeight = 0; // the least line height, as a multiple of the font size
    /// Whether the page has the focus or had input recently. Where not, the browser's find-in-page may be scrolling it:
    /// then a virtualised list keeps the cards that it describes, so that find-in-page keeps its marks.
    bool isAttended = true;
    bool isDark = false;
    bool hasMoreContrast = false;  // stronger lines and words
    bool hasReducedMotion = false; // nothing moves by itself (ui/motion.h)
    bool hasCoarsePointer = false; // a touch screen: targets are 44 CSS px high
    /// Other content of the web page stands beside, above or below the element: the filter does not fill the screen
    /// then.
    bool isEmbedded = false;
    bool paintsFieldText = false; // the program paints the text of fields; false in a browser, whose field does
    base::Colour accent = 0;      // the host page's colour for actions; 0: the theme's own
    /// Of the web page, without query and fragment; empty where its address does not hold the visit.
    std::string pageAddress;
    bool canShare = false; // the platform has a way to share a text with other programs
    double seconds = 0;    // a monotonic clock, for motion and for what is announced for some seconds
    bool operator==(const Viewport&) const = default;
};

// Breakpoints of the viewport's width at a base font size of 16 px; they scale with it.
inline constexpr float kPhoneBelow = 700; // CSS px
inline constexpr float kWideFrom = 1100;  // CSS px

/// CSS px of the surface that are in view, from its upper edge.
[[nodiscard]] inline float visibleHeight(const Viewport& viewport) {
    return viewport.visibleHeight > 0 ? viewport.visibleHeight : viewport.height;
}

/// Whether the page has one column, with the link to the application form in a bar at the foot.
[[nodiscard]] inline bool isPhone(const Viewport& viewport) {
    return viewport.width < kPhoneBelow * viewport.rootFontSize / 16.0F;
}

/// Whether there is room for the open challenge beside the cards.
[[nodiscard]] inline bool isWide(const Viewport& viewport) {
    return viewport.width >= kWideFrom * viewport.rootFontSize / 16.0F;
}

/// Whether the link to the application form is in a bar at the foot of the view: on a phone, also where it lies on its
/// side.
[[nodiscard]] inline bool hasFoot(const Viewport& viewport) {
    constexpr float kLowBelow = 500; // CSS px
    return isPhone(viewport) || (viewport.hasCoarsePointer && viewport.height < kLowBelow && !isWide(viewport));
}

} // namespace ui
