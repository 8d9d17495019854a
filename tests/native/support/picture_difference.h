// Compares two pictures of the same screen.
#pragma once

#include "platform/native/picture.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace support {

// The pictures are painted in memory, by the same code everywhere. What may differ between compilers and processors is
// the last bit of a product in floating point: a colour by one or two, and the odd pixel on the edge of a triangle.
inline constexpr int kChannelTolerance = 2;   // of 255
inline constexpr std::size_t kMostPixels = 8; // that differ by more in a picture that counts as the same

/// The number of pixels that differ; those of the larger picture where their sizes differ.
[[nodiscard]] inline std::size_t countDifferent(const platform::Picture& one, const platform::Picture& other) {
    if (one.width != other.width || one.height != other.height)
        return std::max(one.pixels.size(), other.pixels.size()) / 4;
    std::size_t count = 0;
    for (std::size_t place = 0; place < one.pixels.size(); place += 4) {
        bool isDifferent = false;
        for (std::size_t channel = 0; channel < 3; ++channel)
            isDifferent |= std::abs(one.pixels[place + channel] - other.pixels[place + channel]) > kChannelTolerance;
        if (isDifferent) ++count;
    }
    return count;
}

[[nodiscard]] inline bool areSame(const platform::Picture& one, const platform::Picture& other) {
    return one.width == other.width && one.height == other.height && countDifferent(one, other) <= kMostPixels;
}

/// The actual picture, pale, with the pixels that differ from the expected one in magenta.
[[nodiscard]] inline platform::Picture paintDifference(const platform::Picture& expected,
                                                       const platform::Picture& actual) {
    platform::Picture difference = actual;
    const auto width = static_cast<std::size_t>(actual.width);
    const auto expectedWidth = static_cast<std::size_t>(expected.width);
    for (std::size_t place = 0; place < actual.pixels.size(); place += 4) {
        const std::size_t x = place / 4 % width, y = place / 4 / width;
        const std::size_t other = (y * expectedWidth + x) * 4;
        const bool isInside = x < expectedWidth && y < static_cast<std::size_t>(expected.height);
        bool isDifferent = !isInside;
        for (std::size_t channel = 0; isInside && channel < 3; ++channel) {
            const int change = std::abs(actual.pixels[place + channel] - expected.pixels[other + channel]);
            isDifferent |= change > kChannelTolerance;
        }
        for (std::size_t channel = 0; channel < 3; ++channel) {
            constexpr int kPaleness = 4;
            const int pale = 255 - (255 - actual.pixels[place + channel]) / kPaleness;
            const int magenta = channel == 1 ? 0 : 255;
            difference.pixels[place + channel] = static_cast<std::uint8_t>(isDifferent ? magenta : pale);
        }
    }
    return difference;
}

} // namespace support
