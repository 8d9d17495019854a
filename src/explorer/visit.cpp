#include "explorer/visit.h"

#include "explorer/facets.h"

#include <algorithm>
#include <utility>

namespace explorer {

namespace {

using programme::Programme;

/// The values that a collapsed group shows, in the order in which they are listed. `values` are all of the group.
std::vector<ValueIndex> collapsedValues(const FacetFacts& facts, const State& state, Facet facet,
                                        const std::vector<ValueIndex>& values) {
    std::vector<ValueIndex> collapsed;
    for (const ValueIndex value : values) {
        if (facts.ranks[value] < kValuesAtFirst || isChosen(state, facet, value)) collapsed.push_back(value);
    }
    const bool wouldHideOne = collapsed.size() + 1 == values.size();
    return wouldHideOne ? values : collapsed;
}

/// Appends the groups of one facet.
void listGroupsOf(const FacetRow& row, const FacetFacts& facts, const State& state, std::vector<FilterGroup>& groups) {
    if (facts.values.size() < row.minValues && (state.*row.chosen).empty()) return;
    std::vector<std::vector<ValueIndex>> valuesOfGroup(facts.groupCount);
    for (ValueIndex value = 0; value < facts.values.size(); ++value)
        valuesOfGroup[facts.values[value].group].push_back(value);
    for (std::uint32_t place = 0; place < facts.groupCount; ++place) {
        std::vector<ValueIndex>& values = valuesOfGroup[place];
        if (values.empty()) continue;
        const std::uint32_t group = facts.firstGroup + place;
        std::vector<ValueIndex> collapsed = collapsedValues(facts, state, row.facet, values);
        const bool isLong = collapsed.size() < values.size();
        const bool isExpanded = std::ranges::binary_search(state.expandedGroups, group);
        const std::size_t hiddenCount = isExpanded ? 0 : values.size() - collapsed.size();
        groups.push_back(
            {row.facet, group, isExpanded ? std::move(values) : std::move(collapsed), hiddenCount, isLong});
    }
}

} // namespace

const search::Answer& findAnswer(search::Index& index, const State& state) {
    std::optional<search::Days> during;
    if (state.during) during = search::Days{state.during->first, state.during->last};
    return index.find({.text = state.query, .skills = state.skills, .cities = state.cities, .during = during});
}

Visit makeVisit(const Programme& programme, search::Index& index, const State& state) {
    return makeVisit(programme, index, findAnswer(index, state), state);
}

Visit makeVisit(const Programme& programme, const search::Index& index, const search::Answer& answer,
                const State& state) {
    Visit visit;
    visit.shown = state.view == View::shortlist ? state.shortlist : answer.ranked;
    visit.counts = answer.counts;
    visit.found = static_cast<std::uint32_t>(answer.ranked.size());
    visit.wasForgiving = answer.wasForgiving;
    visit.isShown.assign(programme.challenges.size(), false);
    visit.fits.reserve(visit.shown.size());
    for (const ChallengeIndex challenge : visit.shown) {
        visit.isShown[challenge] = true;
        visit.fits.push_back(index.fitOf(challenge));
        visit.posts += programme::postCount(programme.challenges[challenge]);
    }
    return visit;
}

bool haveSameVisit(const State& one, const State& other) {
    const auto isChosenAlike = [&](const FacetRow& row) { return one.*row.chosen == other.*row.chosen; };
    return one.query == other.query && one.during == other.during && one.view == other.view &&
           one.shortlist == other.shortlist && std::ranges::all_of(kFacets, isChosenAlike);
}

std::vector<FilterGroup> listFilterGroups(const Facts& facts, const State& state) {
    std::vector<FilterGroup> groups;
    for (const FacetRow& row : kFacets) listGroupsOf(row, facts.of(row.facet), state, groups);
    return groups;
}

} // namespace explorer
