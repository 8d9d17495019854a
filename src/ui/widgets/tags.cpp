#include "ui/widgets/tags.h"

#include "ui/styles.h"
#include "ui/widgets/icons.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float kSquare = 8;
constexpr float kIndent = kSquare + 8; // of the label
constexpr float kColumnGap = 16;
constexpr float kRowGap = 4;

/// Calls `visit(tag, rect)` for each; the rows begin at (0, 0). Returns their height.
template <typename Visit>
float placeTags(Frame& frame, std::span<const Tag> tags, float width, Visit visit) {
    const TextStyle style = tagStyle(frame);
    float x = 0;
    float y = 0;
    float rowHeight = 0;
    for (const Tag& tag : tags) {
        const float needed = kIndent + std::ceil(frame.text().measure(style, tag.label.text));
        if (x > 0 && x + needed > width) {
            x = 0;
            y += rowHeight + kRowGap;
            rowHeight = 0;
        }
        const bool isBroken = needed > width;
        const float height =
            isBroken ? frame.text().measureHeight(style, tag.label.text, width - kIndent) : style.lineHeight;
        const Rect rect{x, y, std::min(needed, width), height};
        visit(tag, rect);
        x += rect.width + kColumnGap;
        rowHeight = std::max(rowHeight, height);
    }
    return y + rowHeight;
}

void drawTag(Frame& frame, const Tag& tag, const Rect& rect) {
    const Theme& theme = frame.theme();
    const TextStyle style = tagStyle(frame);
    const float centreY = rect.y + style.lineHeight / 2;
    const Rect square{rect.x, std::round(centreY - kSquare / 2), kSquare, kSquare};
    if (tag.isChosen) {
        drawIcon(frame, Icon::check, rect.x + kSquare / 2, centreY, 12, theme.accent);
    } else if (tag.isWelcome) {
        frame.outline(square, tag.colour, 2, 1.5F);
    } else {
        frame.fill(square, tag.colour, 2);
    }
    frame.write("label", style, tag.label, rect.x + kIndent, rect.y, rect.width - kIndent + 1,
                tag.isChosen ? theme.accent : theme.inkSoft, 0, tag.marks);
}

} // namespace

float measureTags(Frame& frame, std::span<const Tag> tags, float width) {
    return placeTags(frame, tags, width, [](const Tag&, const Rect&) {});
}

float drawTags(Frame& frame, Key key, const LocalisedText& name, std::span<const Tag> tags, float x, float y,
               float width) {
    const float height = measureTags(frame, tags, width);
    frame.open(key, Role::list, name, {x, y, width, height});
    placeTags(frame, tags, width, [&](const Tag& tag, Rect rect) {
        rect.x += x;
        rect.y += y;
        frame.open(tag.key, Role::listItem, rect);
        drawTag(frame, tag, rect);
        frame.close();
    });
    frame.close();
    return y + height;
}

} // namespace ui
