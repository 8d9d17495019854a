// What is computed from the state, the programme and the search index: the challenges that are shown, their order, the
// counts, and the values that the filter lists. It is computed again after each change of the state.
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"
#include "search/index.h"

#include <array>
#include <cstdint>
#include <vector>

namespace explorer {

struct Visit {
    std::vector<ChallengeIndex>
        shown; // the best first; in View::shortlist and View::comparison the shortlist in the visitor's order
    std::vector<bool> isShown; // for each challenge of the programme
    std::uint32_t posts = 0;   // the posts of the challenges shown
    std::uint32_t found = 0;   // the number of challenges that pass the filters, in any view
    bool wasForgiving = false; // search::Answer::wasForgiving
    /// Where nothing was found: the filters without which alone something would be. Empty where isOfShortlist(view).
    std::vector<search::Relaxation> relaxations;
    /// search::Answer::counts.
    std::array<std::vector<std::uint32_t>, search::kFacetCount> counts;
    [[nodiscard]] const std::vector<std::uint32_t>& countsOf(Facet facet) const { return counts[indexOf(facet)]; }
};

[[nodiscard]] Visit makeVisit(const programme::Programme& programme, search::Index& index, const State& state);
/// Its two steps: the index's answer to the state's query, valid until the index is asked again, and what is made of
/// it.
[[nodiscard]] const search::Answer& findAnswer(search::Index& index, const State& state);
[[nodiscard]] Visit makeVisit(const programme::Programme& programme, search::Index& index, const search::Answer& answer,
                              const State& state);

/// Whether makeVisit() gives the same for both states of one programme, in the index of the same language.
[[nodiscard]] bool haveSameVisit(const State& one, const State& other);
/// Whether the filters of both leave the same challenges.
[[nodiscard]] bool haveSameFilters(const State& one, const State& other);

/// The values of a facet under one heading of the filter.
struct FilterGroup {
    Facet facet = Facet::skills;
    std::uint32_t group = 0; // its number among the groups of all facets, less than Facts::groupCount(); skills first
    std::vector<ValueIndex> visible; // the values shown, in the order in which they are listed
    std::size_t hiddenCount = 0;     // the number of values that are not shown until the group is expanded
    std::size_t chosenCount = 0;     // the number of its chosen values
    bool isLong = false;             // whether the group hides values when it is collapsed
    bool isClosed = false;           // only the heading is shown: `visible` is empty
};

inline constexpr std::size_t kValuesAtFirst = 5; // that a collapsed group shows

/// The groups of the filter, facet by facet, in the file's order; the skills without a group are the last group of
/// skills. A group without values is left out, and so is a facet with less than FacetRow::minValues values of which
/// none is chosen. A group lists its kValuesAtFirst most frequent values (ties in the order of the list) in the file's
/// order, then the others in the file's order: so unfolding inserts nothing between values that are shown. A collapsed
/// group shows of the others those that are chosen or were (Folding::formerValues); if it would hide a single value, it
/// shows all.
[[nodiscard]] std::vector<FilterGroup> listFilterGroups(const Facts& facts, const State& state);

} // namespace explorer
