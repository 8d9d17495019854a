#include "platform/web/browser_clock.h"

#include <emscripten/em_js.h>

#include <chrono>
#include <cstdint>
#include <string>

// The present civil time in the zone, as minutes since the civil time 1970-01-01T00:00.
// clang-format off
EM_JS_DEPS(ce_clock, "$UTF8ToString");

EM_JS(double, ce_civilMinutes, (int host, const char* timeZone), {
    return Module["hosts"][host].clock.civilMinutes(UTF8ToString(timeZone));
});
// clang-format on

namespace platform {

programme::CivilTime browserTimeIn(int host, std::string_view timeZone) {
    std::chrono::minutes minutes{static_cast<std::int64_t>(ce_civilMinutes(host, std::string(timeZone).c_str()))};
    auto day = std::chrono::floor<std::chrono::days>(minutes);
    return {programme::Day(day), static_cast<int>((minutes - day).count())};
}

} // namespace platform
