// Filled shapes with antialiased edges at any size, of which the timeline and the emblems are made. A ShapeList is
// plain data, filled while a frame is drawn. ShapeList::addTo() puts a callback into Dear ImGui's draw list, in which
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

/// Paints the runs while a frame is rendered. It must be in ImGuiPlatformIO::Renderer_RenderState meanwhile; where that
/// is null the runs are skipped.
class ShapePainter {
public:
    /// `command` has the clip rectangle that the draw list had when the run was added.
    virtual void paint(const ShapeRun& run, const ImDrawCmd& command) = 0;

protected:
    ~ShapePainter() = default;
};

/// The shapes of one frame.
struct ShapeList {
    std::vector<Shape> shapes;
    /// Adds the shapes from index `first` to the end as one run to the draw list, clipped by its current clip rectangle
    /// and, where given, by `clip`. The draw list keeps indices, not the shapes: Renderer::draw() needs this list.
    void addTo(ImDrawList& drawList, std::size_t first, const std::optional<RoundedClip>& clip = std::nullopt) const;
};

} // namespace render
