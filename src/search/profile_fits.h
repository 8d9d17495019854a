// Computes how well the profiles of each challenge fit the chosen skills.
#pragma once

#include "programme/programme.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace search {

/// How well a challenge fits the chosen skills: how many of them its best profile requires and prefers. The best
/// profile requires the most of them; of several such, it prefers the most others.
struct Fit {
    std::uint16_t required = 0;
    std::uint16_t preferred = 0;
};

/// Keeps for each profile how many of the chosen skills it requires and prefers. Choosing or dropping a skill takes
/// time proportional to the number of profiles that name it.
class ProfileFits {
public:
    explicit ProfileFits(const programme::Programme& programme);

    /// The skills that are chosen from here on, in any order, each once.
    void choose(std::span<const programme::SkillIndex> chosen);
    [[nodiscard]] std::size_t chosenCount() const { return chosen_.size(); }

    /// The challenge's fit to the chosen skills.
    [[nodiscard]] Fit bestOf(programme::ChallengeIndex challenge) const;
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    // A profile's tally: kRequired times the number of chosen skills that it requires, plus kPreferred times the number
    // of those that it prefers. Of two tallies the greater is the better fit.
    using Tally = std::uint32_t;
    static constexpr Tally kRequired = 0x10000;
    static constexpr Tally kPreferred = 1;

    void addToTallies(programme::SkillIndex skill, bool isChosen);

    // For each challenge the index of its first profile in tallies_, and at the end the number of profiles.
    std::vector<std::uint32_t> firstProfiles_;
    // For each skill the index of its first use in uses_, and at the end the number of uses.
    std::vector<std::uint32_t> firstUses_;
    std::vector<std::uint32_t> uses_; // a profile that names the skill: 2 × its index in tallies_, + 1 if it prefers it
    std::vector<Tally> tallies_;      // of all profiles, in the file's order
    std::vector<programme::SkillIndex> chosen_; // in ascending order
};

} // namespace search
