// The timeline's input: turns drags, pinches, wheel turns and keys on it into actions that zoom and pan.
#pragma once

#include "platform/common/description.h"
#include "platform/common/session.h"

#include <optional>
#include <string_view>
#include <vector>

namespace platform {

/// The days of the milestone or the challenge that the node opens; nothing where it opens none, or one without dates.
[[nodiscard]] std::optional<explorer::Period> datesOpenedBy(const Session& session, const Description& page,
                                                            semantics::NodeId node);
/// The action that pans the timeline to the node's dates; nothing where they are visible or the node has none.
[[nodiscard]] std::optional<explorer::Action> showInTimeline(const Session& session, const Description& page,
                                                             semantics::NodeId node);

class TimelineInput {
public:
    /// The actions of a drag or a pinch, to be carried out in this order. Parameters: Application::drag.
    [[nodiscard]] std::vector<explorer::Action> drag(const Session& session, const Description& page,
                                                     semantics::NodeId node, float dx, float zoom, float x) const;
    /// The action of a key that was pressed while a member of the timeline had the focus; nothing for other keys and
    /// nodes.
    [[nodiscard]] std::optional<explorer::Action> pressKey(const Session& session, const Description& page,
                                                           semantics::NodeId node, std::string_view key) const;
};

} // namespace platform
