// Pictures of what the program paints, without a display, and their PNG files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace platform {

class Application;

struct Picture {
    int width = 0, height = 0;        // device px
    std::vector<std::uint8_t> pixels; // height × width × RGBA, upper row first
};

/// Paints the application's last frame as large as its viewport (render/software/rasteriser.h).
[[nodiscard]] Picture paintPicture(Application& application);

/// Puts a picture of the same width below another one, which may be empty.
void appendBelow(Picture& upper, const Picture& lower);

/// Writes a PNG without the alpha channel. False where the file cannot be written.
[[nodiscard]] bool writePng(const std::string& path, const Picture& picture);
/// Nothing where the file cannot be read or is no PNG.
[[nodiscard]] std::optional<Picture> readPng(const std::string& path);

} // namespace platform
