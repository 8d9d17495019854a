#include "ui/frame.h"

#include "base/clamp.h"
#include "explorer/facets.h"
#include "explorer/reduce.h"
#include "explorer/url.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "semantics/stick.h"
#include "ui/audit.h"
#include "ui/styles.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr float kTipGap = 8;    // between the tooltip and its owner
constexpr float kTipMargin = 8; // between the tooltip and the edge of the viewport
constexpr float kRingGap = 2;
constexpr float kRingThickness = 2;
static_assert(kRingGap + kRingThickness + 1 == kRingReach, "with a border in the background colour");

ImVec2 upperLeft(const Rect& rect) {
    return {rect.x, rect.y};
}

ImVec2 lowerRight(const Rect& rect) {
    return {rect.x + rect.width, rect.y + rect.height};
}

/// Rectangles in the tree are multiples of 1/64 px, so that rounding errors are not taken for changes.
float quantise(float value) {
    return std::round(value * 64.0F) / 64.0F;
}

} // namespace

std::string keyOf(const Model& model, const programme::StringRef& id) {
    return std::string(model.programme.in(id));
}

std::string keyOf(const Model& model, explorer::Facet facet, explorer::ValueIndex value) {
    const std::string_view id = model.programme.in(model.facts.of(facet).values[value].id);
    return std::string(explorer::rowOf(facet).parameter) + "=" + std::string(id);
}

LocalisedText labelOf(const Model& model, explorer::Facet facet, explorer::ValueIndex value) {
    const search::FacetValue& facetValue = model.facts.of(facet).values[value];
    return facetValue.label.isEmpty() ? withoutLanguage(model.programme.in(facetValue.id))
                                      : localised(model, facetValue.label);
}

std::string addressAfter(const Model& model, const explorer::Action& action) {
    const explorer::State state = explorer::reduce(model.programme, model.facts, model.state, action).state;
    return "?" + explorer::formatQueryString(model.programme, model.facts, state);
}

Frame::Frame(const Model& model, const Theme& theme, TextEngine& text, semantics::TreeBuilder& tree,
             ImDrawList& drawList, render::ShapeList& shapes, Intents& intents, CardList& cards, Motion& motion,
             timeline::MilestonePlans& milestonePlans)
    : model_(model), theme_(theme), text_(text), tree_(tree), drawList_(drawList), shapes_(shapes), intents_(intents),
      cards_(cards), motion_(motion), milestonePlans_(milestonePlans), scale_(model.viewport.rootFontSize / 16.0F) {
    offsetY_ = -model.viewport.scrollTop;
    contexts_.push_back({0, 0, model.programme.languages[model.state.language], true});
}

float Frame::targetHeight() const {
    return model_.viewport.hasCoarsePointer ? 44.0F : 32.0F;
}

bool Frame::isPhone() const {
    return ui::isPhone(model_.viewport);
}

bool Frame::isWide() const {
    return ui::isWide(model_.viewport);
}

bool Frame::hasFoot() const {
    return ui::hasFoot(model_.viewport);
}

float Frame::snap(float value) const {
    const float ratio = model_.viewport.devicePixelRatio;
    return std::round(value * ratio) / ratio;
}

// ── Describing ──

NodeId Frame::open(Key key, Node&& node, const Rect& rect) {
    if (isMeasuring()) return semantics::kNoNode;
    if (output_ == Output::picture) {
        NodeContext same = contexts_.back();
        same.isNode = false;
        contexts_.push_back(std::move(same));
        return semantics::kNoNode;
    }
    NodeContext inside = contexts_.back();
    // Where the window is narrower than the margins of what is in it, no room is left: nothing has a negative size.
    node.rect = {quantise(rect.x - inside.x), quantise(rect.y - inside.y), quantise(std::max(rect.width, 0.0F)),
                 quantise(std::max(rect.height, 0.0F))};
    if (node.language == inside.language) node.language.clear();
    const bool isOnPage = contexts_.size() == 1 && key.view() != kDialogKey;
    node.isInert = isOnPage && model_.attention.showsKeys;
    if (!node.language.empty()) inside.language = node.language;
    inside.x = rect.x;
    inside.y = rect.y;
    inside.isNode = true;
    contexts_.push_back(std::move(inside));
    return tree_.open(key.view(), std::move(node));
}

NodeId Frame::open(Key key, Role role, const Rect& rect) {
    return open(key, nodeOf(role), rect);
}

NodeId Frame::open(Key key, Role role, const LocalisedText& name, const Rect& rect) {
    return open(key, named(role, name), rect);
}

NodeId Frame::openHeading(Key key, std::uint8_t level, const Rect& rect) {
    Node node = nodeOf(Role::heading);
    node.level = level;
    return open(key, std::move(node), rect);
}

NodeId Frame::openDecorative(Key key, const Rect& rect) {
    Node node = nodeOf(Role::generic);
    node.isDecorative = true;
    return open(key, std::move(node), rect);
}

NodeId Frame::openItem(Key list, std::size_t index, const Rect& rect) {
    return open(std::string(list.view()) + std::to_string(index), Role::listItem, rect);
}

void Frame::close() {
    if (isMeasuring()) return;
    const bool isNode = contexts_.back().isNode;
    contexts_.pop_back();
    if (isNode) tree_.close();
}

void Frame::closeAt(float bottom) {
    if (isMeasuring()) return;
    if (contexts_.back().isNode) tree_.current().rect.height = quantise(bottom - contexts_.back().y);
    close();
}

NodeId Frame::add(Key key, Node&& node, const Rect& rect) {
    const NodeId id = open(key, std::move(node), rect);
    close();
    return id;
}

void Frame::setHeight(NodeId node, float height) {
    if (Node* found = isMeasuring() ? nullptr : tree_.find(node)) found->rect.height = quantise(height);
}

void Frame::moveBefore(NodeId node, NodeId sibling) {
    if (!isMeasuring()) tree_.moveBefore(node, sibling);
}

NodeId Frame::idOf(Key key) const {
    return semantics::childId(tree_.currentId(), key.view());
}

void Frame::noteReacting(NodeId node) const {
    if (Audit* audit = text_.audit()) audit->reacting.push_back(node);
}

void Frame::onActivate(NodeId node, Intent intent) {
    if (isMeasuring() || node == semantics::kNoNode) return;
    noteReacting(node);
    intents_[node] = std::move(intent);
}

bool Frame::isHovered(NodeId node) const {
    if (isMeasuring() || node == semantics::kNoNode) return false;
    noteReacting(node);
    return model_.attention.hovered == node;
}

bool Frame::isFocused(NodeId node) const {
    return !isMeasuring() && node != semantics::kNoNode && model_.attention.isFocusVisible &&
           model_.attention.focused == node;
}

// ── Painting ──

bool Frame::isInView(const Rect& rect) const {
    if (isMeasuring()) return false;
    const Rect place = toSurface(rect);
    const ImVec2 clipMin = drawList_.GetClipRectMin();
    const ImVec2 clipMax = drawList_.GetClipRectMax();
    return place.x < clipMax.x && place.x + place.width > clipMin.x && place.y < clipMax.y &&
           place.y + place.height > clipMin.y;
}

void Frame::fill(const Rect& rect, Colour colour, float radius) {
    if (!isInView(rect)) return;
    const Rect place = toSurface(rect);
    drawList_.AddRectFilled({snap(place.x), snap(place.y)}, {snap(place.x + place.width), snap(place.y + place.height)},
                            faded(colour), radius);
}

void Frame::outline(const Rect& rect, Colour colour, float radius, float thickness) {
    if (!isInView(rect)) return;
    const Rect place = toSurface(rect);
    // Dear ImGui strokes along the middle of a line. Inset by half its thickness the stroke covers whole device pixels.
    const float inset = snap(thickness) / 2.0F;
    drawList_.PathRect({snap(place.x) + inset, snap(place.y) + inset},
                       {snap(place.x + place.width) - inset, snap(place.y + place.height) - inset},
                       std::max(0.0F, radius - inset));
    drawList_.PathStroke(faded(colour), ImDrawFlags_Closed, snap(thickness));
}

void Frame::horizontalLine(float x, float y, float width, Colour colour) {
    if (isMeasuring()) return;
    const float shift = toSurface(Point{}).y;
    const float top = snap(y + shift) - shift;
    fill({x, top, width, std::max(snap(1.0F), 1.0F / model_.viewport.devicePixelRatio)}, colour);
}

void Frame::verticalLine(float x, float y, float height, Colour colour, float thickness) {
    if (isMeasuring()) return;
    const float shift = toSurface(Point{}).x;
    const float left = snap(x + shift) - shift;
    fill({left, y, std::max(snap(thickness), 1.0F / model_.viewport.devicePixelRatio), height}, colour);
}

void Frame::paintText(const TextLayout& layout, const TextStyle& style, float x, float y, Colour colour,
                      std::span<const TextMark> marks) {
    const Rect box{x, y, layout.width, layout.height};
    if (!isInView(box)) return;
    for (std::size_t index = 0; index < layout.lines.size(); ++index) {
        const TextLine& line = layout.lines[index];
        const float top = y + style.lineHeight * static_cast<float>(index);
        if (!isInView({x, top, line.width, style.lineHeight})) continue;
        noteLine({x, top, line.width, style.lineHeight});
        const auto [surfaceX, surfaceY] = toSurface(Point{x, top});
        for (const TextMark& mark : marks) {
            const std::size_t begin = std::max(mark.begin, line.begin);
            const std::size_t end = std::min(mark.end, line.end);
            if (begin >= end) continue;
            const float left = text_.offsetOf(style, line.text, begin - line.begin);
            const float right = text_.offsetOf(style, line.text, end - line.begin);
            const float inset = (style.lineHeight - style.size * 1.3F) / 2.0F;
            fill({x + left - 1, top + inset, right - left + 2, style.lineHeight - 2 * inset}, theme_.match, 3);
        }
        text_.draw(drawList_, style, surfaceX, surfaceY, faded(colour), line.text);
        if (!theme_.isDark) continue;
        // In the dark theme the mark is light: the marked text is painted again in a dark colour.
        for (const TextMark& mark : marks) {
            const std::size_t begin = std::max(mark.begin, line.begin);
            const std::size_t end = std::min(mark.end, line.end);
            if (begin >= end) continue;
            const float left = text_.offsetOf(style, line.text, begin - line.begin);
            text_.draw(drawList_, style, surfaceX + left, surfaceY, faded(theme_.onMatch),
                       std::string_view(line.text).substr(begin - line.begin, end - begin));
        }
    }
}

float Frame::write(Key key, const TextStyle& style, const LocalisedText& text, float x, float y, float maxWidth,
                   Colour colour, int maxLines, std::span<const TextMark> marks) {
    if (text.isEmpty()) return y;
    const TextLayout& layout = text_.layout(style, text.text, maxWidth, maxLines);
    if (isMeasuring()) return y + layout.height;
    paintText(layout, style, x, y, colour, marks);
    Node node = nodeOf(Role::text);
    node.language = text.language;
    node.textStyle = style;
    node.lines.reserve(layout.lines.size());
    for (std::size_t index = 0; index < layout.lines.size(); ++index) {
        const TextLine& line = layout.lines[index];
        const bool endsAtSpace = index + 1 < layout.lines.size() && layout.lines[index + 1].begin > line.end;
        node.lines.push_back(endsAtSpace ? line.text + ' ' : line.text);
    }
    node.colour = {colour};
    // A line that is cut on the canvas is described whole, to be read aloud, found and copied.
    node.isCut = layout.isCut;
    if (layout.isCut) node.lines.back() = text.text.substr(layout.lines.back().begin);
    add(key, std::move(node), {x, y, layout.width, layout.height});
    return y + layout.height;
}

void Frame::ring(const Rect& rect, float radius) {
    if (isMeasuring()) return;
    const ImVec2 clipMin = drawList_.GetClipRectMin();
    const ImVec2 clipMax = drawList_.GetClipRectMax();
    ring_ = Ring{toSurface(rect), {clipMin.x, clipMin.y, clipMax.x - clipMin.x, clipMax.y - clipMin.y}, radius};
}

void Frame::paintLine(const TextStyle& style, std::string_view line, float x, float y, Colour colour) {
    if (isMeasuring()) return;
    const Point place = toSurface(Point{x, y});
    text_.draw(drawList_, style, place.x, place.y, faded(colour), line);
}

void Frame::addShapes(const base::FunctionRef<void(render::ShapeList&)>& append, const std::optional<Rect>& clip) {
    if (isMeasuring()) return;
    const std::size_t first = shapes_.shapes.size();
    append(shapes_);
    const render::RoundedClip clipped = clipOfShapes(clip);
    for (render::Shape& shape : std::span(shapes_.shapes).subspan(first)) {
        const Point place = toSurface(Point{shape.x, shape.y});
        shape.x = place.x;
        shape.y = place.y;
        shape.colour = faded(shape.colour);
        shape.clip = clipped;
    }
    shapes_.addTo(drawList_, first);
}

/// The rectangle, on whole device pixels, inside the rounded one: it keeps the round corners that it shares with it.
render::RoundedClip Frame::clipOfShapes(const std::optional<Rect>& clip) const {
    const render::RoundedClip around = rounded_.value_or(render::kUnclipped);
    if (!clip) return around;
    const Rect place = toSurface(*clip);
    const float left = std::max(snap(place.x), around.x);
    const float top = std::max(snap(place.y), around.y);
    const float right = std::min(snap(place.x + place.width), around.x + around.width);
    const float bottom = std::min(snap(place.y + place.height), around.y + around.height);
    const bool isAtLeft = left == around.x;
    const bool isAtTop = top == around.y;
    const bool isAtRight = right == around.x + around.width;
    const bool isAtBottom = bottom == around.y + around.height;
    const int corners = (isAtLeft && isAtTop ? 1 : 0) | (isAtRight && isAtTop ? 2 : 0) |
                        (isAtRight && isAtBottom ? 4 : 0) | (isAtLeft && isAtBottom ? 8 : 0);
    return {left,         top,           right - left,
            bottom - top, around.radius, static_cast<std::uint8_t>(corners & around.roundCorners)};
}

void Frame::paintTimedShapes(std::vector<render::TimedShape> shapes, render::TimeTransform transform) {
    if (isMeasuring()) return;
    shapes_.retained.set(std::move(shapes));
    const Point shift = toSurface(Point{});
    transform.x += shift.x;
    transform.left += shift.x;
    transform.right += shift.x;
    transform.y += shift.y;
    transform.opacity *= moved_.opacity;
    shapes_.addRetainedTo(drawList_, transform);
}

void Frame::strokeLines(std::span<const Point> points, bool isClosed, Colour colour, float thickness) {
    if (isMeasuring()) return;
    for (const Point& point : points) {
        const Point place = toSurface(point);
        drawList_.PathLineTo({place.x, place.y});
    }
    drawList_.PathStroke(faded(colour), isClosed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness);
}

void Frame::strokeCircle(Point centre, float radius, Colour colour, float thickness) {
    if (isMeasuring()) return;
    const Point place = toSurface(centre);
    drawList_.AddCircle({place.x, place.y}, radius, faded(colour), 0, thickness);
}

void Frame::strokeRectangle(const Rect& rect, float radius, Colour colour, float thickness) {
    if (isMeasuring()) return;
    const Rect place = toSurface(rect);
    drawList_.AddRect(upperLeft(place), lowerRight(place), faded(colour), radius, 0, thickness);
}

void Frame::fillPolygon(std::span<const Point> corners, Colour colour) {
    if (isMeasuring()) return;
    for (const Point& corner : corners) {
        const Point place = toSurface(corner);
        drawList_.PathLineTo({place.x, place.y});
    }
    drawList_.PathFillConcave(faded(colour));
}

// ── Motion ──

float Frame::animate(NodeId node, Property property, float target, std::optional<float> start) {
    return isMeasuring() || node == semantics::kNoNode ? target : motion_.animate(node, property, target, start);
}

float Frame::appear(NodeId group, std::uint64_t key) {
    return isMeasuring() ? 1 : motion_.appear(group, key);
}

std::vector<Leaving> Frame::leaving(NodeId group) {
    return isMeasuring() ? std::vector<Leaving>() : motion_.leaving(group);
}

void Frame::setMoved(const Moved& moved) {
    moved_ = moved;
    if (Audit* audit = text_.audit()) audit->moved = {moved.x, moved.y, moved.isLeaving};
}

void Frame::beginMotion(float dx, float dy, float opacity) {
    outerMoved_.push_back(moved_);
    setMoved({moved_.x + dx, moved_.y + dy, moved_.opacity * opacity, moved_.isLeaving});
}

void Frame::endMotion() {
    setMoved(outerMoved_.back());
    outerMoved_.pop_back();
}

void Frame::beginLeaving(float dx, float dy, float opacity) {
    beginMotion(dx, dy, opacity);
    setMoved({moved_.x, moved_.y, moved_.opacity, true});
    outerOutputs_.push_back(std::exchange(output_, Output::picture));
}

void Frame::endLeaving() {
    output_ = outerOutputs_.back();
    outerOutputs_.pop_back();
    endMotion();
}

// ── Regions ──

void Frame::pushShift(float x, float y) {
    shifts_.push_back({offsetX_, offsetY_});
    offsetX_ += x;
    offsetY_ += y;
}

void Frame::popShift() {
    offsetX_ = shifts_.back().x;
    offsetY_ = shifts_.back().y;
    shifts_.pop_back();
}

NodeId Frame::beginSticky(Key key, Node&& node, const Rect& rect, semantics::Stick stick, float stickOffset,
                          float containerBottom) {
    if (ring_ && !isMeasuring()) paintRing(*std::exchange(ring_, std::nullopt)); // it may cover what is below
    const Viewport& viewport = model_.viewport;
    const float top = rect.y + offsetY_;
    const float shift =
        semantics::stickShift(stick, stickOffset, {top, top + rect.height}, {0, visibleHeight(viewport)},
                              {contexts_.back().y + offsetY_, containerBottom + offsetY_});
    node.stick = stick;
    node.stickOffset = stickOffset;
    const NodeId id = open(key, std::move(node), rect);
    pushShift(0, shift);
    return id;
}

void Frame::endSticky() {
    popShift();
    close();
}

NodeId Frame::beginScroll(Key key, Node&& node, const Rect& rect, float contentWidth, float contentHeight) {
    node.contentWidth = quantise(std::max(contentWidth, rect.width));
    node.contentHeight = quantise(std::max(contentHeight, rect.height));
    node.scrollAxes = static_cast<std::uint8_t>((contentWidth > rect.width + 0.5F ? 1 : 0) |
                                                (contentHeight > rect.height + 0.5F ? 2 : 0));
    float scrollX = 0;
    float scrollY = 0;
    const bool doesScroll = node.scrollAxes != 0;
    const float mostX = node.contentWidth - rect.width;
    const float mostY = node.contentHeight - rect.height;
    const NodeId id = open(key, std::move(node), rect);
    if (doesScroll) {
        for (const semantics::ScrollOffset& offset : model_.scrollOffsets) {
            if (offset.region != id) continue;
            scrollX = base::clampInto(offset.x, 0.0F, mostX);
            scrollY = base::clampInto(offset.y, 0.0F, mostY);
        }
    }
    beginClip(rect);
    pushShift(-scrollX, -scrollY);
    scrollers_.push_back({rect, scrollX, scrollY, doesScroll ? mostX : 0, doesScroll ? mostY : 0, {}, {}, {}, {}});
    return id;
}

void Frame::endScroll() {
    popShift();
    paintFades();
    scrollers_.pop_back();
    endClip();
    close();
}

/// Notes, for the fades of the open scroll container, where a painted line of text is.
void Frame::noteLine(const Rect& line) {
    if (scrollers_.empty()) return;
    Scroller& of = scrollers_.back();
    const auto note = [](ScrollEdge& edge, float inside) {
        if (inside >= 0) edge.gap = std::min(edge.gap, inside);
        edge.cut = std::max(edge.cut, -inside);
    };
    const Rect place{line.x - of.x, line.y - of.y, line.width, line.height};
    note(of.left, place.x - of.rect.x);
    note(of.top, place.y - of.rect.y);
    note(of.right, of.rect.x + of.rect.width - place.x - place.width);
    note(of.bottom, of.rect.y + of.rect.height - place.y - place.height);
}

/// Where a scroll container can be scrolled on, its content fades into the background. A fade reaches no line that is
/// in view as a whole. It grows with the part that is cut off of a line: it does not come at once while one scrolls.
void Frame::paintFades() {
    if (isMeasuring()) return;
    const Scroller& of = scrollers_.back();
    const Rect place = toSurface(of.rect);
    const Colour solid = theme_.background;
    const Colour clear = solid & 0x00FFFFFFu;
    const auto lengthOf = [](const ScrollEdge& edge) {
        return edge.cut > 0 ? std::min(edge.gap, 2 * edge.cut) : edge.gap;
    };
    const auto fade = [&](const Rect& rect, Colour upperLeftColour, Colour upperRight, Colour lowerRightColour,
                          Colour lowerLeft) {
        drawList_.AddRectFilledMultiColor(upperLeft(rect), lowerRight(rect), upperLeftColour, upperRight,
                                          lowerRightColour, lowerLeft);
    };
    const float left = lengthOf(of.left);
    const float top = lengthOf(of.top);
    const float right = lengthOf(of.right);
    const float bottom = lengthOf(of.bottom);
    if (of.y > 0.5F) fade({place.x, place.y, place.width, top}, solid, solid, clear, clear);
    if (of.y < of.mostY - 0.5F)
        fade({place.x, place.y + place.height - bottom, place.width, bottom}, clear, clear, solid, solid);
    if (of.x > 0.5F) fade({place.x, place.y, left, place.height}, solid, clear, clear, solid);
    if (of.x < of.mostX - 0.5F)
        fade({place.x + place.width - right, place.y, right, place.height}, clear, solid, solid, clear);
}

void Frame::beginRounded(const Rect& rect, float radius) {
    const Rect place = toSurface(rect);
    const float left = snap(place.x);
    const float top = snap(place.y);
    rounded_ =
        render::RoundedClip{left, top, snap(place.x + place.width) - left, snap(place.y + place.height) - top, radius};
}

void Frame::endRounded() {
    rounded_.reset();
}

void Frame::beginClip(const Rect& rect) {
    if (isMeasuring()) return;
    const Rect place = toSurface(rect);
    drawList_.PushClipRect({snap(place.x), snap(place.y)}, {snap(place.x + place.width), snap(place.y + place.height)},
                           true);
}

void Frame::endClip() {
    if (!isMeasuring()) drawList_.PopClipRect();
}

float Frame::measure(const base::FunctionRef<float()>& draw) {
    ++measureDepth_;
    const float height = draw();
    --measureDepth_;
    return height;
}

// ── Over everything ──

void Frame::tooltip(NodeId node, const Rect& rect, const LocalisedText& text, std::span<const Rect> obstacles,
                    bool isInName) {
    if (isMeasuring() || text.isEmpty()) return;
    // Where the text is the name, a screen reader need not hear it twice.
    Node* described = isInName ? nullptr : tree_.find(node);
    if (described != nullptr && described->name != text.text) described->description = text.text;
    const bool isWanted =
        isHovered(node) || isFocused(node) || model_.attention.askedTip == node || model_.attention.copied == node;
    if (!isWanted || model_.attention.dismissedTip == node) return;
    const auto atRest = [this](const Rect& of) { return Rect{of.x + offsetX_, of.y + offsetY_, of.width, of.height}; };
    tip_ = Tip{.owner = node, .rect = atRest(rect), .text = text, .obstacles = {}};
    for (const Rect& obstacle : obstacles) tip_->obstacles.push_back(atRest(obstacle));
}

void Frame::paintRing(const Ring& ring) {
    drawList_.PushClipRect(upperLeft(ring.clip), lowerRight(ring.clip), false);
    const float thickness = snap(kRingThickness);
    const float grow = snap(kRingGap) + thickness / 2.0F;
    const ImVec2 from{snap(ring.rect.x) - grow, snap(ring.rect.y) - grow};
    const ImVec2 to{snap(ring.rect.x + ring.rect.width) + grow, snap(ring.rect.y + ring.rect.height) + grow};
    // Not AddRect(): it offsets the path by half a pixel, which blurs a line of two pixels.
    const auto stroke = [&](Colour colour, float width) {
        drawList_.PathRect(from, to, ring.radius + grow);
        drawList_.PathStroke(colour, ImDrawFlags_Closed, width);
    };
    stroke(theme_.background, thickness + 2 * snap(1));
    // In the dark theme the accent does not contrast with some of the emblems' shapes.
    stroke(theme_.isDark ? theme_.ink : theme_.accent, thickness);
    drawList_.PopClipRect();
}

/// The upper left corner on the surface: above the owner, below, at its right or left, wherever the tooltip fits and
/// covers least of the obstacles.
Point Frame::tipPlace(float width, float height) const {
    const Viewport& viewport = model_.viewport;
    const Rect& owner = tip_->rect;
    const float x =
        base::clampInto(owner.x + owner.width / 2.0F - width / 2.0F, kTipMargin, viewport.width - width - kTipMargin);
    const float middle = owner.y + owner.height / 2.0F - height / 2.0F;
    const Point above{x, owner.y - height - kTipGap};
    const Point below{x, owner.y + owner.height + kTipGap};
    const auto covered = [&](const Point& at) {
        float area = 0;
        for (const Rect& obstacle : tip_->obstacles) {
            const float across = std::min(at.x + width, obstacle.x + obstacle.width) - std::max(at.x, obstacle.x);
            const float down = std::min(at.y + height, obstacle.y + obstacle.height) - std::max(at.y, obstacle.y);
            if (across > 0 && down > 0) area += across * down;
        }
        return area;
    };
    Point best = above.y >= kTipMargin ? above : below;
    for (const Point& place :
         {below, Point{owner.x + owner.width + kTipGap, middle}, Point{owner.x - width - kTipGap, middle}}) {
        const bool isInside = place.x >= kTipMargin && place.x + width <= viewport.width - kTipMargin &&
                              place.y >= kTipMargin && place.y + height <= viewport.height - kTipMargin;
        if (isInside && covered(place) < covered(best)) best = place;
    }
    return {snap(best.x), snap(best.y)};
}

void Frame::paintTip() {
    const TextStyle style = tagStyle(*this);
    const float widest = std::min(scaled(320), model_.viewport.width - 32);
    const TextLayout& layout = text_.layout(style, tip_->text.text, widest);
    const float width = layout.width + 24;
    const float height = layout.height + 16;
    const auto [x, y] = tipPlace(width, height);
    const Rect rect{x - offsetX_, y - offsetY_, width, height};
    const NodeId shown = semantics::childId(tip_->owner, "tip");
    beginMotion(0, 0, animate(shown, Property::opacity, 1, 0.0F));
    fill(rect, theme_.ink, radius::kControl);
    open("tip", Role::tooltip, rect);
    write("text", style, tip_->text, rect.x + 12, rect.y + 8, widest, theme_.background);
    close();
    endMotion();
    constexpr float reach = kTipGap + 1;
    shownTip_ = ShownTip{tip_->owner, {x - reach, y - reach, width + 2 * reach, height + 2 * reach}};
}

void Frame::finish() {
    if (ring_) paintRing(*ring_);
    if (tip_) paintTip();
}

} // namespace ui
