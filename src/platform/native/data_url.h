// Reads what a link carries in itself: a calendar file is a data: URL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace platform {

/// The content of a percent-encoded data: URL (RFC 2397); nothing for another URL or for base64, which the program does
/// not write.
[[nodiscard]] std::optional<std::string> decodeDataUrl(std::string_view url);

} // namespace platform
