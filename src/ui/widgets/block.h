// Blocks of words: a paragraph, a heading, a list of links.
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
/// Each link with what kind of thing it leads to and in which language, where that is not the page's.
float drawLinks(Frame& frame, std::string_view key, const std::vector<programme::Link>& links, float x, float y,
                float width);

} // namespace ui
