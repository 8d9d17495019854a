// A font loader for Dear ImGui whose glyphs the browser draws, so that the page downloads no font for the program. At a
// glyph's first use a 2D canvas measures and paints it in the page's font stack, at the device's pixel density
// (web/glyphs.js, in the module as `Module.hosts[host].glyphs`). So advances are those of the page's text, and all
// scripts of the visitor's system are available. For a cluster's code point (ui/clusters.h) the whole string is
// measured and painted.
#pragma once

#include "ui/fonts.h"

struct ImFontAtlas;

namespace platform {

/// The program that owns an atlas.
struct CanvasFonts {
    ui::ClusterTable* clusters;
    int host; // the key in Module.hosts
};

/// Adds a font for each weight to the atlas. `canvasFonts` must outlive the atlas.
[[nodiscard]] ui::FontSet addCanvasFonts(ImFontAtlas& atlas, CanvasFonts& canvasFonts);

} // namespace platform
