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

/// Records the runs instead of drawing them.
class NotingPainter final : public render::ShapePainter {
public:
    void paint(const ShapeRun& run, const ImDrawCmd& command) override {
        runs.push_back(run);
        clips.push_back(command.ClipRect);
    }
    std::vector<ShapeRun> runs;
    std::vector<ImVec4> clips;
};

/// A draw list outside of a frame, and the callbacks that a backend calls for it.
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

    NotingPainter render(bool hasPainter = true) {
        NotingPainter painter;
        if (hasPainter) ImGui::GetPlatformIO().Renderer_RenderState = static_cast<render::ShapePainter*>(&painter);
        ImDrawData drawData;
        drawData.AddDrawList(&drawList());
        for (const ImDrawCmd& command : drawList().CmdBuffer) {
            if (command.UserCallback == ImDrawCallback_ResetRenderState)
                ++resetCount_;
            else if (command.UserCallback)
                command.UserCallback(&drawList(), &command);
            else if (command.ElemCount)
                drawnAfter_.push_back(painter.runs.size());
        }
        ImGui::GetPlatformIO().Renderer_RenderState = nullptr;
        return painter;
    }

    std::optional<ImDrawList> drawList_;
    ShapeList list_;
    int resetCount_ = 0;
    std::vector<std::size_t> drawnAfter_; // for each command with triangles: the number of runs painted before it
};

TEST_F(ShapesTest, CallBackWithTheRunFromTheFirstOn) {
    list_.addTo(drawList(), 1);
    NotingPainter painter = render();
    ASSERT_EQ(painter.runs.size(), 1u);
    EXPECT_EQ(painter.runs[0].first, 1u);
    EXPECT_EQ(painter.runs[0].count, 2u);
    EXPECT_FALSE(painter.runs[0].clip);
}

TEST_F(ShapesTest, KeepTheirPlaceBetweenWhatDearImGuiDraws) {
    drawList().AddRectFilled({0, 0}, {10, 10}, IM_COL32_WHITE);
    list_.addTo(drawList(), 0);
    list_.shapes.push_back({});
    drawList().AddRectFilled({0, 0}, {10, 10}, IM_COL32_WHITE);
    list_.addTo(drawList(), 3);
    NotingPainter painter = render();
    ASSERT_EQ(painter.runs.size(), 2u);
    EXPECT_EQ(painter.runs[0].count, 3u);
    EXPECT_EQ(painter.runs[1].first, 3u);
    EXPECT_EQ(painter.runs[1].count, 1u);
    EXPECT_EQ(drawnAfter_, (std::vector<std::size_t>{0, 1}));
}

TEST_F(ShapesTest, AskForTheRenderStateBackAfterEachRun) {
    list_.addTo(drawList(), 0);
    list_.addTo(drawList(), 0);
    render();
    EXPECT_EQ(resetCount_, 2);
}

TEST_F(ShapesTest, CarryTheDrawListsClipRectangle) {
    drawList().PushClipRect({10, 20}, {30, 40});
    list_.addTo(drawList(), 0);
    drawList().PopClipRect();
    NotingPainter painter = render();
    ASSERT_EQ(painter.clips.size(), 1u);
    EXPECT_EQ(painter.clips[0].x, 10);
    EXPECT_EQ(painter.clips[0].w, 40);
}

TEST_F(ShapesTest, CarryTheRoundedClip) {
    RoundedClip clip{1, 2, 30, 40, 10};
    list_.addTo(drawList(), 0, clip);
    NotingPainter painter = render();
    ASSERT_EQ(painter.runs.size(), 1u);
    EXPECT_EQ(painter.runs[0].clip, clip);
}

TEST_F(ShapesTest, AddNothingForAnEmptyRun) {
    list_.addTo(drawList(), 3);
    NotingPainter painter = render();
    EXPECT_TRUE(painter.runs.empty());
    EXPECT_EQ(resetCount_, 0);
}

TEST_F(ShapesTest, AreSkippedWhereNobodyPaints) {
    list_.addTo(drawList(), 0);
    NotingPainter painter = render(false);
    EXPECT_TRUE(painter.runs.empty());
    EXPECT_EQ(resetCount_, 1);
}

} // namespace
