// Colours, and mixing two of them.
#pragma once

#include <cstdint>

namespace base {

/// 0xAABBGGRR, sRGB with opacity: red is in the lowest byte, as Dear ImGui has it.
using Colour = std::uint32_t;

/// The opaque colour between `under` (share 0) and `over` (share 1), interpolated channel by channel in sRGB. The
/// opacities of the two are ignored.
[[nodiscard]] Colour mixColours(Colour under, Colour over, float share);

} // namespace base
