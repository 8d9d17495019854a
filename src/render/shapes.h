// Filled shapes with crisp edges at any size: what the timeline and the emblems are made of. A ShapeList is plain data,
// filled while a frame is drawn; addTo() makes Dear ImGui's draw list call back at that place in the order, and
// Renderer (renderer.h) draws the run of shapes there by one instanced call of the shader in shaders/shapes.glsl.
// Without a GPU (tests) the list is simply there to be looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

struct ImDrawList;

namespace render {

enum class ShapeKind : std::uint8_t {
    roundedRectangle, // corner radius `a`
    ring, // outline of a rounded rectangle, inside its edge: radius `a`, thickness `b`
    disc, // inscribed ellipse
    quarterDisc, // the quarter of a disc whose centre is corner `corner` and whose radius is the width
    quarterArcs, // three concentric arcs around corner `corner`, as wide as the gaps between them
    diamond, // square on its tip, corners rounded by `a`
};

/// Corners clockwise from the upper left.
enum class Corner : std::uint8_t { upperLeft, upperRight, lowerRight, lowerLeft };

/// CSS px. Colour 0xAABBGGRR, as Dear ImGui's IM_COL32.
struct Shape {
    float x = 0, y = 0, width = 0, height = 0;
    std::uint32_t colour = 0;
    ShapeKind kind = ShapeKind::roundedRectangle;
    Corner corner = Corner::upperLeft;
    float a = 0, b = 0;
    bool operator==(const Shape&) const = default;
};

/// The shapes of one frame.
struct ShapeList {
    std::vector<Shape> shapes;
    /// Puts the shapes from `first` on into the draw list's order, clipped by its current clip rectangle. `this` has to live until
    /// the frame is rendered.
    void addTo(ImDrawList& drawList, std::size_t first);
};

} // namespace render
