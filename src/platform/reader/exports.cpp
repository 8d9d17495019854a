// What JavaScript calls of the reader (web/programme-reader.js). It needs neither Dear ImGui nor SDL nor a canvas.
#include "platform/problems/problem_list.h"
#include "programme/file_size.h"

#include <emscripten/emscripten.h>

#include <memory>

using platform::ProblemList;
using platform::ProblemRows;
using platform::Severity;

namespace {

// web/programme-reader.js has the same bits.
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

/// The largest file that is read; a larger one need not be copied into memory.
EMSCRIPTEN_KEEPALIVE double cr_mostBytes() {
    return static_cast<double>(programme::kMaxBytes);
}

/// Reads a file. `bytes` is null where it is larger than cr_mostBytes. `language` is BCP 47, of the messages. To be
/// freed by cr_free.
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
