#include "ui/characters.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace ui {

namespace {

struct Range {
    char32_t first, last;
};

bool isIn(std::span<const Range> ranges, char32_t codePoint) {
    const auto* after = std::upper_bound(ranges.data(), ranges.data() + ranges.size(), codePoint,
                                         [](char32_t value, const Range& range) { return value < range.first; });
    return after != ranges.data() && codePoint <= (after - 1)->last;
}

constexpr std::array<Range, 16> kExtending = {{{0x0300, 0x036F},
                                               {0x0483, 0x0489},
                                               {0x0591, 0x05BD},
                                               {0x05BF, 0x05C7},
                                               {0x0610, 0x061A},
                                               {0x064B, 0x065F},
                                               {0x1AB0, 0x1AFF},
                                               {0x1DC0, 0x1DFF},
                                               {0x200C, 0x200D},
                                               {0x20D0, 0x20FF},
                                               {0x3099, 0x309A},
                                               {0xFE00, 0xFE0F},
                                               {0xFE20, 0xFE2F},
                                               {0x1F3FB, 0x1F3FF},
                                               {0xE0020, 0xE007F},
                                               {0xE0100, 0xE01EF}}};

constexpr std::array<Range, 9> kShaped = {{{0x0600, 0x08FF}, // Arabic, Syriac, Thaana, N’Ko …
                                           {0x0900, 0x0DFF}, // India
                                           {0x0E00, 0x0EFF}, // Thai, Lao
                                           {0x0F00, 0x109F}, // Tibetan, Myanmar
                                           {0x1700, 0x17FF}, // Philippines, Khmer
                                           {0x1800, 0x1CFF}, // Mongolian … Vedic
                                           {0xA800, 0xABFF},
                                           {0xFB50, 0xFDFF},
                                           {0xFE70, 0xFEFF}}};

constexpr std::array<Range, 5> kRightToLeft = {
    {{0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFF}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}}};

constexpr std::array<Range, 5> kIdeographic = {
    {{0x2E80, 0x2FFF}, {0x3040, 0xA4CF}, {0xAC00, 0xD7AF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}}};

// Closing punctuation and small kana do not begin a line (JIS X 4051's shortest list).
constexpr std::u32string_view kNotAtStart =
    U"、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]}»”’%";
constexpr std::u32string_view kNotAtEnd = U"（［｛〔〈《「『【([{«“‘";

bool isBreakAfter(char32_t codePoint) {
    return codePoint == U'-' || codePoint == 0x2010 || codePoint == 0x2013 || codePoint == 0x2014 ||
           codePoint == 0x00AD || codePoint == 0x200B || codePoint == U'/';
}

/// Whether it is an ideograph, kana, hangul or full-width form: a line may break on either side of it.
bool isIdeographic(char32_t codePoint) {
    return codePoint >= 0x2E80 && isIn(kIdeographic, codePoint);
}

} // namespace

bool isExtending(char32_t codePoint) {
    return codePoint >= 0x0300 && isIn(kExtending, codePoint);
}

bool isShaped(char32_t codePoint) {
    return codePoint >= 0x0600 && isIn(kShaped, codePoint);
}

bool isRightToLeft(char32_t codePoint) {
    return codePoint >= 0x0590 && isIn(kRightToLeft, codePoint);
}

bool isSpace(char32_t codePoint) {
    return codePoint == U' ' || codePoint == U'\t' || codePoint == U'\n' || codePoint == 0x3000 ||
           (codePoint >= 0x2000 && codePoint <= 0x200A && codePoint != 0x2007);
}

bool isNoBreakSpace(char32_t codePoint) {
    return codePoint == 0x00A0 || codePoint == 0x202F || codePoint == 0x2007;
}

bool mayBreakBetween(char32_t before, char32_t after) {
    if (isNoBreakSpace(before) || isNoBreakSpace(after)) return false;
    if (isBreakAfter(before)) return !(base::isDigit(after) && before != 0x200B) && !isBreakAfter(after);
    if (!isIdeographic(before) && !isIdeographic(after)) return false;
    return kNotAtStart.find(after) == std::u32string_view::npos && kNotAtEnd.find(before) == std::u32string_view::npos;
}

} // namespace ui
