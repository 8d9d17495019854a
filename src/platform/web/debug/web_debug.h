// The debug overlay of a WebProgram: paints it over the program's canvas after each frame and, while the page is at
// rest, by itself; records the visit. web/challenge-explorer-debug.js calls it by debug_exports.cpp. No part of the
// page's own program.
#pragma once

#include "overlay/overlay.h"
#include "platform/visits/visit_recorder.h"
#include "platform/web/canvas_font_loader.h"
#include "platform/web/web_program.h"

#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace platform {

class WebDebug {
public:
    /// Opens the overlay over the program, which outlives it. `fontHost`: the key of the overlay's glyph painter in
    /// Module.hosts, whose canvas is the program's.
    WebDebug(WebProgram& program, int fontHost);
    ~WebDebug();
    WebDebug(const WebDebug&) = delete;
    WebDebug& operator=(const WebDebug&) = delete;

    [[nodiscard]] overlay::Overlay& overlay() { return overlay_; }
    /// Paints the page's last frame and the overlay, at `seconds` of a monotonic clock.
    void repaint(double seconds);
    /// Time that the page's JavaScript took for the last frame's update, milliseconds.
    void noteMirrorTime(double milliseconds);
    /// Records a step of the visit, before the program takes it. `verb` is a word of docs/visits.md; `node` is its
    /// target, kNoNode where it has none.
    void noteStep(std::string_view verb, semantics::NodeId node, std::string_view text, float x, float y, float dx,
                  float dy);
    /// Keeps a text that is returned to JavaScript until the next call.
    [[nodiscard]] const char* keep(std::string text) {
        answer_ = std::move(text);
        return answer_.c_str();
    }
    /// The visit so far, in the format of docs/visits.md.
    [[nodiscard]] std::string visit() const { return visit_.str(); }

private:
    void follow(const FrameResult& result, bool isDrawn);
    void noteViewport();
    void note(const VisitStep& step);
    void paintOverlay(double seconds);

    WebProgram& program_;
    ui::ClusterTable clusters_;
    CanvasFonts fonts_;
    overlay::Overlay overlay_;
    std::string answer_; // of keep()
    std::ostringstream visit_;
    std::optional<VisitRecorder> recorder_; // from the first frame on
    ViewRecord noted_;                      // what the visit has of the viewport
};

} // namespace platform
