// Writes the state as the query string of an address, and reads it back. docs/address.md has the grammar, which people
// can read and which stays valid for ever.
//
//     ?defi=gobelins&competences=python,r&ville=Brest&q=carto&lang=en&vue=choix&choix=hopkins,gobelins&etape=auditions
//      &periode=2017-09-01..2018-01-31
//
// The parameters are written in this order. One with its default value is left out; `lang` also where it would name the
// programme's default language and there is another parameter. Reading ignores unknown and broken parts; unknown ones
// are kept in State::unknown. Of a known parameter that is repeated the first counts, and so does the first of a value
// that is repeated in a list. For every state that reduce() returns, except for what no address has
// (folding, home, showsPast, showsLater):
//     parse(format(state), state.preferredLanguage) == state
#pragma once

#include "explorer/facts.h"
#include "explorer/state.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace explorer {

/// How the parameters are named in the address of this page.
struct AddressNames {
    /// Precedes each of the names, to keep them apart from parameters of the host page: "ce-" makes "ce-defi". A
    /// parameter without it belongs to the host page.
    std::string_view prefix;
};

/// The state as a query string without the leading '?'; empty for the default state. It is percent-encoded by the URL
/// standard's application/x-www-form-urlencoded serializer, except for the ',' between values.
[[nodiscard]] std::string formatQueryString(const programme::Programme& programme, const Facts& facts,
                                            const State& state, AddressNames names = {});

/// The state of a query string: any bytes, with or without the leading '?'. Without `lang` its language is the
/// programme's default language, or `preferredLanguage` if the string has no parameter of a visit at all.
[[nodiscard]] State parseQueryString(const programme::Programme& programme, const Facts& facts,
                                     std::string_view queryString, LanguageIndex preferredLanguage,
                                     AddressNames names = {});

/// The shortlist alone as the platform stores it to keep it, "choix=hopkins,gobelins": never empty (OfferKeeping).
[[nodiscard]] std::string formatKept(const programme::Programme& programme, const State& state);

/// The value of the parameter `now` ("2017-10-15" or "2017-10-15T16:30"), which replaces the clock; none where it is
/// missing or has another form.
[[nodiscard]] std::optional<programme::CivilTime> parseNow(std::string_view queryString, AddressNames names = {});

/// The ids, separated by commas, not encoded.
[[nodiscard]] std::string joinChallengeIds(const programme::Programme& programme,
                                           const std::vector<ChallengeIndex>& challenges);
[[nodiscard]] std::string joinSkillIds(const programme::Programme& programme, const std::vector<SkillIndex>& skills);

/// Percent-encodes by the application/x-www-form-urlencoded byte serializer, a space as '+'
/// (https://url.spec.whatwg.org/#concept-urlencoded-byte-serializer).
[[nodiscard]] std::string encodeFormComponent(std::string_view text);
/// Percent-encodes all bytes but the unreserved characters (https://www.rfc-editor.org/rfc/rfc3986#section-2.3).
[[nodiscard]] std::string encodeUrlComponent(std::string_view text);

} // namespace explorer
