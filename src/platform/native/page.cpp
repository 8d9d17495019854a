#include "platform/native/page.h"

#include "base/clamp.h"
#include "platform/native/data_url.h"
#include "platform/native/typing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace platform {

using semantics::kNoNode;
using semantics::kRootId;
using semantics::Node;
using semantics::NodeId;
using semantics::Rect;
using semantics::ScrollOffset;

namespace {

constexpr float kDragThreshold = 4; // CSS px that the pointer may move within a click
constexpr float kArrowStep = 40;    // CSS px scrolled by an arrow key
constexpr float kViewMargin = 24;   // CSS px around a node that is scrolled into view
constexpr float kZoomPerPixel =
    0.25f / 60; // exponent of the zoom factor, as web/wheel.js has it: 0.25 a notch of 60 px
constexpr std::uint8_t kHorizontal = 1;
constexpr std::uint8_t kVertical = 2;

/// How far to scroll so that a span lies in [low, high]; where it is longer, so that its start is at `low`. CSS px.
float shiftIntoView(float start, float length, float low, float high) {
    if (start < low || length > high - low) return start - low;
    return std::max(start + length - high, 0.0f);
}

const Node* parentOf(const semantics::Tree& tree, const Node& node) {
    return node.id == kRootId ? nullptr : tree.find(node.parent);
}

bool isWebLink(std::string_view href) {
    return href.starts_with("https://") || href.starts_with("http://") || href.starts_with("mailto:");
}

} // namespace

Page::Page(Application& application, Desktop desktop, std::string queryString)
    : application_(application), desktop_(std::move(desktop)), history_(std::move(queryString)) {}

// ── Finding ──

Rect Page::placeOf(NodeId node) const {
    return semantics::visibleRect(application_.tree(), application_.scrollOffsets(), viewport_.width, viewport_.height,
                                  node);
}

NodeId Page::hit(float x, float y) const {
    return semantics::hitTest(application_.tree(), application_.scrollOffsets(), viewport_.width, viewport_.height, x,
                              y);
}

/// The last node in reading order that matches, is at that point and is not scrolled out of sight there.
template <typename Predicate>
NodeId Page::innermost(float x, float y, Predicate matches) const {
    const semantics::Tree& tree = application_.tree();
    for (auto node = tree.nodes.rbegin(); node != tree.nodes.rend(); ++node) {
        if (!matches(*node) || !contains(placeOf(node->id), x, y)) continue;
        bool isInSight = true;
        for (const Node* around = parentOf(tree, *node); around; around = parentOf(tree, *around)) {
            if (around->scrollAxes && !contains(placeOf(around->id), x, y)) isInSight = false;
        }
        if (isInSight) return node->id;
    }
    return kNoNode;
}

bool Page::isField(NodeId id) const {
    const Node* node = application_.tree().find(id);
    return node && node->role == semantics::Role::searchField && !node->isDisabled;
}

ScrollOffset Page::offsetOf(NodeId region) const {
    for (const ScrollOffset& offset : application_.scrollOffsets()) {
        if (offset.region == region) return offset;
    }
    return {region, 0, 0};
}

PointerShape Page::pointerShape(float x, float y) const {
    NodeId node = hit(x, y);
    if (node == kNoNode) return PointerShape::arrow;
    return isField(node) ? PointerShape::text : PointerShape::hand;
}

std::optional<Rect> Page::focusedField() const {
    if (!isField(focused_)) return std::nullopt;
    return placeOf(focused_);
}

// ── The pointer ──

bool Page::resize(const ui::Viewport& viewport) {
    float scrollTop = viewport_.scrollTop;
    viewport_ = viewport;
    viewport_.scrollTop = scrollTop;
    return true;
}

bool Page::movePointer(float x, float y) {
    bool needsFrame = application_.movePointer(std::pair(x, y));
    if (!press_) return needsFrame;
    if (std::hypot(x - press_->startX, y - press_->startY) > kDragThreshold) press_->isDrag = true;
    if (press_->isDrag && press_->draggable != kNoNode) {
        const float along = press_->isHandle ? y : x;
        const Drag kind = press_->isDrawing ? Drag::draw : Drag::move;
        needsFrame |= application_.drag(press_->draggable, along - press_->last, 1, along, kind, viewport_.seconds);
        press_->last = along;
    }
    return takeEffects() || needsFrame;
}

bool Page::leavePointer() {
    return application_.movePointer(std::nullopt);
}

bool Page::press(float x, float y, Modifiers modifiers) {
    NodeId node = hit(x, y);
    NodeId draggable = innermost(x, y, [](const Node& candidate) { return candidate.isDraggable; });
    const Node* dragged = application_.tree().find(draggable);
    const bool isHandle = dragged != nullptr && semantics::isHandle(*dragged);
    press_ = Press{node, draggable, x, y, isHandle ? y : x, isHandle, modifiers.shift};
    if (draggable != kNoNode) application_.hold();
    isAllSelected_ = false;
    return focus(node, false);
}

bool Page::release(float x, float y) {
    std::optional<Press> press = std::exchange(press_, std::nullopt);
    if (!press) return false;
    bool wasDrag = press->isDrag && press->draggable != kNoNode;
    if (wasDrag) {
        const bool needsFrame = application_.endDrag(viewport_.seconds);
        return takeEffects() || needsFrame;
    }
    if (press->node == kNoNode || hit(x, y) != press->node || isField(press->node)) return false;
    return activate(press->node);
}

bool Page::doubleClick(float x, float y, bool isOut) {
    if (hit(x, y) != kNoNode) return false; // on a link or button
    const NodeId draggable = innermost(x, y, [](const Node& node) { return node.isDraggable; });
    const bool needsFrame = application_.zoomAt(draggable, x, isOut);
    return takeEffects() || needsFrame;
}

bool Page::turnWheel(float x, float y, float deltaX, float deltaY, Modifiers modifiers) {
    if (modifiers.shift && deltaX == 0) std::swap(deltaX, deltaY);
    NodeId draggable = innermost(x, y, [](const Node& node) { return node.isDraggable && !semantics::isHandle(node); });
    if (modifiers.control && draggable == kNoNode) return false;
    const bool isSideways = std::abs(deltaX) > std::abs(deltaY);
    if (draggable != kNoNode && (modifiers.control || isSideways)) {
        const float zoom = modifiers.control ? std::exp(-(deltaX + deltaY) * kZoomPerPixel) : 1;
        const float dx = modifiers.control ? 0 : -deltaX;
        bool needsFrame = application_.drag(draggable, dx, zoom, x, Drag::wheel, viewport_.seconds);
        return takeEffects() || needsFrame;
    }
    bool needsHint = draggable != kNoNode && deltaY != 0 && application_.noteScroll(viewport_.seconds, false);
    NodeId region = innermost(x, y, [](const Node& node) { return node.scrollAxes != 0; });
    bool needsFrame = scrollFrom(region, deltaX, deltaY);
    // Scrolling may have put another node under the pointer.
    return application_.movePointer(std::pair(x, y)) || needsFrame || needsHint;
}

// ── Acting ──

bool Page::focus(NodeId node, bool isVisible) {
    const bool needsFrame = noteFocus(node);
    return application_.setFocus(node, isVisible) || needsFrame;
}

/// Sets the focus without telling the program. Leaving a field ends an input method's composition.
bool Page::noteFocus(NodeId node) {
    const bool needsFrame = node != focused_ && application_.compose({});
    focused_ = node;
    return needsFrame;
}

bool Page::activate(NodeId id) {
    const Node* node = application_.tree().find(id);
    if (!node) return false;
    if (node->role == semantics::Role::link && followLink(*node)) return false;
    bool needsFrame = application_.activate(id);
    return takeEffects() || needsFrame;
}

bool Page::click(NodeId node) {
    isAllSelected_ = false;
    bool needsFrame = focus(node, false);
    return (!isField(node) && activate(node)) || needsFrame;
}

bool Page::drag(NodeId node, float dx, float zoom, float x) {
    bool needsFrame = application_.drag(node, dx, zoom, x);
    takeEffects();
    return needsFrame;
}

/// Opens a web link or a download. False where the program itself follows the link.
bool Page::followLink(const Node& link) {
    if (isWebLink(link.href)) {
        desktop_.openUrl(link.href);
        return true;
    }
    std::optional<std::string> content = decodeDataUrl(link.href);
    if (content) desktop_.openDownload(link.download, *content);
    return content.has_value();
}

bool Page::walkFocus(bool isBackward) {
    const semantics::Tree& tree = application_.tree();
    NodeId next = semantics::focusBeside(tree, focused_, isBackward);
    if (next == kNoNode) next = semantics::focusBeside(tree, kNoNode, isBackward); // wraps around
    if (next == kNoNode) return false;
    isAllSelected_ = isField(next);
    bool needsFrame = focus(next, true);
    application_.revealFocus();
    return scrollIntoView(next) || needsFrame;
}

/// Scrolls the scroll containers around the node, from the inside out, and then the page, no farther than needed.
bool Page::scrollIntoView(NodeId id) {
    const semantics::Tree& tree = application_.tree();
    const Node* node = tree.find(id);
    if (!node) return false;
    bool needsFrame = false;
    for (const Node* region = parentOf(tree, *node); region; region = parentOf(tree, *region)) {
        if (!region->scrollAxes) continue;
        Rect place = placeOf(id);
        Rect view = placeOf(region->id);
        float deltaX = shiftIntoView(place.x, place.width, view.x + kViewMargin, view.x + view.width - kViewMargin);
        float deltaY = shiftIntoView(place.y, place.height, view.y + kViewMargin, view.y + view.height - kViewMargin);
        needsFrame |= scrollBy(region->id, deltaX, deltaY);
    }
    const auto [top, bottom] =
        semantics::clearSpan(tree, application_.scrollOffsets(), viewport_.width, viewport_.height, id);
    Rect place = placeOf(id);
    float delta = shiftIntoView(place.y, place.height, top + kViewMargin, bottom - kViewMargin);
    return scrollTo(viewport_.scrollTop + delta) || needsFrame;
}

/// False where the scroll container cannot scroll that way.
bool Page::scrollBy(NodeId id, float deltaX, float deltaY) {
    const Node* region = application_.tree().find(id);
    if (!region) return false;
    ScrollOffset offset = offsetOf(id);
    float x = offset.x;
    float y = offset.y;
    if (region->scrollAxes & kHorizontal)
        x = base::clampInto(x + deltaX, 0.0F, region->contentWidth - region->rect.width);
    if (region->scrollAxes & kVertical)
        y = base::clampInto(y + deltaY, 0.0F, region->contentHeight - region->rect.height);
    if (x == offset.x && y == offset.y) return false;
    return application_.scroll(id, x, y);
}

/// Scrolls the innermost scroll container around the node that can scroll that way, else the page.
bool Page::scrollFrom(NodeId id, float deltaX, float deltaY) {
    const semantics::Tree& tree = application_.tree();
    for (const Node* region = tree.find(id); region; region = parentOf(tree, *region)) {
        if (region->scrollAxes && scrollBy(region->id, deltaX, deltaY)) return true;
    }
    return scrollTo(viewport_.scrollTop + deltaY);
}

bool Page::scrollTo(float scrollTop) {
    float clamped = base::clampInto(scrollTop, 0.0F, contentHeight_ - viewport_.height);
    if (std::exchange(viewport_.scrollTop, clamped) == clamped) return false;
    // Hit tests before the next frame use the new offset.
    application_.scroll(kRootId, 0, clamped);
    return true;
}

bool Page::scrollByKey(std::string_view key, Modifiers modifiers) {
    float screenful = viewport_.height * 0.875f;
    if (key == "ArrowDown") return scrollFrom(focused_, 0, kArrowStep);
    if (key == "ArrowUp") return scrollFrom(focused_, 0, -kArrowStep);
    if (key == "ArrowRight") return scrollFrom(focused_, kArrowStep, 0);
    if (key == "ArrowLeft") return scrollFrom(focused_, -kArrowStep, 0);
    if (key == "PageDown" || (key == " " && !modifiers.shift)) return scrollFrom(focused_, 0, screenful);
    if (key == "PageUp" || key == " ") return scrollFrom(focused_, 0, -screenful);
    if (key == "Home") return scrollTo(0);
    if (key == "End") return scrollTo(contentHeight_);
    return false;
}

// ── Back and Forward ──

bool Page::goBack() {
    return travel(-1);
}

bool Page::goForward() {
    return travel(1);
}

bool Page::navigate(std::string_view queryString) {
    history_.scrollTop() = viewport_.scrollTop;
    history_.change({AddressStep::push, std::string(queryString)});
    return show(false);
}

bool Page::travel(int by) {
    history_.scrollTop() = viewport_.scrollTop;
    return history_.go(by) && show(true);
}

/// Shows the present entry of the history, which the visit has made (`isOurs`) or not.
bool Page::show(bool isOurs) {
    application_.navigate(queryString(), isOurs);
    takeEffects();
    viewport_.scrollTop = history_.scrollTop(); // clamped in frame()
    desktop_.showAddress(queryString());
    return true;
}

/// Performs effects (platform/common/effects.h).
struct Page::EffectHost {
    Page& page;
    bool needsFrame = false;

    void copyText(const std::string& text) { page.desktop_.copyText(text); }
    void share(const SharedText&) {} // Viewport::canShare is false
    void changeAddress(const AddressChange& change) {
        page.history_.scrollTop() = page.viewport_.scrollTop;
        page.history_.change(change);
        page.desktop_.showAddress(page.queryString());
    }
    void setTitle(const std::string& title) { page.desktop_.setTitle(title); }
    void keep(const std::string&) {} // the window does not offer it
    void scrollPageTo(float scrollTop) { needsFrame |= page.scrollTo(scrollTop); }
    void moveFocus(const FocusMove& move) {
        needsFrame |= page.noteFocus(move.node);
        if (move.scrollsIntoView) needsFrame |= page.scrollIntoView(move.node);
    }
};

/// Takes and performs the program's effects. Returns whether some wait for a frame.
bool Page::takeEffects() {
    const Effects effects = application_.takeEffects();
    EffectHost host{*this};
    performAtOnce(effects, host);
    deferred_.add(effects);
    return !deferred_.isEmpty();
}

// ── The keyboard ──

bool Page::pressKey(std::string_view key, Modifiers modifiers) {
    if (key == "Tab") return walkFocus(modifiers.shift);
    if (modifiers.alt && key == "ArrowLeft") return goBack();
    if (modifiers.alt && key == "ArrowRight") return goForward();
    bool isTyping = isField(focused_);
    if (isTyping && editField(key, modifiers)) return true;
    // As Application::pressKey names them; Shift and Space scrolls the page.
    const std::string name = modifiers.shift && key.size() > 1 ? "Shift+" + std::string(key) : std::string(key);
    if (application_.pressKey(focused_, name)) {
        takeEffects();
        return true;
    }
    bool isSideways = key == "ArrowLeft" || key == "ArrowRight" || key == "Home" || key == "End" || key == " ";
    if (isTyping && isSideways) return false;
    if (focused_ != kNoNode && !isTyping && (key == "Enter" || key == " ")) {
        bool needsFrame = application_.setFocus(focused_, true);
        return activate(focused_) || needsFrame;
    }
    return scrollByKey(key, modifiers);
}

std::string Page::fieldText() const {
    if (typedText_) return *typedText_;
    const Node* field = application_.tree().find(focused_);
    return field ? field->value : std::string();
}

bool Page::type(std::string text) {
    isAllSelected_ = false;
    bool needsFrame = application_.type(focused_, text);
    typedText_ = std::move(text);
    return takeEffects() || needsFrame;
}

bool Page::composeText(std::string_view text) {
    return isField(focused_) && application_.compose(text);
}

bool Page::enterText(std::string_view text) {
    if (!isField(focused_)) {
        // Shortcuts such as "?" come as text, since their keys depend on the keyboard's layout.
        if (!application_.pressKey(focused_, text)) return false;
        takeEffects();
        return true;
    }
    application_.compose({});
    return type(isAllSelected_ ? std::string(text) : fieldText().append(text));
}

/// Edits the focused field. False where the key is not one of a field's.
bool Page::editField(std::string_view key, Modifiers modifiers) {
    std::string text = fieldText();
    if (key == "Backspace" || key == "Delete") {
        if (isAllSelected_) return type({});
        if (key == "Delete") return false; // the caret is always at the end
        return type(std::string(modifiers.control ? withoutLastWord(text) : withoutLastCharacter(text)));
    }
    if (!modifiers.control) return false;
    if (key == "a")
        isAllSelected_ = true;
    else if ((key == "c" || key == "x") && isAllSelected_)
        desktop_.copyText(text);
    if (key == "x" && isAllSelected_) return type({});
    if (key == "v") return enterText(onOneLine(desktop_.pasteText()));
    return key == "a" || key == "c" || key == "x";
}

// ── Drawing ──

bool Page::frame(double seconds) {
    viewport_.seconds = seconds;
    FrameResult result = application_.frame(viewport_);
    typedText_.reset();
    contentHeight_ = result.contentHeight;
    takeEffects();
    EffectHost host{*this, result.needsAnotherFrame};
    deferred_.performAfterFrame(host);
    bool needsFrame = host.needsFrame;
    // Clamps: the page may have become shorter than where it is scrolled to.
    needsFrame |= scrollTo(viewport_.scrollTop);
    if (focused_ != kNoNode && !application_.tree().find(focused_)) needsFrame |= focus(kNoNode, false);
    lastFrame_ = std::move(result);
    return needsFrame;
}

} // namespace platform
