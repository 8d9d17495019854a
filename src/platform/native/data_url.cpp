#include "platform/native/data_url.h"

#include "base/ascii.h"

#include <cstddef>

namespace platform {

std::optional<std::string> decodeDataUrl(std::string_view url) {
    constexpr std::string_view kScheme = "data:";
    std::size_t comma = url.find(',');
    if (!url.starts_with(kScheme) || comma == std::string_view::npos) return std::nullopt;
    if (url.substr(0, comma).ends_with(";base64")) return std::nullopt;
    std::string_view encoded = url.substr(comma + 1);
    std::string content;
    for (std::size_t index = 0; index < encoded.size(); ++index) {
        const bool isEscape = encoded[index] == '%';
        const std::optional<char> byte = isEscape ? base::parseHexByte(encoded.substr(index + 1)) : std::nullopt;
        content += byte.value_or(encoded[index]);
        if (byte) index += 2;
    }
    return content;
}

} // namespace platform
