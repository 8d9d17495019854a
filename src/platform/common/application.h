// The program without its window: a programme, the visit's state, the screens and the last frame's tree. The browser
// (platform/web), the desktop window (platform/native) and the tests hold one Application each and give it events.
//
// It knows neither SDL nor GL nor the browser. Dear ImGui's context is made by the owner's platform beforehand (fonts
// and atlas belong to it) and outlives the Application; frame() fills the draw data, which the platform then renders
// (or, in tests, drops).
#pragma once

#include "explorer/reduce.h"
#include "explorer/url.h"
#include "programme/reader.h"
#include "render/shapes.h"
#include "search/index.h"
#include "semantics/diff.h"
#include "semantics/query.h"
#include "ui/fonts.h"
#include "ui/viewport.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawData;

namespace platform {

/// What the outside has to do after an event or a frame; each is taken once (takeEffects).
struct Effects {
    std::optional<std::string> urlToPush; // query string without '?'
    std::optional<std::string> urlToReplace;
    std::optional<std::string> textToCopy; // to the clipboard
    std::optional<std::string> documentTitle;
    std::optional<float> scrollPageTo;      // CSS px
    std::optional<semantics::NodeId> focus; // set the focus there (kNoNode: nowhere)
    bool scrollsToFocus = false;            // and bring it into view
};

struct FrameResult {
    semantics::Update update;       // since the last frame
    bool needsAnotherFrame = false; // an animation runs
    float contentHeight = 0;        // CSS px of the whole page
};

class Application {
public:
    /// Gives the programme's clock: the moment in an IANA time zone.
    using Clock = std::function<programme::CivilTime(std::string_view timeZone)>;

    Application(ui::FontSet fonts, Clock clock);
    ~Application();
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    /// Reads and checks a programme's file. Where it is good, it takes the present one's place and the state is read
    /// from `queryString`; else the problems are given back and nothing changes.
    std::vector<programme::Problem> load(std::string_view bytes, std::string_view queryString,
                                         std::string_view preferredLanguage);
    /// The parts of the programme's file that this release does not know and left out.
    const std::vector<programme::Problem>& warnings() const;
    bool hasProgramme() const;
    const programme::Programme& programme() const;
    const explorer::State& state() const;

    // Events. Each returns whether a frame is needed.
    bool dispatch(const explorer::Action& action);
    bool navigate(std::string_view queryString); // Back, Forward
    bool activate(semantics::NodeId node);
    bool type(semantics::NodeId node, std::string_view text); // the field's whole new text
    /// What an input method is composing in the focused field, where fields are painted by the program; empty: nothing
    /// any more.
    bool compose(std::string_view text);
    bool setFocus(semantics::NodeId node, bool isVisible);             // kNoNode: focus left; isVisible: show the ring
    bool scroll(semantics::NodeId region, float x, float y);           // an inner region's new offset
    bool movePointer(std::optional<std::pair<float, float>> position); // in the viewport, CSS px; nothing: it left
    /// A drag on a draggable node: dx since the last call, CSS px. `zoom` is the factor of a pinch or Ctrl+wheel (1:
    /// none) around `x` in the viewport.
    bool drag(semantics::NodeId node, float dx, float zoom, float x);
    /// A key that the program handles itself: Escape, "/" (to the search field), "?" (to the list of keys), arrows,
    /// Home, End, PageUp and PageDown inside the timeline and between cards, "+" and "-" inside the timeline. False:
    /// leave it to the browser.
    bool pressKey(semantics::NodeId node, std::string_view key);
    /// Puts the tooltip away until something else is pointed at (WCAG 1.4.13). False where there is none.
    bool dismissTip();

    /// Draws and describes one frame.
    FrameResult frame(const ui::Viewport& viewport);
    /// Where the last frame is not complete: a slice of the words far from view, of some milliseconds. Empty where
    /// there are none left, or where something has changed that wants a frame first.
    semantics::Update describeMore();
    bool isComplete() const;
    /// What the last frame described: all that can be acted on.
    const semantics::Tree& tree() const;
    /// The same with the words far from view, as far as they were told. Stays valid until the next frame or slice.
    const semantics::Tree& completeTree() const;
    /// What the last frame painted, for render::Renderer.
    ImDrawData& drawData();
    /// The shapes of the last frame, for render::Renderer, and the page's colour behind everything (0xAABBGGRR).
    const render::ShapeList& shapes() const;
    std::uint32_t backgroundColour() const;
    /// Every scrolling region's offset, the page's (kRootId) included, for hit tests.
    const std::vector<semantics::ScrollOffset>& scrollOffsets() const;
    Effects takeEffects();
    /// From the next frame on, what is painted is held against what is described.
    void beginAudit();
    /// What the last frame painted and did not describe, a sentence each (ui/audit.h).
    std::vector<std::string> undescribed() const;
    /// A font arrived or changed: glyphs and layouts are made anew.
    void forgetText();
    /// Milliseconds until what is shown or said changes by itself: the next midnight, the closing hour, the moment at
    /// which typing counts as stopped.
    double millisecondsUntilChange() const;

private:
    bool pressLetter(semantics::NodeId node, std::string_view key);
    bool closeInnermost();
    bool leaveKeysRegion();
    bool zoomByKey(semantics::NodeId node, double factor);
    std::optional<explorer::Period> datesOf(semantics::NodeId node) const;
    void showInTimeline(semantics::NodeId node);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace platform
