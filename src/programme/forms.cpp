#include "programme/forms.h"

#include <algorithm>

namespace programme {
namespace {

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

// unreserved / sub-delims of RFC 3986
bool isPlainUrlCharacter(char c) {
    return isLower(c) || isUpper(c) || isDigit(c) ||
           std::string_view("-._~!$&'()*+,;=").find(c) != std::string_view::npos;
}

/// Plain characters, percent-encoded bytes and the characters of `others`.
bool isUrlPart(std::string_view part, std::string_view others) {
    for (std::size_t place = 0; place < part.size(); ++place) {
        const char c = part[place];
        if (c == '%') {
            if (place + 2 >= part.size() || !isHexDigit(part[place + 1]) || !isHexDigit(part[place + 2])) return false;
            place += 2;
        } else if (!isPlainUrlCharacter(c) && others.find(c) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

/// Cuts `text` before the first of `marks` and returns what comes before it; all of it where there is none.
std::string_view cutBefore(std::string_view& text, std::string_view marks) {
    const std::string_view part = text.substr(0, text.find_first_of(marks));
    text.remove_prefix(part.size());
    return part;
}

bool isIpLiteral(std::string_view host) {
    if (host.size() < 4 || host.front() != '[' || host.back() != ']') return false;
    const std::string_view address = host.substr(1, host.size() - 2);
    return std::ranges::count(address, ':') >= 2 &&
           std::ranges::all_of(address, [](char c) { return isHexDigit(c) || c == ':' || c == '.'; });
}

/// [ userinfo "@" ] host [ ":" port ]
bool isAuthority(std::string_view authority) {
    if (const std::size_t at = authority.find('@'); at != std::string_view::npos) {
        if (!isUrlPart(authority.substr(0, at), ":")) return false;
        authority.remove_prefix(at + 1);
    }
    const std::size_t endOfLiteral = authority.find(']');
    const std::size_t colon = authority.find(':', endOfLiteral == std::string_view::npos ? 0 : endOfLiteral);
    const std::string_view host = authority.substr(0, colon);
    const std::string_view port = colon == std::string_view::npos ? "" : authority.substr(colon + 1);
    return !host.empty() && std::ranges::all_of(port, isDigit) && (isIpLiteral(host) || isUrlPart(host, ""));
}

} // namespace

bool isId(std::string_view text) {
    bool isAfterHyphen = true; // so that the text begins with a letter or a digit
    for (const char c : text) {
        if (c == '-' && isAfterHyphen) return false;
        if (c != '-' && !isLower(c) && !isDigit(c)) return false;
        isAfterHyphen = c == '-';
    }
    return !isAfterHyphen;
}

bool isLanguageTag(std::string_view text) {
    const std::string_view language = cutBefore(text, "-");
    if (language.size() < 2 || language.size() > 3 || !std::ranges::all_of(language, isLower)) return false;
    return text.empty() || (text.size() == 3 && isUpper(text[1]) && isUpper(text[2]));
}

bool isHttpsUrl(std::string_view text) {
    constexpr std::string_view kScheme = "https://";
    if (!text.starts_with(kScheme)) return false;
    text.remove_prefix(kScheme.size());
    if (!isAuthority(cutBefore(text, "/?#"))) return false;
    if (!isUrlPart(cutBefore(text, "?#"), ":@/")) return false;
    if (text.starts_with('?') && !isUrlPart(cutBefore(text, "#"), ":@/?")) return false;
    return text.empty() || isUrlPart(text.substr(1), ":@/?");
}

bool isTimeZoneName(std::string_view text) {
    bool isAfterSlash = true;
    for (const char c : text) {
        if (c == '/' && isAfterSlash) return false;
        if (c != '/' && c != '_' && c != '+' && c != '-' && !isLower(c) && !isUpper(c) && !isDigit(c)) return false;
        isAfterSlash = c == '/';
    }
    return !isAfterSlash;
}

std::size_t countCodePoints(std::string_view text) {
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, isContinuation));
}

std::size_t measureCharacter(std::string_view bytes) {
    if (bytes.empty()) return 0;
    const auto at = [&](std::size_t place) {
        return place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : static_cast<unsigned char>(0);
    };
    const unsigned char lead = at(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2u : lead < 0xF0 ? 3u : 4u;
    // What the second byte may be keeps out overlong forms, surrogates and what lies above U+10FFFF.
    const unsigned char lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (at(1) < lowest || at(1) > highest) return 0;
    for (std::size_t place = 2; place < length; ++place)
        if (at(place) < 0x80 || at(place) > 0xBF) return 0;
    return length;
}

std::optional<std::size_t> findInvalidUtf8(std::string_view bytes) {
    for (std::size_t offset = 0; offset < bytes.size();) {
        const std::size_t length = measureCharacter(bytes.substr(offset));
        if (length == 0) return offset;
        offset += length;
    }
    return std::nullopt;
}

} // namespace programme
