#include "search/fit_reasons.h"

#include <algorithm>
#include <utility>

namespace search {

namespace {

using programme::SkillIndex;

bool has(std::span<const SkillIndex> skills, SkillIndex skill) {
    return std::ranges::find(skills, skill) != skills.end();
}

/// How many of the wanted skills a profile requires, and how many others it prefers.
std::pair<std::size_t, std::size_t> countWanted(const programme::Profile& profile, std::span<const SkillIndex> wanted) {
    std::pair<std::size_t, std::size_t> counts;
    for (const SkillIndex skill : wanted) {
        if (has(profile.skills, skill)) {
            ++counts.first;
        } else if (has(profile.preferredSkills, skill)) {
            ++counts.second;
        }
    }
    return counts;
}

} // namespace

std::vector<FitReason> explainFit(const programme::Challenge& challenge, std::span<const SkillIndex> chosen) {
    std::vector<FitReason> reasons;
    std::vector<SkillIndex> left(chosen.begin(), chosen.end());
    while (!left.empty()) {
        std::size_t best = 0;
        std::pair<std::size_t, std::size_t> most;
        for (std::size_t profile = 0; profile < challenge.profiles.size(); ++profile) {
            const auto counts = countWanted(challenge.profiles[profile], left);
            if (counts <= most) continue;
            most = counts;
            best = profile;
        }
        if (most == std::pair<std::size_t, std::size_t>()) break;
        const programme::Profile& profile = challenge.profiles[best];
        for (const bool isPreferred : {false, true}) {
            std::erase_if(left, [&](SkillIndex skill) {
                const bool isAsked = has(isPreferred ? profile.preferredSkills : profile.skills, skill);
                if (isAsked) reasons.push_back({best, skill, isPreferred});
                return isAsked;
            });
        }
    }
    return reasons;
}

} // namespace search
