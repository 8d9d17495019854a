// The desktop window's life: waits for events, gives them to the Page, draws when something changed, reads the
// programme's file again when it was saved.
#pragma once

#include "platform/native/options.h"
#include "platform/native/page.h"
#include "platform/native/programme_file.h"
#include "platform/native/window.h"
#include "render/gl/renderer.h"

#include <array>
#include <cstdint>

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

    /// Until the window is closed.
    void run();

private:
    Desktop makeDesktop();
    float pixelRatio() const; // device px in a CSS px
    bool updateViewport();
    int waitMilliseconds() const;
    void lookAtFile();
    void handle(const SDL_Event& event);
    bool handleKey(const SDL_Event& event);
    bool handleWheel(const SDL_Event& event);
    bool handleWindowEvent(const SDL_Event& event);
    std::pair<float, float> toCssPixels(int x, int y) const;
    void draw();
    void followField();
    void followPointer();

    Window& window_;
    render::Renderer& renderer_;
    Application& application_;
    ProgrammeFile& file_;
    const Options& options_;
    Page page_;
    bool needsFrame_ = true;
    bool isOver_ = false;
    std::uint64_t nextChange_ = 0; // SDL ticks at which what is shown changes by itself
    int frameCount_ = 0;
    std::pair<float, float> pointer_ = {-1, -1};
    std::array<SDL_Cursor*, 3> cursors_ = {}; // by PointerShape
};

} // namespace platform
