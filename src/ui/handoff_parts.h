// The hand-off to the application form: a pill with the state of the call for applications, the button that opens the
// form, and the names of challenges to copy into it.
#pragma once

#include "ui/frame.h"
#include "ui/widgets/button.h"

#include <cstdint>
#include <string_view>

namespace ui {

/// Where on the page the part stands: some words depend on it.
enum class HandoffPlace : std::uint8_t { header, foot, detail };

/// The state of the call in two parts, which may stand in one line or in two.
struct CallWords {
    LocalisedString what;        // "Jusqu’au 27 octobre, 17 h"
    LocalisedString distance;    // "encore 12 jours"; may be empty
    const char* between = " · "; // the parts in one line
};
[[nodiscard]] CallWords callWords(const Model& model);
/// "Jusqu’au 27 octobre, 17 h · encore 12 jours".
[[nodiscard]] LocalisedString callSentence(const Model& model);
/// The button that opens the form; before the call opens, one that saves the calendar file. Where the form takes no
/// challenges as parameters, it copies their names first.
[[nodiscard]] Button applyButton(const Model& model, HandoffPlace place);

/// A button that copies the text, and says so after it was pressed.
[[nodiscard]] Button copyButton(const Frame& frame, Key key, programme::Word label, programme::Word copied,
                                CopyText text);

/// Draws applyButton(), whose tooltip says what it copies, and after a click that it has copied.
void drawApplyButton(Frame& frame, HandoffPlace place, const Rect& rect);

/// The buttons that save the end of the call as a calendar file and, with `hasEverything`, all that is to come. Draws
/// nothing, and returns `y`, where all is over.
float drawCalendarButtons(Frame& frame, bool hasEverything, float x, float y, float width);

/// Whether there are conditions without which one cannot apply, while that matters.
[[nodiscard]] bool hasEligibility(const Model& model);
/// These conditions.
float drawEligibility(Frame& frame, float x, float y, float width);

/// The pill with callSentence(), at the left or, with `alignRight`, at the right of `maxWidth`.
float drawCallPill(Frame& frame, float x, float y, float maxWidth, bool alignRight);
/// callSentence() behind its mark, without a pill.
float drawCallLine(Frame& frame, float x, float y, float width);

/// What stands at the foot of the screen: the state of the call, the button that shows the shortlist, and the button
/// that opens the form, side by side where the width (CSS px) has room for them in one row.
float drawHandoffBar(Frame& frame, HandoffPlace place, float x, float y, float width);

/// The names of the challenges to copy into the form, with a copy button. Draws nothing, and returns `y`, where the
/// form takes them as query parameters, no challenge is chosen or the call is closed.
float drawNamesToCopy(Frame& frame, float x, float y, float width);

/// What applying takes, beside the shortlist: the state of the call, which challenges go along, the names to copy, and
/// the button that opens the form.
float drawHandoffBox(Frame& frame, float x, float y, float width);

} // namespace ui
