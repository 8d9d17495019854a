// The one function that changes a visit's state.
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"

namespace explorer {

/// Whether the URL that follows a change is a new step for Back, or takes the place of the present one.
enum class Step : std::uint8_t { none, replace, push };

struct Reduced {
    State state;
    Step step = Step::none; // none: the URL stays as it is
};

/// The state after the action. An action about something that the programme does not have, or with a number that makes
/// no sense (not finite, a factor ≤ 0), changes nothing; one that changes nothing makes no step. A shortlist that is
/// full (application.maxChallenges) takes no more: the state stays as it is (ui shows the reason). Choosing a value or
/// typing while only the shortlist is shown goes back to the list, where the effect can be seen.
///
/// New steps: values of facets, filters cleared, challenge, milestone, view. Replaced: text, language, shortlist,
/// period, keys. None: what the URL does not hold (groups), and Navigate, whose URL is there already.
Reduced reduce(const programme::Programme& programme, const Facts& facts, const State& state, const Action& action);

/// What the timeline shows: state.period, else the whole calendar.
Period shownPeriod(const Facts& facts, const State& state);
/// That period made at least kShortestPeriodDays long and moved or cut to the whole calendar; nothing where it is all
/// of it.
std::optional<Period> fitPeriod(const Facts& facts, const Period& period);

bool isShortlisted(const State& state, ChallengeIndex challenge);
bool isShortlistFull(const programme::Programme& programme, const State& state);

} // namespace explorer
