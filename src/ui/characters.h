// Unicode properties of characters that text layout needs: line breaking, writing direction, shaping. Approximated by
// ranges of code points instead of Unicode's full tables: a few hundred bytes, which cover the scripts that fonts of
// web pages have.
#pragma once

namespace ui {

/// Whether it is a combining mark, joiner or variation selector: drawn together with the character before it.
[[nodiscard]] bool isExtending(char32_t codePoint);
/// Whether it is of a script whose letters change form with their neighbours (Arabic, Syriac, the scripts of South and
/// South-East Asia …).
[[nodiscard]] bool isShaped(char32_t codePoint);
[[nodiscard]] bool isRightToLeft(char32_t codePoint);
[[nodiscard]] bool isSpace(char32_t codePoint); // a space at which a line may break
[[nodiscard]] bool isNoBreakSpace(char32_t codePoint);

/// Whether a line may break between these two characters, neither of which is a space.
[[nodiscard]] bool mayBreakBetween(char32_t before, char32_t after);

} // namespace ui
