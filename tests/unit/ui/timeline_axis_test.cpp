#include "ui/timeline_axis.h"

#include <gtest/gtest.h>

namespace {

using programme::InterfaceLanguage;
using ui::Axis;
using ui::TimeScale;

TimeScale scaleOf(std::string_view first, std::string_view last, float width) {
    return ui::scaleOf(*programme::parseDay(first), *programme::parseDay(last), 0, width);
}

std::vector<std::string> labels(const std::vector<ui::Tick>& ticks) {
    std::vector<std::string> result;
    result.reserve(ticks.size());
    for (const ui::Tick& tick : ticks) result.push_back(tick.label);
    return result;
}

TEST(TimelineAxis, MarksMonthsUnderTheirYears) {
    const Axis axis = ui::makeAxis(scaleOf("2017-11-01", "2018-02-28", 400), 44, InterfaceLanguage::french);
    EXPECT_EQ(labels(axis.minor), (std::vector<std::string>{"nov.", "déc.", "janv.", "févr."}));
    EXPECT_EQ(labels(axis.major), (std::vector<std::string>{"2017", "2018"}));
}

TEST(TimelineAxis, LeavesMonthsOutWhereTheyWouldTouch) {
    const Axis axis = ui::makeAxis(scaleOf("2017-07-01", "2018-11-30", 330), 56, InterfaceLanguage::french);
    EXPECT_EQ(labels(axis.minor), (std::vector<std::string>{"juil.", "oct.", "janv.", "avr.", "juil.", "oct."}));
}

TEST(TimelineAxis, MarksDaysUnderTheirMonthsWhenZoomedIn) {
    const Axis axis = ui::makeAxis(scaleOf("2017-09-28", "2017-10-11", 700), 44, InterfaceLanguage::english);
    EXPECT_EQ(axis.minor.size(), 14u);
    EXPECT_EQ(axis.minor.front().label, "28");
    EXPECT_EQ(labels(axis.major), (std::vector<std::string>{"September 2017", "October 2017"}));
}

TEST(TimelineAxis, MarksYearsAcrossDecades) {
    const Axis axis = ui::makeAxis(scaleOf("1950-01-01", "2049-12-31", 1000), 44, InterfaceLanguage::french);
    EXPECT_EQ(labels(axis.minor).front(), "1950");
    EXPECT_EQ(labels(axis.minor)[1], "1955");
}

TEST(TimelineAxis, TicksAreNeverCloserThanAsked) {
    for (const float width : {200.0F, 330.0F, 700.0F, 1200.0F}) {
        for (const std::string_view last : {"2017-07-20", "2017-09-30", "2018-06-30", "2022-12-31", "2090-12-31"}) {
            const Axis axis = ui::makeAxis(scaleOf("2017-07-01", last, width), 44, InterfaceLanguage::french);
            for (std::size_t index = 1; index < axis.minor.size(); ++index) {
                EXPECT_GE(axis.minor[index].x - axis.minor[index - 1].x, 44 * 0.7F - 4) << width << " " << last;
            }
        }
    }
}

TEST(TimelineAxis, EveryScaleEndsAtItsLastDaysEnd) {
    const TimeScale scale = scaleOf("2017-07-01", "2017-07-31", 310);
    EXPECT_FLOAT_EQ(scale.xOf(scale.firstDay()), 0);
    EXPECT_FLOAT_EQ(scale.xAt(scale.first + scale.length), 310);
}

} // namespace
