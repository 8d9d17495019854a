// The debug overlay: windows of Dear ImGui's over the page, which show developers what the program does. Why each frame
// was drawn and what it took, the semantics tree with outlines and a picker, the state, the glyph atlas; they set the
// clock and copy the recorded visit. F12 opens it in the desktop window; on the web it is in a program of its own,
// which a page loads with ?debug (web/challenge-explorer-debug.js).
//
// The overlay has a Dear ImGui context of its own, so that it changes nothing of the page's. It paints itself in
// between the page's frames: a page at rest stays at rest while the pointer is over the overlay.
//
// Its text is in English, in the code: it is for the program's developers.
#pragma once

#include "overlay/frame_log.h"
#include "platform/common/application.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawData;
struct ImFont;
struct ImFontAtlas;
struct ImGuiContext;

namespace overlay {

/// What the developer asks of the platform.
struct Requests {
    std::optional<std::string> queryToLoad; // read the programme again at this address: the clock was set
    bool wantsVisit = false;                // copy the visit that was recorded so far to the clipboard
};

/// A control of the overlay's windows: for tests, which click on it.
struct Control {
    std::string name;
    float x = 0, y = 0; // of its middle, CSS px
};

enum class PointerButton : std::uint8_t { left, right, middle };

class Overlay {
public:
    /// `addFont` adds the font of the windows to the atlas, which lives as long as the overlay. It is called when the
    /// overlay is opened for the first time.
    explicit Overlay(std::function<ImFont*(ImFontAtlas&)> addFont);
    /// Precondition: no texture of the overlay's is drawn any more. The GL textures are not deleted.
    ~Overlay();
    Overlay(const Overlay&) = delete;
    Overlay& operator=(const Overlay&) = delete;

    [[nodiscard]] bool isOpen() const { return isOpen_; }
    void setOpen(bool isOpen);

    // ── Input, while it is open ──
    //
    // Each returns whether the overlay takes it: then the page is not told. Positions are CSS px in the viewport. After
    // each of them the overlay is painted anew.

    bool movePointer(float x, float y);
    bool press(PointerButton button, bool isDown);
    /// In notches: to the left and up.
    bool turnWheel(float notchesX, float notchesY);
    /// `key` as KeyboardEvent.key.
    bool pressKey(std::string_view key, bool isDown, bool hasControl);
    bool enterText(std::string_view text);

    // ── Frames ──

    [[nodiscard]] FrameLog& log() { return log_; }
    /// To be called after each of the page's frames: `update` is the frame's.
    void noteFrame(platform::Application& application, const semantics::Update& update, std::size_t drawCalls,
                   std::size_t uploadedBytes);
    /// Whether it has to be painted anew though nothing was entered: Dear ImGui's windows take some frames to settle.
    [[nodiscard]] bool needsPaint() const { return isOpen_ && framesToPaint_ > 0; }
    /// Paints the windows for the page's last frame. Returns what is to be drawn over it. `seconds`: a monotonic clock.
    /// Precondition: a frame was drawn, the overlay was opened once, and the page's Dear ImGui context is current.
    [[nodiscard]] ImDrawData& paint(platform::Application& application, double seconds);
    [[nodiscard]] Requests takeRequests();
    /// Those that the last paint() has shown.
    [[nodiscard]] const std::vector<Control>& controls() const { return controls_; }
    /// The node that is picked in the tree; kNoNode: none.
    [[nodiscard]] semantics::NodeId picked() const { return picked_; }

private:
    void show(platform::Application& application);
    [[nodiscard]] bool beginTab(const char* name);
    void noteControl(const char* name);
    void showFrames();
    void showTree(platform::Application& application);
    void showState(platform::Application& application);
    void showGlyphs();
    void outline(platform::Application& application);

    std::function<ImFont*(ImFontAtlas&)> addFont_;
    ImGuiContext* context_;
    ImFontAtlas* pageAtlas_ = nullptr; // of the page's context, in the last paint()
    FrameLog log_;
    Requests requests_;
    bool isOpen_ = false;
    int framesToPaint_ = 0;
    double lastPaint_ = 0; // seconds
    bool showsOutlines_ = false;
    bool isPicking_ = false;
    semantics::NodeId picked_ = semantics::kNoNode;
    std::vector<Control> controls_;
    char clock_[32] = {}; // the clock's text field
    std::string clockError_;
};

} // namespace overlay
