// What the visitor's hands and eyes are on: pointer and hover, keyboard focus, tooltips, drags, and what a screen
// reader is to be told. It turns movements and keys into actions of the visit, which the Application carries out, and
// follows each change of the state with the focus and the scroll position.
//
// The platform tells it of a focus that the visitor has moved (setFocus). A focus that the program moves goes out as an
// effect, and is known here at once (effects.h, rule 3).
#pragma once

#include "platform/common/description.h"
#include "platform/common/effects.h"
#include "platform/common/session.h"
#include "semantics/composite.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace platform {

/// What a key press means.
struct KeyAnswer {
    bool isTaken = false;                   // the program takes the key; otherwise it is the browser's
    std::optional<explorer::Action> action; // to be carried out
};

class AttentionTracker {
public:
    /// As the screens read it.
    [[nodiscard]] const ui::Attention& shown() const { return shown_; }
    [[nodiscard]] const semantics::TabStops& tabStops() const { return tabStops_; }

    // ── The pointer. A bool says whether a frame is needed. ──

    /// In the viewport, CSS px; nothing: it left.
    [[nodiscard]] bool movePointer(const Description& page, std::optional<std::pair<float, float>> position);
    /// Puts the tooltip away until something else is pointed at (WCAG 1.4.13). False where there is none.
    [[nodiscard]] bool dismissTip(const Description& page);
    /// What a drag on a draggable node by dx, CSS px since the last call, and a zoom by a factor (1: none) around `x`
    /// in the viewport do to the timeline; to be carried out in this order.
    [[nodiscard]] std::vector<explorer::Action> drag(const Session& session, const Description& page,
                                                     semantics::NodeId node, float dx, float zoom, float x);

    // ── The focus ──

    /// The visitor moved it; kNoNode: it left. isVisible: by keyboard, so that the ring shows. Returns whether a frame
    /// is needed.
    [[nodiscard]] bool setFocus(const Description& page, semantics::NodeId node, bool isVisible);
    /// The program moves it there and scrolls there, as a skip link asks.
    void goTo(const Description& page, semantics::NodeId node, Effects& effects);
    /// A key that the program handles itself: see Application::pressKey.
    [[nodiscard]] KeyAnswer pressKey(const Session& session, const Description& page, semantics::NodeId node,
                                     std::string_view key, Effects& effects);

    // ── Text ──

    /// Something was typed since the last frame.
    void noteTyping() { hasTyped_ = true; }
    /// See Application::compose.
    [[nodiscard]] bool compose(std::string_view text);
    /// The node's text is on the clipboard.
    void noteCopied(semantics::NodeId node) { shown_.copied = node; }

    // ── Around a change and a frame ──

    /// After a change of the state: where the page is scrolled to, what has the focus.
    void followChange(const explorer::State& before, const Session& session, const Description& page, Effects& effects);
    /// Another session is shown from now on.
    void forgetSession();
    /// Before a frame in that viewport, with the refreshed session.
    void prepareFrame(const Session& session, const Description& page, const ui::Viewport& viewport, Effects& effects);
    /// After a frame: a focus that waited for it, or whose node is gone. Returns whether another frame is needed, since
    /// the page moved under the pointer.
    [[nodiscard]] bool finishFrame(const Description& page, Effects& effects);
    /// Seconds of Viewport's clock at which what a screen reader is told changes; nothing where it does not.
    [[nodiscard]] std::optional<double> announcementChange() const { return announcementChange_; }

private:
    /// How the overview was left for a page of its own (one challenge, or on a phone the skills).
    struct LeftOverview {
        float scrollTop = 0;                               // CSS px
        float width = 0;                                   // CSS px of the viewport
        semantics::NodeId focused = semantics::kNoNode;    // what had the focus
        std::optional<explorer::ChallengeIndex> challenge; // that was opened
    };
    void announce(const Session& session, const ui::Viewport& viewport);
    void findAttendedChallenge(const Description& page);
    void leaveOverview(const explorer::State& state, const ui::Viewport& viewport, Effects& effects);
    void returnToOverview(const ui::Viewport& viewport, Effects& effects);
    void moveFocusByKey(const Description& page, semantics::NodeId node, Effects& effects);
    void moveFocusAfterFrame(const Description& page, Effects& effects);
    void keepFocus(const Description& page, Effects& effects);
    [[nodiscard]] KeyAnswer pressLetter(const Session& session, const Description& page, semantics::NodeId node,
                                        std::string_view key, Effects& effects);
    [[nodiscard]] bool leaveKeysRegion(const Description& page, Effects& effects);

    ui::Attention shown_;
    semantics::TabStops tabStops_;
    std::optional<std::pair<float, float>> pointer_;
    double panRemainder_ = 0;                                // days that a drag has moved since the last whole one
    semantics::NodeId focusBeforeKeys_ = semantics::kNoNode; // where "?" came from
    LeftOverview leftOverview_;
    std::optional<semantics::NodeId> focusAfterFrame_;
    std::optional<explorer::ChallengeIndex> cardToShowAfterFrame_;
    bool hasTyped_ = false;                  // since the last frame
    std::optional<std::string> listSummary_; // of the last frame
    std::optional<double> announcementChange_;
};

} // namespace platform
