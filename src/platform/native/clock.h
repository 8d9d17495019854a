// The wall clock of a programme's time zone, from the system's own table of zones.
#pragma once

#include "programme/dates.h"

#include <ctime>
#include <optional>
#include <string_view>

namespace platform {

/// The civil time in an IANA zone ("Europe/Paris") at that moment (seconds since 1970-01-01T00:00Z); nothing where the
/// system does not know the zone. Changes the process's TZ for the time of the call: one thread only.
[[nodiscard]] std::optional<programme::CivilTime> civilTimeIn(std::string_view timeZone, std::time_t moment);

} // namespace platform
