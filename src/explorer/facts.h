// What is computed from a programme alone. It is computed once, when the programme is loaded, so that neither a frame
// nor a step of zooming has to go through all challenges.
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

/// The values of a facet, and how many challenges have each.
struct FacetFacts {
    std::vector<search::FacetValue> values; // in the order in which the filter lists them
    std::uint32_t groupCount = 0;
    std::uint32_t firstGroup = 0;      // the groups of all facets are numbered one after the other: its first one
    std::vector<std::uint32_t> totals; // for each value, the number of challenges that have it
    std::vector<ValueIndex> byTotal;   // sorted by totals, greatest first; ties in the order of `values`
    std::vector<std::uint32_t> ranks;  // for each value, its index among those of its group in `byTotal`
};

struct Facts {
    /// The days of the timeline: whole months that include the call, all milestones and all challenges.
    Period calendar{};
    static constexpr std::size_t kParts = 120;
    /// In each of that many equal parts of the calendar, the number of challenges that run in it.
    std::array<std::uint32_t, kParts> running{};
    /// The challenges with a start: by start, then by end, then in the file's order.
    std::vector<ChallengeIndex> dated;
    /// Of `dated`, the one that ends last. 0 where none has dates.
    ChallengeIndex lastToEnd = 0;
    bool haveSameDates = false; // all of `dated`; false where there is none
    /// How the timeline shows `dated` until the visitor chooses: rows where they are few and of different dates.
    LinesView lines = LinesView::closed;
    std::array<FacetFacts, search::kFacetCount> facets;

    [[nodiscard]] const FacetFacts& of(Facet facet) const { return facets[indexOf(facet)]; }
    /// The number of groups of all facets.
    [[nodiscard]] std::uint32_t groupCount() const { return facets.back().firstGroup + facets.back().groupCount; }
    /// The groups of a challenge's skills, which give the challenge its colours: the group with most of its skills
    /// first; ties in the order in which the challenge names them. At least one.
    [[nodiscard]] std::span<const SkillGroupIndex> groupsOf(ChallengeIndex challenge) const;

    std::vector<SkillGroupIndex> groups;  // the groups of all challenges, one challenge after the other
    std::vector<std::uint32_t> groupEnds; // for each challenge, the index after its last group in `groups`
};

[[nodiscard]] Facts makeFacts(const programme::Programme& programme);

} // namespace explorer
