// The functions of the WebAssembly module that JavaScript calls (web/program.js). Strings are UTF-8 and end with a zero
// byte; returned ones are valid until the next call. Events return whether a frame is needed (Application). Node ids
// are passed as JavaScript numbers.

#include "platform/web/web_program.h"

#include <emscripten/em_macros.h>

#include <memory>

using platform::AnswerRecord;
using platform::Application;
using platform::ViewRecord;
using platform::WebProgram;
using semantics::NodeId;

extern "C" {

/// Makes a program, to be destroyed by ce_destroy. `host`: the key of its canvas, glyph painter and clock in
/// Module.hosts.
EMSCRIPTEN_KEEPALIVE WebProgram* ce_create(int host) {
    return std::make_unique<WebProgram>(host).release();
}

/// WebProgram::hasSurface.
EMSCRIPTEN_KEEPALIVE bool ce_hasSurface(WebProgram* program) {
    return program->hasSurface();
}

EMSCRIPTEN_KEEPALIVE void ce_destroy(WebProgram* program) {
    std::unique_ptr<WebProgram>{program};
}

/// The size in bytes of the largest file that is read. JavaScript does not copy a larger one into memory.
EMSCRIPTEN_KEEPALIVE double ce_mostBytes() {
    return static_cast<double>(programme::kMaxBytes);
}

/// Application::loadOnly. `size` is at most ce_mostBytes.
EMSCRIPTEN_KEEPALIVE Application::Verdict ce_load(WebProgram* program, const char* bytes, double size,
                                                  const char* queryString, const char* language) {
    return program->application().loadOnly({bytes, static_cast<std::size_t>(size)}, queryString, language);
}

/// Application::reloadOnly. `size` is at most ce_mostBytes.
EMSCRIPTEN_KEEPALIVE Application::Verdict ce_reload(WebProgram* program, const char* bytes, double size) {
    return program->application().reloadOnly({bytes, static_cast<std::size_t>(size)});
}

/// The language that is shown, BCP 47.
EMSCRIPTEN_KEEPALIVE const char* ce_language(WebProgram* program) {
    return program->application().session().language().c_str();
}

/// The names of the records' numbers (records.h).
EMSCRIPTEN_KEEPALIVE const char* ce_viewNames() {
    return ViewRecord::kNames;
}

EMSCRIPTEN_KEEPALIVE const char* ce_answerNames() {
    return AnswerRecord::kNames;
}

/// The record that JavaScript writes before ce_frame.
EMSCRIPTEN_KEEPALIVE ViewRecord* ce_view(WebProgram* program) {
    return &program->view();
}

/// The record that JavaScript reads after ce_frame, ce_describeMore and ce_takeEffects.
EMSCRIPTEN_KEEPALIVE const AnswerRecord* ce_answer(const WebProgram* program) {
    return &program->answer();
}

/// Draws a frame and sets the whole answer.
EMSCRIPTEN_KEEPALIVE void ce_frame(WebProgram* program) {
    program->drawFrame();
}

/// Application::describeMore. Sets `update` and `isComplete` of the answer.
EMSCRIPTEN_KEEPALIVE void ce_describeMore(WebProgram* program) {
    program->describeMore();
}

/// Application::takeEffects. Sets `effects` of the answer. ce_frame does this, too.
EMSCRIPTEN_KEEPALIVE void ce_takeEffects(WebProgram* program) {
    program->takeEffects();
}

EMSCRIPTEN_KEEPALIVE bool ce_navigate(WebProgram* program, const char* queryString, bool isOurs) {
    return program->application().navigate(queryString, isOurs);
}

/// WebProgram::setPage.
EMSCRIPTEN_KEEPALIVE void ce_setPage(WebProgram* program, const char* address, bool canShare) {
    program->setPage(address, canShare);
}

/// Session::programmeKey.
EMSCRIPTEN_KEEPALIVE const char* ce_programmeKey(WebProgram* program) {
    return program->programmeKey().c_str();
}

EMSCRIPTEN_KEEPALIVE bool ce_offerKeeping(WebProgram* program, bool isOffered, const char* kept) {
    return program->application().offerKeeping(isOffered, kept);
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

EMSCRIPTEN_KEEPALIVE void ce_revealFocus(WebProgram* program) {
    program->application().revealFocus();
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

EMSCRIPTEN_KEEPALIVE void ce_hold(WebProgram* program) {
    program->application().hold();
}

/// `kind`: a platform::Drag.
EMSCRIPTEN_KEEPALIVE bool ce_drag(WebProgram* program, NodeId node, float dx, float zoom, float x, int kind,
                                  double seconds) {
    return program->application().drag(node, dx, zoom, x, static_cast<platform::Drag>(kind), seconds);
}

EMSCRIPTEN_KEEPALIVE bool ce_endDrag(WebProgram* program, double seconds, bool isCancelled) {
    return program->application().endDrag(seconds, isCancelled);
}

EMSCRIPTEN_KEEPALIVE bool ce_zoomAt(WebProgram* program, NodeId node, float x, bool isOut) {
    return program->application().zoomAt(node, x, isOut);
}

EMSCRIPTEN_KEEPALIVE bool ce_noteScroll(WebProgram* program, double seconds, bool isCommand) {
    return program->application().noteScroll(seconds, isCommand);
}

EMSCRIPTEN_KEEPALIVE bool ce_dismissTip(WebProgram* program) {
    return program->application().dismissTip();
}

EMSCRIPTEN_KEEPALIVE bool ce_pressKey(WebProgram* program, NodeId node, const char* key, bool isRepeated) {
    return program->application().pressKey(node, key, isRepeated);
}

EMSCRIPTEN_KEEPALIVE void ce_forgetText(WebProgram* program) {
    program->application().forgetText();
}

EMSCRIPTEN_KEEPALIVE void ce_forgetPicture(WebProgram* program) {
    program->forgetPicture();
}

EMSCRIPTEN_KEEPALIVE void ce_loseContext(WebProgram* program) {
    program->loseContext();
}

EMSCRIPTEN_KEEPALIVE bool ce_restoreContext(WebProgram* program) {
    return program->restoreContext();
}

} // extern "C"
