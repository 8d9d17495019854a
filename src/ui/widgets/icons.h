// The icons of buttons and links, painted as strokes so that they need no font. They add no nodes: a button that shows
// only an icon has an accessible name.
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
    undo,
    star,
    starFilled,
    external, // the link leaves the page
    filter,
    check,
    copy,
    up,
    down,
    back,
    forward,
    calendar,
    grip, // can be dragged
};

/// The character that the mirror shows in place of the icon where nothing is painted (semantics::Node::sign). Empty for
/// icons that are shown only beside a label.
[[nodiscard]] std::string_view signOf(Icon icon);
/// Paints the icon in a square of side `size` (CSS px) around that point of the page.
void drawIcon(Frame& frame, Icon icon, float centreX, float centreY, float size, Colour colour);

} // namespace ui
