#include "platform/web/surface.h"

#include "imgui.h"
#include "render/frame_hash.h"

#include <emscripten/html5.h>

#include <utility>

namespace platform {

namespace {

/// The canvas has its context already, with the attributes of web/program.js: those asked for here are not looked at
/// (https://html.spec.whatwg.org/multipage/canvas.html#dom-canvas-getcontext, "return the same object").
EmscriptenWebGLContextAttributes contextAttributes() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.enableExtensionsByDefault = false;
    return attributes;
}

} // namespace

std::unique_ptr<Surface> Surface::open(int host, render::UploadPixels upload) {
    std::unique_ptr<Surface> surface(new Surface(host));
    surface->upload_ = std::move(upload);
    const EmscriptenWebGLContextAttributes attributes = contextAttributes();
    surface->context_ = emscripten_webgl_create_context(surface->canvas_.c_str(), &attributes);
    if (surface->context_ <= 0) return nullptr;
    emscripten_get_canvas_element_size(surface->canvas_.c_str(), &surface->width_, &surface->height_);
    surface->restoreContext();
    return surface;
}

Surface::~Surface() {
    if (context_ <= 0) return;
    makeCurrent();
    renderer_.destroy(false);
    emscripten_webgl_destroy_context(context_);
}

void Surface::makeCurrent() {
    emscripten_webgl_make_context_current(context_);
}

bool Surface::draw(ImDrawData& drawData, const render::ShapeList& shapes, int width, int height,
                   base::Colour background) {
    if (!hasContext_ || hasFailed_) return false;
    const std::uint64_t frame = render::hashFrame(drawData, shapes, width, height, background);
    if (shown_ == frame && !render::hasTextureChanges(drawData)) return false;
    makeCurrent();
    if (!renderer_.isReady()) {
        hasFailed_ = true;
        return false;
    }
    if (width != width_ || height != height_) {
        width_ = width;
        height_ = height;
        emscripten_set_canvas_element_size(canvas_.c_str(), width, height);
    }
    renderer_.draw(drawData, shapes, width, height, background);
    shown_ = frame;
    return true;
}

void Surface::drawOver(const ImDrawData& drawData, const render::UploadPixels& upload) {
    if (!shown_) return; // nothing was drawn
    makeCurrent();
    renderer_.drawOver(drawData, upload);
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
