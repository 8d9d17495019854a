#include "ui/timeline_axis.h"

#include <array>
#include <cmath>
#include <cstdint>

namespace ui {

using programme::Day;
using programme::InterfaceLanguage;

namespace {

constexpr float kDaysInMonth = 30.44F;

Tick tickAt(const TimeScale& scale, Day day, std::string label) {
    return {scale.xOf(day), std::move(label), programme::dayNumber(day)};
}

std::string yearOf(Day day) {
    return std::to_string(static_cast<int>(programme::civil(day).year()));
}

unsigned monthOf(Day day) {
    return static_cast<unsigned>(programme::civil(day).month());
}

/// Ticks for every Monday (`step` 7), or for every `step`th day counted from the first of each month, and for months.
void addDays(Axis& axis, const TimeScale& scale, int step, InterfaceLanguage language) {
    for (Day day = scale.firstDay(); day <= scale.lastDay(); day += std::chrono::days(1)) {
        const unsigned dayOfMonth = static_cast<unsigned>(programme::civil(day).day());
        const bool isMarked = step == 7 ? std::chrono::weekday(day) == std::chrono::Monday
                                        : (dayOfMonth - 1) % static_cast<unsigned>(step) == 0;
        // The 31st would be too close to the 1st.
        if (!isMarked || (step == 2 && dayOfMonth == 31)) continue;
        axis.minor.push_back(tickAt(scale, day, std::to_string(dayOfMonth)));
    }
    for (Day month = programme::firstOfMonth(scale.firstDay()); month <= scale.lastDay();
         month = programme::addMonths(month, 1)) {
        const programme::DateOrMonth whole{month, programme::addMonths(month, 1) - std::chrono::days(1), true};
        axis.major.push_back(tickAt(scale, month, programme::formatDateOrMonth(whole, language)));
    }
}

void addMonthsAndYears(Axis& axis, const TimeScale& scale, unsigned step, InterfaceLanguage language) {
    Day yearShown{};
    for (Day month = programme::firstOfMonth(scale.firstDay()); month <= scale.lastDay();
         month = programme::addMonths(month, 1)) {
        const Day year = programme::addMonths(month, 1 - static_cast<int>(monthOf(month)));
        if (axis.major.empty() || year != yearShown) {
            axis.major.push_back(tickAt(scale, axis.major.empty() ? month : year, yearOf(month)));
            yearShown = year;
        }
        if (month < scale.firstDay() || (monthOf(month) - 1) % step != 0) continue;
        axis.minor.push_back(tickAt(scale, month, std::string(programme::shortMonth(monthOf(month), language))));
    }
}

void addYears(Axis& axis, const TimeScale& scale, float leastGap) {
    const float pixelsPerYear = static_cast<float>(scale.pixelsPerDay() * 365.25);
    int step = 1;
    for (const int factor : {2, 5, 10, 20, 50, 100, 200, 500, 1000}) {
        if (pixelsPerYear * static_cast<float>(step) >= leastGap) break;
        step = factor;
    }
    const int firstYear = static_cast<int>(programme::civil(scale.firstDay()).year());
    const int lastYear = static_cast<int>(programme::civil(scale.lastDay()).year());
    for (int year = firstYear; year <= lastYear; ++year) {
        const Day day = std::chrono::year(year) / std::chrono::January / 1;
        if (day < scale.firstDay() || year % step != 0) continue;
        axis.minor.push_back(tickAt(scale, day, std::to_string(year)));
    }
}

Day dayAt(double time) {
    return Day(std::chrono::days(static_cast<std::int64_t>(time)));
}

} // namespace

Day TimeScale::firstDay() const {
    return dayAt(std::floor(first));
}

Day TimeScale::lastDay() const {
    return dayAt(std::ceil(first + length) - 1);
}

TimeScale scaleOf(Day first, Day last, float x, float width) {
    return {static_cast<double>(programme::dayNumber(first)), static_cast<double>((last - first).count() + 1), x,
            width};
}

Axis makeAxis(const TimeScale& scale, float leastGap, InterfaceLanguage language) {
    Axis axis;
    const float perDay = static_cast<float>(scale.pixelsPerDay());
    constexpr std::array<int, 3> kDaySteps = {1, 2, 7};
    for (const int step : kDaySteps) {
        // Labels of days are short: they need less room.
        if (perDay * static_cast<float>(step) >= leastGap * 0.7F && perDay * kDaysInMonth >= leastGap * 3) {
            addDays(axis, scale, step, language);
            return axis;
        }
    }
    constexpr std::array<unsigned, 4> kMonthSteps = {1, 2, 3, 6};
    for (const unsigned step : kMonthSteps) {
        if (perDay * kDaysInMonth * static_cast<float>(step) < leastGap) continue;
        addMonthsAndYears(axis, scale, step, language);
        return axis;
    }
    addYears(axis, scale, leastGap);
    return axis;
}

} // namespace ui
