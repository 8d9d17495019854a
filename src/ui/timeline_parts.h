// The parts of the timeline (timeline.cpp puts them together): its layout, and the functions that draw the axis, the
// milestones, the challenges' lines, the controls and the open milestone.
//
// All x and y are page coordinates in CSS px. Each function paints and describes (frame.h).
#pragma once

#include "ui/frame.h"
#include "ui/timeline_axis.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui::timeline {

inline constexpr float kPadding = 16;       // between the timeline's border and its content
inline constexpr float kPeriodTint = 0.07F; // the accent's share in the ground of the filter by a period

/// How the challenges' dates are shown.
enum class LinesForm : std::uint8_t {
    none,    // no challenge has dates
    bar,     // one bar for all: they have the same dates
    picture, // a thin line for each, in one picture
    rows,    // a row with its name for each
};

/// The layout of the challenges' lines, from their top downwards. Heights in CSS px.
struct Lines {
    LinesForm form = LinesForm::none;
    std::vector<explorer::ChallengeIndex> rows; // LinesForm::rows: the challenges in their order
    float headHeight = 0;                       // of the button that opens and closes them; 0: there is none
    float toolsHeight = 0;                      // LinesForm::rows: of drawRowTools(), below the head
    float pitch = 0, lineHeight = 0;            // of rows, or of the picture's lines
    float height = 0;                           // of all
};

/// The layout, in page coordinates.
struct Geometry {
    float x, y, width; // the whole timeline
    float plotX, plotWidth;
    float lanesY; // below the axis
    float linesY; // the top of the challenges' lines
    Lines lines;
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
/// The height of the row below the challenges' lines, with today's date and the button of timeline_period.cpp.
[[nodiscard]] float todayRowHeight(const Frame& frame);
[[nodiscard]] Geometry layOut(Frame& frame, float x, float y, float width);

// ── Axis (timeline_axis_view.cpp) ──

void drawAxis(Frame& frame, const Geometry& geometry);

// ── Milestones and today (timeline_milestones.cpp) ──

/// The lanes and their rows. They depend on the width of the plot and on the language, not on the window.
[[nodiscard]] const MilestonePlans& planMilestones(Frame& frame, float plotWidth);
/// The names of the lanes, left of the plot. On a phone there is no room for them.
void drawLaneLabels(Frame& frame, const Geometry& geometry, const MilestonePlans& plans);
/// A list in chronological order, today's item among them.
void drawMilestones(Frame& frame, const Geometry& geometry, const MilestonePlans& plans);
/// Today's line, which marks and labels cover.
void paintTodayLine(Frame& frame, const Geometry& geometry);

/// Describes a painted mark, a bar or a diamond: the mirror shows it where nothing is painted (styles.js), and hides it
/// from screen readers.
void describeMark(Frame& frame, Key key, const Rect& rect, bool isBar);
/// Adds slices in which the colour fades into `ground` from `solid` to `end`, which may be to the left. Slices beyond
/// `left` and `right` are left out.
void addShade(render::ShapeList& list, float solid, float end, float left, float right, float y, float height,
              Colour colour, Colour ground);
/// The colour of the plot's ground at `x`: the days of the filter by a period have a tint.
[[nodiscard]] Colour groundAt(const Frame& frame, const Geometry& geometry, float x);
/// The colour of a milestone of that kind.
[[nodiscard]] Colour markColour(const Theme& theme, programme::MilestoneKind kind);
/// Words on today's colour, in a rectangle as high as todayPillAt() makes it.
void paintTodayPill(Frame& frame, Key key, const LocalisedText& words, const Rect& rect);
/// "15 October"
[[nodiscard]] LocalisedString todayWords(const Model& model);
/// The pill with those words in the row of today's date, its middle at `x` as far as `left` and `right` allow.
[[nodiscard]] Rect todayPillAt(Frame& frame, const Geometry& geometry, const LocalisedText& words, float x, float left,
                               float right);
/// "4 events": of at least two
[[nodiscard]] LocalisedString countOf(const Model& model, programme::MilestoneKind kind, std::size_t count);
/// From the first milestone's first day to the last day of all. At least one milestone, in chronological order.
[[nodiscard]] LocalisedString datesOf(const Model& model, const std::vector<std::size_t>& milestones);

// ── The challenges' lines (timeline_lines.cpp; timeline_rows.cpp) ──

/// Whether they are rows, and in which order: the visitor's choice, else what their dates suggest.
[[nodiscard]] explorer::LinesView viewOf(const Model& model);
/// The lines in a plot of that width.
[[nodiscard]] Lines layOutLines(Frame& frame, float plotX, float plotWidth);
/// The shapes; today's mark is painted above them.
void paintLines(Frame& frame, const Geometry& geometry);
/// The words and the nodes.
void describeLines(Frame& frame, const Geometry& geometry);

// Used by these two files alone:

/// The days of a challenge in the plot, cut at its edges, CSS px. Not in view: left == right.
struct Span {
    float left, right;
    bool goesOnLeft, goesOnRight;      // it is cut there
    float solidLeft, solidRight;       // between them and the ends are months of which no day is known
    float fadesFromLeft, fadesToRight; // where these months begin and end, beyond the plot's edges too
};
/// `scale`: Geometry::scale, or, for what is painted, Geometry::painted.
[[nodiscard]] Span spanOf(const TimeScale& scale, const programme::Period& days);
/// Precondition: the challenge has dates.
[[nodiscard]] Span spanOf(const TimeScale& scale, const programme::Challenge& challenge);
/// From the first start to the last end of all challenges that have dates. Precondition: one has.
[[nodiscard]] Span wholeSpan(const Model& model, const TimeScale& scale);
/// How far words beside or on a bar are from their place while a zoom is under way, CSS px: they go with the bar's end
/// that is nearer. `at` and `painted`: the bar's place and where it is painted.
[[nodiscard]] float motionOf(const Span& at, const Span& painted, float wordsX);
/// Whether the challenge is open, hovered or focused, in the list or here.
[[nodiscard]] bool isMarked(const Model& model, explorer::ChallengeIndex index);
/// The colours of a skill group's lines: `whole` for challenges that are shown, the others for those that the filters
/// exclude. `faded` has too little contrast (WCAG 1.4.11), so a line of 1 CSS px, `hair`, makes it visible.
struct LineColours {
    Colour whole, faded, hair;
};
[[nodiscard]] std::vector<LineColours> coloursOfGroups(const Model& model, const Theme& theme);
/// Adds a bar whose colour fades into `ground` over the months of which no day is known.
void addSoftBar(render::ShapeList& list, const Span& span, float y, float height, Colour colour, Colour ground);
/// Adds a bar, its ends rounded but where it goes on.
void addBar(render::ShapeList& list, const Span& span, float y, float height, Colour colour);
void paintRows(Frame& frame, const Geometry& geometry);
void describeRows(Frame& frame, const Geometry& geometry);
/// The buttons that choose the rows' order, and the colours' names. Returns the y of their lower edge.
float drawRowTools(Frame& frame, const std::vector<explorer::ChallengeIndex>& rows, float x, float y, float width);

/// "13 défis"; where the filters leave fewer, "8 défis sur 13".
[[nodiscard]] LocalisedString lineCountOf(const Model& model);
/// Whether they are few enough for rows.
[[nodiscard]] bool canOpenLines(const Model& model);
/// What a press on their mark does: opens the rows, closes them, or, where they would be too many, leads to the filter.
[[nodiscard]] Intent pressOfLines(const Model& model, bool isOpen);
/// The rows of a phone, with what drawRowTools() draws above them. Returns the y of their lower edge.
float drawAgendaRows(Frame& frame, const std::vector<explorer::ChallengeIndex>& rows, float x, float y, float width);

// ── On a phone (timeline_agenda.cpp, timeline_picture.cpp) ──

/// The calendar as a list. Returns the y of its lower edge.
float drawAgenda(Frame& frame, const Geometry& geometry, float x, float y, float width);
/// The milestones and today in the plot: marks, and the names that have room. It is decorative.
void drawPicture(Frame& frame, const Geometry& geometry);

// ── Controls (timeline_controls.cpp) ──

/// "12 September to 3 October 2017": the window in whole days; in months where it is whole months.
[[nodiscard]] std::string wordsOf(const Model& model, const explorer::Window& window);
/// The translucent colour of a window in the plot or the minimap.
[[nodiscard]] Colour veilOf(const Theme& theme);
/// On a touch screen the zoom and pan buttons are larger and therefore below the plot.
[[nodiscard]] bool hasButtonsBelow(const Frame& frame);
/// Whether the pan buttons are at the ends of the axis. Where the whole calendar is shown there is nothing to pan.
[[nodiscard]] bool hasButtonsAtAxis(const Frame& frame);
inline constexpr float kSmallButton = 24; // those at the ends of the axis
/// The zoom buttons above the names of the lanes, the pan buttons at the ends of the axis.
void drawButtonsAtAxis(Frame& frame, const Geometry& geometry);
/// Below the plot: the named windows; while a part of the calendar is shown, the minimap, except on a phone, where it
/// would have no room for fingers; on a touch screen the other buttons. Returns the y of its lower edge, which does not
/// depend on what is shown.
float drawRowBelow(Frame& frame, const Geometry& geometry);
/// The window that is being drawn, over the plot.
void drawDrawnWindow(Frame& frame, const Geometry& geometry);
/// Over the plot, how the timeline is zoomed (TimelineHint); fades out.
void drawHint(Frame& frame, const Geometry& geometry);

// ── The minimap (timeline_minimap.cpp) ──

void drawMinimap(Frame& frame, const Geometry& geometry, const Rect& rect);

// ── The period as a filter (timeline_period.cpp) ──

/// Whether the milestone runs in State::during; true where there is none.
[[nodiscard]] bool isKept(const Model& model, const programme::Milestone& milestone);
/// The colour of a mark that the period excludes: as little of `colour` as can be seen.
[[nodiscard]] Colour steppedBack(const Theme& theme, Colour colour);
/// The period in the plot, below everything else.
void paintPeriod(Frame& frame, const Geometry& geometry);
/// The button that keeps what runs in the days shown, or takes that filter back; in the row of today's date, at the end
/// where that is not. Nothing where neither is possible.
void drawPeriodButton(Frame& frame, const Geometry& geometry);

// ── The open milestone (timeline_open_milestone.cpp) ──

/// A milestone's summary and its link; nothing where it has neither. Returns the y of their lower edge.
float drawMilestoneText(Frame& frame, const programme::Milestone& milestone, float x, float y, float width);
/// The panels below the plot: the open crowd's milestones, and the open milestone. Nothing where there is neither.
/// Returns the y of the lower edge.
float drawOpenMilestone(Frame& frame, float x, float y, float width);

} // namespace ui::timeline
