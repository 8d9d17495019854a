// The timeline: an axis, a lane for each kind of milestone, a line for each challenge, today's mark. It can be dragged
// and zoomed; a milestone opens below it. In the semantics tree it is a list of dated items in chronological order,
// today among them.
#include "explorer/window.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace timeline {

using programme::MilestoneKind;
using programme::Word;

namespace {

constexpr float kAxisHeight = 44;
constexpr float kLaneHeight = 30;
constexpr float kSmallLaneHeight = 26; // on a phone, where nothing in the plot is a target
constexpr float kLabelColumn = 98;
constexpr float kLeftMargin = 9; // beyond the calendar's ends, where marks and labels may reach
constexpr float kRightMargin = kPadding - 1;
constexpr float kTodayRow = 26; // below the challenges' lines, for today's date and the button that keeps a period

/// Where the window ends in the calendar things are cut exactly at the plot's edge.
void clip(Geometry& geometry, const explorer::Window& calendar) {
    const TimeScale& scale = geometry.painted;
    const auto beyond = [&](double days) { return static_cast<float>(std::max(0.0, days * scale.pixelsPerDay())); };
    geometry.clipLeft = geometry.plotX - std::max(0.0F, kLeftMargin - beyond(scale.first - calendar.first));
    const float right = beyond(calendar.end() - scale.first - scale.length);
    geometry.clipRight = geometry.plotX + geometry.plotWidth + std::max(0.0F, kRightMargin - right);
}

} // namespace

std::vector<MilestoneKind> lanesOf(const programme::Programme& programme) {
    std::vector<MilestoneKind> lanes;
    for (const MilestoneKind kind :
         {MilestoneKind::call, MilestoneKind::selection, MilestoneKind::cohort, MilestoneKind::event}) {
        const auto hasKind = [kind](const programme::Milestone& milestone) { return milestone.kind == kind; };
        if (std::ranges::any_of(programme.milestones, hasKind)) lanes.push_back(kind);
    }
    return lanes;
}

Word laneWord(MilestoneKind kind) {
    switch (kind) {
    case MilestoneKind::call:
        return Word::timeline_call;
    case MilestoneKind::selection:
        return Word::timeline_selection;
    case MilestoneKind::cohort:
        return Word::timeline_cohort;
    case MilestoneKind::event:
        return Word::timeline_event;
    }
    return Word::timeline_event;
}

float laneHeightOf(const Frame& frame) {
    if (frame.isPhone()) return std::round(frame.scaled(kSmallLaneHeight));
    const float natural = std::round(frame.scaled(kLaneHeight));
    return frame.model().viewport.hasCoarsePointer ? std::max(natural, frame.targetHeight()) : natural;
}

float todayRowHeight(const Frame& frame) {
    return frame.model().viewport.hasCoarsePointer ? frame.targetHeight() : kTodayRow;
}

/// The scale on its way to `scale`, which it has at once where the pointer moves it. Its ends are animated as days from
/// the calendar's first one: a float has them to a minute.
TimeScale paintedScale(Frame& frame, const TimeScale& scale) {
    const double origin = explorer::wholeWindow(frame.model().facts).first;
    const NodeId node = frame.idOf("timeline");
    const auto follow = [&](Property property, double target) {
        const float days = static_cast<float>(target - origin);
        if (!frame.model().attention.timeline.isHeld) return frame.animate(node, property, days);
        return frame.isMeasuring() ? days : frame.motion().place(node, property, days);
    };
    const double end = scale.first + scale.length;
    const float first = follow(Property::first, scale.first);
    const float last = follow(Property::last, end);
    // At rest the exact scale, without a float's rounding.
    if (first == static_cast<float>(scale.first - origin) && last == static_cast<float>(end - origin)) return scale;
    return {origin + static_cast<double>(first), static_cast<double>(last) - static_cast<double>(first), scale.x,
            scale.width};
}

Geometry layOut(Frame& frame, float x, float y, float width) {
    const bool isPhone = frame.isPhone();
    Geometry geometry{};
    geometry.x = x;
    geometry.y = y;
    geometry.width = width;
    geometry.plotX = isPhone ? x + 12 : x + kPadding + std::round(frame.scaled(kLabelColumn));
    geometry.plotWidth = std::max(1.0F, x + width - kPadding - geometry.plotX); // the window may have no room for it
    const std::size_t rowCount =
        isPhone ? lanesOf(frame.model().programme).size() : planMilestones(frame, geometry.plotWidth).rowCount();
    geometry.lanesY = y + std::round(frame.scaled(kAxisHeight)) + 4;
    geometry.linesY = geometry.lanesY + static_cast<float>(rowCount) * laneHeightOf(frame) + 6;
    geometry.lines = layOutLines(frame, geometry.plotX, geometry.plotWidth);
    geometry.plotBottom = geometry.linesY + geometry.lines.height + todayRowHeight(frame) + 6;
    const explorer::Window window = explorer::shownWindow(frame.model().facts, frame.model().state);
    geometry.scale = {window.first, window.length, geometry.plotX, geometry.plotWidth};
    geometry.painted = paintedScale(frame, geometry.scale);
    clip(geometry, explorer::wholeWindow(frame.model().facts));
    geometry.axisInset = hasButtonsAtAxis(frame) ? kSmallButton + 4 : 0;
    return geometry;
}

} // namespace timeline

float drawTimeline(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const bool isPhone = frame.isPhone();
    timeline::Geometry geometry = timeline::layOut(frame, x, y, width);
    const timeline::MilestonePlans& plans = timeline::planMilestones(frame, geometry.plotWidth);
    const bool isBelow = timeline::hasButtonsBelow(frame);
    const float plotBottom = frame.measure([&] { return timeline::drawRowBelow(frame, geometry); });
    const auto drawBelow = [&](float top) {
        if (!isPhone) return timeline::drawOpenMilestone(frame, x, top, width);
        return timeline::drawAgenda(frame, geometry, x + 12, top, width - 24) + 8;
    };
    const float bottom = plotBottom + frame.measure([&] { return drawBelow(0); });

    frame.open("timeline", Role::region, localised(model, programme::Word::timeline_title), {x, y, width, bottom - y});
    frame.fill({x, y, width, bottom - y}, theme.surface, 10);
    frame.outline({x, y, width, bottom - y}, theme.line, 10);
    if (!isBelow) timeline::drawButtonsAtAxis(frame, geometry);
    timeline::drawLaneLabels(frame, geometry, plans);
    const Rect plot{geometry.plotX, y, geometry.plotWidth, geometry.plotBottom - y};
    Node surface = nodeOf(Role::generic);
    surface.isDraggable = true;
    surface.isDecorative = isPhone; // the agenda says it all
    geometry.plot = frame.open("plot", std::move(surface), plot);
    timeline::paintPeriod(frame, geometry);
    timeline::drawAxis(frame, geometry);
    frame.beginClip({geometry.clipLeft, y, geometry.clipRight - geometry.clipLeft, bottom - y});
    timeline::paintTodayLine(frame, geometry);
    timeline::paintLines(frame, geometry);
    if (isPhone)
        timeline::drawPicture(frame, geometry);
    else
        timeline::drawMilestones(frame, geometry, plans);
    timeline::describeLines(frame, geometry);
    timeline::drawDrawnWindow(frame, geometry);
    timeline::drawHint(frame, geometry);
    frame.endClip();
    frame.close();
    timeline::drawPeriodButton(frame, geometry);
    timeline::drawRowBelow(frame, geometry);
    drawBelow(plotBottom);
    frame.close();
    return bottom;
}

} // namespace ui
