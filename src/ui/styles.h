// The text styles of the screens. Sizes are CSS px at a base font size of 16 and grow with the visitor's.
#pragma once

#include "ui/frame.h"

#include <cstdint>

namespace ui {

/// A style of that size, rounded to whole px as the fonts are baked.
[[nodiscard]] TextStyle styleOf(const Frame& frame, float size, std::uint16_t weight, float lineHeight);

[[nodiscard]] TextStyle titleStyle(const Frame& frame);           // 28/700, 24 on phones
[[nodiscard]] TextStyle subtitleStyle(const Frame& frame);        // the same size, lighter
[[nodiscard]] TextStyle detailTitleStyle(const Frame& frame);     // 24/700
[[nodiscard]] TextStyle sectionStyle(const Frame& frame);         // 18/600
[[nodiscard]] TextStyle cardTitleStyle(const Frame& frame);       // 17/650
[[nodiscard]] TextStyle taglineStyle(const Frame& frame);         // 16
[[nodiscard]] TextStyle bodyStyle(const Frame& frame);            // 15
[[nodiscard]] TextStyle bodyStrongStyle(const Frame& frame);      // 15/600
[[nodiscard]] TextStyle secondaryStyle(const Frame& frame);       // 14
[[nodiscard]] TextStyle secondaryStrongStyle(const Frame& frame); // 14/600
[[nodiscard]] TextStyle noteStyle(const Frame& frame);            // 13
[[nodiscard]] TextStyle noteStrongStyle(const Frame& frame);      // 13/600
[[nodiscard]] TextStyle labelStyle(const Frame& frame);           // 12/600, small capitals with 4 % tracking
[[nodiscard]] TextStyle countStyle(const Frame& frame);           // 13, tabular figures

/// The text in capitals, for labels (Latin, Greek, Cyrillic letters that have one).
[[nodiscard]] LocalisedString inCapitals(LocalisedText text);

} // namespace ui
