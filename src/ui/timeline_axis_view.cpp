// Paints the axis of the timeline: ticks, their labels, the grid.
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"

#include <algorithm>
#include <string>

namespace ui::timeline {

void drawAxis(Frame& frame, const Geometry& geometry) {
    const Theme& theme = frame.theme();
    const TextStyle major = noteStrongStyle(frame);
    const TextStyle minor = styleOf(frame, 13, 400, 1.3F);
    const float leastGap = frame.scaled(frame.isPhone() ? 56 : 44);
    const Axis axis = makeAxis(geometry.scale, leastGap, frame.model().interfaceLanguage);
    frame.open("axis", {.role = Role::generic, .isDecorative = true},
               {geometry.plotX, geometry.y, geometry.plotWidth, geometry.lanesY - geometry.y});
    const float left = geometry.plotX + geometry.axisInset;
    const float right = geometry.plotX + geometry.plotWidth + (geometry.axisInset > 0 ? -geometry.axisInset : kPadding);
    for (const Tick& tick : axis.minor) {
        frame.verticalLine(tick.x, geometry.y + frame.scaled(28), geometry.plotBottom - geometry.y - frame.scaled(28),
                           theme.line);
        const float labelWidth = frame.text().measure(minor, tick.label);
        if (tick.x + 6 < left || tick.x + 6 + labelWidth > right) continue;
        frame.write("minor" + std::to_string(tick.key), minor, inInterfaceLanguage(frame.model(), tick.label),
                    tick.x + 6, geometry.y + frame.scaled(25), labelWidth + 1, theme.inkFaint);
    }
    float taken = geometry.plotX - 100;
    for (const Tick& tick : axis.major) {
        const float labelX = std::max(tick.x, left) + 6;
        const float labelWidth = frame.text().measure(major, tick.label);
        if (tick.x >= geometry.plotX)
            frame.verticalLine(tick.x, geometry.y + 12, geometry.plotBottom - geometry.y - 12, theme.line, 1.5F);
        if (labelX < taken || labelX + labelWidth > right) continue;
        frame.write("major" + std::to_string(tick.key), major, inInterfaceLanguage(frame.model(), tick.label), labelX,
                    geometry.y + 8, labelWidth + 1, theme.inkSoft);
        taken = labelX + labelWidth + 8;
    }
    frame.close();
}

} // namespace ui::timeline
