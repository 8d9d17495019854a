#include "programme/words.h"

#include "programme/word_lists.h"
#include "word_strings.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace programme {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kNarrowNoBreakSpace = "\u202F";
constexpr std::string_view kMinus = "\u2212";

/// Finds the strings of a list of word_strings.h.
void findStrings(std::string_view list, std::span<std::string_view> strings) {
    for (std::string_view& string : strings) {
        string = list.substr(0, list.find('\0'));
        list.remove_prefix(string.size() + 1);
    }
}

/// The strings of one language. They are found when they are first needed: a table of their addresses would be a third
/// as large as they are.
template <std::size_t count>
class WordList {
public:
    explicit WordList(std::string_view list) { findStrings(list, strings_); }
    [[nodiscard]] std::string_view operator[](std::size_t index) const { return strings_[index]; }
#ifdef CE_LIVE_WORDS
    /// The strings before stay valid.
    void replace(std::string list) {
        kept_.push_back(std::make_unique<std::string>(std::move(list)));
        findStrings(*kept_.back(), strings_);
    }
#endif

private:
    std::array<std::string_view, count> strings_;
#ifdef CE_LIVE_WORDS
    std::vector<std::unique_ptr<std::string>> kept_;
#endif
};

bool isFrench(InterfaceLanguage language) {
    return language == InterfaceLanguage::french;
}

WordList<kWordCount>& wordsOf(InterfaceLanguage language) {
    static WordList<kWordCount> french({kFrenchWords, sizeof kFrenchWords});
    static WordList<kWordCount> english({kEnglishWords, sizeof kEnglishWords});
    return isFrench(language) ? french : english;
}

WordList<2 * kCountedWordCount>& countedOf(InterfaceLanguage language) {
    static WordList<2 * kCountedWordCount> french({kFrenchCountedWords, sizeof kFrenchCountedWords});
    static WordList<2 * kCountedWordCount> english({kEnglishCountedWords, sizeof kEnglishCountedWords});
    return isFrench(language) ? french : english;
}

WordList<kReportWordCount>& reportsOf(InterfaceLanguage language) {
    static WordList<kReportWordCount> french({kFrenchReportWords, sizeof kFrenchReportWords});
    static WordList<kReportWordCount> english({kEnglishReportWords, sizeof kEnglishReportWords});
    return isFrench(language) ? french : english;
}

/// The word for the month 1…12. `january` is the first of twelve words that follow each other in the enumeration.
std::string_view monthWord(Word january, unsigned month, InterfaceLanguage language) {
    static_assert(static_cast<int>(Word::month_12) - static_cast<int>(Word::month_01) == 11);
    static_assert(static_cast<int>(Word::monthShort_12) - static_cast<int>(Word::monthShort_01) == 11);
    return word(static_cast<Word>(static_cast<unsigned>(january) + month - 1), language);
}

std::string_view monthName(const std::chrono::year_month_day& date, InterfaceLanguage language) {
    return monthWord(Word::month_01, static_cast<unsigned>(date.month()), language);
}

std::string dayOfMonth(const std::chrono::year_month_day& date, InterfaceLanguage language) {
    const unsigned number = static_cast<unsigned>(date.day());
    return number == 1 ? std::string(word(Word::date_first, language)) : std::to_string(number);
}

/// The largest unit that is written of a date. The first date of a range leaves out the month and year that it has in
/// common with the last one.
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

/// The pattern of a range. In French the prepositions differ between days and months, and "de" becomes "d’" before a
/// month that begins with a vowel.
Word rangeWord(const DateOrMonth& start, const DateOrMonth& end, Detail detail, InterfaceLanguage language) {
    if (detail == Detail::day) return Word::range_days;
    if (!start.isMonth) return end.isMonth ? Word::range_dayToMonth : Word::range_dayToDay;
    const char initial = monthName(civil(start.first), language).front();
    if (initial == 'a' || initial == 'o') return end.isMonth ? Word::range_vowelToMonth : Word::range_vowelToDay;
    return end.isMonth ? Word::range_monthToMonth : Word::range_monthToDay;
}

/// Fills the placeholders of the pattern. One without a filling stays as it is.
std::string fillPlaceholders(std::string_view pattern, const std::initializer_list<Filling>& fillings) {
    std::string text;
    while (true) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) return text.append(pattern);
        text += pattern.substr(0, open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        std::string_view filled = pattern.substr(open, close - open + 1);
        for (const auto& [key, value] : fillings)
            if (key == name) filled = value;
        text += filled;
        pattern.remove_prefix(close + 1);
    }
}

} // namespace

#ifdef CE_LIVE_WORDS
std::string_view keysOf(WordListName list) {
    switch (list) {
    case WordListName::words:
        return {kWordKeys, sizeof kWordKeys - 1};
    case WordListName::counted:
        return {kCountedWordKeys, sizeof kCountedWordKeys - 1};
    case WordListName::reports:
        return {kReportWordKeys, sizeof kReportWordKeys - 1};
    }
    return {};
}

void replaceList(WordListName list, InterfaceLanguage language, std::string strings) {
    switch (list) {
    case WordListName::words:
        return wordsOf(language).replace(std::move(strings));
    case WordListName::counted:
        return countedOf(language).replace(std::move(strings));
    case WordListName::reports:
        return reportsOf(language).replace(std::move(strings));
    }
}
#endif

InterfaceLanguage interfaceLanguage(std::string_view languageTag) {
    const std::string_view language = languageTag.substr(0, languageTag.find('-'));
    return language == "fr" ? InterfaceLanguage::french : InterfaceLanguage::english;
}

std::string_view tagOf(InterfaceLanguage language) {
    return isFrench(language) ? "fr" : "en";
}

std::string_view word(Word word, InterfaceLanguage language) {
    return wordsOf(language)[static_cast<std::size_t>(word)];
}

std::string_view word(ReportWord word, InterfaceLanguage language) {
    return reportsOf(language)[static_cast<std::size_t>(word)];
}

std::string fill(Word word, InterfaceLanguage language, const std::initializer_list<Filling>& fillings) {
    return fillPlaceholders(programme::word(word, language), fillings);
}

std::string fill(ReportWord word, InterfaceLanguage language, const std::initializer_list<Filling>& fillings) {
    return fillPlaceholders(programme::word(word, language), fillings);
}

std::string counted(CountedWord word, InterfaceLanguage language, std::int64_t count,
                    const std::initializer_list<Filling>& fillings) {
    const bool isSingular = count == 1 || (isFrench(language) && count == 0);
    const std::size_t index = 2 * static_cast<std::size_t>(word) + (isSingular ? 0 : 1);
    const std::string_view pattern = countedOf(language)[index];
    return fillPlaceholders(fillPlaceholders(pattern, {{"count", formatNumber(count, language)}}), fillings);
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
    const bool isSameYear = civil(start.first).year() == civil(end->first).year();
    // "from 15 January 2018, until November": the day is known and takes the year, the month is an estimate.
    if (!start.isMonth && end->isMonth && isSameYear) {
        return fill(
            Word::range_dayToMonth, language,
            {{"start", formatUpTo(start, Detail::year, language)}, {"end", formatUpTo(*end, Detail::month, language)}});
    }
    const Detail detail = detailOfStart(start, *end);
    return fill(rangeWord(start, *end, detail, language), language,
                {{"start", formatUpTo(start, detail, language)}, {"end", formatDateOrMonth(*end, language)}});
}

std::string formatTimeOfDay(int minuteOfDay, InterfaceLanguage language) {
    const int hour = minuteOfDay / 60;
    const int minute = minuteOfDay % 60;
    // Many readers take "12 a.m." and "12 p.m." for each other.
    if (minute == 0 && hour % 12 == 0)
        return std::string(word(hour == 0 ? Word::time_midnight : Word::time_noon, language));
    const int hourOfHalfDay = hour % 12 == 0 ? 12 : hour % 12;
    const std::string hourText = std::to_string(isFrench(language) ? hour : hourOfHalfDay);
    const bool isMorning = hour < 12;
    if (minute == 0) return fill(isMorning ? Word::time_morning : Word::time_afternoon, language, {{"hour", hourText}});
    const std::string minuteText = (minute < 10 ? "0" : "") + std::to_string(minute);
    return fill(isMorning ? Word::time_morningMinute : Word::time_afternoonMinute, language,
                {{"hour", hourText}, {"minute", minuteText}});
}

std::string_view shortMonth(unsigned month, InterfaceLanguage language) {
    return monthWord(Word::monthShort_01, month, language);
}

} // namespace programme
