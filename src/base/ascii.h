// Kinds of ASCII characters, and hexadecimal digits. Unlike <cctype>, these functions do not depend on the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

inline constexpr std::string_view kLowerHexDigits = "0123456789abcdef";
inline constexpr std::string_view kUpperHexDigits = "0123456789ABCDEF";

/// `Character` is char or char32_t.
template <typename Character>
[[nodiscard]] constexpr bool isDigit(Character c) {
    return c >= Character('0') && c <= Character('9');
}
[[nodiscard]] constexpr bool isLowerLetter(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool isUpperLetter(char c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool isLetter(char c) {
    return isLowerLetter(c) || isUpperLetter(c);
}
[[nodiscard]] constexpr bool isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
}

/// The value of a hexadecimal digit in upper or lower case, 0 to 15; none for any other character.
[[nodiscard]] constexpr std::optional<unsigned> hexDigitValue(char c) {
    if (isDigit(c)) return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    return std::nullopt;
}
[[nodiscard]] constexpr bool isHexDigit(char c) {
    return hexDigitValue(c).has_value();
}

/// Appends the two hexadecimal digits of a byte. `digits` is kLowerHexDigits or kUpperHexDigits.
inline void appendHex(std::string& out, char byte, std::string_view digits) {
    const auto value = static_cast<unsigned char>(byte);
    out += digits[value >> 4u];
    out += digits[value & 0xFu];
}

/// The byte that the first two characters of `digits` stand for, in upper or lower case; none where they are not two
/// hexadecimal digits. Further characters are ignored.
[[nodiscard]] constexpr std::optional<char> parseHexByte(std::string_view digits) {
    if (digits.size() < 2) return std::nullopt;
    const std::optional<unsigned> high = hexDigitValue(digits[0]);
    const std::optional<unsigned> low = hexDigitValue(digits[1]);
    if (!high || !low) return std::nullopt;
    return static_cast<char>(*high << 4u | *low);
}

} // namespace base
