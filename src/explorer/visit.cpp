#include "explorer/visit.h"

#include "base/sort.h"
#include "explorer/facets.h"

#include <algorithm>
#include <utility>

namespace explorer {

namespace {

using programme::Programme;

/// The values of a group in the order in which they are listed. `values`: the same in the file's order.
std::vector<ValueIndex> inListedOrder(const FacetFacts& facts, const std::vector<ValueIndex>& values) {
    std::vector<ValueIndex> listed = values;
    base::sort(listed, [&](ValueIndex one, ValueIndex other) {
        return facts.ranks[one] < kValuesAtFirst && facts.ranks[other] >= kValuesAtFirst;
    });
    return listed;
}

/// Those of a group's values that it shows while it is collapsed.
std::vector<ValueIndex> collapsedValues(const FacetFacts& facts, const State& state, Facet facet,
                                        const std::vector<ValueIndex>& listed) {
    const std::vector<ValueIndex>& former = state.folding.formerValues[indexOf(facet)];
    std::vector<ValueIndex> collapsed;
    for (const ValueIndex value : listed) {
        const bool isShown = facts.ranks[value] < kValuesAtFirst || isChosen(state, facet, value) ||
                             std::ranges::binary_search(former, value);
        if (isShown) collapsed.push_back(value);
    }
    const bool wouldHideOne = collapsed.size() + 1 == listed.size();
    return wouldHideOne ? listed : collapsed;
}

FilterGroup groupOf(const FacetFacts& facts, const State& state, Facet facet, std::uint32_t number,
                    const std::vector<ValueIndex>& values) {
    std::vector<ValueIndex> listed = inListedOrder(facts, values);
    std::vector<ValueIndex> collapsed = collapsedValues(facts, state, facet, listed);
    FilterGroup group{.facet = facet, .group = number};
    group.isLong = collapsed.size() < listed.size();
    group.isClosed = std::ranges::binary_search(state.folding.closedGroups, number);
    const auto isOn = [&](ValueIndex value) { return isChosen(state, facet, value); };
    group.chosenCount = static_cast<std::size_t>(std::ranges::count_if(values, isOn));
    if (group.isClosed) return group;
    const bool isExpanded = std::ranges::binary_search(state.folding.expandedGroups, number);
    group.hiddenCount = isExpanded ? 0 : listed.size() - collapsed.size();
    group.visible = isExpanded ? std::move(listed) : std::move(collapsed);
    return group;
}

/// Appends the groups of one facet.
void listGroupsOf(const FacetRow& row, const FacetFacts& facts, const State& state, std::vector<FilterGroup>& groups) {
    if (facts.values.size() < row.minValues && (state.*row.chosen).empty()) return;
    std::vector<std::vector<ValueIndex>> valuesOfGroup(facts.groupCount);
    for (ValueIndex value = 0; value < facts.values.size(); ++value)
        valuesOfGroup[facts.values[value].group].push_back(value);
    for (std::uint32_t place = 0; place < facts.groupCount; ++place) {
        if (valuesOfGroup[place].empty()) continue;
        groups.push_back(groupOf(facts, state, row.facet, facts.firstGroup + place, valuesOfGroup[place]));
    }
}

} // namespace

const search::Answer& findAnswer(search::Index& index, const State& state) {
    return index.find({.text = state.query, .skills = state.skills, .cities = state.cities, .during = state.during});
}

Visit makeVisit(const Programme& programme, search::Index& index, const State& state) {
    return makeVisit(programme, index, findAnswer(index, state), state);
}

Visit makeVisit(const Programme& programme, search::Index& index, const search::Answer& answer, const State& state) {
    Visit visit;
    visit.shown = isOfShortlist(state.view) ? state.shortlist : answer.ranked;
    visit.counts = answer.counts;
    visit.found = static_cast<std::uint32_t>(answer.ranked.size());
    visit.wasForgiving = answer.wasForgiving;
    visit.isShown.assign(programme.challenges.size(), false);
    for (const ChallengeIndex challenge : visit.shown) {
        visit.isShown[challenge] = true;
        visit.posts += programme::postCount(programme.challenges[challenge]);
    }
    if (visit.shown.empty() && !isOfShortlist(state.view)) visit.relaxations = index.relaxations();
    return visit;
}

bool haveSameFilters(const State& one, const State& other) {
    const auto isChosenAlike = [&](const FacetRow& row) { return one.*row.chosen == other.*row.chosen; };
    return one.query == other.query && one.during == other.during && std::ranges::all_of(kFacets, isChosenAlike);
}

bool haveSameVisit(const State& one, const State& other) {
    return one.view == other.view && one.shortlist == other.shortlist && haveSameFilters(one, other);
}

std::vector<FilterGroup> listFilterGroups(const Facts& facts, const State& state) {
    std::vector<FilterGroup> groups;
    for (const FacetRow& row : kFacets) listGroupsOf(row, facts.of(row.facet), state, groups);
    return groups;
}

} // namespace explorer
