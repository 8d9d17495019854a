#include "support/synthetic_programme.h"
#include "ui/timeline_placement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace {

using programme::MilestoneKind;
using ui::timeline::LabelSide;
using ui::timeline::LaneItem;
using ui::timeline::LanePlan;
using ui::timeline::Mark;
using ui::timeline::Zoom;

constexpr double kYears = 500; // days
constexpr float kMargin = 12;

Zoom zoomOf(double width, double length = kYears) {
    return {0, length, width / length, kMargin};
}

LaneItem itemOf(std::size_t milestone, double begin, double days, float labelWidth) {
    return {milestone, begin, begin + days, begin, begin + days, labelWidth};
}

/// As many milestones as asked for, in chronological order: most of a day, some of weeks or months.
std::vector<LaneItem> randomItems(support::Numbers& numbers, std::size_t count) {
    std::vector<double> begins;
    for (std::size_t index = 0; index < count; ++index) begins.push_back(static_cast<double>(numbers.below(495)));
    std::ranges::sort(begins);
    std::vector<LaneItem> items;
    for (std::size_t index = 0; index < count; ++index) {
        const std::size_t longest = numbers.below(4) == 0 ? 200 : 3;
        const double days = std::min(1.0 + static_cast<double>(numbers.below(longest)), kYears - begins[index]);
        items.push_back(itemOf(index, begins[index], days, 40 + static_cast<float>(numbers.below(140))));
    }
    return items;
}

struct Taken {
    double left, right;
    std::size_t row;
};

/// The room that each mark takes, and each label beside one.
std::vector<Taken> takenBy(const LanePlan& plan, const std::vector<Mark>& marks) {
    std::vector<Taken> taken;
    for (const Mark& mark : marks) {
        taken.push_back({mark.left, mark.right, mark.row});
        if (mark.side != LabelSide::left && mark.side != LabelSide::right) continue;
        const LaneItem& item = plan.items[mark.first];
        const double left = ui::timeline::labelLeft(item, mark);
        taken.push_back({left, left + static_cast<double>(item.labelWidth), mark.row});
    }
    return taken;
}

/// Calls `look(plan, width)` for random lanes of up to 60 milestones.
void lookAtRandomLanes(const std::function<void(const LanePlan&, double)>& look) {
    support::Numbers numbers(3);
    for (int lane = 0; lane < 400; ++lane) {
        const double width = 200 + static_cast<double>(numbers.below(1700));
        const LanePlan plan = ui::timeline::planLane(MilestoneKind::event, randomItems(numbers, 1 + numbers.below(60)),
                                                     zoomOf(width), 1 + numbers.below(3));
        look(plan, width);
        if (testing::Test::HasFailure()) return;
    }
}

constexpr double kZooms[] = {1, 1.1, 1.5, 2, 3.7, 8, 20, 60, 250};

TEST(TimelinePlacement, NothingOverlapsAtAnyZoom) {
    lookAtRandomLanes([](const LanePlan& plan, double width) {
        for (const double zoom : kZooms) {
            const std::vector<Taken> taken = takenBy(plan, ui::timeline::placeMarks(plan, zoomOf(width * zoom)));
            for (std::size_t one = 0; one < taken.size(); ++one) {
                EXPECT_GE(taken[one].left, -static_cast<double>(kMargin));
                EXPECT_LE(taken[one].right, width * zoom + static_cast<double>(kMargin));
                for (std::size_t other = one + 1; other < taken.size(); ++other) {
                    EXPECT_TRUE(taken[one].row != taken[other].row || taken[one].right <= taken[other].left ||
                                taken[other].right <= taken[one].left)
                        << taken[one].left << "…" << taken[one].right << " and " << taken[other].left << "…"
                        << taken[other].right;
                }
            }
        }
    });
}

TEST(TimelinePlacement, EachMilestoneIsInOneMarkAndACrowdHasAllOfItsDays) {
    lookAtRandomLanes([](const LanePlan& plan, double width) {
        for (const double zoom : kZooms) {
            std::size_t next = 0;
            for (const Mark& mark : ui::timeline::placeMarks(plan, zoomOf(width * zoom))) {
                EXPECT_EQ(mark.first, next);
                next = mark.last + 1;
                if (!mark.isCrowd()) continue;
                if (mark.first > 0) {
                    EXPECT_LT(plan.items[mark.first - 1].begin, plan.items[mark.first].begin);
                }
                if (next < plan.items.size()) {
                    EXPECT_LT(plan.items[mark.last].begin, plan.items[next].begin);
                }
            }
            EXPECT_EQ(next, plan.items.size());
        }
    });
}

// So that nothing jumps while one zooms: what is seen alone, and with its name, stays so as one comes closer.
TEST(TimelinePlacement, MarksOnlyComeApartWhenOneZoomsIn) {
    lookAtRandomLanes([](const LanePlan& plan, double width) {
        std::map<std::size_t, std::size_t> rows; // of those that are alone
        for (const double zoom : kZooms) {
            std::map<std::size_t, std::size_t> alone;
            for (const Mark& mark : ui::timeline::placeMarks(plan, zoomOf(width * zoom))) {
                if (!mark.isCrowd()) alone[mark.first] = mark.row;
                const LabelSide planned = plan.sides[mark.first];
                if (mark.isCrowd() || planned == LabelSide::none) continue;
                EXPECT_TRUE(mark.side == planned || mark.side == LabelSide::inside)
                    << mark.first << " at " << zoom << " planned " << static_cast<int>(planned) << " is "
                    << static_cast<int>(mark.side);
            }
            for (const auto& [item, row] : rows) {
                ASSERT_TRUE(alone.contains(item)) << item << " at " << zoom;
                EXPECT_EQ(alone[item], row);
            }
            rows = std::move(alone);
        }
    });
}

TEST(TimelinePlacement, ALaneHasOneRowWhereItsNamesHaveRoomAndMoreBeforeOneIsLeftOut) {
    const Zoom zoom = zoomOf(500);
    const LanePlan apart =
        ui::timeline::planLane(MilestoneKind::event, {itemOf(0, 10, 1, 80), itemOf(1, 200, 1, 80)}, zoom, 3);
    EXPECT_EQ(apart.rowCount, 1u);
    const LanePlan close = ui::timeline::planLane(
        MilestoneKind::event, {itemOf(0, 10, 1, 80), itemOf(1, 40, 1, 80), itemOf(2, 70, 1, 80)}, zoom, 3);
    EXPECT_EQ(close.rowCount, 3u);
    for (const LabelSide side : close.sides) EXPECT_EQ(side, LabelSide::right);
    const LanePlan crowded = ui::timeline::planLane(
        MilestoneKind::event, {itemOf(0, 10, 1, 80), itemOf(1, 40, 1, 80), itemOf(2, 70, 1, 80)}, zoom, 1);
    EXPECT_EQ(crowded.rowCount, 1u);
    EXPECT_EQ(ui::timeline::placeMarks(crowded, zoom).size(), 3u); // all marks, one name
}

TEST(TimelinePlacement, TheLastOfTheCalendarHasItsNameAtItsLeft) {
    const Zoom zoom = zoomOf(500);
    const LanePlan plan = ui::timeline::planLane(MilestoneKind::event, {itemOf(0, 490, 1, 120)}, zoom, 3);
    for (const double closer : kZooms) {
        const std::vector<Mark> marks = ui::timeline::placeMarks(plan, zoomOf(500 * closer));
        EXPECT_EQ(marks.front().side, closer < 200 ? LabelSide::left : LabelSide::inside) << closer;
    }
}

TEST(TimelinePlacement, ACrowdOpensWhenOneZoomsIn) {
    std::vector<LaneItem> items;
    for (std::size_t index = 0; index < 12; ++index)
        items.push_back(itemOf(index, 100 + static_cast<double>(index), 1, 100));
    const LanePlan plan = ui::timeline::planLane(MilestoneKind::event, std::move(items), zoomOf(500), 3);
    const std::vector<Mark> whole = ui::timeline::placeMarks(plan, zoomOf(500));
    ASSERT_EQ(whole.size(), 1u);
    EXPECT_EQ(whole.front().count(), 12u);
    EXPECT_EQ(ui::timeline::placeMarks(plan, zoomOf(500 * 40)).size(), 12u);
}

TEST(TimelinePlacement, AThousandOnOneDayAreOneMark) {
    std::vector<LaneItem> items;
    for (std::size_t index = 0; index < 1000; ++index) items.push_back(itemOf(index, 100, 1, 100));
    const LanePlan plan = ui::timeline::planLane(MilestoneKind::event, std::move(items), zoomOf(500), 3);
    for (const double zoom : kZooms) {
        const std::vector<Mark> marks = ui::timeline::placeMarks(plan, zoomOf(500 * zoom));
        ASSERT_EQ(marks.size(), 1u);
        EXPECT_EQ(marks.front().count(), 1000u);
    }
}

} // namespace
