// The functions of the WebAssembly module `programme-reader`, which reads and checks a programme's file without showing
// it (web/programme-reader.js calls them). It links no Dear ImGui.
#include "platform/problems/problem_list.h"
#include "programme/file_size.h"

#include <emscripten/em_macros.h>

#include <memory>
#include <string>
#include <utility>

using platform::ProblemList;
using platform::ProblemRows;
using platform::Severity;

namespace {

// Bits of `flags`, as in web/programme-reader.js.
enum ReadFlag { kColumnsInUtf16 = 1, kUnknownPartsAreLeftOut = 2 };

programme::ReadResult readFile(const char* bytes, double size, int flags) {
    const auto length = static_cast<std::size_t>(size);
    if (bytes == nullptr) return {std::nullopt, {programme::tooLarge(length)}, {}};
    programme::ReadOptions options;
    if (flags & kColumnsInUtf16) options.columns = programme::ColumnUnit::utf16CodeUnit;
    if (flags & kUnknownPartsAreLeftOut) options.unknownParts = programme::UnknownParts::areLeftOut;
    return programme::read({bytes, length}, options);
}

} // namespace

/// What was read of a file.
struct Reading {
    ProblemList problems;
    std::string leftOut;
};

extern "C" {

/// The size in bytes of the largest file that is read. JavaScript does not copy a larger one into memory.
EMSCRIPTEN_KEEPALIVE double cr_mostBytes() {
    return static_cast<double>(programme::kMaxBytes);
}

/// Reads and checks a file. To be freed by cr_free. `bytes` is null where `size` is larger than cr_mostBytes. `flags`:
/// bits of ReadFlag. `language`: of the messages, BCP 47.
EMSCRIPTEN_KEEPALIVE Reading* cr_read(const char* bytes, double size, int flags, const char* language) {
    programme::ReadResult result = readFile(bytes, size, flags);
    const bool isGood = result.programme.has_value();
    const programme::InterfaceLanguage spoken = programme::interfaceLanguage(language);
    auto reading = std::make_unique<Reading>();
    reading->leftOut = programme::describeLeftOut(result.warnings, spoken);
    reading->problems = ProblemList(std::move(isGood ? result.warnings : result.problems),
                                    isGood ? Severity::warning : Severity::error, spoken);
    return reading.release();
}

/// The file's errors, or where there are none its warnings. Valid until cr_free.
EMSCRIPTEN_KEEPALIVE const ProblemRows* cr_rows(const Reading* reading) {
    return &reading->problems.rows();
}

/// programme::describeLeftOut() of the warnings. Valid until cr_free.
EMSCRIPTEN_KEEPALIVE const char* cr_leftOut(const Reading* reading) {
    return reading->leftOut.c_str();
}

EMSCRIPTEN_KEEPALIVE void cr_free(Reading* reading) {
    std::unique_ptr<Reading>{reading};
}

} // extern "C"
