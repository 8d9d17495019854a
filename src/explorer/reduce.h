// reduce(), the only function that changes a visit's state, and what it decides by.
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace explorer {

/// What an action does with the browser's history.
enum class Step : std::uint8_t {
    none,    // leaves the address as it is
    replace, // changes the address of the present entry
    push,    // adds an entry
    open,    // adds an entry for something over the page, which will be closed again
    close,   // closes that: goes back to where it was opened
    apply,   // the same for a page on which something may have been chosen: then it stays a step
};

struct Reduced {
    State state;
    Step step = Step::none;
};

/// The state after the action. An action changes nothing if it names something that the programme does not have, if a
/// number of it is not finite or a factor is not positive, or if it adds to a shortlist that is full
/// (isShortlistFull(); the screen says why). Choosing a value or typing while the shortlist is shown goes back to the
/// list, where the effect is visible.
///
/// Step::push: values of facets, the kept period, clearing the filters, the first text typed, another challenge in
/// place of the open one. Step::open and Step::close: challenge, milestone, crowd, view (View::filters is left by
/// Step::apply). Step::replace: further text, all that is chosen in View::filters, TurnToChallenge, language,
/// shortlist, period, lines, keys. Step::none: an action that changed nothing or only what the address does not have
/// (folding, the agenda's parts, the home window), and Navigate, whose address is in the history already, but where the
/// shortlist is kept and another one.
[[nodiscard]] Reduced reduce(const programme::Programme& programme, const Facts& facts, const State& state,
                             const Action& action);

[[nodiscard]] bool isShortlisted(const State& state, ChallengeIndex challenge);
/// The shortlist's challenges that are compared, in its order; at most kMaxCompared, of a shorter shortlist all.
[[nodiscard]] std::vector<ChallengeIndex> comparedOf(const State& state);
/// Makes State::compared what it says of the shortlist, as reduce() does: a shortlist from elsewhere may not have all.
void fitCompared(State& state);
/// Whether the shortlist has kMaxShortlisted challenges.
[[nodiscard]] bool isShortlistFull(const State& state);

} // namespace explorer
