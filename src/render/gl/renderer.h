// Draws a frame with OpenGL: Dear ImGui's draw data by its own backend (imgui_impl_opengl3), and the runs of shapes in
// between. The same code serves WebGL 2 (OpenGL ES 3) and desktop OpenGL 3.3; only the shaders' version line differs.
// Blending is Dear ImGui's: straight alpha, without sRGB conversion.
//
//     render::Renderer renderer;
//     if (!render::Renderer::create(renderer)) …   // with the context current
//     renderer.draw(application.drawData(), application.shapes(), width, height, application.backgroundColour());
#pragma once

#include "base/colour.h"
#include "render/shapes.h"

#include <cstdint>

struct ImDrawData;

namespace render {

class Renderer final : private ShapePainter {
public:
    /// Precondition: the GL context and Dear ImGui's are current. False where a shader does not compile or link (stderr
    /// says why); there is nothing to destroy then.
    [[nodiscard]] static bool create(Renderer& renderer);
    /// Deletes the GL objects. Where the context is lost, they no longer exist and are only forgotten. After the next
    /// create() Dear ImGui uploads its textures again.
    void destroy(bool isContextLost);
    /// Clears the current framebuffer, `width` × `height` device px, to `background` and draws. `shapes` is the list
    /// from which the frame's runs were added. Modifies the draw data: clip rectangles are moved to whole device px.
    /// Drawing the same data again gives the same picture.
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
