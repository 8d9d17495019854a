#include "platform/native/data_url.h"

#include <charconv>
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
        unsigned char byte = static_cast<unsigned char>(encoded[index]);
        if (byte == '%' && index + 2 < encoded.size()) {
            const char* digits = encoded.data() + index + 1;
            unsigned char value = 0;
            if (std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
                byte = value;
                index += 2;
            }
        }
        content.push_back(static_cast<char>(byte));
    }
    return content;
}

} // namespace platform
