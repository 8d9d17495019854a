#include "programme/words.h"

#include <gtest/gtest.h>

#include <limits>

// In the expected strings "_" stands for U+00A0 (no-break space) and "~" for U+202F (narrow no-break space).
namespace programme {
namespace {

constexpr InterfaceLanguage kFrench = InterfaceLanguage::french;
constexpr InterfaceLanguage kEnglish = InterfaceLanguage::english;

std::string withMarks(std::string_view text) {
    std::string marked;
    while (!text.empty()) {
        if (text.starts_with("\u00A0")) {
            marked += '_';
            text.remove_prefix(2);
        } else if (text.starts_with("\u202F")) {
            marked += '~';
            text.remove_prefix(3);
        } else {
            marked += text.front();
            text.remove_prefix(1);
        }
    }
    return marked;
}

DateOrMonth dateOrMonth(const char* text) {
    return *parseDateOrMonth(text);
}

std::string range(const char* start, const char* end, InterfaceLanguage language) {
    return withMarks(formatRange(dateOrMonth(start), dateOrMonth(end), language));
}

TEST(Words, AreFrenchForFrenchTagsAndEnglishForAllOthers) {
    EXPECT_EQ(interfaceLanguage("fr"), kFrench);
    EXPECT_EQ(interfaceLanguage("fr-CA"), kFrench);
    EXPECT_EQ(interfaceLanguage("en"), kEnglish);
    EXPECT_EQ(interfaceLanguage("fry"), kEnglish);
    EXPECT_EQ(interfaceLanguage("ja"), kEnglish);
    EXPECT_EQ(interfaceLanguage(""), kEnglish);
}

TEST(Words, AreFoundByLanguage) {
    EXPECT_EQ(word(ReportWord::problem_type_list, kFrench), "une liste");
    EXPECT_EQ(word(ReportWord::problem_type_list, kEnglish), "a list");
}

TEST(Words, HaveTheirPlacesFilled) {
    EXPECT_EQ(fill(ReportWord::problem_nearest, kEnglish, {{"nearest", "\"a\""}}), "Did you mean \"a\"?");
    EXPECT_EQ(withMarks(fill(ReportWord::problem_nearest, kFrench, {{"nearest", "a"}})), "Vouliez-vous dire a~?");
    EXPECT_EQ(fill(ReportWord::problem_nearest, kEnglish, {{"other", "a"}}), "Did you mean {nearest}?");
    EXPECT_EQ(fill(ReportWord::problem_nearest, kEnglish, {{"nearest", "{nearest}"}}), "Did you mean {nearest}?");
}

TEST(Words, CountInEnglish) {
    const auto challenges = [](std::int64_t count) {
        return counted(CountedWord::tool_good, kEnglish, count, {{"file", "f"}});
    };
    EXPECT_EQ(challenges(0), "f: no mistake, 0 challenges");
    EXPECT_EQ(challenges(1), "f: no mistake, 1 challenge");
    EXPECT_EQ(challenges(2), "f: no mistake, 2 challenges");
    EXPECT_EQ(challenges(1234), "f: no mistake, 1,234 challenges");
}

TEST(Words, CountInFrenchWhereNoneIsSingular) {
    const auto challenges = [](std::int64_t count) {
        return withMarks(counted(CountedWord::tool_good, kFrench, count, {{"file", "f"}}));
    };
    EXPECT_EQ(challenges(0), "f_: aucune erreur, 0 défi");
    EXPECT_EQ(challenges(1), "f_: aucune erreur, 1 défi");
    EXPECT_EQ(challenges(2), "f_: aucune erreur, 2 défis");
    EXPECT_EQ(challenges(1234), "f_: aucune erreur, 1~234 défis");
}

TEST(Words, GroupDigitsByThousands) {
    EXPECT_EQ(formatNumber(0, kEnglish), "0");
    EXPECT_EQ(formatNumber(999, kEnglish), "999");
    EXPECT_EQ(formatNumber(1000, kEnglish), "1,000");
    EXPECT_EQ(formatNumber(1234567, kEnglish), "1,234,567");
    EXPECT_EQ(withMarks(formatNumber(1234567, kFrench)), "1~234~567");
    EXPECT_EQ(formatNumber(-1234, kEnglish), "\u22121,234");
    EXPECT_EQ(formatNumber(std::numeric_limits<std::int64_t>::min(), kEnglish), "\u22129,223,372,036,854,775,808");
}

TEST(Words, WriteADay) {
    EXPECT_EQ(withMarks(formatDate(*parseDay("2017-09-27"), kFrench)), "27_septembre 2017");
    EXPECT_EQ(withMarks(formatDate(*parseDay("2017-09-27"), kEnglish)), "27_September 2017");
    EXPECT_EQ(withMarks(formatDate(*parseDay("2018-08-01"), kFrench)), "1er_août 2018");
    EXPECT_EQ(withMarks(formatDate(*parseDay("2018-08-01"), kEnglish)), "1_August 2018");
    EXPECT_EQ(withMarks(formatDate(*parseDay("2018-08-21"), kFrench)), "21_août 2018");
    EXPECT_EQ(withMarks(formatDayAndMonth(*parseDay("2017-09-27"), kFrench)), "27_septembre");
    EXPECT_EQ(withMarks(formatDayAndMonth(*parseDay("2017-09-27"), kEnglish)), "27_September");
}

TEST(Words, WriteAMonthAsAMonth) {
    EXPECT_EQ(formatDateOrMonth(dateOrMonth("2018-01"), kFrench), "janvier 2018");
    EXPECT_EQ(formatDateOrMonth(dateOrMonth("2018-01"), kEnglish), "January 2018");
    EXPECT_EQ(withMarks(formatDateOrMonth(dateOrMonth("2018-01-15"), kEnglish)), "15_January 2018");
}

TEST(Words, WriteWhatBothEndsOfARangeShareOnce) {
    EXPECT_EQ(range("2017-09-27", "2017-10-27", kFrench), "du 27_septembre au 27_octobre 2017");
    EXPECT_EQ(range("2017-09-27", "2017-10-27", kEnglish), "27_September – 27_October 2017");
    EXPECT_EQ(range("2017-07-04", "2017-07-05", kFrench), "du 4 au 5_juillet 2017");
    EXPECT_EQ(range("2017-07-04", "2017-07-05", kEnglish), "4–5_July 2017");
    EXPECT_EQ(range("2017-07-01", "2017-07-05", kFrench), "du 1er au 5_juillet 2017");
    EXPECT_EQ(range("2017-12-30", "2018-01-02", kFrench), "du 30_décembre 2017 au 2_janvier 2018");
    EXPECT_EQ(range("2017-12-30", "2018-01-02", kEnglish), "30_December 2017 – 2_January 2018");
    EXPECT_EQ(range("2017-07-04", "2018-07-05", kEnglish), "4_July 2017 – 5_July 2018");
}

TEST(Words, WriteRangesOfMonths) {
    EXPECT_EQ(range("2018-01", "2018-11", kFrench), "de janvier à novembre 2018");
    EXPECT_EQ(range("2018-01", "2018-11", kEnglish), "January – November 2018");
    EXPECT_EQ(range("2017-11", "2018-08", kFrench), "de novembre 2017 à août 2018");
    EXPECT_EQ(range("2018-04", "2018-10", kFrench), "d’avril à octobre 2018");
    EXPECT_EQ(range("2018-08", "2018-10", kFrench), "d’août à octobre 2018");
    EXPECT_EQ(range("2018-10", "2018-11", kFrench), "d’octobre à novembre 2018");
}

TEST(Words, WriteRangesFromADayToAMonthAndBack) {
    EXPECT_EQ(range("2018-01-15", "2018-11", kFrench), "à partir du 15_janvier 2018, jusqu’en novembre");
    EXPECT_EQ(range("2018-01-15", "2018-11", kEnglish), "from 15_January 2018, until November");
    EXPECT_EQ(range("2018-01", "2018-11-15", kFrench), "de janvier jusqu’au 15_novembre 2018");
    EXPECT_EQ(range("2018-01", "2018-11-15", kEnglish), "from January until 15_November 2018");
    EXPECT_EQ(range("2017-12-15", "2018-11", kEnglish), "from 15_December 2017, until November 2018");
    EXPECT_EQ(range("2017-10", "2018-01-15", kFrench), "d’octobre 2017 jusqu’au 15_janvier 2018");
    EXPECT_EQ(range("2017-12-15", "2018-11", kFrench), "à partir du 15_décembre 2017, jusqu’en novembre 2018");
    EXPECT_EQ(range("2018-01-15", "2018-01", kFrench), "à partir du 15_janvier 2018, jusqu’en janvier");
}

TEST(Words, WriteARangeOfOneDateAsThatDate) {
    EXPECT_EQ(range("2018-01-15", "2018-01-15", kFrench), "15_janvier 2018");
    EXPECT_EQ(range("2018-01", "2018-01", kEnglish), "January 2018");
    EXPECT_EQ(formatRange(dateOrMonth("2018-01"), std::nullopt, kFrench), "janvier 2018");
}

TEST(Words, WriteTimesOfDay) {
    EXPECT_EQ(withMarks(formatTimeOfDay(1020, kFrench)), "17_h");
    EXPECT_EQ(withMarks(formatTimeOfDay(1050, kFrench)), "17_h_30");
    EXPECT_EQ(withMarks(formatTimeOfDay(545, kFrench)), "9_h_05");
    EXPECT_EQ(withMarks(formatTimeOfDay(0, kFrench)), "0_h");
    EXPECT_EQ(withMarks(formatTimeOfDay(1020, kEnglish)), "5_p.m.");
    EXPECT_EQ(withMarks(formatTimeOfDay(1050, kEnglish)), "5:30_p.m.");
    EXPECT_EQ(withMarks(formatTimeOfDay(545, kEnglish)), "9:05_a.m.");
    EXPECT_EQ(withMarks(formatTimeOfDay(1, kEnglish)), "12:01_a.m.");
    EXPECT_EQ(withMarks(formatTimeOfDay(1439, kEnglish)), "11:59_p.m.");
    EXPECT_EQ(formatTimeOfDay(0, kEnglish), "midnight");
    EXPECT_EQ(formatTimeOfDay(720, kEnglish), "noon");
}

TEST(Words, AbbreviateMonths) {
    const char* const french[] = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                  "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
    const char* const english[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (unsigned month = 1; month <= 12; ++month) {
        EXPECT_EQ(shortMonth(month, kFrench), french[month - 1]);
        EXPECT_EQ(shortMonth(month, kEnglish), english[month - 1]);
    }
}

} // namespace
} // namespace programme
