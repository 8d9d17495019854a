#include "ui/draw_surface.h"

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/fonts.h"

namespace ui {

ImFontAtlas& FontSet::atlas() const {
    return *byWeight[0]->ContainerAtlas;
}

DrawSurface::DrawSurface(ImFontAtlas& atlas)
    : atlas_(atlas), shared_(std::make_unique<ImDrawListSharedData>()),
      list_(std::make_unique<ImDrawList>(shared_.get())), data_(std::make_unique<ImDrawData>()) {
    shared_->FontAtlas = &atlas_;
    // Dear ImGui updates the shared data when the texture grows in the middle of a frame.
    ImFontAtlasAddDrawListSharedData(&atlas_, shared_.get());
}

DrawSurface::~DrawSurface() {
    ImFontAtlasRemoveDrawListSharedData(&atlas_, shared_.get());
}

ImDrawList& DrawSurface::begin(const Viewport& viewport) {
    data_->DisplaySize = {viewport.width, viewport.height};
    data_->FramebufferScale = {viewport.devicePixelRatio, viewport.devicePixelRatio};

    shared_->ClipRectFullscreen = {0, 0, viewport.width, viewport.height};
    // ImGuiStyle has these values.
    constexpr float kCurveTolerance = 1.25F;
    constexpr float kCircleError = 0.3F;
    shared_->CurveTessellationTol = kCurveTolerance;
    shared_->SetCircleTessellationMaxError(kCircleError / viewport.devicePixelRatio);
    // render::Renderer draws more vertices than 16 bits count.
    shared_->InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
    // The fringe of antialiased edges is one device px wide, not one CSS px.
    shared_->InitialFringeScale = 1.0F / viewport.devicePixelRatio;

    // Several surfaces may share the atlas, one after the other. It counts its frames itself and takes no number twice.
    const int lastFrame = atlas_.Builder == nullptr ? 0 : atlas_.Builder->FrameCount;
    ImFontAtlasUpdateNewFrame(&atlas_, lastFrame + 1, true);
    shared_->TexUvWhitePixel = atlas_.TexUvWhitePixel;
    shared_->TexUvLines = atlas_.TexUvLines;
    list_->_ResetForNewFrame();
    list_->PushTexture(atlas_.TexRef);
    list_->PushClipRect({0, 0}, {viewport.width, viewport.height});
    return *list_;
}

void DrawSurface::end() {
    for (ImTextureData* texture : atlas_.TexList) texture->RefCount = 1;
    const ImVec2 size = data_->DisplaySize;
    const ImVec2 scale = data_->FramebufferScale;
    data_->Clear();
    data_->Valid = true;
    data_->DisplaySize = size;
    data_->FramebufferScale = scale;
    data_->Textures = &atlas_.TexList;
    data_->AddDrawList(list_.get());
}

} // namespace ui
