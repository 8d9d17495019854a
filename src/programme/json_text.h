// Finds where the tokens of a JSON text end, and quotes them. All offsets are bytes from the text's beginning.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace programme {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The offset after the last byte of the number that begins at `start`.
[[nodiscard]] std::size_t endOfNumber(std::string_view text, std::size_t start);

/// The offset of the first byte from `offset` on that is not white space; the text's size where there is none.
[[nodiscard]] std::size_t skipWhiteSpace(std::string_view text, std::size_t offset);

/// The token at `offset` as a problem's message quotes it: as it stands there, shortened after some characters; "{…}"
/// for an object and "[…]" for a list; a single character where no token begins; "U+000A" for a control character; two
/// hexadecimal digits for an invalid byte of UTF-8; empty at the text's end.
[[nodiscard]] std::string quoteToken(std::string_view text, std::size_t offset);

} // namespace programme
