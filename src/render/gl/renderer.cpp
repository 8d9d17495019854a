#include "render/gl/renderer.h"

#include "imgui.h"
#include "render/gl/opengl.h"
#include "shader_sources.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <initializer_list>
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
constexpr GLuint kClip = 4;
constexpr GLuint kClipRadius = 5;
constexpr GLuint kRoundCorners = 6;
constexpr GLuint kMoments = 7;

// Shapes are uploaded as they are: pointAtShapes() and pointAtMoments() rely on this layout.
static_assert(offsetof(Shape, x) == 0 && offsetof(Shape, height) == 12);
static_assert(offsetof(Shape, corner) == offsetof(Shape, kind) + 1);
static_assert(offsetof(RoundedClip, x) == 0 && offsetof(RoundedClip, height) == 12);
static_assert(offsetof(TimedShape, shape) == 0 &&
              offsetof(TimedShape, endMinute) == offsetof(TimedShape, startDay) + 12);

/// Shapes that are not timed stay where they are.
constexpr TimeTransform kUntimed{};

GLuint beginShader(GLenum stage, const char* source) {
    const GLuint shader = glCreateShader(stage);
    const char* pieces[] = {kVersionLine, "\n", source};
    glShaderSource(shader, 3, pieces, nullptr);
    glCompileShader(shader);
    return shader;
}

#ifdef __EMSCRIPTEN__
// The browser's console, without the kilobytes of <cstdio>.
void reportShaders(GLuint vertexShader, GLuint fragmentShader) {
    ce_reportShaders(vertexShader, fragmentShader);
}
#else
void reportShaders(GLuint vertexShader, GLuint fragmentShader) {
    std::fputs("The shaders cannot be used.\n", stderr);
    for (const GLuint shader : {vertexShader, fragmentShader}) {
        GLint length = 0;
        glGetShaderiv(shader, GL_INFO_LOG_LENGTH, &length);
        if (length <= 0) continue;
        std::string log(static_cast<std::size_t>(length), '\0');
        glGetShaderInfoLog(shader, length, nullptr, log.data());
        std::fprintf(stderr, "%s\n", log.c_str());
    }
}
#endif

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

/// So is a run's first shape, without base instances. `stride`: bytes from one shape to the next.
void pointAtShapes(std::size_t first, std::size_t stride) {
    const std::size_t start = first * stride;
    const auto bytes = static_cast<GLsizei>(stride);
    constexpr std::size_t kClipStart = offsetof(Shape, clip);
    glVertexAttribPointer(kRectangle, 4, GL_FLOAT, GL_FALSE, bytes, atOffset(start + offsetof(Shape, x)));
    glVertexAttribPointer(kColour, 4, GL_UNSIGNED_BYTE, GL_TRUE, bytes, atOffset(start + offsetof(Shape, colour)));
    glVertexAttribIPointer(kForm, 2, GL_UNSIGNED_BYTE, bytes, atOffset(start + offsetof(Shape, kind)));
    glVertexAttribPointer(kRadius, 1, GL_FLOAT, GL_FALSE, bytes, atOffset(start + offsetof(Shape, radius)));
    glVertexAttribPointer(kClip, 4, GL_FLOAT, GL_FALSE, bytes, atOffset(start + kClipStart));
    glVertexAttribPointer(kClipRadius, 1, GL_FLOAT, GL_FALSE, bytes,
                          atOffset(start + kClipStart + offsetof(RoundedClip, radius)));
    glVertexAttribIPointer(kRoundCorners, 1, GL_UNSIGNED_BYTE, bytes,
                           atOffset(start + kClipStart + offsetof(RoundedClip, roundCorners)));
}

void enableInstances(std::initializer_list<GLuint> attributes) {
    for (const GLuint attribute : attributes) {
        glEnableVertexAttribArray(attribute);
        glVertexAttribDivisor(attribute, 1);
    }
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
    if (isLinked != GL_TRUE) reportShaders(program.vertexShader, program.fragmentShader);
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
    findTimeUniforms();
    return true;
}

void Renderer::findTimeUniforms() {
    originDay_ = glGetUniformLocation(shapes_.program, "originDay");
    timeScale_ = glGetUniformLocation(shapes_.program, "timeScale");
    timePlace_ = glGetUniformLocation(shapes_.program, "timePlace");
    transform_.reset();
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
        findTimeUniforms();
        width_ = 0; // so that beginFrame() sets the uniforms
    }
    glDeleteProgram(triangles.program);
    glDeleteProgram(shapes.program);
    return areGood;
}

void Renderer::createVertexArrays() {
    std::uint32_t buffers[4];
    glGenBuffers(4, buffers);
    vertexBuffer_ = buffers[0];
    indexBuffer_ = buffers[1];
    instanceBuffer_ = buffers[2];
    retainedBuffer_ = buffers[3];

    glGenVertexArrays(1, &trianglesArray_);
    glBindVertexArray(trianglesArray_);
    glBindBuffer(GL_ARRAY_BUFFER, vertexBuffer_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indexBuffer_);
    for (const GLuint attribute : {kPosition, kTexturePosition, kVertexColour}) glEnableVertexAttribArray(attribute);
    pointAtVertices(0);

    glGenVertexArrays(1, &shapesArray_);
    glBindVertexArray(shapesArray_);
    glBindBuffer(GL_ARRAY_BUFFER, instanceBuffer_);
    enableInstances({kRectangle, kColour, kForm, kRadius, kClip, kClipRadius, kRoundCorners});
    glVertexAttribI4i(kMoments, 0, 0, 0, 0); // where no array gives them

    glGenVertexArrays(1, &retainedArray_);
    glBindVertexArray(retainedArray_);
    glBindBuffer(GL_ARRAY_BUFFER, retainedBuffer_);
    enableInstances({kRectangle, kColour, kForm, kRadius, kClip, kClipRadius, kRoundCorners, kMoments});
    pointAtShapes(0, sizeof(TimedShape));
    glVertexAttribIPointer(kMoments, 4, GL_INT, sizeof(TimedShape), atOffset(offsetof(TimedShape, startDay)));
    state_ = {.vertexArray = retainedArray_, .arrayBuffer = retainedBuffer_};
}

/// What no frame changes.
void Renderer::setConstantState() {
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
}

void Renderer::destroy(bool isContextLost) {
    if (stage_ == Stage::none) return;
    if (textures_ != nullptr) {
        for (ImTextureData* texture : *textures_) destroyTexture(*texture, isContextLost);
    }
    if (!isContextLost) {
        glDeleteProgram(triangles_.program);
        glDeleteProgram(shapes_.program);
        const GLuint buffers[] = {vertexBuffer_, indexBuffer_, instanceBuffer_, retainedBuffer_};
        const GLuint vertexArrays[] = {trianglesArray_, shapesArray_, retainedArray_};
        glDeleteBuffers(4, buffers);
        glDeleteVertexArrays(3, vertexArrays);
    }
    *this = Renderer();
}

// ── A frame ──

void Renderer::draw(const ImDrawData& drawData, const ShapeList& shapes, int width, int height,
                    base::Colour background) {
    counters_ = {};
    textures_ = drawData.Textures;
    updateTextures(drawData);
    beginFrame(width, height, drawData.FramebufferScale.x, background);
    uploadShapes(shapes);
    for (const ImDrawList* list : drawData.CmdLists) {
        uploadList(*list);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            const PixelBox box = toPixels(clip.x, clip.y, clip.z, clip.w);
            if (box.isEmpty()) continue;
            if (const std::optional<ShapeRun> run = shapeRunOf(command)) {
                clipTo(box);
                paintShapes(*run);
            } else if (const std::optional<TimeTransform> transform = timeTransformOf(command)) {
                clipTo(box);
                paintRetained(shapes.retained, *transform);
            } else if (command.ElemCount > 0) {
                clipTo(box);
                paintTriangles(command);
            }
        }
    }
}

void Renderer::drawOver(const ImDrawData& drawData, const UploadPixels& upload) {
    for (ImTextureData* texture : *drawData.Textures) {
        if (updateTexture(*texture, upload)) state_.texture = 0;
    }
    const Counters ofFrame = counters_;
    for (const ImDrawList* list : drawData.CmdLists) {
        uploadList(*list);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            const PixelBox box = toPixels(clip.x, clip.y, clip.z, clip.w);
            if (box.isEmpty() || command.ElemCount == 0) continue;
            clipTo(box);
            paintTriangles(command);
        }
    }
    counters_ = ofFrame;
}

void Renderer::updateTextures(const ImDrawData& drawData) {
    if (!drawData.Textures) return;
    for (ImTextureData* texture : *drawData.Textures) {
        counters_.textureBytes += bytesToUpload(*texture);
        if (updateTexture(*texture, upload_)) state_.texture = 0;
    }
}

void Renderer::uploadShapes(const ShapeList& shapes) {
    if (shapes.shapes.empty()) return;
    bind(shapes_, shapesArray_, instanceBuffer_);
    const GLsizeiptr bytes = sizeInBytes(shapes.shapes.size(), sizeof(Shape));
    glBufferData(GL_ARRAY_BUFFER, bytes, shapes.shapes.data(), GL_STREAM_DRAW);
    counters_.shapeBytes += static_cast<std::size_t>(bytes);
}

void Renderer::beginFrame(int width, int height, float pixelRatio, base::Colour background) {
    if (width != width_ || height != height_ || pixelRatio != pixelRatio_) {
        width_ = width;
        height_ = height;
        pixelRatio_ = pixelRatio;
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
    counters_.triangleBytes +=
        static_cast<std::size_t>(list.VtxBuffer.size_in_bytes() + list.IdxBuffer.size_in_bytes());
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
    ++counters_.drawCalls;
}

void Renderer::paintShapes(const ShapeRun& run) {
    bind(shapes_, shapesArray_, instanceBuffer_);
    setTransform(kUntimed);
    pointAtShapes(run.first, sizeof(Shape));
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(run.count));
    ++counters_.drawCalls;
}

void Renderer::paintRetained(const RetainedShapes& retained, const TimeTransform& transform) {
    bind(shapes_, retainedArray_, retainedBuffer_);
    if (retainedVersion_ != retained.version()) {
        const GLsizeiptr bytes = sizeInBytes(retained.all().size(), sizeof(TimedShape));
        glBufferData(GL_ARRAY_BUFFER, bytes, retained.all().data(), GL_STATIC_DRAW);
        counters_.retainedBytes += static_cast<std::size_t>(bytes);
        retainedVersion_ = retained.version();
    }
    setTransform(transform);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(retained.all().size()));
    ++counters_.drawCalls;
}

void Renderer::setTransform(const TimeTransform& transform) {
    if (transform_ == transform) return;
    glUniform1i(originDay_, transform.originDay);
    glUniform3f(timeScale_, transform.pixelsPerDay, transform.left - transform.x, transform.right - transform.x);
    glUniform3f(timePlace_, transform.x, transform.y, transform.opacity);
    transform_ = transform;
}

} // namespace render
