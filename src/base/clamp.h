// Keeping a number inside a range that may be empty.
#pragma once

#include <algorithm>

namespace base {

/// The number of the range that is nearest to `value`; `low` where the range is empty, that is, where high < low, as in
/// a window that is narrower than its margins. (std::clamp is undefined there.)
[[nodiscard]] constexpr float clampInto(float value, float low, float high) {
    return std::max(low, std::min(value, high));
}

} // namespace base
