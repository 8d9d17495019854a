// Why a challenge was found, where its card does not show the matching words: the skill, its other name, or the
// passage.
#pragma once

#include "ui/frame.h"

#include <string>

namespace ui {

/// The words of the query that a text shows.
std::vector<TextMark> marksIn(const Model& model, std::string_view text);

/// "Visualisation de données (dataviz)" or "… prévoir les interventions des …"; empty where nothing is typed or what
/// the card shows already says it.
LocalisedString matchNote(const Model& model, const programme::Challenge& challenge);

} // namespace ui
