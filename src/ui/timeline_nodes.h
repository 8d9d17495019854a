// The nodes of the timeline to which platform::TimelineInput gives drags and keys.
#pragma once

#include "ui/screen.h"

#include <cstdint>

namespace ui {

/// What can be dragged.
enum class TimelinePart : std::uint8_t {
    none,
    plot,    // milestones and challenges under the axis
    minimap, // the whole calendar
    window,  // in the minimap: the time that the plot shows
    start,   // its edges, which are sliders
    end,
};

[[nodiscard]] inline NodeId timelineRegion() {
    return nodeAt({"main", "timeline"});
}
[[nodiscard]] inline NodeId timelineMinimap() {
    return nodeAt({"main", "timeline", "minimap", "track"});
}

[[nodiscard]] inline TimelinePart timelinePartOf(NodeId node) {
    if (node == nodeAt({"main", "timeline", "plot"})) return TimelinePart::plot;
    if (node == timelineMinimap()) return TimelinePart::minimap;
    if (node == nodeAt({"main", "timeline", "minimap", "window"})) return TimelinePart::window;
    if (node == nodeAt({"main", "timeline", "minimap", "start"})) return TimelinePart::start;
    if (node == nodeAt({"main", "timeline", "minimap", "end"})) return TimelinePart::end;
    return TimelinePart::none;
}

} // namespace ui
