// Names of languages.
#pragma once

#include "ui/frame.h"

#include <string>
#include <string_view>

namespace ui {

/// "fr" → "FR".
[[nodiscard]] std::string languageTag(std::string_view tag);
/// By its own name, whatever the page's language: "de" → "Deutsch". A language that is not known is called by its tag.
[[nodiscard]] std::string languageName(std::string_view tag);
/// In the interface's words: "en" → "en anglais" / "in English".
[[nodiscard]] LocalisedString languagePhrase(const Model& model, std::string_view tag);

} // namespace ui
