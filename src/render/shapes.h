// Filled shapes with antialiased edges at any size, of which the timeline and the emblems are made. A ShapeList is
// plain data, filled while a frame is drawn. ShapeList::addTo() puts a command into Dear ImGui's draw list, for which
// the Renderer (gl/renderer.h) draws a run of shapes by one instanced draw call with the shaders shaders/shapes.*.glsl.
// Tests without a GPU read the list.
#pragma once

#include "base/colour.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

struct ImDrawCmd;
struct ImDrawList;

namespace render {

enum class ShapeKind : std::uint8_t {
    roundedRectangle, // its corners rounded by `radius`
    disc,             // the ellipse that touches the rectangle's edges
    quarterDisc,      // the quarter of a disc whose centre is corner `corner` and whose radius is the width
    quarterArcs,      // three arcs around corner `corner`; arcs and gaps are each a seventh of the width
    diamond,          // a square on its tip, its corners rounded by `radius`
};

/// Corners clockwise from the upper left.
enum class Corner : std::uint8_t { upperLeft, upperRight, lowerRight, lowerLeft };

/// CSS px. An edge on the boundary between device pixels is painted sharp, any other one antialiased.
struct Shape {
    float x = 0, y = 0, width = 0, height = 0;
    base::Colour colour = 0;
    ShapeKind kind = ShapeKind::roundedRectangle;
    Corner corner = Corner::upperLeft;
    float radius = 0; // of roundedRectangle and diamond
    bool operator==(const Shape&) const = default;
};

/// A rounded rectangle that clips a run of shapes, such as a card with its round corners. CSS px.
struct RoundedClip {
    float x = 0, y = 0, width = 0, height = 0;
    float radius = 0;
    bool operator==(const RoundedClip&) const = default;
};

/// Shapes that are painted by one draw call: `count` of ShapeList::shapes from index `first` on.
struct ShapeRun {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::optional<RoundedClip> clip;
};

/// The shapes of one frame.
struct ShapeList {
    std::vector<Shape> shapes;
    /// Adds the shapes from index `first` to the end as one run to the draw list, clipped by its current clip rectangle
    /// and, where given, by `clip`. A run that continues the draw list's last command, with the same clips, becomes a
    /// part of it. The draw list keeps indices, not the shapes: Renderer::draw() needs this list.
    void addTo(ImDrawList& drawList, std::size_t first, const std::optional<RoundedClip>& clip = std::nullopt) const;
};

/// The run that a command of a draw list paints, with the command's clip rectangle; nothing where addTo() did not add
/// the command. Precondition: the list is part of an ImDrawData.
[[nodiscard]] std::optional<ShapeRun> shapeRunOf(const ImDrawCmd& command);

} // namespace render
