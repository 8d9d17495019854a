// Blocks of text: a paragraph, a heading, a list of links. Each returns the y of its lower edge (frame.h).
#pragma once

#include "ui/frame.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ui {

float drawParagraph(Frame& frame, std::string_view key, const TextStyle& style, LocalisedText text, float x, float y,
                    float width, Colour colour);
float drawHeading(Frame& frame, std::string_view key, const TextStyle& style, std::uint8_t level, LocalisedText text,
                  float x, float y, float width, Colour colour);
/// A list of links, each with a note on the kind of its target and, where it is not the page's, its language. Links
/// that are not safe (explorer::isSafeUrl) are left out.
float drawLinks(Frame& frame, std::string_view key, const std::vector<programme::Link>& links, float x, float y,
                float width);

} // namespace ui
