#include "render/emblem.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

namespace {

using render::EmblemArea;
using render::Shape;
using render::ShapeKind;
using render::ShapeList;

constexpr std::uint32_t kWhite = 0xFFFFFFFF;
constexpr std::uint32_t kTeal = 0xFF7F7A0E;
constexpr std::array kColours = {kTeal, 0xFFC45F3Au, 0xFF9C4FA0u};
constexpr EmblemArea kCard{10, 20, 304, 84, 42};

ShapeList emblemOf(std::string_view id, const EmblemArea& area = kCard) {
    ShapeList list;
    render::appendEmblem(list, id, kColours, kWhite, area);
    return list;
}

int columnOf(const Shape& shape, const EmblemArea& area) {
    return static_cast<int>((shape.x - area.x) / area.cell);
}

int rowOf(const Shape& shape, const EmblemArea& area) {
    return static_cast<int>((shape.y - area.y) / area.cell);
}

std::uint32_t channel(std::uint32_t colour, int shift) {
    return (colour >> shift) & 0xFF;
}

TEST(Emblem, IsTheSameForTheSameIdAndColours) {
    EXPECT_EQ(emblemOf("gobelins").shapes, emblemOf("gobelins").shapes);
}

TEST(Emblem, DiffersForAnotherId) {
    EXPECT_NE(emblemOf("gobelins").shapes, emblemOf("hopkins").shapes);
    EXPECT_NE(emblemOf("a").shapes, emblemOf("b").shapes);
}

TEST(Emblem, BeginsWithItsGroundOverTheWholeArea) {
    Shape ground = emblemOf("gobelins").shapes.front();
    EXPECT_EQ(ground.kind, ShapeKind::roundedRectangle);
    EXPECT_EQ(ground.radius, 0);
    EXPECT_EQ((std::array{ground.x, ground.y, ground.width, ground.height}), (std::array{10.0f, 20.0f, 304.0f, 84.0f}));
    // A tenth of #0E7A7F over white.
    EXPECT_EQ(ground.colour, 0xFFF2F2E7u);
}

TEST(Emblem, AppendsBehindWhatIsThereAlready) {
    ShapeList list;
    list.shapes.push_back({1, 2, 3, 4, kTeal});
    render::appendEmblem(list, "gobelins", kColours, kWhite, kCard);
    EXPECT_EQ(list.shapes.front(), (Shape{1, 2, 3, 4, kTeal}));
    EXPECT_TRUE(std::equal(list.shapes.begin() + 1, list.shapes.end(), emblemOf("gobelins").shapes.begin()));
}

TEST(Emblem, StaysInsideTheAreaAndOneSquare) {
    for (std::string_view id : {"gobelins", "hopkins", "predisauvetage", ""}) {
        for (const Shape& shape : emblemOf(id).shapes) {
            EXPECT_GE(shape.x, kCard.x);
            EXPECT_GE(shape.y, kCard.y);
            EXPECT_LT(shape.x, kCard.x + kCard.width);
            EXPECT_LE(shape.x + shape.width, kCard.x + kCard.width + kCard.cell);
            EXPECT_LE(shape.y + shape.height, kCard.y + kCard.height);
        }
    }
}

TEST(Emblem, ShowsMoreOfTheSamePatternOnALargerArea) {
    constexpr EmblemArea kLarger{10, 20, 600, 200, 42};
    ShapeList small = emblemOf("gobelins");
    ShapeList large = emblemOf("gobelins", kLarger);
    int columns = 8;
    int rows = 2;
    std::vector<Shape> shared;
    for (const Shape& shape : large.shapes) {
        bool isGround = shape == large.shapes.front();
        if (!isGround && columnOf(shape, kLarger) < columns && rowOf(shape, kLarger) < rows) shared.push_back(shape);
    }
    std::vector<Shape> expected(small.shapes.begin() + 1, small.shapes.end());
    EXPECT_EQ(shared, expected);
    EXPECT_GT(large.shapes.size(), small.shapes.size());
}

TEST(Emblem, FillsAboutFourSquaresInFive) {
    constexpr EmblemArea kWide{0, 0, 4000, 4000, 40};
    std::size_t filled = emblemOf("gobelins", kWide).shapes.size() - 1;
    EXPECT_NEAR(static_cast<double>(filled) / 10000.0, 0.8, 0.02);
}

TEST(Emblem, LeavesNoTwoNeighbouringSquaresEmpty) {
    constexpr EmblemArea kWide{0, 0, 1000, 1000, 20};
    std::set<std::pair<int, int>> filled;
    ShapeList list = emblemOf("hopkins", kWide);
    for (auto shape = list.shapes.begin() + 1; shape != list.shapes.end(); ++shape) {
        filled.insert({columnOf(*shape, kWide), rowOf(*shape, kWide)});
    }
    for (int row = 0; row < 49; ++row) {
        for (int column = 0; column < 49; ++column) {
            bool isFilled = filled.contains({column, row});
            EXPECT_TRUE(isFilled || filled.contains({column + 1, row})) << column << ", " << row;
            EXPECT_TRUE(isFilled || filled.contains({column, row + 1})) << column << ", " << row;
        }
    }
}

TEST(Emblem, UsesEveryKindOfShapeAndEveryCorner) {
    constexpr EmblemArea kWide{0, 0, 1000, 1000, 20};
    std::set<ShapeKind> kinds;
    std::set<render::Corner> corners;
    for (const Shape& shape : emblemOf("gobelins", kWide).shapes) {
        kinds.insert(shape.kind);
        corners.insert(shape.corner);
    }
    EXPECT_EQ(kinds,
              (std::set{ShapeKind::roundedRectangle, ShapeKind::disc, ShapeKind::quarterDisc, ShapeKind::quarterArcs}));
    EXPECT_EQ(corners.size(), 4u);
}

TEST(Emblem, MixesEachColourWithTheGroundAtFourStrengths) {
    constexpr EmblemArea kWide{0, 0, 1000, 1000, 20};
    std::set<std::uint32_t> used;
    ShapeList list = emblemOf("gobelins", kWide);
    for (auto shape = list.shapes.begin() + 1; shape != list.shapes.end(); ++shape) used.insert(shape->colour);
    EXPECT_EQ(used.size(), kColours.size() * 4);
    for (std::uint32_t colour : kColours) EXPECT_TRUE(used.contains(colour));
}

TEST(Emblem, IsGreyWithoutColours) {
    ShapeList list;
    render::appendEmblem(list, "gobelins", {}, kWhite, kCard);
    EXPECT_GT(list.shapes.size(), 5u);
    for (const Shape& shape : list.shapes) {
        EXPECT_EQ(channel(shape.colour, 24), 0xFFu);
        EXPECT_EQ(channel(shape.colour, 0), channel(shape.colour, 8));
        EXPECT_EQ(channel(shape.colour, 8), channel(shape.colour, 16));
    }
}

TEST(Emblem, AddsNoColumnForARoundingError) {
    EmblemArea exact{0, 0, 84, 42, 42};
    EmblemArea rounded{0, 0, 84.00001f, 42.00001f, 42};
    std::size_t exactCount = emblemOf("gobelins", exact).shapes.size();
    EXPECT_EQ(emblemOf("gobelins", rounded).shapes.size(), exactCount);
}

TEST(Emblem, IsItsGroundAloneWithoutACellSize) {
    EXPECT_EQ(emblemOf("gobelins", {0, 0, 100, 100, 0}).shapes.size(), 1u);
}

} // namespace
