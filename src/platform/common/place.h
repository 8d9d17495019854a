// Keeps the visitor's place on the page while its layout changes: what was in view before a challenge or a milestone is
// opened or closed is at the same height of the screen afterwards, a page of its own returns to where the overview was
// left, and the focused node is in view.
//
// The new scroll position is known only when the changed page has been laid out. So followChange() notes what is to
// stay where, and after the next frame finishFrame() asks for the scroll position as an effect, which the platform
// performs after that frame. Positions are CSS px; `top` is relative to the upper edge of the viewport.
#pragma once

#include "platform/common/description.h"
#include "platform/common/effects.h"
#include "platform/common/session.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace platform {

/// Whether a challenge or the filter is shown as a page of its own instead of the overview (ui::drawScreen).
[[nodiscard]] bool isOnPageOfItsOwn(const explorer::State& state, const ui::Viewport& viewport);
/// Of two states on pages of their own: whether the page is another one.
[[nodiscard]] bool isOtherPage(const explorer::State& before, const explorer::State& state,
                               const ui::Viewport& viewport);
/// Whether the open challenge fills the screen.
[[nodiscard]] bool isChallengeAPage(const explorer::State& state, const ui::Viewport& viewport);

class PlaceKeeper {
public:
    /// To be called after a change of the state. `page` is that of the last frame; `source` what was activated, or had
    /// the focus when a key was pressed (kNoNode: not known). `isNavigation`: by Back or Forward, for which the
    /// platform restores the scroll position.
    void followChange(const explorer::State& before, const Session& session, const Description& page,
                      semantics::NodeId source, bool isNavigation);
    /// The next frame brings the open challenge's card into view: the visit began with a link to it.
    void showOpenCard() { showsOpenCard_ = true; }
    /// The next frame scrolls so that the node's upper edge is at that of the view.
    void goTo(const Description& page, semantics::NodeId node);
    /// The next frame brings the whole of the focused node into view.
    void revealFocus() { reveals_ = Reveal::whole; }
    /// The next frame brings the focused node into view where hardly anything of it is.
    void keepFocusInView() {
        if (reveals_ == Reveal::none) reveals_ = Reveal::part;
    }
    void forgetSession();
    /// Of the last change, where it closed a page of its own over another one: what was activated to open it, which
    /// gets the focus again.
    [[nodiscard]] semantics::NodeId returnTo() const { return returnTo_; }
    /// To be called before a frame in that viewport: a changed width may make a page of its own of what was beside the
    /// overview, or the reverse.
    void prepareFrame(const Session& session, const Description& page, const ui::Viewport& viewport);
    /// To be called after a frame, before the focus is moved: finds where what stays in its place is.
    void followLayout(const Session& session, const Description& page);
    /// Whether the node is in view after followLayout(), and not covered by a bar.
    [[nodiscard]] bool isInView(const Description& page, semantics::NodeId node) const;
    /// To be called after followLayout(), when the focus is where it will be: asks for the scroll position.
    void finishFrame(const Description& page, semantics::NodeId focused, Effects& effects);

private:
    /// What stays where it is on the screen: a card of the list, or any other node. It may stick to an edge.
    struct Anchor {
        struct Held {
            semantics::NodeId node = semantics::kNoNode;
            float top = 0;
        };
        std::optional<explorer::ChallengeIndex> card;
        std::vector<Held> nodes; // without a card, the first that is there
    };
    /// The overview when a challenge or the filter was opened.
    struct LeftOverview {
        float scrollTop = 0;
        float width = 0; // of the viewport
        std::optional<explorer::ChallengeIndex> challenge;
        std::optional<float> scrollTopAfter; // beside the open challenge, until the visitor scrolls
        bool hasSameList = true;             // no filter was changed since
        bool isTurned = false;               // another challenge was shown since
    };
    /// A page of its own below another one, and what was activated there to open that.
    struct CoveredPage {
        float scrollTop = 0;
        float width = 0; // of the viewport
        semantics::NodeId source = semantics::kNoNode;
    };
    void changePage(const explorer::State& before, const explorer::State& state, const ui::Viewport& viewport,
                    semantics::NodeId source);
    void leaveOverview(const explorer::State& state, const ui::Viewport& viewport);
    void returnToOverview(const ui::Viewport& viewport);
    void openBeside(const explorer::State& before, const explorer::State& state, const Description& page,
                    semantics::NodeId source);
    void closeBeside(const explorer::State& before, const Description& page, semantics::NodeId source);
    [[nodiscard]] static std::optional<Anchor> findAnchor(std::optional<explorer::ChallengeIndex> challenge,
                                                          const Description& page, semantics::NodeId source);
    template <typename Edge>
    void scrollFrom(const Description& page, float wanted, const Edge& edge);
    template <typename RectAt>
    void reveal(const Description& page, const semantics::Span& clear, const RectAt& rectAt);
    [[nodiscard]] static Anchor anchorAt(const Description& page, semantics::NodeId source);
    void showBeginning(const Description& page, semantics::NodeId results);
    void hold(const Description& page, const Anchor& anchor);
    void showPanel(const Description& page, semantics::NodeId row);
    void scrollToCard(const Description& page, explorer::ChallengeIndex challenge);
    void scrollToFocus(const Description& page, semantics::NodeId focused, bool isWhole);
    [[nodiscard]] float scrollTop(const Description& page) const;

    LeftOverview left_;
    std::array<CoveredPage, 2> covered_; // by how many pages of their own lie below
    semantics::NodeId returnTo_ = semantics::kNoNode;
    std::optional<Anchor> anchor_;
    std::optional<explorer::ChallengeIndex> cardToShow_;
    std::optional<float> scrollTop_; // where the page is to be after the frame
    bool showsOpenCard_ = false;
    bool showsPanel_ = false;   // the open challenge's, beside the list
    bool showsResults_ = false; // the list's beginning: it is another list
    enum class Reveal : std::uint8_t { none, part, whole } reveals_ = Reveal::none;
    bool notesScroll_ = false; // the next frame tells where the page came to rest
};

} // namespace platform
