// What follows from a programme alone: computed once when it is loaded, so that neither a frame nor a step of zooming
// walks through all challenges.
//
//     const Facts facts = makeFacts(programme);
//     const Period whole = facts.calendar;
#pragma once

#include "explorer/state.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace explorer {

/// A facet's values, and how frequent each is.
struct FacetFacts {
    std::vector<search::FacetValue> values; // in the order in which they are listed
    std::uint32_t groupCount = 0;
    std::uint32_t firstGroup = 0;      // number of its first group among those of all facets
    std::vector<std::uint32_t> totals; // for each value, how many challenges have it
    std::vector<ValueIndex> byTotal;   // the most frequent first (ties: as listed)
    std::vector<std::uint32_t> ranks;  // for each value, its place in that order among those of its group
};

struct Facts {
    /// The days that the timeline spans: all milestones, challenges and the call, rounded out to whole months.
    Period calendar{};
    /// The challenges that have dates, in the file's order.
    std::vector<ChallengeIndex> dated;
    std::array<FacetFacts, search::kFacetCount> facets;

    const FacetFacts& of(Facet facet) const { return facets[indexOf(facet)]; }
    /// Of all facets.
    std::uint32_t groupCount() const { return facets.back().firstGroup + facets.back().groupCount; }
    /// The skill groups that a challenge asks for, which give it its colours: most different skills first (ties: first
    /// named). At least one.
    std::span<const SkillGroupIndex> groupsOf(ChallengeIndex challenge) const;

    std::vector<SkillGroupIndex> groups;  // of all challenges, one after the other
    std::vector<std::uint32_t> groupEnds; // for each challenge, where its groups end in `groups`
};

Facts makeFacts(const programme::Programme& programme);

} // namespace explorer
