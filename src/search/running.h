// Which challenges run in a period: those with dates of which at least one day is in it. A challenge without dates runs
// at no known time, so it is in none.
#pragma once

#include "programme/programme.h"
#include "search/bit_set.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace search {

/// Whole days, both ends included.
struct Days {
    programme::Day first;
    programme::Day last;
    bool operator==(const Days&) const = default;
};

/// The days of a challenge or a milestone; none where it has no start.
[[nodiscard]] std::optional<Days> daysOf(const std::optional<programme::DateOrMonth>& start,
                                         const std::optional<programme::DateOrMonth>& end);
[[nodiscard]] constexpr bool haveCommonDay(const Days& one, const Days& other) {
    return one.first <= other.last && other.first <= one.last;
}

class RunningChallenges {
public:
    explicit RunningChallenges(const programme::Programme& programme);

    /// Looks for those that run in the period; goes through all challenges where it is another one than before.
    void choose(const Days& period);
    /// Of the last period.
    [[nodiscard]] const BitSet& found() const { return found_; }
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    std::vector<std::optional<Days>> days_; // of each challenge
    std::optional<Days> period_;
    BitSet found_;
};

} // namespace search
