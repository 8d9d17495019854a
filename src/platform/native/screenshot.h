// The screen as a picture, without showing it.
#pragma once

#include "base/colour.h"

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace render {
class Renderer;
struct ShapeList;
} // namespace render

namespace platform {

/// Draws a frame (see Renderer::draw) on a surface of its own, of that size in device px. Returns height × width ×
/// RGBA, upper row first; empty where the graphics card has no room. With the GL context current.
[[nodiscard]] std::vector<std::uint8_t> drawPicture(render::Renderer& renderer, ImDrawData& drawData,
                                                    const render::ShapeList& shapes, base::Colour background, int width,
                                                    int height);

} // namespace platform
