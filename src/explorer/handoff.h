// What a visitor takes along: the link to the application form with the challenges and skills filled in, the state of
// the call, and the programme's dates as a calendar file.
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"
#include "programme/words.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
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
    /// The challenges to apply for: the shortlist, or the open challenge if the shortlist is empty; of more than
    /// Application::maxChallenges the first ones.
    std::vector<ChallengeIndex> challenges;
    std::size_t leftOut = 0; // how many of the shortlist do not go along, for that limit
    /// Whether the form takes no challenge parameter, so that the visitor has to copy the names.
    bool hasNamesToCopy = false;
    /// The titles of `challenges` in the state's language, one a line.
    std::string namesToCopy;
};

[[nodiscard]] Handoff makeHandoff(const programme::Programme& programme, const State& state, programme::CivilTime now);

/// The minutes from `now` until the result of makeHandoff() changes by the clock alone: until midnight, or on the last
/// day until the call closes. At least 1.
[[nodiscard]] int minutesUntilChange(const programme::Application& application, programme::CivilTime now);

/// The civil time in an IANA time zone at a moment, given in universal time; none where the zone is not known.
using ZoneClock = std::function<std::optional<programme::CivilTime>(std::string_view timeZone, programme::CivilTime)>;
/// The universal time at which it is `civil` in the zone; none where that cannot be known. Of the two moments when
/// clocks are set back, one; of an hour that is left out when they are set forward, the moment an hour off.
[[nodiscard]] std::optional<programme::CivilTime> toUniversalTime(const ZoneClock& clock, std::string_view timeZone,
                                                                  programme::CivilTime civil);

/// What a calendar file has of what is not over: the call's last day, and before the call opens its first one; or that
/// and the milestones.
enum class CalendarContent : std::uint8_t { call, everything };

struct CalendarFile {
    std::string text; // empty where there is no event
    std::size_t eventCount = 0;
};

/// A calendar file (iCalendar, https://www.rfc-editor.org/rfc/rfc5545) in the language, of the events that are not over
/// at `now`. First comes the end of the call, with an alarm a day before: a moment where `closes`, its universal time,
/// is given, else the whole day. The others are whole days, a month is all its days. Lines end in CRLF and are folded
/// at 75 bytes. The same programme gives events with the same UIDs.
[[nodiscard]] CalendarFile makeCalendarFile(const programme::Programme& programme, LanguageIndex language,
                                            CalendarContent content, programme::CivilTime now,
                                            std::optional<programme::CivilTime> closes);
/// The file's text as a `data:text/calendar` URL; empty where it has no event.
[[nodiscard]] std::string makeCalendarUrl(const CalendarFile& file);

/// What is offered to the visitor's own calendar.
struct CalendarLinks {
    std::string call;           // URL of a file with CalendarContent::call; empty where the call is over
    std::string everything;     // of one with CalendarContent::everything; empty where all is over
    std::size_t eventCount = 0; // of `everything`
};

/// "27 October 2017 at 5 p.m. (Europe/Paris)": when the call closes.
[[nodiscard]] std::string formatClosing(const programme::Programme& programme, programme::InterfaceLanguage language);
/// The shortlist as plain text, to be sent: the programme's title; of each challenge its rank, title, host and an
/// address: that of the challenge on the page at `pageAddress` (without query), or where that is empty its first link;
/// when the call closes, the form's address, and the shortlist's on the page.
[[nodiscard]] std::string describeShortlist(const programme::Programme& programme, const Facts& facts,
                                            const State& state, const Handoff& handoff, std::string_view pageAddress);
/// A mailto: address (https://www.rfc-editor.org/rfc/rfc6068) of a mail to nobody yet.
[[nodiscard]] std::string makeMailUrl(std::string_view subject, std::string_view body);

/// Whether a link of the programme's file may become an href: an https address. The reader checks it, too.
[[nodiscard]] bool isSafeUrl(std::string_view url);

} // namespace explorer
