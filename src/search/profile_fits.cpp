#include "search/profile_fits.h"

#include "base/sort.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace search {

namespace {

using programme::Profile;
using programme::SkillIndex;

constexpr std::uint32_t kMaxUses = 0xFFFF; // skills of one profile that are counted: more would overflow its tally

/// Calls `visit(skill, profile, isPreferred)` for each skill of each profile of the programme; `profile` counts the
/// profiles of all challenges. A skill that a profile both requires and prefers counts as required.
template <typename Visitor>
void forEachUse(const programme::Programme& programme, Visitor visit) {
    std::vector<std::uint32_t> lastOf(programme.skills.size(), std::numeric_limits<std::uint32_t>::max());
    std::uint32_t profileNumber = 0;
    for (const programme::Challenge& challenge : programme.challenges) {
        for (const Profile& profile : challenge.profiles) {
            std::uint32_t useCount = 0;
            const auto visitAll = [&](const std::vector<SkillIndex>& skills, bool isPreferred) {
                for (const SkillIndex skill : skills) {
                    if (lastOf[skill] == profileNumber || useCount == kMaxUses) continue;
                    lastOf[skill] = profileNumber;
                    ++useCount;
                    visit(skill, profileNumber, isPreferred);
                }
            };
            visitAll(profile.skills, false);
            visitAll(profile.preferredSkills, true);
            ++profileNumber;
        }
    }
}

} // namespace

ProfileFits::ProfileFits(const programme::Programme& programme) : firstUses_(programme.skills.size() + 1, 0) {
    std::uint32_t profileCount = 0;
    firstProfiles_.reserve(programme.challenges.size() + 1);
    firstProfiles_.push_back(0);
    for (const programme::Challenge& challenge : programme.challenges) {
        profileCount += static_cast<std::uint32_t>(challenge.profiles.size());
        firstProfiles_.push_back(profileCount);
    }
    tallies_.assign(profileCount, 0);
    forEachUse(programme, [&](SkillIndex skill, std::uint32_t, bool) { ++firstUses_[skill + 1]; });
    for (std::size_t skill = 1; skill < firstUses_.size(); ++skill) firstUses_[skill] += firstUses_[skill - 1];
    uses_.resize(firstUses_.back());
    std::vector<std::uint32_t> next(firstUses_.begin(), std::prev(firstUses_.end()));
    forEachUse(programme, [&](SkillIndex skill, std::uint32_t profile, bool isPreferred) {
        uses_[next[skill]++] = profile * 2 + (isPreferred ? 1 : 0);
    });
}

void ProfileFits::addToTallies(SkillIndex skill, bool isChosen) {
    const Tally sign = isChosen ? Tally{1} : ~Tally{0}; // −1: unsigned arithmetic wraps around
    const Tally amounts[] = {kRequired * sign, kPreferred * sign};
    for (std::uint32_t use = firstUses_[skill]; use < firstUses_[skill + 1]; ++use) {
        tallies_[uses_[use] / 2] += amounts[uses_[use] % 2];
    }
}

void ProfileFits::choose(std::span<const SkillIndex> chosen) {
    std::vector<SkillIndex> sorted(chosen.begin(), chosen.end());
    base::sort(sorted);
    std::vector<SkillIndex> changed;
    std::ranges::set_difference(chosen_, sorted, std::back_inserter(changed));
    for (const SkillIndex skill : changed) addToTallies(skill, false);
    changed.clear();
    std::ranges::set_difference(sorted, chosen_, std::back_inserter(changed));
    for (const SkillIndex skill : changed) addToTallies(skill, true);
    chosen_ = std::move(sorted);
}

Fit ProfileFits::bestOf(programme::ChallengeIndex challenge) const {
    Tally best = 0;
    for (std::uint32_t profile = firstProfiles_[challenge]; profile < firstProfiles_[challenge + 1]; ++profile)
        best = std::max(best, tallies_[profile]);
    return {static_cast<std::uint16_t>(best / kRequired), static_cast<std::uint16_t>(best % kRequired)};
}

std::size_t ProfileFits::memoryBytes() const {
    return (firstProfiles_.capacity() + firstUses_.capacity() + uses_.capacity() + tallies_.capacity() +
            chosen_.capacity()) *
           sizeof(std::uint32_t);
}

} // namespace search
