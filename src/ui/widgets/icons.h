// The small signs of buttons and links, drawn as strokes so that they need no font. A sign is never alone: the button
// that bears it has a name.
#pragma once

#include "ui/frame.h"

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

/// The character that stands for it where there are only words; empty where words say the same.
std::string_view signOf(Icon icon);
/// Painted in a square of `size` CSS px around that point of the page.
void drawIcon(Frame& frame, Icon icon, float centreX, float centreY, float size, Colour colour);

} // namespace ui
