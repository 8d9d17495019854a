#include "explorer/sample.h"
#include "explorer/window.h"

#include <cmath>
#include <random>
#include <string_view>

namespace explorer {
namespace {

constexpr double kPlot = 1100; // CSS px

double xAt(const Window& window, double time) {
    return (time - window.first) / window.length * kPlot;
}

double midnight(std::string_view text) {
    return programme::dayNumber(day(text));
}

class WindowTest : public testing::Test {
protected:
    double between(double least, double most) { return std::uniform_real_distribution<double>(least, most)(random_); }
    Window randomWindow() {
        const Window whole = wholeWindow(facts_);
        const double length = between(kShortestPeriodDays, whole.length);
        return {between(whole.first, whole.end() - length), length};
    }
    void expectInside(const Window& window) {
        const Window whole = wholeWindow(facts_);
        EXPECT_GE(window.first, whole.first);
        EXPECT_LE(window.end(), whole.end() + 1e-9);
        EXPECT_GE(window.length, kShortestPeriodDays);
    }
    bool touchesAnEnd(const Window& window) {
        const Window whole = wholeWindow(facts_);
        return window.first <= whole.first + 1e-9 || window.end() >= whole.end() - 1e-9;
    }
    programme::Programme programme_ = sampleProgramme();
    Facts facts_ = makeFacts(programme_);
    std::mt19937 random_{5};
};

TEST_F(WindowTest, theAnchorKeepsItsPlace) {
    int compared = 0;
    for (int round = 0; round < 5000; ++round) {
        const Window before = randomWindow();
        const double anchor = between(before.first, before.end());
        const Window after = zoomWindow(facts_, before, std::exp(between(-2, 2)), anchor);
        expectInside(after);
        if (touchesAnEnd(after)) continue;
        ++compared;
        ASSERT_NEAR(xAt(after, anchor), xAt(before, anchor), 0.01);
    }
    EXPECT_GT(compared, 2000);
}

TEST_F(WindowTest, zoomingInAndOutReturns) {
    int compared = 0;
    for (int round = 0; round < 5000; ++round) {
        const Window before = randomWindow();
        const double anchor = between(before.first, before.end());
        const double factor = std::exp(between(-2, 0));
        const Window closer = zoomWindow(facts_, before, factor, anchor);
        if (closer.length <= kShortestPeriodDays) continue;
        const Window back = zoomWindow(facts_, closer, 1 / factor, anchor);
        ++compared;
        ASSERT_NEAR(back.first, before.first, 1e-7);
        ASSERT_NEAR(back.length, before.length, 1e-7);
    }
    EXPECT_GT(compared, 2000);
}

TEST_F(WindowTest, aThousandSmallStepsAreAsOneLargeOne) {
    const Window start{midnight("2018-03-01"), 60};
    const double anchor = midnight("2018-03-20");
    Window window = start;
    for (int step = 0; step < 1000; ++step) window = zoomWindow(facts_, window, std::pow(0.5, 0.001), anchor);
    const Window once = zoomWindow(facts_, start, 0.5, anchor);
    EXPECT_NEAR(window.first, once.first, 1e-6);
    EXPECT_NEAR(window.length, once.length, 1e-6);
    for (int step = 0; step < 1000; ++step) window = panWindow(facts_, window, 0.001);
    EXPECT_NEAR(window.first, once.first + 1, 1e-6);
}

TEST_F(WindowTest, aWindowStaysInsideTheCalendar) {
    for (int round = 0; round < 5000; ++round) {
        const Window before = randomWindow();
        expectInside(panWindow(facts_, before, between(-1000, 1000)));
        expectInside(clampWindow(facts_, {between(16000, 19000), between(0, 1000)}));
        const Period days = roundToDays(facts_, before);
        EXPECT_GE(days.first, facts_.calendar.first);
        EXPECT_LE(days.last, facts_.calendar.last);
    }
}

TEST_F(WindowTest, aStepIsAnchoredAtWhatIsChosenElseTodayElseTheMiddle) {
    const Window window{midnight("2018-03-01"), 30};
    const Period chosen{day("2018-03-10"), day("2018-03-11")};
    EXPECT_EQ(anchorOf(window, chosen, day("2018-03-05")), midnight("2018-03-11"));
    EXPECT_EQ(anchorOf(window, Period{day("2018-01-01"), day("2018-03-02")}, day("2018-03-05")), midnight("2018-03-02"))
        << "the middle of its visible part";
    const Period outside{day("2018-05-01"), day("2018-05-02")};
    EXPECT_EQ(anchorOf(window, outside, day("2018-03-05")), midnight("2018-03-05") + 0.5);
    EXPECT_EQ(anchorOf(window, {}, day("2017-10-05")), midnight("2018-03-16"));
}

TEST_F(WindowTest, theCallIsShownWithAMargin) {
    const Window call = callWindow(programme_, facts_);
    const Window days = windowOf({programme_.application.opens, programme_.application.closes});
    EXPECT_LE(call.first, days.first);
    EXPECT_GE(call.end(), days.end());
    EXPECT_LT(call.length, 2 * days.length);
    expectInside(call);
}

TEST_F(WindowTest, todayIsShownWhereTheCalendarHasIt) {
    const auto around = todayWindow(facts_, day("2018-03-05"));
    ASSERT_TRUE(around);
    EXPECT_LT(around->first, midnight("2018-03-05"));
    EXPECT_GT(around->end(), midnight("2018-03-06"));
    EXPECT_FALSE(todayWindow(facts_, day("2016-03-05")));
}

} // namespace
} // namespace explorer
