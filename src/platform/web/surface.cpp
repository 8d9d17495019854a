#include "platform/web/surface.h"

#include "imgui.h"
#include "render/frame_hash.h"

#include <SDL.h>

#include <string>
#include <utility>

namespace platform {

std::unique_ptr<Surface> Surface::open(int host, render::UploadPixels upload) {
    std::unique_ptr<Surface> surface(new Surface);
    surface->upload_ = std::move(upload);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return nullptr;
    surface->hasVideo_ = true;
    // SDL's event queue is not read: the mirror has the events.
    SDL_EventState(SDL_WINDOWEVENT, SDL_IGNORE);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    // sdl_driver.c finds the canvas by the window's title.
    std::string selector = "#" + std::to_string(host);
    surface->window_ = SDL_CreateWindow(selector.c_str(), 0, 0, surface->width_, surface->height_, SDL_WINDOW_OPENGL);
    if (surface->window_) surface->context_ = SDL_GL_CreateContext(surface->window_);
    if (!surface->context_) return nullptr;
    surface->restoreContext();
    return surface;
}

Surface::~Surface() {
    if (context_) {
        makeCurrent();
        renderer_.destroy(false);
        SDL_GL_DeleteContext(context_);
    }
    if (window_) SDL_DestroyWindow(window_);
    // Reference counted: SDL quits with the last surface.
    if (hasVideo_) SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

void Surface::makeCurrent() {
    SDL_GL_MakeCurrent(window_, context_);
}

void Surface::draw(ImDrawData& drawData, const render::ShapeList& shapes, int width, int height,
                   base::Colour background) {
    if (!hasContext_ || hasFailed_) return;
    const std::uint64_t frame = render::hashFrame(drawData, shapes, width, height, background);
    if (shown_ == frame && !render::hasTextureChanges(drawData)) return;
    makeCurrent();
    if (!renderer_.isReady()) {
        hasFailed_ = true;
        return;
    }
    if (width != width_ || height != height_) {
        width_ = width;
        height_ = height;
        SDL_SetWindowSize(window_, width, height);
    }
    renderer_.draw(drawData, shapes, width, height, background);
    SDL_GL_SwapWindow(window_);
    shown_ = frame;
}

void Surface::loseContext() {
    // Not later: deleting the old objects in the restored context would be a GL error.
    makeCurrent();
    renderer_.destroy(true);
    hasContext_ = false;
    shown_.reset();
}

void Surface::restoreContext() {
    makeCurrent();
    renderer_.create(upload_);
    hasContext_ = true;
    hasFailed_ = false;
}

} // namespace platform
