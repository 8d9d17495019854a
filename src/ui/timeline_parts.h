// The parts of the timeline (timeline.cpp puts them together): its layout, and the functions that draw the axis, the
// milestones, the challenges' lines, the controls and the open milestone.
//
// All x and y are page coordinates in CSS px. Each function paints and describes (frame.h).
#pragma once

#include "ui/frame.h"
#include "ui/timeline_axis.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace ui::timeline {

inline constexpr float kPadding = 16; // between the timeline's border and its content

/// The layout, in page coordinates.
struct Geometry {
    float x, y, width; // the whole timeline
    float plotX, plotWidth;
    float lanesY; // below the axis
    float linesY; // the top of the challenges' lines
    float linePitch, lineHeight;
    float plotBottom;
    /// What is seen of the plot: its edges, with a margin where the calendar ends there.
    float clipLeft, clipRight;
    float axisInset; // free at both ends of the axis, for the buttons that pan
    TimeScale scale; // of the state's window: where nodes are
    /// Where things are painted in this frame: while a zoom is under way between the last window and `scale`, else
    /// equal to it.
    TimeScale painted;
    NodeId plot = semantics::kNoNode; // the composite widget (semantics/composite.h)
};

// ── Layout ──

/// The kinds that have milestones, in the order of their lanes.
[[nodiscard]] std::vector<programme::MilestoneKind> lanesOf(const programme::Programme& programme);
[[nodiscard]] programme::Word laneWord(programme::MilestoneKind kind);
/// Of a row of a lane. On a touch screen it is at least as high as a target.
[[nodiscard]] float laneHeightOf(const Frame& frame);
[[nodiscard]] Geometry layOut(Frame& frame, float x, float y, float width, std::size_t lineCount);
/// "15–17 October 2017", in the interface's language.
[[nodiscard]] LocalisedString datesOf(const Model& model, const programme::DateOrMonth& start,
                                      const std::optional<programme::DateOrMonth>& end);

// ── Axis (timeline_axis_view.cpp) ──

void drawAxis(Frame& frame, const Geometry& geometry);

// ── Milestones and today (timeline_milestones.cpp) ──

/// The lanes and their rows. They depend on the width of the plot and on the language, not on the window.
[[nodiscard]] const MilestonePlans& planMilestones(Frame& frame, float plotWidth);
/// The names of the lanes, left of the plot. On a phone there is no room for them.
void drawLaneLabels(Frame& frame, const Geometry& geometry, const MilestonePlans& plans, std::size_t lineCount);
/// A list in chronological order, today's item among them.
void drawMilestones(Frame& frame, const Geometry& geometry, const MilestonePlans& plans);
/// Today's line, which marks and labels cover.
void paintTodayLine(Frame& frame, const Geometry& geometry);
/// "4 × Events"
[[nodiscard]] LocalisedString countOf(const Model& model, programme::MilestoneKind kind, std::size_t count);
/// From the first milestone's first day to the last day of all. At least one milestone, in chronological order.
[[nodiscard]] LocalisedString datesOf(const Model& model, const std::vector<std::size_t>& milestones);

// ── The challenges' lines (timeline_lines.cpp) ──

// `dated`: the challenges that have dates, in the order of their rows.
void paintLines(Frame& frame, const Geometry& geometry, const std::vector<explorer::ChallengeIndex>& dated);
void describeLines(Frame& frame, const Geometry& geometry, const std::vector<explorer::ChallengeIndex>& dated);

// ── Controls (timeline_controls.cpp) ──

/// On a touch screen the buttons are larger and therefore below the plot.
[[nodiscard]] bool hasButtonsBelow(const Frame& frame);
/// Whether the pan buttons are at the ends of the axis. Where the whole calendar is shown there is nothing to pan.
[[nodiscard]] bool hasButtonsAtAxis(const Frame& frame);
inline constexpr float kSmallButton = 24; // those at the ends of the axis
/// The zoom buttons above the names of the lanes, the pan buttons at the ends of the axis.
void drawButtonsAtAxis(Frame& frame, const Geometry& geometry);
/// All buttons in one row at the right, below the plot.
void drawButtonsBelow(Frame& frame, const Geometry& geometry);

// ── The open milestone (timeline_open_milestone.cpp) ──

/// The panels below the plot: the open crowd's milestones, and the open milestone. Nothing where there is neither.
/// Returns the y of the lower edge.
float drawOpenMilestone(Frame& frame, float x, float y, float width);

} // namespace ui::timeline
