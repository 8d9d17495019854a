#include "imgui.h"
#include "render/shapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace {

using render::Shape;
using render::ShapeList;
using render::ShapeRun;

/// A draw list outside of a frame.
class ShapesTest : public testing::Test {
protected:
    void SetUp() override {
        ImGui::CreateContext();
        drawList_.emplace(ImGui::GetDrawListSharedData());
        drawList_->_ResetForNewFrame();
        drawList_->PushClipRect({0, 0}, {800, 600});
        list_.shapes = {Shape{.x = 1}, Shape{.x = 2}, Shape{.x = 3}};
    }
    void TearDown() override {
        drawList_.reset();
        ImGui::DestroyContext();
    }

    ImDrawList& drawList() { return *drawList_; }

    /// What the draw list's commands paint, in their order.
    struct Painted {
        std::vector<ShapeRun> runs;
        std::vector<ImVec4> clips;           // of the runs
        std::vector<std::size_t> drawnAfter; // for each command with triangles: the number of runs painted before it
    };
    Painted read() {
        Painted painted;
        ImDrawData drawData;
        drawData.AddDrawList(&drawList());
        for (const ImDrawCmd& command : drawList().CmdBuffer) {
            if (const std::optional<ShapeRun> run = render::shapeRunOf(command)) {
                painted.runs.push_back(*run);
                painted.clips.push_back(command.ClipRect);
            } else if (command.ElemCount) {
                painted.drawnAfter.push_back(painted.runs.size());
            }
        }
        return painted;
    }

    std::optional<ImDrawList> drawList_;
    ShapeList list_;
};

TEST_F(ShapesTest, AreARunFromTheFirstOn) {
    list_.addTo(drawList(), 1);
    const Painted painted = read();
    ASSERT_EQ(painted.runs.size(), 1u);
    EXPECT_EQ(painted.runs[0].first, 1u);
    EXPECT_EQ(painted.runs[0].count, 2u);
}

TEST_F(ShapesTest, KeepTheirPlaceBetweenWhatDearImGuiDraws) {
    drawList().AddRectFilled({0, 0}, {10, 10}, IM_COL32_WHITE);
    list_.addTo(drawList(), 0);
    list_.shapes.push_back({});
    drawList().AddRectFilled({0, 0}, {10, 10}, IM_COL32_WHITE);
    list_.addTo(drawList(), 3);
    const Painted painted = read();
    ASSERT_EQ(painted.runs.size(), 2u);
    EXPECT_EQ(painted.runs[0].count, 3u);
    EXPECT_EQ(painted.runs[1].first, 3u);
    EXPECT_EQ(painted.runs[1].count, 1u);
    EXPECT_EQ(painted.drawnAfter, (std::vector<std::size_t>{0, 1}));
}

TEST_F(ShapesTest, AreOneRunWhereNothingIsBetweenThem) {
    list_.addTo(drawList(), 1);
    for (std::size_t more = 0; more < 100; ++more) {
        list_.shapes.push_back({});
        // As around each line of a list, none of which draws anything else.
        drawList().PushClipRect({10, 20}, {30, 40});
        drawList().PopClipRect();
        list_.addTo(drawList(), list_.shapes.size() - 1);
    }
    const Painted painted = read();
    ASSERT_EQ(painted.runs.size(), 1u);
    EXPECT_EQ(painted.runs[0].first, 1u);
    EXPECT_EQ(painted.runs[0].count, 102u);
}

TEST_F(ShapesTest, AreRunsOfTheirOwnWhereTheClipRectanglesDiffer) {
    list_.addTo(drawList(), 0);
    drawList().PushClipRect({10, 20}, {30, 40});
    list_.shapes.push_back({});
    list_.addTo(drawList(), 3);
    drawList().PopClipRect();
    const Painted painted = read();
    ASSERT_EQ(painted.runs.size(), 2u);
    EXPECT_EQ(painted.runs[0].count, 3u);
    EXPECT_EQ(painted.clips[0].x, 0);
    EXPECT_EQ(painted.clips[1].x, 10);
}

TEST_F(ShapesTest, WithClipsOfTheirOwnAreOneRun) {
    list_.shapes[1].clip = {.x = 1, .y = 2, .width = 30, .height = 40, .radius = 10};
    list_.addTo(drawList(), 0);
    const Painted painted = read();
    ASSERT_EQ(painted.runs.size(), 1u);
    EXPECT_EQ(painted.runs[0].count, 3u);
}

TEST_F(ShapesTest, ThatDoNotFollowTheLastRunAreARunOfTheirOwn) {
    list_.addTo(drawList(), 1);
    list_.addTo(drawList(), 0); // all of them once more
    const Painted painted = read();
    ASSERT_EQ(painted.runs.size(), 2u);
    EXPECT_EQ(painted.runs[1].first, 0u);
    EXPECT_EQ(painted.runs[1].count, 3u);
}

TEST_F(ShapesTest, CarryTheDrawListsClipRectangle) {
    drawList().PushClipRect({10, 20}, {30, 40});
    list_.addTo(drawList(), 0);
    drawList().PopClipRect();
    const Painted painted = read();
    ASSERT_EQ(painted.clips.size(), 1u);
    EXPECT_EQ(painted.clips[0].x, 10);
    EXPECT_EQ(painted.clips[0].w, 40);
}

TEST_F(ShapesTest, AddNothingForAnEmptyRun) {
    list_.addTo(drawList(), 3);
    EXPECT_TRUE(read().runs.empty());
}

TEST_F(ShapesTest, OtherCommandsAreNoRuns) {
    drawList().AddCallback([](const ImDrawList*, const ImDrawCmd*) {}, nullptr);
    drawList().AddRectFilled({0, 0}, {10, 10}, IM_COL32_WHITE);
    list_.addTo(drawList(), 0);
    const Painted painted = read();
    EXPECT_EQ(painted.runs.size(), 1u);
    EXPECT_EQ(painted.drawnAfter, std::vector<std::size_t>{0});
}

constexpr double kMinute = 1.0 / (24 * 60);

render::TimedShape fromTo(std::int32_t startDay, std::int32_t endDay) {
    return {.shape = {.y = 5, .height = 4, .colour = 0xFF000000}, .startDay = startDay, .endDay = endDay};
}

TEST_F(ShapesTest, RetainedOnesKeepTheirVersionWhereTheyAreTheSame) {
    EXPECT_EQ(list_.retained.version(), 0u);
    list_.retained.set({fromTo(1, 2), fromTo(3, 4)});
    const std::uint32_t first = list_.retained.version();
    list_.retained.set({fromTo(1, 2), fromTo(3, 4)});
    EXPECT_EQ(list_.retained.version(), first);
    list_.retained.set({fromTo(1, 2), fromTo(3, 5)});
    const std::uint32_t second = list_.retained.version();
    EXPECT_NE(second, first);
    list_.retained.set({});
    EXPECT_NE(list_.retained.version(), second);
}

TEST_F(ShapesTest, RetainedOnesAreACommandWithTheirPlace) {
    const render::TimeTransform transform{.originDay = 17'000, .pixelsPerDay = 12, .x = 100, .y = 50, .right = 800};
    list_.addRetainedTo(drawList(), transform);
    EXPECT_EQ(drawList().CmdBuffer.Size, 1) << "there are none";
    list_.retained.set({fromTo(1, 2)});
    list_.addRetainedTo(drawList(), transform);
    drawList().AddRectFilled({0, 0}, {10, 10}, IM_COL32_WHITE); // Dear ImGui removes a last command that paints nothing
    ImDrawData drawData;
    drawData.AddDrawList(&drawList());
    ASSERT_EQ(drawList().CmdBuffer.Size, 2);
    EXPECT_EQ(render::timeTransformOf(drawList().CmdBuffer[0]), transform);
    EXPECT_FALSE(render::shapeRunOf(drawList().CmdBuffer[0]));
    EXPECT_FALSE(render::timeTransformOf(drawList().CmdBuffer[1]));
}

TEST_F(ShapesTest, AreWhereTheScaleOfTimeSays) {
    const render::TimeTransform transform = render::timeTransform(17'000.5, 100, 200, 150, 900);
    render::TimedShape timed = fromTo(17'001, 17'003);
    timed.startMinute = 6 * 60;
    timed.shape.x = -2;
    timed.shape.width = 4;
    const Shape shape = render::shapeAt(timed, transform);
    EXPECT_FLOAT_EQ(shape.x, 200 + 75 - 2);
    EXPECT_FLOAT_EQ(shape.x + shape.width, 200 + 250 + 2);
    EXPECT_EQ(shape.y, 5);
    // Far outside they end a little beyond the edges.
    const Shape cut = render::shapeAt(fromTo(0, 2'932'896), transform);
    EXPECT_FLOAT_EQ(cut.x, 150);
    EXPECT_FLOAT_EQ(cut.x + cut.width, 900);
    EXPECT_EQ(render::shapeAt(fromTo(16'000, 16'001), transform).width, 0) << "outside";
}

TEST_F(ShapesTest, AreAsExactInTheYear9999AsToday) {
    constexpr double kPixelsPerDay = 1100;
    // 0000-01-01, 1970-01-01, 2017-10-15, 9999-12-30
    for (const std::int32_t day : {-719'528, 0, 17'454, 2'932'895}) {
        for (const int minute : {0, 1, 719, 1439}) {
            const double first = day + minute * kMinute;
            const render::TimeTransform transform = render::timeTransform(first, kPixelsPerDay, 118, 100, 2000);
            const Shape shape = render::shapeAt(fromTo(day + 1, day + 2), transform);
            const double expected = 118 + (1440 - minute) * kMinute * kPixelsPerDay;
            EXPECT_NEAR(static_cast<double>(shape.x), expected, 0.01) << day << ", " << minute;
            EXPECT_NEAR(static_cast<double>(shape.x + shape.width), std::min(expected + kPixelsPerDay, 2000.0), 0.01)
                << day;
        }
    }
}

TEST_F(ShapesTest, AreAsFaintAsTheirTransform) {
    render::TimeTransform transform = render::timeTransform(0, 10, 0, 0, 100);
    EXPECT_EQ(render::shapeAt(fromTo(0, 1), transform).colour, 0xFF000000u);
    transform.opacity = 0.5F;
    EXPECT_EQ(render::shapeAt(fromTo(0, 1), transform).colour, 0x80000000u);
}

} // namespace
