// What follows from the state, the programme and the index together: which challenges are shown, in which order, with
// which counts, and which values the filter lists. Computed anew after each change, never stored in the state.
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"
#include "search/index.h"

#include <array>
#include <cstdint>
#include <vector>

namespace explorer {

struct Visit {
    std::vector<ChallengeIndex> shown; // best first; in View::shortlist the shortlist in the visitor's order
    std::vector<search::Fit> fits;     // of each of `shown`
    std::vector<bool> isShown;         // for each challenge of the programme
    std::uint32_t posts = 0;           // of those shown
    std::uint32_t found = 0;           // challenges that the filters leave, whatever the view
    bool wasForgiving = false;         // the words were found only with typing mistakes forgiven
    /// For each value of each facet, disjunctive (search::Answer).
    std::array<std::vector<std::uint32_t>, search::kFacetCount> counts;
    const std::vector<std::uint32_t>& countsOf(Facet facet) const { return counts[indexOf(facet)]; }
};

Visit makeVisit(const programme::Programme& programme, search::Index& index, const State& state);

/// Some values of a facet that stand under one heading in the filter.
struct FilterGroup {
    Facet facet = Facet::skills;
    std::uint32_t group = 0; // among those of all facets: below Facts::groupCount(). The skills' groups come first
    std::vector<ValueIndex> visible; // in the order in which they are listed
    std::size_t hiddenCount = 0;     // values behind "Show the others"
    bool isLong = false;             // folded, it hides some: can be expanded and folded
};

inline constexpr std::size_t kValuesAtFirst = 5;

/// The groups facet by facet, in the file's order; those without values left out, the skills without a group last among
/// the skills; a facet with too few values to choose from (FacetRow::fewest) only where one is chosen. A long group
/// shows its kValuesAtFirst most frequent values (ties as listed) and every chosen one; a group that would hide a
/// single value shows it.
std::vector<FilterGroup> listFilterGroups(const Facts& facts, const State& state);

} // namespace explorer
