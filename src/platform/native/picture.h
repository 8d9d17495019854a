// Writes a picture to a PNG file.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace platform {

/// `pixels`: height × width × RGBA bytes, upper row first; the alpha is not written. False where `pixels` has another
/// size or the file cannot be written.
[[nodiscard]] bool writePng(const std::string& path, int width, int height, std::span<const std::uint8_t> pixels);

} // namespace platform
