#include "imgui.h"
#include "render/frame_hash.h"
#include "render/shapes.h"

#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace {

using render::Shape;
using render::ShapeKind;
using render::ShapeList;
using render::TimeTransform;

class FrameHashTest : public testing::Test {
protected:
    void SetUp() override {
        ImGui::CreateContext();
        drawList_.emplace(ImGui::GetDrawListSharedData());
        texture_.Create(ImTextureFormat_RGBA32, 4, 4);
    }
    void TearDown() override {
        texture_.SetTexID(ImTextureID_Invalid);
        texture_.SetStatus(ImTextureStatus_Destroyed);
        drawList_.reset();
        ImGui::DestroyContext();
    }

    using Fill = std::function<void(ImDrawList&, ShapeList&)>;
    std::uint64_t hash(const Fill& fill, int width = 800, int height = 600, float ratio = 1,
                       std::uint32_t background = 0xFFFFFFFF) {
        drawList_->_ResetForNewFrame();
        drawList_->PushTexture(texture_.GetTexRef());
        drawList_->PushClipRect({0, 0}, {800, 600});
        ShapeList shapes;
        fill(*drawList_, shapes);
        ImDrawData drawData;
        drawData.FramebufferScale = {ratio, ratio};
        drawData.AddDrawList(&*drawList_);
        return render::hashFrame(drawData, shapes, width, height, background);
    }

    std::optional<ImDrawList> drawList_;
    ImTextureData texture_;
};

void paint(ImDrawList& drawList, ShapeList& shapes) {
    drawList.AddRectFilled({0, 0}, {10, 10}, IM_COL32_WHITE);
    shapes.shapes.push_back({.x = 1, .y = 2, .width = 3, .height = 4, .colour = 5, .radius = 6});
    shapes.addTo(drawList, 0);
    shapes.retained.set({{.shape = {.x = 1}, .startDay = 2, .endDay = 3}});
    shapes.addRetainedTo(drawList, {.originDay = 1, .pixelsPerDay = 2, .x = 3, .y = 4, .left = 5, .right = 6});
    drawList.AddRectFilled({20, 20}, {30, 30}, IM_COL32_WHITE);
}

/// As paint(), with another shape.
std::function<void(ImDrawList&, ShapeList&)> withShape(const Shape& shape) {
    return [shape](ImDrawList& drawList, ShapeList& shapes) {
        paint(drawList, shapes);
        shapes.shapes.front() = shape;
    };
}

TEST_F(FrameHashTest, IsTheSameForTheSameFrame) {
    const std::uint64_t first = hash(paint);
    EXPECT_EQ(hash(paint), first);
    // Whatever bytes are in the padding of its structures.
    Shape shape;
    std::memset(static_cast<void*>(&shape), 0xAB, sizeof shape);
    shape.x = 1, shape.y = 2, shape.width = 3, shape.height = 4, shape.colour = 5, shape.radius = 6;
    shape.kind = ShapeKind::roundedRectangle;
    shape.corner = render::Corner::upperLeft;
    shape.clip.x = shape.clip.y = -1e6F, shape.clip.width = shape.clip.height = 2e6F;
    shape.clip.radius = 0, shape.clip.roundCorners = 0;
    EXPECT_EQ(hash(withShape(shape)), first);
}

TEST_F(FrameHashTest, IsAnotherForEachThingThatDiffers) {
    const Shape shape{.x = 1, .y = 2, .width = 3, .height = 4, .colour = 5, .radius = 6};
    std::vector<std::uint64_t> hashes = {hash(paint),
                                         hash(paint, 801),
                                         hash(paint, 800, 601),
                                         hash(paint, 800, 600, 2),
                                         hash(paint, 800, 600, 1, 0xFF000000),
                                         hash([](ImDrawList&, ShapeList&) {})};
    const std::vector<std::function<void(Shape&)>> changes = {
        [](Shape& one) { one.x += 1; },          [](Shape& one) { one.y += 1; },
        [](Shape& one) { one.width += 1; },      [](Shape& one) { one.height += 1; },
        [](Shape& one) { one.colour += 1; },     [](Shape& one) { one.kind = ShapeKind::disc; },
        [](Shape& one) { one.radius += 1; },     [](Shape& one) { one.corner = render::Corner::lowerLeft; },
        [](Shape& one) { one.clip.x = 1; },      [](Shape& one) { one.clip.y = 1; },
        [](Shape& one) { one.clip.width = 1; },  [](Shape& one) { one.clip.height = 1; },
        [](Shape& one) { one.clip.radius = 1; }, [](Shape& one) { one.clip.roundCorners = 1; },
    };
    for (const auto& change : changes) {
        Shape changed = shape;
        change(changed);
        hashes.push_back(hash(withShape(changed)));
    }
    const auto add = [&](const Fill& more) {
        hashes.push_back(hash([&](ImDrawList& drawList, ShapeList& shapes) {
            paint(drawList, shapes);
            more(drawList, shapes);
        }));
    };
    add([](ImDrawList& drawList, ShapeList&) { drawList.VtxBuffer.back().col = 0; });
    add([](ImDrawList& drawList, ShapeList&) { drawList.VtxBuffer.front().pos.x = 1; });
    add([](ImDrawList& drawList, ShapeList&) { drawList.IdxBuffer.back() = 0; });
    add([](ImDrawList& drawList, ShapeList&) { drawList.CmdBuffer.back().ClipRect.x = 1; });
    add([](ImDrawList& drawList, ShapeList&) { drawList.CmdBuffer.back().TexRef = {}; });
    add([](ImDrawList& drawList, ShapeList& shapes) {
        shapes.shapes.push_back({});
        shapes.addTo(drawList, 1);
    });
    add([](ImDrawList&, ShapeList& shapes) { shapes.retained.set({}); });
    const std::vector<std::function<void(TimeTransform&)>> moves = {
        [](TimeTransform& one) { one.originDay += 1; }, [](TimeTransform& one) { one.pixelsPerDay += 1; },
        [](TimeTransform& one) { one.x += 1; },         [](TimeTransform& one) { one.y += 1; },
        [](TimeTransform& one) { one.left += 1; },      [](TimeTransform& one) { one.right += 1; },
        [](TimeTransform& one) { one.opacity = 0.5F; },
    };
    for (const auto& move : moves) {
        TimeTransform moved{.originDay = 1, .pixelsPerDay = 2, .x = 3, .y = 4, .left = 5, .right = 6};
        move(moved);
        add([&](ImDrawList& drawList, ShapeList& shapes) { shapes.addRetainedTo(drawList, moved); });
    }
    EXPECT_EQ(std::set(hashes.begin(), hashes.end()).size(), hashes.size());
}

TEST_F(FrameHashTest, TexturesThatChangeAreNoticed) {
    ImVector<ImTextureData*> textures;
    textures.push_back(&texture_);
    ImDrawData drawData;
    EXPECT_FALSE(render::hasTextureChanges(drawData));
    drawData.Textures = &textures;
    for (const ImTextureStatus status :
         {ImTextureStatus_WantCreate, ImTextureStatus_WantUpdates, ImTextureStatus_WantDestroy}) {
        texture_.Status = status;
        EXPECT_TRUE(render::hasTextureChanges(drawData)) << status;
    }
    for (const ImTextureStatus status : {ImTextureStatus_OK, ImTextureStatus_Destroyed}) {
        texture_.Status = status;
        EXPECT_FALSE(render::hasTextureChanges(drawData)) << status;
    }
}

} // namespace
