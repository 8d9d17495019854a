#include "platform/visits/visit_recorder.h"

#include <cmath>
#include <utility>

namespace platform {

namespace {

constexpr double kLeastPause = 0.5;  // seconds that become a wait
constexpr float kClickTolerance = 4; // CSS px that the pointer may move within a click

bool isPointerStep(VisitVerb verb) {
    return verb == VisitVerb::pointer || verb == VisitVerb::press || verb == VisitVerb::release;
}

float distance(const VisitStep& from, const VisitStep& to) {
    return std::hypot(to.numbers[0] - from.numbers[0], to.numbers[1] - from.numbers[1]);
}

} // namespace

VisitRecorder::VisitRecorder(std::ostream& stream, const Visit& head) : stream_(stream) {
    stream_ << formatVisitHead(head) << std::flush;
}

void VisitRecorder::write(const VisitStep& step) {
    stream_ << formatVisitStep(step) << std::flush;
}

void VisitRecorder::add(const VisitStep& step, const RecordedPage& page, double seconds) {
    if (press_ && isPointerStep(step.verb)) {
        addToPress(step);
        return;
    }
    writePress();
    if (step.verb == VisitVerb::pointer) {
        move_ = step;
        return;
    }
    if (const auto move = std::exchange(move_, std::nullopt)) write(*move);
    const double pause = seconds - std::exchange(lastSeconds_, seconds);
    if (pause >= kLeastPause) {
        VisitStep wait{.verb = VisitVerb::wait};
        wait.numbers[0] = static_cast<float>(std::round(pause * 10) / 10);
        write(wait);
    }
    if (step.verb != VisitVerb::press) {
        write(step);
        return;
    }
    press_ = Press{.step = step, .target = std::nullopt, .move = std::nullopt};
    const semantics::NodeId node =
        semantics::hitTest(page.tree, page.offsets, page.width, page.height, step.numbers[0], step.numbers[1]);
    if (node != semantics::kNoNode) press_->target = nameVisitTarget(page.tree, node);
}

void VisitRecorder::addToPress(const VisitStep& step) {
    if (step.verb == VisitVerb::pointer) {
        press_->move = step;
        return;
    }
    const bool isStill = distance(press_->step, step) <= kClickTolerance &&
                         (!press_->move || distance(press_->step, *press_->move) <= kClickTolerance);
    if (step.verb == VisitVerb::release && press_->target && isStill) {
        write({.verb = VisitVerb::click, .target = *press_->target});
        press_.reset();
        return;
    }
    writePress();
    write(step);
}

void VisitRecorder::writePress() {
    const auto press = std::exchange(press_, std::nullopt);
    if (!press) return;
    write(press->step);
    if (press->move) write(*press->move);
}

} // namespace platform
