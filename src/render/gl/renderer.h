// Draws a frame with OpenGL: the triangles of Dear ImGui's draw data, and the runs of shapes in between. The same code
// serves WebGL 2 (OpenGL ES 3) and desktop OpenGL 3.3; only the shaders' version line differs. Blending is Dear
// ImGui's: straight alpha, without sRGB conversion.
//
// The GL context is the renderer's alone: it knows what state it has set, asks for none and restores none. On the web a
// question would wait for the browser's GPU process, which takes milliseconds. Only the framebuffer that is bound, into
// which it draws, is its caller's.
//
//     render::Renderer renderer;
//     renderer.create();                // with the context current
//     …
//     if (!renderer.isReady()) …        // before the first frame
//     renderer.draw(application.drawData(), application.shapes(), width, height, application.backgroundColour());
#pragma once

#include "base/colour.h"
#include "render/gl/textures.h"
#include "render/shapes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;
struct ImTextureData;
template <typename Item>
struct ImVector;

namespace render {

/// GLSL without a version line.
struct ShaderSources {
    std::string trianglesVertex, trianglesFragment, shapesVertex, shapesFragment;
};

class Renderer final {
public:
    /// Creates the GL objects and begins to compile the shaders, without waiting for them. The textures' pixels are
    /// uploaded by `upload`, if that is not null. Precondition: the GL context is current.
    void create(UploadPixels upload = {});
    /// Whether it can draw. The first call after create() waits for the shaders; false where one does not compile or
    /// link: stderr says why.
    [[nodiscard]] bool isReady();
    /// Takes other shaders than those that were built in (shaders/), in the next frame. False where one does not
    /// compile or link: stderr says why, and the ones before are kept. Precondition: isReady().
    [[nodiscard]] bool useShaders(const ShaderSources& sources);
    /// Deletes the GL objects and the textures of what draw() was called with last, which must still exist; they are
    /// uploaded again after the next create(). Where the context is lost, the objects no longer exist and are only
    /// forgotten.
    void destroy(bool isContextLost);
    /// Clears the current framebuffer, `width` × `height` device px, to `background` and draws. `shapes` is the list
    /// from which the frame's runs were added. Uploads the textures that have changed. Drawing the same data again
    /// gives the same picture. Precondition: isReady().
    void draw(const ImDrawData& drawData, const ShapeList& shapes, int width, int height, base::Colour background);

    /// Draws what lies over the frame that was just drawn, such as a developer's windows, whose textures get their
    /// pixels by `upload` if that is not null. Draw data with shapes is no part of it. Precondition: draw() was called
    /// before for the same framebuffer.
    void drawOver(const ImDrawData& drawData, const UploadPixels& upload = {});

    /// What the last draw() asked of the graphics card.
    struct Counters {
        std::size_t drawCalls = 0;
        // Bytes uploaded: of triangles and their indices, of the frame's shapes, of shapes that are kept, of textures.
        std::size_t triangleBytes = 0;
        std::size_t shapeBytes = 0;
        std::size_t retainedBytes = 0;
        std::size_t textureBytes = 0;
        [[nodiscard]] std::size_t bytes() const { return triangleBytes + shapeBytes + retainedBytes + textureBytes; }
    };
    [[nodiscard]] const Counters& counters() const { return counters_; }

private:
    /// A program that may still be compiled.
    struct Program {
        std::uint32_t program = 0, vertexShader = 0, fragmentShader = 0;
        int surface = -1, pixelRatio = -1; // locations of its uniforms
    };
    /// Device px, y down.
    struct PixelBox {
        int left = 0, top = 0, right = 0, bottom = 0;
        bool operator==(const PixelBox&) const = default;
        [[nodiscard]] bool isEmpty() const { return left >= right || top >= bottom; }
    };
    /// What is set in the context while a frame is drawn; nothing: unknown.
    struct State {
        std::uint32_t vertexArray = 0;
        std::uint32_t arrayBuffer = 0;
        std::uint32_t texture = 0;
        std::optional<PixelBox> scissor;
        std::uint32_t firstVertex = 0; // to which triangles_ points
    };

    static Program beginProgram(const char* vertexSource, const char* fragmentSource);
    static bool finishProgram(Program& program);
    void findTimeUniforms();
    void createVertexArrays();
    void setConstantState();
    void updateTextures(const ImDrawData& drawData);
    void beginFrame(int width, int height, float pixelRatio, base::Colour background);
    void uploadList(const ImDrawList& list);
    void paintTriangles(const ImDrawCmd& command);
    void uploadShapes(const ShapeList& shapes);
    void paintShapes(const ShapeRun& run);
    void paintRetained(const RetainedShapes& retained, const TimeTransform& transform);
    void setTransform(const TimeTransform& transform);
    void bind(const Program& program, std::uint32_t vertexArray, std::uint32_t arrayBuffer);
    void clipTo(const PixelBox& box);
    [[nodiscard]] PixelBox toPixels(float left, float top, float right, float bottom) const;

    Program triangles_, shapes_;
    int originDay_ = -1, timeScale_ = -1, timePlace_ = -1; // locations of the uniforms of shapes_
    std::uint32_t trianglesArray_ = 0, vertexBuffer_ = 0, indexBuffer_ = 0;
    std::uint32_t shapesArray_ = 0, instanceBuffer_ = 0;
    std::uint32_t retainedArray_ = 0, retainedBuffer_ = 0;
    std::uint32_t retainedVersion_ = 0; // RetainedShapes::version() of what the buffer has
    enum class Stage : std::uint8_t { none, compiling, ready, failed };
    Stage stage_ = Stage::none;
    UploadPixels upload_;

    State state_;
    std::optional<TimeTransform> transform_;             // of the last run
    const ImVector<ImTextureData*>* textures_ = nullptr; // of the last draw()
    Counters counters_;
    // Of the frame being drawn, and of the uniforms.
    int width_ = 0, height_ = 0; // device px
    float pixelRatio_ = 0;
};

} // namespace render
