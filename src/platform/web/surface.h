// The canvas of an element as an SDL window with a WebGL 2 context, and the renderer that draws on it. The window gets
// no events (sdl_driver.c); draw() sets its size.
//
// Dear ImGui's context must be current in every call.
#pragma once

#include "base/colour.h"
#include "render/gl/renderer.h"

#include <SDL_video.h>

#include <memory>

namespace platform {

class Surface {
public:
    /// Opens the canvas that is under "#" and `host` in Module.specialHTMLTargets. Null where the browser gives no
    /// WebGL 2 context.
    [[nodiscard]] static std::unique_ptr<Surface> open(int host);
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    /// Sets the canvas's size (device px) and draws, in one task, since resizing clears the canvas. Draws nothing while
    /// the context is lost. Parameters: Renderer::draw.
    void draw(ImDrawData& drawData, const render::ShapeList& shapes, int width, int height, base::Colour background);

    /// To be called when the context is lost.
    void loseContext();
    /// To be called when the context was restored. False where the renderer cannot be created.
    [[nodiscard]] bool restoreContext();

private:
    Surface() = default;
    /// Makes the context current: GL functions act on the current one, and there may be several surfaces.
    void makeCurrent();

    bool hasVideo_ = false; // SDL's video subsystem was initialised
    SDL_Window* window_ = nullptr;
    SDL_GLContext context_ = nullptr;
    render::Renderer renderer_;
    bool isReady_ = false;       // the context exists, and so does the renderer
    int width_ = 1, height_ = 1; // device px
};

} // namespace platform
