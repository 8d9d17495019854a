// The civil time in a time zone, from the system's time zone database.
#pragma once

#include "programme/dates.h"

#include <ctime>
#include <optional>
#include <string_view>

namespace platform {

/// The civil time in an IANA time zone ("Europe/Paris") at `moment` (seconds since 1970-01-01T00:00Z); nothing where
/// the system does not know the zone. Not thread-safe: sets the environment variable TZ during the call.
[[nodiscard]] std::optional<programme::CivilTime> civilTimeIn(std::string_view timeZone, std::time_t moment);

} // namespace platform
