// What a field of one line does with text that is pasted or taken back.
#pragma once

#include <string>
#include <string_view>

namespace platform {

/// The text without its last character, with the marks that stand on it.
[[nodiscard]] std::string_view withoutLastCharacter(std::string_view text);
/// The text without its last word and the spaces behind it.
[[nodiscard]] std::string_view withoutLastWord(std::string_view text);
/// The text with line ends and other control characters made spaces.
[[nodiscard]] std::string onOneLine(std::string_view text);

} // namespace platform
