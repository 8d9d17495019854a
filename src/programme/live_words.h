// Other words than those that were built in, for a program that shows what its developer writes. Natively alone: the
// page's program has the words of its build (CE_LIVE_WORDS in CMakeLists.txt).
#pragma once

#include "programme/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace programme {

/// Takes the words of a language from a text as that of data/words/fr.json. Returns what is wrong with it, a sentence
/// each; then nothing has changed. Words that were returned before stay valid.
[[nodiscard]] std::vector<std::string> replaceWords(InterfaceLanguage language, std::string_view json);

} // namespace programme
