#include "platform/native/picture.h"

#include <png.h>

#include <cstddef>
#include <vector>

namespace platform {

bool writePng(const std::string& path, int width, int height, std::span<const std::uint8_t> pixels) {
    std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    if (pixels.size() != count * 4) return false;
    std::vector<std::uint8_t> colours(count * 3);
    for (std::size_t pixel = 0; pixel < count; ++pixel) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            colours[pixel * 3 + channel] = pixels[pixel * 4 + channel];
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGB;
    return png_image_write_to_file(&image, path.c_str(), 0, colours.data(), 0, nullptr) != 0;
}

} // namespace platform
