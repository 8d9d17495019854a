// The timeline's input: turns drags, pinches, wheel turns and keys on the timeline and its minimap into actions that
// zoom and pan; lets a drag run on (inertia); remembers the windows before, for steps back.
//
// Changes that follow each other in one gesture are one step back: a drag with its inertia, turns of the wheel without
// a pause, a key that is held.
#pragma once

#include "platform/common/description.h"
#include "platform/common/session.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace platform {

/// How a pointer moves the timeline.
enum class Drag : std::uint8_t {
    move,  // it takes the days under it along
    draw,  // it draws the window that will be shown (with Shift)
    wheel, // a turn of the wheel or a pinch on a trackpad, which have no beginning and no end
};

/// The days of the milestone or the challenge that the node opens; nothing where it opens none, or one without dates.
[[nodiscard]] std::optional<explorer::Period> datesOpenedBy(const Session& session, const Description& page,
                                                            semantics::NodeId node);
/// The action that pans the timeline to the node's dates; nothing where they are visible or the node has none.
[[nodiscard]] std::optional<explorer::Action> showInTimeline(const Session& session, const Description& page,
                                                             semantics::NodeId node);

class TimelineInput {
public:
    static constexpr double kMostInertia = 1.5; // seconds for which a drag runs on

    /// What the screens read.
    [[nodiscard]] const ui::TimelineAttention& shown() const { return shown_; }

    // ── Events. Actions are to be carried out in their order, followed by endEvent(). ──

    /// A pointer was pressed on the timeline: inertia stops.
    void hold();
    /// Parameters: Application::drag.
    [[nodiscard]] std::vector<explorer::Action> drag(const Session& session, const Description& page,
                                                     semantics::NodeId node, float dx, float zoom, float x, Drag kind,
                                                     double seconds);
    /// The last pointer of a drag was lifted: shows the drawn window, or lets the drag run on. `isCancelled`: the
    /// browser took the pointer for something else; then neither.
    [[nodiscard]] std::optional<explorer::Action> endDrag(const Session& session, double seconds, bool isCancelled);
    /// A double click at that x of the plot. `isOut`: with Shift or Alt.
    [[nodiscard]] std::optional<explorer::Action> zoomAt(const Session& session, const Description& page,
                                                         semantics::NodeId node, float x, bool isOut);
    /// The action of a key, named as in Application::pressKey, that was pressed while a node of the timeline had the
    /// focus; nothing for other keys and nodes.
    [[nodiscard]] std::optional<explorer::Action> pressKey(const Session& session, const Description& page,
                                                           semantics::NodeId node, std::string_view key);
    /// To be called before pressKey(), whatever node it is for. `isRepeated`: the key is held.
    void noteKey(bool isRepeated);
    /// The wheel was turned over the timeline and scrolled the page: shows how to zoom, once in a visit. `isCommand`:
    /// the key is Command instead of Ctrl.
    void noteScroll(double seconds, bool isCommand);
    /// Whether the event that is being carried out is a part of a drag, with what runs on after it, or of a wheel's
    /// turn.
    [[nodiscard]] bool isInGesture() const { return run_ == Run::drag || run_ == Run::wheel; }
    /// After the actions of an event were carried out.
    void endEvent() { run_ = Run::none; }

    // ── Around a change and a frame ──

    /// To be called after each change of the state.
    void noteChange(const explorer::State& before, const Session& session);
    /// To be called before a frame: the action by which inertia moves on. `seconds`: Viewport::seconds.
    [[nodiscard]] std::optional<explorer::Action> advance(const Session& session, double seconds,
                                                          bool hasReducedMotion);
    /// Whether inertia is under way.
    [[nodiscard]] bool isMoving() const { return inertia_.has_value(); }
    /// When the hint goes, in seconds of Viewport::seconds.
    [[nodiscard]] std::optional<double> hintEnd() const { return hintEnd_; }
    /// Another session is shown.
    void forgetSession();

private:
    /// What an event belongs to.
    enum class Run : std::uint8_t { none, drag, wheel, key };
    struct Sample {
        double seconds;
        float dx; // CSS px
    };
    struct Inertia {
        double speed = 0;  // CSS px in a second, at the beginning
        double begin = -1; // seconds; negative: the next frame is the first
        double moved = 0;  // CSS px so far
        double daysPerPixel = 0;
    };
    void beginGesture(Drag kind, double seconds);
    [[nodiscard]] double speedAt(double seconds) const;
    void draw(double from, double to);
    [[nodiscard]] std::optional<explorer::Action> pressHandle(const Session& session, bool isEnd,
                                                              std::string_view key) const;

    ui::TimelineAttention shown_;
    std::vector<explorer::Window> before_; // the last one last
    Run run_ = Run::none;                  // of the event that is being carried out
    Run lastRun_ = Run::none;              // of the last change
    bool isDragging_ = false;
    double drawnFrom_ = 0; // days since 1970-01-01, where the drawing of a window began
    double lastWheel_ = 0; // seconds
    int repeats_ = 0;      // of the key that is held
    std::vector<Sample> samples_;
    double draggedDaysPerPixel_ = 0; // of the plot; 0: something else is dragged
    std::optional<Inertia> inertia_;
    std::optional<double> hintEnd_;
    bool hasHinted_ = false;
};

} // namespace platform
