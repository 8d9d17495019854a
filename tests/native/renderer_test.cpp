// Checks the pixels that the shapes' shader paints. Needs a display with OpenGL (ctest starts a virtual one).
#include "imgui.h"
#include "platform/native/fonts.h"
#include "platform/native/window.h"
#include "render/gl/renderer.h"
#include "render/software/rasteriser.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <numbers>

namespace {

using render::Corner;
using render::RoundedClip;
using render::Shape;
using render::ShapeKind;
using render::ShapeList;

constexpr std::uint32_t kWhite = 0xFFFFFFFF;
constexpr std::uint32_t kBlack = 0xFF000000;
// Device px of the surface's sides. In floating point 90 / 1.1 × 1.1 is slightly less than 90; so are 45
// and 63 at the ratio 1.1, and 31 and 62 at 1.75 below.
constexpr int kSize = 90;

/// The coverage of what was painted in black on white, by the red channel: 0 (white) … 1 (black).
struct Picture {
    std::vector<std::uint8_t> pixels;
    std::uint8_t channel(int x, int y, int channel) const {
        const auto size = [](int number) { return static_cast<std::size_t>(number); };
        return pixels[(size(y) * size(kSize) + size(x)) * 4 + size(channel)];
    }
    double cover(int x, int y) const { return 1 - channel(x, y, 0) / 255.0; }
    double area() const {
        double sum = 0;
        for (int y = 0; y < kSize; ++y) {
            for (int x = 0; x < kSize; ++x) sum += cover(x, y);
        }
        return sum;
    }
    /// The number of pixels that are neither black nor white.
    int blurredCount() const {
        int count = 0;
        for (int y = 0; y < kSize; ++y) {
            for (int x = 0; x < kSize; ++x) count += channel(x, y, 0) != 0 && channel(x, y, 0) != 255;
        }
        return count;
    }
    bool operator==(const Picture&) const = default;
};

/// A framebuffer object. The window's own framebuffer would lack pixels outside of the screen or behind other windows.
class OffscreenSurface {
public:
    OffscreenSurface(int width, int height) {
        glGenFramebuffers(1, &framebuffer_);
        glGenRenderbuffers(1, &colours_);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glBindRenderbuffer(GL_RENDERBUFFER, colours_);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colours_);
    }
    ~OffscreenSurface() {
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glDeleteFramebuffers(1, &framebuffer_);
        glDeleteRenderbuffers(1, &colours_);
    }
    OffscreenSurface(const OffscreenSurface&) = delete;
    OffscreenSurface& operator=(const OffscreenSurface&) = delete;

    bool isReady() const { return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE; }

private:
    GLuint framebuffer_ = 0;
    GLuint colours_ = 0;
};

/// Reverses the rows: OpenGL's first row is the lowest.
void turnUpsideDown(std::vector<std::uint8_t>& pixels, int height) {
    std::size_t stride = pixels.size() / static_cast<std::size_t>(height);
    for (std::size_t upper = 0, lower = pixels.size() - stride; upper < lower; upper += stride, lower -= stride) {
        auto row = pixels.begin() + static_cast<std::ptrdiff_t>(upper);
        std::swap_ranges(row, row + static_cast<std::ptrdiff_t>(stride),
                         pixels.begin() + static_cast<std::ptrdiff_t>(lower));
    }
}

/// Draws a frame (Renderer::draw) into a framebuffer of its own, `width` × `height` device px. Returns height × width ×
/// RGBA bytes, upper row first; empty where the framebuffer cannot be made. Precondition: the GL context is current.
std::vector<std::uint8_t> drawPicture(render::Renderer& renderer, ImDrawData& drawData, const render::ShapeList& shapes,
                                      base::Colour background, int width, int height) {
    OffscreenSurface surface(width, height);
    if (!surface.isReady()) return {};
    renderer.draw(drawData, shapes, width, height, background);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    turnUpsideDown(pixels, height);
    return pixels;
}

class RendererTest : public testing::Test {
protected:
    void SetUp() override {
        window_ = platform::Window::open(1, 1, true);
        ASSERT_TRUE(window_) << "no display, or no OpenGL 3.3";
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
        ui::FontSet fonts;
        std::string problem;
        ASSERT_TRUE(library_.addTo(*io.Fonts, "", fonts, problem)) << problem;
        renderer_.create();
        ASSERT_TRUE(renderer_.isReady());
    }
    void TearDown() override {
        renderer_.destroy(false);
        if (ImGui::GetCurrentContext()) ImGui::DestroyContext();
        window_.reset();
    }

    /// One frame of that pixel ratio, filled by `fill`.
    Picture paint(const std::function<void(ImDrawList&, ShapeList&)>& fill, float ratio = 1) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {kSize / ratio, kSize / ratio};
        io.DisplayFramebufferScale = {ratio, ratio};
        ImGui::NewFrame();
        list_.shapes.clear();
        fill(*ImGui::GetBackgroundDrawList(), list_);
        ImGui::Render();
        return repaint();
    }
    /// Draws the last frame again, by OpenGL, and checks that the rasteriser in memory paints the same.
    Picture repaint() {
        ImDrawData& drawData = *ImGui::GetDrawData();
        Picture picture{drawPicture(renderer_, drawData, list_, kWhite, kSize, kSize)};
        const Picture inMemory{render::paintInMemory(drawData, list_, kSize, kSize, kWhite)};
        EXPECT_EQ(countDifferent(picture, inMemory), 0) << "pixels differ from OpenGL's";
        return picture;
    }
    /// The number of pixels with a channel that differs by more than the rounding of two drivers does.
    static int countDifferent(const Picture& one, const Picture& other) {
        constexpr int kRounding = 2;
        int count = 0;
        for (int y = 0; y < kSize; ++y) {
            for (int x = 0; x < kSize; ++x) {
                bool isDifferent = false;
                for (const int channel : {0, 1, 2, 3})
                    isDifferent |= std::abs(one.channel(x, y, channel) - other.channel(x, y, channel)) > kRounding;
                if (isDifferent) ++count;
            }
        }
        return count;
    }
    Picture paintShape(const Shape& shape, float ratio = 1) {
        return paint(
            [&](ImDrawList& drawList, ShapeList& list) {
                list.shapes.push_back(shape);
                list.addTo(drawList, 0);
            },
            ratio);
    }

    std::unique_ptr<platform::Window> window_;
    platform::FontLibrary library_;
    render::Renderer renderer_;
    ShapeList list_;
};

TEST_F(RendererTest, ARectangleOnDevicePixelsHasNoBlurredEdge) {
    Picture picture = paintShape({8, 16, 40, 1, kBlack});
    EXPECT_EQ(picture.blurredCount(), 0);
    EXPECT_EQ(picture.area(), 40);
    EXPECT_EQ(picture.cover(8, 16), 1);
    EXPECT_EQ(picture.cover(47, 16), 1);
    EXPECT_EQ(picture.cover(48, 16), 0);
    EXPECT_EQ(picture.cover(8, 15), 0);
}

TEST_F(RendererTest, ARectangleOnDevicePixelsStaysSharpAtEveryRatio) {
    for (float ratio : {1.1f, 1.25f, 1.5f, 1.75f, 2.0f, 3.0f}) {
        Picture picture = paintShape({11 / ratio, 23 / ratio, 37 / ratio, 5 / ratio, kBlack}, ratio);
        EXPECT_EQ(picture.blurredCount(), 0) << ratio;
        EXPECT_EQ(picture.area(), 37 * 5) << ratio;
        EXPECT_EQ(picture.cover(11, 23), 1) << ratio;
    }
}

TEST_F(RendererTest, AnEdgeInsideAPixelIsAsDarkAsItsPart) {
    Picture picture = paintShape({8.25f, 16, 4, 1, kBlack});
    EXPECT_NEAR(picture.cover(8, 16), 0.75, 0.01);
    EXPECT_NEAR(picture.cover(12, 16), 0.25, 0.01);
    EXPECT_EQ(picture.cover(10, 16), 1);
}

TEST_F(RendererTest, ALineThinnerThanAPixelIsAsFaintAsItIsThin) {
    Picture picture = paintShape({8, 16.25f, 4, 0.5f, kBlack});
    EXPECT_NEAR(picture.cover(9, 16), 0.5, 0.01);
    EXPECT_NEAR(picture.area(), 2, 0.05);
}

TEST_F(RendererTest, RoundedCornersTakeAwayWhatTheyShould) {
    Picture picture = paintShape({8, 8, 40, 30, kBlack, ShapeKind::roundedRectangle, Corner::upperLeft, 10});
    EXPECT_NEAR(picture.area(), 40 * 30 - (4 - std::numbers::pi) * 100, 2);
    EXPECT_EQ(picture.cover(8, 8), 0);
    EXPECT_EQ(picture.cover(8, 20), 1);
    EXPECT_EQ(picture.cover(47, 20), 1);
}

TEST_F(RendererTest, ARadiusLargerThanTheShapeMakesAPill) {
    Picture picture = paintShape({8, 8, 40, 4, kBlack, ShapeKind::roundedRectangle, Corner::upperLeft, 100});
    EXPECT_NEAR(picture.area(), 36 * 4 + std::numbers::pi * 4, 1);
}

TEST_F(RendererTest, ADiscFillsItsRectangle) {
    Picture picture = paintShape({8, 8, 40, 40, kBlack, ShapeKind::disc});
    EXPECT_NEAR(picture.area(), std::numbers::pi * 400, 3);
    EXPECT_EQ(picture.cover(28, 28), 1);
    EXPECT_EQ(picture.cover(9, 9), 0);
    EXPECT_NEAR(paintShape({8, 8, 40, 20, kBlack, ShapeKind::disc}).area(), std::numbers::pi * 200, 6);
}

TEST_F(RendererTest, AQuarterDiscStandsAroundItsCorner) {
    struct Expectation {
        Corner corner;
        int filledX, filledY, emptyX, emptyY;
    };
    for (const Expectation& expected :
         {Expectation{Corner::upperLeft, 8, 8, 47, 47}, Expectation{Corner::upperRight, 47, 8, 8, 47},
          Expectation{Corner::lowerRight, 47, 47, 8, 8}, Expectation{Corner::lowerLeft, 8, 47, 47, 8}}) {
        Picture picture = paintShape({8, 8, 40, 40, kBlack, ShapeKind::quarterDisc, expected.corner});
        EXPECT_NEAR(picture.area(), std::numbers::pi * 400, 3);
        EXPECT_EQ(picture.cover(expected.filledX, expected.filledY), 1);
        EXPECT_EQ(picture.cover(expected.emptyX, expected.emptyY), 0);
    }
}

TEST_F(RendererTest, QuarterArcsAreAsWideAsTheirGaps) {
    Picture picture = paintShape({8, 8, 42, 42, kBlack, ShapeKind::quarterArcs, Corner::upperLeft});
    // Six pixels from the corner along the upper edge, for each.
    for (int x = 0; x < 42; ++x) {
        double expected = (x / 6) % 2;
        bool isEdge = x % 6 == 0 || x % 6 == 5; // the circle just leaves the row of pixels there
        EXPECT_NEAR(picture.cover(8 + x, 8), expected, isEdge ? 0.05 : 0) << x;
    }
    EXPECT_NEAR(picture.area(), std::numbers::pi / 4 * 36 * (3 + 7 + 11), 3);
}

TEST_F(RendererTest, ADiamondStandsOnItsTip) {
    Picture picture = paintShape({8, 8, 40, 40, kBlack, ShapeKind::diamond});
    EXPECT_NEAR(picture.area(), 800, 4);
    EXPECT_EQ(picture.cover(10, 28), 1);
    EXPECT_EQ(picture.cover(10, 10), 0);
    Picture rounded = paintShape({8, 8, 40, 40, kBlack, ShapeKind::diamond, Corner::upperLeft, 6});
    EXPECT_NEAR(rounded.area(), 800 - (4 - std::numbers::pi) * 36, 4);
    EXPECT_EQ(rounded.cover(8, 28), 0);
}

TEST_F(RendererTest, ColoursAreBlendedAsDearImGuiBlendsThem) {
    constexpr std::uint32_t kSeeThrough = 0x80402010;
    Picture ours = paintShape({8, 8, 40, 40, kSeeThrough});
    Picture theirs = paint([](ImDrawList& drawList, ShapeList&) {
        drawList.AddRectFilled({8, 8}, {48, 48}, kSeeThrough);
    });
    EXPECT_EQ(ours, theirs);
    EXPECT_NEAR(ours.channel(20, 20, 0), 255 - (255 - 0x10) * 128.0 / 255, 1);
}

TEST_F(RendererTest, ShapesKeepTheirPlaceBetweenWhatDearImGuiDraws) {
    constexpr std::uint32_t kRed = 0xFF0000FF;
    Picture picture = paint([](ImDrawList& drawList, ShapeList& list) {
        drawList.AddRectFilled({0, 0}, {60, 60}, kRed);
        list.shapes.push_back({10, 10, 40, 40, kBlack});
        list.addTo(drawList, 0);
        drawList.AddRectFilled({20, 20}, {40, 40}, kRed);
        list.shapes.push_back({25, 25, 5, 5, kBlack});
        list.addTo(drawList, 1);
    });
    EXPECT_EQ(picture.channel(5, 5, 0), 255);
    EXPECT_EQ(picture.channel(15, 15, 0), 0);
    EXPECT_EQ(picture.channel(22, 22, 0), 255);
    EXPECT_EQ(picture.channel(27, 27, 0), 0);
    EXPECT_EQ(picture.channel(35, 35, 0), 255);
}

TEST_F(RendererTest, ClipRectanglesCutOnWholePixelsAtEveryRatio) {
    for (float ratio : {1.0f, 1.1f, 1.25f, 1.5f, 1.75f, 2.0f}) {
        auto fill = [ratio](bool isOurs) {
            return [=](ImDrawList& drawList, ShapeList& list) {
                drawList.PushClipRect({31 / ratio, 45 / ratio}, {62 / ratio, 63 / ratio});
                if (isOurs)
                    list.shapes.push_back({0, 0, kSize, kSize, kBlack});
                else
                    drawList.AddRectFilled({0, 0}, {kSize, kSize}, kBlack);
                list.addTo(drawList, 0);
                drawList.PopClipRect();
            };
        };
        for (bool isOurs : {true, false}) {
            Picture picture = paint(fill(isOurs), ratio);
            EXPECT_EQ(picture.area(), (62 - 31) * (63 - 45)) << ratio;
            EXPECT_EQ(picture.cover(31, 45), 1) << ratio;
            EXPECT_EQ(picture.cover(61, 62), 1) << ratio;
        }
    }
}

TEST_F(RendererTest, DearImGuiReachesTheLastPixelAtEveryRatio) {
    for (float ratio : {1.1f, 1.25f, 1.5f, 1.75f, 3.0f}) {
        Picture picture = paint(
            [](ImDrawList& drawList, ShapeList&) {
                drawList.AddRectFilled({0, 0}, {500, 500}, kBlack);
            },
            ratio);
        EXPECT_EQ(picture.area(), kSize * kSize) << ratio;
    }
}

TEST_F(RendererTest, ARoundedClipCutsTheCornersOff) {
    RoundedClip clip{10, 10, 50, 40, 12};
    Picture picture = paint([&](ImDrawList& drawList, ShapeList& list) {
        list.shapes.push_back({.width = kSize, .height = kSize, .colour = kBlack, .clip = clip});
        list.addTo(drawList, 0);
    });
    EXPECT_NEAR(picture.area(), 50 * 40 - (4 - std::numbers::pi) * 144, 2);
    EXPECT_EQ(picture.cover(10, 10), 0);
    EXPECT_EQ(picture.cover(10, 30), 1);
    EXPECT_EQ(picture.cover(9, 30), 0);
}

TEST_F(RendererTest, AClipCutsOnlyTheCornersThatAreRound) {
    RoundedClip clip{10, 10, 50, 40, 12, 0b0010}; // the upper right one
    Picture picture = paint([&](ImDrawList& drawList, ShapeList& list) {
        list.shapes.push_back({.width = kSize, .height = kSize, .colour = kBlack, .clip = clip});
        list.addTo(drawList, 0);
    });
    EXPECT_NEAR(picture.area(), 50 * 40 - (1 - std::numbers::pi / 4) * 144, 1);
    EXPECT_EQ(picture.cover(10, 10), 1);
    EXPECT_EQ(picture.cover(59, 10), 0);
    EXPECT_EQ(picture.cover(59, 49), 1);
    EXPECT_EQ(picture.cover(10, 49), 1);
}

TEST_F(RendererTest, AShapeWithoutARoundedClipIsNotCutByItsNeighbours) {
    Picture picture = paint([](ImDrawList& drawList, ShapeList& list) {
        list.shapes.push_back({.x = 10, .y = 10, .width = 5, .height = 5, .colour = kBlack, .clip = {10, 10, 5, 5, 0}});
        list.shapes.push_back({40, 40, 5, 5, kBlack});
        list.addTo(drawList, 0);
    });
    EXPECT_EQ(picture.area(), 50);
    EXPECT_EQ(renderer_.counters().drawCalls, 1u);
}

// ── Shapes on a scale of time ──

/// A row for each pair of days, 8 CSS px high.
std::vector<render::TimedShape> rowsOf(std::initializer_list<std::pair<std::int32_t, std::int32_t>> days) {
    std::vector<render::TimedShape> rows;
    for (const auto& [start, end] : days) {
        const auto y = static_cast<float>(8 * rows.size());
        rows.push_back({.shape = {.y = y, .height = 8, .colour = kBlack}, .startDay = start, .endDay = end});
    }
    return rows;
}

TEST_F(RendererTest, TimedShapesAreWhereTheScaleSaysAtEveryRatio) {
    // 2017-10-15, and days so far from 1970 that a float does not hold their minutes.
    for (const std::int32_t day : {17'454, -719'528, 2'932'890}) {
        for (const float ratio : {1.0F, 1.25F, 2.0F}) {
            const double minute = 1.0 / (24 * 60);
            // 16 device px in a day; the scale begins at six o'clock.
            const render::TimeTransform transform = render::timeTransform(
                day + 6 * 60 * minute, 16.0 / static_cast<double>(ratio), 8 / ratio, 0, kSize / ratio);
            Picture picture = paint(
                [&](ImDrawList& drawList, ShapeList& list) {
                    list.retained.set(rowsOf({{day + 1, day + 3}, {day - 1'000'000, day + 1}, {day + 9, day + 10}}));
                    list.addRetainedTo(drawList, transform);
                },
                ratio);
            EXPECT_EQ(picture.blurredCount(), 0) << day << " at " << ratio;
            const int height = static_cast<int>(8 * ratio);
            // 8 + 12 px to the first midnight, 32 px for two days; a line from the left edge; one outside.
            EXPECT_EQ(picture.area(), (32 + 20) * height) << day << " at " << ratio;
            EXPECT_EQ(picture.cover(20, 0), 1);
            EXPECT_EQ(picture.cover(19, 0), 0);
            EXPECT_EQ(picture.cover(51, 0), 1);
            EXPECT_EQ(picture.cover(52, 0), 0);
            EXPECT_EQ(picture.cover(0, height), 1);
            EXPECT_EQ(picture.cover(20, height), 0);
        }
    }
}

TEST_F(RendererTest, TimedShapesArePaintedAsShapeAtSays) {
    const std::vector<render::TimedShape> timed = {
        {.shape = {.x = -3, .y = 4, .width = 6, .height = 9, .colour = 0x80402010, .radius = 3},
         .startDay = 10,
         .endDay = 12,
         .startMinute = 300},
        {.shape = {.x = -7, .y = 40, .width = 14, .height = 14, .colour = kBlack, .kind = ShapeKind::diamond},
         .startDay = 13,
         .endDay = 13,
         .startMinute = 720,
         .endMinute = 720}};
    render::TimeTransform transform = render::timeTransform(9.3, 14.7, 5.25F, 0, 80);
    transform.y = 3.5F;
    transform.opacity = 0.75F;
    Picture ours = paint([&](ImDrawList& drawList, ShapeList& list) {
        list.retained.set(timed);
        list.addRetainedTo(drawList, transform);
    });
    Picture plain = paint([&](ImDrawList& drawList, ShapeList& list) {
        for (const render::TimedShape& shape : timed) list.shapes.push_back(render::shapeAt(shape, transform));
        list.addTo(drawList, 0);
    });
    EXPECT_GT(ours.area(), 100);
    for (int y = 0; y < kSize; ++y) {
        for (int x = 0; x < kSize; ++x) ASSERT_NEAR(ours.cover(x, y), plain.cover(x, y), 0.02) << x << ", " << y;
    }
}

TEST_F(RendererTest, MovingTheScaleUploadsNothing) {
    const auto draw = [&](double first, std::int32_t end) {
        paint([&](ImDrawList& drawList, ShapeList& list) {
            std::vector<render::TimedShape> rows;
            for (int row = 0; row < 10'000; ++row) {
                rows.push_back({.shape = {.y = static_cast<float>(row % kSize), .height = 1, .colour = kBlack},
                                .startDay = row % 300,
                                .endDay = end});
            }
            list.retained.set(std::move(rows));
            list.addRetainedTo(drawList, render::timeTransform(first, 3, 0, 0, kSize));
        });
        return renderer_.counters();
    };
    EXPECT_EQ(draw(0, 400).retainedBytes, 10'000 * sizeof(render::TimedShape));
    for (int step = 1; step < 20; ++step) {
        const render::Renderer::Counters counters = draw(step, 400);
        EXPECT_EQ(counters.retainedBytes, 0u);
        EXPECT_EQ(counters.shapeBytes, 0u);
        EXPECT_EQ(counters.drawCalls, 1u);
    }
    EXPECT_GT(draw(0, 401).retainedBytes, 0u) << "they have changed";
    renderer_.destroy(true);
    renderer_.create();
    ASSERT_TRUE(renderer_.isReady());
    EXPECT_GT(draw(0, 401).retainedBytes, 0u) << "the context was lost";
}

TEST_F(RendererTest, PlainShapesStayWhereTheyAreBesideTimedOnes) {
    const auto add = [](ImDrawList& drawList, ShapeList& list) {
        list.shapes.push_back({8, 60, 20, 5, kBlack});
        list.addTo(drawList, list.shapes.size() - 1);
    };
    Picture picture = paint([&](ImDrawList& drawList, ShapeList& list) {
        add(drawList, list);
        list.retained.set(rowsOf({{10, 12}}));
        list.addRetainedTo(drawList, render::timeTransform(8, 10, 0, 0, kSize));
        list.shapes.push_back({8, 70, 20, 5, kBlack});
        list.addTo(drawList, 1);
    });
    EXPECT_EQ(picture.area(), 20 * 8 + 2 * 20 * 5);
    EXPECT_EQ(picture.cover(8, 60), 1);
    EXPECT_EQ(picture.cover(8, 70), 1);
    EXPECT_EQ(picture.cover(20, 0), 1);
    EXPECT_EQ(renderer_.counters().drawCalls, 3u);
}

TEST_F(RendererTest, CountsWhatItUploads) {
    const auto fill = [](ImDrawList& drawList, ShapeList& list) {
        drawList.AddRectFilled({0, 0}, {10, 10}, kBlack);
        list.shapes.push_back({8, 60, 20, 5, kBlack});
        list.addTo(drawList, 0);
    };
    paint(fill);
    EXPECT_GT(renderer_.counters().textureBytes, 0u);
    paint(fill);
    const render::Renderer::Counters& counters = renderer_.counters();
    EXPECT_EQ(counters.drawCalls, 2u);
    EXPECT_EQ(counters.triangleBytes, 4 * sizeof(ImDrawVert) + 6 * sizeof(ImDrawIdx));
    EXPECT_EQ(counters.shapeBytes, sizeof(Shape));
    EXPECT_EQ(counters.textureBytes, 0u);
    EXPECT_EQ(counters.bytes(), counters.triangleBytes + counters.shapeBytes);
}

TEST_F(RendererTest, DrawingTheSameFrameAgainGivesTheSamePicture) {
    Picture first = paint(
        [](ImDrawList& drawList, ShapeList& list) {
            drawList.PushClipRect({3.3f, 4.7f}, {50.2f, 60.9f});
            list.shapes.push_back({5, 5, 40, 40, kBlack, ShapeKind::disc});
            list.addTo(drawList, 0);
            drawList.PopClipRect();
        },
        1.25f);
    EXPECT_EQ(repaint(), first);
    EXPECT_GT(first.area(), 100);
}

TEST_F(RendererTest, EverythingIsThereAgainAfterAContextWasLost) {
    auto fill = [](ImDrawList& drawList, ShapeList& list) {
        list.shapes.push_back({5, 5, 40, 40, kBlack, ShapeKind::disc});
        list.addTo(drawList, 0);
        drawList.AddRectFilled({60, 60}, {70, 70}, kBlack);
        drawList.AddText({50, 20}, kBlack, "Défi");
    };
    Picture before = paint(fill);
    renderer_.destroy(true);
    renderer_.create();
    ASSERT_TRUE(renderer_.isReady());
    EXPECT_EQ(paint(fill), before);
    EXPECT_GT(before.area(), 1356);
}

TEST_F(RendererTest, MoreTrianglesThanSixteenBitsCountAreAllThere) {
    constexpr int kCopies = 5;
    const auto fill = [](int copies) {
        return [copies](ImDrawList& drawList, ShapeList&) {
            for (int copy = 0; copy < copies; ++copy) {
                for (int pixel = 0; pixel < 64 * 64; ++pixel) {
                    const ImVec2 corner{static_cast<float>(pixel % 64), static_cast<float>(pixel / 64)};
                    drawList.AddRectFilled(corner, {corner.x + 1, corner.y + 1}, kBlack);
                }
            }
            drawList.AddRectFilled({70, 70}, {80, 80}, kBlack);
        };
    };
    Picture once = paint(fill(1));
    EXPECT_EQ(once.area(), 64 * 64 + 100);
    Picture often = paint(fill(kCopies));
    EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, 1 << 16);
    EXPECT_EQ(often, once);
    EXPECT_EQ(paint(fill(1)), once) << "after a frame that moved the first vertex";
}

TEST_F(RendererTest, GlyphsThatComeLaterAreThere) {
    const auto fill = [](const char* text) {
        return [text](ImDrawList& drawList, ShapeList&) { drawList.AddText({10, 20}, kBlack, text); };
    };
    Picture first = paint(fill("Défi"));
    Picture later = paint(fill("Kongo"));
    EXPECT_GT(later.area(), 10);
    EXPECT_NE(later, first);
    EXPECT_EQ(paint(fill("Défi")), first);
    // In a texture that was uploaded with all of them at once.
    renderer_.destroy(false);
    renderer_.create();
    ASSERT_TRUE(renderer_.isReady());
    EXPECT_EQ(paint(fill("Kongo")), later);
}

TEST_F(RendererTest, GlyphsAreThereWhileTheAtlasGrows) {
    const auto fill = [](float size) {
        return [size](ImDrawList& drawList, ShapeList&) {
            drawList.AddText({2, 2}, kBlack, "Défi");
            if (size > 0) drawList.AddText(nullptr, size, {2, 40}, kBlack, "W");
        };
    };
    Picture small = paint(fill(0));
    const int before = ImGui::GetIO().Fonts->TexData->Width * ImGui::GetIO().Fonts->TexData->Height;
    Picture grown = paint(fill(600));
    EXPECT_GT(ImGui::GetIO().Fonts->TexData->Width * ImGui::GetIO().Fonts->TexData->Height, before);
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < kSize; ++x) ASSERT_EQ(grown.channel(x, y, 0), small.channel(x, y, 0)) << x << ", " << y;
    }
    EXPECT_EQ(paint(fill(0)), small);
    EXPECT_EQ(paint(fill(0)), small) << "after the former texture was deleted";
}

} // namespace
