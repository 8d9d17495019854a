// UTF-8: decoding, encoding, checking.
//
// Well-formed is what Unicode says (https://www.unicode.org/versions/latest/core-spec/chapter-3/#G7404): no overlong
// forms, no surrogates, nothing above U+10FFFF. Whatever is not well-formed is decoded as U+FFFD, one for each maximal
// part that could begin a character, as https://encoding.spec.whatwg.org/#utf-8-decoder does and so the browser.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;
inline constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

struct Decoded {
    char32_t codePoint = 0;
    std::uint8_t length = 0; // bytes, 1 to 4
    bool isValid = false;    // false: not well-formed; the code point is U+FFFD, which may stand in valid text, too
};

/// The character at `offset`, which is less than the text's size.
[[nodiscard]] Decoded decodeUtf8(std::string_view text, std::size_t offset);

/// Takes the first character away from a text that is not empty.
[[nodiscard]] char32_t takeCodePoint(std::string_view& text);

struct Encoded {
    std::array<char, 4> bytes{};
    std::uint8_t length = 0; // bytes that are used, 1 to 4

    [[nodiscard]] std::string_view view() const { return {bytes.data(), length}; }
};

/// `codePoint` is a Unicode scalar value: at most U+10FFFF and no surrogate.
[[nodiscard]] Encoded encodeUtf8(char32_t codePoint);
void appendUtf8(std::string& out, char32_t codePoint);

/// Whether the byte continues a character. In valid UTF-8 every other byte begins one.
[[nodiscard]] constexpr bool isContinuationByte(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

/// The offset of the first byte that does not belong to well-formed UTF-8; none where all of it is well-formed.
[[nodiscard]] std::optional<std::size_t> findInvalidUtf8(std::string_view bytes);

/// The text with U+FFFD in place of what is not well-formed.
[[nodiscard]] std::string repairUtf8(std::string_view bytes);

/// The number of code points of valid UTF-8.
[[nodiscard]] std::size_t countCodePoints(std::string_view text);

/// As much of the beginning of valid UTF-8 as fits in `maxBytes` without cutting a character.
[[nodiscard]] std::string_view cutUtf8(std::string_view text, std::size_t maxBytes);

} // namespace base
