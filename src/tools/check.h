// `programme check`: reads programmes' files and lists what is wrong with them.
#pragma once

#include "programme/words.h"

#include <span>
#include <string_view>

namespace tools {

/// What a run of the tool ends with.
enum class ExitStatus : int { good = 0, wrongContent = 1, wrongUsage = 2 };

/// Prints FILE:LINE:COLUMN: error: POINTER: MESSAGE for each problem to the standard output, one line for a file
/// without any, and on the standard error what cannot be read. Answers with the gravest status of all files.
ExitStatus checkFiles(std::span<const std::string_view> files, programme::InterfaceLanguage language);

} // namespace tools
