#include "programme/dates.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

using namespace std::chrono_literals;

Day day(int year, unsigned month, unsigned dayOfMonth) {
    return Day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(dayOfMonth));
}

TEST(Dates, ReadADayThatExists) {
    EXPECT_EQ(parseDay("2017-10-27"), day(2017, 10, 27));
    EXPECT_EQ(parseDay("0000-01-01"), day(0, 1, 1));
    EXPECT_EQ(parseDay("9999-12-31"), day(9999, 12, 31));
}

TEST(Dates, KnowLeapYears) {
    EXPECT_TRUE(parseDay("2020-02-29"));
    EXPECT_TRUE(parseDay("2000-02-29"));
    EXPECT_TRUE(parseDay("0000-02-29"));
    EXPECT_FALSE(parseDay("2018-02-29"));
    EXPECT_FALSE(parseDay("1900-02-29"));
    EXPECT_FALSE(parseDay("2020-02-30"));
}

TEST(Dates, RefuseDaysThatDoNotExist) {
    EXPECT_FALSE(parseDay("2017-04-31"));
    EXPECT_FALSE(parseDay("2017-13-01"));
    EXPECT_FALSE(parseDay("2017-00-01"));
    EXPECT_FALSE(parseDay("2017-01-00"));
    EXPECT_FALSE(parseDay("2017-01-32"));
}

TEST(Dates, RefuseOtherFormsOfADay) {
    for (const char* text :
         {"", "2017", "2017-10", "2017-1-5", "2017-10-27 ", " 2017-10-27", "2017/10/27", "27-10-2017", "+017-10-27",
          "2017-10-2x", "2017-10-27T16:30", "-017-10-27", "２０１７-10-27"})
        EXPECT_FALSE(parseDay(text)) << text;
}

TEST(Dates, TakeAMonthForItsFirstToItsLastDay) {
    const std::optional<DateOrMonth> february = parseDateOrMonth("2020-02");
    ASSERT_TRUE(february);
    EXPECT_EQ(*february, (DateOrMonth{day(2020, 2, 1), day(2020, 2, 29), true}));
    EXPECT_EQ(parseDateOrMonth("2019-02")->last, day(2019, 2, 28));
    EXPECT_EQ(parseDateOrMonth("2019-12")->last, day(2019, 12, 31));
}

TEST(Dates, TakeADayForItself) {
    EXPECT_EQ(parseDateOrMonth("2020-02-29"), (DateOrMonth{day(2020, 2, 29), day(2020, 2, 29), false}));
}

TEST(Dates, RefuseOtherFormsOfADayOrMonth) {
    for (const char* text : {"", "2020", "2020-13", "2020-00", "2020-2", "2020-02-", "2020-02-30", "2020-W08", "20-02"})
        EXPECT_FALSE(parseDateOrMonth(text)) << text;
}

TEST(Dates, ReadTimesOfDay) {
    EXPECT_EQ(parseTimeOfDay("00:00"), 0);
    EXPECT_EQ(parseTimeOfDay("17:00"), 1020);
    EXPECT_EQ(parseTimeOfDay("23:59"), 1439);
    for (const char* text : {"", "24:00", "17:60", "7:00", "17h00", "17:0", "17:00:00", "-1:00", "1700"})
        EXPECT_FALSE(parseTimeOfDay(text)) << text;
}

TEST(Dates, ReadMomentsWithAndWithoutAnHour) {
    EXPECT_EQ(parseCivilTime("2017-10-27"), (CivilTime{day(2017, 10, 27), 0}));
    EXPECT_EQ(parseCivilTime("2017-10-27T16:30"), (CivilTime{day(2017, 10, 27), 990}));
    for (const char* text : {"", "2017-10", "2017-10-27 16:30", "2017-10-27T", "2017-10-27T25:00", "2017-02-29T10:00",
                             "2017-10-27T16:30Z"})
        EXPECT_FALSE(parseCivilTime(text)) << text;
}

TEST(Dates, OrderMomentsByDayThenByMinute) {
    EXPECT_LT((CivilTime{day(2017, 10, 27), 1439}), (CivilTime{day(2017, 10, 28), 0}));
    EXPECT_LT((CivilTime{day(2017, 10, 27), 0}), (CivilTime{day(2017, 10, 27), 1}));
}

TEST(Dates, AreWrittenAsTheyAreRead) {
    for (const char* text : {"2017-10-27", "0007-01-02", "2020-02-29", "9999-12-31"})
        EXPECT_EQ(formatDay(*parseDay(text)), text);
}

TEST(Dates, FindTheFirstOfAMonthAndGoFromMonthToMonth) {
    EXPECT_EQ(firstOfMonth(day(2020, 2, 29)), day(2020, 2, 1));
    EXPECT_EQ(firstOfMonth(day(2020, 2, 1)), day(2020, 2, 1));
    EXPECT_EQ(addMonths(day(2017, 11, 1), 3), day(2018, 2, 1));
    EXPECT_EQ(addMonths(day(2018, 2, 1), -14), day(2016, 12, 1));
    EXPECT_EQ(addMonths(day(2018, 2, 1), 0), day(2018, 2, 1));
    EXPECT_EQ(civil(day(2018, 2, 1)).year(), 2018y);
}

} // namespace
} // namespace programme
