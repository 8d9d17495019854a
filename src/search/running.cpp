#include "search/running.h"

namespace search {

RunningChallenges::RunningChallenges(const programme::Programme& programme) : found_(programme.challenges.size()) {
    days_.reserve(programme.challenges.size());
    for (const programme::Challenge& challenge : programme.challenges) days_.push_back(daysOf(challenge));
}

void RunningChallenges::choose(const programme::Period& period) {
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
