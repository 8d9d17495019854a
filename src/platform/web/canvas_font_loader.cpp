#include "platform/web/canvas_font_loader.h"

#include "imgui.h"
#include "imgui_internal.h"

#include <emscripten/em_js.h>

#include <cstdint>
#include <string>
#include <vector>

// Sizes and boxes are in device px. A box is left, top (relative to the baseline, down), width, height.
// clang-format off
EM_JS_DEPS(ce_glyphs, "$UTF8ToString");

EM_JS(double, ce_measureGlyph, (int host, int weight, double size, const char* text), {
    return Module["hosts"][host].glyphs.measure(weight, size, UTF8ToString(text));
});

// Writes ascent and descent, both positive, to metrics[0] and metrics[1].
EM_JS(void, ce_measureFont, (int host, int weight, double size, int* metrics), {
    HEAP32.set(Module["hosts"][host].glyphs.measureFont(weight, size), metrics >> 2);
});

// Paints the text on a scratch canvas and writes its box. Returns a Picture.
EM_JS(int, ce_paintGlyph, (int host, int weight, double size, const char* text, int* box), {
    const picture = Module["hosts"][host].glyphs.paint(weight, size, UTF8ToString(text));
    if (!picture) return 0;
    HEAP32.set(picture.box, box >> 2);
    return picture.isColoured ? 2 : 1;
});

// Copies the picture painted last: a byte of coverage for each pixel, or four (RGBA) where it has colours of its own.
EM_JS(void, ce_copyGlyph, (int host, std::uint8_t* pixels), {
    HEAPU8.set(Module["hosts"][host].glyphs.pixels(), pixels);
});
// clang-format on

namespace platform {

namespace {

/// What a glyph looks like: nothing is visible, it takes the colour of the text, or it has colours of its own (emoji).
/// The numbers are those of ce_paintGlyph.
enum Picture { kNothing, kOneColour, kOwnColours };

struct Box {
    int left, top, width, height;
};

const CanvasFonts& fontsOf(const ImFontAtlas& atlas) {
    return *static_cast<const CanvasFonts*>(atlas.UserData);
}

/// The string that the code point stands for: a cluster or the character itself, in UTF-8.
std::string textOf(const ImFontAtlas& atlas, ImWchar codePoint) {
    std::string_view cluster = fontsOf(atlas).clusters->textOf(static_cast<char32_t>(codePoint));
    if (!cluster.empty()) return std::string(cluster);
    char utf8[5];
    ImTextCharToUtf8(utf8, codePoint);
    return utf8;
}

int weightOf(const ImFontConfig& source) {
    return static_cast<int>(source.FontLoaderFlags);
}

/// Device px in a CSS px.
float densityOf(const ImFontConfig& source, const ImFontBaked& baked) {
    return source.RasterizerDensity * baked.RasterizerDensity;
}

bool containsGlyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;
}

/// Ascent and descent are whole device px, to which browsers round them.
bool initBaked(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*) {
    float density = densityOf(*source, *baked);
    int metrics[2];
    ce_measureFont(fontsOf(*atlas).host, weightOf(*source), static_cast<double>(baked->Size * density), metrics);
    baked->Ascent = static_cast<float>(metrics[0]) / density;
    baked->Descent = -static_cast<float>(metrics[1]) / density;
    return true;
}

/// Copies the picture painted last into the atlas. False where the atlas has no room.
bool packGlyph(ImFontAtlas& atlas, ImFontConfig& source, ImFontBaked& baked, const Box& box, bool hasOwnColours,
               ImFontGlyph& glyph) {
    ImFontAtlasRectId place = ImFontAtlasPackAddRect(&atlas, box.width, box.height);
    if (place == ImFontAtlasRectId_Invalid) return false;
    int pixelSize = hasOwnColours ? 4 : 1;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(box.width * box.height * pixelSize));
    ce_copyGlyph(fontsOf(atlas).host, pixels.data());
    float density = densityOf(source, baked);
    glyph.X0 = static_cast<float>(box.left) / density;
    glyph.Y0 = static_cast<float>(box.top) / density + baked.Ascent;
    glyph.X1 = glyph.X0 + static_cast<float>(box.width) / density;
    glyph.Y1 = glyph.Y0 + static_cast<float>(box.height) / density;
    glyph.Visible = 1;
    glyph.Colored = hasOwnColours ? 1 : 0;
    glyph.PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(&atlas, &baked, &source, &glyph, ImFontAtlasPackGetRect(&atlas, place),
                                       pixels.data(), hasOwnColours ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
                                       box.width * pixelSize);
    return true;
}

bool loadGlyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codePoint,
               ImFontGlyph* glyph, float* advance) {
    std::string text = textOf(*atlas, codePoint);
    float density = densityOf(*source, *baked);
    auto size = static_cast<double>(baked->Size * density);
    float width =
        static_cast<float>(ce_measureGlyph(fontsOf(*atlas).host, weightOf(*source), size, text.c_str())) / density;
    if (advance) {
        *advance = width;
        return true;
    }
    glyph->Codepoint = codePoint & 0x3FFFFFFu;
    glyph->AdvanceX = width;
    Box box{};
    int picture = ce_paintGlyph(fontsOf(*atlas).host, weightOf(*source), size, text.c_str(), &box.left);
    return picture == kNothing || packGlyph(*atlas, *source, *baked, box, picture == kOwnColours, *glyph);
}

const ImFontLoader& canvasLoader() {
    static const ImFontLoader kLoader = [] {
        ImFontLoader loader;
        loader.Name = "canvas";
        loader.FontSrcContainsGlyph = containsGlyph;
        loader.FontBakedInit = initBaked;
        loader.FontBakedLoadGlyph = loadGlyph;
        return loader;
    }();
    return kLoader;
}

} // namespace

ui::FontSet addCanvasFonts(ImFontAtlas& atlas, CanvasFonts& canvasFonts) {
    atlas.UserData = &canvasFonts;
    ui::FontSet fonts;
    fonts.clusters = canvasFonts.clusters;
    for (std::size_t index = 0; index < fonts.byWeight.size(); ++index) {
        ImFontConfig config;
        config.FontLoader = &canvasLoader();
        config.FontLoaderFlags = ui::kFontWeights[index];
        fonts.byWeight[index] = atlas.AddFont(&config);
    }
    return fonts;
}

} // namespace platform
