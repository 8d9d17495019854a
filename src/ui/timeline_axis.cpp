#include "ui/timeline_axis.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {

using programme::Day;
using programme::InterfaceLanguage;

namespace {

constexpr int kHours = 24;
constexpr int kMondayBased = 4;     // 1970-01-05 was a Monday
constexpr float kWidestLabel = 200; // CSS px: one that begins so far left of the axis is not seen
constexpr float kLeastSpace = 6;    // CSS px between two labels: where there is less, the first is not seen
constexpr float kFadingSpace = 14;  // CSS px beside a label, of which it fades out as they go

Day dayAt(double time) {
    return Day(std::chrono::days(static_cast<std::int64_t>(std::floor(time))));
}

double timeOf(Day day) {
    return programme::dayNumber(day);
}

int yearOf(Day day) {
    return static_cast<int>(programme::civil(day).year());
}

unsigned monthOf(Day day) {
    return static_cast<unsigned>(programme::civil(day).month());
}

Day firstOfYear(int year) {
    return std::chrono::year(year) / std::chrono::January / 1;
}

int remainder(int number, int step) {
    return (number % step + step) % step;
}

/// Monday 0 … Sunday 6.
int weekdayOf(Day day) {
    return remainder(programme::dayNumber(day) - kMondayBased, 7);
}

bool isTick(const AxisLevel& level, double time) {
    const Day day = dayAt(time);
    switch (level.unit) {
    case AxisUnit::hour:
        return remainder(static_cast<int>(std::round((time - timeOf(day)) * kHours)), level.step) == 0;
    case AxisUnit::day:
        if (level.step == 1) return true;
        if (level.step == 2) return weekdayOf(day) % 2 == 0 && weekdayOf(day) < 6;
        return remainder(programme::dayNumber(day) - kMondayBased, level.step) == 0;
    case AxisUnit::month:
        return (static_cast<int>(monthOf(day)) - 1) % level.step == 0;
    case AxisUnit::year:
        return remainder(yearOf(day), level.step) == 0;
    }
    return false;
}

/// The beginning of the unit that `time` is in: of one hour, one day, one month, or of the first of `step` years.
double beginOf(AxisUnit unit, int step, double time) {
    const Day day = dayAt(time);
    switch (unit) {
    case AxisUnit::hour:
        return std::floor(time * kHours) / kHours;
    case AxisUnit::day:
        return std::floor(time);
    case AxisUnit::month:
        return timeOf(programme::firstOfMonth(day));
    case AxisUnit::year:
        return timeOf(firstOfYear(yearOf(day) - remainder(yearOf(day), step)));
    }
    return time;
}

/// The beginning of the next unit. `begin`: what beginOf() or this answered.
double nextOf(AxisUnit unit, int step, double begin) {
    switch (unit) {
    case AxisUnit::hour:
        return std::round(begin * kHours + 1) / kHours;
    case AxisUnit::day:
        return begin + 1;
    case AxisUnit::month:
        return timeOf(programme::addMonths(dayAt(begin), 1));
    case AxisUnit::year:
        return timeOf(firstOfYear(yearOf(dayAt(begin)) + step));
    }
    return begin + 1;
}

std::optional<AxisUnit> largerThan(AxisUnit unit) {
    if (unit == AxisUnit::year) return std::nullopt;
    return static_cast<AxisUnit>(static_cast<int>(unit) + 1);
}

std::string minorText(AxisUnit unit, double time, InterfaceLanguage language) {
    const Day day = dayAt(time);
    switch (unit) {
    case AxisUnit::hour:
        return programme::formatTimeOfDay(static_cast<int>(std::round((time - timeOf(day)) * kHours)) * 60, language);
    case AxisUnit::day:
        return std::string(programme::shortWeekday(static_cast<unsigned>(weekdayOf(day)), language)) + "\u00A0" +
               std::to_string(static_cast<unsigned>(programme::civil(day).day()));
    case AxisUnit::month:
        return std::string(programme::shortMonth(monthOf(day), language));
    case AxisUnit::year:
        return std::to_string(yearOf(day));
    }
    return {};
}

std::string majorText(AxisUnit unit, double time, InterfaceLanguage language) {
    const Day day = dayAt(time);
    if (unit == AxisUnit::year) return std::to_string(yearOf(day));
    const bool isMonth = unit == AxisUnit::month;
    return programme::formatDateOrMonth({day, day, isMonth}, language);
}

std::string keyOf(AxisUnit unit, bool isMajor, double time) {
    constexpr std::string_view kUnits = "hdmy";
    return std::string(isMajor ? "major-" : "minor-") + kUnits[static_cast<std::size_t>(unit)] +
           std::to_string(std::llround(time * kHours));
}

/// How far a label is seen that has `space` CSS px beside it before the next one.
float shareOf(float space) {
    return std::clamp((space - kLeastSpace) / kFadingSpace, 0.0F, 1.0F);
}

/// One level's words go before another's come, at the same place: they never overlap.
float opacityOf(float presence) {
    return std::clamp(2 * presence - 1, 0.0F, 1.0F);
}

class AxisMaker {
public:
    AxisMaker(const TimeScale& scale, const AxisRoom& room, std::size_t level, const AxisPresence& presence,
              InterfaceLanguage language)
        : scale_(scale), room_(room), shown_(kAxisLevels[level]), presence_(presence), language_(language),
          from_(scale.first - static_cast<double>(kWidestLabel) / scale.pixelsPerDay()),
          end_(scale.first + scale.length) {}

    void addMinor(std::size_t level) {
        const auto [unit, step, least] = kAxisLevels[level];
        const int stride = unit == AxisUnit::year ? step : 1;
        for (double time = beginOf(unit, stride, from_); time < end_; time = nextOf(unit, stride, time)) {
            if (!isTick(kAxisLevels[level], time) || isAdded(level, time)) continue;
            std::string text = minorText(unit, time, language_);
            const float width = room_.measure(text, false);
            const TickOpacity opacity = opacityAt(unit, time, width);
            const float x = scale_.xAt(time);
            if (x >= scale_.x) axis_.lines.push_back({x, opacity.line, false});
            add({.key = keyOf(unit, false, time),
                 .time = time,
                 .text = std::move(text),
                 .x = x + kAxisLabelGap,
                 .width = width,
                 .opacity = opacity.label,
                 .isAtRest = shown_.unit == unit && isTick(shown_, time)});
        }
    }

    /// The labels of the larger unit, above the unit's own.
    void addMajor(AxisUnit unit, AxisUnit larger) {
        float sum = 0;
        for (std::size_t level = 0; level < kAxisLevels.size(); ++level) {
            if (kAxisLevels[level].unit == unit) sum += presence_[level];
        }
        if (sum <= 0) return;
        double next = 0;
        for (double time = beginOf(larger, 1, scale_.first); time < end_; time = next) {
            next = nextOf(larger, 1, time);
            const float begin = scale_.xAt(time);
            if (begin >= scale_.x) axis_.lines.push_back({begin, std::min(sum, 1.0F), true});
            std::string text = majorText(larger, time, language_);
            const float width = room_.measure(text, true);
            const float beforeNext = scale_.xAt(next) - kAxisLabelGap - width;
            const float x =
                begin < room_.left ? std::min(room_.left + kAxisLabelGap, beforeNext) : begin + kAxisLabelGap;
            const float space = beforeNext - begin;
            add({.key = keyOf(larger, true, time),
                 .time = time,
                 .end = next,
                 .text = std::move(text),
                 .x = x,
                 .width = width,
                 .opacity = opacityOf(sum) * shareOf(space),
                 .isMajor = true,
                 .isAtRest = shown_.unit == unit});
        }
    }

    [[nodiscard]] Axis take() { return std::move(axis_); }

private:
    /// A line comes while another one goes, so that the grid never vanishes in between.
    struct TickOpacity {
        float line, label;
    };
    /// By all levels that have this tick with this text: the sum of their presence. Where the zoom is so quick that
    /// labels come too close before they have faded out, the coarsest level decides.
    [[nodiscard]] TickOpacity opacityAt(AxisUnit unit, double time, float width) const {
        float sum = 0;
        double leastDays = 0;
        for (std::size_t level = 0; level < kAxisLevels.size(); ++level) {
            if (presence_[level] <= 0 || kAxisLevels[level].unit != unit || !isTick(kAxisLevels[level], time)) continue;
            sum += presence_[level];
            leastDays = kAxisLevels[level].leastDays;
        }
        const float share = shareOf(static_cast<float>(leastDays * scale_.pixelsPerDay()) - width);
        return {std::min(sum, 1.0F), opacityOf(sum) * share};
    }

    /// Whether a finer level has the same tick.
    [[nodiscard]] bool isAdded(std::size_t level, double time) const {
        for (std::size_t finer = 0; finer < level; ++finer) {
            if (presence_[finer] > 0 && kAxisLevels[finer].unit == kAxisLevels[level].unit &&
                isTick(kAxisLevels[finer], time))
                return true;
        }
        return false;
    }

    void add(AxisLabel label) {
        const float inside = std::min(label.x + label.width, room_.right) - std::max(label.x, room_.left);
        const float share = label.width > 0 ? inside / label.width : 0;
        label.isAtRest &= share >= 0.999F;
        label.opacity *= std::min(share, 1.0F);
        if (label.isAtRest || label.opacity > 0) axis_.labels.push_back(std::move(label));
    }

    const TimeScale& scale_;
    const AxisRoom& room_;
    AxisLevel shown_;
    const AxisPresence& presence_;
    InterfaceLanguage language_;
    double from_, end_; // of what may be seen
    Axis axis_;
};

} // namespace

Day TimeScale::firstDay() const {
    return dayAt(first);
}

Day TimeScale::lastDay() const {
    return dayAt(std::ceil(first + length) - 1);
}

TimeScale scaleOf(Day first, Day last, float x, float width) {
    return {static_cast<double>(programme::dayNumber(first)), static_cast<double>((last - first).count() + 1), x,
            width};
}

std::size_t axisLevelAt(double pixelsPerDay, float leastGap) {
    const auto isWideEnough = [&](const AxisLevel& level) { return level.leastDays * pixelsPerDay >= leastGap; };
    const auto found = std::ranges::find_if(kAxisLevels, isWideEnough);
    return found == kAxisLevels.end() ? kAxisLevels.size() - 1 : static_cast<std::size_t>(found - kAxisLevels.begin());
}

Axis makeAxis(const TimeScale& scale, const AxisRoom& room, std::size_t level, const AxisPresence& presence,
              InterfaceLanguage language) {
    AxisMaker maker(scale, room, level, presence, language);
    for (std::size_t index = 0; index < kAxisLevels.size(); ++index) {
        if (presence[index] > 0) maker.addMinor(index);
    }
    for (const AxisUnit unit : {AxisUnit::hour, AxisUnit::day, AxisUnit::month}) {
        if (const std::optional<AxisUnit> larger = largerThan(unit)) maker.addMajor(unit, *larger);
    }
    return maker.take();
}

} // namespace ui
