// The problem of a file that is too large, for callers that know a file's size before they read it.
#pragma once

#include "programme/reader.h"

#include <cstddef>

namespace programme {

/// The problem that read() reports for a file of `byteCount` bytes, which is more than kMaxBytes.
[[nodiscard]] Problem tooLarge(std::size_t byteCount);

} // namespace programme
