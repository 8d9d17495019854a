// What a browser does for a page, implemented for the desktop window: scrolling, focus, following links, Back and
// Forward, editing a field. It turns input into events of the Application by hit tests and Tab order of the semantics
// tree, where the web page uses its DOM mirror. It depends neither on SDL nor on OpenGL.
//
// Each event returns whether a frame is needed. Positions and lengths are CSS px in the window.
#pragma once

#include "platform/common/application.h"
#include "platform/common/history.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// Functions of the desktop environment.
struct Desktop {
    std::function<void(const std::string& url)> openUrl;
    std::function<void(const std::string& fileName, const std::string& content)> openDownload;
    std::function<void(const std::string& text)> copyText;
    std::function<std::string()> pasteText;
    std::function<void(const std::string& title)> setTitle;
    std::function<void(std::string_view queryString)> showAddress; // called when the address has changed
};

struct Modifiers {
    bool shift = false;
    bool control = false;
    bool alt = false;
};

/// By what is under the pointer.
enum class PointerShape : std::uint8_t { arrow, hand, text };

class Page {
public:
    Page(Application& application, Desktop desktop, std::string queryString);

    // ── Events ──
    /// Sets everything of the viewport but scrollTop and seconds.
    bool resize(const ui::Viewport& viewport);
    bool movePointer(float x, float y);
    bool leavePointer();
    /// With Shift a drag on the timeline draws the window that will be shown.
    bool press(float x, float y, Modifiers modifiers = {});
    bool release(float x, float y);
    /// After the second release: zooms the timeline there, or out of it (`isOut`: with Shift or Alt).
    bool doubleClick(float x, float y, bool isOut);
    /// Scrolls; positive deltas: down, to the right. With Control it zooms the timeline by deltaY instead.
    bool turnWheel(float x, float y, float deltaX, float deltaY, Modifiers modifiers);
    /// `key`: as in KeyboardEvent.key: "Tab", "Enter", " ", "ArrowLeft", "PageDown", "a" …
    bool pressKey(std::string_view key, Modifiers modifiers);
    /// Text from the keyboard or an input method, for the focused field. Without one, a single-character shortcut.
    bool enterText(std::string_view text);
    /// The text that an input method is composing. The finished text comes by enterText().
    bool composeText(std::string_view text);
    bool goBack();
    bool goForward();
    bool scrollTo(float scrollTop);

    // Events of replayed visits only (visit.h).
    /// Focuses and activates the node, as assistive technology does.
    bool click(semantics::NodeId node);
    /// Focuses the node and shows the focus ring.
    bool focusOn(semantics::NodeId node) { return focus(node, true); }
    /// See Application::drag.
    bool drag(semantics::NodeId node, float dx, float zoom, float x);
    /// Adds an entry to the history and goes to it, as a page around the element may.
    bool navigate(std::string_view queryString);

    /// Draws a frame at that time (Viewport::seconds) and performs its effects. Returns whether another one is needed.
    bool frame(double seconds);

    // ── For the window ──
    [[nodiscard]] PointerShape pointerShape(float x, float y) const;
    /// The rectangle of the focused field in the window; nothing where no field has the focus.
    [[nodiscard]] std::optional<semantics::Rect> focusedField() const;
    /// Of the present address, without '?'.
    [[nodiscard]] const std::string& queryString() const { return history_.queryString(); }
    [[nodiscard]] semantics::NodeId focused() const { return focused_; }
    [[nodiscard]] const FrameResult& lastFrame() const { return lastFrame_; }

private:
    /// A button press that was not yet released.
    struct Press {
        semantics::NodeId node = semantics::kNoNode;      // the interactive node that it would activate
        semantics::NodeId draggable = semantics::kNoNode; // the draggable node under it
        float startX = 0, startY = 0;
        float last = 0; // x of the pointer; of a row's handle y
        bool isHandle = false;
        bool isDrawing = false; // a window, with Shift
        bool isDrag = false;    // it has moved farther than a click may
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
    bool travel(int by);
    bool show(bool isOurs);
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
    float contentHeight_ = 0; // of the last frame, CSS px
    History history_;
    semantics::NodeId focused_ = semantics::kNoNode;
    DeferredEffects deferred_; // until the next frame is drawn
    std::optional<Press> press_;
    /// The field's text where it was edited since the last frame: the tree still has the old one.
    std::optional<std::string> typedText_;
    bool isAllSelected_ = false; // the field's whole text is selected: the next input replaces it
};

} // namespace platform
