// The filter's facets as the visit knows them: one row for each facet of search/facet.h. The address (url.h), the
// actions, the filter on screen and the pills above the results all follow from these rows.
#pragma once

#include "explorer/state.h"
#include "programme/words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace explorer {

struct FacetRow {
    Facet facet;
    std::vector<ValueIndex> State::*chosen; // in the order of choosing
    std::string_view parameter;             // its name in the address
    programme::Word heading;                // over the values that stand in no group with a name
    std::size_t fewest;                     // values: with fewer there is nothing to choose from, and it is not listed
};

inline constexpr std::array<FacetRow, search::kFacetCount> kFacets = {{
    {Facet::skills, &State::skills, "competences", programme::Word::filter_otherSkills, 1},
    {Facet::cities, &State::cities, "ville", programme::Word::filter_city, 2},
}};
static_assert(std::ranges::all_of(kFacets, [](const FacetRow& row) { return &row == &kFacets[indexOf(row.facet)]; }));

inline const FacetRow& rowOf(Facet facet) {
    return kFacets[indexOf(facet)];
}

inline bool isChosen(const State& state, Facet facet, ValueIndex value) {
    const std::vector<ValueIndex>& chosen = state.*rowOf(facet).chosen;
    return std::ranges::find(chosen, value) != chosen.end();
}

/// Values of all facets.
inline std::size_t countChosen(const State& state) {
    std::size_t count = 0;
    for (const FacetRow& row : kFacets) count += (state.*row.chosen).size();
    return count;
}

/// Whether something narrows the list: chosen values or words.
inline bool hasFilters(const State& state) {
    return countChosen(state) > 0 || !state.query.empty();
}

} // namespace explorer
