#include "render/gl/renderer.h"

#include "imgui.h"
#include "render/gl/opengl.h"
#include "shader_sources.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>

namespace render {

namespace {

#ifdef __EMSCRIPTEN__
constexpr const char* kVersionLine = "#version 300 es";
#else
constexpr const char* kVersionLine = "#version 330";
#endif

// Locations of the attributes of the triangles' vertex shader.
constexpr GLuint kPosition = 0;
constexpr GLuint kTexturePosition = 1;
constexpr GLuint kVertexColour = 2;
// Of the shapes' one.
constexpr GLuint kRectangle = 0;
constexpr GLuint kColour = 1;
constexpr GLuint kForm = 2;
constexpr GLuint kRadius = 3;

// ShapeList::shapes is uploaded as it is: pointAtShapes() relies on this layout.
static_assert(offsetof(Shape, x) == 0 && offsetof(Shape, height) == 12);
static_assert(offsetof(Shape, corner) == offsetof(Shape, kind) + 1);

constexpr RoundedClip kEverything{-1e6F, -1e6F, 2e6F, 2e6F, 0};

GLuint beginShader(GLenum stage, const char* source) {
    const GLuint shader = glCreateShader(stage);
    const char* pieces[] = {kVersionLine, "\n", source};
    glShaderSource(shader, 3, pieces, nullptr);
    glCompileShader(shader);
    return shader;
}

void printShaderLog(GLuint shader) {
    GLint length = 0;
    glGetShaderiv(shader, GL_INFO_LOG_LENGTH, &length);
    if (length <= 0) return;
    std::string log(static_cast<std::size_t>(length), '\0');
    glGetShaderInfoLog(shader, length, nullptr, log.data());
    std::fprintf(stderr, "%s\n", log.c_str());
}

/// OpenGL takes an offset in a buffer as a pointer.
const void* atOffset(std::size_t bytes) {
    return std::bit_cast<const void*>(bytes);
}

/// Without base vertices, which WebGL 2 lacks, a command's first vertex is chosen by the attributes' offset.
void pointAtVertices(std::size_t first) {
    const std::size_t start = first * sizeof(ImDrawVert);
    constexpr GLsizei kStride = sizeof(ImDrawVert);
    glVertexAttribPointer(kPosition, 2, GL_FLOAT, GL_FALSE, kStride, atOffset(start + offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(kTexturePosition, 2, GL_FLOAT, GL_FALSE, kStride, atOffset(start + offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(kVertexColour, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride,
                          atOffset(start + offsetof(ImDrawVert, col)));
}

/// So is a run's first shape, without base instances.
void pointAtShapes(std::size_t first) {
    const std::size_t start = first * sizeof(Shape);
    constexpr GLsizei kStride = sizeof(Shape);
    glVertexAttribPointer(kRectangle, 4, GL_FLOAT, GL_FALSE, kStride, atOffset(start + offsetof(Shape, x)));
    glVertexAttribPointer(kColour, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, atOffset(start + offsetof(Shape, colour)));
    glVertexAttribIPointer(kForm, 2, GL_UNSIGNED_BYTE, kStride, atOffset(start + offsetof(Shape, kind)));
    glVertexAttribPointer(kRadius, 1, GL_FLOAT, GL_FALSE, kStride, atOffset(start + offsetof(Shape, radius)));
}

GLsizeiptr sizeInBytes(std::size_t count, std::size_t elementSize) {
    return static_cast<GLsizeiptr>(count * elementSize);
}

} // namespace

// ── Shaders ──

Renderer::Program Renderer::beginProgram(const char* vertexSource, const char* fragmentSource) {
    Program program;
    program.vertexShader = beginShader(GL_VERTEX_SHADER, vertexSource);
    program.fragmentShader = beginShader(GL_FRAGMENT_SHADER, fragmentSource);
    program.program = glCreateProgram();
    glAttachShader(program.program, program.vertexShader);
    glAttachShader(program.program, program.fragmentShader);
    glLinkProgram(program.program);
    return program;
}

bool Renderer::finishProgram(Program& program) {
    GLint isLinked = GL_FALSE;
    glGetProgramiv(program.program, GL_LINK_STATUS, &isLinked);
    if (isLinked != GL_TRUE) {
        std::fputs("The shaders cannot be used.\n", stderr);
        printShaderLog(program.vertexShader);
        printShaderLog(program.fragmentShader);
    }
    // The program keeps its shaders alive.
    glDeleteShader(program.vertexShader);
    glDeleteShader(program.fragmentShader);
    if (isLinked != GL_TRUE) return false;
    program.surface = glGetUniformLocation(program.program, "surface");
    program.pixelRatio = glGetUniformLocation(program.program, "pixelRatio");
    return true;
}

void Renderer::create(UploadPixels upload) {
    upload_ = std::move(upload);
    triangles_ = beginProgram(kTrianglesVertex, kTrianglesFragment);
    shapes_ = beginProgram(kShapesVertex, kShapesFragment);
    createVertexArrays();
    setConstantState();
    stage_ = Stage::compiling;
}

bool Renderer::isReady() {
    if (stage_ != Stage::compiling) return stage_ == Stage::ready;
    const bool hasTriangles = finishProgram(triangles_);
    const bool hasShapes = finishProgram(shapes_);
    stage_ = hasTriangles && hasShapes ? Stage::ready : Stage::failed;
    if (stage_ == Stage::failed) return false;
    findClipUniforms();
    return true;
}

void Renderer::findClipUniforms() {
    clipBox_ = glGetUniformLocation(shapes_.program, "clipBox");
    clipRadius_ = glGetUniformLocation(shapes_.program, "clipRadius");
}

bool Renderer::useShaders(const ShaderSources& sources) {
    Program triangles = beginProgram(sources.trianglesVertex.c_str(), sources.trianglesFragment.c_str());
    Program shapes = beginProgram(sources.shapesVertex.c_str(), sources.shapesFragment.c_str());
    const bool hasTriangles = finishProgram(triangles);
    const bool hasShapes = finishProgram(shapes);
    const bool areGood = hasTriangles && hasShapes;
    if (areGood) {
        std::swap(triangles_, triangles);
        std::swap(shapes_, shapes);
        findClipUniforms();
        width_ = 0; // so that beginFrame() sets the uniforms
    }
    glDeleteProgram(triangles.program);
    glDeleteProgram(shapes.program);
    return areGood;
}

void Renderer::createVertexArrays() {
    std::uint32_t buffers[3];
    glGenBuffers(3, buffers);
    vertexBuffer_ = buffers[0];
    indexBuffer_ = buffers[1];
    instanceBuffer_ = buffers[2];

    glGenVertexArrays(1, &trianglesArray_);
    glBindVertexArray(trianglesArray_);
    glBindBuffer(GL_ARRAY_BUFFER, vertexBuffer_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indexBuffer_);
    for (const GLuint attribute : {kPosition, kTexturePosition, kVertexColour}) glEnableVertexAttribArray(attribute);
    pointAtVertices(0);

    glGenVertexArrays(1, &shapesArray_);
    glBindVertexArray(shapesArray_);
    glBindBuffer(GL_ARRAY_BUFFER, instanceBuffer_);
    for (const GLuint attribute : {kRectangle, kColour, kForm, kRadius}) {
        glEnableVertexAttribArray(attribute);
        glVertexAttribDivisor(attribute, 1);
    }
    state_ = {.vertexArray = shapesArray_, .arrayBuffer = instanceBuffer_};
}

/// What no frame changes.
void Renderer::setConstantState() {
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
}

void Renderer::destroy(bool isContextLost) {
    if (stage_ == Stage::none) return;
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) destroyTexture(*texture, isContextLost);
    if (!isContextLost) {
        glDeleteProgram(triangles_.program);
        glDeleteProgram(shapes_.program);
        const GLuint buffers[] = {vertexBuffer_, indexBuffer_, instanceBuffer_};
        const GLuint vertexArrays[] = {trianglesArray_, shapesArray_};
        glDeleteBuffers(3, buffers);
        glDeleteVertexArrays(2, vertexArrays);
    }
    *this = Renderer();
}

// ── A frame ──

void Renderer::draw(const ImDrawData& drawData, const ShapeList& shapes, int width, int height,
                    base::Colour background) {
    updateTextures(drawData);
    beginFrame(width, height, drawData.FramebufferScale.x, background);
    if (!shapes.shapes.empty()) {
        bind(shapes_, shapesArray_, instanceBuffer_);
        glBufferData(GL_ARRAY_BUFFER, sizeInBytes(shapes.shapes.size(), sizeof(Shape)), shapes.shapes.data(),
                     GL_STREAM_DRAW);
    }
    for (const ImDrawList* list : drawData.CmdLists) {
        uploadList(*list);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            const PixelBox box = toPixels(clip.x, clip.y, clip.z, clip.w);
            if (box.isEmpty()) continue;
            if (const std::optional<ShapeRun> run = shapeRunOf(command)) {
                clipTo(box);
                paintShapes(*run);
            } else if (command.ElemCount > 0) {
                clipTo(box);
                paintTriangles(command);
            }
        }
    }
}

void Renderer::updateTextures(const ImDrawData& drawData) {
    if (!drawData.Textures) return;
    for (ImTextureData* texture : *drawData.Textures) {
        if (updateTexture(*texture, upload_)) state_.texture = 0;
    }
}

void Renderer::beginFrame(int width, int height, float pixelRatio, base::Colour background) {
    if (width != width_ || height != height_ || pixelRatio != pixelRatio_) {
        width_ = width;
        height_ = height;
        pixelRatio_ = pixelRatio;
        clip_.reset();
        state_.scissor.reset();
        glViewport(0, 0, width, height);
        for (const Program* program : {&triangles_, &shapes_}) {
            glUseProgram(program->program);
            glUniform2f(program->surface, static_cast<float>(width), static_cast<float>(height));
            glUniform1f(program->pixelRatio, pixelRatio);
        }
        state_.vertexArray = 0; // so that bind() sets the program
    }
    const auto part = [background](int shift) { return static_cast<float>((background >> shift) & 0xFF) / 255.0F; };
    clipTo({0, 0, width, height});
    glClearColor(part(0), part(8), part(16), part(24));
    glClear(GL_COLOR_BUFFER_BIT);
}

void Renderer::uploadList(const ImDrawList& list) {
    if (list.VtxBuffer.empty()) return;
    bind(triangles_, trianglesArray_, vertexBuffer_);
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
}

/// Each program has a vertex array of its own.
void Renderer::bind(const Program& program, std::uint32_t vertexArray, std::uint32_t arrayBuffer) {
    if (state_.vertexArray != vertexArray) {
        glUseProgram(program.program);
        glBindVertexArray(vertexArray);
        state_.vertexArray = vertexArray;
    }
    if (state_.arrayBuffer == arrayBuffer) return;
    glBindBuffer(GL_ARRAY_BUFFER, arrayBuffer);
    state_.arrayBuffer = arrayBuffer;
}

void Renderer::clipTo(const PixelBox& box) {
    if (state_.scissor == box) return;
    glScissor(box.left, height_ - box.bottom, box.right - box.left, box.bottom - box.top);
    state_.scissor = box;
}

/// CSS px, rounded to device px and clamped to the surface.
Renderer::PixelBox Renderer::toPixels(float left, float top, float right, float bottom) const {
    const auto round = [this](float value, int limit) {
        const float pixel = std::fmin(std::fmax(value * pixelRatio_, 0.0F), static_cast<float>(limit));
        return static_cast<int>(std::lround(pixel));
    };
    return {round(left, width_), round(top, height_), round(right, width_), round(bottom, height_)};
}

void Renderer::paintTriangles(const ImDrawCmd& command) {
    bind(triangles_, trianglesArray_, vertexBuffer_);
    if (command.VtxOffset != state_.firstVertex) {
        pointAtVertices(command.VtxOffset);
        state_.firstVertex = command.VtxOffset;
    }
    const auto texture = static_cast<GLuint>(command.GetTexID());
    if (texture != state_.texture) {
        glBindTexture(GL_TEXTURE_2D, texture);
        state_.texture = texture;
    }
    static_assert(sizeof(ImDrawIdx) == 2);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                   atOffset(command.IdxOffset * sizeof(ImDrawIdx)));
}

void Renderer::paintShapes(const ShapeRun& run) {
    bind(shapes_, shapesArray_, instanceBuffer_);
    const RoundedClip clip = run.clip.value_or(kEverything);
    if (clip_ != clip) {
        glUniform4f(clipBox_, clip.x * pixelRatio_, clip.y * pixelRatio_, (clip.x + clip.width) * pixelRatio_,
                    (clip.y + clip.height) * pixelRatio_);
        glUniform1f(clipRadius_, clip.radius * pixelRatio_);
        clip_ = clip;
    }
    pointAtShapes(run.first);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(run.count));
}

} // namespace render
