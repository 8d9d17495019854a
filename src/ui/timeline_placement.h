// Where the milestones' marks and labels stand in the timeline. It depends on the calendar, the language and the zoom,
// never on which part of the calendar the window shows: so panning moves everything together and nothing changes its
// side. The rows of a lane are planned for the whole calendar (LanePlan); when one zooms in everything keeps its row,
// and marks only come apart.
//
// Lengths are CSS px from the calendar's first day, times are days since 1970-01-01.
#pragma once

#include "programme/programme.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ui::timeline {

inline constexpr float kDiamond = 14;
inline constexpr float kLeastBar = 24; // a shorter range is drawn as a diamond
inline constexpr float kLabelGap = 7;  // between a mark and its label
inline constexpr float kBarPadding = 9;
inline constexpr std::size_t kMostRows = 3; // of a lane

/// A milestone in its lane.
struct LaneItem {
    std::size_t milestone = 0;
    double begin = 0, end = 0;           // of its first day, and of the day after its last one
    double solidBegin = 0, solidEnd = 0; // without what is known by the month alone
    float labelWidth = 0;
};

enum class LabelSide : std::uint8_t { none, inside, right, left };

/// A lane at the zoom that shows the whole calendar.
struct LanePlan {
    programme::MilestoneKind kind = programme::MilestoneKind::event;
    std::vector<LaneItem> items;    // in chronological order
    std::vector<std::uint8_t> rows; // of each item
    std::vector<LabelSide> sides;   // of each item's label
    std::size_t rowCount = 1;
};

/// A mark: a milestone, or a crowd of milestones whose marks would overlap.
struct Mark {
    std::size_t first = 0, last = 0; // in LanePlan::items, both included
    std::size_t row = 0;
    double left = 0, right = 0;
    bool isBar = false; // of a single milestone: a range; otherwise a diamond
    LabelSide side = LabelSide::none;
    [[nodiscard]] bool isCrowd() const { return first != last; }
    [[nodiscard]] std::size_t count() const { return last - first + 1; }
};

/// The calendar's time, and how wide a day is.
struct Zoom {
    double first = 0, length = 1; // days
    double pixelsPerDay = 1;
    float margin = 0; // how far a label may reach over the calendar's end, CSS px
    bool operator==(const Zoom&) const = default;
};

/// Kept from frame to frame: the lanes of the programme, with what they were planned for.
struct MilestonePlans {
    struct Basis {
        float plotWidth = 0, rootFontSize = 0, letterSpacing = 0, wordSpacing = 0;
        programme::LanguageIndex language = 0;
        std::uint32_t textGeneration = 0; // TextEngine::generation()
        bool operator==(const Basis&) const = default;
    };
    Basis basis;
    Zoom whole; // shows the whole calendar
    std::vector<LanePlan> lanes;

    [[nodiscard]] Zoom at(double pixelsPerDay) const { return {whole.first, whole.length, pixelsPerDay, whole.margin}; }
    /// Of all lanes.
    [[nodiscard]] std::size_t rowCount() const;
};

/// `items` in chronological order. At most `mostRows` rows, one where that is enough for all labels.
[[nodiscard]] LanePlan planLane(programme::MilestoneKind kind, std::vector<LaneItem> items, const Zoom& whole,
                                std::size_t mostRows);
/// In chronological order of their first milestones. In a row no mark or label overlaps another one. `zoom` is not
/// further out than the plan's.
[[nodiscard]] std::vector<Mark> placeMarks(const LanePlan& plan, const Zoom& zoom);
/// The mark of the item, whatever is beside it, without a label.
[[nodiscard]] Mark markAlone(const LanePlan& plan, std::size_t item, const Zoom& zoom);
/// The left edge of the label of a single milestone. Not for LabelSide::none.
[[nodiscard]] double labelLeft(const LaneItem& item, const Mark& mark);

} // namespace ui::timeline
