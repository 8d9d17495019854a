// The canvas of an element with its WebGL 2 context, and the renderer that draws on it. The canvas gets no events: the
// mirror over it has them.
#pragma once

#include "base/colour.h"
#include "render/gl/renderer.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace platform {

class Surface {
public:
    /// Opens the canvas of the host with that key in Module.hosts. Null where the browser gives no WebGL 2 context. The
    /// shaders are compiled while the program goes on; the first draw() waits for them. `upload` gives the textures
    /// their pixels.
    [[nodiscard]] static std::unique_ptr<Surface> open(int host, render::UploadPixels upload);
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    /// False where the shaders cannot be used, which the first draw() finds out.
    [[nodiscard]] bool canPaint() const { return !hasFailed_; }

    /// Sets the canvas's size (device px) and draws, in one task, since resizing clears the canvas. Draws nothing while
    /// the context is lost, and nothing where the canvas shows the same already. Returns whether it drew. Parameters:
    /// Renderer::draw.
    bool draw(ImDrawData& drawData, const render::ShapeList& shapes, int width, int height, base::Colour background);

    /// Draws over the last draw(), in the same task: Renderer::drawOver.
    void drawOver(const ImDrawData& drawData, const render::UploadPixels& upload);
    [[nodiscard]] const render::Renderer::Counters& counters() const { return renderer_.counters(); }

    /// Makes the next draw() draw, also where the canvas shows that frame already.
    void forgetPicture() { shown_.reset(); }

    /// To be called when the context is lost.
    void loseContext();
    /// To be called when the context was restored.
    void restoreContext();

private:
    explicit Surface(int host) : host_(host) {}
    /// Makes the context current: GL functions act on the current one, and there may be several surfaces.
    void makeCurrent();

    int host_;
    render::UploadPixels upload_;
    render::Renderer renderer_;
    bool hasContext_ = false;            // and so a renderer
    bool hasFailed_ = false;             // the renderer cannot draw
    std::optional<std::uint64_t> shown_; // hashFrame() of the picture on the canvas
};

} // namespace platform
