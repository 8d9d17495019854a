// Calendar days, months and times of day, and the forms in which a programme's file writes them. std::chrono has the
// calendar; this adds the reading and the writing. All days and times are local: they belong to the programme's time
// zone, and no function here converts between zones.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace programme {

using Day = std::chrono::sys_days;

/// One day, or a whole month where the file names no day: from `first` to `last`, both included. For one day the two
/// are equal.
struct DateOrMonth {
    Day first;
    Day last;
    bool isMonth = false;
    bool operator==(const DateOrMonth&) const = default;
};

/// Whole days, both ends included; first ≤ last.
struct Period {
    Day first;
    Day last;
    bool operator==(const Period&) const = default;
};

/// From the first day of `start` to the last day of `end`; without an end, of `start`.
[[nodiscard]] constexpr Period daysOf(const DateOrMonth& start, const std::optional<DateOrMonth>& end) {
    return {start.first, end.value_or(start).last};
}

[[nodiscard]] constexpr bool haveCommonDay(const Period& one, const Period& other) {
    return one.first <= other.last && other.first <= one.last;
}

/// A minute in the programme's time zone.
struct CivilTime {
    Day day;
    int minuteOfDay = 0; // minutes since midnight, 0…1439
    auto operator<=>(const CivilTime&) const = default;
};

/// The day that "2017-10-27" stands for; none where the text has another form or no such day exists. Years 0000…9999.
[[nodiscard]] std::optional<Day> parseDay(std::string_view text);

/// The day or month that "2017-10-27" or "2017-10" stands for; none as for parseDay().
[[nodiscard]] std::optional<DateOrMonth> parseDateOrMonth(std::string_view text);

/// The minutes since midnight that "17:00" stands for, 0…1439; none for a text of another form.
[[nodiscard]] std::optional<int> parseTimeOfDay(std::string_view text);

/// The minute that "2017-10-27T16:30" stands for; midnight for "2017-10-27"; none for a text of another form.
[[nodiscard]] std::optional<CivilTime> parseCivilTime(std::string_view text);

/// The day as YYYY-MM-DD.
[[nodiscard]] std::string formatDay(Day day);

/// The whole days from 1970-01-01 to that day; negative before.
[[nodiscard]] constexpr int dayNumber(Day day) {
    return static_cast<int>(day.time_since_epoch().count());
}

/// The day's year, month and day of the month.
[[nodiscard]] std::chrono::year_month_day civil(Day day);
[[nodiscard]] Day firstOfMonth(Day day);
/// The first day of the month that lies `months` after that of `firstDayOfMonth`, before it where negative.
[[nodiscard]] Day addMonths(Day firstDayOfMonth, int months);

} // namespace programme
