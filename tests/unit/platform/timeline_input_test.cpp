// The timeline by pointer, wheel and keys: windows, inertia, the minimap, steps back.
#include "explorer/window.h"
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace platform {
namespace {

using explorer::Window;
using semantics::NodeId;
using semantics::Role;
using support::Visitor;

constexpr double kBegin = 100; // seconds

class TimelineByHand : public testing::Test {
protected:
    Window shown() { return explorer::shownWindow(application().session().facts(), application().state()); }
    Window whole() { return explorer::wholeWindow(application().session().facts()); }
    Application& application() { return visitor_.application(); }
    NodeId draggable(std::size_t place = 0) {
        for (const semantics::Node& node : visitor_.tree().nodes) {
            if (node.isDraggable && place-- == 0) return node.id;
        }
        ADD_FAILURE() << "no draggable node";
        return semantics::kNoNode;
    }
    semantics::Rect rectOf(NodeId node) { return semantics::absoluteRect(visitor_.tree(), node); }
    double timeAt(float x) {
        const semantics::Rect plot = rectOf(draggable());
        return shown().first + static_cast<double>(x - plot.x) * shown().length / static_cast<double>(plot.width);
    }
    /// A drag of the plot by `distance` in ten steps of 10 ms.
    void fling(float distance) {
        const NodeId plot = draggable();
        application().hold();
        for (int step = 1; step <= 10; ++step)
            application().drag(plot, distance / 10, 1, 600, Drag::move, kBegin + 0.01 * step);
        application().endDrag(kBegin + 0.11);
    }
    Visitor visitor_{support::readProjectFile("data/eig-2018.json"),
                     {.query = "now=2017-10-15&periode=2017-10-01..2017-12-31", .hasMotion = true}};
};

TEST_F(TimelineByHand, AZoomKeepsWhatIsUnderThePointer) {
    const NodeId plot = draggable();
    const double before = timeAt(500);
    application().drag(plot, 0, 1.7F, 500, Drag::wheel, kBegin);
    EXPECT_LT(shown().length, 92);
    EXPECT_NEAR((timeAt(500) - before) / shown().length * 1000, 0, 0.01);
    application().drag(plot, 25, 0.9F, 525, Drag::move, kBegin);
    EXPECT_NEAR((timeAt(525) - before) / shown().length * 1000, 0, 0.01) << "two fingers pan and pinch at once";
}

TEST_F(TimelineByHand, ADragRunsOnAndComesToRest) {
    const Window before = shown();
    fling(-200);
    const double dropped = shown().first;
    EXPECT_GT(dropped, before.first);
    visitor_.settle();
    EXPECT_TRUE(visitor_.lastFrame().isMoving);
    visitor_.wait(0.1);
    const double later = shown().first;
    EXPECT_GT(later, dropped);
    EXPECT_TRUE(visitor_.lastFrame().isMoving);
    visitor_.wait(TimelineInput::kMostInertia);
    const double end = shown().first;
    EXPECT_GT(end, later);
    visitor_.wait(1); // the axis' labels have faded
    EXPECT_EQ(shown().first, end);
    EXPECT_FALSE(visitor_.lastFrame().isMoving) << "no frame after the end";
}

TEST_F(TimelineByHand, ATouchStopsWhatRunsOn) {
    fling(-200);
    visitor_.wait(0.05);
    EXPECT_TRUE(visitor_.lastFrame().isMoving);
    application().hold();
    const double first = shown().first;
    visitor_.wait(1);
    EXPECT_EQ(shown().first, first);
    EXPECT_FALSE(visitor_.lastFrame().isMoving);
    const NodeId plot = draggable();
    application().drag(plot, 10, 1, 600, Drag::move, kBegin + 1);
    EXPECT_LT(shown().first, first) << "another drag takes over";
}

TEST_F(TimelineByHand, ADragThatRestedOrWasTakenAwayDoesNotRunOn) {
    const NodeId plot = draggable();
    for (const bool isCancelled : {false, true}) {
        const double begin = kBegin + (isCancelled ? 10 : 0);
        for (int step = 1; step <= 5; ++step) application().drag(plot, -20, 1, 600, Drag::move, begin + 0.01 * step);
        application().endDrag(begin + (isCancelled ? 0.05 : 0.5), isCancelled);
        const double dropped = shown().first;
        visitor_.wait(0.3);
        visitor_.wait(0.3);
        EXPECT_EQ(shown().first, dropped);
    }
}

TEST(TimelineByHandWithoutMotion, NothingRunsOn) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.query = "now=2017-10-15&periode=2017-10-01..2017-12-31"});
    const auto plot = std::ranges::find(visitor.tree().nodes, true, &semantics::Node::isDraggable);
    for (int step = 1; step <= 10; ++step)
        visitor.application().drag(plot->id, -20, 1, 600, Drag::move, kBegin + 0.01 * step);
    visitor.application().endDrag(kBegin + 0.1);
    const auto dropped = visitor.application().state().period;
    visitor.wait(0.5);
    EXPECT_EQ(visitor.application().state().period, dropped);
}

TEST_F(TimelineByHand, ADoubleClickZoomsInAndWithShiftOut) {
    const Window before = shown();
    const double under = timeAt(700);
    EXPECT_TRUE(application().zoomAt(draggable(), 700, false));
    EXPECT_NEAR(shown().length, before.length / 2, 1e-9);
    EXPECT_NEAR(timeAt(700), under, 1e-6);
    application().zoomAt(draggable(), 700, true);
    EXPECT_NEAR(shown().length, before.length, 1e-9);
}

TEST_F(TimelineByHand, AWindowIsDrawnWithShift) {
    const NodeId plot = draggable();
    const double from = timeAt(401);
    const double to = timeAt(600);
    EXPECT_TRUE(application().drag(plot, 99, 1, 500, Drag::draw, kBegin));
    EXPECT_TRUE(application().drag(plot, 100, 1, 600, Drag::draw, kBegin));
    visitor_.settle();
    application().endDrag(kBegin);
    EXPECT_NEAR(shown().first, from, 0.01);
    EXPECT_NEAR(shown().end(), to, 0.01);
}

TEST_F(TimelineByHand, TheButtonsSayWhatTheyWillShow) {
    visitor_.click(Role::button, "Tout\u00A0: de juillet 2017 à novembre 2018");
    EXPECT_EQ(visitor_.address().find("periode"), std::string::npos);
    visitor_.click(Role::button, "Zoom avant\u00A0: ");
    const auto days = explorer::shownPeriod(application().session().facts(), application().state());
    const programme::Day today = *programme::parseDay("2017-10-15");
    EXPECT_LE(days.first, today);
    EXPECT_GE(days.last, today);
    for (int presses = 0; presses < 12; ++presses) {
        if (!visitor_.node(Role::button, "Zoom avant\u00A0: ").isDisabled)
            visitor_.click(Role::button, "Zoom avant\u00A0: ");
    }
    EXPECT_TRUE(visitor_.sees(Role::button, "Zoom avant\u00A0: du 14 au 15 octobre 2017") ||
                visitor_.sees(Role::button, "Zoom avant\u00A0: du 15 au 16 octobre 2017"))
        << "as close as it goes: about today";
    visitor_.click(Role::button, "La candidature\u00A0: ");
    EXPECT_EQ(visitor_.node(Role::button, "La candidature\u00A0: ").pressed, semantics::Tristate::yes);
    visitor_.click(Role::button, "Aujourd’hui\u00A0: ");
    EXPECT_EQ(visitor_.node(Role::button, "Aujourd’hui\u00A0: ").pressed, semantics::Tristate::yes);
}

TEST_F(TimelineByHand, AZoomByButtonIsAboutTheOpenMilestone) {
    visitor_.click(Role::button, "Tout\u00A0: ");
    visitor_.click(Role::button, "Sélection des défis, du 4 au 5 juillet 2017");
    for (int presses = 0; presses < 6; ++presses) visitor_.click(Role::button, "Zoom avant\u00A0: ");
    EXPECT_LT(shown().first, programme::dayNumber(*programme::parseDay("2017-07-05")));
    EXPECT_GT(shown().end(), programme::dayNumber(*programme::parseDay("2017-07-04")));
}

TEST_F(TimelineByHand, AStepBackUndoesAGesture) {
    const Window first = shown();
    EXPECT_TRUE(visitor_.node(Role::button, "Fenêtre précédente").isDisabled);
    fling(-100);
    visitor_.wait(2);
    const Window second = shown();
    for (int turn = 0; turn < 5; ++turn)
        application().drag(draggable(), 0, 1.02F, 600, Drag::wheel, kBegin + 3 + 0.05 * turn);
    visitor_.settle();
    visitor_.click(Role::button, "Fenêtre précédente");
    EXPECT_EQ(shown(), second) << "all turns of the wheel at once";
    visitor_.click(Role::button, "Fenêtre précédente");
    EXPECT_EQ(shown(), first) << "the drag and what ran on";
    EXPECT_TRUE(visitor_.node(Role::button, "Fenêtre précédente").isDisabled);
}

TEST_F(TimelineByHand, KeysZoomAndPan) {
    visitor_.tabTo(Role::button, "Sélection des défis, du");
    const NodeId member = visitor_.focused();
    const auto press = [&](std::string_view key, bool isRepeated = false) {
        EXPECT_TRUE(application().pressKey(member, key, isRepeated)) << key;
        visitor_.settle();
    };
    const Window before = shown();
    press("Shift+ArrowRight");
    const double step = shown().first - before.first;
    EXPECT_NEAR(step, before.length / 16, 1e-6);
    Window last = shown();
    for (int repeat = 0; repeat < 16; ++repeat) {
        last = shown();
        press("Shift+ArrowRight", true);
    }
    EXPECT_GT(shown().first - last.first, 2 * step) << "held, it goes faster";
    press("Backspace");
    EXPECT_NEAR(shown().first, before.first, 1e-6) << "one step back for the whole run";
    press(".");
    EXPECT_NEAR(shown().first, before.first + 1, 1e-6);
    press(",");
    press("Shift+PageDown");
    EXPECT_NEAR(shown().first, before.end(), 1e-6);
    press("Shift+Home");
    EXPECT_EQ(shown().first, whole().first);
    press("Shift+End");
    EXPECT_NEAR(shown().end(), whole().end(), 1e-6);
    press("+");
    EXPECT_LT(shown().length, before.length);
    press("-");
    press("0");
    EXPECT_FALSE(application().state().period);
    EXPECT_EQ(visitor_.focused(), member) << "the focus stays where it is";
}

TEST_F(TimelineByHand, TheMinimapsEdgesAreSliders) {
    const semantics::Node start = visitor_.node(Role::slider, "Début de la fenêtre");
    EXPECT_EQ(start.value, "1er\u00A0octobre 2017");
    EXPECT_EQ(visitor_.node(Role::slider, "Fin de la fenêtre").value, "31\u00A0décembre 2017");
    EXPECT_EQ(start.sliderNow, 92) << "days after 1 July";
    visitor_.tabTo(Role::slider, "Début de la fenêtre");
    visitor_.press("ArrowLeft");
    EXPECT_EQ(visitor_.node(Role::slider, "Début de la fenêtre").value, "30\u00A0septembre 2017");
    EXPECT_EQ(visitor_.node(Role::slider, "Fin de la fenêtre").value, "31\u00A0décembre 2017");
    visitor_.press("End");
    EXPECT_EQ(shown().length, explorer::kShortestPeriodDays);
    visitor_.press("Home");
    EXPECT_EQ(shown().first, whole().first);
}

TEST_F(TimelineByHand, TheMinimapMovesResizesAndDrawsTheWindow) {
    const auto at = [&](const Window& window, double share) { return window.first + window.length * share; };
    const NodeId track = draggable(1);
    const NodeId window = draggable(2);
    const NodeId end = draggable(4);
    const double daysPerPixel = whole().length / static_cast<double>(rectOf(track).width);
    const Window before = shown();
    application().drag(window, 30, 1, 700, Drag::move, kBegin);
    application().endDrag(kBegin + 1);
    EXPECT_NEAR(shown().first - before.first, 30 * daysPerPixel, 1e-3);
    EXPECT_NEAR(shown().length, before.length, 1e-6);
    const Window moved = shown();
    application().drag(end, -20, 1, 700, Drag::move, kBegin + 2);
    application().endDrag(kBegin + 3);
    EXPECT_NEAR(shown().first, moved.first, 1e-6);
    EXPECT_NEAR(shown().length, moved.length - 20 * daysPerPixel, 1e-3);
    const semantics::Rect rect = rectOf(track);
    application().drag(track, rect.width / 4, 1, rect.x + rect.width * 0.75F, Drag::move, kBegin + 4);
    visitor_.settle();
    application().endDrag(kBegin + 5);
    EXPECT_NEAR(shown().first, at(whole(), 0.5), 0.1);
    EXPECT_NEAR(shown().end(), at(whole(), 0.75), 0.1);
}

TEST_F(TimelineByHand, TheMinimapTakesNoRoomFromAnything) {
    const float zoomed = visitor_.lastFrame().contentHeight;
    visitor_.click(Role::button, "Tout\u00A0: ");
    EXPECT_EQ(visitor_.count(Role::slider), 0U);
    EXPECT_EQ(visitor_.lastFrame().contentHeight, zoomed);
}

TEST_F(TimelineByHand, AGestureLeftToThePageSaysSoOnce) {
    EXPECT_TRUE(application().noteScroll(0, false));
    visitor_.settle();
    EXPECT_TRUE(visitor_.seesText("Ctrl + molette pour zoomer"));
    visitor_.wait(5);
    EXPECT_FALSE(visitor_.seesText("Ctrl + molette pour zoomer"));
    application().noteScroll(10, false);
    visitor_.settle();
    EXPECT_FALSE(visitor_.seesText("Ctrl + molette pour zoomer"));
}

} // namespace
} // namespace platform
