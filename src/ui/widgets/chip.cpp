#include "ui/widgets/chip.h"

#include "ui/styles.h"
#include "ui/widgets/icons.h"

#include <cmath>

namespace ui {

namespace {

constexpr float kChipPadding = 10;
constexpr float kSquare = 8;

TextStyle chipStyle(const Frame& frame) {
    return styleOf(frame, 13, 500, 1.4F);
}

} // namespace

float chipHeight(const Frame& frame) {
    return std::round(frame.scaled(24));
}

float chipWidth(Frame& frame, const Chip& chip) {
    return std::ceil(frame.text().measure(chipStyle(frame), chip.label.text) + 2 * kChipPadding + kSquare + 6);
}

void drawChip(Frame& frame, std::string_view key, const Chip& chip, const Rect& rect) {
    const Theme& theme = frame.theme();
    const TextStyle style = chipStyle(frame);
    if (chip.isWelcome) {
        frame.outline(rect, chip.isChosen ? theme.accent : theme.line, rect.height / 2);
    } else {
        frame.fill(rect, chip.isChosen ? theme.accentWeak : theme.surfaceStrong, rect.height / 2);
    }
    const float centreY = rect.y + rect.height / 2;
    if (chip.isChosen) {
        drawIcon(frame, Icon::check, rect.x + kChipPadding + kSquare / 2, centreY, 12, theme.accent);
    } else {
        frame.fill({rect.x + kChipPadding, std::round(centreY - kSquare / 2), kSquare, kSquare}, chip.colour, 2);
    }
    const float x = rect.x + kChipPadding + kSquare + 6;
    frame.write(key, style, chip.label, x, std::round(centreY - style.lineHeight / 2),
                rect.x + rect.width - kChipPadding - x + 1, chip.isChosen ? theme.accent : theme.inkSoft, 1,
                chip.marks);
}

} // namespace ui
