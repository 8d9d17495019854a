#include "programme/words.h"

#include "word_tables.h"

#include <array>
#include <optional>

namespace programme {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kNarrowNoBreakSpace = "\u202F";
constexpr std::string_view kEnDash = "\u2013";
constexpr std::string_view kSpacedEnDash = " \u2013 ";
constexpr std::string_view kMinus = "\u2212";

using MonthNames = std::array<std::string_view, 12>;

constexpr MonthNames kFrenchMonths = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                      "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr MonthNames kEnglishMonths = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
constexpr MonthNames kFrenchShortMonths = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                           "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
constexpr MonthNames kEnglishShortMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool isFrench(InterfaceLanguage language) {
    return language == InterfaceLanguage::french;
}

std::string_view monthName(const std::chrono::year_month_day& date, InterfaceLanguage language) {
    const MonthNames& names = isFrench(language) ? kFrenchMonths : kEnglishMonths;
    return names[static_cast<unsigned>(date.month()) - 1];
}

std::string dayOfMonth(const std::chrono::year_month_day& date, InterfaceLanguage language) {
    const unsigned number = static_cast<unsigned>(date.day());
    return std::to_string(number) + (isFrench(language) && number == 1 ? "er" : "");
}

/// How much of a date is written: what both ends of a range share is left out of its first end.
enum class Detail { day, month, year };

std::string formatUpTo(const DateOrMonth& date, Detail detail, InterfaceLanguage language) {
    const std::chrono::year_month_day first = civil(date.first);
    std::string text;
    if (!date.isMonth) text = dayOfMonth(first, language);
    if (detail == Detail::day) return text;
    if (!date.isMonth) text += kNoBreakSpace;
    text += monthName(first, language);
    if (detail == Detail::month) return text;
    return text + ' ' + std::to_string(static_cast<int>(first.year()));
}

Detail detailOfStart(const DateOrMonth& start, const DateOrMonth& end) {
    const std::chrono::year_month_day first = civil(start.first);
    const std::chrono::year_month_day last = civil(end.first);
    if (first.year() != last.year()) return Detail::year;
    const bool areBothDays = !start.isMonth && !end.isMonth;
    return areBothDays && first.month() == last.month() ? Detail::day : Detail::month;
}

/// "du " before a day; before a month "de ", or "d’" where its name begins with a vowel.
std::string_view frenchFrom(const DateOrMonth& date) {
    if (!date.isMonth) return "du ";
    const std::string_view name = monthName(civil(date.first), InterfaceLanguage::french);
    return name.front() == 'a' || name.front() == 'o' ? "d’" : "de ";
}

/// A pair of braces whose name none of `places` has stays as it stands.
std::string fillPlaces(std::string_view pattern, std::initializer_list<Filling> places) {
    std::string text;
    while (true) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) return text.append(pattern);
        text += pattern.substr(0, open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        std::string_view filled = pattern.substr(open, close - open + 1);
        for (const auto& [key, value] : places)
            if (key == name) filled = value;
        text += filled;
        pattern.remove_prefix(close + 1);
    }
}

} // namespace

InterfaceLanguage interfaceLanguage(std::string_view languageTag) {
    const std::string_view language = languageTag.substr(0, languageTag.find('-'));
    return language == "fr" ? InterfaceLanguage::french : InterfaceLanguage::english;
}

std::string_view tagOf(InterfaceLanguage language) {
    return isFrench(language) ? "fr" : "en";
}

std::string_view word(Word word, InterfaceLanguage language) {
    const WordRow& row = kWordRows[static_cast<std::size_t>(word)];
    return isFrench(language) ? row.french : row.english;
}

std::string fill(Word word, InterfaceLanguage language, std::initializer_list<Filling> places) {
    return fillPlaces(programme::word(word, language), places);
}

std::string counted(CountedWord word, InterfaceLanguage language, std::int64_t count,
                    std::initializer_list<Filling> places) {
    const bool isSingular = count == 1 || (isFrench(language) && count == 0);
    const CountedWordRow& row = kCountedWordRows[static_cast<std::size_t>(word)];
    const std::string pattern = row.byLanguage[isFrench(language) ? 0 : 1][isSingular ? 0 : 1];
    return fillPlaces(fillPlaces(pattern, {{"count", formatNumber(count, language)}}), places);
}

std::string formatNumber(std::int64_t number, InterfaceLanguage language) {
    const std::string_view separator = isFrench(language) ? kNarrowNoBreakSpace : ",";
    const std::string written = std::to_string(number);
    std::string_view digits = written;
    std::string text;
    if (number < 0) {
        text += kMinus;
        digits.remove_prefix(1);
    }
    for (std::size_t place = 0; place < digits.size(); ++place) {
        if (place > 0 && (digits.size() - place) % 3 == 0) text += separator;
        text += digits[place];
    }
    return text;
}

std::string formatDate(Day day, InterfaceLanguage language) {
    return formatUpTo({day, day, false}, Detail::year, language);
}

std::string formatDayAndMonth(Day day, InterfaceLanguage language) {
    return formatUpTo({day, day, false}, Detail::month, language);
}

std::string formatDateOrMonth(const DateOrMonth& date, InterfaceLanguage language) {
    return formatUpTo(date, Detail::year, language);
}

std::string formatRange(const DateOrMonth& start, const std::optional<DateOrMonth>& end, InterfaceLanguage language) {
    if (!end || *end == start) return formatDateOrMonth(start, language);
    const Detail detail = detailOfStart(start, *end);
    std::string text = formatUpTo(start, detail, language);
    if (isFrench(language)) {
        text.insert(0, frenchFrom(start));
        text += end->isMonth ? " à " : " au ";
    } else {
        text += detail == Detail::day ? kEnDash : kSpacedEnDash;
    }
    return text + formatDateOrMonth(*end, language);
}

std::string formatTimeOfDay(int minuteOfDay, InterfaceLanguage language) {
    const int hour = minuteOfDay / 60;
    const int minute = minuteOfDay % 60;
    std::string minutes(minute < 10 ? 1 : 0, '0');
    minutes += std::to_string(minute);
    std::string text;
    if (isFrench(language)) {
        text.append(std::to_string(hour)).append(kNoBreakSpace).append("h");
        return minute == 0 ? text : text.append(kNoBreakSpace).append(minutes);
    }
    // "12 a.m." and "12 p.m." are misread.
    if (minute == 0 && hour % 12 == 0) return hour == 0 ? "midnight" : "noon";
    text = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
    if (minute != 0) text.append(":").append(minutes);
    return text.append(kNoBreakSpace).append(hour < 12 ? "a.m." : "p.m.");
}

std::string_view shortMonth(unsigned month, InterfaceLanguage language) {
    return (isFrench(language) ? kFrenchShortMonths : kEnglishShortMonths)[month - 1];
}

} // namespace programme
