// Civil days and months as a programme's file writes them. A day has no time zone of its own: it is a day in the
// programme's zone. std::chrono holds the calendar; this adds what the file format needs.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace programme {

using Day = std::chrono::sys_days;

/// A day, or a whole month where the day is not known. Both ends are included; for a day they are equal.
struct DateOrMonth {
    Day first;
    Day last;
    bool isMonth = false;
    bool operator==(const DateOrMonth&) const = default;
};

/// A moment on the wall clock of the programme's time zone.
struct CivilTime {
    Day day;
    int minuteOfDay = 0; // 0…1439
    auto operator<=>(const CivilTime&) const = default;
};

/// "2017-10-27" → the day. Nothing where the form is another or the day does not exist. Years 0000…9999.
std::optional<Day> parseDay(std::string_view text);

/// "2017-10-27" or "2017-10".
std::optional<DateOrMonth> parseDateOrMonth(std::string_view text);

/// "17:00" → 1020 minutes.
std::optional<int> parseTimeOfDay(std::string_view text);

/// "2017-10-27" or "2017-10-27T16:30" → the moment (midnight where no hour is given).
std::optional<CivilTime> parseCivilTime(std::string_view text);

/// The day as YYYY-MM-DD.
std::string formatDay(Day day);

/// The whole days from 1970-01-01 to that day; negative before.
[[nodiscard]] constexpr int dayNumber(Day day) {
    return static_cast<int>(day.time_since_epoch().count());
}

std::chrono::year_month_day civil(Day day);
Day firstOfMonth(Day day);
Day addMonths(Day firstDayOfMonth, int months);

} // namespace programme
