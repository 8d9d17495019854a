// The one function that changes a visit's state.
#pragma once

#include "explorer/state.h"

namespace explorer {

/// Whether the URL that follows a change is a new step for Back, or takes the place of the present one.
enum class Step : std::uint8_t { none, replace, push };

struct Reduced {
    State state;
    Step step = Step::none; // none: the URL stays as it is
};

/// The state after the action. An action about something that the programme does not have changes nothing. A shortlist
/// that is full (application.maxChallenges) takes no more: the state stays as it is (ui shows the reason).
Reduced reduce(const programme::Programme& programme, const State& state, const Action& action);

/// The days that the timeline spans: all milestones, challenges and the call, rounded out to whole months.
Period wholeCalendar(const programme::Programme& programme);
/// What the timeline shows: state.period, else the whole calendar.
Period shownPeriod(const programme::Programme& programme, const State& state);

bool isShortlisted(const State& state, ChallengeIndex challenge);
bool isShortlistFull(const programme::Programme& programme, const State& state);

} // namespace explorer
