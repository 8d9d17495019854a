#include "ui/styles.h"

#include "base/utf8.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float kTextLine = 1.5F;
constexpr float kTitleLine = 1.25F;

char32_t capitalOf(char32_t letter) {
    const auto isBetween = [letter](char32_t first, char32_t last) { return letter >= first && letter <= last; };
    if (isBetween(U'a', U'z') || (isBetween(0xE0, 0xFE) && letter != 0xF7) || isBetween(0x3B1, 0x3C9) ||
        isBetween(0x430, 0x44F)) {
        return letter == 0x3C2 ? 0x3A3 : letter - 0x20;
    }
    if (isBetween(0x450, 0x45F)) return letter - 0x50;
    if (letter == 0xFF) return 0x178;
    // Latin Extended-A has pairs of a capital and its small letter. The capital is even but for two ranges.
    if (isBetween(0x100, 0x137) || isBetween(0x14A, 0x177))
        return (letter & 1u) != 0 && letter != 0x131 ? letter - 1 : letter;
    if (isBetween(0x139, 0x148) || isBetween(0x179, 0x17E)) return (letter & 1u) == 0 ? letter - 1 : letter;
    return letter;
}

} // namespace

TextStyle styleOf(const Frame& frame, float size, std::uint16_t weight, float lineHeight) {
    const Viewport& viewport = frame.model().viewport;
    const float rounded = std::round(frame.scaled(size));
    return {.size = rounded,
            .weight = weight,
            .lineHeight = std::round(rounded * std::max(lineHeight, viewport.leastLineHeight)),
            .tracking = rounded * viewport.letterSpacing,
            .wordSpacing = rounded * viewport.wordSpacing};
}

TextStyle titleStyle(const Frame& frame) {
    return styleOf(frame, frame.isPhone() ? 24 : 28, 700, kTitleLine);
}

TextStyle subtitleStyle(const Frame& frame) {
    return styleOf(frame, frame.isPhone() ? 24 : 28, 400, kTitleLine);
}

TextStyle detailTitleStyle(const Frame& frame) {
    return styleOf(frame, 24, 700, kTitleLine);
}

TextStyle sectionStyle(const Frame& frame) {
    return styleOf(frame, 18, 600, 1.3F);
}

TextStyle figureStyle(const Frame& frame) {
    return styleOf(frame, 18, 700, 1.3F);
}

TextStyle cardTitleStyle(const Frame& frame) {
    return styleOf(frame, 17, 650, 1.3F);
}

TextStyle taglineStyle(const Frame& frame) {
    return styleOf(frame, 16, 400, kTextLine);
}

TextStyle fieldStyle(const Frame& frame) {
    return styleOf(frame, 16, 400, 1.4F);
}

TextStyle leadStyle(const Frame& frame) {
    return styleOf(frame, 16, 500, kTextLine);
}

TextStyle actionStyle(const Frame& frame) {
    return styleOf(frame, 16, 600, kTitleLine);
}

TextStyle bodyStyle(const Frame& frame) {
    return styleOf(frame, 15, 400, kTextLine);
}

TextStyle bodyStrongStyle(const Frame& frame) {
    return styleOf(frame, 15, 600, kTextLine);
}

TextStyle choiceStyle(const Frame& frame, bool isOn) {
    return styleOf(frame, 15, isOn ? 600 : 400, 1.3F);
}

TextStyle secondaryStyle(const Frame& frame) {
    return styleOf(frame, 14, 400, 1.43F);
}

TextStyle secondaryStrongStyle(const Frame& frame) {
    return styleOf(frame, 14, 600, 1.43F);
}

TextStyle noteStyle(const Frame& frame) {
    return styleOf(frame, 13, 400, 1.4F);
}

TextStyle tagStyle(const Frame& frame) {
    return styleOf(frame, 13, 500, 1.4F);
}

TextStyle noteStrongStyle(const Frame& frame) {
    return styleOf(frame, 13, 600, 1.4F);
}

TextStyle markStyle(const Frame& frame) {
    return styleOf(frame, 12, 600, 1.3F);
}

TextStyle labelStyle(const Frame& frame) {
    TextStyle style = styleOf(frame, 12, 600, 1.5F);
    style.tracking += style.size * 0.04F;
    return style;
}

TextStyle countStyle(const Frame& frame) {
    TextStyle style = styleOf(frame, 13, 400, 1.4F);
    style.hasTabularFigures = true;
    return style;
}

LocalisedString inCapitals(const LocalisedText& text) {
    std::string capitals;
    capitals.reserve(text.text.size());
    for (std::size_t offset = 0; offset < text.text.size();) {
        const base::Decoded decoded = base::decodeUtf8(text.text, offset);
        base::appendUtf8(capitals, capitalOf(decoded.codePoint));
        offset += decoded.length;
    }
    return {std::move(capitals), text.language};
}

} // namespace ui
