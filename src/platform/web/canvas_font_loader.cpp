#include "platform/web/canvas_font_loader.h"

#include "imgui.h"
#include "imgui_internal.h"

#include <emscripten/em_js.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

// Sizes and boxes are in device px. A box is left, top (relative to the baseline, down), width, height.
// clang-format off
EM_JS_DEPS(ce_glyphs, "$UTF8ToString,$glContext");

EM_JS(double, ce_measureGlyph, (int host, int weight, double size, const char* text), {
    return Module["hosts"][host].glyphs.measure(weight, size, UTF8ToString(text));
});

// Writes ascent and descent, both positive, to metrics[0] and metrics[1].
EM_JS(void, ce_measureFont, (int host, int weight, double size, int* metrics), {
    HEAP32.set(Module["hosts"][host].glyphs.measureFont(weight, size), metrics >> 2);
});

// Measures a text that will be painted. Writes a Glyph's members. Returns the advance.
EM_JS(double, ce_addGlyph, (int host, int weight, double size, const char* text, int* glyph), {
    const added = Module["hosts"][host].glyphs.add(weight, size, UTF8ToString(text));
    const { number, left, top, width, height, isColoured } = added;
    HEAP32.set([number, left, top, width, height, isColoured], glyph >> 2);
    return added.advance;
});

// Paints glyphs, of which number, x and y are given, into the texture that is bound; and the RGBA pixels of the rectangle
// `own` (x, y, width, height), where its width is not 0.
EM_JS(void, ce_paintGlyphs, (int host, int texture, int width, int height, const int* places, int count, const int* own, const void* pixels), {
    const [ownX, ownY, ownWidth, ownHeight] = HEAP32.subarray(own >> 2, (own >> 2) + 4);
    const bytes = HEAPU8.slice(pixels, pixels + 4 * ownWidth * ownHeight);
    const part = ownWidth ? { x: ownX, y: ownY, image: new ImageData(new Uint8ClampedArray(bytes.buffer), ownWidth) } : undefined;
    Module["hosts"][host].glyphs.paint(glContext, texture, width, height, HEAP32.subarray(places >> 2, (places >> 2) + 3 * count), part);
});
// clang-format on

namespace platform {

namespace {

/// As ce_addGlyph writes it.
struct Glyph {
    int number;
    int left, top, width, height; // a width of 0: nothing is visible
    int hasOwnColours;            // emoji; others take the colour of the text
};

// The atlas's pixels in memory hold no glyph's picture. The first pixel of each glyph's rectangle is its mark: the
// glyph's number, with an alpha of 0. Dear ImGui copies it when it moves the glyph to another place or texture, so
// that every texture of a frame says itself what is to be painted into it, and where.
constexpr std::uint32_t kAlpha = 0xFF000000;
constexpr std::uint32_t kTransparentWhite = 0x00FFFFFF; // is among Dear ImGui's own pixels

bool isMark(std::uint32_t pixel) {
    return pixel != 0 && pixel < kTransparentWhite;
}

std::uint32_t& pixelAt(ImTextureData& texture, int x, int y) {
    return *static_cast<std::uint32_t*>(texture.GetPixelsAt(x, y));
}

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

/// Finds a place for the glyph in the atlas. False where there is no room.
bool packGlyph(ImFontAtlas& atlas, const ImFontConfig& source, const ImFontBaked& baked, const Glyph& measured,
               ImFontGlyph& glyph) {
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(&atlas, measured.width, measured.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    const float density = densityOf(source, baked);
    glyph.X0 = static_cast<float>(measured.left) / density;
    glyph.Y0 = static_cast<float>(measured.top) / density + baked.Ascent;
    glyph.X1 = glyph.X0 + static_cast<float>(measured.width) / density;
    glyph.Y1 = glyph.Y0 + static_cast<float>(measured.height) / density;
    glyph.Visible = 1;
    glyph.Colored = measured.hasOwnColours ? 1 : 0;
    glyph.PackId = id;
    const ImTextureRect& place = *ImFontAtlasPackGetRect(&atlas, id);
    pixelAt(*atlas.TexData, place.x, place.y) = static_cast<std::uint32_t>(measured.number);
    ImFontAtlasTextureBlockQueueUpload(&atlas, atlas.TexData, place.x, place.y, place.w, place.h);
    return true;
}

bool loadGlyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codePoint,
               ImFontGlyph* glyph, float* advance) {
    const CanvasFonts& fonts = fontsOf(*atlas);
    const std::string text = textOf(*atlas, codePoint);
    const float density = densityOf(*source, *baked);
    const auto size = static_cast<double>(baked->Size * density);
    if (advance || !fonts.arePainted) {
        const double width = ce_measureGlyph(fonts.host, weightOf(*source), size, text.c_str());
        (advance ? *advance : glyph->AdvanceX) = static_cast<float>(width) / density;
        if (!advance) glyph->Codepoint = codePoint & 0x3FFFFFFu;
        return true;
    }
    Glyph measured{};
    const double width = ce_addGlyph(fonts.host, weightOf(*source), size, text.c_str(), &measured.number);
    glyph->Codepoint = codePoint & 0x3FFFFFFu;
    glyph->AdvanceX = static_cast<float>(width) / density;
    return measured.width == 0 || packGlyph(*atlas, *source, *baked, measured, *glyph);
}

// ── Painting ──

/// What is to be painted into a texture.
struct Contents {
    std::vector<int> places;  // number, x and y of each glyph
    std::array<int, 4> own{}; // x, y, width and height of what Dear ImGui has painted itself
};

void addGlyphAt(Contents& contents, std::uint32_t mark, int x, int y) {
    for (const int number : {static_cast<int>(mark), x, y}) contents.places.push_back(number);
}

/// All that is in the texture.
Contents findAll(ImTextureData& texture) {
    Contents contents;
    int left = texture.Width, top = texture.Height, right = 0, bottom = 0;
    // ImTextureData::UsedRect leaves out what Dear ImGui copied from a smaller texture.
    for (int y = 0; y < texture.Height; ++y) {
        const std::uint32_t* row = &pixelAt(texture, 0, y);
        for (int x = 0; x < texture.Width; ++x) {
            if (row[x] == 0) continue;
            if (isMark(row[x])) addGlyphAt(contents, row[x], x, y);
            if ((row[x] & kAlpha) == 0) continue;
            left = std::min(left, x);
            top = std::min(top, y);
            right = std::max(right, x + 1);
            bottom = std::max(bottom, y + 1);
        }
    }
    if (left < right) contents.own = {left, top, right - left, bottom - top};
    return contents;
}

/// What is in the parts that have changed: a glyph in each. Dear ImGui's own pixels change with the texture alone.
Contents findNew(ImTextureData& texture) {
    Contents contents;
    for (const ImTextureRect& part : texture.Updates) {
        const std::uint32_t mark = pixelAt(texture, part.x, part.y);
        if (isMark(mark)) addGlyphAt(contents, mark, part.x, part.y);
    }
    return contents;
}

std::vector<std::uint32_t> copyPixels(ImTextureData& texture, const std::array<int, 4>& box) {
    const auto [left, top, width, height] = box;
    std::vector<std::uint32_t> pixels;
    for (int y = top; y < top + height; ++y) {
        const std::uint32_t* row = &pixelAt(texture, left, y);
        pixels.insert(pixels.end(), row, row + width);
    }
    return pixels;
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
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    // The letters of a first screen fit at a pixel ratio of 1: each time the atlas grows all are painted again.
    atlas.TexMinHeight = 512;
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

void paintGlyphs(const CanvasFonts& fonts, ImTextureData& texture) {
    const Contents contents = texture.Status == ImTextureStatus_WantCreate ? findAll(texture) : findNew(texture);
    const std::vector<std::uint32_t> own = copyPixels(texture, contents.own);
    ce_paintGlyphs(fonts.host, texture.UniqueID + 1, texture.Width, texture.Height, contents.places.data(),
                   static_cast<int>(contents.places.size() / 3), contents.own.data(), own.data());
}

} // namespace platform
