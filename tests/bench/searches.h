// What the benchmarks of search do: someone types a few texts, letter by letter, and then chooses and drops skills one
// by one. The comparison with other libraries (compare.mjs) does the same searches.
#pragma once

#include "programme/programme.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// Common words and rare ones, accents and elisions, names of skills, two words and three.
inline constexpr std::string_view kTypedTexts[] = {"cartographie des données", "développeur python",
                                                   "l’énergie santé",          "apprentissage automatique",
                                                   "saint-étienne justice",    "ux"};

/// Each text that stands in the field after a key stroke.
inline std::vector<std::string> listKeyStrokes() {
    std::vector<std::string> strokes;
    for (const std::string_view text : kTypedTexts) {
        for (std::size_t end = 1; end <= text.size(); ++end) {
            const bool isInsideCharacter =
                end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u;
            if (!isInsideCharacter) strokes.emplace_back(text.substr(0, end));
        }
    }
    return strokes;
}

/// Ids of the skills that are chosen, or dropped where they were chosen, one after the other; at the end none is left.
inline constexpr std::string_view kToggledSkills[] = {
    "python", "data-science", "r",     "ux",           "carto", "ux",    "agile", "python", "carto",
    "web",    "api",          "agile", "data-science", "r",     "libre", "web",   "libre",  "api"};

/// The chosen skills after each toggle.
inline std::vector<std::vector<programme::SkillIndex>> listChoices(const programme::Programme& programme) {
    std::vector<std::vector<programme::SkillIndex>> choices;
    std::vector<programme::SkillIndex> chosen;
    for (const std::string_view id : kToggledSkills) {
        const auto found =
            std::ranges::find_if(programme.skills, [&](const auto& each) { return programme.in(each.id) == id; });
        const auto skill = static_cast<programme::SkillIndex>(found - programme.skills.begin());
        if (std::erase(chosen, skill) == 0) chosen.push_back(skill);
        choices.push_back(chosen);
    }
    return choices;
}

} // namespace bench
