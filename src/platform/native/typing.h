// Editing the text of a single-line field: deleting at its end, and pasting. Texts are UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace platform {

/// The text without its last character and the combining marks on it.
[[nodiscard]] std::string_view withoutLastCharacter(std::string_view text);
/// The text without its last word and the spaces behind that word.
[[nodiscard]] std::string_view withoutLastWord(std::string_view text);
/// The text with line ends and other ASCII control characters replaced by spaces.
[[nodiscard]] std::string onOneLine(std::string_view text);

} // namespace platform
