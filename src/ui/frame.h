// One frame while it is drawn: it paints (Dear ImGui's draw list, render::ShapeList), adds nodes to the semantics tree
// ("describes") and tells which node is hovered or focused. Screens and widgets take it by reference; each of their
// functions both paints and describes.
//
// Coordinates. Everything is laid out on the *page*: CSS px, as if nothing were scrolled, x to the right, y down. A
// region that scrolls or sticks shifts what is painted inside it, without changing page coordinates. So scrolling
// changes no node's rectangle, and no update is sent to the mirror. Only Frame knows the surface (the viewport's
// pixels): all functions below take page coordinates, and toSurface() converts them.
//
// Results of draw functions. drawX(frame, …, x, y, width) draws from (x, y) downwards and returns the y of its lower
// edge. drawX(frame, …, rect) fills a rectangle that the caller has computed; it returns nothing, or the node that it
// added.
//
// Measuring. measure() calls a draw function without painting or describing anything, to find out its height.
#pragma once

#include "base/function_ref.h"
#include "explorer/handoff.h"
#include "explorer/visit.h"
#include "programme/words.h"
#include "render/shapes.h"
#include "semantics/query.h"
#include "ui/card_list.h"
#include "ui/intent.h"
#include "ui/localised.h"
#include "ui/motion.h"
#include "ui/text.h"
#include "ui/timeline_placement.h"
#include "ui/viewport.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace ui {

/// On the page, CSS px.
struct Point {
    float x = 0, y = 0;
};

/// The key of a node (semantics/tree.h). It is one pointer: of a std::string_view WebAssembly would pass the address of
/// a copy (docs/size.md).
class Key {
public:
    constexpr Key(const char* characters) : characters_(characters) {}
    Key(const std::string& characters) : characters_(characters.c_str()) {}
    [[nodiscard]] constexpr std::string_view view() const { return characters_; }

private:
    const char* characters_;
};

/// The key of the root's child that lies over all others while a dialog is open.
inline constexpr const char* kDialogKey = "dialog";

/// How far the focus ring with its border extends beyond the rectangle that it surrounds, CSS px.
inline constexpr float kRingReach = 5;

using semantics::Node;
using semantics::NodeId;
using semantics::Rect;
using semantics::Role;
using semantics::Tristate;

/// How the timeline is zoomed by wheel, shown where a turn of the wheel over it has scrolled the page.
enum class TimelineHint : std::uint8_t { none, control, command };

/// What is under way in the timeline. platform::TimelineInput keeps it.
struct TimelineAttention {
    std::optional<explorer::Window> before; // the window that was shown before: where a step back leads
    std::optional<explorer::Window> drawn;  // being drawn with the pointer
    bool isHeld = false;                    // the last change follows the pointer: it is shown without motion
    TimelineHint hint = TimelineHint::none;
};

/// A row of a list that follows the pointer by its handle. Both are y on the page, CSS px.
struct RowDrag {
    NodeId handle = semantics::kNoNode; // kNoNode: none
    float from = 0, to = 0;             // where the pointer was pressed, where it is
};

/// What the pointer and the keyboard focus are on, and what a screen reader announces. platform::AttentionTracker keeps
/// it between frames.
struct Attention {
    NodeId hovered = semantics::kNoNode;
    NodeId focused = semantics::kNoNode;
    bool isFocusVisible = false; // the focus was moved by keyboard: its ring is shown
    /// The challenge that the pointer or the visible focus is on. Its card and its line in the timeline are both
    /// marked.
    std::optional<explorer::ChallengeIndex> challenge;
    bool showsKeys = false;                                   // the dialog with the list of keys is open
    NodeId enteredMember = semantics::kNoNode;                // the composite's member to which Tab has led
    NodeId dismissedTip = semantics::kNoNode;                 // the node whose tooltip was closed by Escape
    NodeId copied = semantics::kNoNode;                       // what copied a text, pressed last
    NodeId askedTip = semantics::kNoNode;                     // the node whose tooltip was asked for (ShowTip)
    std::optional<explorer::ChallengeIndex> focusedChallenge; // whose card has the focus, visible or not
    std::string announcement;                                 // the status node's text; mostly empty
    float describedTop = 0; // the scroll position around which cards of a virtualised list are described, CSS px
    TimelineAttention timeline;
    RowDrag row;
    std::string composition; // text that an input method is composing (with Viewport::paintsFieldText)
};

/// Everything from which the screens are drawn. It does not change while a frame is drawn.
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
    const explorer::CalendarLinks& calendar;
};

/// What drawing does.
enum class Output : std::uint8_t {
    all,     // paints and describes
    picture, // only paints: the tree has the words of an earlier frame (semantics/virtualised_list.h)
};

/// The id of a thing of the programme as a node's key.
[[nodiscard]] std::string keyOf(const Model& model, const programme::StringRef& id);
/// The node key for a value of a facet. It is unique: it contains the value's id and a '=', which no other key
/// contains.
[[nodiscard]] std::string keyOf(const Model& model, explorer::Facet facet, explorer::ValueIndex value);
/// The label of a facet's value.
[[nodiscard]] LocalisedText labelOf(const Model& model, explorer::Facet facet, explorer::ValueIndex value);
/// The relative URL of the state after that action, "?defi=gobelins": the href of a link that carries it out.
[[nodiscard]] std::string addressAfter(const Model& model, const explorer::Action& action);

class Frame {
public:
    Frame(const Model& model, const Theme& theme, TextEngine& text, semantics::TreeBuilder& tree, ImDrawList& drawList,
          render::ShapeList& shapes, Intents& intents, CardList& cards, Motion& motion,
          timeline::MilestonePlans& milestonePlans);

    [[nodiscard]] const Model& model() const { return model_; }
    /// The layout of the list of cards, kept between frames.
    [[nodiscard]] CardList& cards() { return cards_; }
    /// The lanes of the timeline, kept between frames.
    [[nodiscard]] timeline::MilestonePlans& milestonePlans() { return milestonePlans_; }
    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] TextEngine& text() { return text_; }
    [[nodiscard]] Motion& motion() { return motion_; }

    /// A length for a base font size of 16 px, scaled to the visitor's base font size (CSS px).
    [[nodiscard]] float scaled(float measure) const { return measure * scale_; }
    /// The least height of what can be activated, CSS px: 32 with a mouse, 44 with a finger.
    [[nodiscard]] float targetHeight() const;
    [[nodiscard]] bool isPhone() const; // as in viewport.h
    [[nodiscard]] bool isWide() const;
    /// Whether the way to the application form is in a bar at the foot of the view.
    [[nodiscard]] bool hasFoot() const;

    // ── Describing ──
    /// Adds a node with that rectangle of the page as a child of the open node, and opens it. An empty `language`, or
    /// that of the open node, means the language of the open node.
    NodeId open(Key key, Node&& node, const Rect& rect);
    // The same for nodes that are made at many places: one call there, instead of the setting and freeing of all
    // members.
    NodeId open(Key key, Role role, const Rect& rect);
    NodeId open(Key key, Role role, const LocalisedText& name, const Rect& rect);
    NodeId openHeading(Key key, std::uint8_t level, const Rect& rect);
    NodeId openDecorative(Key key, const Rect& rect); // Node::isDecorative
    /// A list's item with the key "`list``index`".
    NodeId openItem(Key list, std::size_t index, const Rect& rect);
    void close();
    /// Closes the open node and sets its lower edge to `bottom`, for nodes whose height is known only then.
    void closeAt(float bottom);
    NodeId add(Key key, Node&& node, const Rect& rect); // open() and close()
    /// Sets the height (CSS px) of a node of this frame, which need not be open.
    void setHeight(NodeId node, float height);
    /// The id of the child with that key of the open node.
    [[nodiscard]] NodeId idOf(Key key) const;
    /// Moves the node that was closed last before an earlier child of the same parent (semantics::TreeBuilder).
    void moveBefore(NodeId node, NodeId sibling);
    /// Sets what activating the node does.
    void onActivate(NodeId node, Intent intent);

    [[nodiscard]] bool isHovered(NodeId node) const;
    [[nodiscard]] bool isFocused(NodeId node) const; // the focus is visible: the ring is to be shown

    // ── Painting, in page coordinates ──
    [[nodiscard]] bool isMeasuring() const { return measureDepth_ > 0; }
    [[nodiscard]] bool isInView(const Rect& rect) const;
    void fill(const Rect& rect, Colour colour, float radius = 0);
    void outline(const Rect& rect, Colour colour, float radius = 0, float thickness = 1);
    /// 1 CSS px thick, on whole device pixels.
    void horizontalLine(float x, float y, float width, Colour colour);
    void verticalLine(float x, float y, float height, Colour colour, float thickness = 1);
    /// Paints a text at (x, y), broken to `maxWidth` and cut after `maxLines` lines (0: never), with `marks`
    /// highlighted. Adds its text node as a child of the open node. Returns the y of its lower edge.
    float write(Key key, const TextStyle& style, const LocalisedText& text, float x, float y, float maxWidth,
                Colour colour, int maxLines = 0, std::span<const TextMark> marks = {});
    /// Paints a line without a text node: a field's text, which is described as the field's value.
    void paintLine(const TextStyle& style, std::string_view line, float x, float y, Colour colour);
    /// The focus ring around `rect`; finish() paints it over everything else.
    void ring(const Rect& rect, float radius);
    /// Paints the shapes that `append` adds to the list, above what was painted before; only inside `clip`, if that is
    /// given. Shapes with such clips that follow each other are one draw call, unlike those between beginClip() and
    /// endClip().
    void addShapes(const base::FunctionRef<void(render::ShapeList&)>& append,
                   const std::optional<Rect>& clip = std::nullopt);
    /// Paints shapes on a scale of time, one set in a frame. Those that were painted in the last frame are not uploaded
    /// again, wherever they are. `transform` is in page coordinates.
    void paintTimedShapes(std::vector<render::TimedShape> shapes, render::TimeTransform transform);
    // Strokes of icons: antialiased, not aligned to device pixels.
    void strokeLines(std::span<const Point> points, bool isClosed, Colour colour, float thickness);
    void strokeCircle(Point centre, float radius, Colour colour, float thickness);
    void strokeRectangle(const Rect& rect, float radius, Colour colour, float thickness);
    /// The corners may be concave.
    void fillPolygon(std::span<const Point> corners, Colour colour);

    // ── Motion (ui/motion.h): moves what is painted, never a node ──
    /// Motion::animate(). While measuring, and of what is only painted and has no node: the target.
    float animate(NodeId node, Property property, float target, std::optional<float> start = std::nullopt);
    /// Motion::appear(). While measuring: 1.
    float appear(NodeId group, std::uint64_t key);
    /// Motion::leaving(). While measuring: nothing.
    [[nodiscard]] std::vector<Leaving> leaving(NodeId group);
    /// What is painted until endMotion() is `dx` and `dy` CSS px from its place, with its opacity multiplied by
    /// `opacity` (0…1). Nodes and tooltips keep their places. Can be nested.
    void beginMotion(float dx, float dy, float opacity = 1);
    void endMotion();
    /// The same for what is not on the page any more: until endLeaving() it is painted and not described.
    void beginLeaving(float dx, float dy, float opacity);
    void endLeaving();

    // ── Regions ──
    /// CSS `position: sticky` for what is drawn until endSticky(): it stays `stickOffset` CSS px from that edge of the
    /// view while the page scrolls, and does not leave its container, whose lower edge is `containerBottom`. Opens its
    /// node.
    NodeId beginSticky(Key key, Node&& node, const Rect& rect, semantics::Stick stick, float stickOffset,
                       float containerBottom);
    void endSticky();
    /// Whether the innermost sticking node is not at its place on the page.
    [[nodiscard]] bool isStuck() const { return offsetY_ != shifts_.back().y; }
    /// A scroll container until endScroll(), which fades the content out at each edge beyond which there is more of it,
    /// but for lines of text that are in view as a whole: they are to be read. The content is laid out from the
    /// region's upper left corner. Opens its node.
    NodeId beginScroll(Key key, Node&& node, const Rect& rect, float contentWidth, float contentHeight);
    void endScroll();
    /// Clips shapes, until endRounded(), by a rounded rectangle in addition to other clips.
    void beginRounded(const Rect& rect, float radius);
    void endRounded();
    void beginClip(const Rect& rect);
    void endClip();

    /// Sets what drawing does from now on.
    void setOutput(Output output) { output_ = output; }
    [[nodiscard]] Output output() const { return output_; }

    /// Calls `draw` without painting or describing anything and returns its result: the height, where it draws from y =
    /// 0.
    [[nodiscard]] float measure(const base::FunctionRef<float()>& draw);

    /// To be called last, when all nodes but the root are closed: paints the focus ring and the tooltip.
    void finish();
    /// The tooltip that finish() painted. `reach` (on the surface, CSS px) covers it and the gap to its owner: while
    /// the pointer is inside, the tooltip stays (WCAG 1.4.13).
    struct ShownTip {
        NodeId owner = semantics::kNoNode;
        Rect reach;
    };
    [[nodiscard]] const std::optional<ShownTip>& shownTip() const { return shownTip_; }
    /// Shows a tooltip beside `rect` while the node is hovered or visibly focused, and makes the text the node's
    /// description, unless the node's name says it already (`isInName`). `obstacles`: what it should not cover where
    /// another side is free.
    void tooltip(NodeId node, const Rect& rect, const LocalisedText& text, std::span<const Rect> obstacles = {},
                 bool isInName = false);

private:
    struct Shift {
        float x, y;
    };
    /// How far what is painted is from its place.
    struct Moved {
        float x = 0, y = 0;
        float opacity = 1;
        bool isLeaving = false;
    };
    static constexpr float kLongestFade = 28;
    /// One edge of a scroll container, and the lines of text painted near it. CSS px.
    struct ScrollEdge {
        float gap = kLongestFade; // up to the nearest line that the edge does not cut
        float cut = 0;            // of the line that is cut most: how much is beyond the edge
    };
    /// An open scroll container: its rectangle on the page, and how far it is and can be scrolled.
    struct Scroller {
        Rect rect;
        float x, y, mostX, mostY;
        ScrollEdge left, top, right, bottom;
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
        std::vector<Rect> obstacles; // on the surface
    };
    void noteReacting(NodeId node) const;
    void paintText(const TextLayout& layout, const TextStyle& style, float x, float y, Colour colour,
                   std::span<const TextMark> marks);
    void paintRing(const Ring& ring);
    void noteLine(const Rect& line);
    void paintFades();
    void paintTip();
    [[nodiscard]] Point tipPlace(float width, float height) const;
    void pushShift(float x, float y);
    void popShift();
    // Where the page's point or rectangle is painted.
    [[nodiscard]] Point toSurface(Point point) const {
        return {point.x + offsetX_ + moved_.x, point.y + offsetY_ + moved_.y};
    }
    [[nodiscard]] Rect toSurface(const Rect& rect) const {
        const Point corner = toSurface(Point{rect.x, rect.y});
        return {corner.x, corner.y, rect.width, rect.height};
    }
    [[nodiscard]] Colour faded(Colour colour) const {
        return moved_.opacity < 1 ? withAlpha(colour, moved_.opacity) : colour;
    }
    void setMoved(const Moved& moved);
    [[nodiscard]] render::RoundedClip clipOfShapes(const std::optional<Rect>& clip) const;
    [[nodiscard]] float snap(float value) const;

    const Model& model_;
    const Theme& theme_;
    TextEngine& text_;
    semantics::TreeBuilder& tree_;
    ImDrawList& drawList_;
    render::ShapeList& shapes_;
    Intents& intents_;
    CardList& cards_;
    Motion& motion_;
    timeline::MilestonePlans& milestonePlans_;
    float scale_ = 1;
    float offsetX_ = 0, offsetY_ = 0;
    int measureDepth_ = 0; // nested calls of measure()
    Output output_ = Output::all;
    std::vector<Shift> shifts_;
    std::vector<Scroller> scrollers_;
    Moved moved_;
    std::vector<Moved> outerMoved_;              // around the open beginMotion() and beginLeaving()
    std::vector<Output> outerOutputs_;           // around the open beginLeaving()
    std::optional<render::RoundedClip> rounded_; // on the surface
    /// The context of an open node, or of one that was not added (see Output).
    struct NodeContext {
        float x, y; // on the page: the origin of the rectangles of its children
        std::string language;
        bool isNode; // false: the node was not added
    };
    std::vector<NodeContext> contexts_;
    std::optional<Ring> ring_;
    std::optional<Tip> tip_;
    std::optional<ShownTip> shownTip_;
};

} // namespace ui
