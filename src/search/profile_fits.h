// How well the profiles of each challenge fit the chosen skills.
#pragma once

#include "programme/programme.h"
#include "search/index.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace search {

/// Keeps for each profile how many of the chosen skills it requires and welcomes. A change of the choice costs as much
/// as there are profiles that name the skills that came or went.
class ProfileFits {
public:
    explicit ProfileFits(const programme::Programme& programme);

    void choose(std::span<const programme::SkillIndex> chosen);
    std::size_t chosenCount() const { return chosen_.size(); }

    /// The fit of the profile that requires the most of the chosen skills, of those the one that welcomes the most
    /// others, of those the first.
    Fit bestOf(programme::ChallengeIndex challenge) const;
    std::size_t memoryBytes() const;

private:
    // A profile's tally: how many of the chosen skills it requires, times kRequired, and how many it welcomes.
    using Tally = std::uint32_t;
    static constexpr Tally kRequired = 0x10000;
    static constexpr Tally kPreferred = 1;

    void addToTallies(programme::SkillIndex skill, bool isChosen);

    std::vector<std::uint32_t> firstProfiles_;  // of each challenge, and one more: places in tallies_
    std::vector<std::uint32_t> firstUses_;      // of each skill, and one more
    std::vector<std::uint32_t> uses_;           // of each skill by each profile: twice the profile, and 1 for preferred
    std::vector<Tally> tallies_;                // of each profile
    std::vector<programme::SkillIndex> chosen_; // rising
};

} // namespace search
