// Which challenges have which values of the facets (facet.h), and the counts that stand beside the values.
//
// The values of all facets are numbered one after the other, and so are their groups. The skills come first: a skill's
// number is its SkillIndex.
#pragma once

#include "search/bit_set.h"
#include "search/facet.h"

#include <array>
#include <span>
#include <vector>

namespace search {

/// The number of a value, or of a group, among those of all facets.
using ValueNumber = std::uint32_t;
using GroupNumber = std::uint32_t;
static_assert(indexOf(Facet::skills) == 0);

/// The challenges that have each value. Never changes once it is built.
class ValueSets {
public:
    explicit ValueSets(const programme::Programme& programme);

    std::size_t challengeCount() const { return challengeCount_; }
    std::size_t valueCount() const { return groups_.size(); }
    std::size_t groupCount() const { return groupCount_; }
    ValueNumber numberOf(Facet facet, ValueIndex value) const { return firsts_[indexOf(facet)] + value; }
    std::size_t valueCountOf(Facet facet) const { return firsts_[indexOf(facet) + 1] - firsts_[indexOf(facet)]; }
    GroupNumber groupOf(ValueNumber value) const { return groups_[value]; }
    /// Rising.
    std::span<const programme::ChallengeIndex> challengesOf(ValueNumber value) const;
    std::size_t countAll(ValueNumber value) const { return challengesOf(value).size(); }
    std::size_t countIn(ValueNumber value, const BitSet& challenges) const;
    void addTo(BitSet& challenges, ValueNumber value) const;
    std::size_t memoryBytes() const;

private:
    void add(const FacetValues& values);

    std::size_t challengeCount_ = 0;
    std::uint32_t groupCount_ = 0;
    std::array<ValueNumber, kFacetCount + 1> firsts_{}; // of each facet's values; behind the last, their number
    std::vector<GroupNumber> groups_;                   // of each value
    std::vector<std::uint32_t> ends_;                   // of each value's part of members_
    std::vector<programme::ChallengeIndex> members_;
    std::vector<BitSet> sets_; // of each value; of size 0 where its list is short
};

/// What the chosen values leave of the challenges that the text left, and the counts.
class Facets {
public:
    explicit Facets(const ValueSets& values);

    /// `byText`: the challenges that the text leaves; none: all.
    void choose(const ValueSets& values, const BitSet* byText, std::span<const ValueNumber> chosen);

    const BitSet& found() const { return found_; }
    /// For each value: how many challenges have it among those that the text and the other groups leave.
    std::span<const std::uint32_t> counts() const { return counts_; }
    std::size_t memoryBytes() const;

private:
    struct Choice {
        GroupNumber group = 0;
        BitSet any;    // what has any of the group's chosen values
        BitSet others; // what the text and the other groups leave
    };

    Choice& choiceOf(GroupNumber group);
    void intersect(const BitSet& byText);

    BitSet everything_;
    BitSet found_;
    std::vector<Choice> choices_; // the first choiceCount_ are in use; the others keep their memory
    std::size_t choiceCount_ = 0;
    std::vector<std::uint32_t> counts_;
};

} // namespace search
