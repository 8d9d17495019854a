#include "search/value_sets.h"

#include <algorithm>

namespace search {

namespace {

using programme::ChallengeIndex;

/// A value has a BitSet if at least one challenge in this many has it. The list of a rarer value is counted as fast and
/// needs less memory.
constexpr std::size_t kMaxChallengesPerMember = 64;

} // namespace

ValueSets::ValueSets(const programme::Programme& programme) : challengeCount_(programme.challenges.size()) {
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        add(listValues(programme, static_cast<Facet>(facet)));
        firsts_[facet + 1] = static_cast<ValueNumber>(groups_.size());
    }
    sets_.resize(groups_.size());
    for (ValueNumber value = 0; value < groups_.size(); ++value) {
        const std::span<const ChallengeIndex> members = challengesOf(value);
        if (members.size() * kMaxChallengesPerMember < challengeCount_) continue;
        sets_[value] = BitSet(challengeCount_);
        for (const ChallengeIndex challenge : members) sets_[value].add(challenge);
    }
}

/// Appends a facet's values, their groups and their challenges.
void ValueSets::add(const FacetValues& values) {
    const auto first = static_cast<ValueNumber>(groups_.size());
    for (const FacetValue& value : values.values) groups_.push_back(groupCount_ + value.group);
    groupCount_ += values.groupCount;
    ends_.resize(groups_.size(), 0);
    for (const ValueIndex value : values.ofChallenges) ++ends_[first + value];
    auto end = static_cast<std::uint32_t>(members_.size());
    for (std::uint32_t& count : std::span(ends_).subspan(first)) {
        const std::uint32_t begin = end;
        end += count;
        count = begin; // the index of the value's next member; its end once all are written
    }
    members_.resize(end);
    for (ChallengeIndex challenge = 0; challenge < challengeCount_; ++challenge) {
        for (const ValueIndex value : values.of(challenge)) members_[ends_[first + value]++] = challenge;
    }
}

Facet ValueSets::facetOf(ValueNumber value) const {
    std::size_t facet = 0;
    while (value >= firsts_[facet + 1]) ++facet;
    return static_cast<Facet>(facet);
}

std::span<const ChallengeIndex> ValueSets::challengesOf(ValueNumber value) const {
    const std::uint32_t begin = value == 0 ? 0 : ends_[value - 1];
    return std::span(members_).subspan(begin, ends_[value] - begin);
}

std::size_t ValueSets::countIn(ValueNumber value, const BitSet& challenges) const {
    if (sets_[value].size() != 0) return countCommon(sets_[value], challenges);
    std::size_t common = 0;
    for (const ChallengeIndex challenge : challengesOf(value)) common += challenges.has(challenge) ? 1 : 0;
    return common;
}

void ValueSets::addTo(BitSet& challenges, ValueNumber value) const {
    if (sets_[value].size() != 0) {
        challenges.uniteWith(sets_[value]);
        return;
    }
    for (const ChallengeIndex challenge : challengesOf(value)) challenges.add(challenge);
}

std::size_t ValueSets::memoryBytes() const {
    std::size_t bytes = groups_.capacity() * sizeof(GroupNumber) + ends_.capacity() * sizeof(std::uint32_t) +
                        members_.capacity() * sizeof(ChallengeIndex) + sets_.capacity() * sizeof(BitSet);
    for (const BitSet& set : sets_) bytes += set.memoryBytes();
    return bytes;
}

FacetFilter::FacetFilter(const ValueSets& values)
    : everything_(values.challengeCount()), found_(values.challengeCount()), counts_(values.valueCount(), 0) {
    everything_.fill();
}

/// The choice of the group; an empty one if it has none yet.
FacetFilter::Choice& FacetFilter::choiceOf(GroupNumber group) {
    const auto inUse = std::span(choices_).first(choiceCount_);
    const auto found = std::ranges::find(inUse, group, &Choice::group);
    if (found != inUse.end()) return *found;
    if (choices_.size() == choiceCount_) choices_.push_back({.any = BitSet(found_.size()), .others = {}});
    Choice& choice = choices_[choiceCount_++];
    choice.group = group;
    choice.any.clear();
    return choice;
}

/// Computes Choice::others of each choice, and found_. The first loop intersects each `others` with all choices before
/// it, the second one with all choices after it.
void FacetFilter::intersect(const BitSet& byText) {
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

void FacetFilter::choose(const ValueSets& values, const BitSet* byText, std::span<const ValueNumber> chosen) {
    choiceCount_ = 0;
    for (const ValueNumber value : chosen) values.addTo(choiceOf(values.groupOf(value)).any, value);
    intersect(byText ? *byText : everything_);
    const auto orEverything = [&](const BitSet& base, std::size_t narrowingChoices) {
        return byText == nullptr && narrowingChoices == 0 ? &everything_ : &base;
    };
    std::vector<const BitSet*> baseOf(values.groupCount(), orEverything(found_, choiceCount_));
    for (const Choice& choice : std::span(choices_).first(choiceCount_)) {
        baseOf[choice.group] = orEverything(choice.others, choiceCount_ - 1);
    }
    for (ValueNumber value = 0; value < values.valueCount(); ++value) {
        const BitSet* const base = baseOf[values.groupOf(value)];
        const std::size_t count = base == &everything_ ? values.countAll(value) : values.countIn(value, *base);
        counts_[value] = static_cast<std::uint32_t>(count);
    }
}

std::size_t FacetFilter::countWithout(GroupNumber group) const {
    const auto inUse = std::span(choices_).first(choiceCount_);
    return count(std::ranges::find(inUse, group, &Choice::group)->others);
}

std::size_t FacetFilter::memoryBytes() const {
    std::size_t bytes = everything_.memoryBytes() + found_.memoryBytes() + counts_.capacity() * sizeof(std::uint32_t);
    for (const Choice& choice : choices_) bytes += choice.any.memoryBytes() + choice.others.memoryBytes();
    return bytes;
}

} // namespace search
