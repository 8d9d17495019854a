// The draw list of a frame. Of Dear ImGui the screens use its draw lists and its font atlas alone: no windows, no
// items, no navigation. So its own frame (NewFrame … Render) is left out, and with it most of its code, half of the
// page's download.
//
//     ImDrawList& list = surface.begin(viewport);
//     …                                   // paint
//     surface.end();
//     renderer.draw(surface.data(), …);
#pragma once

#include "ui/viewport.h"

#include <memory>

struct ImDrawData;
struct ImDrawList;

namespace ui {

class DrawSurface {
public:
    /// With Dear ImGui's context current; it has to outlive the surface.
    DrawSurface();
    ~DrawSurface();
    DrawSurface(const DrawSurface&) = delete;
    DrawSurface& operator=(const DrawSurface&) = delete;

    /// An empty list, clipped to the viewport.
    [[nodiscard]] ImDrawList& begin(const Viewport& viewport);
    void end();
    /// What was painted between begin() and end(); valid until the next begin().
    [[nodiscard]] ImDrawData& data() { return *data_; }
    [[nodiscard]] ImDrawList& list() { return *list_; }

private:
    std::unique_ptr<ImDrawList> list_;
    std::unique_ptr<ImDrawData> data_;
};

} // namespace ui
