// Tags: the names of profiles or skills, each behind a small square in its skill group's colour, in rows. They have no
// background, because they cannot be activated: what is rounded and filled is a filter (widgets/button.h).
#pragma once

#include "ui/frame.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct Tag {
    std::string key; // of its node
    LocalisedString label;
    Colour colour = 0;           // of the square
    bool isChosen = false;       // one of the visitor's own skills, or a profile that asks for one: a tick, no square
    bool isWelcome = false;      // preferred, not required: the square is hollow
    std::vector<TextMark> marks; // of the label
};

/// The height of the rows, CSS px. A tag is as wide as its label; a label wider than the row is broken.
[[nodiscard]] float measureTags(Frame& frame, std::span<const Tag> tags, float width);
/// Draws them as a list of that name. Returns the y of its lower edge.
float drawTags(Frame& frame, Key key, const LocalisedText& name, std::span<const Tag> tags, float x, float y,
               float width);

} // namespace ui
