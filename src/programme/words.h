// The words of the interface in French and English, and how dates, numbers and plurals are written in each. A "word" is
// any text that the interface shows. The words are in data/words/fr.json and en.json, from which the build makes tables
// (cmake/words.cmake: word_list.h, word_strings.h). A Word is a key of those files with underscores for dots:
// "tool.usage" is ReportWord::tool_usage.
//
// A word may have placeholders, written {name}. A CountedWord has a singular and a plural: the keys "….one" and
// "….other".
#pragma once

#include "programme/dates.h"
#include "programme/reader.h"
#include "word_list.h" // enum class Word, CountedWord, ReportWord

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace programme {

/// The languages that the interface has words in.
enum class InterfaceLanguage : std::uint8_t { french, english };

/// French for "fr" and "fr-…", English for every other tag.
[[nodiscard]] InterfaceLanguage interfaceLanguage(std::string_view languageTag);
/// "fr" or "en".
[[nodiscard]] std::string_view tagOf(InterfaceLanguage language);

/// A placeholder's name, without braces, and the text in its place.
using Filling = std::pair<std::string_view, std::string_view>;

[[nodiscard]] std::string_view word(Word word, InterfaceLanguage language);
[[nodiscard]] std::string_view word(ReportWord word, InterfaceLanguage language);
/// The word with its placeholders filled. A placeholder without a filling stays as it is.
[[nodiscard]] std::string fill(Word word, InterfaceLanguage language, const std::initializer_list<Filling>& fillings);
[[nodiscard]] std::string fill(ReportWord word, InterfaceLanguage language,
                               const std::initializer_list<Filling>& fillings);
/// The word in the singular or plural for `count` (singular in French: 0 and 1; in English: 1). {count} is filled with
/// the number, the other placeholders with `fillings`.
[[nodiscard]] std::string counted(CountedWord word, InterfaceLanguage language, std::int64_t count,
                                  const std::initializer_list<Filling>& fillings = {});

/// "1 234" with U+202F in French, "1,234" in English.
[[nodiscard]] std::string formatNumber(std::int64_t number, InterfaceLanguage language);
/// "27 septembre 2017" (U+00A0 between day and month; "1er" on the first), "27 September 2017".
[[nodiscard]] std::string formatDate(Day day, InterfaceLanguage language);
/// "27 septembre" / "27 September".
[[nodiscard]] std::string formatDayAndMonth(Day day, InterfaceLanguage language);
/// "janvier 2018" / "January 2018" for a month, as formatDate() for a day.
[[nodiscard]] std::string formatDateOrMonth(const DateOrMonth& date, InterfaceLanguage language);
/// "du 27 septembre au 27 octobre 2017" / "27 September – 27 October 2017". A month or year that both ends have in
/// common is written once. Ends of different precision are not joined as if they were alike: "à partir du 15 janvier
/// 2018, jusqu’en novembre" / "from 15 January 2018, until November". A single date where `end` is none or the same.
[[nodiscard]] std::string formatRange(const DateOrMonth& start, const std::optional<DateOrMonth>& end,
                                      InterfaceLanguage language);
/// "17 h" / "5 p.m." on the hour, else "17 h 30" / "5:30 p.m."; "minuit" / "midnight", "midi" / "noon". `minuteOfDay`
/// is 0…1439.
[[nodiscard]] std::string formatTimeOfDay(int minuteOfDay, InterfaceLanguage language);
/// "juil." / "Jul". `month` is 1…12.
[[nodiscard]] std::string_view shortMonth(unsigned month, InterfaceLanguage language);
/// "lun." / "Mon". `weekday` is 0 (Monday) … 6.
[[nodiscard]] std::string_view shortWeekday(unsigned weekday, InterfaceLanguage language);

/// A sentence that says what the problem is, what was found and what is allowed; where Problem::nearest is not empty, a
/// second one asks whether that was meant.
[[nodiscard]] std::string describe(const Problem& problem, InterfaceLanguage language);
/// A problem as it is shown.
struct DescribedProblem {
    Place place;
    std::string pointer;  // Problem::pointer
    std::string sentence; // of describe()
};
[[nodiscard]] std::vector<DescribedProblem> describeAll(std::span<const Problem> problems, InterfaceLanguage language);
/// A sentence, and a line with the place of each unknown part that was left out (ReadResult::warnings). Empty if there
/// is none.
[[nodiscard]] std::string describeLeftOut(std::span<const Problem> warnings, InterfaceLanguage language);

} // namespace programme
