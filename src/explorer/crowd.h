// Crowds of milestones: several of one kind that lie so close in the timeline that one mark stands for all.
#pragma once

#include "explorer/state.h"

#include <cstddef>
#include <vector>

namespace explorer {

/// Whether both exist and are of one kind, and the last does not begin before the first.
[[nodiscard]] bool isCrowd(const programme::Programme& programme, const Crowd& crowd);
/// Its milestones in the order in which they begin; ties in the file's order. Precondition: isCrowd().
[[nodiscard]] std::vector<std::size_t> milestonesOf(const programme::Programme& programme, const Crowd& crowd);

} // namespace explorer
