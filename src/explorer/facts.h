// What follows from a programme alone: computed once when it is loaded, so that neither a frame nor a step of zooming
// walks through all challenges.
//
//     const Facts facts = makeFacts(programme);
//     const Period whole = facts.calendar;
#pragma once

#include "explorer/state.h"

#include <cstdint>
#include <span>
#include <vector>

namespace explorer {

struct Facts {
    /// The days that the timeline spans: all milestones, challenges and the call, rounded out to whole months.
    Period calendar{};
    /// The challenges that have dates, in the file's order.
    std::vector<ChallengeIndex> dated;
    /// For each skill, how many challenges require or welcome it, in any profile.
    std::vector<std::uint32_t> skillTotals;

    /// The skill groups that a challenge asks for, which give it its colours: most different skills first (ties: first
    /// named). At least one.
    std::span<const SkillGroupIndex> groupsOf(ChallengeIndex challenge) const;

    std::vector<SkillGroupIndex> groups;  // of all challenges, one after the other
    std::vector<std::uint32_t> groupEnds; // for each challenge, where its groups end in `groups`
};

Facts makeFacts(const programme::Programme& programme);

} // namespace explorer
