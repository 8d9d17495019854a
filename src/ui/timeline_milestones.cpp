// The milestones of the timeline: a lane for each kind, their marks and labels, today's mark, and the lanes' names.
// timeline_placement.h says which row and side each has. While a zoom moves, marks and labels are painted at their
// places in Geometry::painted; nodes are where they stand in Geometry::scale.
#include "base/clamp.h"
#include "base/colour.h"
#include "base/sort.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>

namespace ui::timeline {

using programme::CountedWord;
using programme::Day;
using programme::MilestoneKind;
using programme::Word;

namespace {

constexpr float kBarHeight = 22;
constexpr float kBarRadius = 4;
constexpr float kLeastTarget = 24;
constexpr float kCountPadding = 6; // left and right of a crowd's count
constexpr float kHalo = 3;         // around a label, where no line is seen
constexpr int kTeeth = 3;          // of the edge where a bar is cut
constexpr float kToothDepth = kBarHeight / kTeeth / 2;
constexpr float kLeastShade = 0.1F; // of a bar at the end of a month that has no day
constexpr std::uint64_t kSides = 4;

const programme::Milestone& milestoneOf(const Model& model, const LanePlan& plan, std::size_t item) {
    return model.programme.milestones[plan.items[item].milestone];
}

/// A mark in its lane.
struct Placed {
    const LanePlan* plan;
    Mark mark;
    float centreY;
    [[nodiscard]] const LaneItem& item() const { return plan->items[mark.first]; }
};

struct Label {
    std::uint64_t key; // of the milestone and the side
    std::size_t milestone;
    float x, y, width;
    bool isInside;
};

explorer::Crowd crowdOf(const Placed& placed) {
    return {placed.item().milestone, placed.plan->items[placed.mark.last].milestone};
}

LocalisedText titleOf(const Model& model, const Placed& placed) {
    return localised(model, model.programme.milestones[placed.item().milestone].title);
}

std::vector<std::size_t> membersOf(const Placed& placed) {
    std::vector<std::size_t> members;
    for (std::size_t item = placed.mark.first; item <= placed.mark.last; ++item)
        members.push_back(placed.plan->items[item].milestone);
    return members;
}

bool isOpen(const Model& model, const Placed& placed) {
    return placed.mark.isCrowd() ? model.state.crowd == crowdOf(placed)
                                 : model.state.milestone == placed.item().milestone;
}

constexpr const char* kMilestoneButton = "open"; // its key in the milestone's list item

class MilestoneView {
public:
    MilestoneView(Frame& frame, const Geometry& geometry, const MilestonePlans& plans)
        : frame_(frame), model_(frame.model()), theme_(frame.theme()), geometry_(geometry), plans_(plans),
          style_(noteStrongStyle(frame)), group_(frame.idOf("labels")), rowHeight_(laneHeightOf(frame)) {}

    void draw() {
        const std::vector<Placed> placed = placeAll(geometry_.scale);
        const bool isMoving = geometry_.painted != geometry_.scale;
        const std::vector<Placed> painted = isMoving ? placeAll(geometry_.painted) : placed;
        for (const Placed& one : painted) {
            const std::optional<Label> label = labelOf(one, geometry_.painted);
            if (label && isWhole(*label)) seen_.push_back(*label); // what the plot's edge would cut fades out
        }
        frame_.open("milestones", Role::list, localised(model_, Word::timeline_milestones),
                    {geometry_.plotX, geometry_.lanesY, geometry_.plotWidth, geometry_.plotBottom - geometry_.lanesY});
        paintMarks(painted);
        const explorer::Period& whole = model_.facts.calendar;
        bool isTodayDrawn = model_.now.day < whole.first || model_.now.day > whole.last;
        for (const Placed& one : placed) {
            if (!isTodayDrawn && milestoneOf(model_, *one.plan, one.mark.first).start.first > model_.now.day) {
                drawToday();
                isTodayDrawn = true;
            }
            drawItem(one);
        }
        if (!isTodayDrawn) drawToday();
        paintOtherLabels();
        frame_.close();
    }

private:
    // ── Places ──

    [[nodiscard]] float xOf(const TimeScale& scale, double position) const {
        return scale.x + static_cast<float>((plans_.whole.first - scale.first) * scale.pixelsPerDay() + position);
    }

    /// All marks in chronological order.
    [[nodiscard]] std::vector<Placed> placeAll(const TimeScale& scale) const {
        const Zoom zoom = plans_.at(scale.pixelsPerDay());
        std::vector<Placed> all;
        std::size_t rows = 0;
        for (const LanePlan& plan : plans_.lanes) {
            for (const Mark& mark : placeMarks(plan, zoom)) {
                const float row = static_cast<float>(rows + mark.row) + 0.5F;
                all.push_back({&plan, mark, geometry_.lanesY + rowHeight_ * row});
            }
            rows += plan.rowCount;
        }
        base::sort(all, [](const Placed& one, const Placed& other) { return one.item().begin < other.item().begin; });
        return all;
    }

    /// The mark's left and right edge on the page. That of a crowd has room for its count.
    [[nodiscard]] std::pair<float, float> edgesOf(const Placed& placed, const TimeScale& scale) const {
        const float left = xOf(scale, placed.mark.left);
        const float right = xOf(scale, placed.mark.right);
        if (!placed.mark.isCrowd()) return {left, right};
        const float width = frame_.text().measure(style_, countText(placed)) + 2 * kCountPadding;
        const float more = std::max(0.0F, std::max(width, kBarHeight) - (right - left)) / 2;
        return {left - more, right + more};
    }

    /// Whether the filter by a period leaves one of the mark's milestones.
    [[nodiscard]] bool isInPeriod(const Placed& placed) const {
        return std::ranges::any_of(membersOf(placed), [this](std::size_t milestone) {
            return isKept(model_, model_.programme.milestones[milestone]);
        });
    }

    [[nodiscard]] std::string countText(const Placed& placed) const {
        return programme::formatNumber(static_cast<std::int64_t>(placed.mark.count()), model_.interfaceLanguage);
    }

    [[nodiscard]] bool isOutside(float left, float right) const {
        return right <= geometry_.clipLeft || left >= geometry_.clipRight;
    }

    /// None where the mark has no label, or it is outside the plot.
    [[nodiscard]] std::optional<Label> labelOf(const Placed& placed, const TimeScale& scale) const {
        const Mark& mark = placed.mark;
        const LaneItem& item = placed.item();
        if (mark.isCrowd() || mark.side == LabelSide::none) return std::nullopt;
        const bool isInside = mark.side == LabelSide::inside;
        float x = xOf(scale, labelLeft(item, mark));
        if (isInside) {
            // It stays in view while the bar goes on.
            const float most = scale.xAt(item.solidEnd) - kBarPadding - item.labelWidth;
            const float begin = scale.xAt(item.solidBegin);
            x = std::min(std::max(begin, geometry_.clipLeft + kToothDepth) + kBarPadding, most);
        }
        if (isOutside(x, x + item.labelWidth)) return std::nullopt;
        return Label{.key = item.milestone * kSides + static_cast<std::uint64_t>(mark.side),
                     .milestone = item.milestone,
                     .x = x,
                     .y = std::round(placed.centreY - style_.lineHeight / 2),
                     .width = item.labelWidth,
                     .isInside = isInside};
    }

    [[nodiscard]] bool isWhole(const Label& label) const {
        return label.x >= geometry_.clipLeft - 0.5F && label.x + label.width <= geometry_.clipRight + 0.5F;
    }

    // ── Marks ──

    [[nodiscard]] std::string keyOfItem(const Placed& placed) const {
        const std::string_view id = model_.programme.in(milestoneOf(model_, *placed.plan, placed.mark.first).id);
        return placed.mark.isCrowd() ? "crowd=" + std::string(id) : std::string(id);
    }

    /// All marks at once, below all labels: one run of shapes.
    void paintMarks(const std::vector<Placed>& all) {
        frame_.addShapes([&](render::ShapeList& list) {
            for (const Placed& placed : all) {
                const auto [left, right] = edgesOf(placed, geometry_.painted);
                if (isOutside(left, right)) continue;
                const NodeId button = semantics::childId(frame_.idOf(keyOfItem(placed)), kMilestoneButton);
                const bool isHovered = model_.attention.hovered == button;
                Colour colour = markColour(theme_, placed.plan->kind);
                if (!isInPeriod(placed)) colour = steppedBack(theme_, colour);
                if (isHovered) colour = base::mixColours(colour, theme_.ink, 0.2F);
                if (isBar(placed)) {
                    addBar(list, placed, left, right, colour);
                } else {
                    const float size = isHovered || isOpen(model_, placed) ? kDiamond + 3 : kDiamond;
                    const float centre = std::round((left + right) / 2);
                    list.shapes.push_back({.x = centre - size / 2,
                                           .y = placed.centreY - size / 2,
                                           .width = size,
                                           .height = size,
                                           .colour = colour,
                                           .kind = render::ShapeKind::diamond,
                                           .radius = 1.5F});
                }
            }
        });
    }

    /// Beyond the plot's edges it is clipped. A crowd has round ends.
    void addBar(render::ShapeList& list, const Placed& placed, float left, float right, Colour colour) const {
        const float radius = placed.mark.isCrowd() ? kBarHeight / 2 : kBarRadius;
        const float beyond = 2 * radius;
        const float top = placed.centreY - kBarHeight / 2;
        const float begin = std::round(std::max(left, geometry_.clipLeft - beyond));
        const float end = std::round(std::min(right, geometry_.clipRight + beyond));
        float solidBegin = begin;
        float solidEnd = end;
        if (!placed.mark.isCrowd()) {
            const TimeScale& scale = geometry_.painted;
            solidBegin = base::clampInto(std::round(scale.xAt(placed.item().solidBegin)), begin, end);
            solidEnd = base::clampInto(std::round(scale.xAt(placed.item().solidEnd)), solidBegin, end);
            const auto shade = [&](float solid, float edge) {
                addShade(list, solid, std::round(edge), geometry_.clipLeft, geometry_.clipRight, top, kBarHeight,
                         colour, groundAt(frame_, geometry_, edge));
            };
            shade(solidBegin, left);
            shade(solidEnd, right);
        }
        if (solidEnd > solidBegin) {
            list.shapes.push_back({.x = solidBegin,
                                   .y = top,
                                   .width = solidEnd - solidBegin,
                                   .height = kBarHeight,
                                   .colour = colour,
                                   .radius = radius});
        }
        // A soft end begins without the solid part's round corners.
        const auto square = [&](float x) {
            list.shapes.push_back({.x = x, .y = top, .width = kBarRadius, .height = kBarHeight, .colour = colour});
        };
        if (solidBegin > begin) square(solidBegin);
        if (solidEnd < end && solidEnd > solidBegin) square(solidEnd - kBarRadius);
        if (left < geometry_.clipLeft - 1) addTeeth(list, geometry_.clipLeft, top);
        if (right > geometry_.clipRight + 1) addTeeth(list, geometry_.clipRight, top);
    }

    /// The bar goes on beyond the plot's edge: it looks torn off there.
    void addTeeth(render::ShapeList& list, float edge, float top) const {
        constexpr float kSize = kBarHeight / kTeeth;
        for (int tooth = 0; tooth < kTeeth; ++tooth) {
            list.shapes.push_back({.x = edge - kSize / 2,
                                   .y = top + kSize * static_cast<float>(tooth),
                                   .width = kSize,
                                   .height = kSize,
                                   .colour = theme_.surface,
                                   .kind = render::ShapeKind::diamond});
        }
    }

    // ── Labels ──

    void write(const Label& label) {
        if (!label.isInside) {
            const Rect halo{label.x - kHalo, label.y, label.width + 2 * kHalo, style_.lineHeight};
            frame_.fill(halo, groundAt(frame_, geometry_, label.x), kHalo);
        }
        const programme::Milestone& milestone = model_.programme.milestones[label.milestone];
        const Colour ink = label.isInside && isKept(model_, milestone) ? theme_.onAccent : theme_.ink;
        frame_.write("label", style_, localised(model_, milestone.title), label.x, label.y, label.width + 1, ink, 1);
    }

    /// The label with its node, painted where it is seen in this frame.
    void drawLabel(const Label& label) {
        const auto seen = std::ranges::find(seen_, label.key, &Label::key);
        const bool isSeen = seen != seen_.end();
        frame_.beginMotion(isSeen ? seen->x - label.x : 0, 0, isSeen ? frame_.appear(group_, label.key) : 0);
        write(label);
        frame_.endMotion();
        if (isSeen) seen_.erase(seen);
    }

    void paintWithoutNode(const Label& label, float opacity) {
        frame_.beginLeaving(0, 0, opacity);
        write(label);
        frame_.endLeaving();
    }

    /// Those that have no node: cut by the plot's edge, seen only while a zoom moves, or fading out.
    void paintOtherLabels() {
        for (const Label& label : seen_) paintWithoutNode(label, frame_.appear(group_, label.key));
        const Zoom zoom = plans_.at(geometry_.painted.pixelsPerDay());
        for (const Leaving& gone : frame_.leaving(group_)) {
            std::size_t rows = 0;
            for (const LanePlan& plan : plans_.lanes) {
                const auto item = std::ranges::find(plan.items, gone.key / kSides, &LaneItem::milestone);
                if (item != plan.items.end()) {
                    const auto index = static_cast<std::size_t>(item - plan.items.begin());
                    const float row = static_cast<float>(rows + plan.rows[index]) + 0.5F;
                    Placed placed{&plan, markAlone(plan, index, zoom), geometry_.lanesY + rowHeight_ * row};
                    placed.mark.side = static_cast<LabelSide>(gone.key % kSides);
                    if (const auto label = labelOf(placed, geometry_.painted)) paintWithoutNode(*label, gone.opacity);
                }
                rows += plan.rowCount;
            }
        }
    }

    // ── Nodes ──

    void drawItem(const Placed& placed) {
        const auto [left, right] = edgesOf(placed, geometry_.scale);
        const float top = placed.centreY - rowHeight_ / 2;
        frame_.open(keyOfItem(placed), Role::listItem, {left, top, right - left, rowHeight_});
        drawButtonOf(placed, left, right);
        frame_.close();
    }

    [[nodiscard]] Rect targetOf(float left, float right, const std::optional<Label>& label, float top) const {
        left = base::clampInto(left, geometry_.clipLeft, geometry_.clipRight);
        right = base::clampInto(right, left, geometry_.clipRight);
        if (label) {
            left = std::min(left, std::max(label->x, geometry_.clipLeft));
            right = std::max(right, std::min(label->x + label->width, geometry_.clipRight));
        }
        const float least = model_.viewport.hasCoarsePointer ? frame_.targetHeight() : kLeastTarget;
        const float widening = std::max(0.0F, least - (right - left)) / 2;
        return {left - widening, top, right - left + 2 * widening, rowHeight_};
    }

    void drawButtonOf(const Placed& placed, float left, float right) {
        const bool isCrowd = placed.mark.isCrowd();
        std::optional<Label> label = labelOf(placed, geometry_.scale);
        if (label && !isWhole(*label)) label.reset();
        const Rect rect = targetOf(left, right, label, placed.centreY - rowHeight_ / 2);
        const LocalisedString dates = datesOf(model_, membersOf(placed));
        const LocalisedString title = isCrowd ? countOf(model_, placed.plan->kind, placed.mark.count())
                                              : LocalisedString(titleOf(model_, placed));
        Node node = named(Role::button, LocalisedString(title).append(", ", dates));
        node.expanded = isOpen(model_, placed) ? Tristate::yes : Tristate::no;
        node.isInteractive = true;
        node.composite = geometry_.plot;
        const NodeId id = frame_.open(kMilestoneButton, std::move(node), rect);
        if (!isOutside(left, right)) describeMark(frame_, "mark", markRectOf(placed, left, right), isBar(placed));
        if (isCrowd) {
            frame_.onActivate(id, explorer::Action(explorer::ToggleCrowd{crowdOf(placed)}));
            drawCount(placed, left, right);
        } else {
            frame_.onActivate(id, explorer::Action(explorer::ToggleMilestone{placed.item().milestone}));
            if (label) drawLabel(*label);
        }
        if (!isOutside(left, right) && frame_.isFocused(id))
            frame_.ring({rect.x, rect.y + 3, rect.width, rect.height - 6}, 6);
        // No tooltip for what is open: the text below the plot says more.
        if (!isOutside(left, right) && !isOpen(model_, placed) && (frame_.isHovered(id) || frame_.isFocused(id)))
            frame_.tooltip(id, rect, LocalisedString(title).append(" · ", dates), obstacles());
        frame_.close();
    }

    static bool isBar(const Placed& placed) { return placed.mark.isCrowd() || placed.mark.isBar; }

    /// Of what is in view of the mark.
    [[nodiscard]] Rect markRectOf(const Placed& placed, float left, float right) const {
        if (!isBar(placed)) {
            const float centre = std::round((left + right) / 2);
            return {centre - kDiamond / 2, placed.centreY - kDiamond / 2, kDiamond, kDiamond};
        }
        left = std::max(left, geometry_.clipLeft);
        return {left, placed.centreY - kBarHeight / 2, std::min(right, geometry_.clipRight) - left, kBarHeight};
    }

    /// In the middle of what is in view of the crowd's mark.
    void drawCount(const Placed& placed, float left, float right) {
        if (isOutside(left, right)) return;
        const LocalisedString words = inInterfaceLanguage(model_, countText(placed));
        const float width = frame_.text().measure(style_, words.text);
        const auto centreIn = [&](float from, float to) {
            return (std::max(from, geometry_.clipLeft) + std::min(to, geometry_.clipRight) - width) / 2;
        };
        const float x = std::round(centreIn(left, right));
        const auto [paintedLeft, paintedRight] = edgesOf(placed, geometry_.painted);
        frame_.beginMotion(geometry_.painted == geometry_.scale ? 0 : centreIn(paintedLeft, paintedRight) - x, 0);
        frame_.write("count", style_, words, x, std::round(placed.centreY - style_.lineHeight / 2), width + 1,
                     isInPeriod(placed) ? theme_.onAccent : theme_.ink, 1);
        frame_.endMotion();
    }

    /// What a tooltip should leave uncovered: the axis and the labels.
    [[nodiscard]] std::vector<Rect> obstacles() const {
        std::vector<Rect> rects{{geometry_.plotX, geometry_.y, geometry_.plotWidth, geometry_.lanesY - geometry_.y}};
        for (const Placed& placed : placeAll(geometry_.scale)) {
            if (const auto label = labelOf(placed, geometry_.scale))
                rects.push_back({label->x, label->y, label->width, style_.lineHeight});
        }
        return rects;
    }

    /// Today's item in the list, and its date at the lower end of its line.
    void drawToday() {
        const Day today = model_.now.day;
        const float x = geometry_.scale.xOfMiddle(today);
        const LocalisedString words = todayWords(model_);
        const auto pillAt = [&](float middle) {
            return todayPillAt(frame_, geometry_, words, middle, geometry_.clipLeft, geometry_.clipRight);
        };
        const Rect pill = pillAt(x);
        const float paintedX = geometry_.painted.xOfMiddle(today);
        Node node = named(Role::listItem, filled(model_, Word::timeline_today,
                                                 {{"date", programme::formatDate(today, model_.interfaceLanguage)}}));
        frame_.open("today", std::move(node), pill);
        if (x >= geometry_.plotX && x <= geometry_.plotX + geometry_.plotWidth) {
            frame_.beginMotion(pillAt(paintedX).x - pill.x, 0);
            paintTodayPill(frame_, "date", words, pill);
            frame_.endMotion();
        }
        frame_.close();
    }

    Frame& frame_;
    const Model& model_;
    const Theme& theme_;
    const Geometry& geometry_;
    const MilestonePlans& plans_;
    TextStyle style_;
    NodeId group_;
    float rowHeight_;
    std::vector<Label> seen_; // painted in this frame, without those that were drawn
};

/// The milestone in its lane, with the width of its label.
LaneItem laneItemOf(Frame& frame, const TextStyle& style, std::size_t index) {
    const Model& model = frame.model();
    const programme::Milestone& milestone = model.programme.milestones[index];
    const programme::DateOrMonth& end = milestone.end ? *milestone.end : milestone.start;
    LaneItem item{.milestone = index,
                  .begin = static_cast<double>(programme::dayNumber(milestone.start.first)),
                  .end = static_cast<double>(programme::dayNumber(end.last) + 1)};
    item.solidBegin = item.begin;
    item.solidEnd = item.end;
    if (milestone.start.isMonth && milestone.end) item.solidBegin = programme::dayNumber(milestone.start.last) + 1;
    if (end.isMonth) item.solidEnd = programme::dayNumber(end.first);
    item.solidEnd = std::max(item.solidBegin, item.solidEnd);
    item.labelWidth = std::ceil(frame.text().measure(style, localised(model, milestone.title).text));
    return item;
}

} // namespace

void addShade(render::ShapeList& list, float solid, float end, float left, float right, float y, float height,
              Colour colour, Colour ground) {
    constexpr int kMost = 40;
    constexpr float kLeastWidth = 3;
    const int count = std::min(kMost, static_cast<int>(std::abs(end - solid) / kLeastWidth));
    const auto at = [&](int index) {
        return std::round(solid + (end - solid) * static_cast<float>(index) / static_cast<float>(count));
    };
    for (int step = 0; step < count; ++step) {
        const float share = 1 - (1 - kLeastShade) * (static_cast<float>(step) + 0.5F) / static_cast<float>(count);
        const float from = std::min(at(step), at(step + 1));
        const float to = std::max(at(step), at(step + 1));
        if (to <= left || from >= right) continue;
        list.shapes.push_back({.x = from,
                               .y = y,
                               .width = to - from,
                               .height = height,
                               .colour = base::mixColours(ground, colour, share)});
    }
}

Colour groundAt(const Frame& frame, const Geometry& geometry, float x) {
    const Theme& theme = frame.theme();
    const std::optional<explorer::Period>& period = frame.model().state.during;
    if (!period) return theme.surface;
    const Span span = spanOf(geometry.painted, *period);
    const bool isInside = x >= span.left && x < span.right;
    return isInside ? base::mixColours(theme.surface, theme.accent, kPeriodTint) : theme.surface;
}

Colour markColour(const Theme& theme, MilestoneKind kind) {
    return kind == MilestoneKind::cohort ? groupColour(theme, 1) : theme.accent;
}

LocalisedString todayWords(const Model& model) {
    return inInterfaceLanguage(model, programme::formatDayAndMonth(model.now.day, model.interfaceLanguage));
}

Rect todayPillAt(Frame& frame, const Geometry& geometry, const LocalisedText& words, float x, float left, float right) {
    const TextStyle style = markStyle(frame);
    const float width = std::ceil(frame.text().measure(style, words.text)) + 16;
    const float height = style.lineHeight + 4;
    return {base::clampInto(std::round(x - width / 2), left, right - width), geometry.plotBottom - height - 3, width,
            height};
}

void paintTodayPill(Frame& frame, Key key, const LocalisedText& words, const Rect& rect) {
    frame.fill(rect, frame.theme().today, rect.height / 2);
    frame.write(key, markStyle(frame), words, rect.x + 8, rect.y + 2, rect.width, frame.theme().background, 1);
}

LocalisedString countOf(const Model& model, MilestoneKind kind, std::size_t count) {
    // In the order of MilestoneKind. A crowd has at least two.
    constexpr std::array kWords = {Word::timeline_calls, Word::timeline_selections, Word::timeline_cohorts,
                                   Word::timeline_events};
    const std::string number = programme::formatNumber(static_cast<std::int64_t>(count), model.interfaceLanguage);
    return filled(model, kWords[static_cast<std::size_t>(kind)], {{"count", number}});
}

LocalisedString datesOf(const Model& model, const std::vector<std::size_t>& milestones) {
    const auto endOf = [&](std::size_t index) {
        const programme::Milestone& milestone = model.programme.milestones[index];
        return milestone.end.value_or(milestone.start);
    };
    programme::DateOrMonth end = endOf(milestones.front());
    for (const std::size_t index : milestones) {
        if (endOf(index).last > end.last) end = endOf(index);
    }
    return datesOf(model, model.programme.milestones[milestones.front()].start, end);
}

const MilestonePlans& planMilestones(Frame& frame, float plotWidth) {
    MilestonePlans& plans = frame.milestonePlans();
    const Model& model = frame.model();
    const Viewport& viewport = model.viewport;
    const MilestonePlans::Basis basis{plotWidth,
                                      viewport.rootFontSize,
                                      viewport.letterSpacing,
                                      viewport.wordSpacing,
                                      model.state.language,
                                      frame.text().generation()};
    if (plans.basis == basis) return plans;
    plans.basis = basis;
    plans.lanes.clear();
    const double first = programme::dayNumber(model.facts.calendar.first);
    const double length = programme::dayNumber(model.facts.calendar.last) + 1 - first;
    plans.whole = {first, length, static_cast<double>(plotWidth) / length, kPadding - 4};
    const TextStyle style = noteStrongStyle(frame);
    for (const MilestoneKind kind : lanesOf(model.programme)) {
        std::vector<LaneItem> items;
        for (std::size_t index = 0; index < model.programme.milestones.size(); ++index) {
            if (model.programme.milestones[index].kind == kind) items.push_back(laneItemOf(frame, style, index));
        }
        base::sort(items, [](const LaneItem& one, const LaneItem& other) { return one.begin < other.begin; });
        plans.lanes.push_back(planLane(kind, std::move(items), plans.whole, kMostRows));
    }
    return plans;
}

void drawMilestones(Frame& frame, const Geometry& geometry, const MilestonePlans& plans) {
    MilestoneView(frame, geometry, plans).draw();
}

void paintTodayLine(Frame& frame, const Geometry& geometry) {
    const float x = geometry.painted.xOfMiddle(frame.model().now.day);
    if (x < geometry.plotX || x > geometry.plotX + geometry.plotWidth) return;
    const Rect line{std::round(x) - 1, geometry.lanesY - 4, 2, geometry.plotBottom - geometry.lanesY + 4};
    frame.fill(line, frame.theme().today);
    describeMark(frame, "today-line", line, true);
}

void describeMark(Frame& frame, Key key, const Rect& rect, bool isBar) {
    Node mark = nodeOf(Role::generic);
    mark.isDecorative = true;
    if (!isBar) mark.sign = "◆";
    frame.add(key, std::move(mark), rect);
}

void drawLaneLabels(Frame& frame, const Geometry& geometry, const MilestonePlans& plans) {
    if (frame.isPhone()) return;
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const TextStyle style = noteStrongStyle(frame);
    const float rowHeight = laneHeightOf(frame);
    const float width = geometry.plotX - geometry.x - kPadding - 8;
    frame.openDecorative("lanes",
                         {geometry.x + kPadding, geometry.lanesY, width, geometry.plotBottom - geometry.lanesY});
    float top = geometry.lanesY + std::round((rowHeight - style.lineHeight) / 2);
    for (const LanePlan& plan : plans.lanes) {
        frame.write("lane" + std::to_string(static_cast<int>(plan.kind)), style, localised(model, laneWord(plan.kind)),
                    geometry.x + kPadding, top, width, theme.inkSoft, 1);
        top += rowHeight * static_cast<float>(plan.rowCount);
    }
    if (geometry.lines.form != LinesForm::none) {
        const float height = std::max(geometry.lines.headHeight, style.lineHeight);
        frame.write("lines", style, localised(model, Word::results_title), geometry.x + kPadding,
                    geometry.linesY + std::round((height - style.lineHeight) / 2), width, theme.inkSoft, 1);
    }
    frame.close();
}

} // namespace ui::timeline
