#include "explorer/visit.h"

#include <algorithm>
#include <functional>

namespace explorer {

namespace {

using programme::Programme;

bool isChosen(const State& state, SkillIndex skill) {
    return std::ranges::find(state.skills, skill) != state.skills.end();
}

/// The group's skills when it is folded, in the file's order.
std::vector<SkillIndex> foldedSkills(const State& state, const std::vector<SkillIndex>& skills,
                                     const std::vector<std::uint32_t>& totals) {
    std::vector<SkillIndex> byWish = skills;
    std::ranges::stable_sort(byWish, std::ranges::greater(), [&](SkillIndex skill) { return totals[skill]; });
    byWish.resize(std::min(byWish.size(), kSkillsAtFirst));
    std::vector<SkillIndex> folded;
    for (const SkillIndex skill : skills) {
        const bool isWanted = std::ranges::find(byWish, skill) != byWish.end();
        if (isWanted || isChosen(state, skill)) folded.push_back(skill);
    }
    const bool wouldHideOne = folded.size() + 1 == skills.size();
    return wouldHideOne ? skills : folded;
}

} // namespace

Visit makeVisit(const Programme& programme, search::Index& index, const State& state) {
    const search::Answer& answer = index.find({.text = state.query, .skills = state.skills});
    Visit visit;
    visit.shown = state.view == View::shortlist ? state.shortlist : answer.ranked;
    visit.skillCounts = answer.skillCounts;
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

std::vector<FilterGroup> listFilterGroups(const Programme& programme, const State& state,
                                          const std::vector<std::uint32_t>& totals) {
    std::vector<std::vector<SkillIndex>> skillsOfGroup(programme.groupCount());
    for (SkillIndex skill = 0; skill < programme.skills.size(); ++skill) {
        skillsOfGroup[programme.groupOf(skill)].push_back(skill);
    }
    std::vector<FilterGroup> groups;
    for (SkillGroupIndex group = 0; group < skillsOfGroup.size(); ++group) {
        const std::vector<SkillIndex>& skills = skillsOfGroup[group];
        if (skills.empty()) continue;
        const std::vector<SkillIndex> folded = foldedSkills(state, skills, totals);
        const bool isLong = folded.size() < skills.size();
        const bool isExpanded = std::ranges::binary_search(state.expandedGroups, group);
        const std::size_t hiddenCount = isExpanded ? 0 : skills.size() - folded.size();
        groups.push_back({group, isExpanded ? skills : folded, hiddenCount, isLong});
    }
    return groups;
}

} // namespace explorer
