#include "ui/widgets/checkbox.h"

#include "ui/styles.h"
#include "ui/widgets/icons.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float kBox = 16;
constexpr float kLabelInset = 28;

} // namespace

void paintCheckbox(Frame& frame, float x, float centreY, bool isOn) {
    const Theme& theme = frame.theme();
    const Rect box{x, std::round(centreY - kBox / 2), kBox, kBox};
    if (isOn) {
        frame.fill(box, theme.accent, 4);
        drawIcon(frame, Icon::check, x + kBox / 2, centreY, 11, theme.onAccent);
    } else {
        frame.fill(box, theme.background, 4);
        frame.outline(box, theme.inkFaint, 4, 1.5F);
    }
}

float checkboxWidth(Frame& frame, const LocalisedText& label) {
    return std::ceil(kLabelInset + frame.text().measure(secondaryStyle(frame), label.text));
}

float drawCheckbox(Frame& frame, Key key, const LocalisedText& label, bool isOn, const Intent& intent, float x, float y,
                   float width, const LocalisedText& name) {
    const TextStyle style = secondaryStyle(frame);
    const float room = width - kLabelInset;
    const TextLayout& layout = frame.text().layout(style, label.text, room);
    const float height = std::max(frame.targetHeight(), layout.height + 8);
    const Rect rect{x - 6, y, std::min(width, kLabelInset + layout.width) + 12, height};
    Node node = named(Role::checkbox, name.isEmpty() ? label : name);
    node.checked = isOn ? Tristate::yes : Tristate::no;
    node.isInteractive = true;
    const NodeId id = frame.open(key, std::move(node), rect);
    frame.onActivate(id, intent);
    if (frame.isHovered(id)) frame.fill(rect, frame.theme().surface, radius::kControl);
    paintCheckbox(frame, x, y + height / 2, isOn);
    frame.openDecorative("words", rect);
    frame.write("label", style, label, x + kLabelInset, y + std::round((height - layout.height) / 2), room,
                frame.theme().ink);
    frame.close();
    if (frame.isFocused(id)) frame.ring(rect, radius::kControl);
    frame.close();
    return y + height;
}

} // namespace ui
