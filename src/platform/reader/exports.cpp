// The functions of the WebAssembly module `programme-reader`, which reads and checks a programme's file without showing
// it (web/programme-reader.js calls them). It links neither Dear ImGui nor SDL.
#include "platform/problems/problem_list.h"
#include "programme/file_size.h"

#include <emscripten/em_macros.h>

#include <memory>

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

extern "C" {

/// The size in bytes of the largest file that is read. JavaScript does not copy a larger one into memory.
EMSCRIPTEN_KEEPALIVE double cr_mostBytes() {
    return static_cast<double>(programme::kMaxBytes);
}

/// Reads and checks a file. Returns its errors, or where there are none its warnings, to be freed by cr_free. `bytes`
/// is null where `size` is larger than cr_mostBytes. `flags`: bits of ReadFlag. `language`: of the messages, BCP 47.
EMSCRIPTEN_KEEPALIVE ProblemList* cr_read(const char* bytes, double size, int flags, const char* language) {
    programme::ReadResult result = readFile(bytes, size, flags);
    const bool isGood = result.programme.has_value();
    auto list = std::make_unique<ProblemList>(std::move(isGood ? result.warnings : result.problems),
                                              isGood ? Severity::warning : Severity::error,
                                              programme::interfaceLanguage(language));
    return list.release();
}

EMSCRIPTEN_KEEPALIVE const ProblemRows* cr_rows(const ProblemList* list) {
    return &list->rows();
}

EMSCRIPTEN_KEEPALIVE void cr_free(ProblemList* list) {
    std::unique_ptr<ProblemList>{list};
}

} // extern "C"
