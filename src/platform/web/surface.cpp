#include "platform/web/surface.h"

#include "imgui.h"
#include "render/frame_hash.h"

#include <utility>

// In webgl_library.js. A canvas has its context already, with the attributes of web/program.js.
extern "C" {
/// Whether the host's canvas has a context. Forgets the names of OpenGL's objects that it had before.
bool ce_openSurface(int host);
void ce_closeSurface(int host);
/// Makes OpenGL's functions act on its context. Precondition: it is open.
void ce_useSurface(int host);
/// Sets the size of the canvas in use, device px, where it has another one: setting it clears the canvas.
void ce_resizeSurface(int width, int height);
}

namespace platform {

std::unique_ptr<Surface> Surface::open(int host, render::UploadPixels upload) {
    std::unique_ptr<Surface> surface(new Surface(host));
    surface->upload_ = std::move(upload);
    surface->restoreContext();
    if (!surface->hasContext_) return nullptr;
    return surface;
}

Surface::~Surface() {
    if (hasContext_) {
        makeCurrent();
        renderer_.destroy(false);
    }
    ce_closeSurface(host_);
}

void Surface::makeCurrent() {
    ce_useSurface(host_);
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
    ce_resizeSurface(width, height);
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
    hasContext_ = ce_openSurface(host_);
    if (!hasContext_) return;
    makeCurrent();
    renderer_.create(upload_);
    hasFailed_ = false;
}

} // namespace platform
