// Fuzzes the reader: any bytes as a programme's file give a programme or problems, each with its place.
#include "support/reading_invariants.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    const std::string violation = support::ReadingInvariants(bytes).check();
    if (!violation.empty()) {
        std::fprintf(stderr, "does not hold: %s\n", violation.c_str());
        std::abort();
    }
    return 0;
}
