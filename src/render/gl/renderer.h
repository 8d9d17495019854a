// Draws a frame with OpenGL: Dear ImGui's draw data by its own backend (imgui_impl_opengl3), and the shapes between it.
// One code for WebGL 2 (OpenGL ES 3) and desktop OpenGL 3.3; only the shaders' first line differs. Colours go to the
// surface as they are, blended as Dear ImGui blends: straight alpha, no sRGB conversion.
//
//     render::Renderer renderer;
//     if (!render::Renderer::create(renderer)) …                                  // with the context current
//     renderer.draw(*ImGui::GetDrawData(), application.shapes(), width, height, application.backgroundColour());
#pragma once

#include "base/colour.h"
#include "render/shapes.h"

#include <cstdint>

struct ImDrawData;

namespace render {

class Renderer final : private ShapePainter {
public:
    /// With the GL context and Dear ImGui's context current. False where a shader does not compile (the reason goes to
    /// stderr); there is nothing to destroy then.
    [[nodiscard]] static bool create(Renderer& renderer);
    /// Frees the GL objects; after a lost context, where they are gone already, only forgets them. Dear ImGui sends its
    /// textures again after the next create().
    void destroy(bool isContextLost);
    /// Clears to that colour and draws on a surface of that size in device px. `shapes` is the list that
    /// the frame's runs were added from. Clip rectangles are moved to the nearest device px in the draw data itself; to
    /// draw the same data again does the same again.
    void draw(ImDrawData& drawData, const ShapeList& shapes, int width, int height, base::Colour background);

private:
    void paint(const ShapeRun& run, const ImDrawCmd& command) override;

    std::uint32_t program_ = 0;
    std::uint32_t vertexArray_ = 0;
    std::uint32_t instanceBuffer_ = 0;
    int surfaceLocation_ = -1;
    int pixelRatioLocation_ = -1;
    int clipBoxLocation_ = -1;
    int clipRadiusLocation_ = -1;

    // Of the frame being drawn.
    int width_ = 0, height_ = 0; // device px
    float pixelRatio_ = 1;
};

} // namespace render
