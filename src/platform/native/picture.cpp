#include "platform/native/picture.h"

#include "imgui.h"
#include "platform/common/application.h"
#include "render/software/rasteriser.h"

#include <png.h>

#include <cmath>
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <memory>

namespace platform {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Writes the picture as small as zlib makes it: pictures are kept in the repository. Screens, which are flat areas and
/// letters that recur, are smallest without PNG's filters. False where libpng meets an error, which it reports by a
/// jump over this function, that has no destructors therefore.
bool writeRows(std::FILE* file, const Picture& picture) {
    constexpr int kCompression = 9; // zlib's highest
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    if (png == nullptr) return false;
    png_infop info = png_create_info_struct(png);
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, nullptr);
        return false;
    }
    png_init_io(png, file);
    png_set_compression_level(png, kCompression);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    png_set_filler(png, 0, PNG_FILLER_AFTER); // the alpha channel is left out
    const std::size_t stride = static_cast<std::size_t>(picture.width) * 4;
    for (std::size_t start = 0; start < picture.pixels.size(); start += stride)
        png_write_row(png, &picture.pixels[start]);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return true;
}

std::size_t countPixels(int width, int height) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

} // namespace

Picture paintPicture(Application& application) {
    const ImDrawData& drawData = application.drawData();
    const auto pixels = [](float length, float scale) { return static_cast<int>(std::lround(length * scale)); };
    Picture picture;
    picture.width = pixels(drawData.DisplaySize.x, drawData.FramebufferScale.x);
    picture.height = pixels(drawData.DisplaySize.y, drawData.FramebufferScale.y);
    picture.pixels = render::paintInMemory(drawData, application.shapes(), picture.width, picture.height,
                                           application.backgroundColour());
    return picture;
}

void appendBelow(Picture& upper, const Picture& lower) {
    upper.width = lower.width;
    upper.height += lower.height;
    upper.pixels.insert(upper.pixels.end(), lower.pixels.begin(), lower.pixels.end());
}

bool writePng(const std::string& path, const Picture& picture) {
    const std::size_t count = countPixels(picture.width, picture.height);
    if (picture.pixels.size() != count * 4) return false;
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "wb"));
    return file && writeRows(file.get(), picture) && std::fflush(file.get()) == 0;
}

std::optional<Picture> readPng(const std::string& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return std::nullopt;
    image.format = PNG_FORMAT_RGBA;
    Picture picture{.width = static_cast<int>(image.width), .height = static_cast<int>(image.height), .pixels = {}};
    picture.pixels.resize(countPixels(picture.width, picture.height) * 4);
    if (png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr) == 0) return std::nullopt;
    return picture;
}

} // namespace platform
