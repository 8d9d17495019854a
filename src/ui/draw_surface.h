// The draw list of a frame. The screens use only draw lists and the font atlas of Dear ImGui: no windows, widgets or
// navigation. So this class replaces ImGui::NewFrame() … ImGui::Render(). Most of Dear ImGui's code is then not linked,
// which halves the page's download. It needs no context of Dear ImGui's.
//
//     ImDrawList& list = surface.begin(viewport);
//     …                                           // paint
//     surface.end();
//     renderer.draw(surface.data(), …);
#pragma once

#include "ui/viewport.h"

#include <memory>

struct ImDrawData;
struct ImDrawList;
struct ImDrawListSharedData;
struct ImFontAtlas;

namespace ui {

class DrawSurface {
public:
    /// The atlas must outlive the surface.
    explicit DrawSurface(ImFontAtlas& atlas);
    ~DrawSurface();
    DrawSurface(const DrawSurface&) = delete;
    DrawSurface& operator=(const DrawSurface&) = delete;

    [[nodiscard]] ImFontAtlas& atlas() { return atlas_; }
    /// Begins a frame. Returns its draw list, which is empty and clipped to the viewport.
    [[nodiscard]] ImDrawList& begin(const Viewport& viewport);
    /// Ends the frame: data() is complete until the next begin().
    void end();
    /// What was painted in the last frame, for render::Renderer.
    [[nodiscard]] ImDrawData& data() { return *data_; }
    [[nodiscard]] ImDrawList& list() { return *list_; }

private:
    ImFontAtlas& atlas_;
    std::unique_ptr<ImDrawListSharedData> shared_;
    std::unique_ptr<ImDrawList> list_;
    std::unique_ptr<ImDrawData> data_;
};

} // namespace ui
