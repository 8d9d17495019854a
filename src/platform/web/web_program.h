// The program of one <challenge-explorer> element: an Application with the element's canvas, fonts and clock. A
// WebAssembly instance may have several, independent of each other. JavaScript calls them through exports.cpp
// (web/program.js).
#pragma once

#include "platform/common/application.h"
#include "platform/common/room_times.h"
#include "platform/web/canvas_font_loader.h"
#include "platform/web/records.h"
#include "platform/web/surface.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ImFontAtlas;

namespace platform {

class WebProgram {
public:
    /// `host`: this program's key in Module.hosts.
    explicit WebProgram(int host);
    ~WebProgram();
    WebProgram(const WebProgram&) = delete;
    WebProgram& operator=(const WebProgram&) = delete;

    [[nodiscard]] Application& application() { return *application_; }

    /// False where the browser gives no WebGL 2 context, or one whose shaders cannot be used, which the first frame
    /// finds out: nothing is painted, and the mirror shows itself.
    [[nodiscard]] bool hasSurface() const { return surface_ && surface_->canPaint(); }
    /// Surface::forgetPicture.
    void forgetPicture();
    void loseContext();
    /// False where there is no surface.
    [[nodiscard]] bool restoreContext();

    /// Session::programmeKey, until the next call.
    [[nodiscard]] const std::string& programmeKey() { return programmeKey_ = application().session().programmeKey(); }
    /// Viewport::pageAddress and canShare, from the next frame on.
    void setPage(std::string_view address, bool canShare) {
        pageAddress_ = address;
        canShare_ = canShare;
    }
    [[nodiscard]] ViewRecord& view() { return view_; }
    [[nodiscard]] const AnswerRecord& answer() const { return answer_; }
    /// Draws a frame for view() and sets answer(), including the effects.
    void drawFrame();
    /// Application::describeMore. Sets `update` and `isComplete` of answer().
    void describeMore();
    /// Application::takeEffects. Sets `effects` of answer().
    void takeEffects();

#ifdef CE_DEBUG
    /// Called at the end of each frame, when the canvas shows it: the debug overlay draws over it. `isDrawn`: not where
    /// the canvas showed the same already.
    std::function<void(const FrameResult& result, bool isDrawn)> onFrame;
    /// Draws the last frame again.
    void repaint();
    /// Null where nothing is painted.
    [[nodiscard]] Surface* surface() {
        return surface_.get();
    }
    /// Main-thread time that the application does not measure.
    [[nodiscard]] RoomTimes& roomTimes() {
        return times_;
    }
#endif

private:
    bool paintPage(int canvasHeight);
    [[nodiscard]] ui::Viewport viewport() const;
    void answerUpdate(const semantics::Update& update);
    void answerEffects();

    // The order of destruction: each of these uses those declared before it.
    ui::ClusterTable clusters_;
    CanvasFonts canvasFonts_;
    std::unique_ptr<ImFontAtlas> atlas_;
    std::unique_ptr<Surface> surface_;
    std::unique_ptr<Application> application_;

    [[no_unique_address]] RoomTimes times_;
    std::string programmeKey_;
    std::string pageAddress_;
    bool canShare_ = false;
    ViewRecord view_;
    AnswerRecord answer_;
    // The characters of the answer's texts.
    std::string update_;
    std::string effects_;
};

} // namespace platform
