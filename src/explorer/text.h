// UTF-8 that comes from outside (a URL, an input field) made fit for the state.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace explorer {

/// The text with what is not UTF-8 replaced by U+FFFD, as https://encoding.spec.whatwg.org/#utf-8-decode-without-bom
/// does.
std::string repairUtf8(std::string_view text);

/// As much of the beginning as fits in that many bytes without cutting a character. The text is valid UTF-8.
std::string_view cutAtCharacter(std::string_view text, std::size_t maxBytes);

} // namespace explorer
