// Fuzzes the reader of programmes with libFuzzer:
//
//     cmake --preset native-asan -B build/fuzz -DCE_FUZZ=ON && ninja -C build/fuzz reader_fuzz
//     build/fuzz/tests/fuzz/reader_fuzz -max_len=100000 CORPUS tests/data/programmes/good tests/data/programmes/bad
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
