// Strings that meet a regular expression, of the part of ECMA 262's that a JSON schema's "pattern" needs.
#pragma once

#include "fuzz/support/byte_source.h"

#include <optional>
#include <string>
#include <string_view>

namespace support {

/// A string that the whole pattern matches. It knows literal characters, ".", "\" before a mark, "\d", classes with
/// ranges ("[a-z0-9_]"), groups, "|" and the quantifiers "?", "*", "+", "{n}" and "{n,m}"; "^" and "$" at the ends.
/// Nothing where the pattern uses anything else.
std::optional<std::string> makeMatching(ByteSource& source, std::string_view pattern);

} // namespace support
