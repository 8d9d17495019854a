// Filled shapes with crisp edges at any size: what the timeline and the emblems are made of. A ShapeList is plain data,
// filled while a frame is drawn; addTo() makes Dear ImGui's draw list call back at that place in the order, and
// Renderer (gl/renderer.h) draws the run of shapes there by one instanced call of the shader in shaders/shapes.*.glsl.
// Without a GPU (tests) the list is simply there to be looked at.
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

/// CSS px. An edge that lies on a device pixel's is painted without a
/// blurred fringe; whoever wants a crisp line places it there.
struct Shape {
    float x = 0, y = 0, width = 0, height = 0;
    base::Colour colour = 0;
    ShapeKind kind = ShapeKind::roundedRectangle;
    Corner corner = Corner::upperLeft;
    float radius = 0; // of roundedRectangle and diamond
    bool operator==(const Shape&) const = default;
};

/// A rounded rectangle outside which nothing of a run is painted: a card's corners. CSS px.
struct RoundedClip {
    float x = 0, y = 0, width = 0, height = 0;
    float radius = 0;
    bool operator==(const RoundedClip&) const = default;
};

/// Shapes that are painted by one call: `count` of them from `first` on.
struct ShapeRun {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::optional<RoundedClip> clip;
};

/// What paints the runs while a frame is rendered. It puts itself in ImGuiPlatformIO::Renderer_RenderState for as long;
/// where nobody stands there, the runs are skipped.
class ShapePainter {
public:
    /// `command` carries the clip rectangle that was the draw list's when the run was added.
    virtual void paint(const ShapeRun& run, const ImDrawCmd& command) = 0;

protected:
    ~ShapePainter() = default;
};

/// The shapes of one frame.
struct ShapeList {
    std::vector<Shape> shapes;
    /// Puts the shapes from `first` on into the draw list's order, clipped by its current clip rectangle and, where one
    /// is given, by a rounded one. Their places in this list are kept, not the shapes: the whole list goes to
    /// Renderer::draw with the frame.
    void addTo(ImDrawList& drawList, std::size_t first, const std::optional<RoundedClip>& clip = std::nullopt) const;
};

} // namespace render
