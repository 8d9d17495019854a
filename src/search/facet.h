// The facets by which a visitor filters the challenges: skills and cities. A facet has values (each skill, each city).
// For each facet a function of facet.cpp lists its values in their order, and the values that each challenge has.
//
// The values of a facet are in groups. A challenge passes the filter if in each group with chosen values it has at
// least one of them: the values of a group are combined by "or", the groups, and so the facets, by "and".
//
// docs/architecture.md, "Likely changes", says what a new facet needs.
#pragma once

#include "programme/programme.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace search {

enum class Facet : std::uint8_t {
    skills, // those that the challenge's profiles require or prefer
    cities, // that of the challenge's host
};
inline constexpr std::size_t kFacetCount = 2;

[[nodiscard]] constexpr std::size_t indexOf(Facet facet) {
    return static_cast<std::size_t>(facet);
}

/// An index in FacetValues::values. For Facet::skills it is the SkillIndex.
using ValueIndex = std::uint32_t;

struct FacetValue {
    programme::StringRef id; // its name in the address; unique in the facet
    programme::Text label;   // empty: the label is the id, in every language
    std::uint32_t group = 0; // less than FacetValues::groupCount
};

/// The values of one facet, and which challenge has which.
struct FacetValues {
    std::vector<FacetValue> values; // in the order in which the filter lists them
    std::uint32_t groupCount = 1;

    /// The values of a challenge, each once, in the order in which the challenge names them.
    [[nodiscard]] std::span<const ValueIndex> of(programme::ChallengeIndex challenge) const {
        const std::uint32_t begin = challenge == 0 ? 0 : ends[challenge - 1];
        return std::span(ofChallenges).subspan(begin, ends[challenge] - begin);
    }

    std::vector<ValueIndex> ofChallenges; // the values of all challenges, one challenge after the other
    std::vector<std::uint32_t> ends;      // for each challenge, the index after its last value in `ofChallenges`
};

[[nodiscard]] FacetValues listValues(const programme::Programme& programme, Facet facet);

} // namespace search
