// What follows from the state, the programme and the index together: which challenges are shown, in which order, with
// which counts, and which skills the filter lists. Computed anew after each change, never stored in the state.
#pragma once

#include "explorer/state.h"
#include "search/index.h"

#include <cstdint>
#include <vector>

namespace explorer {

struct Visit {
    std::vector<ChallengeIndex> shown;      // best first; in View::shortlist the shortlist in the visitor's order
    std::vector<search::Fit> fits;          // of each of `shown`
    std::vector<bool> isShown;              // for each challenge of the programme
    std::uint32_t posts = 0;                // of those shown
    std::vector<std::uint32_t> skillCounts; // disjunctive, for each skill (search::Answer)
    std::uint32_t found = 0;                // challenges that the filters leave, whatever the view
    bool wasForgiving = false;              // the words were found only with typing mistakes forgiven
};

Visit makeVisit(const programme::Programme& programme, search::Index& index, const State& state);

/// One family of the filter.
struct FilterGroup {
    SkillGroupIndex group = 0;       // below Programme::groupCount()
    std::vector<SkillIndex> visible; // in the file's order
    std::size_t hiddenCount = 0;     // skills behind "Show the others"
    bool isLong = false;             // folded, it hides some: can be expanded and folded
};

inline constexpr std::size_t kSkillsAtFirst = 5;

/// The groups in the file's order, those without skills left out, the skills without a group last. A long group shows
/// its kSkillsAtFirst most wanted skills (`totals`: Facts::skillTotals; ties in the file's order) and every chosen one;
/// a group that would hide a single skill shows it.
std::vector<FilterGroup> listFilterGroups(const programme::Programme& programme, const State& state,
                                          const std::vector<std::uint32_t>& totals);

} // namespace explorer
