// Compares screens with the pictures in tests/golden. Each visit there (docs/visits.md) has a PNG of its name: what its
// last step shows, painted in memory with Debian's Inter. On a difference the expected picture, the actual one and
// their difference are in build/native/golden. `scripts/golden --renew` renews the pictures: it sets CE_GOLDEN_RENEW.
#include "imgui.h"
#include "native/support/picture_difference.h"
#include "platform/common/application.h"
#include "platform/native/fonts.h"
#include "platform/native/picture.h"
#include "platform/native/visit_player.h"
#include "platform/visits/visit.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iomanip>
#include <memory>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kFontFolder = "/usr/share/fonts/opentype/inter"; // of Debian's package fonts-inter
const fs::path kFolder = fs::path(CE_SOURCE_DIR) / "tests/golden";

bool isRenewing() {
    return std::getenv("CE_GOLDEN_RENEW") != nullptr;
}

/// A fixed day on which the bundled programme's call is open, for visits without `now`.
programme::CivilTime midCall(std::string_view /*timeZone*/) {
    return {*programme::parseDay("2017-10-15"), 12 * 60};
}

/// Dear ImGui's context with Inter alone: a character that it lacks is painted as the same sign on every machine.
class Screen {
public:
    Screen() {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        std::string problem;
        const std::string font = (kFontFolder / "Inter-Regular.otf").string();
        hasFonts_ = library_.addTo(*ImGui::GetIO().Fonts, font, fonts_, problem, platform::Fallbacks::none);
        EXPECT_TRUE(hasFonts_) << problem;
        if (hasFonts_) application_ = std::make_unique<platform::Application>(fonts_, midCall);
    }
    ~Screen() {
        application_.reset();
        ImGui::DestroyContext();
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// What the visit's last step shows. An empty picture where it cannot be played.
    platform::Picture show(const fs::path& file) {
        if (!hasFonts_) return {};
        const auto parsed = platform::parseVisit(support::readFile(file));
        const platform::Visit* visit = std::get_if<platform::Visit>(&parsed);
        if (visit == nullptr) {
            ADD_FAILURE() << file << ": " << std::get<platform::VisitError>(parsed).message;
            return {};
        }
        const std::string bytes = support::readFile(file.parent_path() / visit->programme);
        const auto load = [&] { EXPECT_TRUE(application_->load(bytes, visit->query, visit->language).empty()); };
        load();
        const ui::Viewport viewport{.width = 1280, .height = 800, .hasReducedMotion = true, .paintsFieldText = true};
        EXPECT_EQ(platform::playWithoutWindow(*application_, *visit, viewport, load), "") << "no such node";
        return platform::paintPicture(*application_);
    }

private:
    platform::FontLibrary library_;
    ui::FontSet fonts_;
    bool hasFonts_ = false;
    std::unique_ptr<platform::Application> application_;
};

/// "FNV-1a of the font files' bytes", in hexadecimal.
std::string hashFonts() {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char* weight : {"Regular", "Medium", "SemiBold", "Bold"}) {
        for (const char byte : support::readFile(kFontFolder / ("Inter-" + std::string(weight) + ".otf"))) {
            hash ^= static_cast<unsigned char>(byte);
            hash *= 0x100000001B3;
        }
    }
    std::ostringstream text;
    text << std::hex << std::setfill('0') << std::setw(16) << hash << '\n';
    return text.str();
}

void write(const fs::path& file, const platform::Picture& picture) {
    EXPECT_TRUE(platform::writePng(file.string(), picture)) << file << " cannot be written";
}

class GoldenPictures : public testing::TestWithParam<fs::path> {};

TEST_P(GoldenPictures, AreWhatIsPainted) {
    fs::path golden = GetParam();
    golden.replace_extension(".png");
    const platform::Picture actual = Screen().show(GetParam());
    const std::optional<platform::Picture> expected = platform::readPng(golden.string());
    if (expected && support::areSame(*expected, actual)) return;
    if (isRenewing()) {
        write(golden, actual);
        return;
    }
    const fs::path folder = fs::path(CE_BUILD_DIR) / "golden";
    const std::string name = golden.stem().string();
    fs::create_directories(folder);
    write(folder / (name + ".actual.png"), actual);
    ASSERT_TRUE(expected) << golden << " cannot be read: scripts/golden --renew " << name << " makes it";
    write(folder / (name + ".expected.png"), *expected);
    write(folder / (name + ".difference.png"), support::paintDifference(*expected, actual));
    FAIL() << support::countDifferent(*expected, actual) << " pixels of " << golden << " differ: see "
           << (folder / name).string()
           << ".{expected,actual,difference}.png. Where the change is meant, scripts/golden "
           << "--renew " << name << " keeps it";
}

std::vector<fs::path> visitFiles() {
    return support::listProjectFiles("tests/golden", ".visit");
}

std::string nameOf(const testing::TestParamInfo<fs::path>& info) {
    std::string name = info.param.stem().string();
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Visits, GoldenPictures, testing::ValuesIn(visitFiles()), nameOf);

TEST(GoldenFolder, HasPicturesOfThisFont) {
    const fs::path file = kFolder / "font.txt";
    if (isRenewing()) std::ofstream(file) << hashFonts();
    EXPECT_EQ(support::readFile(file), hashFonts())
        << "The pictures were painted with another version of Inter than this machine's. Debian's package fonts-inter, "
           "which scripts/setup installs, has the right one.";
}

TEST(GoldenFolder, HasNoPictureWithoutAVisit) {
    for (fs::path picture : support::listProjectFiles("tests/golden", ".png"))
        EXPECT_TRUE(fs::exists(picture.replace_extension(".visit"))) << picture;
}

// ── What counts as a difference, on a picture that is there ──

class Difference : public testing::Test {
protected:
    void SetUp() override {
        const auto picture = platform::readPng((kFolder / "first-390.png").string());
        ASSERT_TRUE(picture);
        picture_ = *picture;
    }

    std::uint8_t& channel(platform::Picture& picture, int x, int y, std::size_t channel) {
        return picture.pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                               static_cast<std::size_t>(x)) *
                                  4 +
                              channel];
    }

    platform::Picture picture_;
};

TEST_F(Difference, IsNoneToItself) {
    EXPECT_EQ(support::countDifferent(picture_, picture_), 0U);
    EXPECT_TRUE(support::areSame(picture_, picture_));
}

TEST_F(Difference, IsAPartThatMovedByTwoPixels) {
    // Each box of the size of a short word that has letters in it.
    constexpr int kWidth = 24, kHeight = 12, kShift = 2;
    platform::Picture moved = picture_;
    int seenBoxes = 0;
    for (int top = 0; top + kHeight <= picture_.height; top += kHeight) {
        for (int left = kShift; left + kWidth <= picture_.width; left += kWidth) {
            int ink = 0;
            const auto copyBox = [&](int shift) {
                for (int y = top; y < top + kHeight; ++y) {
                    for (int x = left; x < left + kWidth; ++x) {
                        for (std::size_t c = 0; c < 3; ++c)
                            channel(moved, x, y, c) = channel(picture_, x - shift, y, c);
                        if (channel(picture_, x, y, 0) != channel(picture_, x - 1, y, 0)) ++ink;
                    }
                }
            };
            copyBox(kShift);
            constexpr int kLeastInk = 100;
            if (ink >= kLeastInk) {
                ++seenBoxes;
                EXPECT_FALSE(support::areSame(picture_, moved)) << "the box at " << left << ", " << top;
            }
            copyBox(0);
        }
    }
    EXPECT_GT(seenBoxes, 20);
}

TEST_F(Difference, IsAColourThatChangedALittle) {
    platform::Picture changed = picture_;
    for (int y = 100; y < 104; ++y) {
        for (int x = 200; x < 204; ++x) channel(changed, x, y, 2) ^= 4;
    }
    EXPECT_FALSE(support::areSame(picture_, changed));
}

TEST_F(Difference, IsNoneWhereADriverOrCompilerRounds) {
    platform::Picture rounded = picture_;
    for (std::uint8_t& byte : rounded.pixels) byte = static_cast<std::uint8_t>(byte == 255 ? 254 : byte + 1);
    channel(rounded, 5, 5, 0) ^= 128;
    EXPECT_TRUE(support::areSame(picture_, rounded));
}

TEST_F(Difference, IsASizeThatChanged) {
    platform::Picture lower = picture_;
    lower.height -= 1;
    lower.pixels.resize(lower.pixels.size() - static_cast<std::size_t>(lower.width) * 4);
    EXPECT_FALSE(support::areSame(picture_, lower));
}

TEST_F(Difference, IsPaintedInMagenta) {
    platform::Picture changed = picture_;
    channel(changed, 7, 9, 0) ^= 128;
    const platform::Picture difference = support::paintDifference(picture_, changed);
    int magenta = 0;
    for (std::size_t place = 0; place < difference.pixels.size(); place += 4) {
        if (difference.pixels[place] == 255 && difference.pixels[place + 1] == 0) ++magenta;
    }
    EXPECT_EQ(magenta, 1);
    platform::Picture copy = difference;
    EXPECT_EQ(channel(copy, 7, 9, 1), 0);
}

} // namespace
