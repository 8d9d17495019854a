#include "semantics/spaces.h"

#include <cstddef>

namespace semantics {

namespace {

/// The length in bytes of the white space character that begins at `offset`; 0 where none does.
std::size_t spaceLength(std::string_view text, std::size_t offset) {
    const std::string_view rest = text.substr(offset);
    if (rest.empty()) return 0;
    const char first = rest.front();
    if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
    if (rest.starts_with("\u00A0")) return 2;
    const std::string_view three = rest.substr(0, 3);
    const bool isGeneralPunctuation = three.size() == 3 && three.starts_with("\xE2\x80");
    if (isGeneralPunctuation) {
        const auto last = static_cast<unsigned char>(three[2]);
        return (last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0;
    }
    return three == "\u1680" || three == "\u205F" || three == "\u3000" || three == "\uFEFF" ? 3 : 0;
}

} // namespace

std::string withPlainSpaces(std::string_view text) {
    std::string plain;
    bool isPending = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t space = spaceLength(text, offset);
        if (space > 0) {
            isPending = !plain.empty();
            offset += space;
            continue;
        }
        if (isPending) plain += ' ';
        isPending = false;
        plain += text[offset++];
    }
    return plain;
}

} // namespace semantics
