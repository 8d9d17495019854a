// The program without a window: events go in; updates of the semantics tree, draw data and effects come out. What holds
// an Application is called the platform here: platform/web (one for each element), platform/native (one for its
// window), and the tests.
//
//     session.h      the programme, the visit's state, what follows from them, the address
//     attention.h    pointer, keyboard focus, keys, announcements; timeline_input.h: drags and keys of the timeline
//     description.h  a frame: painting, the semantics tree and its changes
//
//     event ──► action (by attention, the node's Intent or SetQuery) ──► session ──► attention (scroll position, focus)
//     frame ──► session, attention ──► description ──► update, draw data
//     both  ──► effects.h: what the platform does afterwards
//
// Application connects these three parts. Besides them it holds the clock, the effects that were not taken yet and the
// document title that it asked for last. It knows neither SDL nor GL nor the browser.
//
// After each event the platform takes the effects, and draws a frame where one is needed; after each frame it takes the
// effects again (effects.h has the contract). All lengths and positions are CSS px. The page is all that a frame lays
// out, as if nothing were scrolled; the viewport is the part of it in view.
//
// Dear ImGui: the platform creates an atlas with its fonts, and destroys it after the Application. No context of Dear
// ImGui's is needed. Applications share no other state, and share an atlas only where the platform gives them the same
// one.
#pragma once

#include "base/colour.h"
#include "platform/common/attention.h"
#include "platform/common/description.h"
#include "platform/common/effects.h"
#include "platform/common/room_times.h"
#include "platform/common/session.h"
#include "ui/fonts.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace platform {

struct FrameResult {
    semantics::Update update;       // of the tree, since the last frame() or describeMore() that gave one
    bool needsAnotherFrame = false; // at once: something else lies under the pointer than before
    float contentHeight = 0;        // CSS px of the whole page, from its top to its bottom
    bool isMoving = false;          // a motion is under way: the next frame is needed with the display's next refresh
};

class Application {
public:
    /// `fonts` are in an atlas that outlives the Application. Until a load() succeeds there is no visit: frames list
    /// the last load()'s problems, and events change nothing but pointer, focus and scroll offsets.
    /// `zones`: see Session.
    Application(ui::FontSet fonts, Clock clock, explorer::ZoneClock zones = {});

    // ── The programme ──

    /// Reads and checks a programme's file (JSON, at most programme::kMaxBytes) and begins a visit at that address.
    /// `queryString` is with or without '?'; `preferredLanguage`, a BCP 47 tag, is the visitor's own. Returns the
    /// file's problems in its order; empty: it is shown from the next frame on. Where there are any and a programme is
    /// shown already, nothing changes; where none is, the next frame lists the problems. Asks for no change of the
    /// address.
    [[nodiscard]] std::vector<programme::Problem> load(std::string_view bytes, std::string_view queryString,
                                                       std::string_view preferredLanguage);
    /// The same for another version of the file: the visit goes on as far as it fits (Session::continueVisit). Where
    /// there are problems, nothing changes. An address that became another one is replaced, as an effect.
    [[nodiscard]] std::vector<programme::Problem> reload(std::string_view bytes);

    /// What a file is.
    enum class Verdict : std::uint8_t {
        wrong,        // it has problems, and nothing has changed
        good,         // it is shown from the next frame on
        goodButInPart // so it is, without parts that this release does not know
    };
    /// As load() and reload(), for a program that does not contain what says what is wrong with a file, nor what was
    /// left out of it (programme::readToShow).
    [[nodiscard]] Verdict loadOnly(std::string_view bytes, std::string_view queryString,
                                   std::string_view preferredLanguage);
    [[nodiscard]] Verdict reloadOnly(std::string_view bytes);

    // What is shown. References are valid until the next load() or reload().

    /// The parts of the file that this release does not know and left out, in the file's order; of the last load() or
    /// reload() that was successful.
    [[nodiscard]] const std::vector<programme::Problem>& warnings() const { return warnings_; }
    /// Before a successful load(): an empty one with one language.
    [[nodiscard]] const programme::Programme& programme() const { return session_->programme(); }
    /// As of the last event.
    [[nodiscard]] const explorer::State& state() const { return session_->state(); }
    [[nodiscard]] const Session& session() const { return *session_; }

    // ── Events ──
    //
    // Each returns whether a frame is needed to show what it changed, but for pressKey(). They are not [[nodiscard]]: a
    // platform that draws after every event, as the tests' visitor does, has no use for it. Nodes are those of the last
    // frame's tree(); positions are in the viewport, from its upper left corner.

    /// True where the action changed the state. The address follows as an effect: a new entry of the history or another
    /// address for the present one (explorer::Step).
    bool dispatch(const explorer::Action& action);
    /// Back, Forward: explorer::Navigate. The address is there already.
    bool navigate(std::string_view queryString, bool isOurs);
    /// Whether the platform can keep the shortlist for a later visit, and what it has of an earlier one: see
    /// explorer::OfferKeeping. To be called after load(), and where storing has failed.
    bool offerKeeping(bool isOffered, std::string_view kept);
    /// Click, tap, Enter: carries out the node's Intent (ui/intent.h). False where the node is not there or has none
    /// (a link that is left to the browser), and where its action changes nothing.
    bool activate(semantics::NodeId node);
    /// The whole new text of the search field, any bytes: explorer::SetQuery. False where the node is another one, and
    /// where the query stays the same.
    bool type(semantics::NodeId node, std::string_view text);
    /// The text that an input method is composing, UTF-8; empty: it ended. It is painted after the focused field's
    /// text where the program paints it (Viewport::paintsFieldText: on the desktop), and is not part of the state.
    bool compose(std::string_view text) { return reasons_.note("input method", attention_.compose(text)); }
    /// The visitor moved the focus; kNoNode: it left. `isVisible`: by keyboard, so that the ring is painted. The node
    /// is not checked: one that the next frame's tree does not have loses the focus again.
    bool setFocus(semantics::NodeId node, bool isVisible);
    /// The visitor has moved the focus by Tab: the next frame's effects bring it into view where a bar covers it or it
    /// sticks out of view, of which a browser takes no account.
    void revealFocus() { attention_.revealFocus(); }
    /// The new offset of a region that scrolls inside the page. (The page's own comes with Viewport::scrollTop.) The
    /// node is not checked.
    bool scroll(semantics::NodeId region, float x, float y);
    /// Nothing: the pointer left. True where another node is hovered, or none any more.
    bool movePointer(std::optional<std::pair<float, float>> position);
    // Of nodes with isDraggable: the timeline's, and handles, by which a row of the shortlist is dragged up and down.
    // `seconds` is the time of the event by the clock of Viewport::seconds.

    /// A pointer was pressed there: what still moves stops.
    void hold() { timeline().hold(); }
    /// A movement there, `dx` to the right since the last call, and a zoom by pinch or wheel around `x` by the factor
    /// `zoom` (1: none; above 1: less time is shown, the inverse of explorer::ZoomTimeline::factor). Of a handle: `dx`
    /// down, `x` is the pointer's y, and the rest is not read. False for any other node.
    bool drag(semantics::NodeId node, float dx, float zoom, float x, Drag kind = Drag::move, double seconds = 0);
    /// The last pointer of a drag was lifted. `isCancelled`: the browser has taken it for something else.
    bool endDrag(double seconds, bool isCancelled = false);
    /// A double click or double tap at that x. `isOut`: with Shift or Alt.
    bool zoomAt(semantics::NodeId node, float x, bool isOut);
    /// The wheel was turned over the timeline and has scrolled the page. `isCommand`: the key with which it would have
    /// zoomed is Command, not Ctrl. True where a hint is to be shown.
    bool noteScroll(double seconds, bool isCommand);

    /// A key that was pressed without Ctrl, Alt or Meta while `node` had the focus (kNoNode: nothing had); named as
    /// KeyboardEvent.key; one that is no character, with Shift, as "Shift+ArrowLeft". `isRepeated`: it is held.
    /// Returns whether the program took it: true: the platform does nothing else with the key and
    /// draws a frame; false: nothing changed, and the key is the platform's. It takes, where they lead somewhere:
    ///  - "Escape": gives up the dragging of a row; closes the first that is open of tooltip, list of keys, milestone,
    ///  challenge, and a view other than
    ///    View::challenges (from View::comparison to View::shortlist);
    ///  - "/": to the search field; "?": opens and closes the list of keys, below which no other key is taken;
    ///  - in the timeline "+", "-" and "0" (zoom), "," and "." (a day), Shift with arrows, Home, End, PageUp and
    ///    PageDown (pan), Backspace (the window before), and the keys of a slider on the minimap's handles;
    ///  - arrows, "Home", "End", "PageUp", "PageDown": to another member of the node's composite widget
    ///    (semantics/composite.h).
    bool pressKey(semantics::NodeId node, std::string_view key, bool isRepeated = false);
    /// Closes the tooltip until something else is pointed at or focused (WCAG 1.4.13,
    /// https://www.w3.org/TR/WCAG22/#content-on-hover-or-focus). False where none is shown.
    bool dismissTip() { return reasons_.note("tooltip closed", attention_.dismissTip(description_)); }

    // ── Frames ──

    /// Paints and describes the page as of the last event.
    [[nodiscard]] FrameResult frame(const ui::Viewport& viewport);
    /// The first frame of a programme comes before its words are read for search, and of a long list frame() describes
    /// the cards around the viewport alone (semantics/virtualised_list.h). Where isComplete() is false afterwards, each
    /// call reads some words, which changes nothing that is described, or else describes some more cards, for some
    /// milliseconds. Empty where nothing is left, and where the state has changed since the frame: then a frame comes
    /// first.
    [[nodiscard]] semantics::Update describeMore();
    /// Whether describeMore() has nothing left. It stays false while describeMore() waits for a frame.
    [[nodiscard]] bool isComplete() const { return session_->hasAllWords() && description_.isComplete(); }

    // Of the last frame; empty before the first. Trees are valid until the next frame() or describeMore(), the others
    // until the next frame().

    /// What the frame described: the nodes to which events may be sent.
    [[nodiscard]] const semantics::Tree& tree() const { return description_.tree(); }
    /// The same with the far cards that were described so far: what the mirror has after all updates. activate()
    /// returns false for a node that is here alone.
    [[nodiscard]] const semantics::Tree& completeTree() const { return description_.completeTree(); }
    /// For render::Renderer. Not const, since Dear ImGui's backend notes in it which textures it has made.
    [[nodiscard]] ImDrawData& drawData() { return description_.drawData(); }
    [[nodiscard]] const render::ShapeList& shapes() const { return description_.shapes(); }
    /// Of the page, behind everything.
    [[nodiscard]] base::Colour backgroundColour() const { return description_.backgroundColour(); }
    /// Of every region that has scrolled, and of the page (kRootId).
    [[nodiscard]] const std::vector<semantics::ScrollOffset>& scrollOffsets() const;

    /// From the next frame on, records what is painted and what reacts (ui/audit.h).
    void beginAudit() { description_.beginAudit(); }
    /// What of that the last frame's tree does not describe, a sentence each; empty without beginAudit().
    [[nodiscard]] std::vector<std::string> undescribed() const { return description_.undescribed(); }

    /// A font arrived or changed: glyphs and laid-out text are made anew in the next frame, which the platform draws.
    void forgetText() {
        description_.forgetText();
        reasons_.note("fonts", true);
    }

    /// What the platform is to do, since the last call.
    [[nodiscard]] Effects takeEffects() { return std::exchange(effects_, {}); }
    /// Right after a frame: milliseconds until what is shown or announced changes by itself and the next frame is
    /// needed, by the next midnight or the closing minute in the programme's time zone, the end of a pause in typing or
    /// of an announcement, or an update that was left out. At least 1, at most a day.
    [[nodiscard]] double millisecondsUntilChange() const;

    // ── For the debug overlay: nothing without CE_DEBUG (room_times.h) ──

    /// A reason for the next frame that only the platform knows.
    void noteFrameReason(std::string_view reason) { reasons_.note(reason, true); }
#ifdef CE_DEBUG
    /// Main-thread time since the last call.
    [[nodiscard]] RoomTimes takeRoomTimes();
    /// Why the last frame was drawn: the events since the one before that asked for it, and what of the viewport had
    /// changed.
    [[nodiscard]] const std::string& frameReasons() const {
        return lastReasons_;
    }
#endif

private:
    bool dispatch(const explorer::Action& action, semantics::NodeId source);
    [[nodiscard]] TimelineInput& timeline() {
        return attention_.timeline();
    }
    void noteViewport(const ui::Viewport& viewport);
    void begin(programme::Programme programme, std::string_view queryString, std::string_view preferredLanguage);
    void goOnWith(programme::Programme programme);
    void show(std::unique_ptr<Session> session);
    void keepShortlist(const explorer::State& before);

    Clock clock_;
    explorer::ZoneClock zones_;
    std::unique_ptr<Session> session_; // never null
    AttentionTracker attention_;
    Description description_;
    Effects effects_;
    std::vector<programme::Problem> warnings_;
    std::string documentTitle_;
    // Since the last frame: the timeline was moved by a gesture; something else was done.
    bool hasMovedTimeline_ = false, hasOtherChange_ = false;
    [[no_unique_address]] RoomTimes times_;
    [[no_unique_address]] FrameReasons reasons_;
#ifdef CE_DEBUG
    std::string lastReasons_;
    double timerSeconds_ = 0; // ui::Viewport::seconds at which a frame was due without an event
#endif
};

} // namespace platform
