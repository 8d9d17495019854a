// Says why a challenge fits the chosen skills: which of its profiles ask for which of them.
#pragma once

#include "programme/programme.h"

#include <cstddef>
#include <span>
#include <vector>

namespace search {

/// A chosen skill, and a profile of the challenge that asks for it.
struct FitReason {
    std::size_t profile = 0; // index in Challenge::profiles
    programme::SkillIndex skill = 0;
    bool isPreferred = false; // the profile prefers the skill and does not require it
};

/// A reason for each of the chosen skills that the challenge asks for; those of one profile stand together, what it
/// requires first, then in the order of choosing. The best single profile by the rule of Fit (profile_fits.h) is the
/// first; each next one is the best for the skills that are left; of equal profiles the first in the file. `chosen`:
/// each skill once.
[[nodiscard]] std::vector<FitReason> explainFit(const programme::Challenge& challenge,
                                                std::span<const programme::SkillIndex> chosen);

} // namespace search
