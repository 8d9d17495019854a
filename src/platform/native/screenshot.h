// Draws a frame into an offscreen framebuffer, for screenshots.
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

/// Draws a frame (Renderer::draw) into a framebuffer of its own, `width` × `height` device px. Returns height × width ×
/// RGBA bytes, upper row first; empty where the framebuffer cannot be made. Precondition: the GL context is current.
[[nodiscard]] std::vector<std::uint8_t> drawPicture(render::Renderer& renderer, ImDrawData& drawData,
                                                    const render::ShapeList& shapes, base::Colour background, int width,
                                                    int height);

} // namespace platform
