// Draws a frame with OpenGL: Dear ImGui's draw data by its own backend (imgui_impl_opengl3), and the shapes between it. One
// code for WebGL 2 (OpenGL ES 3) and desktop OpenGL 3.3; only the shaders' first line differs.
#pragma once

struct ImDrawData;

namespace render {

struct ShapeList;

class Renderer {
public:
    /// With the context current. Returns nothing to draw with where a shader does not compile (the reason goes to stderr).
    static bool create(Renderer& renderer);
    /// Frees the GL objects; after a lost context, where they are gone already, only forgets them.
    void destroy(bool isContextLost);
    /// Clears to that colour (0xAABBGGRR) and draws, in device px.
    void draw(const ImDrawData& drawData, const ShapeList& shapes, int width, int height, unsigned int background);

private:
    unsigned int program_ = 0;
    unsigned int vertexArray_ = 0;
    unsigned int cornerBuffer_ = 0;
    unsigned int instanceBuffer_ = 0;
    int projectionLocation_ = -1;
    int pixelRatioLocation_ = -1;
};

} // namespace render
