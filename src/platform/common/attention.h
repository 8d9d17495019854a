// Tracks the visitor's attention: pointer and hovered node, keyboard focus, tooltips, and what a screen reader is to
// announce. It turns keys (those of the timeline by timeline_input.h) into actions, which the Application carries out,
// and sets the focus after each change of the state. place.h keeps the scroll position.
//
// The platform reports when the visitor moves the focus (setFocus). Where the program moves it, that is an effect, and
// the tracker counts the focus as moved at once (effects.h, rule 3).
#pragma once

#include "platform/common/description.h"
#include "platform/common/effects.h"
#include "platform/common/place.h"
#include "platform/common/session.h"
#include "platform/common/timeline_input.h"
#include "semantics/composite.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace platform {

/// The result of a key press.
struct KeyAnswer {
    bool isTaken = false;                   // the program handles the key; otherwise it is the browser's
    std::optional<explorer::Action> action; // to be carried out
};

class AttentionTracker {
public:
    /// What the screens read.
    [[nodiscard]] const ui::Attention& shown() const { return shown_; }
    [[nodiscard]] const semantics::TabStops& tabStops() const { return tabStops_; }

    // ── The pointer. Functions that return bool: whether a frame is needed. Positions are CSS px in the viewport. ──

    /// Nothing: the pointer left.
    [[nodiscard]] bool movePointer(const Description& page, std::optional<std::pair<float, float>> position);
    /// See Application::dismissTip.
    [[nodiscard]] bool dismissTip(const Description& page);
    /// A pointer that holds a row's handle has moved up or down by `dy` to that y. False where the node is no handle.
    [[nodiscard]] bool dragRow(const Description& page, semantics::NodeId handle, float dy, float y);
    /// The pointer was lifted. Returns the handle whose intent is to be carried out; kNoNode: none.
    semantics::NodeId dropRow();
    /// Whether the page scrolls since a row is held near an edge of the view.
    [[nodiscard]] bool isScrolling() const { return isScrolling_; }
    [[nodiscard]] TimelineInput& timeline() { return timeline_; }
    [[nodiscard]] const TimelineInput& timeline() const { return timeline_; }

    // ── The focus ──

    /// The visitor has moved the focus; kNoNode: it left. `isVisible`: the ring is to be shown, since it was moved by
    /// keyboard. Returns whether a frame is needed.
    [[nodiscard]] bool setFocus(const Description& page, semantics::NodeId node, bool isVisible);
    /// The visitor has moved the focus by Tab: the next frame brings it into view.
    void revealFocus() { place_.revealFocus(); }
    /// Moves the focus to the node, or of a list to its first card, and scrolls the page to the node, for skip links.
    void goTo(const Description& page, semantics::NodeId node, Effects& effects);
    /// See Application::pressKey.
    [[nodiscard]] KeyAnswer pressKey(const Session& session, const Description& page, semantics::NodeId node,
                                     std::string_view key, Effects& effects);

    /// The node was activated: its tooltip, which told what it does, closes. kNoNode: none is closed any more.
    void noteActivated(semantics::NodeId node) { shown_.dismissedTip = node; }
    /// Opens or closes the dialog with the list of keys. The focus goes there and comes back. Returns whether that
    /// changes anything.
    bool showKeys(bool isOpen);

    // ── Text ──

    /// Text was typed into the search field.
    void noteTyping() { hasTyped_ = true; }
    /// See Application::compose.
    [[nodiscard]] bool compose(std::string_view text);
    /// The text of the node's button was copied to the clipboard.
    void noteCopied(semantics::NodeId node, std::string announcement) {
        shown_.copied = node;
        toAnnounce_ = std::move(announcement);
    }
    /// The node was activated to see its tooltip (ui::ShowTip).
    void noteAskedTip(semantics::NodeId node) { shown_.askedTip = node; }

    // ── Around a change and a frame ──

    /// To be called after a change of the state. Adjusts scroll position and focus. Parameters: PlaceKeeper.
    void followChange(const explorer::State& before, const Session& session, const Description& page,
                      semantics::NodeId source, bool isNavigation);
    /// To be called when another session is shown. Discards what refers to the previous one.
    void forgetSession();
    /// To be called when a visit begins, which may be with a link to a challenge.
    void beginVisit() { place_.showOpenCard(); }
    /// To be called before a frame in that viewport, after Session::refresh().
    void prepareFrame(const Session& session, const Description& page, const ui::Viewport& viewport);
    /// To be called after a frame. Makes the pending moves of focus and scroll position, and moves the focus where its
    /// node no longer exists. Returns whether another frame is needed, since another node is under the pointer.
    [[nodiscard]] bool finishFrame(const Session& session, const Description& page, Effects& effects);
    /// When the announcement changes next, in seconds of Viewport::seconds; nothing where none is pending.
    [[nodiscard]] std::optional<double> announcementChange() const { return announcementChange_; }

private:
    void scrollForRow(const Description& page, Effects& effects);
    void announce(const Session& session, const ui::Viewport& viewport);
    void noteLimit(const Session& session, semantics::NodeId source);
    void findAttendedChallenge(const Description& page);
    void raiseField(const Description& page);
    void moveFocusByKey(const Description& page, semantics::NodeId node, Effects& effects);
    void moveFocusAfterFrame(const Description& page, Effects& effects);
    [[nodiscard]] semantics::NodeId findCardInView(const Description& page) const;
    [[nodiscard]] semantics::NodeId findFirstCard(const Description& page, semantics::NodeId region) const;
    void keepFocus(const Description& page, Effects& effects);
    [[nodiscard]] KeyAnswer pressLetter(const Session& session, const Description& page, semantics::NodeId node,
                                        std::string_view key, Effects& effects);

    ui::Attention shown_;
    semantics::TabStops tabStops_;
    std::optional<std::pair<float, float>> pointer_;
    TimelineInput timeline_;
    float rowY_ = 0;            // in the viewport, CSS px: the pointer that holds a row
    bool isRowGivenUp_ = false; // Escape was pressed, and the pointer is still down
    bool isScrolling_ = false;
    double scrolledForRow_ = 0;                              // seconds of Viewport::seconds
    semantics::NodeId focusBeforeKeys_ = semantics::kNoNode; // the node that had the focus when "?" was pressed
    PlaceKeeper place_;
    /// The node that had the focus when a challenge, or on a phone the filter, was opened from the overview.
    semantics::NodeId focusInOverview_ = semantics::kNoNode;
    std::optional<explorer::ChallengeIndex> opened_; // then; nothing: by a link to it
    std::optional<semantics::NodeId> focusAfterFrame_;
    /// The challenge that was closed, where it was turned to: its card gets the focus after the frame.
    std::optional<explorer::ChallengeIndex> lastRead_;
    bool returnsToList_ = false;             // focusAfterFrame_ is for a challenge that was closed
    bool hasTyped_ = false;                  // since the last frame
    std::string toAnnounce_;                 // at the next frame; empty: nothing
    std::optional<std::string> listSummary_; // "13 challenges", of the last frame
    std::optional<double> announcementChange_;
};

} // namespace platform
