// Names of languages, by BCP 47 tag.
#pragma once

#include "ui/frame.h"

#include <string>
#include <string_view>

namespace ui {

/// The tag in capitals: "fr" → "FR".
[[nodiscard]] std::string languageTag(std::string_view tag);
/// The language's name in itself: "de" → "Deutsch". Of an unknown language, languageTag().
[[nodiscard]] std::string languageName(std::string_view tag);
/// "In that language", in the language of the interface: "en" → "en anglais" / "in English".
[[nodiscard]] LocalisedString languagePhrase(const Model& model, std::string_view tag);

} // namespace ui
