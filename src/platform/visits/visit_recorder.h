// Records input as the text of a visit (docs/visits.md), step by step.
#pragma once

#include "platform/visits/visit.h"
#include "semantics/query.h"

#include <optional>
#include <ostream>
#include <vector>

namespace platform {

/// The page in the last frame.
struct RecordedPage {
    const semantics::Tree& tree;
    const std::vector<semantics::ScrollOffset>& offsets;
    float width = 0, height = 0; // CSS px of the window
};

class VisitRecorder {
public:
    /// Writes the head. The stream must outlive the recorder; it is flushed after each step, in case of a crash.
    VisitRecorder(std::ostream& stream, const Visit& head);

    /// To be called before each step is played. Of consecutive pointer moves only the last is written; a press and
    /// release on one node become a click; a pause of at least half a second becomes a wait. `seconds`: the present
    /// time.
    void add(const VisitStep& step, const RecordedPage& page, double seconds);

private:
    struct Press {
        VisitStep step;
        std::optional<VisitTarget> target; // the node under it
        std::optional<VisitStep> move;     // the last pointer move since
    };

    void addToPress(const VisitStep& step);
    void writePress();
    void write(const VisitStep& step);

    std::ostream& stream_;
    std::optional<VisitStep> move_; // the last pointer move, not yet written
    std::optional<Press> press_;    // a press without its release yet
    double lastSeconds_ = 0;
};

} // namespace platform
