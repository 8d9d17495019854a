#include "base/utf8.h"

#include <algorithm>

namespace base {

namespace {

struct ByteRange {
    unsigned char lowest;
    unsigned char highest;
};

/// The second bytes that may follow a lead byte. This excludes overlong forms, surrogates and code points above
/// U+10FFFF.
ByteRange secondByteRange(unsigned char lead) {
    switch (lead) {
    case 0xE0:
        return {0xA0, 0xBF};
    case 0xED:
        return {0x80, 0x9F};
    case 0xF0:
        return {0x90, 0xBF};
    case 0xF4:
        return {0x80, 0x8F};
    default:
        return {0x80, 0xBF};
    }
}

} // namespace

Decoded decodeUtf8(std::string_view text, std::size_t offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xC2 || lead > 0xF4) return {kReplacementCharacter, 1, false};
    const std::uint8_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    ByteRange range = secondByteRange(lead);
    char32_t codePoint = lead & (0x7Fu >> length);
    for (std::uint8_t index = 1; index < length; ++index) {
        const std::size_t place = offset + index;
        const auto byte = place < text.size() ? static_cast<unsigned char>(text[place]) : static_cast<unsigned char>(0);
        if (byte < range.lowest || byte > range.highest) return {kReplacementCharacter, index, false};
        codePoint = codePoint << 6u | (byte & 0x3Fu);
        range = {0x80, 0xBF};
    }
    return {codePoint, length, true};
}

char32_t takeCodePoint(std::string_view& text) {
    const Decoded decoded = decodeUtf8(text, 0);
    text.remove_prefix(decoded.length);
    return decoded.codePoint;
}

Encoded encodeUtf8(char32_t codePoint) {
    const auto lead = [](unsigned mark, char32_t bits) { return static_cast<char>(mark | bits); };
    const auto next = [codePoint](unsigned shift) { return static_cast<char>(0x80u | (codePoint >> shift & 0x3Fu)); };
    if (codePoint < 0x80) return {{static_cast<char>(codePoint)}, 1};
    if (codePoint < 0x800) return {{lead(0xC0u, codePoint >> 6u), next(0)}, 2};
    if (codePoint < 0x10000) return {{lead(0xE0u, codePoint >> 12u), next(6), next(0)}, 3};
    return {{lead(0xF0u, codePoint >> 18u), next(12), next(6), next(0)}, 4};
}

void appendUtf8(std::string& out, char32_t codePoint) {
    out += encodeUtf8(codePoint).view();
}

std::optional<std::size_t> findInvalidUtf8(std::string_view bytes) {
    for (std::size_t offset = 0; offset < bytes.size();) {
        const Decoded decoded = decodeUtf8(bytes, offset);
        if (!decoded.isValid) return offset;
        offset += decoded.length;
    }
    return std::nullopt;
}

std::string repairUtf8(std::string_view bytes) {
    std::string repaired;
    repaired.reserve(bytes.size());
    for (std::size_t offset = 0; offset < bytes.size();) {
        const Decoded decoded = decodeUtf8(bytes, offset);
        repaired += decoded.isValid ? bytes.substr(offset, decoded.length) : kReplacementUtf8;
        offset += decoded.length;
    }
    return repaired;
}

std::size_t countCodePoints(std::string_view text) {
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, isContinuationByte));
}

std::string_view cutUtf8(std::string_view text, std::size_t maxBytes) {
    if (text.size() <= maxBytes) return text;
    std::size_t end = maxBytes;
    while (end > 0 && isContinuationByte(text[end])) --end;
    return text.substr(0, end);
}

} // namespace base
