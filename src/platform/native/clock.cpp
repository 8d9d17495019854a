#include "platform/native/clock.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace platform {

namespace {

/// Whether the system has the zone. Its name is a path below the database's folder and must not lead out of it.
bool isKnownZone(std::string_view timeZone) {
    constexpr std::string_view kAllowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
    if (timeZone.empty() || timeZone.front() == '/' || timeZone.find_first_not_of(kAllowed) != std::string_view::npos)
        return false;
    const char* folder = std::getenv("TZDIR");
    std::filesystem::path path = std::filesystem::path(folder ? folder : "/usr/share/zoneinfo") / timeZone;
    std::error_code error;
    return std::filesystem::is_regular_file(path, error);
}

/// Sets TZ for the lifetime of the object.
class ZoneScope {
public:
    explicit ZoneScope(const std::string& timeZone) {
        if (const char* before = std::getenv("TZ")) before_ = before;
        setenv("TZ", timeZone.c_str(), 1);
        tzset();
    }
    ~ZoneScope() {
        if (before_)
            setenv("TZ", before_->c_str(), 1);
        else
            unsetenv("TZ");
        tzset();
    }
    ZoneScope(const ZoneScope&) = delete;
    ZoneScope& operator=(const ZoneScope&) = delete;

private:
    std::optional<std::string> before_;
};

} // namespace

std::optional<programme::CivilTime> civilTimeIn(std::string_view timeZone, std::time_t moment) {
    if (!isKnownZone(timeZone)) return std::nullopt;
    ZoneScope zone{std::string(timeZone)};
    std::tm local{};
    if (!localtime_r(&moment, &local)) return std::nullopt;
    std::chrono::year_month_day day{std::chrono::year(local.tm_year + 1900),
                                    std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
                                    std::chrono::day(static_cast<unsigned>(local.tm_mday))};
    return programme::CivilTime{day, local.tm_hour * 60 + local.tm_min};
}

} // namespace platform
