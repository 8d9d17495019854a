// A checkbox with its label, and the box alone.
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

/// Paints a box of 16 CSS px with its left edge at `x`, vertically centred at `centreY`. Adds no node.
void paintCheckbox(Frame& frame, float x, float centreY, bool isOn);

/// A checkbox with its label beside it. Returns the y of its lower edge.
float drawCheckbox(Frame& frame, std::string_view key, LocalisedText label, bool isOn, const Intent& intent, float x,
                   float y, float width);

} // namespace ui
