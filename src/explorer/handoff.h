// The link that leaves for the application form, and what the page says beside it.
#pragma once

#include "explorer/state.h"

#include <string>
#include <vector>

namespace explorer {

enum class CallPhase : std::uint8_t { upcoming, open, closed };

struct CallStatus {
    CallPhase phase = CallPhase::upcoming;
    /// upcoming: days until it opens (≥ 1). open: days left, 0 on the last day. closed: 0.
    int days = 0;
    bool isLastDay = false;
};

/// Where the call stands at that moment of the programme's own clock. On the last day it is open until closesMinute
/// (excluded), or the whole day where none is given.
CallStatus callStatus(const programme::Application& application, programme::CivilTime now);

struct Handoff {
    CallStatus status;
    /// application.url with the prefill parameters appended by the URL standard's rules: an existing query and fragment
    /// are kept.
    std::string url;
    /// The challenges that the application is about: the shortlist, else the open challenge; at most maxChallenges.
    std::vector<ChallengeIndex> challenges;
    /// True where the form takes no challenge parameter, so that the visitor has to copy the names.
    bool hasNamesToCopy = false;
    /// The names of those challenges in the state's language, one a line, in order.
    std::string namesToCopy;
};

Handoff makeHandoff(const programme::Programme& programme, const State& state, programme::CivilTime now);

/// The moment (minutes from now, ≥ 1) at which what makeHandoff says will next change: the next midnight, or the
/// closing hour.
int minutesUntilChange(const programme::Application& application, programme::CivilTime now);

/// A calendar file (https://www.rfc-editor.org/rfc/rfc5545) in that language: an event for each milestone, one for the
/// call (unless a milestone of that kind covers the same days) and one for its last day, which says until what hour.
/// All are whole days, free of time zones (a calendar file would need the zone's own rules for an hour): a month is all
/// its days. CRLF line ends, lines folded at 75 octets; the same programme gives the same file, UIDs included.
std::string makeCalendarFile(const programme::Programme& programme, LanguageIndex language);
/// The same as a `data:text/calendar` URL.
std::string makeCalendarUrl(const programme::Programme& programme, LanguageIndex language);

/// Whether a link of the file may become an href: https only (the reader checks it too).
bool isSafeUrl(std::string_view url);

} // namespace explorer
