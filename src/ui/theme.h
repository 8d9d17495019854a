// The colours of the screens, light and dark; their values stand in data/theme.json. Where a colour carries meaning, a
// mark, a word or a place says the same.
#pragma once

#include "base/colour.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace ui {

using base::Colour;

/// 0xRRGGBB → the packed form, opaque.
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex) {
    return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | ((hex >> 16) & 0xFFu);
}

/// The colour at a part (0…1) of its opacity.
[[nodiscard]] Colour withAlpha(Colour colour, float alpha);

struct Theme {
    bool isDark;
    Colour background;
    Colour surface;       // timeline
    Colour surfaceStrong; // chips, empty bars
    Colour line;          // borders, grid
    Colour ink;           // text
    Colour inkSoft;       // paragraphs
    Colour inkFaint;      // notes
    Colour accent;        // actions, selection
    Colour accentWeak;    // chosen filter
    Colour onAccent;      // words on the accent
    Colour open;          // the call is open
    Colour openWeak;
    Colour today;
    Colour match;                 // ground of what the search matched
    Colour onMatch;               // words on it
    std::array<Colour, 5> groups; // of the first skill groups
};

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();

constexpr float kLeastContrastOfSigns = 3; // https://www.w3.org/TR/WCAG22/#non-text-contrast

/// 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio); opacity is left out.
[[nodiscard]] float contrast(Colour one, Colour other);

/// `over` mixed into `under`, as little of it as gives that contrast with `under`; `over` where it has less itself.
[[nodiscard]] Colour mixToContrast(Colour under, Colour over, float least);

/// The theme with another colour for actions, and with words on it that can be read (the better of white and
/// near-black).
[[nodiscard]] Theme withAccent(const Theme& theme, Colour accent);

/// The colour of a skill group. The first five are the palette's; further ones have its lightness and other hues.
[[nodiscard]] Colour groupColour(const Theme& theme, std::size_t group);

} // namespace ui
