#include "explorer/window.h"

#include <algorithm>
#include <cmath>

namespace explorer {

namespace {

using std::chrono::days;

constexpr double kSecond = 1.0 / (24 * 60 * 60); // days
constexpr double kCallMargin = 0.12;             // of the application's days, on each side
constexpr double kTodayBefore = 14;              // days
constexpr double kTodayAfter = 28;               // days

} // namespace

Window windowOf(const Period& period) {
    return {static_cast<double>(programme::dayNumber(period.first)),
            static_cast<double>((period.last - period.first).count() + 1)};
}

Window wholeWindow(const Facts& facts) {
    return windowOf(facts.calendar);
}

Window shownWindow(const Facts& facts, const State& state) {
    if (state.period) return *state.period;
    return state.home && !state.showsWhole ? *state.home : wholeWindow(facts);
}

bool showsWholeCalendar(const Facts& facts, const State& state) {
    return shownWindow(facts, state) == wholeWindow(facts);
}

std::optional<Window> homeWindow(const programme::Programme& programme, const Facts& facts, Day today) {
    const Period& whole = facts.calendar;
    if (today < whole.first || today > whole.last) return std::nullopt;
    const programme::Application& call = programme.application;
    const bool isOver = today > call.closes;
    const Day from = isOver ? today : std::min(today, call.opens);
    const Day after = isOver ? today : call.closes;
    std::optional<Day> next;
    const auto include = [&](Day start) {
        if (start > after && (!next || start < *next)) next = start;
    };
    for (const programme::Milestone& milestone : programme.milestones) {
        if (milestone.kind == programme::MilestoneKind::cohort) include(milestone.start.first);
    }
    // They are sorted by it. This is asked before every frame: it must not go through thousands of challenges.
    const auto startOf = [&](ChallengeIndex index) { return programme.challenges[index].start->first; };
    const auto challenge = std::ranges::upper_bound(facts.dated, after, {}, startOf);
    if (challenge != facts.dated.end()) include(startOf(*challenge));
    const Day last = next ? programme::addMonths(programme::firstOfMonth(*next), 1) - days(1) : whole.last;
    return fitWindow(facts, windowOf({programme::firstOfMonth(from), last}));
}

Window clampWindow(const Facts& facts, const Window& window) {
    const Window whole = wholeWindow(facts);
    const double length = std::clamp(window.length, double{kShortestPeriodDays}, whole.length);
    return {std::clamp(window.first, whole.first, whole.end() - length), length};
}

std::optional<Window> fitWindow(const Facts& facts, const Window& window) {
    const Window fitted = clampWindow(facts, window);
    if (wholeWindow(facts).length - fitted.length < kSecond) return std::nullopt;
    return fitted;
}

Period roundToDays(const Facts& facts, const Window& window) {
    const Window rounded = clampWindow(facts, {std::round(window.first), std::round(window.length)});
    const Day first{days(static_cast<int>(rounded.first))};
    return {first, first + days(static_cast<int>(rounded.length) - 1)};
}

Period shownPeriod(const Facts& facts, const State& state) {
    return roundToDays(facts, shownWindow(facts, state));
}

Window zoomWindow(const Facts& facts, const Window& window, double factor, double anchor) {
    const double at = std::clamp(anchor, window.first, window.end());
    const double length = std::clamp(window.length * factor, double{kShortestPeriodDays}, wholeWindow(facts).length);
    if (length == window.length) return window; // at a limit: no rounding may move it
    const double share = (at - window.first) / window.length;
    return clampWindow(facts, {at - share * length, length});
}

Window panWindow(const Facts& facts, const Window& window, double shift) {
    const double most = wholeWindow(facts).length;
    return clampWindow(facts, {window.first + std::clamp(shift, -most, most), window.length});
}

std::optional<Period> openDates(const programme::Programme& programme, const State& state) {
    if (state.milestone) return daysOf(programme.milestones[*state.milestone]);
    return state.challenge ? daysOf(programme.challenges[*state.challenge]) : std::nullopt;
}

double anchorOf(const Window& window, const std::optional<Period>& chosen, Day today) {
    for (const std::optional<Period>& one : {chosen, std::optional(Period{today, today})}) {
        if (!one) continue;
        const Window span = windowOf(*one);
        const double first = std::max(span.first, window.first);
        const double end = std::min(span.end(), window.end());
        if (first < end) return (first + end) / 2;
    }
    return window.first + window.length / 2;
}

Window callWindow(const programme::Programme& programme, const Facts& facts) {
    const Window call = windowOf({programme.application.opens, programme.application.closes});
    const double margin = std::ceil(call.length * kCallMargin);
    return clampWindow(facts, {call.first - margin, call.length + 2 * margin});
}

std::optional<Window> todayWindow(const Facts& facts, Day today) {
    if (today < facts.calendar.first || today > facts.calendar.last) return std::nullopt;
    return clampWindow(facts, {programme::dayNumber(today) - kTodayBefore, kTodayBefore + kTodayAfter});
}

} // namespace explorer
