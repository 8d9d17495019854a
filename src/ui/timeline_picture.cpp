// The milestones and today in the timeline's plot on a phone: a small picture beside the agenda, which says everything
// and has the targets. Nothing here can be activated.
#include "base/colour.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"

#include <algorithm>
#include <cmath>
#include <optional>
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

/// A tap on the mark, near it or on its name, where it has one, opens its entry in the agenda, which says the same to a
/// keyboard and a screen reader.
void describeSmallMark(Frame& frame, const Geometry& geometry, const SmallMark& mark, const std::optional<Span>& name,
                       float centreY) {
    const float height = mark.isBar ? kHeight : kTip;
    const float left = std::max(mark.left, geometry.plotX);
    const float right = std::min(mark.right, geometry.plotX + geometry.plotWidth);
    const float widening = std::max(0.0F, frame.targetHeight() - (right - left)) / 2;
    const float from = std::min(left - widening, name ? name->left : left);
    const float to = std::max(right + widening, name ? name->right : right);
    const float laneHeight = laneHeightOf(frame);
    Node target = nodeOf(Role::generic);
    target.isInteractive = true;
    target.isSkippedByTab = true;
    target.isDecorative = true;
    const NodeId id = frame.open("mark=" + std::string(frame.model().programme.in(mark.milestone->id)),
                                 std::move(target), {from, centreY - laneHeight / 2, to - from, laneHeight});
    const auto index = static_cast<std::size_t>(mark.milestone - frame.model().programme.milestones.data());
    frame.onActivate(id, explorer::Action(explorer::ToggleMilestone{index}));
    describeMark(frame, "shape", {left, centreY - height / 2, right - left, height}, mark.isBar);
    frame.close();
}

/// A name beside a mark from `left` to `right`: behind it, where it ends before `end`, else before it, where it begins
/// after `begin`. Returns where it stands; nothing where there is no room for it.
std::optional<Span> writeBeside(Frame& frame, const Geometry& geometry, Key key, const LocalisedText& name, float left,
                                float right, float begin, float end, float centreY) {
    const TextStyle style = markStyle(frame);
    const float width = std::ceil(frame.text().measure(style, name.text)) + 1;
    float x = std::max(right, geometry.plotX) + kNameGap;
    if (x + width > end) x = left - kNameGap - width;
    if (x < begin) return {};
    const float top = std::round(centreY - style.lineHeight / 2);
    frame.fill({x - 2, top, width + 4, style.lineHeight}, groundAt(frame, geometry, x));
    frame.write(key, style, name, x, top, width, frame.theme().inkSoft, 1);
    return Span{x, x + width};
}

/// The bar that all challenges share.
void nameBar(Frame& frame, const Geometry& geometry) {
    if (geometry.lines.form != LinesForm::bar) return;
    const Span span = wholeSpan(frame.model(), geometry.painted);
    const float edge = geometry.plotX + geometry.plotWidth;
    (void)writeBeside(frame, geometry, "lines", lineCountOf(frame.model()), span.left, span.right, geometry.plotX, edge,
                      geometry.linesY + geometry.lines.headHeight / 2);
}

void paintToday(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const TimeScale& scale = geometry.painted;
    const float x = scale.xOfMiddle(model.now.day);
    if (x < scale.x || x > scale.x + scale.width) return;
    const LocalisedString words = todayWords(model);
    paintTodayPill(frame, "today=", words,
                   todayPillAt(frame, geometry, words, x, geometry.clipLeft, geometry.clipRight));
}

} // namespace

void drawPicture(Frame& frame, const Geometry& geometry) {
    const std::vector<MilestoneKind> lanes = lanesOf(frame.model().programme);
    const float laneHeight = laneHeightOf(frame);
    const auto centreOf = [&](std::size_t lane) {
        return geometry.lanesY + laneHeight * (static_cast<float>(lane) + 0.5F);
    };
    frame.openDecorative("picture",
                         {geometry.plotX, geometry.lanesY, geometry.plotWidth, geometry.plotBottom - geometry.lanesY});
    std::vector<std::vector<SmallMark>> marks;
    marks.reserve(lanes.size());
    for (const MilestoneKind kind : lanes) marks.push_back(marksOf(frame, geometry, kind));
    paintToday(frame, geometry);
    frame.addShapes([&](render::ShapeList& list) {
        for (std::size_t lane = 0; lane < marks.size(); ++lane) {
            for (const SmallMark& mark : marks[lane]) paintMark(list, frame, geometry, mark, centreOf(lane));
        }
    });
    for (std::size_t lane = 0; lane < marks.size(); ++lane) {
        for (std::size_t place = 0; place < marks[lane].size(); ++place) {
            const SmallMark& mark = marks[lane][place];
            const bool isLast = place + 1 == marks[lane].size();
            const float begin = place == 0 ? geometry.plotX : marks[lane][place - 1].right + kNameGap;
            const float end = isLast ? geometry.plotX + geometry.plotWidth : marks[lane][place + 1].left - kNameGap;
            const programme::Milestone& milestone = *mark.milestone;
            const std::optional<Span> name = writeBeside(frame, geometry, keyOf(frame.model(), milestone.id),
                                                         localised(frame.model(), milestone.title), mark.left,
                                                         mark.right, begin, end, centreOf(lane));
            describeSmallMark(frame, geometry, mark, name, centreOf(lane));
        }
    }
    nameBar(frame, geometry);
    frame.close();
}

} // namespace ui::timeline
