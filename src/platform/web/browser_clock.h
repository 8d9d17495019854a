// The present civil time in a time zone, by the browser, which has the time zone database (web/clock.js, in the module
// as `Module.hosts[host].clock`).
#pragma once

#include "programme/dates.h"

#include <optional>
#include <string_view>

namespace platform {

/// The present civil time in an IANA time zone ("Europe/Paris"); in UTC where the browser does not know the zone.
/// `host`: the key in Module.hosts.
[[nodiscard]] programme::CivilTime browserTimeIn(int host, std::string_view timeZone);
/// The same at a moment in universal time; none where the browser does not know the zone.
[[nodiscard]] std::optional<programme::CivilTime> browserTimeIn(int host, std::string_view timeZone,
                                                                programme::CivilTime universal);

} // namespace platform
