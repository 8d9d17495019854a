// What a visitor narrows the challenges by, besides words: the facets. Each facet has values (the skills; the cities),
// listed by one function of facet.cpp: which there are, in which order, and which of them each challenge has.
//
// The values of a facet stand in groups: inside a group any of the chosen values will do; between groups, and so
// between facets, all must hold.
//
// A new facet: an enumerator here and its function in facet.cpp, a member in Query (index.h), and its row in
// explorer/facets.h.
#pragma once

#include "programme/programme.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace search {

enum class Facet : std::uint8_t {
    skills, // required or welcomed by a profile
    cities, // of the host
};
inline constexpr std::size_t kFacetCount = 2;

constexpr std::size_t indexOf(Facet facet) {
    return static_cast<std::size_t>(facet);
}

/// A place in FacetValues::values. For Facet::skills it is the SkillIndex.
using ValueIndex = std::uint32_t;

struct FacetValue {
    programme::StringRef id; // names it in an address; unique in its facet
    programme::Text label;   // empty: the id is the label, in every language
    std::uint32_t group = 0; // below FacetValues::groupCount
};

struct FacetValues {
    std::vector<FacetValue> values; // in the order in which they are listed
    std::uint32_t groupCount = 1;

    /// Without repetition, in the order in which the challenge names them.
    std::span<const ValueIndex> of(programme::ChallengeIndex challenge) const {
        const std::uint32_t begin = challenge == 0 ? 0 : ends[challenge - 1];
        return std::span(ofChallenges).subspan(begin, ends[challenge] - begin);
    }

    std::vector<ValueIndex> ofChallenges; // one challenge after the other
    std::vector<std::uint32_t> ends;      // for each challenge, where its values end in `ofChallenges`
};

FacetValues listValues(const programme::Programme& programme, Facet facet);

} // namespace search
