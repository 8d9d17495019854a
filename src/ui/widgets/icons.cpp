#include "ui/widgets/icons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <span>

namespace ui {

namespace {

/// Paints strokes in the coordinates of a 16 × 16 grid whose origin is in the middle.
class Pen {
public:
    Pen(Frame& frame, Point centre, float size, Colour colour)
        : frame_(frame), centre_(centre), scale_(size / 16.0F), colour_(colour), thickness_(1.6F * size / 16.0F) {}

    void lines(std::initializer_list<Point> points, bool isClosed = false) {
        std::array<Point, kMostPoints> placed;
        std::ranges::transform(points, placed.begin(), [this](Point point) { return at(point); });
        frame_.strokeLines(std::span(placed).first(points.size()), isClosed, colour_, thickness_);
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
    static constexpr std::size_t kMostPoints = 8; // of one stroke

    Point at(Point point) const { return {centre_.x + point.x * scale_, centre_.y + point.y * scale_}; }
    Frame& frame_;
    Point centre_;
    float scale_;
    Colour colour_;
    float thickness_;
};

void drawWith(Pen& pen, Icon icon) {
    switch (icon) {
    case Icon::none:
        return;
    case Icon::search:
        pen.circle({-1.5F, -1.5F}, 4.5F);
        return pen.lines({{2.0F, 2.0F}, {6.0F, 6.0F}});
    case Icon::close:
        pen.lines({{-4.5F, -4.5F}, {4.5F, 4.5F}});
        return pen.lines({{4.5F, -4.5F}, {-4.5F, 4.5F}});
    case Icon::plus:
        pen.lines({{0, -5}, {0, 5}});
        [[fallthrough]];
    case Icon::minus:
        return pen.lines({{-5, 0}, {5, 0}});
    case Icon::undo:
        pen.lines({{-2, -5.5F}, {-5.5F, -2}, {-2, 1.5F}});
        return pen.lines(
            {{-5.5F, -2}, {1.5F, -2}, {4.2F, -0.9F}, {5.3F, 1.7F}, {4.2F, 4.3F}, {1.5F, 5.4F}, {-1, 5.4F}});
    case Icon::star:
        return pen.star(false);
    case Icon::starFilled:
        return pen.star(true);
    case Icon::external:
        pen.lines({{-4.5F, 4.5F}, {4.5F, -4.5F}});
        return pen.lines({{-2.5F, -4.5F}, {4.5F, -4.5F}, {4.5F, 2.5F}});
    case Icon::filter:
        pen.lines({{-6, -4}, {6, -4}});
        pen.lines({{-6, 0}, {6, 0}});
        return pen.lines({{-6, 4}, {6, 4}});
    case Icon::check:
        return pen.lines({{-4.5F, 0.2F}, {-1.5F, 3.4F}, {4.7F, -3.4F}});
    case Icon::copy:
        pen.rectangle({-6, -2.5F}, {2.5F, 6}, 1.5F);
        return pen.lines({{-2.5F, -3.5F}, {-2.5F, -6}, {6, -6}, {6, 2.5F}, {3.5F, 2.5F}});
    case Icon::up:
        return pen.lines({{-4.5F, 2.5F}, {0, -2.5F}, {4.5F, 2.5F}});
    case Icon::down:
        return pen.lines({{-4.5F, -2.5F}, {0, 2.5F}, {4.5F, -2.5F}});
    case Icon::back:
        return pen.lines({{2.5F, -5}, {-2.5F, 0}, {2.5F, 5}});
    case Icon::forward:
        return pen.lines({{-2.5F, -5}, {2.5F, 0}, {-2.5F, 5}});
    case Icon::calendar:
        pen.rectangle({-6, -4.5F}, {6, 6}, 1.5F);
        pen.lines({{-6, -1}, {6, -1}});
        pen.lines({{-3, -6.5F}, {-3, -3.5F}});
        return pen.lines({{3, -6.5F}, {3, -3.5F}});
    case Icon::grip:
        for (const float y : {-5.0F, 0.0F, 5.0F}) {
            pen.circle({-2.5F, y}, 0.7F);
            pen.circle({2.5F, y}, 0.7F);
        }
        return;
    }
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
