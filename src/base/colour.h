// Colours as 0xAABBGGRR, Dear ImGui's order of bytes: red in the lowest byte, opacity in the highest.
#pragma once

#include <cstdint>

namespace base {

using Colour = std::uint32_t;

/// The opaque colour that lies at `share` of the way from `under` (0) to `over` (1), channel by channel in sRGB. The
/// opacities of the two do not count.
[[nodiscard]] Colour mixColours(Colour under, Colour over, float share);

} // namespace base
