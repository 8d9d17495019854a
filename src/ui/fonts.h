// The fonts that the platform gives to the screens: one Dear ImGui font for each weight, whose glyphs a loader of the
// platform's bakes on demand at any size (the browser's own on the web, stb_truetype natively, fixed metrics in tests).
#pragma once

#include "ui/clusters.h"

#include <array>
#include <cstdint>

struct ImFont;

namespace ui {

inline constexpr std::array<std::uint16_t, 5> kFontWeights = {400, 500, 600, 650, 700};

struct FontSet {
    std::array<ImFont*, kFontWeights.size()> byWeight = {};
    /// Set where the platform's loader can draw whole clusters (the loader keeps its own pointer to the table).
    ClusterTable* clusters = nullptr;
};

} // namespace ui
