// One page as it is drawn and described, frame by frame: the draw data for the renderer, the semantics tree, what
// changed in it, and what each node does when it is activated. It keeps from frame to frame only what makes the next
// frame cheap; what the page shows is a function of the session, the attention and the viewport.
//
// The only part of platform/common/ that draws. Dear ImGui's context is made by the owner's platform beforehand (fonts
// and atlas belong to it), is current in every call, and outlives the description.
#pragma once

#include "base/colour.h"
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
#include <unordered_map>
#include <vector>

struct ImDrawData;

namespace platform {

class Description {
public:
    explicit Description(ui::FontSet fonts) : text_(fonts) {}

    struct Drawn {
        semantics::Update update; // since the last frame
        float contentHeight = 0;  // CSS px of the whole page
    };
    /// Draws and describes one frame. The session has been refreshed.
    [[nodiscard]] Drawn draw(const Session& session, const ui::Attention& attention, const ui::Viewport& viewport,
                             const semantics::TabStops& tabStops);
    /// Where the last frame is not complete: a slice of the words far from view, of some milliseconds.
    [[nodiscard]] semantics::Update describeMore(const Session& session, const ui::Attention& attention);
    [[nodiscard]] bool isComplete() const { return virtualisedCards_.isComplete(); }
    /// Another session is shown from the next frame on. Until then nothing can be activated: what the nodes of the last
    /// frame do belongs to the session before.
    void forgetSession();

    /// What the last frame described: all that can be acted on.
    [[nodiscard]] const semantics::Tree& tree() const { return tree_; }
    /// What the frame before the last described.
    [[nodiscard]] const semantics::Tree& previousTree() const { return previousTree_; }
    /// The last frame's tree with the words far from view, as far as they were told. Valid until the next frame or
    /// slice.
    [[nodiscard]] const semantics::Tree& completeTree() const;
    /// What activating the node does; nullptr where it does nothing.
    [[nodiscard]] const ui::Intent* intentOf(semantics::NodeId node) const;
    /// The challenge in whose card of the list the node stands.
    [[nodiscard]] std::optional<explorer::ChallengeIndex> challengeAround(semantics::NodeId node) const;
    /// The upper edge of the challenge's card on the page, CSS px; nothing where the list does not show it.
    [[nodiscard]] std::optional<float> cardTop(explorer::ChallengeIndex challenge) const;
    [[nodiscard]] const std::optional<ui::Frame::ShownTip>& shownTip() const { return shownTip_; }
    [[nodiscard]] const ui::Viewport& viewport() const { return viewport_; }

    /// Every scrolling region's offset, the page's (kRootId) included.
    [[nodiscard]] const std::vector<semantics::ScrollOffset>& scrollOffsets() const { return scrollOffsets_; }
    /// Returns whether it is another offset than before.
    bool setScrollOffset(const semantics::ScrollOffset& offset);
    /// The interactive node under a point of the viewport, CSS px; kNoNode where there is none.
    [[nodiscard]] semantics::NodeId hitTest(float x, float y) const;
    /// Where the node stands in the viewport, CSS px.
    [[nodiscard]] semantics::Rect visibleRect(semantics::NodeId node) const;

    // For render::Renderer: what the last frame painted, and the page's colour behind everything.
    [[nodiscard]] ImDrawData& drawData() { return surface_.data(); }
    [[nodiscard]] const render::ShapeList& shapes() const { return shapes_; }
    [[nodiscard]] base::Colour backgroundColour() const { return theme().background; }

    /// A font arrived or changed: glyphs and layouts are made anew.
    void forgetText();
    /// From the next frame on, what is painted is held against what is described.
    void beginAudit();
    /// What the last frame painted and did not describe, a sentence each (ui/audit.h).
    [[nodiscard]] std::vector<std::string> undescribed() const;

private:
    [[nodiscard]] ui::Theme theme() const;
    [[nodiscard]] ui::Model makeModel(const Session& session, const ui::Attention& attention,
                                      const explorer::Handoff& handoff, programme::CivilTime now) const;
    float drawPage(const Session& session, const ui::Attention& attention, ImDrawList& drawList);
    [[nodiscard]] std::vector<semantics::Node> describeRetainedCard(const Session& session, ui::Frame& frame,
                                                                    std::uint32_t place);

    ui::TextEngine text_;
    ui::DrawSurface surface_;
    render::ShapeList shapes_;
    ui::Viewport viewport_;
    std::vector<semantics::ScrollOffset> scrollOffsets_;
    semantics::TreeBuilder builder_;
    semantics::Tree tree_;
    semantics::Tree previousTree_;
    std::unordered_map<semantics::NodeId, ui::Intent> intents_;
    std::optional<ui::Frame::ShownTip> shownTip_;
    ui::CardList cards_;
    semantics::VirtualisedList virtualisedCards_;
    mutable std::optional<semantics::Tree> completeTree_; // made when it is asked for
    std::optional<ui::Audit> audit_;
};

} // namespace platform
