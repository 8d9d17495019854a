#include "ui/widgets/button.h"

#include "base/colour.h"
#include "ui/styles.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float kIconGap = 8;
constexpr float kLeastLabelSpace = 12; // above and below the label together

struct Looks {
    TextStyle style;
    Colour ground;
    Colour border;
    Colour words;
    float radius;
    float padding;
};

bool isRound(ButtonLook look) {
    return look == ButtonLook::pill || look == ButtonLook::chip;
}

TextStyle wordsStyle(const Frame& frame, ButtonLook look) {
    switch (look) {
    case ButtonLook::primary:
        return actionStyle(frame);
    case ButtonLook::secondary:
    case ButtonLook::quiet:
    case ButtonLook::pill:
    case ButtonLook::chip:
        break;
    }
    return secondaryStrongStyle(frame);
}

Looks looksOf(const Frame& frame, const Button& button, bool isHovered) {
    const Theme& theme = frame.theme();
    const TextStyle style = wordsStyle(frame, button.look);
    const Colour clear = 0;
    const auto hovered = [&](Colour colour) {
        return isHovered && !button.isDisabled ? base::mixColours(colour, theme.ink, 0.06F) : colour;
    };
    switch (button.look) {
    case ButtonLook::primary: {
        const Colour ground = isHovered ? base::mixColours(theme.accent, theme.background, 0.14F) : theme.accent;
        return {style, ground, clear, theme.onAccent, radius::kControl, frame.scaled(22)};
    }
    case ButtonLook::secondary:
        return {style,
                hovered(theme.background),
                theme.line,
                button.isDisabled ? theme.inkFaint : theme.ink,
                radius::kControl,
                frame.scaled(12)};
    case ButtonLook::quiet:
        return {style, clear, clear, button.isDisabled ? theme.inkFaint : theme.accent, radius::kControl, 0};
    case ButtonLook::pill:
        return {style, hovered(theme.accentWeak), clear, theme.accent, 999, frame.scaled(12)};
    case ButtonLook::chip:
        return {style, hovered(theme.surfaceStrong), clear, theme.inkSoft, 999, frame.scaled(12)};
    }
    return {};
}

float iconSize(const TextStyle& style, bool isAlone) {
    return std::round(style.size * (isAlone ? 1.0F : 0.8F));
}

/// The width of label and icons together, CSS px.
float contentWidth(Frame& frame, const Button& button, const TextStyle& style) {
    float width = button.label.isEmpty() ? 0 : frame.text().measure(style, button.label.text);
    const float icon = iconSize(style, button.label.isEmpty());
    const float gap = button.label.isEmpty() ? 0 : kIconGap;
    if (button.leading != Icon::none) width += icon + gap;
    if (button.trailing != Icon::none) width += icon + gap;
    return width;
}

/// How wide its label may be in a button of that width, CSS px.
float roomForLabel(const Button& button, const Looks& looks, float width) {
    const float icon = iconSize(looks.style, button.label.isEmpty()) + kIconGap;
    const float icons = (button.leading != Icon::none ? icon : 0) + (button.trailing != Icon::none ? icon : 0);
    return std::max(1.0F, width - 2 * looks.padding - icons);
}

Node describe(const Button& button) {
    Node node = named(button.href.empty() ? Role::button : Role::link, button.name);
    node.description = button.description;
    node.href = button.href;
    node.download = button.download;
    node.isLeftToBrowser = button.isLeftToBrowser;
    node.opensNewTab = button.isLeftToBrowser && button.download.empty() && !button.href.starts_with("mailto:");
    node.pressed = button.pressed;
    node.expanded = button.expanded;
    node.isDisabled = button.isDisabled;
    node.isInteractive = true;
    node.isDraggable = node.isSkippedByTab = button.isHandle;
    if (button.label.isEmpty()) node.sign = signOf(button.leading);
    return node;
}

/// The rectangle of the node: on a touch screen it may extend beyond what is painted.
Rect targetOf(const Frame& frame, const Rect& rect) {
    const float growth =
        frame.model().viewport.hasCoarsePointer ? std::max(0.0F, frame.targetHeight() - rect.height) / 2 : 0;
    return {rect.x, rect.y - growth, rect.width, rect.height + 2 * growth};
}

void paintGround(Frame& frame, const Rect& rect, const Looks& looks, float radius) {
    if (looks.ground != 0) frame.fill(rect, looks.ground, radius);
    if (looks.border != 0) frame.outline(rect, looks.border, radius);
}

} // namespace

float buttonHeight(const Frame& frame, ButtonLook look) {
    const float least = frame.targetHeight();
    switch (look) {
    case ButtonLook::primary:
        return std::max(least, std::round(frame.scaled(42)));
    case ButtonLook::secondary:
        return std::max(least, std::round(frame.scaled(34)));
    case ButtonLook::quiet:
        return std::max(24.0F, std::round(frame.scaled(24)));
    case ButtonLook::pill:
    case ButtonLook::chip:
        return std::round(frame.scaled(frame.isPhone() ? 32 : 28));
    }
    return least;
}

float buttonWidth(Frame& frame, const Button& button) {
    const TextStyle style = wordsStyle(frame, button.look);
    const Looks looks = looksOf(frame, button, false);
    if (button.label.isEmpty()) return buttonHeight(frame, button.look);
    const float longer =
        frame.text().measure(style, button.otherLabel.text) - frame.text().measure(style, button.label.text);
    return std::ceil(contentWidth(frame, button, style) + std::max(longer, 0.0F) + 2 * looks.padding);
}

NodeId drawButton(Frame& frame, const Button& button, const Rect& rect) {
    const NodeId id = frame.open(button.key, describe(button), targetOf(frame, rect));
    if (button.intent && !button.isDisabled) frame.onActivate(id, *button.intent);
    const Looks looks = looksOf(frame, button, frame.isHovered(id));
    const float radius = std::min(looks.radius, rect.height / 2.0F);
    paintGround(frame, rect, looks, radius);

    const bool isAlone = button.label.isEmpty();
    const float icon = iconSize(looks.style, isAlone);
    const float centreY = rect.y + rect.height / 2.0F;
    const float room = roomForLabel(button, looks, rect.width);
    const float width = std::min(contentWidth(frame, button, looks.style), rect.width - 2 * looks.padding);
    float x = button.look == ButtonLook::quiet ? rect.x : rect.x + (rect.width - width) / 2.0F;
    if (isAlone) {
        drawIcon(frame, button.leading, rect.x + rect.width / 2.0F, centreY, icon, looks.words);
    } else {
        if (button.leading != Icon::none) {
            drawIcon(frame, button.leading, x + icon / 2.0F, centreY, icon, looks.words);
            x += icon + kIconGap;
        }
        const int lines = std::max(1, static_cast<int>((rect.height - kLeastLabelSpace) / looks.style.lineHeight));
        const TextLayout& layout = frame.text().layout(looks.style, button.label.text, room, lines);
        const float wordsWidth = layout.width;
        frame.write("label", looks.style, button.label, x, std::round(centreY - layout.height / 2.0F), room,
                    looks.words, lines);
        if (button.look == ButtonLook::quiet && frame.isHovered(id)) {
            frame.horizontalLine(x, centreY + looks.style.size * 0.55F, wordsWidth, looks.words);
        }
        if (button.trailing != Icon::none) {
            drawIcon(frame, button.trailing, x + wordsWidth + kIconGap + icon / 2.0F, centreY, icon, looks.words);
        }
    }
    if (frame.isFocused(id)) frame.ring(rect, isRound(button.look) ? radius : radius::kControl);
    frame.close();
    return id;
}

float buttonHeightIn(Frame& frame, const Button& button, float width) {
    const Looks looks = looksOf(frame, button, false);
    const float room = roomForLabel(button, looks, width);
    const float lines = frame.text().measureHeight(looks.style, button.label.text, room) / looks.style.lineHeight;
    return buttonHeight(frame, button.look) + std::max(0.0F, lines - 1) * looks.style.lineHeight;
}

float drawButtonAt(Frame& frame, const Button& button, float x, float y, float maxWidth) {
    const float width = std::min(buttonWidth(frame, button), maxWidth);
    const Rect rect{x, y, width, buttonHeightIn(frame, button, width)};
    drawButton(frame, button, rect);
    return rect.y + rect.height;
}

TextLinkEdges drawTextLink(Frame& frame, Key key, const TextStyle& style, const LocalisedText& label,
                           std::string_view href, float x, float y, float maxWidth, std::string_view linkLanguage) {
    const float icon = std::round(style.size * 0.75F);
    const TextLayout& layout = frame.text().layout(style, label.text, maxWidth - icon - 6);
    const float least = frame.model().viewport.hasCoarsePointer ? frame.targetHeight() : 24.0F;
    const float height = std::max(layout.height, least);
    const float top = y + std::round((height - layout.height) / 2.0F);
    Node node = nodeOf(Role::link);
    node.href = href;
    node.linkLanguage = linkLanguage;
    node.isInteractive = true;
    node.isLeftToBrowser = true;
    node.opensNewTab = true;
    const Rect rect{x, y, layout.width + icon + 6, height};
    const NodeId id = frame.open(key, std::move(node), rect);
    const Colour colour = frame.theme().accent;
    const bool isHovered = frame.isHovered(id);
    frame.write("label", style, label, x, top, maxWidth - icon - 6, colour);
    for (std::size_t index = 0; index < layout.lines.size(); ++index) {
        const float lineTop = top + style.lineHeight * static_cast<float>(index);
        const float underline = lineTop + style.lineHeight / 2.0F + style.size * 0.52F;
        frame.horizontalLine(x, underline, layout.lines[index].width, isHovered ? colour : withAlpha(colour, 0.45F));
        if (index + 1 == layout.lines.size()) {
            drawIcon(frame, Icon::external, x + layout.lines[index].width + 4 + icon / 2.0F,
                     lineTop + style.lineHeight / 2.0F, icon, colour);
        }
    }
    if (frame.isFocused(id)) frame.ring(rect, 4);
    frame.close();
    return {top + layout.height, y + height};
}

Rect RowLayout::next(float itemWidth) {
    const float fitting = std::min(itemWidth, width);
    if (x > left && x + fitting > left + width + 0.5F) {
        x = left;
        y += rowHeight + gap;
    }
    const Rect rect{x, y, fitting, rowHeight};
    x += fitting + gap;
    return rect;
}

} // namespace ui
