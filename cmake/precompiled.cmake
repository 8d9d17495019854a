# Headers that most files of a target include are compiled once for all of them: it takes about a third off a build.
# A source file still includes all that it uses: clang-tidy (scripts/lint --tidy) reads each one without precompiled
# headers (CMAKE_DISABLE_PRECOMPILE_HEADERS).
set(CE_STANDARD_HEADERS <algorithm> <array> <cmath> <cstdint> <functional> <map> <optional> <span> <string> <string_view>
                        <unordered_map> <utility> <variant> <vector>)

# One precompiled header for the targets that include little but the standard library. It needs a target of its own with
# a source file.
file(WRITE ${PROJECT_BINARY_DIR}/empty.cpp "")
add_library(precompiled_standard OBJECT ${PROJECT_BINARY_DIR}/empty.cpp)
target_link_libraries(precompiled_standard PRIVATE ce_options)
target_precompile_headers(precompiled_standard PRIVATE ${CE_STANDARD_HEADERS})
