// Writes pictures of the screen.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace platform {

/// `pixels`: height × width × RGBA, upper row first; written without the alpha. False where the file cannot be written.
[[nodiscard]] bool writePng(const std::string& path, int width, int height, std::span<const std::uint8_t> pixels);

} // namespace platform
