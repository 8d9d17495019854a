#include "search/running.h"

namespace search {

std::optional<Days> daysOf(const std::optional<programme::DateOrMonth>& start,
                           const std::optional<programme::DateOrMonth>& end) {
    if (!start) return std::nullopt;
    return Days{start->first, end.value_or(*start).last};
}

RunningChallenges::RunningChallenges(const programme::Programme& programme) : found_(programme.challenges.size()) {
    days_.reserve(programme.challenges.size());
    for (const programme::Challenge& challenge : programme.challenges)
        days_.push_back(daysOf(challenge.start, challenge.end));
}

void RunningChallenges::choose(const Days& period) {
    if (period_ == period) return;
    period_ = period;
    found_.clear();
    for (std::size_t challenge = 0; challenge < days_.size(); ++challenge) {
        if (days_[challenge] && haveCommonDay(*days_[challenge], period)) found_.add(challenge);
    }
}

std::size_t RunningChallenges::memoryBytes() const {
    return days_.capacity() * sizeof(days_[0]) + found_.memoryBytes();
}

} // namespace search
