// One frame while it is drawn: where to paint, what has been described, what the visitor's pointer and focus are on.
// The screens take it by reference and paint and describe in the same breath.
//
// Coordinates. Everything is laid out on the *page*: CSS px, as if nothing were scrolled, x to the right, y down. A
// region that scrolls or sticks shifts what is painted inside it; nodes and widgets never see that. So a node's
// rectangle does not change when the visitor scrolls, and nothing is sent to the mirror.
//
// Measuring. While isMeasuring() holds, nothing is painted or described: a screen's function is called once more to
// learn how high it will be.
#pragma once

#include "explorer/handoff.h"
#include "explorer/reduce.h"
#include "explorer/url.h"
#include "explorer/visit.h"
#include "programme/words.h"
#include "render/shapes.h"
#include "search/index.h"
#include "semantics/query.h"
#include "ui/card_list.h"
#include "ui/intent.h"
#include "ui/localised.h"
#include "ui/text.h"
#include "ui/viewport.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct ImDrawList;

namespace ui {

inline constexpr float kRingReach = 5; // CSS px that the ring and its border reach around what has the focus

using semantics::Node;
using semantics::NodeId;
using semantics::Rect;
using semantics::Role;
using semantics::Tristate;

/// What the visitor's hands are on. Kept by the application between frames.
struct Attention {
    NodeId hovered = semantics::kNoNode;
    NodeId focused = semantics::kNoNode;
    bool isFocusVisible = false; // reached by keyboard: show the ring
    /// The challenge that the pointer or the keyboard is on: its card and its line in the timeline are one thing.
    std::optional<explorer::ChallengeIndex> challenge;
    NodeId dismissedTip = semantics::kNoNode; // whose tooltip was put away, until something else is pointed at
    NodeId copied = semantics::kNoNode;       // the copy button that was pressed last
    std::optional<explorer::ChallengeIndex> focusedChallenge; // the one that the focus is on, visible or not
    std::string announcement;                                 // for a screen reader, as long as it may take to say it
    float describedTop = 0;  // Viewport::scrollTop when what is near was chosen last; CSS px
    std::string composition; // text that an input method is composing (where fields are painted here)
};

/// All that the screens read; nothing of it changes while the frame is drawn.
struct Model {
    const programme::Programme& programme;
    const explorer::Facts& facts;
    const explorer::State& state;
    const explorer::Visit& visit;
    const explorer::Handoff& handoff;
    programme::CivilTime now;
    programme::InterfaceLanguage interfaceLanguage;
    const Attention& attention;
    const Viewport& viewport;
    const std::vector<semantics::ScrollOffset>& scrollOffsets;
    const std::string& calendarUrl; // saves the calendar as a file
};

/// What becomes of what is drawn.
enum class Output : std::uint8_t {
    all,     // painted and described
    picture, // painted alone: it is described elsewhere
    words,   // not painted; of it the open node gets the words, each a child of its own at its place: what find-in-page
             // needs of a thing that is far from view
};

/// The key of a node for a facet's value: no two values have the same, and no other key holds a '='.
std::string keyOf(const Model& model, explorer::Facet facet, explorer::ValueIndex value);
/// What a facet's value is called.
LocalisedText labelOf(const Model& model, explorer::Facet facet, explorer::ValueIndex value);
/// The page's own address after that action, "?defi=gobelins": what a link to it leads to.
std::string addressAfter(const Model& model, const explorer::Action& action);

class Frame {
public:
    Frame(const Model& model, const Theme& theme, TextEngine& text, semantics::TreeBuilder& tree, ImDrawList& drawList,
          render::ShapeList& shapes, std::unordered_map<NodeId, Intent>& intents, CardList& cards);

    const Model& model() const { return model_; }
    /// What is remembered of the list of cards.
    CardList& cards() { return cards_; }
    const Theme& theme() const { return theme_; }
    TextEngine& text() { return text_; }

    // Sizes that follow the visitor's base font size (all measures are for 16 px).
    float scaled(float measure) const { return measure * scale_; }
    /// Least height of something to be pointed at: 32 with a mouse, 44 with a finger.
    float targetHeight() const;
    bool isPhone() const; // one column, the hand-off at the foot
    bool isWide() const;  // room for a challenge beside the cards

    // ── Describing ──
    /// Adds a node at that place of the page and opens it. Where its language is that of the node around it, it is left
    /// out; a node without one is in that language.
    NodeId open(std::string_view key, Node node, const Rect& rect);
    void close();
    NodeId add(std::string_view key, Node node, const Rect& rect);
    /// Completes a node of this frame: a height that was not known when it was opened.
    void setHeight(NodeId node, float height);
    /// The id that a key has below the open node.
    NodeId idOf(std::string_view key) const;
    /// What activating the node does.
    void onActivate(NodeId node, Intent intent);

    bool isHovered(NodeId node) const;
    bool isFocused(NodeId node) const; // by keyboard: the ring shows

    // ── Painting, in page coordinates ──
    bool isMeasuring() const { return measuring_ > 0; }
    bool isInView(const Rect& rect) const;
    void fill(const Rect& rect, Colour colour, float radius = 0);
    void outline(const Rect& rect, Colour colour, float radius = 0, float thickness = 1);
    void horizontalLine(float x, float y, float width, Colour colour); // 1 CSS px, on whole device pixels
    void verticalLine(float x, float y, float height, Colour colour, float thickness = 1);
    /// A text with its node: painted at (x, y) on the page, described as a child of the open node. Returns its height.
    float write(std::string_view key, const TextStyle& style, LocalisedText text, float x, float y, float maxWidth,
                Colour colour, int maxLines = 0, std::span<const TextMark> marks = {});
    /// Only the painting of one laid-out text.
    void paint(const TextLayout& layout, const TextStyle& style, float x, float y, Colour colour,
               std::span<const TextMark> marks = {});
    /// The ring around what has the keyboard's focus; painted over everything at the end of the frame.
    void ring(const Rect& rect, float radius);
    /// Shapes of render/ between two calls are painted at that place in the order.
    void addShapes(const std::function<void(render::ShapeList&, float offsetX, float offsetY)>& append);
    ImDrawList& drawList() { return drawList_; }
    /// Page → surface.
    std::pair<float, float> toSurface(float x, float y) const { return {x + offsetX_, y + offsetY_}; }

    // ── Regions ──
    /// Everything until endSticky() stays in view while its container (bottom edge at `containerBottom` on the page)
    /// is. Its node is opened with that placement.
    NodeId beginSticky(std::string_view key, Node node, const Rect& rect, semantics::Stick stick, float stickOffset,
                       float containerBottom);
    void endSticky();
    /// A region that scrolls by itself; its content is laid out at the region's own place on the page.
    NodeId beginScroll(std::string_view key, Node node, const Rect& rect, float contentWidth, float contentHeight);
    void endScroll();
    /// Shapes until endRounded() are also cut by the rectangle's rounded corners.
    void beginRounded(const Rect& rect, float radius);
    void endRounded();
    void beginClip(const Rect& rect);
    void endClip();

    /// From now on.
    void setOutput(Output output) { output_ = output; }
    Output output() const { return output_; }

    /// The height of what `draw` draws from y = 0 on, without painting or describing it.
    float measure(const std::function<float()>& draw);

    /// Paints what stands over everything: the focus ring and the tooltip. The root is open.
    void finish();
    /// The tooltip that finish() painted: whose it is, and where it lies on the surface with the way to it.
    struct ShownTip {
        NodeId owner = semantics::kNoNode;
        Rect reach;
    };
    const std::optional<ShownTip>& shownTip() const { return shownTip_; }
    /// A note shown while the node is hovered or has the keyboard's focus; described as the node's description.
    void tooltip(NodeId node, const Rect& rect, LocalisedText text);

private:
    struct Shift {
        float x, y;
    };
    struct Ring {
        Rect rect;
        Rect clip;
        float radius;
    };
    struct Tip {
        NodeId owner;
        Rect rect;
        LocalisedString text;
    };
    void noteReacting(NodeId node) const;
    void paintRing(const Ring& ring);
    void paintTip();
    void pushShift(float x, float y);
    void popShift();
    Rect toSurface(const Rect& rect) const { return {rect.x + offsetX_, rect.y + offsetY_, rect.width, rect.height}; }
    float snap(float value) const;

    const Model& model_;
    const Theme& theme_;
    TextEngine& text_;
    semantics::TreeBuilder& tree_;
    ImDrawList& drawList_;
    render::ShapeList& shapes_;
    std::unordered_map<NodeId, Intent>& intents_;
    CardList& cards_;
    float scale_ = 1;
    float offsetX_ = 0, offsetY_ = 0;
    int measuring_ = 0;
    Output output_ = Output::all;
    std::vector<Shift> shifts_;
    std::optional<render::RoundedClip> rounded_; // on the surface
    /// Of what is open.
    struct Surroundings {
        float x, y; // on the page: what the rectangles inside are relative to
        std::string language;
        bool isNode;
    };
    std::vector<Surroundings> surroundings_;
    std::optional<Ring> ring_;
    std::optional<Tip> tip_;
    std::optional<ShownTip> shownTip_;
};

} // namespace ui
