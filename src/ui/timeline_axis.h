// The timeline's scale (days to x coordinates) and its axis: which days, months or years have a tick at each zoom, and
// the ticks' labels.
#pragma once

#include "programme/words.h"

#include <string>
#include <vector>

namespace ui {

/// A linear scale of days along the x axis: `first` begins at `x`, `last` ends at x + width (CSS px).
struct TimeScale {
    programme::Day first;
    programme::Day last;
    float x = 0;
    float width = 0;

    [[nodiscard]] float pixelsPerDay() const { return width / static_cast<float>((last - first).count() + 1); }
    /// The x at which the day begins, CSS px.
    [[nodiscard]] float xOf(programme::Day day) const {
        return x + pixelsPerDay() * static_cast<float>((day - first).count());
    }
};

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
