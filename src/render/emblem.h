// A challenge's emblem: a pattern of quarter discs, arcs, discs and squares on a square grid, chosen by a hash of the
// challenge's id, in its skill groups' colours at several strengths. The same id and colours always give the same
// pattern; a larger area shows more of it, the pattern is not scaled.
#pragma once

#include "base/colour.h"
#include "render/shapes.h"

#include <span>
#include <string_view>

namespace render {

struct EmblemArea {
    float x = 0, y = 0, width = 0, height = 0; // CSS px
    /// Side of a grid square, CSS px. Squares meet without a seam where it is a whole number of device px.
    float cell = 0;
};

/// Appends the emblem's shapes, all opaque. The first is the ground, a rectangle over the whole area, whose colour is
/// mixed with `background`, the page's. `colours` are the groups' colours, most important first; where there are none
/// the emblem is grey. Shapes may exceed the area on the right and below: the caller clips them.
void appendEmblem(ShapeList& list, std::string_view id, std::span<const base::Colour> colours, base::Colour background,
                  const EmblemArea& area);

} // namespace render
