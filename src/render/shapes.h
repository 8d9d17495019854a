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

/// A rounded rectangle that clips a shape, such as a card with its round corners. CSS px.
struct RoundedClip {
    float x = 0, y = 0, width = 0, height = 0;
    float radius = 0;
    std::uint8_t roundCorners = 0b1111; // bit n: that of Corner n is rounded
    bool operator==(const RoundedClip&) const = default;
};

inline constexpr RoundedClip kUnclipped{-1e6F, -1e6F, 2e6F, 2e6F, 0, 0};

/// CSS px. An edge on the boundary between device pixels is painted sharp, any other one antialiased.
struct Shape {
    float x = 0, y = 0, width = 0, height = 0;
    base::Colour colour = 0;
    ShapeKind kind = ShapeKind::roundedRectangle;
    Corner corner = Corner::upperLeft;
    float radius = 0; // of roundedRectangle and diamond
    RoundedClip clip = kUnclipped;
    bool operator==(const Shape&) const = default;
};

/// A shape on a scale of time, which moves and grows with it. Its place is whole minutes from whole days on, and
/// becomes a floating-point number only after the day at the scale's beginning was subtracted: it is as exact in the
/// year 9999 as today. From the start to the end it is as wide as the scale says, and `shape.width` wider; `shape.x` is
/// CSS px from the start, `shape.y` from TimeTransform::y.
struct TimedShape {
    Shape shape;
    std::int32_t startDay = 0, endDay = 0;       // days since 1970-01-01
    std::int32_t startMinute = 0, endMinute = 0; // of those days
    bool operator==(const TimedShape&) const = default;
};

/// Where timed shapes are on the surface. CSS px.
struct TimeTransform {
    std::int32_t originDay = 0; // days since 1970-01-01
    float pixelsPerDay = 0;
    float x = 0;               // of the origin's midnight
    float y = 0;               // of the shapes' y = 0
    float left = 0, right = 0; // where starts and ends that are farther out are cut off
    float opacity = 1;         // 0…1
    bool operator==(const TimeTransform&) const = default;
};

/// The transform of a scale on which `first` (days since 1970-01-01, with fractions) is at `x`. `left` and `right` are
/// as in TimeTransform.
[[nodiscard]] TimeTransform timeTransform(double first, double pixelsPerDay, float x, float left, float right);

/// What the vertex shader makes of a timed shape, for painters without it.
[[nodiscard]] Shape shapeAt(const TimedShape& timed, const TimeTransform& transform);

/// Timed shapes that the graphics card keeps from frame to frame: where the scale alone changes, nothing is uploaded.
class RetainedShapes {
public:
    /// Replaces them. The same ones again keep the version.
    void set(std::vector<TimedShape> shapes);
    [[nodiscard]] const std::vector<TimedShape>& all() const { return shapes_; }
    /// Another one after each change; 0: there never were any.
    [[nodiscard]] std::uint32_t version() const { return version_; }

private:
    std::vector<TimedShape> shapes_;
    std::uint32_t version_ = 0;
};

/// Shapes that are painted by one draw call: `count` of ShapeList::shapes from index `first` on.
struct ShapeRun {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// The shapes of one frame.
struct ShapeList {
    std::vector<Shape> shapes;
    RetainedShapes retained; // kept between frames
    /// Adds the shapes from index `first` to the end as one run to the draw list, clipped by its current clip
    /// rectangle. A run that continues the draw list's last command, with the same clip rectangle, becomes a part of
    /// it. The draw list keeps indices, not the shapes: Renderer::draw() needs this list.
    void addTo(ImDrawList& drawList, std::size_t first) const;
    /// Adds all retained shapes to the draw list, clipped by its current clip rectangle.
    void addRetainedTo(ImDrawList& drawList, const TimeTransform& transform) const;
};

/// The run that a command of a draw list paints, with the command's clip rectangle; nothing where addTo() did not add
/// the command. Precondition: the list is part of an ImDrawData.
[[nodiscard]] std::optional<ShapeRun> shapeRunOf(const ImDrawCmd& command);
/// Where a command of a draw list paints the retained shapes; nothing where addRetainedTo() did not add the command.
/// The same precondition.
[[nodiscard]] std::optional<TimeTransform> timeTransformOf(const ImDrawCmd& command);

} // namespace render
