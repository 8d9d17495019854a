// Which challenges ask for which skill, and the counts that stand beside the skills.
//
// A challenge asks for every skill that one of its profiles requires or welcomes. Inside a group any of the chosen
// skills will do, between groups all must hold; the skills without a group form one of their own.
#pragma once

#include "programme/programme.h"
#include "search/bit_set.h"

#include <span>
#include <vector>

namespace search {

/// The challenges that ask for each skill. Never changes once it is built.
class SkillSets {
public:
    explicit SkillSets(const programme::Programme& programme);

    std::size_t challengeCount() const { return challengeCount_; }
    std::size_t skillCount() const { return groups_.size(); }
    /// One more than the programme's groups: the last is that of the skills without a group.
    std::size_t groupCount() const { return groupCount_; }
    programme::SkillGroupIndex groupOf(programme::SkillIndex skill) const { return groups_[skill]; }
    /// Rising.
    std::span<const programme::ChallengeIndex> challengesOf(programme::SkillIndex skill) const;
    std::size_t countAll(programme::SkillIndex skill) const { return challengesOf(skill).size(); }
    std::size_t countIn(programme::SkillIndex skill, const BitSet& challenges) const;
    void addTo(BitSet& challenges, programme::SkillIndex skill) const;
    std::size_t memoryBytes() const;

private:
    std::size_t challengeCount_ = 0;
    std::size_t groupCount_ = 0;
    std::vector<programme::SkillGroupIndex> groups_; // of each skill
    std::vector<std::uint32_t> ends_;                // of each skill's part of members_
    std::vector<programme::ChallengeIndex> members_;
    std::vector<BitSet> sets_; // of each skill; of size 0 where its list is short
};

/// What the chosen skills leave of the challenges that the text left, and the counts.
class Facets {
public:
    explicit Facets(const SkillSets& skills);

    /// `byText`: the challenges that the text leaves; none: all.
    void choose(const SkillSets& skills, const BitSet* byText, std::span<const programme::SkillIndex> chosen);

    const BitSet& found() const { return found_; }
    /// For each skill: how many challenges ask for it among those that the text and the other groups leave.
    std::span<const std::uint32_t> counts() const { return counts_; }
    std::size_t memoryBytes() const;

private:
    struct Choice {
        programme::SkillGroupIndex group = 0;
        BitSet any;    // what asks for any of the group's chosen skills
        BitSet others; // what the text and the other groups leave
    };

    Choice& choiceOf(programme::SkillGroupIndex group);
    void intersect(const BitSet& byText);

    BitSet everything_;
    BitSet found_;
    std::vector<Choice> choices_; // the first choiceCount_ are in use; the others keep their memory
    std::size_t choiceCount_ = 0;
    std::vector<std::uint32_t> counts_;
};

} // namespace search
