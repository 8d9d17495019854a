// The visitor's clock, read in the programme's time zone: the browser knows all zones (web/clock.js, given to the
// module as `Module.hosts[host].clock`).
#pragma once

#include "programme/dates.h"

#include <string_view>

namespace platform {

/// The civil time now in an IANA zone ("Europe/Paris"); in UTC where the browser does not know the zone.
[[nodiscard]] programme::CivilTime browserTimeIn(int host, std::string_view timeZone);

} // namespace platform
