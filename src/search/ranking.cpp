#include "search/ranking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace search {

namespace {

using programme::ChallengeIndex;

constexpr std::uint32_t kDigitBits = 11;
constexpr std::uint32_t kDigitCount = 1u << kDigitBits;
/// A greater number of skills ranks as this number, so that the three parts of a key fit into 32 bits.
constexpr std::uint32_t kMaxSkills = 1023;

static_assert(2 * std::bit_width(kMaxSkills) + std::bit_width(kMaxQueryWords * kMaxTermWeight) <= 32);

/// The number of bits that hold the numbers from 0 to `greatest`.
std::uint32_t bitsFor(std::size_t greatest) {
    return static_cast<std::uint32_t>(std::bit_width(greatest));
}

} // namespace

void Ranking::rank(const BitSet& found, const TextMatcher& text, const ProfileFits& fits,
                   std::vector<ChallengeIndex>& ranked) {
    ranked.clear();
    found.forEach([&](ChallengeIndex challenge) { ranked.push_back(challenge); });
    const std::uint32_t textBits = text.hasTerms() ? bitsFor(text.termCount() * kMaxTermWeight) : 0;
    const std::uint32_t fitBits = bitsFor(std::min<std::size_t>(fits.chosenCount(), kMaxSkills));
    if (textBits + fitBits == 0) return;
    keys_.assign(ranked.size(), 0);
    if (textBits != 0) text.addWeights(ranked, keys_);
    if (fitBits != 0) {
        for (std::size_t index = 0; index < ranked.size(); ++index) {
            const Fit fit = fits.bestOf(ranked[index]);
            const std::uint32_t required = std::min<std::uint32_t>(fit.required, kMaxSkills);
            const std::uint32_t preferred = std::min<std::uint32_t>(fit.preferred, kMaxSkills);
            keys_[index] += (required << fitBits | preferred) << textBits;
        }
    }
    sortByKeys(textBits + 2 * fitBits, ranked);
}

/// Radix sort, least significant digit first: a stable counting sort by each digit of the keys' lowest `bits` bits,
/// greatest digit first.
void Ranking::sortByKeys(std::uint32_t bits, std::vector<ChallengeIndex>& ranked) {
    otherKeys_.resize(keys_.size());
    otherRanked_.resize(ranked.size());
    for (std::uint32_t shift = 0; shift < bits; shift += kDigitBits) {
        const auto digitOf = [shift](std::uint32_t key) {
            return kDigitCount - 1 - (key >> shift & (kDigitCount - 1));
        };
        std::array<std::uint32_t, kDigitCount> places{};
        for (const std::uint32_t key : keys_) ++places[digitOf(key)];
        std::uint32_t begin = 0;
        for (std::uint32_t& place : places) begin += std::exchange(place, begin);
        const bool isLast = shift + kDigitBits >= bits;
        for (std::size_t index = 0; index < ranked.size(); ++index) {
            const std::uint32_t place = places[digitOf(keys_[index])]++;
            otherRanked_[place] = ranked[index];
            if (!isLast) otherKeys_[place] = keys_[index];
        }
        std::swap(ranked, otherRanked_);
        std::swap(keys_, otherKeys_);
    }
}

std::size_t Ranking::memoryBytes() const {
    return (keys_.capacity() + otherKeys_.capacity() + otherRanked_.capacity()) * sizeof(std::uint32_t);
}

} // namespace search
