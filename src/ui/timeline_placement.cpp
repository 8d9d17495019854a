#include "ui/timeline_placement.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

namespace ui::timeline {

namespace {

constexpr double kMarkGap = 2; // between marks in a row

double positionOf(const Zoom& zoom, double time) {
    return (time - zoom.first) * zoom.pixelsPerDay;
}

Mark markOf(const LaneItem& item, const Zoom& zoom, std::size_t index, std::size_t row) {
    Mark mark{.first = index, .last = index, .row = row};
    mark.left = positionOf(zoom, item.begin);
    mark.right = positionOf(zoom, item.end);
    mark.isBar = mark.right - mark.left >= static_cast<double>(kLeastBar);
    // A diamond takes the room of its days too: they are the bar's at a closer zoom.
    const double centre = (mark.left + mark.right) / 2;
    mark.left = std::min(mark.left, centre - static_cast<double>(kDiamond) / 2 - 1);
    mark.right = std::max(mark.right, centre + static_cast<double>(kDiamond) / 2 + 1);
    return mark;
}

/// A row's free space between what stands there already.
struct Room {
    double left, right;
};

double solidWidth(const LaneItem& item, const Zoom& zoom) {
    return (item.solidEnd - item.solidBegin) * zoom.pixelsPerDay;
}

bool fits(const LaneItem& item, const Mark& mark, LabelSide side, const Room& room, const Zoom& zoom) {
    const auto width = static_cast<double>(item.labelWidth);
    const auto gap = static_cast<double>(kLabelGap);
    switch (side) {
    case LabelSide::none:
        return true;
    case LabelSide::inside:
        return mark.isBar && width + 2 * static_cast<double>(kBarPadding) <= solidWidth(item, zoom);
    case LabelSide::right:
        return mark.right + gap + width <= room.right;
    case LabelSide::left:
        return mark.left - gap - width >= room.left;
    }
    return false;
}

LabelSide sideFor(const LaneItem& item, const Mark& mark, LabelSide planned, const Room& room, const Zoom& zoom) {
    for (const LabelSide side : {LabelSide::inside, planned, LabelSide::right, LabelSide::left}) {
        if (side != LabelSide::none && fits(item, mark, side, room, zoom)) return side;
    }
    return LabelSide::none;
}

double rightOf(const LaneItem& item, const Mark& mark, LabelSide side) {
    if (side != LabelSide::right) return mark.right;
    return mark.right + static_cast<double>(kLabelGap + item.labelWidth);
}

double leftOf(const LaneItem& item, const Mark& mark, LabelSide side) {
    if (side != LabelSide::left) return mark.left;
    return mark.left - static_cast<double>(kLabelGap + item.labelWidth);
}

/// Gives the items their rows, one after the other.
class Planner {
public:
    Planner(LanePlan& plan, const Zoom& zoom, std::size_t mostRows)
        : plan_(plan), zoom_(zoom), mostRows_(std::min(mostRows, kMostRows)) {
        edge_ = zoom.length * zoom.pixelsPerDay + static_cast<double>(zoom.margin);
        rows_.fill({-static_cast<double>(zoom.margin), -std::numeric_limits<double>::infinity(), kNone});
    }

    void run() {
        for (std::size_t index = 0; index < plan_.items.size(); ++index) {
            const Mark mark = markOf(plan_.items[index], zoom_, index, 0);
            if (!placeWithLabel(index, mark) && !placeAfterLabel(index, mark) && !placeOverLabel(index, mark))
                placeInCrowd(index, mark);
        }
    }

private:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    struct Row {
        double taken;         // up to there by marks and labels
        double marked;        // up to there by marks
        std::size_t labelled; // the last item with a label at its right
    };

    void put(std::size_t index, const Mark& mark, std::size_t row, LabelSide side) {
        plan_.rows[index] = static_cast<std::uint8_t>(row);
        plan_.sides[index] = side;
        plan_.rowCount = std::max(plan_.rowCount, row + 1);
        const double gap = side == LabelSide::right ? static_cast<double>(kLabelGap) : 0;
        rows_[row].taken = std::max(rows_[row].taken, rightOf(plan_.items[index], mark, side) + gap);
        rows_[row].marked = std::max(rows_[row].marked, mark.right);
        if (side == LabelSide::right) rows_[row].labelled = index;
    }

    bool placeWithLabel(std::size_t index, const Mark& mark) {
        for (std::size_t row = 0; row < mostRows_; ++row) {
            if (mark.left < rows_[row].taken + kMarkGap) continue;
            const LabelSide side = sideFor(plan_.items[index], mark, LabelSide::none,
                                           {rows_[row].taken + static_cast<double>(kLabelGap), edge_}, zoom_);
            if (side == LabelSide::none) continue;
            put(index, mark, row, side);
            return true;
        }
        return false;
    }

    bool placeAfterLabel(std::size_t index, const Mark& mark) {
        for (std::size_t row = 0; row < mostRows_; ++row) {
            if (mark.left < rows_[row].taken + kMarkGap) continue;
            put(index, mark, row, LabelSide::none);
            return true;
        }
        return false;
    }

    /// A mark matters more than a label.
    bool placeOverLabel(std::size_t index, const Mark& mark) {
        for (std::size_t row = 0; row < mostRows_; ++row) {
            if (mark.left < rows_[row].marked + kMarkGap) continue;
            putOverLabel(index, mark, row);
            return true;
        }
        return false;
    }

    /// In the row that comes free first, so that a closer zoom shows as many as it can.
    void placeInCrowd(std::size_t index, const Mark& mark) {
        const auto rows = std::span(rows_).first(mostRows_);
        const auto row = std::ranges::min_element(rows, {}, &Row::marked) - rows.begin();
        putOverLabel(index, mark, static_cast<std::size_t>(row));
    }

    /// The label that reaches to the mark goes.
    void putOverLabel(std::size_t index, const Mark& mark, std::size_t row) {
        Row& own = rows_[row];
        if (own.labelled != kNone && mark.left < own.taken + kMarkGap) {
            plan_.sides[own.labelled] = LabelSide::none;
            own.labelled = kNone;
            own.taken = own.marked;
        }
        put(index, mark, row, LabelSide::none);
    }

    LanePlan& plan_;
    const Zoom& zoom_;
    std::size_t mostRows_;
    double edge_ = 0;
    std::array<Row, kMostRows> rows_{};
};

/// Joins marks that overlap to crowds. A crowd holds all milestones of the lane between its first and its last one.
class Joiner {
public:
    Joiner(const LanePlan& plan, const Zoom& zoom) : plan_(plan), zoom_(zoom) {
        marks_.reserve(plan.items.size());
        before_.reserve(plan.items.size());
        lastInRow_.fill(kNone);
    }

    std::vector<Mark> run() {
        for (std::size_t index = 0; index < plan_.items.size(); ++index)
            add(markOf(plan_.items[index], zoom_, index, plan_.rows[index]));
        return std::move(marks_);
    }

private:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    void push(const Mark& mark) {
        before_.push_back(std::exchange(lastInRow_[mark.row], marks_.size()));
        marks_.push_back(mark);
    }

    Mark pop() {
        const Mark mark = marks_.back();
        lastInRow_[mark.row] = before_.back();
        marks_.pop_back();
        before_.pop_back();
        return mark;
    }

    /// The first of the marks that `mark` has to be joined with; kNone: it stands free.
    [[nodiscard]] std::size_t joinedFrom(const Mark& mark) const {
        const std::size_t last = lastInRow_[mark.row];
        if (last != kNone && mark.left < marks_[last].right + kMarkGap) return last;
        if (marks_.empty()) return kNone;
        const Mark& before = marks_.back();
        // What lies beside a crowd belongs to it, whatever its row.
        if (before.isCrowd() && mark.left < before.right + kMarkGap) return marks_.size() - 1;
        // A crowd says from which day to which it has all: nothing else begins on these days.
        if ((before.isCrowd() || mark.isCrowd()) && plan_.items[before.last].begin == plan_.items[mark.first].begin)
            return marks_.size() - 1;
        return kNone;
    }

    void add(Mark mark) {
        for (std::size_t from = joinedFrom(mark); from != kNone; from = joinedFrom(mark)) {
            while (marks_.size() > from) mark = joined(pop(), mark);
        }
        push(mark);
    }

    static Mark joined(const Mark& earlier, const Mark& later) {
        Mark crowd{.first = earlier.first, .last = later.last, .row = earlier.row, .left = earlier.left};
        crowd.right = std::max(earlier.right, later.right);
        return crowd;
    }

    const LanePlan& plan_;
    const Zoom& zoom_;
    std::vector<Mark> marks_;
    std::vector<std::size_t> before_; // for each mark, the one before it in its row
    std::array<std::size_t, kMostRows> lastInRow_{};
};

/// Gives the labels of one row their sides: those of the plan first.
void placeLabels(const LanePlan& plan, const Zoom& zoom, const std::vector<Mark*>& row) {
    const double edge = zoom.length * zoom.pixelsPerDay + static_cast<double>(zoom.margin);
    const auto itemOf = [&](const Mark& mark) -> const LaneItem& { return plan.items[mark.first]; };
    for (const bool isPlanned : {true, false}) {
        for (std::size_t index = 0; index < row.size(); ++index) {
            Mark& mark = *row[index];
            const LabelSide planned = plan.sides[mark.first];
            if (mark.isCrowd() || mark.side != LabelSide::none) continue;
            if (isPlanned && planned == LabelSide::none && !mark.isBar) continue;
            const auto gap = static_cast<double>(kLabelGap);
            const double left = index == 0
                                    ? -static_cast<double>(zoom.margin)
                                    : rightOf(itemOf(*row[index - 1]), *row[index - 1], row[index - 1]->side) + gap;
            const double right =
                index + 1 == row.size()
                    ? edge
                    : std::min(edge, leftOf(itemOf(*row[index + 1]), *row[index + 1], row[index + 1]->side) - gap);
            if (!isPlanned) {
                mark.side = sideFor(itemOf(mark), mark, planned, {left, right}, zoom);
            } else if (fits(itemOf(mark), mark, LabelSide::inside, {left, right}, zoom)) {
                mark.side = LabelSide::inside;
            } else if (fits(itemOf(mark), mark, planned, {left, right}, zoom)) {
                mark.side = planned;
            }
        }
    }
}

} // namespace

Mark markAlone(const LanePlan& plan, std::size_t item, const Zoom& zoom) {
    return markOf(plan.items[item], zoom, item, plan.rows[item]);
}

std::size_t MilestonePlans::rowCount() const {
    std::size_t count = 0;
    for (const LanePlan& lane : lanes) count += lane.rowCount;
    return count;
}

LanePlan planLane(programme::MilestoneKind kind, std::vector<LaneItem> items, const Zoom& whole, std::size_t mostRows) {
    LanePlan plan{.kind = kind, .items = std::move(items)};
    plan.rows.resize(plan.items.size());
    plan.sides.resize(plan.items.size(), LabelSide::none);
    Planner(plan, whole, mostRows).run();
    return plan;
}

std::vector<Mark> placeMarks(const LanePlan& plan, const Zoom& zoom) {
    std::vector<Mark> marks = Joiner(plan, zoom).run();
    std::array<std::vector<Mark*>, kMostRows> rows;
    for (Mark& mark : marks) rows[mark.row].push_back(&mark);
    for (const std::vector<Mark*>& row : rows) placeLabels(plan, zoom, row);
    return marks;
}

double labelLeft(const LaneItem& item, const Mark& mark) {
    if (mark.side == LabelSide::left) return leftOf(item, mark, mark.side);
    if (mark.side == LabelSide::inside) return mark.left + static_cast<double>(kBarPadding);
    return mark.right + static_cast<double>(kLabelGap);
}

} // namespace ui::timeline
