#include "support/headless.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace support {

namespace {

bool loadGlyph(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar codePoint, ImFontGlyph* glyph,
               float* advance) {
    const bool isWide = codePoint >= 0x2E80;
    const float width = baked->Size * (isWide ? 1.0F : kLetterWidth);
    if (advance != nullptr) {
        *advance = width;
        return true;
    }
    glyph->Codepoint = codePoint & 0x3FFFFFFu;
    glyph->AdvanceX = width;
    glyph->X1 = width;
    glyph->Y1 = baked->Size;
    glyph->Visible = 1; // a box without a picture
    return true;
}

bool initBaked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = baked->Size;
    baked->Descent = -baked->Size / 4;
    return true;
}

bool containsGlyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;
}

const ImFontLoader& fixedLoader() {
    static const ImFontLoader kLoader = [] {
        ImFontLoader loader;
        loader.Name = "fixed";
        loader.FontSrcContainsGlyph = containsGlyph;
        loader.FontBakedInit = initBaked;
        loader.FontBakedLoadGlyph = loadGlyph;
        return loader;
    }();
    return kLoader;
}

} // namespace

Headless::Headless() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {100, 100};
    for (ImFont*& font : fonts_.byWeight) {
        ImFontConfig config;
        config.FontLoader = &fixedLoader();
        font = io.Fonts->AddFont(&config);
    }
    fonts_.clusters = &clusters_;
}

Headless::~Headless() {
    for (ImTextureData* texture : ImGui::GetIO().Fonts->TexList) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

void Headless::acceptTextures() {
    for (ImTextureData* texture : ImGui::GetIO().Fonts->TexList) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

} // namespace support
