// Checks the forms that strings of a programme's file must have: the patterns of data/programme.schema.json, matched
// without regular expressions.
#pragma once

#include <string_view>

namespace programme {

/// Words of the letters a to z and digits, joined by single hyphens: ^[a-z0-9]+(-[a-z0-9]+)*$
[[nodiscard]] bool isId(std::string_view text);

/// "fr", "fr-CA": ^[a-z]{2,3}(-[A-Z]{2})?$
[[nodiscard]] bool isLanguageTag(std::string_view text);

/// An https address by the grammar of RFC 3986 (https://www.rfc-editor.org/rfc/rfc3986#appendix-A), with a host that is
/// not empty.
[[nodiscard]] bool isHttpsUrl(std::string_view text);

/// The form of an IANA time zone's name: "Europe/Paris", "UTC", "Etc/GMT+1". Whether such a zone exists is not checked:
/// only the platform has the list of zones.
[[nodiscard]] bool isTimeZoneName(std::string_view text);

} // namespace programme
