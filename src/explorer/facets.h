// A table of the filter's facets: one row for each facet of search/facet.h. The address (url.h), the actions, the
// filter on screen and the pills above the results are all made from these rows.
#pragma once

#include "explorer/state.h"
#include "programme/words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace explorer {

struct FacetRow {
    Facet facet;
    std::vector<ValueIndex> State::*chosen; // the member of State with its chosen values
    std::string_view parameter;             // its name in the address
    programme::Word heading;                // of its group of values without a name of its own
    std::size_t minValues;                  // with fewer values the filter does not list the facet
};

/// In the order of Facet.
inline constexpr std::array<FacetRow, search::kFacetCount> kFacets = {{
    {Facet::skills, &State::skills, "competences", programme::Word::filter_otherSkills, 1},
    {Facet::cities, &State::cities, "ville", programme::Word::filter_city, 2},
}};
static_assert(std::ranges::all_of(kFacets, [](const FacetRow& row) { return &row == &kFacets[indexOf(row.facet)]; }));

[[nodiscard]] inline const FacetRow& rowOf(Facet facet) {
    return kFacets[indexOf(facet)];
}

[[nodiscard]] inline bool isChosen(const State& state, Facet facet, ValueIndex value) {
    const std::vector<ValueIndex>& chosen = state.*rowOf(facet).chosen;
    return std::ranges::find(chosen, value) != chosen.end();
}

/// The number of chosen values, of all facets.
[[nodiscard]] inline std::size_t countChosen(const State& state) {
    std::size_t count = 0;
    for (const FacetRow& row : kFacets) count += (state.*row.chosen).size();
    return count;
}

/// For each facet, its chosen values.
[[nodiscard]] inline std::array<std::vector<ValueIndex>, search::kFacetCount> chosenValues(const State& state) {
    std::array<std::vector<ValueIndex>, search::kFacetCount> chosen;
    for (const FacetRow& row : kFacets) chosen[indexOf(row.facet)] = state.*row.chosen;
    return chosen;
}

/// Whether the list is filtered, by chosen values, by a period or by words.
[[nodiscard]] inline bool hasFilters(const State& state) {
    return countChosen(state) > 0 || state.during || !state.query.empty();
}

} // namespace explorer
