#include "render/emblem.h"

#include <array>
#include <cmath>
#include <cstdint>

namespace render {

namespace {

constexpr float kGroundShare = 0.1f; // the first colour's share in the ground
constexpr std::array kStrengths = {1.0f, 0.8f, 0.6f, 0.4f};
constexpr base::Colour kNoColour = 0xFF808080; // for a challenge without any skill group

/// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
std::uint64_t hashText(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3u;
    }
    return hash;
}

/// The finalizer of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
std::uint64_t scramble(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

std::uint64_t hashCell(std::uint64_t seed, int column, int row) {
    std::uint64_t place = (std::uint64_t{static_cast<std::uint32_t>(column)} << 32) | static_cast<std::uint32_t>(row);
    return scramble(seed ^ scramble(place + 0x9E3779B97F4A7C15u));
}

/// Whether the square's hash is less than those of its four neighbours: one square in five, never two side by side.
/// Squares beyond the area's edges count as neighbours, so that the pattern does not depend on the area's size.
bool isEmptyCell(std::uint64_t seed, int column, int row) {
    std::uint64_t own = hashCell(seed, column, row);
    return own < hashCell(seed, column - 1, row) && own < hashCell(seed, column + 1, row) &&
           own < hashCell(seed, column, row - 1) && own < hashCell(seed, column, row + 1);
}

/// With probability 1/2 the most important colour, else any of them.
base::Colour chooseColour(std::span<const base::Colour> colours, std::uint64_t bits) {
    if (colours.empty()) return kNoColour;
    return bits & 1 ? colours.front() : colours[(bits >> 1) % colours.size()];
}

/// A disc in the middle of the square; its diameter is `share` of the square's side.
Shape makeDisc(Shape square, float share) {
    float margin = square.width * (1 - share) / 2;
    square.kind = ShapeKind::disc;
    square.x += margin;
    square.y += margin;
    square.width = square.height = square.width * share;
    return square;
}

/// A half of the square: 0: the upper, 1: the right, 2: the lower, 3: the left one.
Shape makeHalf(Shape square, std::uint64_t side) {
    float half = square.width / 2;
    if (side % 2 == 0)
        square.height = half;
    else
        square.width = half;
    if (side == 1) square.x += half;
    if (side == 2) square.y += half;
    return square;
}

/// Chooses what fills a square, by four bits: in sixteenths, three a square, two a large disc, two a small disc, one a
/// half, three quarter arcs, five a quarter disc.
Shape chooseShape(const Shape& square, std::uint64_t bits) {
    std::uint64_t turn = (bits >> 4) & 3;
    Shape shape = square;
    shape.corner = static_cast<Corner>(turn);
    switch (bits & 15) {
    case 0:
    case 1:
    case 2:
        return square;
    case 3:
    case 4:
        return makeDisc(square, 0.84f);
    case 5:
    case 6:
        return makeDisc(square, 0.48f);
    case 7:
        return makeHalf(square, turn);
    case 8:
    case 9:
    case 10:
        shape.kind = ShapeKind::quarterArcs;
        return shape;
    default:
        shape.kind = ShapeKind::quarterDisc;
        return shape;
    }
}

/// The number of squares that a length covers, at least in part. An excess by rounding errors does not count.
int countCells(float length, float cell) {
    return static_cast<int>(std::ceil(length / cell - 1e-3f));
}

} // namespace

void appendEmblem(ShapeList& list, std::string_view id, std::span<const base::Colour> colours, base::Colour background,
                  const EmblemArea& area) {
    std::uint64_t seed = hashText(id);
    base::Colour ground = base::mixColours(background, colours.empty() ? kNoColour : colours.front(), kGroundShare);
    list.shapes.push_back({area.x, area.y, area.width, area.height, ground});
    if (!(area.cell > 0)) return;
    int columns = countCells(area.width, area.cell);
    int rows = countCells(area.height, area.cell);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (isEmptyCell(seed, column, row)) continue;
            std::uint64_t bits = hashCell(~seed, column, row);
            float strength = kStrengths[(bits >> 8) % kStrengths.size()];
            Shape square{area.x + static_cast<float>(column) * area.cell, area.y + static_cast<float>(row) * area.cell,
                         area.cell, area.cell, base::mixColours(ground, chooseColour(colours, bits >> 16), strength)};
            list.shapes.push_back(chooseShape(square, bits));
        }
    }
}

} // namespace render
