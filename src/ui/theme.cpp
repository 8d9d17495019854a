#include "ui/theme.h"

#include "theme_colours.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ui {

namespace {

std::uint32_t channel(Colour colour, int shift) {
    return (colour >> shift) & 0xFFu;
}

float toLinear(std::uint32_t byte) {
    const float value = static_cast<float>(byte) / 255.0F;
    return value <= 0.04045F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
}

/// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
float luminance(Colour colour) {
    return 0.2126F * toLinear(channel(colour, 0)) + 0.7152F * toLinear(channel(colour, 8)) +
           0.0722F * toLinear(channel(colour, 16));
}

float toGamma(float linear) {
    const float clamped = std::clamp(linear, 0.0F, 1.0F);
    return clamped <= 0.0031308F ? 12.92F * clamped : 1.055F * std::pow(clamped, 1.0F / 2.4F) - 0.055F;
}

/// OKLCH → sRGB (https://bottosson.github.io/posts/oklab/). Hue in turns (0…1).
Colour fromOklch(float lightness, float chroma, float hue) {
    const float angle = hue * 2.0F * std::numbers::pi_v<float>;
    const float a = chroma * std::cos(angle);
    const float b = chroma * std::sin(angle);
    const auto cube = [](float value) { return value * value * value; };
    const float l = cube(lightness + 0.3963377774F * a + 0.2158037573F * b);
    const float m = cube(lightness - 0.1055613458F * a - 0.0638541728F * b);
    const float s = cube(lightness - 0.0894841775F * a - 1.2914855480F * b);
    const auto byte = [](float linear) { return static_cast<std::uint32_t>(std::lround(toGamma(linear) * 255.0F)); };
    const std::uint32_t red = byte(4.0767416621F * l - 3.3077115913F * m + 0.2309699292F * s);
    const std::uint32_t green = byte(-1.2684380046F * l + 2.6097574011F * m - 0.3413193965F * s);
    const std::uint32_t blue = byte(-0.0041960863F * l - 0.7034186147F * m + 1.7076147010F * s);
    return rgb(red << 16 | green << 8 | blue);
}

} // namespace

Colour withAlpha(Colour colour, float alpha) {
    const float opacity = static_cast<float>(channel(colour, 24)) * std::clamp(alpha, 0.0F, 1.0F);
    return (colour & 0x00FFFFFFu) | static_cast<std::uint32_t>(std::lround(opacity)) << 24;
}

float contrast(Colour one, Colour other) {
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05F) / (dark + 0.05F);
}

Colour mixToContrast(Colour under, Colour over, float least) {
    constexpr int kSteps = 32;
    for (int step = 1; step < kSteps; ++step) {
        const Colour mixed = base::mixColours(under, over, static_cast<float>(step) / kSteps);
        if (contrast(under, mixed) >= least) return mixed;
    }
    return over;
}

const Theme& lightTheme() {
    return kLight;
}

const Theme& darkTheme() {
    return kDark;
}

const Theme& lightThemeWithMoreContrast() {
    return kLightWithMoreContrast;
}

const Theme& darkThemeWithMoreContrast() {
    return kDarkWithMoreContrast;
}

Theme withAccent(const Theme& theme, Colour accent) {
    Theme changed = theme;
    changed.accent = accent | 0xFF000000u;
    changed.accentWeak = base::mixColours(theme.background, changed.accent, theme.isDark ? 0.22F : 0.1F);
    // The luminance at which black and white have the same contrast.
    changed.onAccent = luminance(accent) > 0.179F ? rgb(0x161616) : rgb(0xFFFFFF);
    return changed;
}

Colour groupColour(const Theme& theme, std::size_t group) {
    if (group < theme.groups.size()) return theme.groups[group];
    // Steps of the golden angle give consecutive groups different hues, however many there are.
    const float hue = std::fmod(0.12F + 0.381966F * static_cast<float>(group), 1.0F);
    return theme.isDark ? fromOklch(0.77F, 0.12F, hue) : fromOklch(0.50F, 0.12F, hue);
}

} // namespace ui
