// The system's fonts for the desktop window: Inter where it is installed, else DejaVu Sans, read by stb_truetype
// through Dear ImGui's own loader, with every DejaVu Sans and Noto Sans behind it for the scripts that it lacks.
//
// A size is the height of the em square, as in CSS. Scripts whose letters change with their neighbours fall apart into
// single letters here: stb_truetype does not shape.
#pragma once

#include "platform/native/mapped_file.h"
#include "ui/fonts.h"

#include <span>
#include <string>
#include <vector>

struct ImFontAtlas;

namespace platform {

/// The fonts' files, which have to live as long as the atlas.
class FontLibrary {
public:
    /// Adds a font for each weight to the atlas. `fontFile` (empty: the system's best) stands for regular; its heavier
    /// siblings are found by their names. False where there is no readable font; `problem` says why.
    [[nodiscard]] bool addTo(ImFontAtlas& atlas, const std::string& fontFile, ui::FontSet& fonts, std::string& problem);

private:
    std::vector<MappedFile> files_;
};

/// Whether stb_truetype can read the font: outlines in `glyf` or `CFF ` and the tables that go with them.
[[nodiscard]] bool isReadableFont(std::span<const std::byte> bytes);

/// The file names to try for that weight beside "…-Regular.otf", best first; for "Name.ttf", whose bold is
/// "Name-Bold.ttf", likewise.
[[nodiscard]] std::vector<std::string> siblingsForWeight(const std::string& regularFile, int weight);

} // namespace platform
