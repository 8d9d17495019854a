#include "render/gl/renderer.h"

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "shader_sources.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#else
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#endif

namespace render {

namespace {

#ifdef __EMSCRIPTEN__
constexpr const char* kVersionLine = "#version 300 es";
#else
constexpr const char* kVersionLine = "#version 330";
#endif

// Locations of the vertex shader's attributes.
constexpr GLuint kRectangle = 0;
constexpr GLuint kColour = 1;
constexpr GLuint kForm = 2;
constexpr GLuint kRadius = 3;

// ShapeList::shapes is uploaded as it is: pointAttributesAt() relies on this layout.
static_assert(offsetof(Shape, x) == 0 && offsetof(Shape, height) == 12);
static_assert(offsetof(Shape, corner) == offsetof(Shape, kind) + 1);

std::string shaderLog(GLuint shader) {
    GLint length = 0;
    glGetShaderiv(shader, GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(length), '\0');
    glGetShaderInfoLog(shader, length, nullptr, log.data());
    return log;
}

/// 0 where it does not compile.
GLuint compileShader(GLenum stage, const char* source) {
    GLuint shader = glCreateShader(stage);
    const char* pieces[] = {kVersionLine, "\n", source};
    glShaderSource(shader, 3, pieces, nullptr);
    glCompileShader(shader);
    GLint isCompiled = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &isCompiled);
    if (isCompiled == GL_TRUE) return shader;
    std::fprintf(stderr, "A shader does not compile: %s\n", shaderLog(shader).c_str());
    glDeleteShader(shader);
    return 0;
}

/// 0 where a shader does not compile or the two do not link.
GLuint linkProgram(const char* vertexSource, const char* fragmentSource) {
    GLuint vertexShader = compileShader(GL_VERTEX_SHADER, vertexSource);
    GLuint fragmentShader = compileShader(GL_FRAGMENT_SHADER, fragmentSource);
    GLuint program = glCreateProgram();
    GLint isLinked = GL_FALSE;
    if (vertexShader && fragmentShader) {
        glAttachShader(program, vertexShader);
        glAttachShader(program, fragmentShader);
        glLinkProgram(program);
        glGetProgramiv(program, GL_LINK_STATUS, &isLinked);
        if (isLinked != GL_TRUE) std::fputs("The shaders do not fit together.\n", stderr);
    }
    // A program keeps its shaders alive.
    glDeleteShader(vertexShader);
    glDeleteShader(fragmentShader);
    if (isLinked == GL_TRUE) return program;
    glDeleteProgram(program);
    return 0;
}

/// OpenGL takes an offset in a buffer as a pointer.
const void* atOffset(std::uintptr_t bytes) {
    return std::bit_cast<const void*>(bytes);
}

/// WebGL 2 has no base instance: a run's first shape is chosen by the attributes' offset.
void pointAttributesAt(std::size_t firstShape) {
    std::size_t start = firstShape * sizeof(Shape);
    constexpr GLsizei kStride = sizeof(Shape);
    glVertexAttribPointer(kRectangle, 4, GL_FLOAT, GL_FALSE, kStride, atOffset(start + offsetof(Shape, x)));
    glVertexAttribPointer(kColour, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, atOffset(start + offsetof(Shape, colour)));
    glVertexAttribIPointer(kForm, 2, GL_UNSIGNED_BYTE, kStride, atOffset(start + offsetof(Shape, kind)));
    glVertexAttribPointer(kRadius, 1, GL_FLOAT, GL_FALSE, kStride, atOffset(start + offsetof(Shape, radius)));
}

/// Device px, y down.
struct PixelBox {
    int left, top, right, bottom;
    bool isEmpty() const { return left >= right || top >= bottom; }
};

/// The clip rectangle rounded to device px and clamped to the surface.
PixelBox toPixels(const ImVec4& clip, float pixelRatio, int width, int height) {
    auto round = [pixelRatio](float value, int limit) {
        return static_cast<int>(std::lround(std::fmin(std::fmax(value * pixelRatio, 0.0f), static_cast<float>(limit))));
    };
    return {round(clip.x, width), round(clip.y, height), round(clip.z, width), round(clip.w, height)};
}

/// Moves the clip rectangles to whole device px. Dear ImGui's backend truncates to integers the left edge, the distance
/// of the lower edge from the surface's, the width and the height. At a pixel ratio like 1.25, rounding errors make
/// some of these slightly less than the whole number, so that the clip would be one pixel off. Fractions of a pixel are
/// added so that each is truncated to the intended number.
void settleClipRectangles(ImDrawData& drawData, float pixelRatio, int width, int height) {
    for (ImDrawList* list : drawData.CmdLists) {
        for (ImDrawCmd& command : list->CmdBuffer) {
            PixelBox box = toPixels(command.ClipRect, pixelRatio, width, height);
            command.ClipRect = {(static_cast<float>(box.left) + 0.25f) / pixelRatio,
                                (static_cast<float>(box.top) - 0.25f) / pixelRatio,
                                (static_cast<float>(box.right) + 0.375f) / pixelRatio,
                                (static_cast<float>(box.bottom) - 0.125f) / pixelRatio};
        }
    }
}

void clearSurface(int width, int height, base::Colour colour) {
    auto part = [colour](int shift) { return static_cast<float>((colour >> shift) & 0xFF) / 255.0f; };
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(part(0), part(8), part(16), part(24));
    glClear(GL_COLOR_BUFFER_BIT);
}

} // namespace

bool Renderer::create(Renderer& renderer) {
    GLuint program = linkProgram(kShapesVertex, kShapesFragment);
    if (!program) return false;
    if (!ImGui_ImplOpenGL3_Init(kVersionLine) || !ImGui_ImplOpenGL3_CreateDeviceObjects()) {
        glDeleteProgram(program);
        return false;
    }
    renderer.program_ = program;
    renderer.surfaceLocation_ = glGetUniformLocation(program, "surface");
    renderer.pixelRatioLocation_ = glGetUniformLocation(program, "pixelRatio");
    renderer.clipBoxLocation_ = glGetUniformLocation(program, "clipBox");
    renderer.clipRadiusLocation_ = glGetUniformLocation(program, "clipRadius");
    glGenBuffers(1, &renderer.instanceBuffer_);
    glGenVertexArrays(1, &renderer.vertexArray_);
    glBindVertexArray(renderer.vertexArray_);
    for (GLuint attribute : {kRectangle, kColour, kForm, kRadius}) {
        glEnableVertexAttribArray(attribute);
        glVertexAttribDivisor(attribute, 1);
    }
    glBindVertexArray(0);
    return true;
}

void Renderer::destroy(bool isContextLost) {
    if (!program_) return;
    ImGui_ImplOpenGL3_Shutdown();
    if (!isContextLost) {
        glDeleteProgram(program_);
        glDeleteBuffers(1, &instanceBuffer_);
        glDeleteVertexArrays(1, &vertexArray_);
    }
    *this = Renderer();
}

void Renderer::draw(ImDrawData& drawData, const ShapeList& shapes, int width, int height, base::Colour background) {
    width_ = width;
    height_ = height;
    pixelRatio_ = drawData.FramebufferScale.x;
    clearSurface(width, height, background);

    glBindBuffer(GL_ARRAY_BUFFER, instanceBuffer_);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(shapes.shapes.size() * sizeof(Shape)), shapes.shapes.data(),
                 GL_STREAM_DRAW);
    glUseProgram(program_);
    glUniform2f(surfaceLocation_, static_cast<float>(width), static_cast<float>(height));
    glUniform1f(pixelRatioLocation_, pixelRatio_);

    settleClipRectangles(drawData, pixelRatio_, width, height);
    // The backend truncates the size, too: a thousandth of a pixel is added against rounding errors.
    ImVec2 displaySize = drawData.DisplaySize;
    drawData.DisplaySize = {(static_cast<float>(width) + 1e-3f) / pixelRatio_,
                            (static_cast<float>(height) + 1e-3f) / pixelRatio_};
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Renderer_RenderState = static_cast<ShapePainter*>(this);
    ImGui_ImplOpenGL3_RenderDrawData(&drawData);
    platform.Renderer_RenderState = nullptr;
    drawData.DisplaySize = displaySize;
}

void Renderer::paint(const ShapeRun& run, const ImDrawCmd& command) {
    PixelBox box = toPixels(command.ClipRect, pixelRatio_, width_, height_);
    if (box.isEmpty()) return;
    glScissor(box.left, height_ - box.bottom, box.right - box.left, box.bottom - box.top);
    glUseProgram(program_);
    RoundedClip everything{-1e6f, -1e6f, 2e6f, 2e6f, 0};
    RoundedClip clip = run.clip.value_or(everything);
    glUniform4f(clipBoxLocation_, clip.x * pixelRatio_, clip.y * pixelRatio_, (clip.x + clip.width) * pixelRatio_,
                (clip.y + clip.height) * pixelRatio_);
    glUniform1f(clipRadiusLocation_, clip.radius * pixelRatio_);
    glBindVertexArray(vertexArray_);
    glBindBuffer(GL_ARRAY_BUFFER, instanceBuffer_);
    pointAttributesAt(run.first);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(run.count));
}

} // namespace render
