// The size of a programme's file, for a caller that does not want to hold too large a one in memory.
#pragma once

#include "programme/reader.h"

#include <cstddef>

namespace programme {

/// What read() says of a file of more than kMaxBytes.
[[nodiscard]] Problem tooLarge(std::size_t byteCount);

} // namespace programme
