#include "ui/draw_surface.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace ui {

DrawSurface::DrawSurface()
    : list_(std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData())), data_(std::make_unique<ImDrawData>()) {}

DrawSurface::~DrawSurface() = default;

ImDrawList& DrawSurface::begin(const Viewport& viewport) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiIO& io = context.IO;
    io.DisplaySize = {viewport.width, viewport.height};
    io.DisplayFramebufferScale = {viewport.devicePixelRatio, viewport.devicePixelRatio};

    ImDrawListSharedData& shared = context.DrawListSharedData;
    shared.ClipRectFullscreen = {0, 0, viewport.width, viewport.height};
    // With its atlas known, Dear ImGui keeps these up to date when the texture grows in the middle of a frame.
    shared.FontAtlas = io.Fonts;
    shared.TexUvWhitePixel = io.Fonts->TexUvWhitePixel;
    shared.TexUvLines = io.Fonts->TexUvLines;
    shared.CurveTessellationTol = context.Style.CurveTessellationTol;
    shared.SetCircleTessellationMaxError(context.Style.CircleTessellationMaxError / viewport.devicePixelRatio);
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                          ImDrawListFlags_AllowVtxOffset; // render::Renderer draws more vertices than 16 bits count
    // The fringe of antialiased edges is one device px wide, not one CSS px.
    shared.InitialFringeScale = 1.0F / viewport.devicePixelRatio;

    ++context.FrameCount;
    ImFontAtlasUpdateNewFrame(io.Fonts, context.FrameCount, true);
    list_->_ResetForNewFrame();
    list_->PushTexture(io.Fonts->TexRef);
    list_->PushClipRect({0, 0}, {viewport.width, viewport.height});
    return *list_;
}

void DrawSurface::end() {
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Textures.resize(0);
    for (ImTextureData* texture : ImGui::GetIO().Fonts->TexList) {
        texture->RefCount = 1;
        platform.Textures.push_back(texture);
    }
    data_->Clear();
    data_->Valid = true;
    data_->DisplaySize = ImGui::GetIO().DisplaySize;
    data_->FramebufferScale = ImGui::GetIO().DisplayFramebufferScale;
    data_->OwnerViewport = ImGui::GetMainViewport();
    data_->Textures = &platform.Textures;
    data_->AddDrawList(list_.get());
}

} // namespace ui
