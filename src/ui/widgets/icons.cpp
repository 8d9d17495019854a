#include "ui/widgets/icons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <numbers>
#include <span>

namespace ui {

namespace {

constexpr std::size_t kMostPoints = 7; // of one stroke

/// In tenths of the grid's units.
struct GridPoint {
    std::int8_t x = 0, y = 0;
};

/// A line through the points, a part of the icon.
struct Stroke {
    constexpr Stroke(Icon of, std::initializer_list<GridPoint> through)
        : icon(of), count(static_cast<std::uint8_t>(through.size())) {
        std::ranges::copy(through, points.begin());
    }
    Icon icon;
    std::uint8_t count;
    std::array<GridPoint, kMostPoints> points;
};

constexpr std::array kStrokes = {
    Stroke(Icon::search, {{20, 20}, {60, 60}}),
    Stroke(Icon::close, {{-45, -45}, {45, 45}}),
    Stroke(Icon::close, {{45, -45}, {-45, 45}}),
    Stroke(Icon::plus, {{0, -50}, {0, 50}}),
    Stroke(Icon::plus, {{-50, 0}, {50, 0}}),
    Stroke(Icon::minus, {{-50, 0}, {50, 0}}),
    Stroke(Icon::undo, {{-20, -55}, {-55, -20}, {-20, 15}}),
    Stroke(Icon::undo, {{-55, -20}, {15, -20}, {42, -9}, {53, 17}, {42, 43}, {15, 54}, {-10, 54}}),
    Stroke(Icon::external, {{-45, 45}, {45, -45}}),
    Stroke(Icon::external, {{-25, -45}, {45, -45}, {45, 25}}),
    Stroke(Icon::filter, {{-60, -40}, {60, -40}}),
    Stroke(Icon::filter, {{-60, 0}, {60, 0}}),
    Stroke(Icon::filter, {{-60, 40}, {60, 40}}),
    Stroke(Icon::check, {{-45, 2}, {-15, 34}, {47, -34}}),
    Stroke(Icon::copy, {{-25, -35}, {-25, -60}, {60, -60}, {60, 25}, {35, 25}}),
    Stroke(Icon::up, {{-45, 25}, {0, -25}, {45, 25}}),
    Stroke(Icon::down, {{-45, -25}, {0, 25}, {45, -25}}),
    Stroke(Icon::back, {{25, -50}, {-25, 0}, {25, 50}}),
    Stroke(Icon::forward, {{-25, -50}, {25, 0}, {-25, 50}}),
    Stroke(Icon::calendar, {{-60, -10}, {60, -10}}),
    Stroke(Icon::calendar, {{-30, -65}, {-30, -35}}),
    Stroke(Icon::calendar, {{30, -65}, {30, -35}}),
    Stroke(Icon::grip, {{-34, -45}, {-16, -45}}),
    Stroke(Icon::grip, {{16, -45}, {34, -45}}),
    Stroke(Icon::grip, {{-34, 0}, {-16, 0}}),
    Stroke(Icon::grip, {{16, 0}, {34, 0}}),
    Stroke(Icon::grip, {{-34, 45}, {-16, 45}}),
    Stroke(Icon::grip, {{16, 45}, {34, 45}}),
};

/// Paints strokes in the coordinates of a 16 × 16 grid whose origin is in the middle.
class Pen {
public:
    Pen(Frame& frame, Point centre, float size, Colour colour)
        : frame_(frame), centre_(centre), scale_(size / 16.0F), colour_(colour), thickness_(1.6F * size / 16.0F) {}

    void lines(std::span<const GridPoint> points) {
        std::array<Point, kMostPoints> placed;
        std::ranges::transform(points, placed.begin(), [this](GridPoint point) {
            return at({static_cast<float>(point.x) / 10.0F, static_cast<float>(point.y) / 10.0F});
        });
        frame_.strokeLines(std::span(placed).first(points.size()), false, colour_, thickness_);
    }
    void circle(Point middle, float radius) { frame_.strokeCircle(at(middle), radius * scale_, colour_, thickness_); }
    void rectangle(Point from, Point to, float radius) {
        const Point corner = at(from);
        frame_.strokeRectangle({corner.x, corner.y, (to.x - from.x) * scale_, (to.y - from.y) * scale_},
                               radius * scale_, colour_, thickness_);
    }
    void star(bool isFilled) {
        std::array<Point, 10> points;
        for (std::size_t index = 0; index < points.size(); ++index) {
            const float angle = std::numbers::pi_v<float> * (static_cast<float>(index) / 5.0F - 0.5F);
            const float radius = index % 2 == 0 ? 7.0F : 3.0F;
            points[index] = at({std::cos(angle) * radius, std::sin(angle) * radius + 0.5F});
        }
        if (isFilled) frame_.fillPolygon(points, colour_);
        frame_.strokeLines(points, true, colour_, thickness_ * 0.85F);
    }

private:
    Point at(Point point) const { return {centre_.x + point.x * scale_, centre_.y + point.y * scale_}; }
    Frame& frame_;
    Point centre_;
    float scale_;
    Colour colour_;
    float thickness_;
};

void drawWith(Pen& pen, Icon icon) {
    if (icon == Icon::star || icon == Icon::starFilled) pen.star(icon == Icon::starFilled);
    if (icon == Icon::search) pen.circle({-1.5F, -1.5F}, 4.5F);
    if (icon == Icon::copy) pen.rectangle({-6, -2.5F}, {2.5F, 6}, 1.5F);
    if (icon == Icon::calendar) pen.rectangle({-6, -4.5F}, {6, 6}, 1.5F);
    for (const Stroke& stroke : kStrokes)
        if (stroke.icon == icon) pen.lines(std::span(stroke.points).first(stroke.count));
}

} // namespace

std::string_view signOf(Icon icon) {
    switch (icon) {
    case Icon::close:
        return "×";
    case Icon::plus:
        return "+";
    case Icon::minus:
        return "−";
    case Icon::undo:
        return "↶";
    case Icon::back:
        return "←";
    case Icon::forward:
        return "→";
    case Icon::up:
        return "↑";
    case Icon::down:
        return "↓";
    case Icon::star:
        return "☆";
    case Icon::starFilled:
        return "★";
    case Icon::grip:
        return "↕";
    default:
        return {};
    }
}

void drawIcon(Frame& frame, Icon icon, float centreX, float centreY, float size, Colour colour) {
    if (!frame.isInView({centreX - size / 2, centreY - size / 2, size, size})) return;
    Pen pen(frame, {centreX, centreY}, size, colour);
    drawWith(pen, icon);
}

} // namespace ui
