// The state written as a URL's query string, and read back. Human-readable, and stable for ever: docs/address.md is the
// grammar.
//
//     ?defi=gobelins&competences=python,r&ville=Brest&q=carto&lang=en&vue=choix&choix=hopkins,gobelins&etape=auditions
//      &periode=2017-09-01..2018-01-31
//
// Parameters stand in this order; what has its default value is left out, and so is the programme's default language
// (the first) where another parameter stands. Reading ignores what is unknown or broken, and keeps what is unknown
// (State::unknown). Of a repeated parameter of ours the first counts, of a repeated value in a list too. For every
// state that reduce() makes, but for expandedGroups:
//     parse(format(state), state.preferredLanguage) == state
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace explorer {

/// What the parameters are called on this page.
struct AddressNames {
    /// Stands before each of our names, so that they cannot be a host page's own: "ce-" makes "ce-defi". What does not
    /// begin with it is the host's.
    std::string_view prefix;
};

/// Without the leading '?'; empty for the default state. Percent-encoding by the URL standard's
/// application/x-www-form-urlencoded serializer, with ',' and '..' left readable between values and days.
std::string formatQueryString(const programme::Programme& programme, const Facts& facts, const State& state,
                              AddressNames names = {});

/// With or without the leading '?'; any bytes. A string without `lang` means the default language; only where no
/// parameter of the visit is there at all (somebody comes for the first time) does `preferredLanguage` hold.
State parseQueryString(const programme::Programme& programme, const Facts& facts, std::string_view queryString,
                       LanguageIndex preferredLanguage, AddressNames names = {});

/// The value of `now` ("2017-10-15" or "2017-10-15T16:30"), which stands in for the clock; nothing where it is absent
/// or broken.
std::optional<programme::CivilTime> parseNow(std::string_view queryString, AddressNames names = {});

/// The ids, separated by commas.
std::string joinChallengeIds(const programme::Programme& programme, const std::vector<ChallengeIndex>& challenges);
std::string joinSkillIds(const programme::Programme& programme, const std::vector<SkillIndex>& skills);

/// application/x-www-form-urlencoded byte serializer (https://url.spec.whatwg.org/#concept-urlencoded-byte-serializer).
std::string encodeFormComponent(std::string_view text);
/// Percent-encodes all but the unreserved characters (https://www.rfc-editor.org/rfc/rfc3986#section-2.3).
std::string encodeUrlComponent(std::string_view text);

} // namespace explorer
