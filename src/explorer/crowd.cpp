#include "explorer/crowd.h"

#include "base/sort.h"

namespace explorer {

bool isCrowd(const programme::Programme& programme, const Crowd& crowd) {
    const auto& milestones = programme.milestones;
    return crowd.first < milestones.size() && crowd.last < milestones.size() &&
           milestones[crowd.first].kind == milestones[crowd.last].kind &&
           milestones[crowd.first].start.first <= milestones[crowd.last].start.first;
}

std::vector<std::size_t> milestonesOf(const programme::Programme& programme, const Crowd& crowd) {
    const auto& milestones = programme.milestones;
    const programme::Milestone& first = milestones[crowd.first];
    const programme::Milestone& last = milestones[crowd.last];
    std::vector<std::size_t> members;
    for (std::size_t index = 0; index < milestones.size(); ++index) {
        const programme::Milestone& one = milestones[index];
        if (one.kind == first.kind && one.start.first >= first.start.first && one.start.first <= last.start.first)
            members.push_back(index);
    }
    base::sort(members, [&](std::size_t one, std::size_t other) {
        return milestones[one].start.first < milestones[other].start.first;
    });
    return members;
}

} // namespace explorer
