// The state written as a URL's query string, and read back. Human-readable and stable:
//
//     ?defi=gobelins&competences=python,r&q=carto&lang=en&vue=choix&choix=hopkins,gobelins&etape=auditions
//      &periode=2017-09-01..2018-01-31
//
// Parameters stand in this order; what has its default value is left out, and so is the programme's default language
// (the first) where another parameter stands. Reading ignores what is unknown or broken; of a repeated parameter the
// first counts, of a repeated id too. For every state that reduce() makes, but for expandedGroups:
//     parse(format(state), state.preferredLanguage) == state
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace explorer {

/// Without the leading '?'; empty for the default state. Percent-encoding by the URL standard's
/// application/x-www-form-urlencoded serializer, with ',' and '..' left readable between ids and days.
std::string formatQueryString(const programme::Programme& programme, const State& state);

/// With or without the leading '?'. A string without `lang` means the default language; only where no parameter of the
/// visit is there at all (somebody comes for the first time) does `preferredLanguage` hold.
State parseQueryString(const programme::Programme& programme, const Facts& facts, std::string_view queryString,
                       LanguageIndex preferredLanguage);

/// The value of `now` ("2017-10-15" or "2017-10-15T16:30"), which stands in for the clock; nothing where it is absent
/// or broken.
std::optional<programme::CivilTime> parseNow(std::string_view queryString);

/// One parameter's decoded value (https://url.spec.whatwg.org/#concept-urlencoded-parser), the first of that name.
std::optional<std::string> findParameter(std::string_view queryString, std::string_view name);

/// The ids, separated by commas.
std::string joinChallengeIds(const programme::Programme& programme, const std::vector<ChallengeIndex>& challenges);
std::string joinSkillIds(const programme::Programme& programme, const std::vector<SkillIndex>& skills);

/// application/x-www-form-urlencoded byte serializer (https://url.spec.whatwg.org/#concept-urlencoded-byte-serializer).
std::string encodeFormComponent(std::string_view text);
/// Percent-encodes all but the unreserved characters (https://www.rfc-editor.org/rfc/rfc3986#section-2.3).
std::string encodeUrlComponent(std::string_view text);

/// Two query strings as one; either may be empty.
std::string joinParameters(std::string first, std::string_view second);

} // namespace explorer
