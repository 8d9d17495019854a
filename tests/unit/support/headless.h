// Dear ImGui without a window or a GPU, with fonts of fixed metrics: layouts come out the same on every machine,
// natively and as WebAssembly.
#pragma once

#include "ui/fonts.h"

struct ImGuiContext;

namespace support {

/// While it lives, it is the current Dear ImGui context.
class Headless {
public:
    Headless();
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    ui::FontSet fonts() { return fonts_; }
    /// After a frame: takes the textures that Dear ImGui wants as made.
    static void acceptTextures();

private:
    ImGuiContext* context_;
    ui::ClusterTable clusters_;
    ui::FontSet fonts_;
};

/// Width of one Latin letter in these fonts, as a part of the font's size.
inline constexpr float kLetterWidth = 0.5F;

} // namespace support
