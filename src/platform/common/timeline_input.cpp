#include "platform/common/timeline_input.h"

#include "explorer/window.h"
#include "ui/timeline_nodes.h"

#include <algorithm>
#include <cmath>

namespace platform {

using explorer::Action;
using explorer::Period;
using explorer::Window;
using semantics::NodeId;
using ui::TimelinePart;

namespace {

constexpr double kWheelPause = 0.5; // seconds without a turn, after which another one is another gesture
constexpr double kSampled = 0.1;    // seconds of a drag from which its speed is measured
constexpr double kStill = 0.06;     // seconds without movement, after which a lifted finger throws nothing
constexpr double kLeastSpeed = 120; // CSS px in a second
constexpr double kMostSpeed = 6000; // CSS px in a second
constexpr double kDecay = 0.325;    // seconds in which the speed falls to 1/e
constexpr double kDoubleClick = 2;  // the factor
constexpr double kHintSeconds = 3;
constexpr std::size_t kMostBefore = 8;
constexpr double kKeyShare = 1.0 / 16; // of the window, by which an arrow pans
constexpr int kMostAcceleration = 4;   // times as far, for a key that is held
constexpr float kSmoothZoom = 1.08F;   // a zoom by more at once is a notch of a wheel, and is animated

/// Where a surface's x is in a node that shows `window` over its width.
double timeAt(const Description& page, NodeId node, const Window& window, float x) {
    const semantics::Rect rect = page.visibleRect(node);
    return window.first + static_cast<double>(x - rect.x) * window.length / static_cast<double>(rect.width);
}

/// The window with one edge moved, at least kShortestPeriodDays from the other one.
Action moveEdge(const explorer::Facts& facts, const Window& shown, bool isEnd, double days) {
    const Window whole = explorer::wholeWindow(facts);
    const double least = explorer::kShortestPeriodDays;
    if (isEnd) {
        const double end = std::clamp(shown.end() + days, shown.first + least, whole.end());
        return explorer::ShowWindow{shown.first, end - shown.first};
    }
    const double first = std::clamp(shown.first + days, whole.first, shown.end() - least);
    return explorer::ShowWindow{first, shown.end() - first};
}

/// What a zoom by key is about: the focused milestone or challenge, else the open one.
std::optional<Period> chosenDates(const Session& session, const Description& page, NodeId node) {
    if (const std::optional<Period> dates = datesOpenedBy(session, page, node)) return dates;
    return explorer::openDates(session.programme(), session.state());
}

bool isInTimeline(const semantics::Tree& tree, NodeId id) {
    return semantics::isInside(tree, id, ui::timelineRegion());
}

} // namespace

std::optional<Period> datesOpenedBy(const Session& session, const Description& page, NodeId node) {
    const ui::Intent* intent = page.intentOf(node);
    const Action* action = intent == nullptr ? nullptr : std::get_if<Action>(intent);
    if (action == nullptr) return std::nullopt;
    const programme::Programme& programme = session.programme();
    if (const auto* toggle = std::get_if<explorer::ToggleMilestone>(action))
        return programme::daysOf(programme.milestones[toggle->milestone]);
    if (const auto* toggle = std::get_if<explorer::ToggleCrowd>(action)) {
        return Period{programme.milestones[toggle->crowd.first].start.first,
                      programme.milestones[toggle->crowd.last].start.last};
    }
    if (const auto* open = std::get_if<explorer::OpenChallenge>(action))
        return programme::daysOf(programme.challenges[open->challenge]);
    return std::nullopt;
}

std::optional<Action> showInTimeline(const Session& session, const Description& page, NodeId node) {
    const std::optional<Period> period = datesOpenedBy(session, page, node);
    if (!period) return std::nullopt;
    const Window shown = explorer::shownWindow(session.facts(), session.state());
    const Window dates = explorer::windowOf(*period);
    if (dates.end() > shown.first && dates.first < shown.end()) return std::nullopt;
    return explorer::PanTimeline{dates.first - shown.first - shown.length / 4};
}

// ── Pointers ──

void TimelineInput::hold() {
    inertia_.reset();
    isDragging_ = false;
}

/// The event belongs to a gesture: to the one under way, or to a new one.
void TimelineInput::beginGesture(Drag kind, double seconds) {
    inertia_.reset();
    run_ = kind == Drag::wheel ? Run::wheel : Run::drag;
    if (kind == Drag::wheel) {
        if (seconds - lastWheel_ > kWheelPause) lastRun_ = Run::none;
        lastWheel_ = seconds;
    } else if (!isDragging_) {
        lastRun_ = Run::none;
        samples_.clear();
        draggedDaysPerPixel_ = 0;
    }
}

void TimelineInput::draw(double from, double to) {
    shown_.drawn = Window{std::min(from, to), std::abs(to - from)};
}

std::vector<Action> TimelineInput::drag(const Session& session, const Description& page, NodeId node, float dx,
                                        float zoom, float x, Drag kind, double seconds) {
    std::vector<Action> actions;
    const semantics::Node* dragged = page.tree().find(node);
    if (!session.hasProgramme() || dragged == nullptr || !dragged->isDraggable) return actions;
    const TimelinePart part = ui::timelinePartOf(node);
    const Window shown = explorer::shownWindow(session.facts(), session.state());
    const bool isPlot = part == TimelinePart::plot;
    const NodeId ground = isPlot ? node : ui::timelineMinimap();
    const Window scale = isPlot ? shown : explorer::wholeWindow(session.facts());
    const double width = static_cast<double>(page.visibleRect(ground).width);
    if (part == TimelinePart::none || width <= 0) return actions;
    beginGesture(kind, seconds);
    const bool isFirst = kind != Drag::wheel && !isDragging_;
    if (isFirst) isDragging_ = true;
    const double days = static_cast<double>(dx) * scale.length / width;
    if (isFirst) drawnFrom_ = timeAt(page, ground, scale, x - dx);
    if (part == TimelinePart::minimap || (isPlot && kind == Drag::draw)) {
        if (kind != Drag::wheel) draw(drawnFrom_, timeAt(page, ground, scale, x));
        return actions;
    }
    if (part == TimelinePart::window) actions.emplace_back(explorer::PanTimeline{days});
    if (part == TimelinePart::start || part == TimelinePart::end)
        actions.emplace_back(moveEdge(session.facts(), shown, part == TimelinePart::end, days));
    if (!isPlot) return actions;
    // First the movement: a pinch's middle takes along the days under it, which then are the zoom's anchor.
    if (dx != 0) actions.emplace_back(explorer::PanTimeline{-days});
    if (zoom != 1 && zoom > 0) {
        const Window panned = explorer::panWindow(session.facts(), shown, -days);
        actions.emplace_back(explorer::ZoomTimeline{1.0 / static_cast<double>(zoom), timeAt(page, node, panned, x)});
    }
    shown_.isHeld = std::max(zoom, 1 / zoom) < kSmoothZoom;
    if (kind == Drag::move) {
        draggedDaysPerPixel_ = zoom == 1 ? shown.length / width : 0;
        std::erase_if(samples_, [&](const Sample& sample) { return seconds - sample.seconds > kSampled; });
        samples_.push_back({seconds, dx});
    }
    return actions;
}

/// CSS px in a second; 0 where the pointer rested or was slow.
double TimelineInput::speedAt(double seconds) const {
    if (samples_.size() < 2 || seconds - samples_.back().seconds > kStill) return 0;
    const double passed = samples_.back().seconds - samples_.front().seconds;
    double moved = 0;
    for (std::size_t each = 1; each < samples_.size(); ++each) moved += static_cast<double>(samples_[each].dx);
    const double speed = passed <= 0 ? 0 : moved / passed;
    return std::abs(speed) < kLeastSpeed ? 0 : std::clamp(speed, -kMostSpeed, kMostSpeed);
}

std::optional<Action> TimelineInput::endDrag(const Session& session, double seconds, bool isCancelled) {
    const bool wasDragging = std::exchange(isDragging_, false);
    const std::optional<Window> drawn = std::exchange(shown_.drawn, std::nullopt);
    if (!session.hasProgramme() || !wasDragging || isCancelled) return std::nullopt;
    if (drawn) {
        shown_.isHeld = false;
        if (drawn->length <= 0) return std::nullopt;
        return explorer::ShowWindow{drawn->first, drawn->length};
    }
    const double speed = draggedDaysPerPixel_ > 0 ? speedAt(seconds) : 0;
    if (speed != 0) inertia_ = Inertia{.speed = speed, .daysPerPixel = draggedDaysPerPixel_};
    return std::nullopt;
}

std::optional<Action> TimelineInput::zoomAt(const Session& session, const Description& page, NodeId node, float x,
                                            bool isOut) {
    if (!session.hasProgramme() || ui::timelinePartOf(node) != TimelinePart::plot) return std::nullopt;
    const Window shown = explorer::shownWindow(session.facts(), session.state());
    return explorer::ZoomTimeline{isOut ? kDoubleClick : 1 / kDoubleClick, timeAt(page, node, shown, x)};
}

void TimelineInput::noteScroll(double seconds, bool isCommand) {
    if (std::exchange(hasHinted_, true)) return;
    hintEnd_ = seconds + kHintSeconds;
    shown_.hint = isCommand ? ui::TimelineHint::command : ui::TimelineHint::control;
}

// ── Keys ──

void TimelineInput::noteKey(bool isRepeated) {
    repeats_ = isRepeated ? repeats_ + 1 : 0;
    if (!isRepeated) lastRun_ = Run::none;
}

/// A handle of the minimap is a slider: https://www.w3.org/WAI/ARIA/apg/patterns/slider/
std::optional<Action> TimelineInput::pressHandle(const Session& session, bool isEnd, std::string_view key) const {
    const double whole = explorer::wholeWindow(session.facts()).length;
    const double day = 1 + std::min(repeats_ / 8, kMostAcceleration);
    double days = 0;
    if (key == "ArrowRight" || key == "ArrowUp") days = day;
    if (key == "ArrowLeft" || key == "ArrowDown") days = -day;
    if (key == "PageUp") days = 30;
    if (key == "PageDown") days = -30;
    if (key == "Home") days = -whole;
    if (key == "End") days = whole;
    if (days == 0) return std::nullopt;
    return moveEdge(session.facts(), explorer::shownWindow(session.facts(), session.state()), isEnd, days);
}

std::optional<Action> TimelineInput::pressKey(const Session& session, const Description& page, NodeId node,
                                              std::string_view key) {
    if (!isInTimeline(page.tree(), node)) return std::nullopt;
    run_ = Run::key;
    shown_.isHeld = false;
    const TimelinePart part = ui::timelinePartOf(node);
    if (part == TimelinePart::start || part == TimelinePart::end) {
        if (auto action = pressHandle(session, part == TimelinePart::end, key)) return action;
    }
    const Window shown = explorer::shownWindow(session.facts(), session.state());
    const double anchor = explorer::anchorOf(shown, chosenDates(session, page, node), session.now().day);
    const double step = shown.length * kKeyShare * (1 + std::min(repeats_ / 4, kMostAcceleration - 1));
    const double whole = explorer::wholeWindow(session.facts()).length;
    if (key == "+") return explorer::ZoomTimeline{1 / explorer::kZoomStep, anchor};
    if (key == "-") return explorer::ZoomTimeline{explorer::kZoomStep, anchor};
    if (key == "0") return explorer::FitTimeline{};
    if (key == ".") return explorer::PanTimeline{1};
    if (key == ",") return explorer::PanTimeline{-1};
    if (key == "Shift+ArrowRight") return explorer::PanTimeline{step};
    if (key == "Shift+ArrowLeft") return explorer::PanTimeline{-step};
    if (key == "Shift+PageDown") return explorer::PanTimeline{shown.length};
    if (key == "Shift+PageUp") return explorer::PanTimeline{-shown.length};
    if (key == "Shift+End") return explorer::PanTimeline{whole};
    if (key == "Shift+Home") return explorer::PanTimeline{-whole};
    if (key == "Backspace" && !before_.empty())
        return explorer::ShowWindow{before_.back().first, before_.back().length};
    return std::nullopt;
}

// ── Around a change and a frame ──

void TimelineInput::noteChange(const explorer::State& before, const Session& session) {
    if (!session.hasProgramme()) return;
    const Window from = explorer::shownWindow(session.facts(), before);
    const Window to = explorer::shownWindow(session.facts(), session.state());
    if (from == to) return;
    const bool continues = run_ != Run::none && run_ == lastRun_;
    if (!continues && !before_.empty() && before_.back() == to) {
        before_.pop_back();
    } else if (!continues) {
        if (before_.size() == kMostBefore) before_.erase(before_.begin());
        before_.push_back(from);
    }
    lastRun_ = run_;
    if (run_ != Run::drag) inertia_.reset();
    if (run_ == Run::none) shown_.isHeld = false;
    shown_.before = before_.empty() ? std::nullopt : std::optional(before_.back());
}

std::optional<Action> TimelineInput::advance(const Session& session, double seconds, bool hasReducedMotion) {
    if (hintEnd_ && seconds >= *hintEnd_) {
        hintEnd_.reset();
        shown_.hint = ui::TimelineHint::none;
    }
    if (!inertia_) return std::nullopt;
    if (hasReducedMotion || explorer::showsWholeCalendar(session.facts(), session.state())) {
        inertia_.reset();
        return std::nullopt;
    }
    if (inertia_->begin < 0) inertia_->begin = seconds;
    const double passed = std::clamp(seconds - inertia_->begin, 0.0, kMostInertia);
    const double moved = inertia_->speed * kDecay * (1 - std::exp(-passed / kDecay));
    const double pixels = moved - std::exchange(inertia_->moved, moved);
    const Window shown = explorer::shownWindow(session.facts(), session.state());
    const Window next = explorer::panWindow(session.facts(), shown, -pixels * inertia_->daysPerPixel);
    const bool isAtEnd = passed > 0 && next == shown;
    run_ = lastRun_ = Run::drag;
    shown_.isHeld = true;
    const double first = next.first - shown.first;
    if (isAtEnd || passed >= kMostInertia) inertia_.reset();
    if (first == 0) return std::nullopt;
    return explorer::PanTimeline{first};
}

void TimelineInput::forgetSession() {
    *this = {};
}

} // namespace platform
