// Buttons and links that look like buttons. What is activated is an Intent, or the browser's own following of a link.
#pragma once

#include "ui/frame.h"
#include "ui/widgets/icons.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ui {

enum class ButtonLook : std::uint8_t {
    primary,   // the page's main action: filled with the accent
    secondary, // bordered
    quiet,     // text in the accent, without ground or border
    pill,      // rounded, on the weak accent: a filter that is on
    chip,      // rounded, on grey: a filter that is off
};

struct Button {
    std::string_view key;
    LocalisedText label; // empty: an icon alone, then `name` is needed
    ButtonLook look = ButtonLook::secondary;
    Icon leading = Icon::none;
    Icon trailing = Icon::none;
    LocalisedString name; // accessible name where the label does not make a good one
    std::string description;
    std::string href;             // makes it a link
    std::string download;         // file name: the link saves
    bool isLeftToBrowser = false; // the link leaves the page: the browser follows it, not the program
    bool isDisabled = false;
    Tristate pressed = Tristate::absent;
    Tristate expanded = Tristate::absent;
    std::optional<Intent> intent;
};

/// Height of a button of that look, CSS px.
[[nodiscard]] float buttonHeight(const Frame& frame, ButtonLook look);
/// Width that the button needs for its label and icons, CSS px.
[[nodiscard]] float buttonWidth(Frame& frame, const Button& button);
/// Draws it over the whole rectangle, label and icons in the middle (of a quiet one: at the start).
NodeId drawButton(Frame& frame, const Button& button, const Rect& rect);
/// Draws it at its own size, never wider than `maxWidth`.
float drawButtonAt(Frame& frame, const Button& button, float x, float y, float maxWidth);

/// A link inside a text: words in the accent, underlined, wrapping. `linkLanguage`: the language of what it leads to
/// (BCP 47; empty: not known).
float drawTextLink(Frame& frame, std::string_view key, const TextStyle& style, LocalisedText label,
                   std::string_view href, float x, float y, float maxWidth, std::string_view linkLanguage = {});

/// Lays items of one height out in rows, from left to right. next() returns the place of the next item.
struct RowLayout {
    float left, top, width, rowHeight, gap;
    float x = left, y = top;
    Rect next(float itemWidth);
    [[nodiscard]] float bottom() const { return y + rowHeight; }
};

} // namespace ui
