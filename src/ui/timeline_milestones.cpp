// The milestones of the timeline: a lane for each kind, their marks and labels, today's mark, and the lanes' names.
#include "base/clamp.h"
#include "base/colour.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

namespace ui::timeline {

using programme::CountedWord;
using programme::Day;
using programme::MilestoneKind;
using programme::Word;

namespace {

constexpr float kBarHeight = 22;
constexpr float kDiamond = 14;
constexpr float kLeastBar = 24; // a shorter range is drawn as a diamond
constexpr float kLabelGap = 7;
constexpr float kLeastTarget = 24;

/// A milestone in its lane.
struct Item {
    std::size_t milestone;
    float left, right; // of its mark, on the page
    bool isBar;
    LocalisedText label;
    float labelX = 0, labelWidth = 0; // labelWidth 0: the label is not shown
    bool isLabelInside = false;
};

Day lastDayOf(const programme::Milestone& milestone) {
    return (milestone.end ? *milestone.end : milestone.start).last;
}

/// Places each label inside its bar, else to the right of the mark, else to the left, else cut inside its bar; else it
/// is not shown. Labels do not overlap.
void placeLabels(Frame& frame, const Geometry& geometry, std::vector<Item>& items) {
    const TextStyle style = noteStrongStyle(frame);
    const float plotRight = geometry.plotX + geometry.plotWidth;
    float taken = geometry.plotX;
    for (std::size_t index = 0; index < items.size(); ++index) {
        Item& item = items[index];
        const float width = std::ceil(frame.text().measure(style, item.label.text));
        const float edge = plotRight + kPadding - 4;
        const float nextLeft = index + 1 < items.size() ? std::min(items[index + 1].left - kLabelGap, edge) : edge;
        const float room = std::min(item.right, plotRight) - std::max(item.left, geometry.plotX) - 18;
        if (item.isBar && width <= room) {
            item.isLabelInside = true;
            item.labelX = std::max(item.left, geometry.plotX) + 9;
            item.labelWidth = width;
            taken = item.right;
        } else if (item.right + kLabelGap + width <= nextLeft) {
            item.labelX = item.right + kLabelGap;
            item.labelWidth = width;
            taken = item.labelX + width;
        } else if (item.left - kLabelGap - width >= taken) {
            item.labelX = item.left - kLabelGap - width;
            item.labelWidth = width;
            taken = item.right;
        } else if (item.isBar && room >= 64) {
            item.isLabelInside = true;
            item.labelX = std::max(item.left, geometry.plotX) + 9;
            item.labelWidth = std::min(item.right, plotRight) - item.labelX - 9;
            taken = item.right;
        } else {
            taken = item.right;
        }
    }
}

std::vector<Item> itemsOf(Frame& frame, const Geometry& geometry, MilestoneKind kind) {
    const Model& model = frame.model();
    std::vector<Item> items;
    for (std::size_t index = 0; index < model.programme.milestones.size(); ++index) {
        const programme::Milestone& milestone = model.programme.milestones[index];
        if (milestone.kind != kind) continue;
        const float left = geometry.scale.xOf(milestone.start.first);
        const float right = geometry.scale.xOf(lastDayOf(milestone) + std::chrono::days(1));
        Item item{index, left, right, right - left >= kLeastBar, localised(model, milestone.title)};
        if (!item.isBar) {
            const float centre = std::round((left + right) / 2.0F);
            item.left = centre - kDiamond / 2 - 1;
            item.right = centre + kDiamond / 2 + 1;
        }
        // Insertion sort: the items are few and mostly in order.
        items.insert(std::ranges::upper_bound(items, item.left, {}, &Item::left), item);
    }
    placeLabels(frame, geometry, items);
    return items;
}

bool isOutside(const Geometry& geometry, const Item& item) {
    return item.right < geometry.plotX || item.left > geometry.plotX + geometry.plotWidth;
}

Colour markColour(const Theme& theme, const programme::Milestone& milestone) {
    return milestone.kind == MilestoneKind::cohort ? groupColour(theme, 1) : theme.accent;
}

/// A milestone in its lane, with its list item's key.
struct Placed {
    Item item;
    float centreY;
    std::string_view key;
};

render::Shape markOf(const Geometry& geometry, const Placed& placed, Colour colour, bool isEmphasised) {
    const Item& item = placed.item;
    if (item.isBar) {
        const float left = std::max(item.left, geometry.plotX - 8);
        const float right = std::min(item.right, geometry.plotX + geometry.plotWidth + 8);
        return {.x = std::round(left),
                .y = placed.centreY - kBarHeight / 2,
                .width = std::round(right) - std::round(left),
                .height = kBarHeight,
                .colour = colour,
                .kind = render::ShapeKind::roundedRectangle,
                .radius = 4};
    }
    const float size = isEmphasised ? kDiamond + 3 : kDiamond;
    const float centre = (item.left + item.right) / 2;
    return {.x = centre - size / 2,
            .y = placed.centreY - size / 2,
            .width = size,
            .height = size,
            .colour = colour,
            .kind = render::ShapeKind::diamond,
            .radius = 1.5F};
}

constexpr std::string_view kMilestoneButton = "open"; // its key in the milestone's list item

/// All marks at once, below all labels: one run of shapes.
void paintMarks(Frame& frame, const Geometry& geometry, std::span<const Placed> milestones) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    frame.addShapes([&](render::ShapeList& list) {
        for (const Placed& placed : milestones) {
            if (isOutside(geometry, placed.item)) continue;
            const NodeId button = semantics::childId(frame.idOf(placed.key), kMilestoneButton);
            const bool isHovered = model.attention.hovered == button;
            Colour colour = markColour(theme, model.programme.milestones[placed.item.milestone]);
            if (isHovered) colour = base::mixColours(colour, theme.ink, 0.2F);
            const bool isOpen = model.state.milestone == placed.item.milestone;
            list.shapes.push_back(markOf(geometry, placed, colour, isOpen || isHovered));
        }
    });
}

void drawMilestone(Frame& frame, const Geometry& geometry, const Item& item, float centreY) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const programme::Milestone& milestone = model.programme.milestones[item.milestone];
    const bool isOpen = model.state.milestone == item.milestone;
    const bool hasLabel = item.labelWidth > 0;
    const float plotRight = geometry.plotX + geometry.plotWidth;
    float left = base::clampInto(item.left, geometry.plotX - 8, plotRight);
    float right = base::clampInto(item.right, left, plotRight + 8);
    if (hasLabel && !isOutside(geometry, item)) {
        left = std::min(left, item.labelX);
        right = std::max(right, item.labelX + item.labelWidth);
    }
    const float height = laneHeightOf(frame);
    const float least = model.viewport.hasCoarsePointer ? frame.targetHeight() : kLeastTarget;
    const float widening = std::max(0.0F, least - (right - left)) / 2;
    const Rect rect{left - widening, centreY - height / 2, right - left + 2 * widening, height};
    const LocalisedString dates = datesOf(model, milestone.start, milestone.end);
    Node node = named(Role::button, LocalisedString(item.label).append(", ", dates));
    node.expanded = isOpen ? Tristate::yes : Tristate::no;
    node.isInteractive = true;
    node.composite = geometry.plot;
    if (!hasLabel) node.sign = "◆";
    const NodeId id = frame.open(kMilestoneButton, std::move(node), rect);
    frame.onActivate(id, explorer::Action(explorer::ToggleMilestone{item.milestone}));
    if (!isOutside(geometry, item)) {
        if (hasLabel) {
            const TextStyle style = noteStrongStyle(frame);
            const Colour colour = item.isLabelInside ? theme.onAccent : theme.ink;
            frame.write("label", style, item.label, item.labelX, std::round(centreY - style.lineHeight / 2),
                        item.labelWidth + 1, colour, 1);
        }
        if (frame.isFocused(id)) frame.ring({rect.x, rect.y + 3, rect.width, rect.height - 6}, 6);
        const LocalisedString tip = hasLabel ? dates : LocalisedString(item.label).append(" · ", dates);
        // No tooltip for the open milestone: the text below the plot says more.
        if (!isOpen && (frame.isHovered(id) || frame.isFocused(id))) frame.tooltip(id, rect, tip);
    }
    frame.close();
}

/// Today's item in the list, its line in the plot and its date at the line's lower end.
void drawToday(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const Day today = model.now.day;
    const float x = geometry.scale.xAt(programme::dayNumber(today) + 0.5);
    const TextStyle style = styleOf(frame, 12, 600, 1.3F);
    const LocalisedString words =
        inInterfaceLanguage(model, programme::formatDayAndMonth(today, model.interfaceLanguage));
    const float width = std::ceil(frame.text().measure(style, words.text)) + 16;
    const float height = style.lineHeight + 4;
    const float left =
        base::clampInto(std::round(x - width / 2), geometry.x + 4, geometry.x + geometry.width - width - 4);
    const Rect pill{left, geometry.plotBottom - height - 3, width, height};
    const bool isInside = x >= geometry.plotX && x <= geometry.plotX + geometry.plotWidth;
    Node node = named(Role::listItem, filled(model, Word::timeline_today,
                                             {{"date", programme::formatDate(today, model.interfaceLanguage)}}));
    frame.open("today", std::move(node), pill);
    if (isInside) {
        const float top = geometry.y + frame.scaled(28);
        frame.verticalLine(std::round(x) - 1, top, geometry.plotBottom - top, theme.today, 2);
        frame.fill(pill, theme.today, height / 2);
        frame.write("date", style, words, left + 8, pill.y + 2, width, theme.background);
    }
    frame.close();
}

} // namespace

void drawMilestones(Frame& frame, const Geometry& geometry, const std::vector<MilestoneKind>& lanes) {
    const Model& model = frame.model();
    const float laneHeight = laneHeightOf(frame);
    const auto startOf = [&](const Placed& one) { return model.programme.milestones[one.item.milestone].start.first; };
    std::vector<Placed> placed;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        const float centreY = geometry.lanesY + laneHeight * (static_cast<float>(lane) + 0.5F);
        for (const Item& item : itemsOf(frame, geometry, lanes[lane])) {
            const Placed one{item, centreY, model.programme.in(model.programme.milestones[item.milestone].id)};
            placed.insert(std::ranges::upper_bound(placed, startOf(one), {}, startOf), one);
        }
    }

    frame.open("milestones", named(Role::list, localised(model, Word::timeline_milestones)),
               {geometry.plotX, geometry.lanesY, geometry.plotWidth, geometry.plotBottom - geometry.lanesY});
    const explorer::Period& whole = model.facts.calendar;
    const bool hasToday = model.now.day >= whole.first && model.now.day <= whole.last;
    bool isTodayDrawn = !hasToday;
    paintMarks(frame, geometry, placed);
    for (const Placed& one : placed) {
        const programme::Milestone& milestone = model.programme.milestones[one.item.milestone];
        if (!isTodayDrawn && milestone.start.first > model.now.day) {
            drawToday(frame, geometry);
            isTodayDrawn = true;
        }
        const Rect rect{one.item.left, one.centreY - laneHeight / 2, one.item.right - one.item.left, laneHeight};
        frame.open(one.key, {.role = Role::listItem}, rect);
        drawMilestone(frame, geometry, one.item, one.centreY);
        frame.close();
    }
    if (!isTodayDrawn) drawToday(frame, geometry);
    frame.close();
}

void drawLaneLabels(Frame& frame, const Geometry& geometry, const std::vector<MilestoneKind>& lanes,
                    std::size_t lineCount) {
    if (frame.isPhone()) return;
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const TextStyle style = noteStrongStyle(frame);
    const float laneHeight = laneHeightOf(frame);
    const float width = geometry.plotX - geometry.x - kPadding - 8;
    frame.open("lanes", {.role = Role::generic, .isDecorative = true},
               {geometry.x + kPadding, geometry.lanesY, width, geometry.plotBottom - geometry.lanesY});
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        const float top =
            geometry.lanesY + laneHeight * static_cast<float>(lane) + std::round((laneHeight - style.lineHeight) / 2);
        frame.write("lane" + std::to_string(lane), style, localised(model, laneWord(lanes[lane])),
                    geometry.x + kPadding, top, width, theme.inkSoft, 1);
    }
    if (lineCount > 0) {
        const LocalisedString words = counted(model, CountedWord::challenges, static_cast<std::int64_t>(lineCount));
        frame.write("lines", style, words, geometry.x + kPadding, geometry.linesY - 2, width, theme.inkSoft, 1);
    }
    frame.close();
}

} // namespace ui::timeline
