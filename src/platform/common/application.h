// The program without its window. The browser (platform/web), the desktop window (platform/native) and the tests hold
// one Application for each page or element and give it events; each answers whether a frame is needed.
//
// It connects three parts, and holds nothing else:
//
//     session.h      the programme, the visit's state, what follows from them, the address
//     attention.h    pointer, keyboard focus, keys, drags, announcements
//     description.h  a frame: painting, the semantics tree, what changed in it
//
//     event ──► attention ──► action ──► session ──► attention (where to scroll, what has the focus)
//     frame ──► session, attention ──► description ──► update, draw data
//     both  ──► effects.h: what the host does afterwards
//
// It knows neither SDL nor GL nor the browser. Dear ImGui's context is made by the owner's platform beforehand (fonts
// and atlas belong to it), is current in every call, and outlives the Application. Several Applications share nothing
// but that context, where their owner gives them the same.
#pragma once

#include "platform/common/attention.h"
#include "platform/common/description.h"
#include "platform/common/effects.h"
#include "platform/common/session.h"
#include "ui/fonts.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace platform {

struct FrameResult {
    semantics::Update update;       // since the last frame
    bool needsAnotherFrame = false; // the page moved under the pointer
    float contentHeight = 0;        // CSS px of the whole page
};

class Application {
public:
    Application(ui::FontSet fonts, Clock clock);

    /// Reads and checks a programme's file, and begins a visit at that address. Where the file is wrong, its problems
    /// are returned, and nothing changes where a programme is shown already; else the problems are shown.
    std::vector<programme::Problem> load(std::string_view bytes, std::string_view queryString,
                                         std::string_view preferredLanguage);
    /// Reads and checks another version of the file, and goes on with the visit as far as it fits
    /// (Session::continueVisit). Where the file is wrong, its problems are returned and nothing changes. The address is
    /// replaced where it is another one now.
    std::vector<programme::Problem> reload(std::string_view bytes);
    /// The parts of the programme's file that this release does not know and left out.
    [[nodiscard]] const std::vector<programme::Problem>& warnings() const { return session_->warnings(); }
    /// There is one: load() has succeeded.
    [[nodiscard]] const programme::Programme& programme() const { return session_->programme(); }
    [[nodiscard]] const explorer::State& state() const { return session_->state(); }
    [[nodiscard]] const Session& session() const { return *session_; }

    // Events. Each returns whether a frame is needed.
    bool dispatch(const explorer::Action& action);
    bool navigate(std::string_view queryString); // Back, Forward
    bool activate(semantics::NodeId node);
    bool type(semantics::NodeId node, std::string_view text); // the field's whole new text
    /// What an input method is composing in the focused field, where fields are painted by the program; empty: nothing
    /// any more.
    bool compose(std::string_view text) { return attention_.compose(text); }
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
    bool dismissTip() { return attention_.dismissTip(description_); }

    /// Draws and describes one frame.
    FrameResult frame(const ui::Viewport& viewport);
    /// Where the last frame is not complete: a slice of the words far from view, of some milliseconds. Empty where
    /// there are none left, or where something has changed that wants a frame first.
    semantics::Update describeMore();
    [[nodiscard]] bool isComplete() const { return description_.isComplete(); }
    /// See Description.
    [[nodiscard]] const semantics::Tree& tree() const { return description_.tree(); }
    [[nodiscard]] const semantics::Tree& completeTree() const { return description_.completeTree(); }
    [[nodiscard]] ImDrawData& drawData() { return description_.drawData(); }
    [[nodiscard]] const render::ShapeList& shapes() const { return description_.shapes(); }
    [[nodiscard]] std::uint32_t backgroundColour() const { return description_.backgroundColour(); }
    [[nodiscard]] const std::vector<semantics::ScrollOffset>& scrollOffsets() const;
    void beginAudit() { description_.beginAudit(); }
    [[nodiscard]] std::vector<std::string> undescribed() const { return description_.undescribed(); }
    void forgetText() { description_.forgetText(); }

    /// What the host is to do since the last call.
    [[nodiscard]] Effects takeEffects() { return std::exchange(effects_, {}); }
    /// Milliseconds until what is shown or said changes by itself: the next midnight, the closing hour, the moment at
    /// which typing counts as stopped.
    [[nodiscard]] double millisecondsUntilChange() const;

private:
    void show(std::unique_ptr<Session> session);

    Clock clock_;
    std::unique_ptr<Session> session_; // never null
    AttentionTracker attention_;
    Description description_;
    Effects effects_;
    std::string documentTitle_;
};

} // namespace platform
