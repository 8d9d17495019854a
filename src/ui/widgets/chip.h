// A chip: a profile's or a skill's name on a rounded ground, with a small square in its group's colour. It cannot be
// activated.
#pragma once

#include "ui/frame.h"

#include <span>
#include <string_view>

namespace ui {

struct Chip {
    LocalisedText label;
    Colour colour = 0;      // of the square
    bool isChosen = false;  // one of the visitor's own skills
    bool isWelcome = false; // preferred, not required: has an outline instead of a filled ground
    std::span<const TextMark> marks = {};
};

[[nodiscard]] float chipHeight(const Frame& frame);
[[nodiscard]] float chipWidth(Frame& frame, const Chip& chip);
/// One line; what does not fit ends in an ellipsis.
void drawChip(Frame& frame, std::string_view key, const Chip& chip, const Rect& rect);

} // namespace ui
