// The timeline: an axis, a lane for each kind of milestone, a line for each challenge, today's mark. It can be dragged
// and zoomed; a milestone opens below it. In the semantics tree it is a list of dated items in chronological order,
// today among them.
#include "base/clamp.h"
#include "base/colour.h"
#include "explorer/reduce.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/timeline_axis.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <span>

namespace ui {

using explorer::ChallengeIndex;
using programme::CountedWord;
using programme::DateOrMonth;
using programme::Day;
using programme::MilestoneKind;
using programme::Word;

namespace {

constexpr float kPadding = 16;
constexpr float kAxisHeight = 44;
constexpr float kLaneHeight = 30;
constexpr float kBarHeight = 22;
constexpr float kDiamond = 14;
constexpr float kLabelColumn = 98;
constexpr float kLeastBar = 24; // a shorter range is drawn as a diamond
constexpr float kLabelGap = 7;
constexpr float kLeastTarget = 24;
constexpr float kSmallButton = 24;      // those at the ends of the axis
constexpr float kMostLinesHeight = 200; // of all challenges' lines together
constexpr float kLeastLinePitch = 1;    // thinner lines cannot be told apart: they are described as one image
constexpr float kFaded = 0.18F;         // the colour's share in a line that the filters exclude

/// The layout, in page coordinates.
struct Geometry {
    float x, y, width; // the whole timeline
    float plotX, plotWidth;
    float lanesY; // below the axis
    float linesY; // the top of the challenges' lines
    float linePitch, lineHeight;
    float plotBottom;
    float axisInset; // free at both ends of the axis, for the buttons that pan
    TimeScale scale;
    NodeId plot = semantics::kNoNode; // the composite widget (semantics/composite.h)
};

/// A milestone in its lane.
struct Item {
    std::size_t milestone;
    float left, right; // of its mark, on the page
    bool isBar;
    LocalisedText label;
    float labelX = 0, labelWidth = 0; // labelWidth 0: the label is not shown
    bool isLabelInside = false;
};

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

Day lastDayOf(const programme::Milestone& milestone) {
    return (milestone.end ? *milestone.end : milestone.start).last;
}

LocalisedString datesOf(const Model& model, const DateOrMonth& start, const std::optional<DateOrMonth>& end) {
    return inInterfaceLanguage(model, programme::formatRange(start, end, model.interfaceLanguage));
}

/// On a touch screen a lane is at least as high as a target.
float laneHeightOf(const Frame& frame) {
    const float natural = std::round(frame.scaled(kLaneHeight));
    return frame.model().viewport.hasCoarsePointer ? std::max(natural, frame.targetHeight()) : natural;
}

/// On a touch screen the buttons are larger and therefore below the plot.
bool hasButtonsBelow(const Frame& frame) {
    return frame.isPhone() || frame.model().viewport.hasCoarsePointer;
}

/// Whether the pan buttons are at the ends of the axis. Where the whole calendar is shown there is nothing to pan.
bool hasButtonsAtAxis(const Frame& frame) {
    return !hasButtonsBelow(frame) && frame.model().state.period.has_value();
}

Geometry layOut(Frame& frame, float x, float y, float width, std::size_t laneCount, std::size_t lineCount) {
    const bool isPhone = frame.isPhone();
    Geometry geometry{};
    geometry.x = x;
    geometry.y = y;
    geometry.width = width;
    geometry.plotX = isPhone ? x + 12 : x + kPadding + std::round(frame.scaled(kLabelColumn));
    geometry.plotWidth = std::max(1.0F, x + width - kPadding - geometry.plotX); // the window may have no room for it
    geometry.lanesY = y + std::round(frame.scaled(kAxisHeight)) + 4;
    geometry.linesY = geometry.lanesY + static_cast<float>(laneCount) * laneHeightOf(frame) + 6;
    const float natural = isPhone ? 3.0F : 5.0F;
    const float count = static_cast<float>(lineCount);
    geometry.linePitch = lineCount == 0 ? 0 : std::min(natural, kMostLinesHeight / count);
    geometry.lineHeight = std::max(1.0F, geometry.linePitch - 1);
    const float labelHeight = lineCount == 0 ? 0 : 24.0F;
    geometry.plotBottom = geometry.linesY + std::max(geometry.linePitch * count, labelHeight) + 8;
    const explorer::Period period = explorer::shownPeriod(frame.model().facts, frame.model().state);
    geometry.scale = {period.first, period.last, geometry.plotX, geometry.plotWidth};
    geometry.axisInset = hasButtonsAtAxis(frame) ? kSmallButton + 4 : 0;
    return geometry;
}

// ── Axis ──

void drawAxis(Frame& frame, const Geometry& geometry) {
    const Theme& theme = frame.theme();
    const TextStyle major = noteStrongStyle(frame);
    const TextStyle minor = styleOf(frame, 13, 400, 1.3F);
    const float leastGap = frame.scaled(frame.isPhone() ? 56 : 44);
    const Axis axis = makeAxis(geometry.scale, leastGap, frame.model().interfaceLanguage);
    frame.open("axis", {.role = Role::generic, .isDecorative = true},
               {geometry.plotX, geometry.y, geometry.plotWidth, geometry.lanesY - geometry.y});
    const float left = geometry.plotX + geometry.axisInset;
    const float right = geometry.plotX + geometry.plotWidth + (geometry.axisInset > 0 ? -geometry.axisInset : kPadding);
    for (const Tick& tick : axis.minor) {
        frame.verticalLine(tick.x, geometry.y + frame.scaled(28), geometry.plotBottom - geometry.y - frame.scaled(28),
                           theme.line);
        const float labelWidth = frame.text().measure(minor, tick.label);
        if (tick.x + 6 < left || tick.x + 6 + labelWidth > right) continue;
        frame.write("minor" + std::to_string(tick.key), minor, inInterfaceLanguage(frame.model(), tick.label),
                    tick.x + 6, geometry.y + frame.scaled(25), labelWidth + 1, theme.inkFaint);
    }
    float taken = geometry.plotX - 100;
    for (const Tick& tick : axis.major) {
        const float labelX = std::max(tick.x, left) + 6;
        const float labelWidth = frame.text().measure(major, tick.label);
        if (tick.x >= geometry.plotX)
            frame.verticalLine(tick.x, geometry.y + 12, geometry.plotBottom - geometry.y - 12, theme.line, 1.5F);
        if (labelX < taken || labelX + labelWidth > right) continue;
        frame.write("major" + std::to_string(tick.key), major, inInterfaceLanguage(frame.model(), tick.label), labelX,
                    geometry.y + 8, labelWidth + 1, theme.inkSoft);
        taken = labelX + labelWidth + 8;
    }
    frame.close();
}

// ── Milestones ──

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
    const float x = geometry.scale.xOf(today) + geometry.scale.pixelsPerDay() / 2;
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

// ── The challenges' lines ──

Rect lineRect(const Geometry& geometry, const programme::Challenge& challenge, std::size_t row) {
    const float left = geometry.scale.xOf(challenge.start->first);
    const Day last = (challenge.end ? *challenge.end : *challenge.start).last;
    const float right = geometry.scale.xOf(last + std::chrono::days(1));
    const float clippedLeft = base::clampInto(left, geometry.plotX, geometry.plotX + geometry.plotWidth);
    const float clippedRight = base::clampInto(right, clippedLeft, geometry.plotX + geometry.plotWidth);
    return {clippedLeft, geometry.linesY + geometry.linePitch * static_cast<float>(row), clippedRight - clippedLeft,
            geometry.lineHeight};
}

bool isMarked(const Model& model, ChallengeIndex index) {
    return model.state.challenge == index || model.attention.challenge == index;
}

/// The colours of a skill group's lines: `whole` for challenges that are shown, the others for those that the filters
/// exclude. `faded` has too little contrast (WCAG 1.4.11), so a line of 1 CSS px, `hair`, is painted in its middle.
struct LineColours {
    Colour whole, faded, hair;
};

std::vector<LineColours> coloursOfGroups(const Model& model, const Theme& theme) {
    std::vector<LineColours> colours;
    for (std::size_t group = 0; group < model.programme.groupCount(); ++group) {
        const Colour whole = groupColour(theme, group);
        const Colour faded = base::mixColours(theme.surface, whole, kFaded);
        colours.push_back({whole, faded, mixToContrast(faded, whole, kLeastContrastOfSigns)});
    }
    return colours;
}

void addLine(render::ShapeList& list, const Frame& frame, const Geometry& geometry, ChallengeIndex index,
             std::size_t row, std::span<const LineColours> coloursByGroup) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const Rect line = lineRect(geometry, model.programme.challenges[index], row);
    if (line.width <= 0) return;
    const LineColours& colours = coloursByGroup[model.facts.groupsOf(index).front()];
    const bool isOn = isMarked(model, index);
    const auto add = [&](float grow, Colour fill) {
        list.shapes.push_back({.x = line.x - grow,
                               .y = line.y - grow,
                               .width = line.width + 2 * grow,
                               .height = line.height + 2 * grow,
                               .colour = fill,
                               .radius = line.height / 2 + grow});
    };
    if (isOn) {
        add(4, theme.accent);
        add(2, theme.surface);
    }
    if (model.visit.isShown[index] || isOn) {
        add(0, colours.whole);
    } else {
        add(0, colours.faded);
        const float middle = std::floor(line.y + line.height / 2);
        list.shapes.push_back({.x = line.x, .y = middle, .width = line.width, .height = 1, .colour = colours.hair});
    }
}

void describeLine(Frame& frame, const Geometry& geometry, ChallengeIndex index, std::size_t row) {
    const Model& model = frame.model();
    const programme::Challenge& challenge = model.programme.challenges[index];
    const Rect line = lineRect(geometry, challenge, row);
    const Rect target{line.x, line.y - 0.5F, line.width, geometry.linePitch};
    const LocalisedString dates = datesOf(model, *challenge.start, challenge.end);
    const LocalisedString title = localised(model, challenge.title);
    Node node = named(Role::link, LocalisedString(title).append(", ", dates));
    node.href = addressAfter(model, explorer::OpenChallenge{index});
    node.isInteractive = true;
    node.composite = geometry.plot;
    frame.open(model.programme.in(challenge.id), {.role = Role::listItem}, target);
    const NodeId id = frame.add("link", std::move(node), target);
    frame.close();
    frame.onActivate(id, explorer::Action(explorer::OpenChallenge{index}));
    if (frame.isHovered(id) || frame.isFocused(id))
        frame.tooltip(id, target, LocalisedString(title).append(" · ", dates));
}

/// How many challenges' lines share a row of device pixels.
std::size_t linesInARow(const Frame& frame, const Geometry& geometry) {
    const float count = 1 / (geometry.linePitch * frame.model().viewport.devicePixelRatio);
    return std::max<std::size_t>(1, static_cast<std::size_t>(count));
}

/// All of them as one run of shapes.
void paintLines(Frame& frame, const Geometry& geometry, const std::vector<ChallengeIndex>& dated) {
    if (dated.empty()) return;
    const Model& model = frame.model();
    const std::vector<LineColours> colours = coloursOfGroups(model, frame.theme());
    const std::size_t count = linesInARow(frame, geometry);
    frame.addShapes([&](render::ShapeList& list) {
        for (std::size_t first = 0; first < dated.size(); first += count) {
            // Only one of the lines that share a row of pixels is painted: one that the filters leave, if there is any.
            std::size_t row = first;
            const std::size_t end = std::min(first + count, dated.size());
            while (row + 1 < end && !model.visit.isShown[dated[row]]) ++row;
            if (!isMarked(model, dated[row])) addLine(list, frame, geometry, dated[row], row, colours);
        }
        // Marked lines are painted last: they cover their neighbours.
        for (const std::optional<ChallengeIndex>& marked : {model.state.challenge, model.attention.challenge}) {
            const auto found = marked ? std::ranges::lower_bound(dated, *marked) : dated.end();
            if (found == dated.end() || *found != *marked) continue;
            addLine(list, frame, geometry, *marked, static_cast<std::size_t>(found - dated.begin()), colours);
        }
    });
}

void describeLines(Frame& frame, const Geometry& geometry, const std::vector<ChallengeIndex>& dated) {
    if (dated.empty()) return;
    const LocalisedString name =
        counted(frame.model(), CountedWord::challenges, static_cast<std::int64_t>(dated.size()));
    const Rect rect{geometry.plotX, geometry.linesY, geometry.plotWidth,
                    geometry.linePitch * static_cast<float>(dated.size())};
    if (geometry.linePitch < kLeastLinePitch) {
        frame.add("lines", named(Role::image, name), rect);
        return;
    }
    frame.open("lines", named(Role::list, name), rect);
    for (std::size_t row = 0; row < dated.size(); ++row) describeLine(frame, geometry, dated[row], row);
    frame.close();
}

// ── Zoom and the open milestone ──

struct ScaleButton {
    std::string_view key;
    Icon icon;
    Word name;
    bool isDisabled;
    explorer::Action action;
};

void drawScaleButton(Frame& frame, const ScaleButton& scaleButton, const Rect& rect) {
    const Button button{.key = scaleButton.key,
                        .leading = scaleButton.icon,
                        .name = localised(frame.model(), scaleButton.name),
                        .isDisabled = scaleButton.isDisabled,
                        .intent = scaleButton.action};
    drawButton(frame, button, rect);
}

/// Zoom out, zoom in, show the whole calendar.
std::array<ScaleButton, 3> zoomButtons(const Model& model) {
    const explorer::Period period = explorer::shownPeriod(model.facts, model.state);
    const double middle = (programme::dayNumber(period.first) + programme::dayNumber(period.last) + 1) / 2.0;
    const bool isWhole = !model.state.period;
    const bool isClosest = (period.last - period.first).count() + 1 <= explorer::kShortestPeriodDays;
    return {{
        {"out", Icon::minus, Word::timeline_zoomOut, isWhole, explorer::ZoomTimeline{explorer::kZoomStep, middle}},
        {"in", Icon::plus, Word::timeline_zoomIn, isClosest, explorer::ZoomTimeline{1 / explorer::kZoomStep, middle}},
        {"fit", Icon::fit, Word::timeline_fit, isWhole, explorer::FitTimeline{}},
    }};
}

/// Pan by half of the days shown: the alternative to dragging (WCAG 2.5.7).
std::array<ScaleButton, 2> panButtons(const Model& model) {
    const explorer::Period& whole = model.facts.calendar;
    const explorer::Period period = explorer::shownPeriod(model.facts, model.state);
    const double half = std::ceil(static_cast<double>((period.last - period.first).count() + 1) / 2.0);
    return {{
        {"earlier", Icon::back, Word::timeline_earlier, period.first <= whole.first, explorer::PanTimeline{-half}},
        {"later", Icon::forward, Word::timeline_later, period.last >= whole.last, explorer::PanTimeline{half}},
    }};
}

/// The zoom buttons above the names of the lanes, the pan buttons at the ends of the axis.
void drawButtonsAtAxis(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const float size = std::min(frame.targetHeight(), 32.0F);
    const Rect row{geometry.x + 10, geometry.y + 10, geometry.plotX + geometry.plotWidth - geometry.x - 10, size};
    frame.open("zoom", named(Role::group, localised(model, Word::timeline_zoom)), row);
    float x = row.x;
    for (const ScaleButton& button : zoomButtons(model)) {
        drawScaleButton(frame, button, {x, row.y, size, size});
        x += size + 3;
    }
    if (hasButtonsAtAxis(frame)) {
        const auto [earlier, later] = panButtons(model);
        drawScaleButton(frame, earlier, {geometry.plotX, geometry.y + 4, kSmallButton, kSmallButton});
        drawScaleButton(frame, later, {row.x + row.width - kSmallButton, geometry.y + 4, kSmallButton, kSmallButton});
    }
    frame.close();
}

/// All buttons in one row at the right, below the plot.
void drawButtonsBelow(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const float size = frame.targetHeight();
    std::vector<ScaleButton> buttons;
    if (model.state.period) std::ranges::copy(panButtons(model), std::back_inserter(buttons));
    std::ranges::copy(zoomButtons(model), std::back_inserter(buttons));
    const float width = static_cast<float>(buttons.size()) * (size + 3) - 3;
    float x = geometry.x + geometry.width - 12 - width;
    const float y = geometry.plotBottom + 4;
    frame.open("zoom", named(Role::group, localised(model, Word::timeline_zoom)), {x, y, width, size});
    for (const ScaleButton& button : buttons) {
        drawScaleButton(frame, button, {x, y, size, size});
        x += size + 3;
    }
    frame.close();
}

float drawOpenMilestone(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    if (!model.state.milestone) return y;
    const Theme& theme = frame.theme();
    const programme::Milestone& milestone = model.programme.milestones[*model.state.milestone];
    const float inner = width - 2 * kPadding - 44;
    frame.horizontalLine(x, y, width, theme.line);
    frame.open("milestone", named(Role::region, localised(model, milestone.title)), {x, y, width, 0});
    float at = y + 12;
    at = drawHeading(frame, "heading", bodyStrongStyle(frame), 2, localised(model, milestone.title), x + kPadding, at,
                     inner, theme.ink);
    const LocalisedString dates =
        datesOf(model, milestone.start, milestone.end).append(" · ", localised(model, laneWord(milestone.kind)));
    at = frame.write("dates", noteStyle(frame), dates, x + kPadding, at, inner, theme.inkFaint) + 4;
    if (!milestone.summary.isEmpty()) {
        at = drawParagraph(frame, "summary", secondaryStyle(frame), localised(model, milestone.summary), x + kPadding,
                           at, std::min(inner, frame.scaled(720)), theme.inkSoft) +
             4;
    }
    if (explorer::isSafeUrl(model.programme.in(milestone.url))) {
        at = drawTextLink(frame, "link", secondaryStyle(frame), localised(model, Word::timeline_more),
                          model.programme.in(milestone.url), x + kPadding, at, inner);
    }
    const float size = frame.targetHeight();
    const Button close{.key = "close",
                       .look = ButtonLook::secondary,
                       .leading = Icon::close,
                       .name = localised(model, Word::timeline_close),
                       .intent = explorer::Action(explorer::ToggleMilestone{*model.state.milestone})};
    drawButton(frame, close, {x + width - kPadding - size, y + 12, size, size});
    at = std::max(at + 12, y + 12 + size + 12);
    frame.closeAt(at);
    return at;
}

} // namespace

float drawTimeline(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const std::vector<MilestoneKind> lanes = lanesOf(model.programme);
    const std::vector<ChallengeIndex>& dated = model.facts.dated;
    Geometry geometry = layOut(frame, x, y, width, lanes.size(), dated.size());
    const bool isPhone = frame.isPhone();
    const bool isBelow = hasButtonsBelow(frame);
    const float plotBottom = geometry.plotBottom + (isBelow ? frame.targetHeight() + 12 : 0);
    const float bottom = plotBottom + frame.measure([&] { return drawOpenMilestone(frame, x, 0, width); });

    frame.open("timeline", named(Role::region, localised(model, Word::timeline_title)), {x, y, width, bottom - y});
    frame.fill({x, y, width, bottom - y}, theme.surface, 10);
    frame.outline({x, y, width, bottom - y}, theme.line, 10);
    if (!isBelow) drawButtonsAtAxis(frame, geometry);
    drawLaneLabels(frame, geometry, lanes, dated.size());
    const Rect plot{geometry.plotX, y, geometry.plotWidth, geometry.plotBottom - y};
    Node surface{.role = Role::generic};
    surface.isDraggable = true;
    geometry.plot = frame.open("plot", std::move(surface), plot);
    frame.beginClip(
        {isPhone ? x + 1 : geometry.plotX - 9, y, x + width - (isPhone ? x + 1 : geometry.plotX - 9) - 1, bottom - y});
    drawAxis(frame, geometry);
    // Today's mark is painted above the lines, but comes before them in the reading order.
    paintLines(frame, geometry, dated);
    drawMilestones(frame, geometry, lanes);
    describeLines(frame, geometry, dated);
    frame.endClip();
    frame.close();
    if (isBelow) drawButtonsBelow(frame, geometry);
    drawOpenMilestone(frame, x, plotBottom, width);
    frame.close();
    return bottom;
}

} // namespace ui
