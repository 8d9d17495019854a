// write_synthetic COUNT: writes the file of a synthetic programme with COUNT challenges to the standard output, for
// what reads it in another language.
#include "support/synthetic_programme.h"

#include <charconv>
#include <cstdio>
#include <string_view>

int main(int count, char** values) {
    std::size_t challengeCount = 0;
    const std::string_view given = count == 2 ? values[1] : "";
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), challengeCount);
    if (error != std::errc() || end != given.data() + given.size() || challengeCount == 0) {
        std::fputs("Usage: write_synthetic COUNT\n", stderr);
        return 2;
    }
    const std::string json = support::makeSyntheticProgramme(challengeCount);
    return std::fwrite(json.data(), 1, json.size(), stdout) == json.size() ? 0 : 1;
}
