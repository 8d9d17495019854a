#include "platform/native/typing.h"

#include "base/utf8.h"
#include "ui/characters.h"

#include <cstddef>

namespace platform {

namespace {

/// The offset of the last code point of a text that is not empty.
std::size_t lastCodePoint(std::string_view text) {
    std::size_t start = text.size() - 1;
    while (start > 0 && base::isContinuationByte(text[start])) --start;
    return start;
}

} // namespace

std::string_view withoutLastCharacter(std::string_view text) {
    while (!text.empty()) {
        std::size_t start = lastCodePoint(text);
        bool isMark = ui::isExtending(base::decodeUtf8(text, start).codePoint);
        text = text.substr(0, start);
        if (!isMark) break;
    }
    return text;
}

std::string_view withoutLastWord(std::string_view text) {
    std::size_t end = text.find_last_not_of(' ');
    if (end == std::string_view::npos) return {};
    std::size_t space = text.find_last_of(' ', end);
    return space == std::string_view::npos ? std::string_view() : text.substr(0, space + 1);
}

std::string onOneLine(std::string_view text) {
    std::string line(text);
    for (char& byte : line) {
        if (static_cast<unsigned char>(byte) < ' ') byte = ' ';
    }
    return line;
}

} // namespace platform
