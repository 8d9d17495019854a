// Writes what somebody does in the desktop window as a visit's text, step by step (docs/visits.md).
#pragma once

#include "platform/native/visit.h"
#include "semantics/query.h"

#include <optional>
#include <ostream>
#include <vector>

namespace platform {

/// What the steps are done to, as the last frame shows it.
struct RecordedPage {
    const semantics::Tree& tree;
    const std::vector<semantics::ScrollOffset>& offsets;
    float width = 0, height = 0; // CSS px of the window
};

class VisitRecorder {
public:
    /// The stream outlives the recorder. What is written is flushed, so that it is there after a crash.
    VisitRecorder(std::ostream& stream, const Visit& head);

    /// Before the step is done, at that time. Of the pointer's moves the last before another step is written; a press
    /// and a release on one node become a click on it; a pause of half a second or more becomes a wait.
    void add(const VisitStep& step, const RecordedPage& page, double seconds);

private:
    struct Press {
        VisitStep step;
        std::optional<VisitTarget> target; // what the press is on
        std::optional<VisitStep> move;     // the last since
    };

    void addToPress(const VisitStep& step);
    void writePress();
    void write(const VisitStep& step);

    std::ostream& stream_;
    std::optional<VisitStep> move_; // not yet written
    std::optional<Press> press_;    // not yet released
    double lastSeconds_ = 0;
};

} // namespace platform
