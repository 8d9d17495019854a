// The parts of the page that lead to the application form: a pill with the call's state, the button to the form, and
// the names of challenges to copy into it.
#pragma once

#include "ui/frame.h"
#include "ui/widgets/button.h"

#include <cstdint>

namespace ui {

enum class HandoffPlace : std::uint8_t { header, foot, detail };

/// "Ouvert · encore 12 jours"; shorter at the foot.
[[nodiscard]] LocalisedString callSentence(const Model& model, HandoffPlace place);
/// The button that goes on to the form; before the call opens, the one that saves the calendar file.
[[nodiscard]] Button applyButton(const Model& model, HandoffPlace place);

/// The button that saves the calendar as a file; its look is the caller's.
[[nodiscard]] Button calendarButton(const Model& model);

/// The pill, right-aligned where `alignRight`.
float drawCallPill(Frame& frame, HandoffPlace place, float x, float y, float maxWidth, bool alignRight);

/// The names of the challenges to copy into the form, with a copy button. Draws nothing where the form takes them as
/// query parameters or no challenge is chosen.
float drawNamesToCopy(Frame& frame, float x, float y, float width);

} // namespace ui
