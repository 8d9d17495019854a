// Decoding, encoding and checking UTF-8.
//
// Valid UTF-8 is what Unicode calls well-formed (https://www.unicode.org/versions/latest/core-spec/chapter-3/#G7404):
// no overlong forms, no surrogates, nothing above U+10FFFF. An invalid sequence is decoded as U+FFFD, one for each
// maximal part that could begin a character: so do browsers (https://encoding.spec.whatwg.org/#utf-8-decoder).
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
    bool isValid = false;    // false: the code point is U+FFFD in place of an invalid sequence
};

/// The code point that begins at the byte `offset`, which is less than the text's size.
[[nodiscard]] Decoded decodeUtf8(std::string_view text, std::size_t offset);

/// Removes the first code point from a text that is not empty, and returns it; U+FFFD for an invalid sequence.
[[nodiscard]] char32_t takeCodePoint(std::string_view& text);

struct Encoded {
    std::array<char, 4> bytes{};
    std::uint8_t length = 0; // the number of bytes in use, 1 to 4

    [[nodiscard]] std::string_view view() const { return {bytes.data(), length}; }
};

/// `codePoint` is a Unicode scalar value: at most U+10FFFF and not a surrogate.
[[nodiscard]] Encoded encodeUtf8(char32_t codePoint);
/// `codePoint` as for encodeUtf8().
void appendUtf8(std::string& out, char32_t codePoint);

/// Whether the byte is a continuation byte. In valid UTF-8 every other byte begins a character.
[[nodiscard]] constexpr bool isContinuationByte(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

/// The offset of the first invalid byte; none where all of `bytes` is valid UTF-8.
[[nodiscard]] std::optional<std::size_t> findInvalidUtf8(std::string_view bytes);

/// The text with U+FFFD in place of each invalid sequence.
[[nodiscard]] std::string repairUtf8(std::string_view bytes);

/// The number of code points of valid UTF-8.
[[nodiscard]] std::size_t countCodePoints(std::string_view text);

/// The longest prefix of valid UTF-8 that has at most `maxBytes` bytes and ends between two characters.
[[nodiscard]] std::string_view cutUtf8(std::string_view text, std::size_t maxBytes);

} // namespace base
