// A box that is ticked or not, and its words.
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

/// Paints a box of 16 CSS px with its left edge at `x`; describes nothing.
void paintCheckbox(Frame& frame, float x, float centreY, bool isOn);

/// A box with its words beside it, over the whole width.
float drawCheckbox(Frame& frame, std::string_view key, LocalisedText label, bool isOn, const Intent& intent, float x,
                   float y, float width);

} // namespace ui
