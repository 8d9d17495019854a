// Recognises a frame that paints the same as another one, so that it need not be drawn again.
#pragma once

#include "base/colour.h"

#include <cstdint>

struct ImDrawData;

namespace render {

struct ShapeList;

/// A hash of all that Renderer::draw() is given, the textures' pixels apart: see hasTextureChanges(). Two frames that
/// differ have the same hash with a probability of about 2⁻⁶⁴, and never where they differ in a single number.
[[nodiscard]] std::uint64_t hashFrame(const ImDrawData& drawData, const ShapeList& shapes, int width, int height,
                                      base::Colour background);

/// Whether Dear ImGui wants a texture of the frame to be created, updated or deleted.
[[nodiscard]] bool hasTextureChanges(const ImDrawData& drawData);

} // namespace render
