// The timeline's window: the stretch of the calendar that it shows. It is continuous (fractions of days); the address
// has it in whole days. These are its rules of arithmetic: how it is zoomed, moved, kept inside the calendar, rounded.
//
//     const Window shown = shownWindow(facts, state);
//     const Window after = zoomWindow(facts, shown, 1 / kZoomStep, anchorOf(shown, chosen, today));
//
// All functions take finite numbers.
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"

#include <optional>

namespace explorer {

[[nodiscard]] Window windowOf(const Period& days);
/// The whole calendar.
[[nodiscard]] Window wholeWindow(const Facts& facts);
/// State::period, else State::home, else the whole calendar.
[[nodiscard]] Window shownWindow(const Facts& facts, const State& state);

/// Whether that is the whole calendar.
[[nodiscard]] bool showsWholeCalendar(const Facts& facts, const State& state);
/// What a small picture of the timeline shows at first: the months from the call's opening, or, once the call is over,
/// from today, to that in which the next challenge or cohort begins; where none does, to the calendar's end. None where
/// that is the whole calendar, or the day is not in it.
[[nodiscard]] std::optional<Window> homeWindow(const programme::Programme& programme, const Facts& facts, Day today);

/// The window, not shorter than kShortestPeriodDays and not longer than the calendar, moved into it.
[[nodiscard]] Window clampWindow(const Facts& facts, const Window& window);
/// The same; none where that is the whole calendar, up to a second: the value for State::period.
[[nodiscard]] std::optional<Window> fitWindow(const Facts& facts, const Window& window);

/// The days in which the window begins and ends nearest, as the address has them: from the midnight nearest to its
/// beginning, as many days as its length is nearest to, but at least kShortestPeriodDays, and inside the calendar.
[[nodiscard]] Period roundToDays(const Facts& facts, const Window& window);
/// roundToDays() of shownWindow().
[[nodiscard]] Period shownPeriod(const Facts& facts, const State& state);

/// The length multiplied by `factor` (above 0), within the limits. The anchor, clamped into the window, keeps its share
/// of the window before it, as far as the calendar's ends allow.
[[nodiscard]] Window zoomWindow(const Facts& facts, const Window& window, double factor, double anchor);
/// Moved by that many days, up to the calendar's ends.
[[nodiscard]] Window panWindow(const Facts& facts, const Window& window, double days);

/// The days of the open milestone, else of the open challenge.
[[nodiscard]] std::optional<Period> openDates(const programme::Programme& programme, const State& state);

/// Where a zoom by button or key is anchored: the middle of what is visible of `chosen` (what the visitor has opened or
/// points at); where nothing of it is, the middle of today where that is visible; else the middle of the window.
[[nodiscard]] double anchorOf(const Window& window, const std::optional<Period>& chosen, Day today);

/// The application's days with a margin on both sides.
[[nodiscard]] Window callWindow(const programme::Programme& programme, const Facts& facts);
/// The weeks around the day; none where it is not in the calendar.
[[nodiscard]] std::optional<Window> todayWindow(const Facts& facts, Day today);

} // namespace explorer
