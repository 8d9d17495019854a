#include "explorer/facts.h"

#include "base/sort.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <utility>

namespace explorer {

namespace {

using programme::Programme;

Period calendarOf(const Programme& programme) {
    Period period{programme.application.opens, programme.application.closes};
    const auto include = [&](const std::optional<programme::DateOrMonth>& date) {
        if (!date) return;
        period.first = std::min(period.first, date->first);
        period.last = std::max(period.last, date->last);
    };
    for (const programme::Milestone& milestone : programme.milestones) {
        include(milestone.start);
        include(milestone.end);
    }
    for (const programme::Challenge& challenge : programme.challenges) {
        include(challenge.start);
        include(challenge.end);
    }
    return {programme::firstOfMonth(period.first),
            programme::addMonths(programme::firstOfMonth(period.last), 1) - std::chrono::days(1)};
}

/// Facts::running. First how many more run in each part than in the one before, then the sums: the cost does not depend
/// on how long they run.
std::array<std::uint32_t, Facts::kParts> countRunning(const Programme& programme, const Period& calendar) {
    std::array<std::int32_t, Facts::kParts + 1> changes{};
    const double parts = Facts::kParts / static_cast<double>((calendar.last - calendar.first).count() + 1);
    const auto partOf = [&](Day day, int more) {
        return static_cast<std::size_t>(static_cast<double>((day - calendar.first).count() + more) * parts);
    };
    for (const programme::Challenge& challenge : programme.challenges) {
        const std::optional<Period> own = daysOf(challenge);
        if (!own) continue;
        const std::size_t begin = partOf(own->first, 0);
        ++changes[begin];
        --changes[std::min(std::max(begin + 1, partOf(own->last, 1)), Facts::kParts)];
    }
    std::array<std::uint32_t, Facts::kParts> counts{};
    std::int32_t count = 0;
    for (std::size_t part = 0; part < counts.size(); ++part) {
        count += changes[part];
        counts[part] = static_cast<std::uint32_t>(count);
    }
    return counts;
}

/// Facts::groupsOf() for a challenge with these skills.
std::vector<SkillGroupIndex> groupsOf(const Programme& programme, std::span<const ValueIndex> skills) {
    std::vector<SkillGroupIndex> groups;
    std::vector<std::uint32_t> counts(programme.groupCount(), 0);
    for (const SkillIndex skill : skills) {
        const SkillGroupIndex group = programme.groupOf(skill);
        if (counts[group]++ == 0) groups.push_back(group);
    }
    base::sort(groups, [&](SkillGroupIndex left, SkillGroupIndex right) { return counts[left] > counts[right]; });
    if (groups.empty()) groups.push_back(static_cast<SkillGroupIndex>(programme.groupCount() - 1));
    return groups;
}

FacetFacts factsOf(search::FacetValues&& values, std::uint32_t firstGroup) {
    FacetFacts facts{.values = std::move(values.values), .groupCount = values.groupCount, .firstGroup = firstGroup};
    facts.totals.assign(facts.values.size(), 0);
    for (const ValueIndex value : values.ofChallenges) ++facts.totals[value];
    facts.byTotal.resize(facts.values.size());
    std::iota(facts.byTotal.begin(), facts.byTotal.end(), ValueIndex{0});
    base::sort(facts.byTotal,
               [&](ValueIndex left, ValueIndex right) { return facts.totals[left] > facts.totals[right]; });
    facts.ranks.resize(facts.values.size());
    std::vector<std::uint32_t> ranked(facts.groupCount, 0); // of each group
    for (const ValueIndex value : facts.byTotal) facts.ranks[value] = ranked[facts.values[value].group]++;
    return facts;
}

/// With more challenges of different dates the timeline would be higher than what is around it.
constexpr std::size_t kMostRowsAtFirst = 8;

/// Everything about the challenges' dates.
void readDates(const Programme& programme, Facts& facts) {
    const auto& challenges = programme.challenges;
    for (ChallengeIndex index = 0; index < challenges.size(); ++index) {
        if (challenges[index].start) facts.dated.push_back(index);
    }
    if (facts.dated.empty()) return;
    const auto lastOf = [&](ChallengeIndex index) { return daysOf(challenges[index])->last; };
    const auto datesOf = [&](ChallengeIndex index) { return std::pair(challenges[index].start->first, lastOf(index)); };
    base::sort(facts.dated, [&](ChallengeIndex left, ChallengeIndex right) { return datesOf(left) < datesOf(right); });
    facts.lastToEnd = *std::ranges::max_element(facts.dated, {}, lastOf);
    const programme::Challenge& first = challenges[facts.dated.front()];
    facts.haveSameDates = std::ranges::all_of(facts.dated, [&](ChallengeIndex index) {
        return challenges[index].start == first.start && challenges[index].end == first.end;
    });
    if (!facts.haveSameDates && facts.dated.size() <= kMostRowsAtFirst) facts.lines = LinesView::byStart;
}

} // namespace

std::span<const SkillGroupIndex> Facts::groupsOf(ChallengeIndex challenge) const {
    const std::uint32_t begin = challenge == 0 ? 0 : groupEnds[challenge - 1];
    return std::span(groups).subspan(begin, groupEnds[challenge] - begin);
}

Facts makeFacts(const Programme& programme) {
    Facts facts{.calendar = calendarOf(programme)};
    facts.running = countRunning(programme, facts.calendar);
    std::array<search::FacetValues, search::kFacetCount> values;
    for (std::size_t facet = 0; facet < search::kFacetCount; ++facet)
        values[facet] = search::listValues(programme, static_cast<Facet>(facet));
    const search::FacetValues& skills = values[indexOf(Facet::skills)];
    for (ChallengeIndex index = 0; index < programme.challenges.size(); ++index) {
        for (const SkillGroupIndex group : groupsOf(programme, skills.of(index))) facts.groups.push_back(group);
        facts.groupEnds.push_back(static_cast<std::uint32_t>(facts.groups.size()));
    }
    readDates(programme, facts);
    std::uint32_t firstGroup = 0;
    for (std::size_t facet = 0; facet < search::kFacetCount; ++facet) {
        facts.facets[facet] = factsOf(std::move(values[facet]), firstGroup);
        firstGroup += facts.facets[facet].groupCount;
    }
    return facts;
}

} // namespace explorer
