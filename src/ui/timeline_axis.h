// The timeline's scale and the ticks on its axis: which days, months or years are marked at which zoom, and their
// labels.
#pragma once

#include "programme/words.h"

#include <string>
#include <vector>

namespace ui {

/// Days laid out along x: `first` begins at `x`, `last` ends at x + width (CSS px).
struct TimeScale {
    programme::Day first;
    programme::Day last;
    float x = 0;
    float width = 0;

    [[nodiscard]] float pixelsPerDay() const { return width / static_cast<float>((last - first).count() + 1); }
    /// Where the day begins.
    [[nodiscard]] float xOf(programme::Day day) const {
        return x + pixelsPerDay() * static_cast<float>((day - first).count());
    }
};

struct Tick {
    float x = 0; // CSS px
    std::string label;
    int key = 0; // the day's number, the same at every zoom
};

struct Axis {
    std::vector<Tick> minor; // days, months or years, at least `leastGap` apart
    std::vector<Tick> major; // the months of days, or the years of months; the first may begin left of the scale
};

[[nodiscard]] Axis makeAxis(const TimeScale& scale, float leastGap, programme::InterfaceLanguage language);

} // namespace ui
