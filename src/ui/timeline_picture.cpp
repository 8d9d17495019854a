// The milestones and today in the timeline's plot on a phone: a small picture beside the agenda, which says everything
// and has the targets. Nothing here can be activated.
#include "base/colour.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui::timeline {

using programme::MilestoneKind;

namespace {

constexpr float kHeight = 16;     // of a bar
constexpr float kTip = 12;        // of a diamond
constexpr float kLeastWidth = 16; // a shorter range is a diamond
constexpr float kNameGap = 6;
constexpr float kPast = 0.45F; // the colour's share in a mark of what is over

struct SmallMark {
    const programme::Milestone* milestone;
    float left, right;
    bool isBar;
};

std::vector<SmallMark> marksOf(const Frame& frame, const Geometry& geometry, MilestoneKind kind) {
    const TimeScale& scale = geometry.painted;
    std::vector<SmallMark> marks;
    for (const programme::Milestone& milestone : frame.model().programme.milestones) {
        if (milestone.kind != kind) continue;
        const programme::Period days = daysOf(milestone);
        const float left = scale.xOf(days.first);
        const float right = scale.xOf(days.last + std::chrono::days(1));
        if (right < scale.x || left > scale.x + scale.width) continue;
        SmallMark mark{&milestone, left, right, right - left >= kLeastWidth};
        if (!mark.isBar) {
            const float centre = std::round((left + right) / 2);
            mark.left = centre - kTip / 2;
            mark.right = centre + kTip / 2;
        }
        marks.insert(std::ranges::upper_bound(marks, mark.left, {}, &SmallMark::left), mark);
    }
    return marks;
}

void paintMark(render::ShapeList& list, const Frame& frame, const Geometry& geometry, const SmallMark& mark,
               float centreY) {
    const Theme& theme = frame.theme();
    const programme::Milestone& milestone = *mark.milestone;
    Colour colour = markColour(theme, milestone.kind);
    const programme::Period days = daysOf(milestone);
    if (days.last < frame.model().now.day) colour = base::mixColours(theme.surface, colour, kPast);
    if (!isKept(frame.model(), milestone)) colour = steppedBack(theme, colour);
    if (mark.isBar) {
        addBar(list, spanOf(geometry.painted, days), centreY - kHeight / 2, kHeight, colour);
        return;
    }
    list.shapes.push_back({.x = mark.left,
                           .y = centreY - kTip / 2,
                           .width = kTip,
                           .height = kTip,
                           .colour = colour,
                           .kind = render::ShapeKind::diamond,
                           .radius = 1.5F});
}

/// The name to the right of its mark, where it has room up to the next one.
void writeName(Frame& frame, const Geometry& geometry, const SmallMark& mark, float end, float centreY) {
    const TextStyle style = markStyle(frame);
    const LocalisedText name = localised(frame.model(), mark.milestone->title);
    const float width = std::ceil(frame.text().measure(style, name.text)) + 1;
    const float x = std::max(mark.right, geometry.plotX) + kNameGap;
    if (x + width > end) return;
    const float top = std::round(centreY - style.lineHeight / 2);
    frame.fill({x - 2, top, width + 4, style.lineHeight}, frame.theme().surface);
    frame.write(frame.model().programme.in(mark.milestone->id), style, name, x, top, width, frame.theme().inkSoft, 1);
}

void paintToday(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const TimeScale& scale = geometry.painted;
    const float x = scale.xOfMiddle(model.now.day);
    if (x < scale.x || x > scale.x + scale.width) return;
    const LocalisedString words = todayWords(model);
    const float right = geometry.x + geometry.width - 4;
    paintTodayPill(frame, "today=", words, todayPillAt(frame, geometry, words, x, geometry.x + 4, right));
}

} // namespace

void drawPicture(Frame& frame, const Geometry& geometry) {
    const std::vector<MilestoneKind> lanes = lanesOf(frame.model().programme);
    const float laneHeight = laneHeightOf(frame);
    const auto centreOf = [&](std::size_t lane) {
        return geometry.lanesY + laneHeight * (static_cast<float>(lane) + 0.5F);
    };
    frame.open("picture", {.role = Role::generic, .isDecorative = true},
               {geometry.plotX, geometry.lanesY, geometry.plotWidth, geometry.plotBottom - geometry.lanesY});
    std::vector<std::vector<SmallMark>> marks;
    for (const MilestoneKind kind : lanes) marks.push_back(marksOf(frame, geometry, kind));
    paintToday(frame, geometry);
    frame.addShapes([&](render::ShapeList& list) {
        for (std::size_t lane = 0; lane < marks.size(); ++lane) {
            for (const SmallMark& mark : marks[lane]) paintMark(list, frame, geometry, mark, centreOf(lane));
        }
    });
    for (std::size_t lane = 0; lane < marks.size(); ++lane) {
        for (std::size_t place = 0; place < marks[lane].size(); ++place) {
            const bool isLast = place + 1 == marks[lane].size();
            const float end = isLast ? geometry.plotX + geometry.plotWidth : marks[lane][place + 1].left - kNameGap;
            writeName(frame, geometry, marks[lane][place], end, centreOf(lane));
        }
    }
    frame.close();
}

} // namespace ui::timeline
