// Writes JSON strings and numbers, for what the program sends to the page.
#pragma once

#include <string>
#include <string_view>

namespace semantics {

/// Appends the text as a JSON string, quotes included. Bytes that are not UTF-8 become U+FFFD.
void appendJsonString(std::string& out, std::string_view text);
/// Appends the number rounded to 1/1000, without exponent or needless zeros.
void appendJsonNumber(std::string& out, float number);

} // namespace semantics
