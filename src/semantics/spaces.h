// White space in words that are compared or printed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace semantics {

/// The bytes of the white space character that begins at `offset`; 0 where none does. White space is what `\s` matches
/// in ECMAScript: tab, line ends, space, U+00A0, U+1680, U+2000…200A, U+2028, U+2029, U+202F, U+205F, U+3000, U+FEFF.
[[nodiscard]] std::size_t spaceLength(std::string_view text, std::size_t offset);

/// The text with each run of white space made one plain space, none at its ends.
[[nodiscard]] std::string withPlainSpaces(std::string_view text);

} // namespace semantics
