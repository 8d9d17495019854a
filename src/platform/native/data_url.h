// Decodes data: URLs. The link that saves the calendar has the file as a data: URL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace platform {

/// The content of a percent-encoded data: URL (RFC 2397); nothing for any other URL, or for base64, which the program
/// does not produce.
[[nodiscard]] std::optional<std::string> decodeDataUrl(std::string_view url);

} // namespace platform
