// The text styles of the screens. Sizes are CSS px at a base font size of 16 and grow with the visitor's.
#pragma once

#include "ui/frame.h"

#include <cstdint>

namespace ui {

/// A style of that size, rounded to whole px as the fonts are baked.
TextStyle styleOf(const Frame& frame, float size, std::uint16_t weight, float lineHeight);

TextStyle titleStyle(const Frame& frame);           // 28/700, 24 on phones
TextStyle subtitleStyle(const Frame& frame);        // the same size, lighter
TextStyle detailTitleStyle(const Frame& frame);     // 24/700
TextStyle sectionStyle(const Frame& frame);         // 18/600
TextStyle cardTitleStyle(const Frame& frame);       // 17/650
TextStyle taglineStyle(const Frame& frame);         // 16
TextStyle bodyStyle(const Frame& frame);            // 15
TextStyle bodyStrongStyle(const Frame& frame);      // 15/600
TextStyle secondaryStyle(const Frame& frame);       // 14
TextStyle secondaryStrongStyle(const Frame& frame); // 14/600
TextStyle noteStyle(const Frame& frame);            // 13
TextStyle noteStrongStyle(const Frame& frame);      // 13/600
TextStyle labelStyle(const Frame& frame);           // 12/600, small capitals with 4 % tracking
TextStyle countStyle(const Frame& frame);           // 13, tabular figures

/// The text in capitals, for labels (Latin, Greek, Cyrillic letters that have one).
LocalisedString inCapitals(LocalisedText text);

} // namespace ui
