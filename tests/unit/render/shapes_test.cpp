#include "imgui.h"
#include "render/shapes.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace {

using render::RoundedClip;
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
    EXPECT_FALSE(painted.runs[0].clip);
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

TEST_F(ShapesTest, AreRunsOfTheirOwnWhereTheirClipsDiffer) {
    const RoundedClip rounded{1, 2, 30, 40, 10};
    list_.addTo(drawList(), 0);
    list_.shapes.push_back({});
    list_.addTo(drawList(), 3, rounded);
    list_.shapes.push_back({});
    list_.addTo(drawList(), 4);
    drawList().PushClipRect({10, 20}, {30, 40});
    list_.shapes.push_back({});
    list_.addTo(drawList(), 5);
    drawList().PopClipRect();
    const Painted painted = read();
    ASSERT_EQ(painted.runs.size(), 4u);
    EXPECT_EQ(painted.runs[0].count, 3u);
    EXPECT_EQ(painted.runs[1].clip, rounded);
    EXPECT_FALSE(painted.runs[2].clip);
    EXPECT_EQ(painted.clips[2].x, 0);
    EXPECT_EQ(painted.clips[3].x, 10);
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

} // namespace
