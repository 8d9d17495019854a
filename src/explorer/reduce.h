// reduce(), the only function that changes a visit's state, and what it decides by.
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"

#include <cstdint>
#include <optional>

namespace explorer {

/// What an action does with the browser's history: `push` adds an entry with the new address, `replace` replaces the
/// present one, `none` leaves the address as it is.
enum class Step : std::uint8_t { none, replace, push };

struct Reduced {
    State state;
    Step step = Step::none;
};

/// The state after the action. An action changes nothing if it names something that the programme does not have, if a
/// number of it is not finite or a factor is not positive, or if it adds to a shortlist that is full
/// (isShortlistFull(); the screen says why). Choosing a value or typing while the shortlist is shown goes back to the
/// list, where the effect is visible.
///
/// Step::push: values of facets, clearing the filters, challenge, milestone, crowd, view. Step::replace: text,
/// language, shortlist, period, keys. Step::none: an action that changed nothing or only what the address does not have
/// (expanded groups), and Navigate, whose address is in the history already.
[[nodiscard]] Reduced reduce(const programme::Programme& programme, const Facts& facts, const State& state,
                             const Action& action);

[[nodiscard]] bool isShortlisted(const State& state, ChallengeIndex challenge);
/// Whether the shortlist has Application::maxChallenges challenges.
[[nodiscard]] bool isShortlistFull(const programme::Programme& programme, const State& state);

} // namespace explorer
