// What a browser does around a page, done for the desktop window: scrolling, focus, following links, Back and Forward,
// typing into a field. It turns the hands' movements into the Application's events by the semantics tree, the same way
// the page's DOM mirror does, and knows neither SDL nor GL.
//
// Each event returns whether a frame is needed. Places are CSS px in the window.
#pragma once

#include "platform/common/application.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// What only the desktop can do.
struct Desktop {
    std::function<void(const std::string& url)> openUrl;
    std::function<void(const std::string& fileName, const std::string& content)> openDownload;
    std::function<void(const std::string& text)> copyText;
    std::function<std::string()> pasteText;
    std::function<void(const std::string& title)> setTitle;
    std::function<void(std::string_view queryString)> showAddress; // where the visit is now
};

struct Modifiers {
    bool shift = false;
    bool control = false;
    bool alt = false;
};

/// What lies under the pointer, for its shape.
enum class PointerShape : std::uint8_t { arrow, hand, text };

class Page {
public:
    Page(Application& application, Desktop desktop, std::string queryString);

    // ── Events ──
    bool resize(const ui::Viewport& viewport); // all but scrollTop and seconds
    bool movePointer(float x, float y);
    bool leavePointer();
    bool press(float x, float y);
    bool release(float x, float y);
    /// Positive: down, to the right; CSS px. With control: a factor of the timeline's zoom.
    bool turnWheel(float x, float y, float deltaX, float deltaY, Modifiers modifiers);
    /// `key` as DOM's KeyboardEvent.key names it: "Tab", "Enter", " ", "ArrowLeft", "PageDown", "a" …
    bool pressKey(std::string_view key, Modifiers modifiers);
    bool enterText(std::string_view text);
    /// What an input method is composing; it is entered with enterText() when it is done.
    bool composeText(std::string_view text);
    bool goBack();
    bool goForward();
    bool scrollTo(float scrollTop);

    // Events of a visit that is replayed (visit.h).
    /// As assistive technology does it, without pointer or key: the focus goes there, and what can be activated is.
    bool click(semantics::NodeId node);
    /// With the focus ring.
    bool focusOn(semantics::NodeId node) { return focus(node, true); }
    /// A gesture on a draggable node: see Application::drag.
    bool drag(semantics::NodeId node, float dx, float zoom, float x);
    /// Another entry of the history, as a host page may put it there.
    bool navigate(std::string_view queryString);

    /// Draws one frame at that time and does what it asked for. Returns whether another one is needed.
    bool frame(double seconds);

    // ── For the window ──
    [[nodiscard]] PointerShape pointerShape(float x, float y) const;
    /// The field that takes typed text, on the window; nothing where none has the focus.
    [[nodiscard]] std::optional<semantics::Rect> focusedField() const;
    [[nodiscard]] const std::string& queryString() const { return history_[historyPlace_].queryString; }
    [[nodiscard]] semantics::NodeId focused() const { return focused_; }
    [[nodiscard]] const FrameResult& lastFrame() const { return lastFrame_; }

private:
    struct HistoryEntry {
        std::string queryString;
        float scrollTop = 0;
    };
    /// A press that has not been released.
    struct Press {
        semantics::NodeId node = semantics::kNoNode; // what it would activate
        semantics::NodeId draggable = semantics::kNoNode;
        float startX = 0, startY = 0;
        float lastX = 0;
        bool isDrag = false;
    };

    // Finding.
    [[nodiscard]] semantics::Rect placeOf(semantics::NodeId node) const;
    [[nodiscard]] semantics::NodeId hit(float x, float y) const;
    template <typename Predicate>
    [[nodiscard]] semantics::NodeId innermost(float x, float y, Predicate matches) const;
    [[nodiscard]] bool isField(semantics::NodeId node) const;
    [[nodiscard]] semantics::ScrollOffset offsetOf(semantics::NodeId region) const;

    // Acting.
    bool focus(semantics::NodeId node, bool isVisible);
    bool noteFocus(semantics::NodeId node);
    bool activate(semantics::NodeId node);
    bool followLink(const semantics::Node& link);
    bool walkFocus(bool isBackward);
    bool scrollIntoView(semantics::NodeId node);
    bool scrollBy(semantics::NodeId region, float deltaX, float deltaY);
    bool scrollFrom(semantics::NodeId node, float deltaX, float deltaY);
    bool scrollByKey(std::string_view key, Modifiers modifiers);
    bool travel(std::size_t place);
    struct EffectHost;
    bool takeEffects();

    // Typing.
    bool editField(std::string_view key, Modifiers modifiers);
    bool type(std::string text);
    [[nodiscard]] std::string fieldText() const;

    Application& application_;
    Desktop desktop_;
    ui::Viewport viewport_;
    FrameResult lastFrame_;
    float contentHeight_ = 0; // CSS px, of the last frame
    std::vector<HistoryEntry> history_;
    std::size_t historyPlace_ = 0;
    semantics::NodeId focused_ = semantics::kNoNode;
    DeferredEffects deferred_; // until the next frame is drawn
    std::optional<Press> press_;
    /// Typed since the last frame: the tree still has the old text.
    std::optional<std::string> typedText_;
    bool isAllSelected_ = false; // Ctrl+A: what is typed next takes the place of all
};

} // namespace platform
