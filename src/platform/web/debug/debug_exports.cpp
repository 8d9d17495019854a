// The functions of the debug overlay's program that web/challenge-explorer-debug.js calls, besides those of
// exports.cpp. Strings are UTF-8 and end with a zero byte; returned ones are valid until the next call. Input functions
// return whether the overlay takes it.

#include "platform/web/debug/web_debug.h"

#include <emscripten/em_macros.h>

#include <memory>
#include <string>

using platform::WebDebug;
using platform::WebProgram;
using semantics::NodeId;

extern "C" {

/// Opens the overlay over a program, to be closed by ce_debugClose before the program is destroyed.
EMSCRIPTEN_KEEPALIVE WebDebug* ce_debugOpen(WebProgram* program, int fontHost) {
    return std::make_unique<WebDebug>(*program, fontHost).release();
}

EMSCRIPTEN_KEEPALIVE void ce_debugClose(WebDebug* debug) {
    std::unique_ptr<WebDebug>{debug};
}

EMSCRIPTEN_KEEPALIVE bool ce_debugPointer(WebDebug* debug, float x, float y) {
    return debug->overlay().movePointer(x, y);
}

/// `button` as MouseEvent.button.
EMSCRIPTEN_KEEPALIVE bool ce_debugPress(WebDebug* debug, int button, bool isDown) {
    auto pressed = overlay::PointerButton::left;
    if (button == 1) pressed = overlay::PointerButton::middle;
    if (button == 2) pressed = overlay::PointerButton::right;
    return debug->overlay().press(pressed, isDown);
}

EMSCRIPTEN_KEEPALIVE bool ce_debugWheel(WebDebug* debug, float notchesX, float notchesY) {
    return debug->overlay().turnWheel(notchesX, notchesY);
}

EMSCRIPTEN_KEEPALIVE bool ce_debugKey(WebDebug* debug, const char* key, bool isDown, bool hasControl) {
    return debug->overlay().pressKey(key, isDown, hasControl);
}

EMSCRIPTEN_KEEPALIVE bool ce_debugText(WebDebug* debug, const char* text) {
    return debug->overlay().enterText(text);
}

EMSCRIPTEN_KEEPALIVE bool ce_debugNeedsPaint(WebDebug* debug) {
    return debug->overlay().needsPaint();
}

EMSCRIPTEN_KEEPALIVE void ce_debugPaint(WebDebug* debug, double seconds) {
    debug->repaint(seconds);
}

EMSCRIPTEN_KEEPALIVE void ce_debugMirrorTime(WebDebug* debug, double milliseconds) {
    debug->noteMirrorTime(milliseconds);
}

EMSCRIPTEN_KEEPALIVE void ce_debugStep(WebDebug* debug, const char* verb, NodeId node, const char* text, float x,
                                       float y, float dx, float dy) {
    debug->noteStep(verb, node, text, x, y, dx, dy);
}

/// What the developer asks for since the last call: "visit" and the visit, or "query" and a query string, after a line
/// break; empty: nothing.
EMSCRIPTEN_KEEPALIVE const char* ce_debugRequest(WebDebug* debug) {
    const overlay::Requests requests = debug->overlay().takeRequests();
    if (requests.wantsVisit) return debug->keep("visit\n" + debug->visit());
    return debug->keep(requests.queryToLoad ? "query\n" + *requests.queryToLoad : std::string());
}

/// For tests: a line for each control that is shown, its place (CSS px) and name: "120 40 Tree".
EMSCRIPTEN_KEEPALIVE const char* ce_debugControls(WebDebug* debug) {
    std::string lines;
    for (const overlay::Control& control : debug->overlay().controls()) {
        lines += std::to_string(static_cast<int>(control.x)) + ' ' + std::to_string(static_cast<int>(control.y)) + ' ' +
                 control.name + '\n';
    }
    return debug->keep(std::move(lines));
}

/// For tests: a line for each frame of the log, its number, the mirror's time in milliseconds and the reasons: "3 0.4
/// scrolled".
EMSCRIPTEN_KEEPALIVE const char* ce_debugFrames(WebDebug* debug) {
    std::string lines;
    for (const overlay::FrameRecord& record : debug->overlay().log().records()) {
        const double mirror = record.times.milliseconds[static_cast<std::size_t>(platform::Room::mirror)];
        lines += std::to_string(record.number) + ' ' + std::to_string(mirror) + ' ' + record.reasons + '\n';
    }
    return debug->keep(std::move(lines));
}

} // extern "C"
