// The forms that strings of a programme's file must have: the patterns of data/programme.schema.json, without regular
// expressions.
#pragma once

#include <string_view>

namespace programme {

/// Words of unaccented lower-case letters and digits, joined by single hyphens: ^[a-z0-9]+(-[a-z0-9]+)*$
bool isId(std::string_view text);

/// "fr", "fr-CA": ^[a-z]{2,3}(-[A-Z]{2})?$
bool isLanguageTag(std::string_view text);

/// An https address by the grammar of RFC 3986 (https://www.rfc-editor.org/rfc/rfc3986#appendix-A), with a host.
bool isHttpsUrl(std::string_view text);

/// The form of an IANA time zone's name: "Europe/Paris", "UTC", "Etc/GMT+1". Whether the zone exists is the platform's
/// to know.
bool isTimeZoneName(std::string_view text);

} // namespace programme
