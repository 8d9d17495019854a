// The timeline's scale (days to x coordinates) and its axis: which days, months or years have a tick at each zoom, and
// the ticks' labels.
#pragma once

#include "programme/words.h"

#include <string>
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
    /// The first and the last day of which a part is inside.
    [[nodiscard]] programme::Day firstDay() const;
    [[nodiscard]] programme::Day lastDay() const;
};

/// The scale of whole days, both included.
[[nodiscard]] TimeScale scaleOf(programme::Day first, programme::Day last, float x, float width);

struct Tick {
    float x = 0; // CSS px
    std::string label;
    int key = 0; // programme::dayNumber(): a node key that is the same at every zoom
};

struct Axis {
    std::vector<Tick> minor; // days, months or years
    std::vector<Tick> major; // the months of minor days, the years of minor months; the first may be left of the scale
};

/// Chooses the minor ticks so that they are at least `leastGap` apart (CSS px); days, whose labels are short, 0.7 of
/// it. Ticks are in rising order of x.
[[nodiscard]] Axis makeAxis(const TimeScale& scale, float leastGap, programme::InterfaceLanguage language);

} // namespace ui
