// An element's canvas as an SDL window with a WebGL 2 context, and the renderer that draws on it. SDL's window is the
// canvas alone (sdl_driver.c): no event comes from it, and its size is what draw() is told.
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
    /// On the canvas that Module.specialHTMLTargets has under "#HOST". Nothing where the browser gives no WebGL 2
    /// context.
    [[nodiscard]] static std::unique_ptr<Surface> open(int host);
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    /// Sizes the canvas (device px) and draws in the same task, so that no empty canvas is ever seen. Nothing is drawn
    /// while the context is lost.
    void draw(ImDrawData& drawData, const render::ShapeList& shapes, int width, int height, base::Colour background);

    /// The browser took the context away, with what it held.
    void loseContext();
    /// It gave the context back. False where the renderer cannot be made again.
    [[nodiscard]] bool restoreContext();

private:
    Surface() = default;
    /// Several surfaces share SDL and the GL functions, which act on the context that is current.
    void makeCurrent();

    bool hasVideo_ = false; // SDL's part for windows was begun
    SDL_Window* window_ = nullptr;
    SDL_GLContext context_ = nullptr;
    render::Renderer renderer_;
    bool isReady_ = false;       // the context is there and the renderer made in it
    int width_ = 1, height_ = 1; // device px
};

} // namespace platform
