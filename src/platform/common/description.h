// Paints and describes the page, frame by frame. A Description has the results of the last frame: the draw data for the
// renderer, the semantics tree and its changes, the nodes' intents. What the page shows is a function of session,
// attention and viewport; what is kept between frames only makes the next frame cheaper.
//
// The only part of platform/common/ that draws. The atlas of the fonts must outlive the Description (application.h).
#pragma once

#include "base/colour.h"
#include "platform/common/room_times.h"
#include "platform/common/session.h"
#include "render/shapes.h"
#include "semantics/composite.h"
#include "semantics/diff.h"
#include "semantics/virtualised_list.h"
#include "ui/audit.h"
#include "ui/draw_surface.h"
#include "ui/frame.h"
#include "ui/text.h"
#include "ui/theme.h"
#include "ui/viewport.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

struct ImDrawData;

namespace platform {

class Description {
public:
    explicit Description(ui::FontSet fonts) : text_(fonts), surface_(fonts.atlas()) {}

    struct Drawn {
        semantics::Update update; // since the last frame that gave one
        float contentHeight = 0;  // height of the whole page, CSS px
    };
    /// Paints and describes one frame. `mayBeLate`: the update may be empty, and be part of a later frame's. Then
    /// updateDue() says when that is to be drawn. Precondition: Session::refresh() was called.
    [[nodiscard]] Drawn draw(const Session& session, const ui::Attention& attention, const ui::Viewport& viewport,
                             const semantics::TabStops& tabStops, bool mayBeLate);
    /// The latest time of the frame that gives an update which is late, in seconds of Viewport::seconds.
    [[nodiscard]] std::optional<double> updateDue() const;
    /// See Application::describeMore.
    [[nodiscard]] semantics::Update describeMore(const Session& session, const ui::Attention& attention);
    /// Whether the last frame showed something on its way to its place (ui/motion.h).
    [[nodiscard]] bool isMoving() const { return motion_.isRunning(); }
    [[nodiscard]] bool isComplete() const { return virtualisedCards_.isComplete(); }
    /// To be called when the next frame will show another session. Until then no node has an intent: the intents of the
    /// last frame belong to the previous session.
    void forgetSession();

    /// The last frame's tree, without retained items. It has all nodes that can be activated.
    [[nodiscard]] const semantics::Tree& tree() const { return tree_; }
    /// The tree of the last frame but one that gave an update.
    [[nodiscard]] const semantics::Tree& previousTree() const { return previousTree_; }
    /// The last frame's tree with the retained items described so far. The reference is valid until the next frame or
    /// slice.
    [[nodiscard]] const semantics::Tree& completeTree() const;
    /// What activating the node does; nullptr: nothing. Valid until the next frame.
    [[nodiscard]] const ui::Intent* intentOf(semantics::NodeId node) const;
    /// The challenge whose card in the list contains the node; nothing where none does.
    [[nodiscard]] std::optional<explorer::ChallengeIndex> challengeAround(semantics::NodeId node) const;
    /// The rectangle of the challenge's card on the viewport where the page is scrolled to `scrollTop`, CSS px; nothing
    /// where the list does not show it.
    [[nodiscard]] std::optional<semantics::Rect> cardRect(explorer::ChallengeIndex challenge, float scrollTop) const;
    /// The first challenge of the list whose card ends below the view's upper edge; nothing where there is none.
    [[nodiscard]] std::optional<explorer::ChallengeIndex> firstCardInView() const;
    /// The node of the list of cards; kNoNode where there is none.
    [[nodiscard]] semantics::NodeId list() const { return cards_.node; }
    [[nodiscard]] const std::optional<ui::Frame::ShownTip>& shownTip() const { return shownTip_; }
    [[nodiscard]] const ui::Viewport& viewport() const { return viewport_; }

    /// The offsets of all scroll containers, and of the page (kRootId).
    [[nodiscard]] const std::vector<semantics::ScrollOffset>& scrollOffsets() const { return scrollOffsets_; }
    /// Returns whether the offset has changed.
    bool setScrollOffset(const semantics::ScrollOffset& offset);
    /// semantics::hitTest() in the last frame, at a point of the viewport (CSS px).
    [[nodiscard]] semantics::NodeId hitTest(float x, float y) const;
    /// semantics::visibleRect() in the last frame, CSS px.
    [[nodiscard]] semantics::Rect visibleRect(semantics::NodeId node) const;
    /// The same where the page is scrolled to `scrollTop`.
    [[nodiscard]] semantics::Rect visibleRect(semantics::NodeId node, float scrollTop) const;
    /// semantics::clearSpan() in the last frame, where the page is scrolled to `scrollTop`; CSS px.
    [[nodiscard]] semantics::Span clearSpan(semantics::NodeId node, float scrollTop) const;

    // For render::Renderer: what the last frame painted, and the page's background colour.
    [[nodiscard]] ImDrawData& drawData() { return surface_.data(); }
    [[nodiscard]] const render::ShapeList& shapes() const { return shapes_; }
    [[nodiscard]] base::Colour backgroundColour() const { return theme().background; }

#ifdef CE_DEBUG
    [[nodiscard]] RoomTimes& roomTimes() {
        return times_;
    }
#endif
    /// To be called when a font was loaded or has changed. Discards glyphs and layouts.
    void forgetText();
    /// Records an Audit of each frame from the next one on.
    void beginAudit();
    /// The findings on the last frame, a sentence each (ui/audit.h); empty without beginAudit().
    [[nodiscard]] std::vector<std::string> undescribed() const;

private:
    [[nodiscard]] std::vector<semantics::ScrollOffset> offsetsAt(float scrollTop) const;
    [[nodiscard]] ui::Theme theme() const;
    [[nodiscard]] ui::Model makeModel(const Session& session, const ui::Attention& attention,
                                      const explorer::Handoff& handoff, programme::CivilTime now) const;
    [[nodiscard]] bool isStill(const Session& session, const ui::Viewport& viewport) const;
    float drawPage(const Session& session, const ui::Attention& attention, ImDrawList& drawList);

    ui::TextEngine text_;
    ui::DrawSurface surface_;
    render::ShapeList shapes_;
    ui::Viewport viewport_;
    std::vector<semantics::ScrollOffset> scrollOffsets_;
    semantics::TreeBuilder builder_;
    semantics::Tree tree_;
    semantics::Tree previousTree_;
    bool isUpdateLate_ = false;
    double updated_ = 0; // when the last update was given, seconds
    ui::Intents intents_;
    std::optional<ui::Frame::ShownTip> shownTip_;
    ui::CardList cards_;
    ui::Motion motion_;
    ui::timeline::MilestonePlans milestonePlans_;
    std::string drawnLanguage_; // of the last frame; empty: the next one is the session's first
    semantics::VirtualisedList virtualisedCards_;
    mutable std::optional<semantics::Tree> completeTree_; // a cache of completeTree()
    [[no_unique_address]] RoomTimes times_;
    std::optional<ui::Audit> audit_;
    /// Those that the last frame was painted at: the platform may scroll before it asks undescribed().
    std::vector<semantics::ScrollOffset> paintedOffsets_;
};

} // namespace platform
