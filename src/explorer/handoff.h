// What a visitor takes along: the link to the application form with the challenges and skills filled in, the state of
// the call, and the programme's dates as a calendar file.
#pragma once

#include "explorer/state.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace explorer {

enum class CallPhase : std::uint8_t { upcoming, open, closed };

struct CallStatus {
    CallPhase phase = CallPhase::upcoming;
    /// upcoming: days until the call opens, at least 1. open: days until the last day, 0 on that day. closed: 0.
    int days = 0;
    bool isLastDay = false;
};

/// The state of the call at `now`. On its last day the call is open until Application::closesMinute, excluded; where
/// that is none, the whole day.
[[nodiscard]] CallStatus callStatus(const programme::Application& application, programme::CivilTime now);

struct Handoff {
    CallStatus status;
    /// The form's address with the prefill parameters added to its query by the URL standard's rules; its own query and
    /// fragment are kept.
    std::string url;
    /// The challenges to apply for: the shortlist, or the open challenge if the shortlist is empty; at most
    /// Application::maxChallenges.
    std::vector<ChallengeIndex> challenges;
    /// Whether the form takes no challenge parameter, so that the visitor has to copy the names.
    bool hasNamesToCopy = false;
    /// The titles of `challenges` in the state's language, one a line.
    std::string namesToCopy;
};

[[nodiscard]] Handoff makeHandoff(const programme::Programme& programme, const State& state, programme::CivilTime now);

/// The minutes from `now` until the result of makeHandoff() changes by the clock alone: until midnight, or on the last
/// day until the call closes. At least 1.
[[nodiscard]] int minutesUntilChange(const programme::Application& application, programme::CivilTime now);

/// A calendar file (iCalendar, https://www.rfc-editor.org/rfc/rfc5545) in the language. It has an event for each
/// milestone, one for the call, unless a milestone of the kind `call` has the same days, and one for the call's last
/// day, which names the closing hour. All events are whole days, a month is all its days: for an hour the file would
/// need the rules of the time zone. Lines end in CRLF and are folded at 75 bytes. The same programme gives the same
/// file, with the same UIDs.
[[nodiscard]] std::string makeCalendarFile(const programme::Programme& programme, LanguageIndex language);
/// The calendar file as a `data:text/calendar` URL.
[[nodiscard]] std::string makeCalendarUrl(const programme::Programme& programme, LanguageIndex language);

/// Whether a link of the programme's file may become an href: an https address. The reader checks it, too.
[[nodiscard]] bool isSafeUrl(std::string_view url);

} // namespace explorer
