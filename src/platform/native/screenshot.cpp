#include "platform/native/screenshot.h"

#include "imgui.h"
#include "render/gl/renderer.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include <algorithm>
#include <cstddef>

namespace platform {

namespace {

/// A framebuffer object. The window's own framebuffer would lack pixels outside of the screen or behind other windows.
class OffscreenSurface {
public:
    OffscreenSurface(int width, int height) {
        glGenFramebuffers(1, &framebuffer_);
        glGenRenderbuffers(1, &colours_);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glBindRenderbuffer(GL_RENDERBUFFER, colours_);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colours_);
    }
    ~OffscreenSurface() {
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glDeleteFramebuffers(1, &framebuffer_);
        glDeleteRenderbuffers(1, &colours_);
    }
    OffscreenSurface(const OffscreenSurface&) = delete;
    OffscreenSurface& operator=(const OffscreenSurface&) = delete;

    bool isReady() const { return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE; }

private:
    GLuint framebuffer_ = 0;
    GLuint colours_ = 0;
};

/// Reverses the rows: OpenGL's first row is the lowest.
void turnUpsideDown(std::vector<std::uint8_t>& pixels, int height) {
    std::size_t stride = pixels.size() / static_cast<std::size_t>(height);
    for (std::size_t upper = 0, lower = pixels.size() - stride; upper < lower; upper += stride, lower -= stride) {
        auto row = pixels.begin() + static_cast<std::ptrdiff_t>(upper);
        std::swap_ranges(row, row + static_cast<std::ptrdiff_t>(stride),
                         pixels.begin() + static_cast<std::ptrdiff_t>(lower));
    }
}

} // namespace

std::vector<std::uint8_t> drawPicture(render::Renderer& renderer, ImDrawData& drawData, const render::ShapeList& shapes,
                                      base::Colour background, int width, int height) {
    OffscreenSurface surface(width, height);
    if (!surface.isReady()) return {};
    renderer.draw(drawData, shapes, width, height, background);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    turnUpsideDown(pixels, height);
    return pixels;
}

} // namespace platform
