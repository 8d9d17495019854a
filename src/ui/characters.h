// What the text engine has to know of Unicode: where a line may break, what is written from right to left and
// what has to be shaped as a whole. Ranges of code points rather than full tables: they cover the scripts that a web
// page's fonts draw, in a few hundred bytes.
#pragma once

namespace ui {

/// Combining marks, joiners and variation selectors: drawn together with what stands before them.
[[nodiscard]] bool isExtending(char32_t codePoint);
/// Letters whose form depends on their neighbours (Arabic, Syriac, the scripts of South and South-East Asia …).
[[nodiscard]] bool isShaped(char32_t codePoint);
[[nodiscard]] bool isRightToLeft(char32_t codePoint);
/// Ideographs, kana, hangul, full-width forms: a line may break on either side.
[[nodiscard]] bool isIdeographic(char32_t codePoint);
[[nodiscard]] bool isSpace(char32_t codePoint); // a space at which a line may break

/// Whether a line may break between these two (spaces are dealt with by the caller).
[[nodiscard]] bool mayBreakBetween(char32_t before, char32_t after);

} // namespace ui
