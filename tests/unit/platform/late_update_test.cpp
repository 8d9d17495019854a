// While one moves the timeline the picture follows in each frame, the updates for the mirror some times in a second.
// The tests apply the updates to a tree of their own, as the mirror does.
#include "platform/common/application.h"
#include "programme/dates.h"
#include "semantics/diff.h"
#include "support/files.h"
#include "support/headless.h"
#include "ui/timeline_nodes.h"

#include <gtest/gtest.h>

#include <vector>

namespace {

using platform::Drag;

class LateUpdates : public testing::Test {
protected:
    static constexpr double kBetweenFrames = 1.0 / 60; // seconds

    LateUpdates() : application_(headless_.fonts(), duringCall) {
        EXPECT_TRUE(
            application_.load(support::readProjectFile("data/eig-2018.json"), "periode=2017-09-01..2018-02-28", "fr")
                .empty());
        draw(1);
    }

    /// Draws a frame that much later. Returns whether it gave an update.
    bool draw(double seconds) {
        viewport_.seconds += seconds;
        const semantics::Update update = application_.frame(viewport_).update;
        support::Headless::acceptTextures();
        mirror_ = semantics::apply(update, mirror_);
        return !update.isEmpty();
    }
    void drag(Drag kind) {
        const semantics::NodeId plot = ui::nodeAt({"main", "timeline", "plot"});
        const float zoom = kind == Drag::wheel ? 1.01F : 1;
        application_.drag(plot, kind == Drag::wheel ? 0.0F : -3.0F, zoom, 600, kind, viewport_.seconds);
    }
    /// Draws the frame for which the application asks.
    void drawWhenDue() {
        EXPECT_LE(application_.millisecondsUntilChange(), 200) << "a frame is asked for";
        draw(application_.millisecondsUntilChange() / 1000);
    }

    static programme::CivilTime duringCall(std::string_view) { return {*programme::parseDay("2017-10-15"), 12 * 60}; }

    support::Headless headless_;
    platform::Application application_;
    ui::Viewport viewport_{.width = 1280, .height = 800};
    semantics::Tree mirror_;
};

TEST_F(LateUpdates, AreFewWhileOneMovesTheTimeline) {
    for (const Drag kind : {Drag::move, Drag::wheel}) {
        int updates = 0;
        for (int frame = 0; frame < 60; ++frame) {
            const std::vector<render::Shape> before = application_.shapes().shapes;
            drag(kind);
            updates += draw(kBetweenFrames) ? 1 : 0;
            EXPECT_NE(application_.shapes().shapes, before) << "the picture follows in each frame";
        }
        EXPECT_GE(updates, 5);
        EXPECT_LE(updates, 11);
        do {
            drag(kind);
        } while (draw(kBetweenFrames));
        drawWhenDue();
        EXPECT_EQ(mirror_, application_.tree());
        application_.endDrag(viewport_.seconds);
        draw(1);
        draw(2);
    }
}

TEST_F(LateUpdates, ComeWithWhateverElseChanges) {
    drag(Drag::move);
    draw(kBetweenFrames);
    drag(Drag::move);
    EXPECT_FALSE(draw(kBetweenFrames));
    EXPECT_NE(mirror_, application_.tree());
    drag(Drag::move);
    application_.dispatch(explorer::OpenChallenge{0});
    EXPECT_TRUE(draw(kBetweenFrames));
    EXPECT_EQ(mirror_, application_.tree());
}

TEST_F(LateUpdates, AreNoneWhereTheVisitorOrThePageWantsNoMotion) {
    viewport_.hasReducedMotion = true;
    draw(1);
    for (int frame = 0; frame < 10; ++frame) {
        drag(Drag::move);
        EXPECT_TRUE(draw(kBetweenFrames));
        EXPECT_EQ(mirror_, application_.tree());
    }
}

} // namespace
