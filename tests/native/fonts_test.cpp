#include "imgui.h"
#include "platform/native/fonts.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace {

class FontsTest : public testing::Test {
protected:
    void SetUp() override {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    }
    void TearDown() override { ImGui::DestroyContext(); }

    ui::FontSet load(const std::string& fontFile = "") {
        ui::FontSet fonts;
        std::string problem;
        EXPECT_TRUE(library_.addTo(*ImGui::GetIO().Fonts, fontFile, fonts, problem)) << problem;
        ImGui::GetIO().DisplaySize = {100, 100};
        ImGui::NewFrame();
        return fonts;
    }

    platform::FontLibrary library_; // destroyed after Dear ImGui's context, which TearDown() destroys
};

TEST_F(FontsTest, ThereIsOneForEachWeight) {
    ui::FontSet fonts = load();
    for (ImFont* font : fonts.byWeight) ASSERT_NE(font, nullptr);
    float regular = fonts.byWeight.front()->GetFontBaked(16)->GetCharAdvance('m');
    float bold = fonts.byWeight.back()->GetFontBaked(16)->GetCharAdvance('m');
    EXPECT_GT(regular, 8);
    EXPECT_GT(bold, regular);
}

TEST_F(FontsTest, ASizeIsThatOfTheEmSquare) {
    ui::FontSet fonts = load();
    ImFontBaked* large = fonts.byWeight.front()->GetFontBaked(100);
    // An em dash of Inter or DejaVu is about as wide as the em square. If the size were the line height, it would be a
    // fifth narrower.
    EXPECT_NEAR(large->GetCharAdvance(0x2014), 100, 20);
}

TEST_F(FontsTest, OtherScriptsAndSymbolsAreThere) {
    ui::FontSet fonts = load();
    for (ImWchar character : {0xE9u, 0x153u, 0x202Fu, 0x3A9u, 0x416u, 0x2605u, 0x2197u}) {
        EXPECT_TRUE(fonts.byWeight.front()->IsGlyphInFont(character)) << character;
    }
}

TEST_F(FontsTest, AFileThatIsNoFontIsRefused) {
    std::string path = testing::TempDir() + "no_font.ttf";
    std::ofstream(path) << "not a font at all, but longer than a font's header";
    ui::FontSet fonts;
    std::string problem;
    EXPECT_FALSE(library_.addTo(*ImGui::GetIO().Fonts, path, fonts, problem));
    EXPECT_EQ(problem, "Not a TrueType or OpenType font: " + path);
    EXPECT_FALSE(library_.addTo(*ImGui::GetIO().Fonts, path + ".absent", fonts, problem));
}

TEST(FontFiles, ATruncatedFontIsNotReadable) {
    // One table, `cmap`, whose offset 0x1000 is outside of the file of 28 bytes.
    const unsigned char header[] = {0,   1,   0, 0, 0, 1, 0, 0, 0,    0, 0, 0, 'c', 'm',
                                    'a', 'p', 0, 0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0,   9};
    EXPECT_FALSE(platform::isReadableFont(std::as_bytes(std::span(header))));
    EXPECT_FALSE(platform::isReadableFont({}));
}

TEST(FontFiles, HeavierSiblingsAreFoundByName) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(platform::siblingsForWeight("/f/Inter-Regular.otf", 400), Names());
    EXPECT_EQ(platform::siblingsForWeight("/f/Inter-Regular.otf", 500), Names{"/f/Inter-Medium.otf"});
    EXPECT_EQ(platform::siblingsForWeight("/f/Inter-Regular.otf", 650),
              (Names{"/f/Inter-SemiBold.otf", "/f/Inter-Bold.otf"}));
    EXPECT_EQ(platform::siblingsForWeight("/f/DejaVuSans.ttf", 700),
              (Names{"/f/DejaVuSans-Bold.ttf", "/f/DejaVuSans-SemiBold.ttf"}));
}

} // namespace
