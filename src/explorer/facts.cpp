#include "explorer/facts.h"

#include <algorithm>
#include <functional>

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

/// The skills that some profile requires or welcomes, without repetition, in the order in which they are named.
std::vector<SkillIndex> skillsOf(const programme::Challenge& challenge) {
    std::vector<SkillIndex> skills;
    for (const programme::Profile& profile : challenge.profiles) {
        for (const std::vector<SkillIndex>* list : {&profile.skills, &profile.preferredSkills}) {
            for (const SkillIndex skill : *list) {
                if (std::ranges::find(skills, skill) == skills.end()) skills.push_back(skill);
            }
        }
    }
    return skills;
}

std::vector<SkillGroupIndex> groupsOf(const Programme& programme, const std::vector<SkillIndex>& skills) {
    std::vector<SkillGroupIndex> groups;
    std::vector<std::uint32_t> counts(programme.groupCount(), 0);
    for (const SkillIndex skill : skills) {
        const SkillGroupIndex group = programme.groupOf(skill);
        if (counts[group]++ == 0) groups.push_back(group);
    }
    std::ranges::stable_sort(groups, std::ranges::greater(), [&](SkillGroupIndex group) { return counts[group]; });
    if (groups.empty()) groups.push_back(static_cast<SkillGroupIndex>(programme.groupCount() - 1));
    return groups;
}

} // namespace

std::span<const SkillGroupIndex> Facts::groupsOf(ChallengeIndex challenge) const {
    const std::uint32_t begin = challenge == 0 ? 0 : groupEnds[challenge - 1];
    return std::span(groups).subspan(begin, groupEnds[challenge] - begin);
}

Facts makeFacts(const Programme& programme) {
    Facts facts{.calendar = calendarOf(programme), .skillTotals = std::vector<std::uint32_t>(programme.skills.size())};
    for (ChallengeIndex index = 0; index < programme.challenges.size(); ++index) {
        const programme::Challenge& challenge = programme.challenges[index];
        if (challenge.start) facts.dated.push_back(index);
        const std::vector<SkillIndex> skills = skillsOf(challenge);
        for (const SkillIndex skill : skills) ++facts.skillTotals[skill];
        for (const SkillGroupIndex group : groupsOf(programme, skills)) facts.groups.push_back(group);
        facts.groupEnds.push_back(static_cast<std::uint32_t>(facts.groups.size()));
    }
    return facts;
}

} // namespace explorer
