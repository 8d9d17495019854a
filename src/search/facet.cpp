#include "search/facet.h"

#include "base/sort.h"
#include "search/folding.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace search {

namespace {

using programme::Challenge;
using programme::Programme;
using programme::SkillIndex;
using programme::StringRef;

/// Adds the values of the next challenge, each once: `list(add)` calls `add(value)` for each.
template <typename List>
void addChallenge(FacetValues& values, List list) {
    const std::size_t begin = values.ofChallenges.size();
    list([&](ValueIndex value) {
        const auto known = std::span(values.ofChallenges).subspan(begin);
        if (std::ranges::find(known, value) == known.end()) values.ofChallenges.push_back(value);
    });
    values.ends.push_back(static_cast<std::uint32_t>(values.ofChallenges.size()));
}

FacetValues listSkills(const Programme& programme) {
    FacetValues values;
    values.groupCount = static_cast<std::uint32_t>(programme.groupCount());
    for (SkillIndex skill = 0; skill < programme.skills.size(); ++skill) {
        const programme::Skill& what = programme.skills[skill];
        values.values.push_back({what.id, what.label, programme.groupOf(skill)});
    }
    for (const Challenge& challenge : programme.challenges) {
        addChallenge(values, [&](auto add) {
            for (const programme::Profile& profile : challenge.profiles) {
                for (const SkillIndex skill : profile.skills) add(skill);
                for (const SkillIndex skill : profile.preferredSkills) add(skill);
            }
        });
    }
    return values;
}

/// Sorts by the letters folded for search, so that "Évry" is before "Lyon".
void sortByLetters(const Programme& programme, std::vector<StringRef>& names) {
    std::vector<std::tuple<std::string, std::string_view, StringRef>> keyed;
    WordList words;
    for (const StringRef name : names) {
        readWords(programme.in(name), words);
        keyed.emplace_back(words.letters, programme.in(name), name);
    }
    base::sort(keyed, [](const auto& left, const auto& right) {
        return std::tie(std::get<0>(left), std::get<1>(left)) < std::tie(std::get<0>(right), std::get<1>(right));
    });
    std::ranges::transform(keyed, names.begin(), [](const auto& one) { return std::get<2>(one); });
}

FacetValues listCities(const Programme& programme) {
    std::unordered_map<std::string_view, ValueIndex> indices;
    std::vector<StringRef> cities;
    for (const Challenge& challenge : programme.challenges) {
        const StringRef city = challenge.host.city;
        if (!city.isEmpty() && indices.try_emplace(programme.in(city), 0).second) cities.push_back(city);
    }
    sortByLetters(programme, cities);
    FacetValues values;
    for (const StringRef city : cities) {
        indices[programme.in(city)] = static_cast<ValueIndex>(values.values.size());
        values.values.push_back({.id = city});
    }
    for (const Challenge& challenge : programme.challenges) {
        addChallenge(values, [&](auto add) {
            const auto found = indices.find(programme.in(challenge.host.city));
            if (found != indices.end()) add(found->second);
        });
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
