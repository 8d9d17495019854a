// A chip: the name of a profile or a skill on a rounded background, with a small square in its skill group's colour. It
// cannot be activated.
#pragma once

#include "ui/frame.h"

#include <span>
#include <string_view>

namespace ui {

struct Chip {
    LocalisedText label;
    Colour colour = 0;                    // of the square
    bool isChosen = false;                // one of the visitor's own skills
    bool isWelcome = false;               // preferred, not required: outlined instead of filled
    std::span<const TextMark> marks = {}; // of the label
};

/// The chip's size, CSS px.
[[nodiscard]] float chipHeight(const Frame& frame);
[[nodiscard]] float chipWidth(Frame& frame, const Chip& chip);
/// Draws the chip over the whole rectangle, with its label on one line, cut with an ellipsis where it does not fit.
void drawChip(Frame& frame, std::string_view key, const Chip& chip, const Rect& rect);

} // namespace ui
