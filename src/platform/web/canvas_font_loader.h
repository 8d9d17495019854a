// A font loader for Dear ImGui whose glyphs the browser draws, so that the page downloads no font for the program. At a
// glyph's first use a 2D canvas measures it in the page's font stack, at the device's pixel density (web/glyphs.js, in
// the module as `Module.hosts[host].glyphs`). So advances are those of the page's text, and all scripts of the
// visitor's system are available. For a cluster's code point (ui/clusters.h) the whole string is measured and painted.
//
// Glyphs are painted when the textures are uploaded, all that a frame lacks at once: see paintGlyphs(). Where nothing
// is painted they are only measured.
#pragma once

#include "ui/fonts.h"

struct ImFontAtlas;
struct ImTextureData;

namespace platform {

/// The program that owns an atlas.
struct CanvasFonts {
    ui::ClusterTable* clusters;
    int host;                // the key in Module.hosts
    bool arePainted = false; // false: glyphs are only measured
};

/// Adds a font for each weight to the atlas. `canvasFonts` must outlive the atlas.
[[nodiscard]] ui::FontSet addCanvasFonts(ImFontAtlas& atlas, CanvasFonts& canvasFonts);

/// Paints into a texture of the atlas what it lacks: all that is in it where it was just created, else the glyphs that
/// are new. A render::UploadPixels: the texture is bound in the WebGL context of the host's canvas.
void paintGlyphs(const CanvasFonts& fonts, ImTextureData& texture);

} // namespace platform
