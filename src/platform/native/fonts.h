// Loads the system's fonts for the desktop window: Inter where it is installed, else DejaVu Sans or another, with
// DejaVu Sans and all Noto Sans fonts as fallbacks for other scripts. Glyphs are rasterised by stb_truetype through
// Dear ImGui's loader.
//
// A font size is the height of the em square, as in CSS. stb_truetype does not shape: scripts whose letters change with
// their neighbours are painted as separate letters.
#pragma once

#include "platform/native/mapped_file.h"
#include "ui/fonts.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

struct ImFontAtlas;

namespace platform {

/// Where characters are taken from that the chosen font lacks.
enum class Fallbacks : std::uint8_t { system, none };

/// Owns the font files, and must outlive the atlas.
class FontLibrary {
public:
    /// Adds a font for each weight to the atlas and sets `fonts`. `fontFile` is the path of the regular weight (empty:
    /// the system's best font); the other weights are found by their file names. False where there is no readable font;
    /// `problem` is then the message.
    [[nodiscard]] bool addTo(ImFontAtlas& atlas, const std::string& fontFile, ui::FontSet& fonts, std::string& problem,
                             Fallbacks fallbacks = Fallbacks::system);

private:
    std::vector<MappedFile> files_;
};

/// Whether stb_truetype can read the font file: it has outlines (`glyf` or `CFF `) and the other tables needed, all
/// inside the file.
[[nodiscard]] bool isReadableFont(std::span<const std::byte> bytes);

/// The paths at which a font of that weight (as in CSS) may be, best first, for a regular font "Name-Regular.otf" or
/// "Name.otf": "Name-Bold.otf" and the like.
[[nodiscard]] std::vector<std::string> siblingsForWeight(const std::string& regularFile, int weight);

} // namespace platform
