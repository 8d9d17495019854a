// The sets of challenges that have each value of the facets (facet.h); filtering by values, and counting.
//
// The values of all facets are numbered one after the other, and so are their groups. The skills come first: the number
// of a skill is its SkillIndex.
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

/// The challenges that have each value. It does not change after it is built.
class ValueSets {
public:
    explicit ValueSets(const programme::Programme& programme);

    [[nodiscard]] std::size_t challengeCount() const { return challengeCount_; }
    [[nodiscard]] std::size_t valueCount() const { return groups_.size(); }
    [[nodiscard]] std::size_t groupCount() const { return groupCount_; }
    [[nodiscard]] ValueNumber numberOf(Facet facet, ValueIndex value) const { return firsts_[indexOf(facet)] + value; }
    [[nodiscard]] std::size_t valueCountOf(Facet facet) const {
        return firsts_[indexOf(facet) + 1] - firsts_[indexOf(facet)];
    }
    [[nodiscard]] Facet facetOf(ValueNumber value) const;
    [[nodiscard]] GroupNumber groupOf(ValueNumber value) const { return groups_[value]; }
    /// The challenges that have the value, in ascending order.
    [[nodiscard]] std::span<const programme::ChallengeIndex> challengesOf(ValueNumber value) const;
    [[nodiscard]] std::size_t countAll(ValueNumber value) const { return challengesOf(value).size(); }
    /// How many of `challenges` have the value.
    [[nodiscard]] std::size_t countIn(ValueNumber value, const BitSet& challenges) const;
    /// Adds the challenges that have the value to `challenges`.
    void addTo(BitSet& challenges, ValueNumber value) const;
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    void add(const FacetValues& values);

    std::size_t challengeCount_ = 0;
    std::uint32_t groupCount_ = 0;
    std::array<ValueNumber, kFacetCount + 1> firsts_{}; // of each facet its first value; at the end valueCount()
    std::vector<GroupNumber> groups_;                   // of each value
    std::vector<std::uint32_t> ends_;                   // for each value, the index after its last one in members_
    std::vector<programme::ChallengeIndex> members_;    // the challenges of all values, value by value
    std::vector<BitSet> sets_;                          // of each value; of size 0 if few challenges have the value
};

/// Filters the challenges that match the text by the chosen values, and counts them for each value.
class FacetFilter {
public:
    explicit FacetFilter(const ValueSets& values);

    /// Filters again. `byText` is the challenges that match the text and the period; null: all. The other functions are
    /// about the last call.
    void choose(const ValueSets& values, const BitSet* byText, std::span<const ValueNumber> chosen);

    /// The challenges that match the text and have one of the chosen values in each group with chosen values.
    [[nodiscard]] const BitSet& found() const { return found_; }
    /// How many challenges match the text and the chosen values of all groups but this one, which has chosen values.
    [[nodiscard]] std::size_t countWithout(GroupNumber group) const;
    /// For each value: how many challenges have it, of those that match the text and the chosen values of all other
    /// groups.
    [[nodiscard]] std::span<const std::uint32_t> counts() const { return counts_; }
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    /// A group with chosen values.
    struct Choice {
        GroupNumber group = 0;
        BitSet any;    // the challenges that have any of its chosen values
        BitSet others; // the challenges that match the text and the chosen values of all other groups
    };

    Choice& choiceOf(GroupNumber group);
    void intersect(const BitSet& byText);

    BitSet everything_;
    BitSet found_;
    std::vector<Choice> choices_; // the first choiceCount_ are in use; the memory of the others is used again
    std::size_t choiceCount_ = 0;
    std::vector<std::uint32_t> counts_;
};

} // namespace search
