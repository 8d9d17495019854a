#include "search/facet.h"

#include "base/number_table.h"
#include "search/folding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace search {

namespace {

using programme::Challenge;
using programme::Programme;
using programme::SkillIndex;
using programme::StringRef;

FacetValues listSkills(const Programme& programme) {
    FacetValues values;
    values.groupCount = static_cast<std::uint32_t>(programme.groupCount());
    for (SkillIndex skill = 0; skill < programme.skills.size(); ++skill) {
        const programme::Skill& what = programme.skills[skill];
        values.values.push_back({what.id, what.label, programme.groupOf(skill)});
    }
    for (const Challenge& challenge : programme.challenges) {
        const std::size_t begin = values.ofChallenges.size();
        const auto addOnce = [&](const std::vector<SkillIndex>& skills) {
            for (const SkillIndex skill : skills) {
                const auto known = std::span(values.ofChallenges).subspan(begin);
                if (std::ranges::find(known, skill) == known.end()) values.ofChallenges.push_back(skill);
            }
        };
        for (const programme::Profile& profile : challenge.profiles) {
            addOnce(profile.skills);
            addOnce(profile.preferredSkills);
        }
        values.ends.push_back(static_cast<std::uint32_t>(values.ofChallenges.size()));
    }
    return values;
}

/// In the order of their letters.
FacetValues listCities(const Programme& programme) {
    base::NumberTable numbers;
    std::vector<std::string_view> names; // of the cities, by their numbers
    std::vector<StringRef> ids;
    std::vector<std::uint32_t> numberOf(programme.challenges.size()); // of each challenge that has a city
    for (std::size_t index = 0; index < programme.challenges.size(); ++index) {
        const StringRef city = programme.challenges[index].host.city;
        if (city.isEmpty()) continue;
        const std::string_view name = programme.in(city);
        const auto found = numbers.findOrAdd(base::hashOf(name), [&](std::uint32_t at) { return names[at] == name; });
        numberOf[index] = found.number;
        if (!found.isNew) continue;
        names.push_back(name);
        ids.push_back(city);
    }
    FacetValues values;
    std::vector<ValueIndex> valueOf(names.size()); // of each number
    for (const std::uint32_t number : orderByLetters(names)) {
        valueOf[number] = static_cast<ValueIndex>(values.values.size());
        values.values.push_back({.id = ids[number]});
    }
    for (std::size_t index = 0; index < programme.challenges.size(); ++index) {
        if (!programme.challenges[index].host.city.isEmpty()) values.ofChallenges.push_back(valueOf[numberOf[index]]);
        values.ends.push_back(static_cast<std::uint32_t>(values.ofChallenges.size()));
    }
    return values;
}

// In the order of Facet.
constexpr std::array<FacetValues (*)(const Programme&), kFacetCount> kLists = {listSkills, listCities};
static_assert(std::ranges::all_of(kLists, [](auto list) { return list != nullptr; }), "each facet has its function");

} // namespace

FacetValues listValues(const Programme& programme, Facet facet) {
    return kLists[indexOf(facet)](programme);
}

} // namespace search
