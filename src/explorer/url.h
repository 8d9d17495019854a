// The state written as a URL's query string, and read back. Human-readable and stable:
//
//     ?defi=gobelins&competences=python,r&q=carto&lang=en&vue=choix&choix=hopkins,gobelins&etape=auditions
//      &periode=2017-09-01..2018-01-31
//
// Parameters stand in this order; what has its default value is left out. Reading ignores what is unknown or broken.
// For every state: parse(format(state)) == state, but for expandedGroups.
#pragma once

#include "explorer/state.h"

#include <optional>
#include <string>
#include <string_view>

namespace explorer {

/// Without the leading '?'; empty for the default state. Percent-encoding by the URL standard's
/// application/x-www-form-urlencoded serializer, with ',' and '..' left readable.
std::string formatQueryString(const programme::Programme& programme, const State& state);

/// With or without the leading '?'. `preferredLanguage` holds where the string names none.
State parseQueryString(const programme::Programme& programme, std::string_view queryString,
                       LanguageIndex preferredLanguage);

/// The value of `now` ("2017-10-15" or "2017-10-15T16:30"), which stands in for the clock; nothing where it is absent
/// or broken.
std::optional<programme::CivilTime> parseNow(std::string_view queryString);

/// One parameter's decoded value.
std::optional<std::string> findParameter(std::string_view queryString, std::string_view name);

/// application/x-www-form-urlencoded byte serializer (https://url.spec.whatwg.org/#concept-urlencoded-byte-serializer).
std::string encodeFormComponent(std::string_view text);

} // namespace explorer
