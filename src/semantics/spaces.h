// Normalisation of white space in text that is compared or printed.
#pragma once

#include <string>
#include <string_view>

namespace semantics {

/// The text with each run of white space replaced by one plain space, and without white space at its ends. White space
/// is what `\s` matches in ECMAScript: tab, line ends, space, U+00A0, U+1680, U+2000…200A, U+2028, U+2029, U+202F,
/// U+205F, U+3000, U+FEFF.
[[nodiscard]] std::string withPlainSpaces(std::string_view text);

} // namespace semantics
