#include "programme/json_text.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <algorithm>

namespace programme {
namespace {

constexpr std::size_t kQuotedCharacters = 40;
constexpr std::string_view kEllipsis = "\u2026";

bool isWordPart(char c) {
    return base::isLetterOrDigit(c) || c == '+' || c == '-' || c == '.' || c == '_';
}

std::size_t skipDigits(std::string_view text, std::size_t offset) {
    while (offset < text.size() && base::isDigit(text[offset])) ++offset;
    return offset;
}

bool hasAt(std::string_view text, std::size_t offset, std::string_view characters) {
    return offset < text.size() && characters.find(text[offset]) != std::string_view::npos;
}

/// The offset after the closing quote of the string that begins at `start`; the text's size where there is none.
std::size_t endOfString(std::string_view text, std::size_t start) {
    for (std::size_t offset = start + 1; offset < text.size(); ++offset) {
        if (text[offset] == '"') return offset + 1;
        if (text[offset] == '\\') ++offset;
    }
    return text.size();
}

std::string hexadecimal(char byte) {
    std::string text;
    base::appendHex(text, byte, base::kUpperHexDigits);
    return text;
}

/// The first kQuotedCharacters characters of `token`, or fewer where invalid UTF-8 follows them. Where that is not all
/// of it, an ellipsis and `ending` follow.
std::string shorten(std::string_view token, std::string_view ending) {
    std::size_t length = 0;
    for (std::size_t count = 0; count < kQuotedCharacters && length < token.size(); ++count) {
        const base::Decoded next = base::decodeUtf8(token, length);
        if (!next.isValid) break;
        length += next.length;
    }
    std::string text(token.substr(0, length));
    if (length < token.size()) text.append(kEllipsis).append(ending);
    return text;
}

} // namespace

std::size_t endOfNumber(std::string_view text, std::size_t start) {
    std::size_t end = start;
    if (hasAt(text, end, "-")) ++end;
    end = hasAt(text, end, "0") ? end + 1 : skipDigits(text, end);
    if (hasAt(text, end, ".")) end = skipDigits(text, end + 1);
    if (hasAt(text, end, "eE")) {
        ++end;
        if (hasAt(text, end, "+-")) ++end;
        end = skipDigits(text, end);
    }
    return end;
}

std::size_t skipWhiteSpace(std::string_view text, std::size_t offset) {
    return std::min(text.find_first_not_of(" \t\n\r", offset), text.size());
}

std::string quoteToken(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return "";
    const char first = text[offset];
    if (first == '{') return "{\u2026}";
    if (first == '[') return "[\u2026]";
    if (first == '"') return shorten(text.substr(offset, endOfString(text, offset) - offset), "\"");
    if (isWordPart(first)) {
        std::size_t end = offset;
        while (end < text.size() && isWordPart(text[end])) ++end;
        return shorten(text.substr(offset, end - offset), "");
    }
    if (static_cast<unsigned char>(first) < 0x20) return "U+00" + hexadecimal(first);
    const base::Decoded character = base::decodeUtf8(text, offset);
    return character.isValid ? std::string(text.substr(offset, character.length)) : hexadecimal(first);
}

} // namespace programme
