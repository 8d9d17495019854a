// The interface's own words, and how dates, numbers and plurals are written, in French and English. The words stand in
// data/words/fr.json and en.json; the build turns them into tables (cmake/words.cmake makes word_list.h and
// word_tables.h). A Word is a key of those files with dots as underscores: "results.count" → Word::results_count.
//
// A word may have places to fill, written {name}; a word that counts has two keys, "….one" and "….other".
#pragma once

#include "programme/dates.h"
#include "programme/programme.h"
#include "programme/reader.h"
#include "word_list.h" // enum class Word, enum class CountedWord

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace programme {

/// The languages that the interface itself speaks. A programme in another language gets the English words.
enum class InterfaceLanguage : std::uint8_t { french, english };

InterfaceLanguage interfaceLanguage(std::string_view languageTag);
/// "fr", "en".
std::string_view tagOf(InterfaceLanguage language);

using Filling = std::pair<std::string_view, std::string_view>; // {name}, what fills it

std::string_view word(Word word, InterfaceLanguage language);
/// The word with its places filled.
std::string fill(Word word, InterfaceLanguage language, std::initializer_list<Filling> places);
/// The plural form for `count` (French: 0 and 1 are singular; English: only 1), {count} filled with the number and
/// the other places as given.
std::string counted(CountedWord word, InterfaceLanguage language, std::int64_t count,
                    std::initializer_list<Filling> places = {});

/// "1 234" with U+202F in French, "1,234" in English.
std::string formatNumber(std::int64_t number, InterfaceLanguage language);
/// "27 septembre 2017" (U+00A0 between day and month; "1er" on the first), "27 September 2017".
std::string formatDate(Day day, InterfaceLanguage language);
/// "27 septembre" / "27 September".
std::string formatDayAndMonth(Day day, InterfaceLanguage language);
/// "janvier 2018" / "January 2018" for a month, else as formatDate.
std::string formatDateOrMonth(const DateOrMonth& date, InterfaceLanguage language);
/// "du 27 septembre au 27 octobre 2017" / "27 September – 27 October 2017"; a single date where end is not given or is
/// the same. What both ends share is written once.
std::string formatRange(const DateOrMonth& start, const std::optional<DateOrMonth>& end, InterfaceLanguage language);
/// "17 h 00" → "17 h" / "5 p.m."; "17 h 30" / "5:30 p.m.".
std::string formatTimeOfDay(int minuteOfDay, InterfaceLanguage language);
/// "juil." / "Jul"; month 1…12.
std::string_view shortMonth(unsigned month, InterfaceLanguage language);

/// One sentence about a problem: what is wrong, what was found, what is allowed.
std::string describe(const Problem& problem, InterfaceLanguage language);
/// A sentence and a line for each unknown part that a programme was read without (ReadResult::warnings); empty where
/// there is none.
std::string describeLeftOut(std::span<const Problem> warnings, InterfaceLanguage language);

} // namespace programme
