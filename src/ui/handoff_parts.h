// The hand-off to the application form: a pill with the state of the call for applications, the button that opens the
// form, and the names of challenges to copy into it.
#pragma once

#include "ui/frame.h"
#include "ui/widgets/button.h"

#include <cstdint>

namespace ui {

/// Where on the page the part stands: some words depend on it.
enum class HandoffPlace : std::uint8_t { header, foot, detail };

/// The state of the call: "Ouvert · encore 12 jours"; shorter at the foot.
[[nodiscard]] LocalisedString callSentence(const Model& model, HandoffPlace place);
/// The button that opens the form; before the call opens, one that saves the calendar file.
[[nodiscard]] Button applyButton(const Model& model, HandoffPlace place);

/// The button that saves the calendar as a file. The caller chooses its look.
[[nodiscard]] Button calendarButton(const Model& model);

/// The pill with callSentence(), at the left or, with `alignRight`, at the right of `maxWidth`. Returns the y of its
/// lower edge.
float drawCallPill(Frame& frame, HandoffPlace place, float x, float y, float maxWidth, bool alignRight);

/// The names of the challenges to copy into the form, with a copy button. Draws nothing, and returns `y`, where the
/// form takes them as query parameters, no challenge is chosen or the call is closed.
float drawNamesToCopy(Frame& frame, float x, float y, float width);

} // namespace ui
