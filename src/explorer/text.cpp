#include "explorer/text.h"

#include "programme/forms.h"

namespace explorer {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

/// The bytes that one U+FFFD stands for at the beginning of `rest`, where no valid character begins: as many as could
/// be the beginning of one.
std::size_t replacedLength(std::string_view rest) {
    constexpr std::string_view kContinuations = "\x80\x80";
    std::size_t length = 1;
    while (length < rest.size() && length < 3) {
        std::string completed(rest.substr(0, length + 1));
        completed += kContinuations;
        if (programme::measureCharacter(completed) <= length + 1) break;
        ++length;
    }
    return length;
}

} // namespace

std::string repairUtf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    while (!text.empty()) {
        const std::size_t valid = programme::measureCharacter(text);
        const std::size_t length = valid > 0 ? valid : replacedLength(text);
        repaired += valid > 0 ? text.substr(0, length) : kReplacement;
        text.remove_prefix(length);
    }
    return repaired;
}

std::string_view cutAtCharacter(std::string_view text, std::size_t maxBytes) {
    if (text.size() <= maxBytes) return text;
    std::size_t end = maxBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    return text.substr(0, end);
}

} // namespace explorer
