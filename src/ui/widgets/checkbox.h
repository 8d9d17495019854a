// A checkbox with its label, and the box alone.
#pragma once

#include "ui/frame.h"

#include <string_view>

namespace ui {

/// Paints a box of 16 CSS px with its left edge at `x`, vertically centred at `centreY`. Adds no node.
void paintCheckbox(Frame& frame, float x, float centreY, bool isOn);

/// A checkbox with its label beside it. `name`: the accessible one, where the label is not a good one. Returns the y of
/// its lower edge.
float drawCheckbox(Frame& frame, Key key, const LocalisedText& label, bool isOn, const Intent& intent, float x, float y,
                   float width, const LocalisedText& name = {});
/// Width of the checkbox with that label, CSS px.
[[nodiscard]] float checkboxWidth(Frame& frame, const LocalisedText& label);

} // namespace ui
