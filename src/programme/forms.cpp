#include "programme/forms.h"

#include "base/ascii.h"

#include <algorithm>

namespace programme {
namespace {

using base::isDigit;
using base::isHexDigit;
using base::isLetterOrDigit;
using base::isLowerLetter;
using base::isUpperLetter;

/// "unreserved" or "sub-delims" of RFC 3986.
bool isPlainUrlCharacter(char c) {
    return isLetterOrDigit(c) || std::string_view("-._~!$&'()*+,;=").find(c) != std::string_view::npos;
}

/// Whether the part has only plain characters, percent-encoded bytes and the characters of `others`.
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

/// Removes from `text` everything before the first character that is in `marks`, and returns it; where there is none,
/// all of the text.
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

/// "authority" of RFC 3986: [ userinfo "@" ] host [ ":" port ]
bool isAuthority(std::string_view authority) {
    if (const std::size_t at = authority.find('@'); at != std::string_view::npos) {
        if (!isUrlPart(authority.substr(0, at), ":")) return false;
        authority.remove_prefix(at + 1);
    }
    const std::size_t endOfLiteral = authority.find(']');
    const std::size_t colon = authority.find(':', endOfLiteral == std::string_view::npos ? 0 : endOfLiteral);
    const std::string_view host = authority.substr(0, colon);
    const std::string_view port = colon == std::string_view::npos ? "" : authority.substr(colon + 1);
    return !host.empty() && std::ranges::all_of(port, isDigit<char>) && (isIpLiteral(host) || isUrlPart(host, ""));
}

} // namespace

bool isId(std::string_view text) {
    bool isAfterHyphen = true; // so that the text begins with a letter or a digit
    for (const char c : text) {
        if (c == '-' && isAfterHyphen) return false;
        if (c != '-' && !isLowerLetter(c) && !isDigit(c)) return false;
        isAfterHyphen = c == '-';
    }
    return !isAfterHyphen;
}

bool isLanguageTag(std::string_view text) {
    const std::string_view language = cutBefore(text, "-");
    if (language.size() < 2 || language.size() > 3 || !std::ranges::all_of(language, isLowerLetter)) return false;
    return text.empty() || (text.size() == 3 && isUpperLetter(text[1]) && isUpperLetter(text[2]));
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
        if (c != '/' && c != '_' && c != '+' && c != '-' && !isLetterOrDigit(c)) return false;
        isAfterSlash = c == '/';
    }
    return !isAfterSlash;
}

} // namespace programme
