// A Dear ImGui context without a window or a GPU, with fonts of fixed metrics: layouts are the same on every machine,
// natively and in WebAssembly.
#pragma once

#include "ui/fonts.h"

struct ImGuiContext;

namespace support {

/// Creates a Dear ImGui context and makes it current; destroys it with the object.
class Headless {
public:
    Headless();
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    ui::FontSet fonts() { return fonts_; }
    /// To be called after each frame. Marks the textures that Dear ImGui wants to have uploaded or deleted as done.
    static void acceptTextures();

private:
    ImGuiContext* context_;
    ui::ClusterTable clusters_;
    ui::FontSet fonts_;
};

/// The advance of a Latin letter in these fonts, as a fraction of the font size.
inline constexpr float kLetterWidth = 0.5F;

} // namespace support
