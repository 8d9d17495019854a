#include "imgui.h"
#include "imgui_internal.h"
#include "support/headless.h"
#include "ui/audit.h"
#include "ui/frame.h"
#include "ui/motion.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

using ui::Leaving;
using ui::Motion;
using ui::Property;

constexpr semantics::NodeId kNode = 7;
constexpr semantics::NodeId kGroup = 8;
constexpr double kRefresh = 1.0 / 60;

/// Draws frames in which one value is asked for.
class OneValue {
public:
    float at(double seconds, float target, bool isStill = false, std::optional<float> start = std::nullopt) {
        motion_.begin(seconds, isStill);
        const float value = motion_.animate(kNode, Property::x, target, start);
        motion_.end();
        return value;
    }
    /// A frame that does not ask for it.
    void skip(double seconds) {
        motion_.begin(seconds, false);
        motion_.end();
    }
    [[nodiscard]] bool isRunning() const { return motion_.isRunning(); }
    Motion& motion() { return motion_; }

private:
    Motion motion_;
};

TEST(Motion, BeginsAtItsTarget) {
    OneValue value;
    EXPECT_EQ(value.at(0, 100), 100);
    EXPECT_FALSE(value.isRunning());
}

TEST(Motion, GoesToItsTargetWithoutTurningBackAndEnds) {
    OneValue value;
    value.at(0, 100);
    float last = 100;
    double seconds = 1;
    int frames = 0;
    while (frames == 0 || value.isRunning()) {
        const float present = value.at(seconds, 300);
        EXPECT_GT(present, last) << "after " << frames << " frames";
        EXPECT_LE(present, 300);
        last = present;
        seconds += kRefresh;
        ++frames;
        ASSERT_LT(frames, 100);
    }
    EXPECT_EQ(last, 300);
    EXPECT_LE(seconds - 1, 0.25);
    EXPECT_EQ(value.at(seconds, 300), 300);
    EXPECT_FALSE(value.isRunning());
}

TEST(Motion, IsSeenInItsFirstFrame) {
    OneValue value;
    value.at(0, 0);
    EXPECT_GT(value.at(100, 10), 1);
}

TEST(Motion, StartsFromWhereItIsWhenItIsInterrupted) {
    OneValue value;
    value.at(0, 0);
    value.at(1, 100);
    const float halfway = value.at(1.05, 100);
    ASSERT_GT(halfway, 20);
    ASSERT_LT(halfway, 90);
    const float turned = value.at(1.05 + kRefresh, 0);
    EXPECT_LT(turned, halfway);
    EXPECT_GT(turned, halfway / 2);
    EXPECT_EQ(value.at(2, 0), 0);
    EXPECT_FALSE(value.isRunning());
}

TEST(Motion, MayStartElsewhere) {
    OneValue value;
    value.at(0, 100, false, 0);
    EXPECT_TRUE(value.isRunning());
    EXPECT_EQ(value.at(1, 100, false, 0), 100);
}

TEST(Motion, IsNotThereInAStillFrame) {
    OneValue value;
    value.at(0, 100);
    EXPECT_EQ(value.at(1, 300, true), 300);
    EXPECT_FALSE(value.isRunning());
    EXPECT_EQ(value.at(1.01, 300), 300) << "nor does it begin afterwards";
    value.at(2, 0);
    EXPECT_EQ(value.at(2.05, 0, true), 0) << "a still frame ends what is under way";
    EXPECT_FALSE(value.isRunning());
}

TEST(Motion, ForgetsWhatAFrameDoesNotAskFor) {
    OneValue value;
    value.at(0, 100);
    value.skip(1);
    EXPECT_FALSE(value.motion().painted(kNode, Property::x));
    EXPECT_EQ(value.at(2, 300), 300);
}

TEST(Motion, FollowsThePointerAtOnce) {
    OneValue value;
    value.at(0, 100);
    value.motion().begin(1, false);
    EXPECT_EQ(value.motion().place(kNode, Property::x, 300), 300);
    value.motion().end();
    EXPECT_FALSE(value.isRunning());
    EXPECT_EQ(value.at(1.01, 300), 300);
}

TEST(Motion, StaysOnTheScreenWhereThePageIsScrolledBelowIt) {
    OneValue value;
    value.at(0, 100);
    value.motion().shift(Property::x, 50);
    EXPECT_EQ(value.motion().painted(kNode, Property::x), 150.0F);
    EXPECT_EQ(value.at(1, 150), 150) << "it moved with the page: nothing is under way";
    EXPECT_FALSE(value.isRunning());
}

TEST(Motion, DoesNotEndEarlyWhereTheClockGoesBack) {
    OneValue value;
    value.at(1, 0);
    const float later = value.at(2, 100);
    EXPECT_EQ(value.at(1.9, 100), later);
    EXPECT_TRUE(value.isRunning());
}

/// The opacities of a group's things in one frame, those that are leaving after the others.
std::vector<Leaving> drawThings(Motion& motion, double seconds, const std::vector<std::uint64_t>& keys,
                                bool isStill = false) {
    motion.begin(seconds, isStill);
    std::vector<Leaving> drawn;
    drawn.reserve(keys.size());
    for (const std::uint64_t key : keys) drawn.push_back({key, motion.appear(kGroup, key)});
    for (const Leaving& gone : motion.leaving(kGroup)) drawn.push_back(gone);
    motion.end();
    return drawn;
}

TEST(Motion, ShowsTheFirstThingsOfAGroupAtOnce) {
    Motion motion;
    for (const Leaving& thing : drawThings(motion, 0, {1, 2})) EXPECT_EQ(thing.opacity, 1);
    EXPECT_FALSE(motion.isRunning());
}

TEST(Motion, FadesThingsInAndOut) {
    Motion motion;
    drawThings(motion, 0, {1, 2});
    const std::vector<Leaving> changed = drawThings(motion, 1, {2, 3});
    ASSERT_EQ(changed.size(), 3U);
    EXPECT_EQ(changed[0].opacity, 1) << "what stays is not touched";
    EXPECT_EQ(changed[1].key, 3U);
    EXPECT_LT(changed[1].opacity, 0.5F);
    EXPECT_GT(changed[1].opacity, 0.0F);
    EXPECT_EQ(changed[2].key, 1U);
    EXPECT_GT(changed[2].opacity, 0.5F);
    EXPECT_TRUE(motion.isRunning());
    EXPECT_EQ(drawThings(motion, 2, {2, 3}).size(), 2U);
    EXPECT_FALSE(motion.isRunning());
}

TEST(Motion, BringsBackWhatIsFadingOut) {
    Motion motion;
    drawThings(motion, 0, {1});
    drawThings(motion, 1, {});
    const float low = drawThings(motion, 1.1, {}).at(0).opacity;
    const std::vector<Leaving> back = drawThings(motion, 1.1 + kRefresh, {1});
    ASSERT_EQ(back.size(), 1U);
    EXPECT_GT(back[0].opacity, low);
    EXPECT_LT(back[0].opacity, 1);
}

TEST(Motion, SwitchesThingsInAStillFrame) {
    Motion motion;
    drawThings(motion, 0, {1});
    const std::vector<Leaving> switched = drawThings(motion, 1, {2}, true);
    ASSERT_EQ(switched.size(), 1U);
    EXPECT_EQ(switched[0].opacity, 1);
    EXPECT_FALSE(motion.isRunning());
}

TEST(Motion, FadesTheFirstThingOfAGroupThatWasEmpty) {
    Motion motion;
    drawThings(motion, 0, {});
    EXPECT_LT(drawThings(motion, 1, {1}).at(0).opacity, 1);
}

/// One frame of an empty page.
class MovingFrame : public testing::Test {
protected:
    MovingFrame() : text_(headless_.fonts()), drawList_(&shared_) {
        programme_.languages = {"fr"};
        text_.beginFrame(1);
        text_.recordTo(&audit_);
        builder_.begin("fr", {0, 0, 400, 300});
        shared_.ClipRectFullscreen = {0, 0, 400, 300};
        drawList_._ResetForNewFrame();
        drawList_.PushClipRect({0, 0}, {400, 300});
        motion_.begin(0, false);
    }

    ui::Frame frame() {
        return {model_,  ui::lightTheme(), text_,  builder_, drawList_,
                shapes_, intents_,         cards_, motion_,  milestonePlans_};
    }

    support::Headless headless_;
    ui::TextEngine text_;
    ImDrawListSharedData shared_;
    ImDrawList drawList_;
    ui::Audit audit_;
    semantics::TreeBuilder builder_;
    programme::Programme programme_;
    explorer::Facts facts_;
    explorer::State state_;
    explorer::Visit visit_;
    explorer::Handoff handoff_;
    ui::Attention attention_;
    ui::Viewport viewport_{.width = 400, .height = 300};
    std::vector<semantics::ScrollOffset> offsets_;
    explorer::CalendarLinks calendar_;
    ui::Model model_{.programme = programme_,
                     .facts = facts_,
                     .state = state_,
                     .visit = visit_,
                     .handoff = handoff_,
                     .now = {},
                     .interfaceLanguage = {},
                     .attention = attention_,
                     .viewport = viewport_,
                     .scrollOffsets = offsets_,
                     .calendar = calendar_};
    render::ShapeList shapes_;
    ui::Intents intents_;
    ui::CardList cards_;
    ui::Motion motion_;
    ui::timeline::MilestonePlans milestonePlans_;
};

constexpr ui::TextStyle kMovingStyle{.size = 20, .weight = 400, .lineHeight = 30};

TEST_F(MovingFrame, MovesWhatIsPaintedAndNotTheNodes) {
    ui::Frame drawn = frame();
    drawn.beginMotion(30, 20, 0.5F);
    const semantics::NodeId box = drawn.open("box", {.role = semantics::Role::paragraph}, {10, 10, 100, 40});
    drawn.fill({10, 10, 100, 40}, 0xFF123456);
    const int fillEnd = drawList_.VtxBuffer.Size;
    drawn.write("text", kMovingStyle, ui::withoutLanguage("bateau"), 12, 12, 90, 0xFF654321);
    drawn.addShapes([](render::ShapeList& list) { list.shapes.push_back({.x = 1, .y = 2, .colour = 0xFF000000}); });
    drawn.close();
    drawn.endMotion();
    drawn.fill({0, 0, 5, 5}, 0xFF123456);

    ASSERT_GT(fillEnd, 0);
    EXPECT_EQ(drawList_.VtxBuffer[0].pos.x, 40);
    EXPECT_EQ(drawList_.VtxBuffer[0].pos.y, 30);
    for (int index = 0; index < fillEnd; ++index) EXPECT_EQ(drawList_.VtxBuffer[index].col, 0x80123456U);
    ASSERT_GT(drawList_.VtxBuffer.Size, fillEnd);
    EXPECT_EQ(drawList_.VtxBuffer[fillEnd].col, 0x80654321U);
    ASSERT_EQ(shapes_.shapes.size(), 1U);
    EXPECT_EQ(shapes_.shapes[0], (render::Shape{.x = 31, .y = 22, .colour = 0x80000000}));
    EXPECT_EQ(drawList_.VtxBuffer.back().col, 0xFF123456U);

    const semantics::Tree tree = builder_.finish();
    const semantics::Node* node = tree.find(box);
    ASSERT_NE(node, nullptr);
    EXPECT_EQ(node->rect, (semantics::Rect{10, 10, 100, 40}));
    EXPECT_EQ(ui::findUndescribed(audit_, tree, intents_, offsets_, 400, 300), std::vector<std::string>{});
}

TEST_F(MovingFrame, PaintsWhatIsLeavingWithoutANode) {
    ui::Frame drawn = frame();
    drawn.beginLeaving(0, 0, 0.25F);
    drawn.write("text", kMovingStyle, ui::withoutLanguage("bateau"), 12, 12, 90, 0xFF654321);
    drawn.endLeaving();
    EXPECT_EQ(drawn.output(), ui::Output::all);
    ASSERT_GT(drawList_.VtxBuffer.Size, 0);
    EXPECT_EQ(drawList_.VtxBuffer.back().col >> 24U, 64U);
    const semantics::Tree tree = builder_.finish();
    EXPECT_EQ(tree.nodes.size(), 1U) << "the root alone";
    EXPECT_EQ(ui::findUndescribed(audit_, tree, intents_, offsets_, 400, 300), std::vector<std::string>{});
}

} // namespace
