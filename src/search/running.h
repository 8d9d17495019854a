// Which challenges run in a period: those with dates of which at least one day is in it. A challenge without dates runs
// at no known time, so it is in none.
#pragma once

#include "programme/programme.h"
#include "search/bit_set.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace search {

class RunningChallenges {
public:
    explicit RunningChallenges(const programme::Programme& programme);

    /// Looks for those that run in the period; goes through all challenges where it is another one than before.
    void choose(const programme::Period& period);
    /// Of the last period.
    [[nodiscard]] const BitSet& found() const { return found_; }
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    std::vector<std::optional<programme::Period>> days_; // of each challenge
    std::optional<programme::Period> period_;
    BitSet found_;
};

} // namespace search
