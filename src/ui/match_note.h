// What of a challenge matches the visitor's query: marks in a text, and, where no text on the card matches, a note that
// names the matching skill or quotes the matching passage.
#pragma once

#include "ui/frame.h"

#include <string_view>
#include <vector>

namespace ui {

/// The byte ranges of the text that match words of the visitor's query.
[[nodiscard]] std::vector<TextMark> marksIn(const Model& model, std::string_view text);

/// "Visualisation de données (dataviz)" or "… prévoir les interventions des …"; empty where the query is empty or a
/// text on the card matches.
[[nodiscard]] LocalisedString matchNote(const Model& model, const programme::Challenge& challenge);

} // namespace ui
