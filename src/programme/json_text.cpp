#include "programme/json_text.h"

#include "programme/forms.h"

#include <algorithm>

namespace programme {
namespace {

constexpr std::size_t kQuotedCharacters = 40;
constexpr std::string_view kEllipsis = "\u2026";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isWordPart(char c) {
    return isDigit(c) || isLetter(c) || c == '+' || c == '-' || c == '.' || c == '_';
}
bool isNumberPart(char c) {
    return isDigit(c) || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

std::size_t skipDigits(std::string_view text, std::size_t offset) {
    while (offset < text.size() && isDigit(text[offset])) ++offset;
    return offset;
}

bool hasAt(std::string_view text, std::size_t offset, std::string_view characters) {
    return offset < text.size() && characters.find(text[offset]) != std::string_view::npos;
}

/// Offset just behind the string that begins at `start`; the text's size where it is never closed.
std::size_t endOfString(std::string_view text, std::size_t start) {
    for (std::size_t offset = start + 1; offset < text.size(); ++offset) {
        if (text[offset] == '"') return offset + 1;
        if (text[offset] == '\\') ++offset;
    }
    return text.size();
}

std::string hexadecimal(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (!text.empty()) text += ' ';
        text += kDigits[byte >> 4u];
        text += kDigits[byte & 0xFu];
    }
    return text;
}

/// The first kQuotedCharacters characters of `token`, then `ending` behind an ellipsis where that is not all of it.
std::string shorten(std::string_view token, std::string_view ending) {
    std::size_t length = 0;
    for (std::size_t count = 0; count < kQuotedCharacters && length < token.size(); ++count) {
        const std::size_t next = measureCharacter(token.substr(length));
        if (next == 0) break;
        length += next;
    }
    std::string text(token.substr(0, length));
    if (length < token.size()) text.append(kEllipsis).append(ending);
    return text;
}

} // namespace

std::size_t startOfString(std::string_view text, std::size_t cursor) {
    std::size_t quote = cursor - 1;
    while (quote > 0) {
        quote = text.rfind('"', quote - 1);
        // Inside the string every quote has an odd number of backslashes before it; before its opening quote stands
        // none at all, or what stands there is no JSON.
        std::size_t backslashes = 0;
        while (backslashes < quote && text[quote - 1 - backslashes] == '\\') ++backslashes;
        if (backslashes % 2 == 0) break;
    }
    return quote;
}

std::size_t startOfNumber(std::string_view text, std::size_t cursor) {
    std::size_t start = cursor;
    if (start > 0 && !isNumberPart(text[start - 1])) --start;
    while (start > 0 && isNumberPart(text[start - 1])) --start;
    return start;
}

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
    if (static_cast<unsigned char>(first) < 0x20) return "U+00" + hexadecimal(text.substr(offset, 1));
    const std::size_t length = measureCharacter(text.substr(offset));
    return length == 0 ? hexadecimal(text.substr(offset, 1)) : std::string(text.substr(offset, length));
}

} // namespace programme
