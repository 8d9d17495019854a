// What the text engine has to know of Unicode: decoding, where a line may break, what is written from right to left and
// what has to be shaped as a whole. Ranges of code points rather than full tables: they cover the scripts that a web
// page's fonts draw, in a few hundred bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ui {

struct Decoded {
    char32_t codePoint = 0;
    std::size_t length = 0; // bytes; at least 1
};

/// The code point at `offset` of a UTF-8 string; U+FFFD of one byte where it is broken.
Decoded decodeUtf8(std::string_view text, std::size_t offset);
void appendUtf8(std::string& out, char32_t codePoint);

/// Combining marks, joiners and variation selectors: drawn together with what stands before them.
bool isExtending(char32_t codePoint);
/// Letters whose form depends on their neighbours (Arabic, Syriac, the scripts of South and South-East Asia …).
bool isShaped(char32_t codePoint);
bool isRightToLeft(char32_t codePoint);
/// Ideographs, kana, hangul, full-width forms: a line may break on either side.
bool isIdeographic(char32_t codePoint);
bool isSpace(char32_t codePoint); // a space at which a line may break

/// Whether a line may break between these two (spaces are dealt with by the caller).
bool mayBreakBetween(char32_t before, char32_t after);

} // namespace ui
