// A box that is ticked or not, and its words.
#pragma once

#include "ui/frame.h"

namespace ui {

/// Only the painting of the box: 16 CSS px, its left edge at `x`.
void paintCheckbox(Frame& frame, float x, float centreY, bool isOn);

/// A box with its words beside it, over the whole width. Returns its height.
float drawCheckbox(Frame& frame, std::string_view key, LocalisedText label, bool isOn, const Intent& intent, float x,
                   float y, float width);

} // namespace ui
