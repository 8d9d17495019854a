// The colours of the screens, light and dark; their values stand in data/theme.json. No information is conveyed by
// colour alone: a mark, a word or a position says the same.
#pragma once

#include "base/colour.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace ui {

using base::Colour;

/// The opaque colour that CSS writes as #RRGGBB.
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex) {
    return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | ((hex >> 16) & 0xFFu);
}

/// The colour with its opacity multiplied by `alpha` (0…1).
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
    Colour onAccent;      // text on the accent
    Colour open;          // the call is open
    Colour openWeak;
    Colour today;
    Colour match;                 // background of what the search matched
    Colour onMatch;               // text on `match`
    std::array<Colour, 5> groups; // the colours of the first skill groups
};

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();
/// For visitors who prefer more contrast (https://www.w3.org/TR/mediaqueries-5/#prefers-contrast): words as by WCAG
/// 1.4.6, lines as by 1.4.11.
[[nodiscard]] const Theme& lightThemeWithMoreContrast();
[[nodiscard]] const Theme& darkThemeWithMoreContrast();

constexpr float kLeastContrastOfSigns = 3; // https://www.w3.org/TR/WCAG22/#non-text-contrast

/// The contrast ratio, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Opacity is ignored.
[[nodiscard]] float contrast(Colour one, Colour other);

/// `under` with as little of `over` mixed in as gives the contrast ratio `least` with `under`; `over` where even that
/// has less.
[[nodiscard]] Colour mixToContrast(Colour under, Colour over, float least);

/// The theme with another colour for actions. The text on it becomes white or near-black, whichever has more contrast.
[[nodiscard]] Theme withAccent(const Theme& theme, Colour accent);

/// The colour of the skill group at that index. The first five are the theme's; further ones have other hues of similar
/// lightness.
[[nodiscard]] Colour groupColour(const Theme& theme, std::size_t group);

} // namespace ui
