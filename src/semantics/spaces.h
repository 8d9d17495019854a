// White space in text that is compared or printed: its recognition and its normalisation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace semantics {

/// The length in bytes of the white space character that begins at `offset`; 0 where none does. White space is what
/// `\s` matches in ECMAScript: tab, line ends, space, U+00A0, U+1680, U+2000…200A, U+2028, U+2029, U+202F, U+205F,
/// U+3000, U+FEFF.
[[nodiscard]] std::size_t spaceLength(std::string_view text, std::size_t offset);

/// The text with each run of white space replaced by one plain space, and without white space at its ends.
[[nodiscard]] std::string withPlainSpaces(std::string_view text);

} // namespace semantics
