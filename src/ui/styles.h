// The text styles of the screens. Sizes below are CSS px at a base font size of 16 px and scale with the visitor's; a
// number after "/" is the weight, 400 where there is none.
#pragma once

#include "ui/frame.h"

#include <cstdint>

namespace ui {

// The measures of the screens, CSS px. Everything stands on a grid of 4; text sizes are the ten of the styles below.
namespace gap {
inline constexpr float kTight = 4;    // between lines of one thing
inline constexpr float kClose = 8;    // between things that belong together
inline constexpr float kNear = 12;    // between a heading and what it heads
inline constexpr float kApart = 16;   // between cards; a phone's margins
inline constexpr float kWide = 24;    // between parts; margins
inline constexpr float kSection = 32; // between sections
} // namespace gap
namespace radius {
inline constexpr float kPanel = 10;  // of panels and cards
inline constexpr float kControl = 6; // of buttons and fields
} // namespace radius

/// A style of that size (CSS px at a base font size of 16 px), rounded to whole px, at which fonts are rasterised.
/// `lineHeight` is a multiple of the size. The text spacing of Viewport is applied. Screens use the styles below:
/// tests/styles.test.mjs finds other sizes.
[[nodiscard]] TextStyle styleOf(const Frame& frame, float size, std::uint16_t weight, float lineHeight);

[[nodiscard]] TextStyle titleStyle(const Frame& frame);             // 28/700, 24 on phones
[[nodiscard]] TextStyle subtitleStyle(const Frame& frame);          // as the title, 400
[[nodiscard]] TextStyle detailTitleStyle(const Frame& frame);       // 24/700
[[nodiscard]] TextStyle sectionStyle(const Frame& frame);           // 18/600
[[nodiscard]] TextStyle figureStyle(const Frame& frame);            // 18/700
[[nodiscard]] TextStyle cardTitleStyle(const Frame& frame);         // 17/650
[[nodiscard]] TextStyle taglineStyle(const Frame& frame);           // 16
[[nodiscard]] TextStyle fieldStyle(const Frame& frame);             // 16: of a smaller field iOS zooms the page
[[nodiscard]] TextStyle leadStyle(const Frame& frame);              // 16/500
[[nodiscard]] TextStyle actionStyle(const Frame& frame);            // 16/600
[[nodiscard]] TextStyle bodyStyle(const Frame& frame);              // 15
[[nodiscard]] TextStyle bodyStrongStyle(const Frame& frame);        // 15/600
[[nodiscard]] TextStyle choiceStyle(const Frame& frame, bool isOn); // 15, 600 where it is on
[[nodiscard]] TextStyle secondaryStyle(const Frame& frame);         // 14
[[nodiscard]] TextStyle secondaryStrongStyle(const Frame& frame);   // 14/600
[[nodiscard]] TextStyle noteStyle(const Frame& frame);              // 13
[[nodiscard]] TextStyle tagStyle(const Frame& frame);               // 13/500
[[nodiscard]] TextStyle noteStrongStyle(const Frame& frame);        // 13/600
[[nodiscard]] TextStyle markStyle(const Frame& frame);              // 12/600; for words on or beside small marks
[[nodiscard]] TextStyle labelStyle(const Frame& frame); // 12/600, letter spacing of 4 %; for texts in capitals
[[nodiscard]] TextStyle countStyle(const Frame& frame); // 13, tabular figures

/// The text in capitals, for labels: Latin, Greek and Cyrillic letters that have a capital.
[[nodiscard]] LocalisedString inCapitals(const LocalisedText& text);

} // namespace ui
