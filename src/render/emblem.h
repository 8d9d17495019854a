// A challenge's face: quarter discs, arcs, discs and squares on a square grid, drawn from its id, in its skill groups'
// colours at several strengths. The same id and colours give the same emblem everywhere; a larger area shows more of
// the same pattern, it is not scaled.
#pragma once

#include "base/colour.h"
#include "render/shapes.h"

#include <span>
#include <string_view>

namespace render {

struct EmblemArea {
    float x = 0, y = 0, width = 0, height = 0; // CSS px
    float cell =
        0; // side of a grid square, CSS px; where it is a whole number of device px, neighbours meet without a seam
};

/// Appends the emblem's shapes; the ground is the first, a rectangle over the area. `colours` are the groups' colours,
/// most important first (none: greys); `background` is the page's colour that the ground is mixed with. All
/// shapes are opaque. They may reach over the area's right and lower edge: the caller clips.
void appendEmblem(ShapeList& list, std::string_view id, std::span<const base::Colour> colours, base::Colour background,
                  const EmblemArea& area);

} // namespace render
