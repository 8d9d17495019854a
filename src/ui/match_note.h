// Why a challenge is listed: which of its profiles ask for the visitor's skills, and what of it matches their query:
// marks in a text, and, where no text on the card matches, a note that names the matching skill or quotes the matching
// passage.
#pragma once

#include "search/fit_reasons.h"
#include "ui/frame.h"

#include <span>
#include <string_view>
#include <vector>

namespace ui {

/// The byte ranges of the text that match words of the visitor's query.
[[nodiscard]] std::vector<TextMark> marksIn(const Model& model, std::string_view text);

/// "Visualisation de données (dataviz)" or "… prévoir les interventions des …"; empty where the query is empty or a
/// text on the card matches.
[[nodiscard]] LocalisedString matchNote(const Model& model, const programme::Challenge& challenge);

/// "Python, Web development (a plus)": the visitor's skills that this profile of a challenge asks for. Empty where it
/// asks for none.
[[nodiscard]] LocalisedString reasonNote(const Model& model, std::size_t profile,
                                         std::span<const search::FitReason> reasons);

} // namespace ui
