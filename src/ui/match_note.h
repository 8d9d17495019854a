// Why a search found a challenge whose card does not show the matching words: the note names the skill or quotes the
// passage that matches.
#pragma once

#include "ui/frame.h"

#include <string_view>
#include <vector>

namespace ui {

/// The parts of the text that match words of the visitor's query.
[[nodiscard]] std::vector<TextMark> marksIn(const Model& model, std::string_view text);

/// "Visualisation de données (dataviz)" or "… prévoir les interventions des …"; empty where nothing is typed or what
/// the card shows already says it.
[[nodiscard]] LocalisedString matchNote(const Model& model, const programme::Challenge& challenge);

} // namespace ui
