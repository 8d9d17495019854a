// One frame while it is drawn: it paints (Dear ImGui's draw list, render::ShapeList), adds nodes to the semantics tree
// and knows what the pointer and the focus are on. The screens and widgets take it by reference; each paints and
// describes a thing in the same function.
//
// Coordinates. Everything is laid out on the *page*: CSS px, as if nothing were scrolled, x to the right, y down. A
// region that scrolls or sticks shifts what is painted inside it; nodes and widgets never see that. So a node's
// rectangle does not change when the visitor scrolls, and nothing is sent to the mirror. Frame alone knows the surface:
// every call below takes coordinates of the page, and the way from the page to the surface is one function,
// toSurface(). A mirrored page for scripts from right to left would be another such function.
//
// What draw functions return. drawX(frame, …, x, y, width) draws from (x, y) down and returns the y below what it drew.
// drawX(frame, …, rect) fills a rectangle that its caller has measured; it returns nothing, or the node that it added.
//
// Measuring. measure() calls a draw function while nothing is painted or described, to learn how high its result is.
#pragma once

#include "explorer/handoff.h"
#include "explorer/visit.h"
#include "programme/words.h"
#include "render/shapes.h"
#include "semantics/query.h"
#include "ui/card_list.h"
#include "ui/intent.h"
#include "ui/localised.h"
#include "ui/text.h"
#include "ui/viewport.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct ImDrawList;

namespace ui {

/// On the page, CSS px.
struct Point {
    float x = 0, y = 0;
};

inline constexpr float kRingReach =
    5; // how far the focus ring with its border reaches beyond what it surrounds, CSS px

using semantics::Node;
using semantics::NodeId;
using semantics::Rect;
using semantics::Role;
using semantics::Tristate;

/// What the visitor points at, has focused and is told. Kept by the application between frames.
struct Attention {
    NodeId hovered = semantics::kNoNode;
    NodeId focused = semantics::kNoNode;
    bool isFocusVisible = false; // the focus was moved by keyboard, so its ring is shown
    /// The challenge that the pointer or the visible focus is on. Its card and its line in the timeline are both
    /// marked.
    std::optional<explorer::ChallengeIndex> challenge;
    NodeId dismissedTip = semantics::kNoNode; // its tooltip was closed by Escape and stays closed while it is hovered
    NodeId copied = semantics::kNoNode;       // the copy button that was pressed last
    std::optional<explorer::ChallengeIndex> focusedChallenge; // whose card holds the focus, visible or not
    std::string announcement;                                 // what the status node says now; empty most of the time
    float describedTop = 0;  // the Viewport::scrollTop around which cards of a long list are described, CSS px
    std::string composition; // what an input method is composing (where the text of fields is painted here)
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

/// What a frame does with what is drawn.
enum class Output : std::uint8_t {
    all,     // paints and describes it
    picture, // paints it; its nodes are those that an earlier frame described
    words,   // does not paint it; adds its text nodes alone, as children of the open node, for find-in-page
};

/// The key of a node for a facet's value: no two values have the same, and no other key holds a '='.
[[nodiscard]] std::string keyOf(const Model& model, explorer::Facet facet, explorer::ValueIndex value);
/// What a facet's value is called.
[[nodiscard]] LocalisedText labelOf(const Model& model, explorer::Facet facet, explorer::ValueIndex value);
/// The page's own address after that action, "?defi=gobelins": what a link to it leads to.
[[nodiscard]] std::string addressAfter(const Model& model, const explorer::Action& action);

class Frame {
public:
    Frame(const Model& model, const Theme& theme, TextEngine& text, semantics::TreeBuilder& tree, ImDrawList& drawList,
          render::ShapeList& shapes, std::unordered_map<NodeId, Intent>& intents, CardList& cards);

    [[nodiscard]] const Model& model() const { return model_; }
    /// What is remembered of the list of cards.
    [[nodiscard]] CardList& cards() { return cards_; }
    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] TextEngine& text() { return text_; }

    /// A length in CSS px that is right at a base font size of 16 px, at the visitor's.
    [[nodiscard]] float scaled(float measure) const { return measure * scale_; }
    /// Least height of something to be pointed at: 32 with a mouse, 44 with a finger.
    [[nodiscard]] float targetHeight() const;
    [[nodiscard]] bool isPhone() const; // as in viewport.h
    [[nodiscard]] bool isWide() const;

    // ── Describing ──
    /// Adds a node at that place of the page and opens it. Where its language is that of the node around it, it is left
    /// out; a node without one is in that language.
    NodeId open(std::string_view key, Node node, const Rect& rect);
    void close();
    /// Closes it with its lower edge at `bottom`, for one whose height was not known when it was opened.
    void closeAt(float bottom);
    NodeId add(std::string_view key, Node node, const Rect& rect);
    /// Completes a node of this frame that is not the open one, or the root.
    void setHeight(NodeId node, float height);
    /// The id that a key has below the open node.
    [[nodiscard]] NodeId idOf(std::string_view key) const;
    /// What activating the node does.
    void onActivate(NodeId node, Intent intent);

    [[nodiscard]] bool isHovered(NodeId node) const;
    [[nodiscard]] bool isFocused(NodeId node) const; // and its ring is to be shown

    // ── Painting, in page coordinates ──
    [[nodiscard]] bool isMeasuring() const { return measureDepth_ > 0; }
    [[nodiscard]] bool isInView(const Rect& rect) const;
    void fill(const Rect& rect, Colour colour, float radius = 0);
    void outline(const Rect& rect, Colour colour, float radius = 0, float thickness = 1);
    /// 1 CSS px thick, on whole device pixels.
    void horizontalLine(float x, float y, float width, Colour colour);
    void verticalLine(float x, float y, float height, Colour colour, float thickness = 1);
    /// A text with its node: painted at (x, y) on the page, described as a child of the open node. Returns the y below
    /// it.
    float write(std::string_view key, const TextStyle& style, LocalisedText text, float x, float y, float maxWidth,
                Colour colour, int maxLines = 0, std::span<const TextMark> marks = {});
    /// One line that has no node of its own: a field's text, which is the field's value.
    void paintLine(const TextStyle& style, std::string_view line, float x, float y, Colour colour);
    /// The ring around what has the keyboard's focus; painted over everything at the end of the frame.
    void ring(const Rect& rect, float radius);
    /// Paints the shapes that `append` adds to the list, in this order among what else is painted.
    void addShapes(const std::function<void(render::ShapeList&)>& append);
    // Strokes of icons: with soft edges, not moved to whole device pixels.
    void strokeLines(std::span<const Point> points, bool isClosed, Colour colour, float thickness);
    void strokeCircle(Point centre, float radius, Colour colour, float thickness);
    void strokeRectangle(const Rect& rect, float radius, Colour colour, float thickness);
    /// The corners may be concave.
    void fillPolygon(std::span<const Point> corners, Colour colour);

    // ── Regions ──
    /// What is drawn until endSticky() stays `stickOffset` px from that edge of the view while the page scrolls, as far
    /// as its container reaches (to `containerBottom` on the page): CSS `position: sticky`. Opens its node.
    NodeId beginSticky(std::string_view key, Node node, const Rect& rect, semantics::Stick stick, float stickOffset,
                       float containerBottom);
    void endSticky();
    /// A region that scrolls by itself; its content is laid out at the region's own place on the page.
    NodeId beginScroll(std::string_view key, Node node, const Rect& rect, float contentWidth, float contentHeight);
    void endScroll();
    /// Clips shapes until endRounded() by a rectangle with rounded corners, besides the clip rectangle.
    void beginRounded(const Rect& rect, float radius);
    void endRounded();
    void beginClip(const Rect& rect);
    void endClip();

    /// For what is drawn from now on.
    void setOutput(Output output) { output_ = output; }
    [[nodiscard]] Output output() const { return output_; }

    /// What `draw` returns, without painting or describing anything: the height of what it draws from y = 0 on.
    [[nodiscard]] float measure(const std::function<float()>& draw);

    /// Call last, with the root open: paints the focus ring and the tooltip over everything else.
    void finish();
    /// The tooltip that finish() painted. `reach`, on the surface, covers it and the gap between it and its owner:
    /// while the pointer is there, it stays (WCAG 1.4.13).
    struct ShownTip {
        NodeId owner = semantics::kNoNode;
        Rect reach;
    };
    [[nodiscard]] const std::optional<ShownTip>& shownTip() const { return shownTip_; }
    /// Shows a note while the node is hovered or its focus is visible; the note is the node's description, too.
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
    void paintText(const TextLayout& layout, const TextStyle& style, float x, float y, Colour colour,
                   std::span<const TextMark> marks);
    void paintRing(const Ring& ring);
    void paintTip();
    void pushShift(float x, float y);
    void popShift();
    [[nodiscard]] Point toSurface(Point point) const { return {point.x + offsetX_, point.y + offsetY_}; }
    [[nodiscard]] Rect toSurface(const Rect& rect) const {
        return {rect.x + offsetX_, rect.y + offsetY_, rect.width, rect.height};
    }
    [[nodiscard]] float snap(float value) const;

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
    int measureDepth_ = 0; // calls of measure() that are not over
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
