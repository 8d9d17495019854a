// The timeline's scale (days to x coordinates) and its axis: which hours, days, months or years have a tick at each
// zoom, and where the ticks' labels stand. Two rows: the unit, and above it the larger one that it belongs to.
//
// A *level* is a density of ticks: every day, every Monday, every other month. The zoom alone says which level is
// shown; the others fade out, each as far as its `presence` says (0…1). So a zoom passes from one level to the next
// without a jump, and panning changes no label.
#pragma once

#include "programme/words.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

/// A linear scale of time along the x axis. Time is in days since 1970-01-01, with fractions: a double holds a minute
/// of any year exactly enough, and differences are made before anything becomes a float.
struct TimeScale {
    double first = 0;  // begins at x
    double length = 1; // days; first + length ends at x + width
    float x = 0;       // CSS px
    float width = 0;   // CSS px

    [[nodiscard]] double pixelsPerDay() const { return static_cast<double>(width) / length; }
    /// CSS px.
    [[nodiscard]] float xAt(double time) const { return x + static_cast<float>((time - first) * pixelsPerDay()); }
    /// The x at which the day begins, CSS px.
    [[nodiscard]] float xOf(programme::Day day) const { return xAt(programme::dayNumber(day)); }
    [[nodiscard]] float xOfMiddle(programme::Day day) const { return xAt(programme::dayNumber(day) + 0.5); }
    /// The first and the last day of which a part is inside.
    [[nodiscard]] programme::Day firstDay() const;
    [[nodiscard]] programme::Day lastDay() const;
    bool operator==(const TimeScale&) const = default;
};

/// The scale of whole days, both included.
[[nodiscard]] TimeScale scaleOf(programme::Day first, programme::Day last, float x, float width);

enum class AxisUnit : std::uint8_t { hour, day, month, year };

struct AxisLevel {
    AxisUnit unit;
    int step;         // every step-th; of days 2: Monday, Wednesday and Friday, 7: Monday, 14: every other Monday
    double leastDays; // between two ticks
};

/// From fine to coarse. No two ticks of a level are closer than its `leastDays`.
inline constexpr std::array<AxisLevel, 22> kAxisLevels = {{
    {AxisUnit::hour, 1, 1.0 / 24},
    {AxisUnit::hour, 3, 3.0 / 24},
    {AxisUnit::hour, 6, 6.0 / 24},
    {AxisUnit::hour, 12, 12.0 / 24},
    {AxisUnit::day, 1, 1},
    {AxisUnit::day, 2, 2},
    {AxisUnit::day, 7, 7},
    {AxisUnit::day, 14, 14},
    {AxisUnit::month, 1, 28},
    {AxisUnit::month, 2, 59},
    {AxisUnit::month, 3, 90},
    {AxisUnit::month, 6, 181},
    {AxisUnit::year, 1, 365},
    {AxisUnit::year, 2, 2 * 365.0},
    {AxisUnit::year, 5, 5 * 365.0},
    {AxisUnit::year, 10, 10 * 365.0},
    {AxisUnit::year, 20, 20 * 365.0},
    {AxisUnit::year, 50, 50 * 365.0},
    {AxisUnit::year, 100, 100 * 365.0},
    {AxisUnit::year, 200, 200 * 365.0},
    {AxisUnit::year, 500, 500 * 365.0},
    {AxisUnit::year, 1000, 1000 * 365.0},
}};

/// An index in kAxisLevels: the finest level whose ticks are at least `leastGap` CSS px apart.
[[nodiscard]] std::size_t axisLevelAt(double pixelsPerDay, float leastGap);

/// How far each of kAxisLevels is shown, 0…1. At rest: 1 for one of them, 0 for the others.
using AxisPresence = std::array<float, kAxisLevels.size()>;

struct AxisLabel {
    std::string key; // a node key: the same for the same label at every zoom
    double time = 0; // where its unit begins, days since 1970-01-01
    double end = 0;  // of a label of the upper row: where the next unit begins
    std::string text;
    float x = 0;          // of its left edge, CSS px
    float width = 0;      // CSS px
    float opacity = 1;    // 0…1
    bool isMajor = false; // in the upper row
    bool isAtRest = true; // it belongs to the level that is shown, and is wholly inside
};

/// A line of the grid, where a unit begins.
struct AxisLine {
    float x = 0; // CSS px
    float opacity = 1;
    bool isMajor = false;
};

struct Axis {
    std::vector<AxisLabel> labels; // of the lower row in rising order of x within a level, then of the upper row
    std::vector<AxisLine> lines;
};

/// Where labels may stand, and how wide their texts are: at least kAxisLabelSpace narrower than the least gap.
struct AxisRoom {
    float left, right; // CSS px
    std::function<float(std::string_view text, bool isMajor)> measure;
};

inline constexpr float kAxisLabelSpace = 20; // CSS px
inline constexpr float kAxisLabelGap = 6;    // from a unit's beginning to its label, CSS px

/// `level`: the one that is shown; see axisLevelAt(). Labels that are partly outside `room` are as opaque as the part
/// that is inside. A label of the upper row stays inside while its unit goes on, and gives way to the next one.
[[nodiscard]] Axis makeAxis(const TimeScale& scale, const AxisRoom& room, std::size_t level,
                            const AxisPresence& presence, programme::InterfaceLanguage language);

} // namespace ui
