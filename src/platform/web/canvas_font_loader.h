// Glyphs drawn by the browser: on the page no font is shipped. Dear ImGui asks for a glyph at its first use; the
// browser's 2D canvas measures and paints it (web/glyphs.js, given to the module as
// `Module.hosts[host].glyphs`) in the page's own
// font stack, at the device's own pixel density. So advances are those of the page's text, and every script that the
// visitor's system has is there. A cluster's code point (ui/clusters.h) is measured and painted as its whole string.
#pragma once

#include "ui/fonts.h"

struct ImFontAtlas;

namespace platform {

/// Whose glyphs an atlas holds.
struct CanvasFonts {
    ui::ClusterTable* clusters;
    int host; // the key in Module.hosts
};

/// Adds a font for each weight. `canvasFonts` has to live as long as the atlas.
[[nodiscard]] ui::FontSet addCanvasFonts(ImFontAtlas& atlas, CanvasFonts& canvasFonts);

} // namespace platform
