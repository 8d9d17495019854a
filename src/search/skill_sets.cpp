#include "search/skill_sets.h"

#include <algorithm>
#include <limits>

namespace search {

namespace {

using programme::Challenge;
using programme::ChallengeIndex;
using programme::SkillGroupIndex;
using programme::SkillIndex;

/// A set of bits is kept for a skill that at least one challenge in so many asks for: of a rarer one, the members
/// themselves are counted as fast, and need less memory.
constexpr std::size_t kRarity = 64;

/// Calls `visit(skill, challenge)` once for each skill that a challenge asks for, the challenges rising.
template <typename Visitor>
void forEachDemand(const programme::Programme& programme, Visitor visit) {
    constexpr ChallengeIndex kNone = std::numeric_limits<ChallengeIndex>::max();
    std::vector<ChallengeIndex> lastOf(programme.skills.size(), kNone);
    for (ChallengeIndex challenge = 0; challenge < programme.challenges.size(); ++challenge) {
        for (const programme::Profile& profile : programme.challenges[challenge].profiles) {
            for (const std::vector<SkillIndex>* skills : {&profile.skills, &profile.preferredSkills}) {
                for (const SkillIndex skill : *skills) {
                    if (lastOf[skill] != challenge) visit(skill, challenge);
                    lastOf[skill] = challenge;
                }
            }
        }
    }
}

} // namespace

SkillSets::SkillSets(const programme::Programme& programme)
    : challengeCount_(programme.challenges.size()), groupCount_(programme.groupCount()),
      ends_(programme.skills.size(), 0), sets_(programme.skills.size()) {
    for (SkillIndex skill = 0; skill < programme.skills.size(); ++skill) groups_.push_back(programme.groupOf(skill));
    forEachDemand(programme, [&](SkillIndex skill, ChallengeIndex) { ++ends_[skill]; });
    std::uint32_t end = 0;
    for (std::uint32_t& count : ends_) {
        const std::uint32_t begin = end;
        end += count;
        count = begin; // the place of the skill's next member, until all are written
    }
    members_.resize(end);
    forEachDemand(programme, [&](SkillIndex skill, ChallengeIndex challenge) { members_[ends_[skill]++] = challenge; });
    for (SkillIndex skill = 0; skill < skillCount(); ++skill) {
        const std::span<const ChallengeIndex> members = challengesOf(skill);
        if (members.size() * kRarity < challengeCount_) continue;
        sets_[skill] = BitSet(challengeCount_);
        for (const ChallengeIndex challenge : members) sets_[skill].add(challenge);
    }
}

std::span<const ChallengeIndex> SkillSets::challengesOf(SkillIndex skill) const {
    const std::uint32_t begin = skill == 0 ? 0 : ends_[skill - 1];
    return std::span(members_).subspan(begin, ends_[skill] - begin);
}

std::size_t SkillSets::countIn(SkillIndex skill, const BitSet& challenges) const {
    if (sets_[skill].size() != 0) return countCommon(sets_[skill], challenges);
    std::size_t common = 0;
    for (const ChallengeIndex challenge : challengesOf(skill)) common += challenges.has(challenge) ? 1 : 0;
    return common;
}

void SkillSets::addTo(BitSet& challenges, SkillIndex skill) const {
    if (sets_[skill].size() != 0) {
        challenges.uniteWith(sets_[skill]);
        return;
    }
    for (const ChallengeIndex challenge : challengesOf(skill)) challenges.add(challenge);
}

std::size_t SkillSets::memoryBytes() const {
    std::size_t bytes = groups_.capacity() * sizeof(SkillGroupIndex) + ends_.capacity() * sizeof(std::uint32_t) +
                        members_.capacity() * sizeof(ChallengeIndex) + sets_.capacity() * sizeof(BitSet);
    for (const BitSet& set : sets_) bytes += set.memoryBytes();
    return bytes;
}

Facets::Facets(const SkillSets& skills)
    : everything_(skills.challengeCount()), found_(skills.challengeCount()), counts_(skills.skillCount(), 0) {
    everything_.fill();
}

Facets::Choice& Facets::choiceOf(SkillGroupIndex group) {
    const auto inUse = std::span(choices_).first(choiceCount_);
    const auto found = std::ranges::find(inUse, group, &Choice::group);
    if (found != inUse.end()) return *found;
    if (choices_.size() == choiceCount_) choices_.push_back({.any = BitSet(found_.size()), .others = {}});
    Choice& choice = choices_[choiceCount_++];
    choice.group = group;
    choice.any.clear();
    return choice;
}

/// Each choice's `others`, and found_: forwards the product of what stands before each, backwards that of what stands
/// behind it.
void Facets::intersect(const BitSet& byText) {
    found_ = byText;
    for (std::size_t index = 0; index < choiceCount_; ++index) {
        choices_[index].others = found_;
        found_.intersectWith(choices_[index].any);
    }
    if (choiceCount_ < 2) return;
    BitSet behind = choices_[choiceCount_ - 1].any;
    for (std::size_t index = choiceCount_ - 1; index-- > 0;) {
        choices_[index].others.intersectWith(behind);
        behind.intersectWith(choices_[index].any);
    }
}

void Facets::choose(const SkillSets& skills, const BitSet* byText, std::span<const SkillIndex> chosen) {
    choiceCount_ = 0;
    for (const SkillIndex skill : chosen) skills.addTo(choiceOf(skills.groupOf(skill)).any, skill);
    intersect(byText ? *byText : everything_);
    const auto orEverything = [&](const BitSet& base, std::size_t narrowingChoices) {
        return byText == nullptr && narrowingChoices == 0 ? &everything_ : &base;
    };
    std::vector<const BitSet*> baseOf(skills.groupCount(), orEverything(found_, choiceCount_));
    for (const Choice& choice : std::span(choices_).first(choiceCount_)) {
        baseOf[choice.group] = orEverything(choice.others, choiceCount_ - 1);
    }
    for (SkillIndex skill = 0; skill < skills.skillCount(); ++skill) {
        const BitSet* const base = baseOf[skills.groupOf(skill)];
        const std::size_t count = base == &everything_ ? skills.countAll(skill) : skills.countIn(skill, *base);
        counts_[skill] = static_cast<std::uint32_t>(count);
    }
}

std::size_t Facets::memoryBytes() const {
    std::size_t bytes = everything_.memoryBytes() + found_.memoryBytes() + counts_.capacity() * sizeof(std::uint32_t);
    for (const Choice& choice : choices_) bytes += choice.any.memoryBytes() + choice.others.memoryBytes();
    return bytes;
}

} // namespace search
