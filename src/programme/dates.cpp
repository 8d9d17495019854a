#include "programme/dates.h"

namespace programme {
namespace {

/// The number that `text` stands for; none where it has anything but ASCII digits, or more than the nine of which every
/// number fits into an int.
std::optional<int> parseDigits(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    int number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::optional<std::chrono::year_month> parseMonth(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const std::optional<int> year = parseDigits(text.substr(0, 4));
    const std::optional<int> month = parseDigits(text.substr(5, 2));
    if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
    return std::chrono::year(*year) / std::chrono::month(static_cast<unsigned>(*month));
}

void appendPadded(std::string& out, unsigned number, std::size_t width) {
    const std::string digits = std::to_string(number);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

} // namespace

std::optional<Day> parseDay(std::string_view text) {
    if (text.size() != 10 || text[7] != '-') return std::nullopt;
    const std::optional<std::chrono::year_month> month = parseMonth(text.substr(0, 7));
    const std::optional<int> dayOfMonth = parseDigits(text.substr(8, 2));
    if (!month || !dayOfMonth) return std::nullopt;
    const std::chrono::year_month_day date = *month / std::chrono::day(static_cast<unsigned>(*dayOfMonth));
    if (!date.ok()) return std::nullopt;
    return Day(date);
}

std::optional<DateOrMonth> parseDateOrMonth(std::string_view text) {
    if (const std::optional<Day> day = parseDay(text)) return DateOrMonth{*day, *day, false};
    const std::optional<std::chrono::year_month> month = parseMonth(text);
    if (!month) return std::nullopt;
    return DateOrMonth{Day(*month / std::chrono::day(1)), Day(*month / std::chrono::last), true};
}

std::optional<int> parseTimeOfDay(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const std::optional<int> hour = parseDigits(text.substr(0, 2));
    const std::optional<int> minute = parseDigits(text.substr(3, 2));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return *hour * 60 + *minute;
}

std::optional<CivilTime> parseCivilTime(std::string_view text) {
    const std::optional<Day> day = parseDay(text.substr(0, 10));
    if (!day) return std::nullopt;
    if (text.size() == 10) return CivilTime{*day, 0};
    if (text[10] != 'T') return std::nullopt;
    const std::optional<int> minuteOfDay = parseTimeOfDay(text.substr(11));
    if (!minuteOfDay) return std::nullopt;
    return CivilTime{*day, *minuteOfDay};
}

std::string formatDay(Day day) {
    const std::chrono::year_month_day date = civil(day);
    std::string text;
    appendPadded(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    text += '-';
    appendPadded(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    appendPadded(text, static_cast<unsigned>(date.day()), 2);
    return text;
}

std::chrono::year_month_day civil(Day day) {
    return std::chrono::year_month_day(day);
}

Day firstOfMonth(Day day) {
    const std::chrono::year_month_day date = civil(day);
    return Day(date.year() / date.month() / std::chrono::day(1));
}

Day addMonths(Day firstDayOfMonth, int months) {
    return Day(civil(firstDayOfMonth) + std::chrono::months(months));
}

} // namespace programme
