// Texts of every script, for the programmes and the typing of fuzzers.
#pragma once

#include "fuzz/support/byte_source.h"

#include <string>

namespace support {

/// Valid UTF-8, at least one character, at most so many code points.
std::string makeText(ByteSource& source, std::size_t mostCharacters);

} // namespace support
