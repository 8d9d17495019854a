#include "platform/web/browser_clock.h"

#include <emscripten/em_js.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>

// The present civil time in the zone, as minutes since the civil time 1970-01-01T00:00.
// clang-format off
EM_JS_DEPS(ce_clock, "$UTF8ToString");

EM_JS(double, ce_civilMinutes, (int host, const char* timeZone), {
    return Module["hosts"][host].clock.civilMinutes(UTF8ToString(timeZone));
});

// The same at a moment in minutes since 1970-01-01T00:00 UTC; NaN where the browser does not know the zone.
EM_JS(double, ce_civilMinutesAt, (int host, const char* timeZone, double minutes), {
    return Module["hosts"][host].clock.civilMinutesAt(UTF8ToString(timeZone), minutes);
});
// clang-format on

namespace platform {

namespace {

programme::CivilTime toCivilTime(double minutesSince1970) {
    const std::chrono::minutes minutes{static_cast<std::int64_t>(minutesSince1970)};
    const auto day = std::chrono::floor<std::chrono::days>(minutes);
    return {programme::Day(day), static_cast<int>((minutes - day).count())};
}

} // namespace

programme::CivilTime browserTimeIn(int host, std::string_view timeZone) {
    return toCivilTime(ce_civilMinutes(host, std::string(timeZone).c_str()));
}

std::optional<programme::CivilTime> browserTimeIn(int host, std::string_view timeZone, programme::CivilTime universal) {
    const double moment = 24.0 * 60 * programme::dayNumber(universal.day) + universal.minuteOfDay;
    const double minutes = ce_civilMinutesAt(host, std::string(timeZone).c_str(), moment);
    if (std::isnan(minutes)) return std::nullopt;
    return toCivilTime(minutes);
}

} // namespace platform
