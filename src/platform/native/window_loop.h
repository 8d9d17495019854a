// The event loop of the desktop window: passes events to the Page, draws when a frame is needed, reloads the
// programme's file when it was saved, records and replays visits.
#pragma once

#include "overlay/overlay.h"
#include "platform/native/fonts.h"
#include "platform/native/live_sources.h"
#include "platform/native/options.h"
#include "platform/native/page.h"
#include "platform/native/programme_file.h"
#include "platform/native/visit_player.h"
#include "platform/native/window.h"
#include "platform/visits/visit_recorder.h"
#include "render/gl/renderer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

union SDL_Event;
struct SDL_Cursor;

namespace platform {

class WindowLoop {
public:
    WindowLoop(Window& window, render::Renderer& renderer, Application& application, ProgrammeFile& file,
               const Options& options);
    ~WindowLoop();
    WindowLoop(const WindowLoop&) = delete;
    WindowLoop& operator=(const WindowLoop&) = delete;

    /// Records the visit in that file from now on. False where it cannot be written.
    [[nodiscard]] bool record(const std::string& path);
    /// Plays the visit from the next frame on. Precondition: its programme is loaded.
    void replay(const Visit& visit);
    [[nodiscard]] const overlay::Overlay& overlay() const { return overlay_; }
    /// Runs until the window is closed. False where a step of the visit could not be played.
    [[nodiscard]] bool run();

private:
    [[nodiscard]] Desktop makeDesktop();
    [[nodiscard]] float pixelRatio() const; // device px in a CSS px
    bool updateViewport();
    [[nodiscard]] int waitMilliseconds() const;
    void lookAtFiles();
    [[nodiscard]] Visit visitHead(const std::string& folder) const;
    void remember();
    void note(const VisitStep& step);
    void noteSize();
    void playNextStep();
    void handle(const SDL_Event& event);
    [[nodiscard]] bool handleMotion(const SDL_Event& event);
    [[nodiscard]] bool handleButton(const SDL_Event& event);
    [[nodiscard]] bool handleKey(const SDL_Event& event);
    [[nodiscard]] bool handleWheel(const SDL_Event& event);
    [[nodiscard]] bool handleWindowEvent(const SDL_Event& event);
    [[nodiscard]] std::pair<float, float> toCssPixels(int x, int y) const;
    void toggleOverlay();
    [[nodiscard]] bool giveToOverlay(const SDL_Event& event);
    void doAsOverlayAsks();
    void draw();
    void paintPage();
    void paintOverlay();
    void repaint();
    void followField();
    void followPointer();

    Window& window_;
    render::Renderer& renderer_;
    Application& application_;
    ProgrammeFile& file_;
    const Options& options_;
    LiveSources sources_;
    Page page_;
    bool needsFrame_ = true;
    bool isOver_ = false;
    std::uint64_t nextChange_ = 0; // SDL ticks (milliseconds) at which a frame is needed without an event
    int frameCount_ = 0;
    std::pair<float, float> pointer_ = {-1, -1};
    std::array<SDL_Cursor*, 3> cursors_ = {}; // by PointerShape
    std::ofstream recordStream_;
    std::optional<VisitRecorder> recorder_;
    std::ostringstream memory_; // the visit since the window was opened or the clock was set
    std::optional<VisitRecorder> memoryRecorder_;
    FontLibrary overlayFonts_;
    overlay::Overlay overlay_;
    VisitStage stage_; // has the window's viewport
    std::vector<VisitStep> stepsToPlay_;
    std::size_t nextStep_ = 0;
    std::uint64_t nextStepTime_ = 0; // SDL ticks
    bool isPlayedWhole_ = true;
};

} // namespace platform
