// Paints a frame into memory, without OpenGL: what Renderer (gl/renderer.h) draws with the shaders of shaders/, pixel
// by pixel in C++. It needs neither a display nor a driver, and gives the same picture on every machine: pictures that
// are kept and compared (tests/golden) are painted by it. tests/native/renderer_test.cpp compares it with OpenGL.
#pragma once

#include "base/colour.h"
#include "render/shapes.h"

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace render {

/// Paints the frame on `background`, `width` × `height` device px. `shapes` is the list from which the frame's runs
/// were added. Returns height × width × RGBA bytes, upper row first. Precondition: the textures' pixels (RGBA, 32 bits)
/// are in memory.
[[nodiscard]] std::vector<std::uint8_t> paintInMemory(const ImDrawData& drawData, const ShapeList& shapes, int width,
                                                      int height, base::Colour background);

} // namespace render
