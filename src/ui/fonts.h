// The fonts that the platform provides: one Dear ImGui font for each weight. Its glyphs are rasterised on demand at any
// size by the platform's font loader (the browser's 2D canvas on the web, stb_truetype natively, fixed metrics in
// tests).
#pragma once

#include "ui/clusters.h"

#include <array>
#include <cstdint>

struct ImFont;
struct ImFontAtlas;

namespace ui {

inline constexpr std::array<std::uint16_t, 5> kFontWeights = {400, 500, 600, 650, 700};

struct FontSet {
    std::array<ImFont*, kFontWeights.size()> byWeight = {};
    /// Not null where the platform's font loader can draw clusters. The loader has its own pointer to the table.
    ClusterTable* clusters = nullptr;

    /// The atlas that the fonts are in.
    [[nodiscard]] ImFontAtlas& atlas() const;
};

} // namespace ui
