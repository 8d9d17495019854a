// Paints the axis of the timeline: the grid, and the ticks' labels in two rows.
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui::timeline {

namespace {

constexpr float kLeastGap = 80; // between two labels' beginnings
class AxisView {
public:
    AxisView(Frame& frame, const Geometry& geometry)
        : frame_(frame), geometry_(geometry), major_(noteStrongStyle(frame)), minor_(noteStyle(frame)),
          minorTop_(geometry.y + frame.scaled(25)) {}

    void draw() {
        const float left = geometry_.plotX + geometry_.axisInset;
        const float right =
            geometry_.plotX + geometry_.plotWidth + (geometry_.axisInset > 0 ? -geometry_.axisInset : kPadding);
        const auto measure = [this](std::string_view text, bool isMajor) {
            return frame_.text().measure(isMajor ? major_ : minor_, text);
        };
        const AxisRoom room{left, right, measure};
        const Axis painted = makePainted(room);
        drawLines(painted);
        frame_.beginClip({left, geometry_.y, right - left, geometry_.lanesY - geometry_.y});
        if (geometry_.painted == geometry_.scale) {
            for (const AxisLabel& label : painted.labels) drawLabel(label, label.isAtRest ? &label : nullptr);
        } else {
            drawMoving(painted, atRest(room));
        }
        frame_.endClip();
    }

private:
    /// Wide enough for the widest label, and for that of a day or a month above two ticks; text spacing makes them
    /// wider.
    [[nodiscard]] float leastGap() const {
        constexpr programme::Day kLongest = std::chrono::year(2020) / std::chrono::September / 30; // a Wednesday
        const programme::InterfaceLanguage language = frame_.model().interfaceLanguage;
        const float day = frame_.text().measure(minor_, std::string(programme::shortWeekday(2, language)) + " 30");
        const float above = frame_.text().measure(major_, programme::formatDate(kLongest, language));
        return std::max(
            {frame_.scaled(kLeastGap), day + kAxisLabelSpace, (above + kAxisLabelSpace + kAxisLabelGap) / 2});
    }

    [[nodiscard]] Axis makePainted(const AxisRoom& room) const {
        const std::size_t level = axisLevelAt(geometry_.painted.pixelsPerDay(), leastGap());
        AxisPresence presence{};
        for (std::size_t index = 0; index < presence.size(); ++index) {
            const NodeId value = frame_.idOf("level" + std::to_string(index));
            presence[index] = frame_.animate(value, Property::opacity, index == level ? 1.0F : 0.0F);
        }
        return makeAxis(geometry_.painted, room, level, presence, frame_.model().interfaceLanguage);
    }

    [[nodiscard]] Axis atRest(const AxisRoom& room) const {
        const std::size_t level = axisLevelAt(geometry_.scale.pixelsPerDay(), leastGap());
        AxisPresence presence{};
        presence[level] = 1;
        return makeAxis(geometry_.scale, room, level, presence, frame_.model().interfaceLanguage);
    }

    /// A line does not cross the row of labels in which it has none.
    void drawLines(const Axis& axis) const {
        const float top = geometry_.y + frame_.scaled(28);
        const float belowLabels = minorTop_ + minor_.lineHeight;
        for (const AxisLine& line : axis.lines) {
            if (line.opacity <= 0) continue;
            frame_.beginMotion(0, 0, line.opacity);
            if (line.isMajor) {
                drawLine(line.x, geometry_.y + 12, minorTop_, 1.5F);
                drawLine(line.x, belowLabels, geometry_.plotBottom, 1.5F);
            } else {
                drawLine(line.x, top, geometry_.plotBottom, 1);
            }
            frame_.endMotion();
        }
    }

    void drawLine(float x, float top, float bottom, float thickness) const {
        frame_.verticalLine(x, top, bottom - top, frame_.theme().line, thickness);
    }

    /// Each label at its place in the painted scale; its node is where it stands at rest.
    void drawMoving(const Axis& painted, const Axis& rest) const {
        const auto find = [](const Axis& axis, const AxisLabel& label) -> const AxisLabel* {
            const auto found = std::ranges::find(axis.labels, label.key, &AxisLabel::key);
            return found != axis.labels.end() ? &*found : nullptr;
        };
        for (const AxisLabel& label : painted.labels) {
            const AxisLabel* described = find(rest, label);
            drawLabel(label, described != nullptr && described->isAtRest ? described : nullptr);
        }
        for (const AxisLabel& label : rest.labels) {
            if (!label.isAtRest || find(painted, label) != nullptr) continue;
            AxisLabel unseen = label;
            unseen.opacity = 0;
            drawLabel(unseen, &label);
        }
    }

    /// `rest`: the label at rest; nullptr where it has no node, since it is on its way out or partly outside.
    void drawLabel(const AxisLabel& label, const AxisLabel* rest) const {
        if (rest == nullptr) {
            frame_.beginLeaving(0, 0, label.opacity);
            write(label);
            frame_.endLeaving();
        } else {
            frame_.beginMotion(label.x - rest->x, 0, label.opacity);
            write(*rest);
            frame_.endMotion();
        }
    }

    void write(const AxisLabel& label) const {
        const Theme& theme = frame_.theme();
        frame_.write(label.key, label.isMajor ? major_ : minor_, inInterfaceLanguage(frame_.model(), label.text),
                     label.x, label.isMajor ? geometry_.y + 8 : minorTop_, label.width + 1,
                     label.isMajor ? theme.inkSoft : theme.inkFaint, 1);
    }

    Frame& frame_;
    const Geometry& geometry_;
    TextStyle major_, minor_;
    float minorTop_;
};

} // namespace

void drawAxis(Frame& frame, const Geometry& geometry) {
    frame.openDecorative("axis", {geometry.plotX, geometry.y, geometry.plotWidth, geometry.lanesY - geometry.y});
    AxisView(frame, geometry).draw();
    frame.close();
}

} // namespace ui::timeline
