// The icons of buttons and links, drawn as strokes so that they need no font. A button with an icon alone has an
// accessible name.
#pragma once

#include "ui/frame.h"

#include <cstdint>
#include <string_view>

namespace ui {

enum class Icon : std::uint8_t {
    none,
    search,
    close,
    plus,
    minus,
    fit, // the whole calendar
    star,
    starFilled,
    external, // leaves the page
    filter,
    check,
    copy,
    up,
    down,
    back,
    forward,
    calendar,
};

/// The character that the mirror shows in the icon's place where nothing is painted (semantics::Node::sign); empty
/// where the button's words say the same.
[[nodiscard]] std::string_view signOf(Icon icon);
/// Painted in a square of `size` CSS px around that point of the page.
void drawIcon(Frame& frame, Icon icon, float centreX, float centreY, float size, Colour colour);

} // namespace ui
