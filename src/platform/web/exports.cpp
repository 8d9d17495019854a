// What the page's JavaScript calls (web/program.js). Strings are UTF-8 and end with a zero byte; those given out live
// until the next call. Events return whether a frame is needed. Node ids are 32-bit: JavaScript reads them with >>> 0.

#include "platform/web/web_program.h"

#include <emscripten/em_macros.h>

#include <cstdint>
#include <string>

using platform::FrameAnswer;
using platform::FrameRequest;
using platform::SaidProblem;
using platform::Surface;
using platform::WebProgram;
using semantics::NodeId;

namespace {

enum FrameFlag { kIsDark = 1, kHasCoarsePointer = 2, kPrefersReducedMotion = 4, kIsAttended = 8 };

const SaidProblem& problemAt(const WebProgram& program, int index) {
    return program.problems()[static_cast<std::size_t>(index)];
}

} // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE WebProgram* ce_create() {
    return std::make_unique<WebProgram>().release();
}

/// Whether the browser gave a WebGL 2 context.
EMSCRIPTEN_KEEPALIVE bool ce_hasSurface(WebProgram* program) {
    return program->surface() != nullptr;
}

EMSCRIPTEN_KEEPALIVE void ce_destroy(WebProgram* program) {
    std::unique_ptr<WebProgram>{program};
}

/// How many problems the file has; 0: it is shown from the next frame on.
EMSCRIPTEN_KEEPALIVE int ce_load(WebProgram* program, const char* bytes, int size, const char* queryString,
                                 const char* language) {
    std::string_view file(bytes, static_cast<std::size_t>(size));
    return static_cast<int>(program->load(file, queryString, language).size());
}

EMSCRIPTEN_KEEPALIVE int ce_problemLine(const WebProgram* program, int index) {
    return static_cast<int>(problemAt(*program, index).problem.place.line);
}

EMSCRIPTEN_KEEPALIVE int ce_problemColumn(const WebProgram* program, int index) {
    return static_cast<int>(problemAt(*program, index).problem.place.column);
}

EMSCRIPTEN_KEEPALIVE const char* ce_problemPointer(const WebProgram* program, int index) {
    return problemAt(*program, index).problem.pointer.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* ce_problemMessage(const WebProgram* program, int index) {
    return problemAt(*program, index).message.c_str();
}

/// Draws a frame. Width and height of the view are CSS px, those of the canvas device px. Returns whether another frame
/// is needed.
EMSCRIPTEN_KEEPALIVE bool ce_frame(WebProgram* program, int canvasWidth, int mostCanvasHeight, float height,
                                   float visibleHeight, float devicePixelRatio, float scrollTop, float rootFontSize,
                                   int flags, double seconds, int accent, float letterSpacing, float wordSpacing,
                                   float leastLineHeight) {
    FrameRequest request;
    request.width = canvasWidth;
    request.mostHeight = mostCanvasHeight;
    request.viewport.width = static_cast<float>(canvasWidth) / devicePixelRatio;
    request.viewport.height = height;
    request.viewport.visibleHeight = visibleHeight;
    request.viewport.devicePixelRatio = devicePixelRatio;
    request.viewport.scrollTop = scrollTop;
    request.viewport.rootFontSize = rootFontSize;
    request.viewport.isDark = flags & kIsDark;
    request.viewport.hasCoarsePointer = flags & kHasCoarsePointer;
    request.viewport.prefersReducedMotion = flags & kPrefersReducedMotion;
    request.viewport.isAttended = flags & kIsAttended;
    request.viewport.accent = static_cast<std::uint32_t>(accent);
    request.viewport.letterSpacing = letterSpacing;
    request.viewport.wordSpacing = wordSpacing;
    request.viewport.leastLineHeight = leastLineHeight;
    request.viewport.seconds = seconds;
    return program->frame(request).needsAnotherFrame;
}

/// Of the last frame: what changed for the mirror, null where nothing did.
EMSCRIPTEN_KEEPALIVE const char* ce_update(const WebProgram* program) {
    const std::string& update = program->lastFrame().update;
    return update.empty() ? nullptr : update.c_str();
}

/// After a frame: whether ce_describeMore has more for the mirror.
EMSCRIPTEN_KEEPALIVE bool ce_isComplete(WebProgram* program) {
    return program->application().isComplete();
}

/// A slice of some milliseconds of what the last frame has left to tell.
EMSCRIPTEN_KEEPALIVE const char* ce_describeMore(WebProgram* program) {
    return program->describeMore().c_str();
}

EMSCRIPTEN_KEEPALIVE float ce_contentHeight(const WebProgram* program) {
    return program->lastFrame().contentHeight;
}

/// Device px.
EMSCRIPTEN_KEEPALIVE int ce_canvasHeight(const WebProgram* program) {
    return program->lastFrame().height;
}

/// The effects since the last call, as JSON (platform/common/effects.h).
EMSCRIPTEN_KEEPALIVE const char* ce_takeEffects(WebProgram* program) {
    return program->takeEffects().c_str();
}

EMSCRIPTEN_KEEPALIVE bool ce_navigate(WebProgram* program, const char* queryString) {
    return program->application().navigate(queryString);
}

EMSCRIPTEN_KEEPALIVE bool ce_activate(WebProgram* program, NodeId node) {
    return program->application().activate(node);
}

EMSCRIPTEN_KEEPALIVE bool ce_type(WebProgram* program, NodeId node, const char* text) {
    return program->application().type(node, text);
}

EMSCRIPTEN_KEEPALIVE bool ce_setFocus(WebProgram* program, NodeId node, bool isVisible) {
    return program->application().setFocus(node, isVisible);
}

EMSCRIPTEN_KEEPALIVE bool ce_scroll(WebProgram* program, NodeId region, float x, float y) {
    return program->application().scroll(region, x, y);
}

EMSCRIPTEN_KEEPALIVE bool ce_movePointer(WebProgram* program, float x, float y) {
    return program->application().movePointer(std::pair(x, y));
}

EMSCRIPTEN_KEEPALIVE bool ce_leavePointer(WebProgram* program) {
    return program->application().movePointer(std::nullopt);
}

EMSCRIPTEN_KEEPALIVE bool ce_drag(WebProgram* program, NodeId node, float dx, float zoom, float x) {
    return program->application().drag(node, dx, zoom, x);
}

EMSCRIPTEN_KEEPALIVE bool ce_dismissTip(WebProgram* program) {
    return program->application().dismissTip();
}

EMSCRIPTEN_KEEPALIVE bool ce_pressKey(WebProgram* program, NodeId node, const char* key) {
    return program->application().pressKey(node, key);
}

EMSCRIPTEN_KEEPALIVE void ce_forgetText(WebProgram* program) {
    program->application().forgetText();
}

EMSCRIPTEN_KEEPALIVE void ce_loseContext(WebProgram* program) {
    if (Surface* surface = program->surface()) surface->loseContext();
}

EMSCRIPTEN_KEEPALIVE bool ce_restoreContext(WebProgram* program) {
    Surface* surface = program->surface();
    return surface != nullptr && surface->restoreContext();
}

EMSCRIPTEN_KEEPALIVE double ce_millisecondsUntilChange(WebProgram* program) {
    return program->application().millisecondsUntilChange();
}

} // extern "C"
