// Blocks of text: a paragraph, a heading, a list of links. Each returns the y of its lower edge (frame.h).
#pragma once

#include "ui/frame.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ui {

float drawParagraph(Frame& frame, Key key, const TextStyle& style, const LocalisedText& text, float x, float y,
                    float width, Colour colour);
float drawHeading(Frame& frame, Key key, const TextStyle& style, std::uint8_t level, const LocalisedText& text, float x,
                  float y, float width, Colour colour);
/// Paragraphs one below the other, with the keys "key0", "key1" …. `below`: the gap after each, CSS px.
float drawParagraphs(Frame& frame, Key key, const TextStyle& style, std::span<const programme::Text> texts, float x,
                     float y, float width, Colour colour, float below);

struct Bullets {
    Key key;            // of the list
    Key itemKey;        // of its items, before their index
    LocalisedText name; // of the list; may be empty
    float inset = 0;    // of the texts, CSS px
    float dot = 0;      // the diameter of the dot before each text, CSS px; 0: none
    Colour dotColour = 0;
    float below = 0; // the gap after each text, CSS px
};
/// A list of texts.
float drawBullets(Frame& frame, const Bullets& bullets, const TextStyle& style, std::span<const programme::Text> texts,
                  float x, float y, float width);
/// A list of links, each with a note on the kind of its target and, where it is not the page's, its language. Links
/// that are not safe (explorer::isSafeUrl) are left out.
float drawLinks(Frame& frame, Key key, const std::vector<programme::Link>& links, float x, float y, float width);

} // namespace ui
