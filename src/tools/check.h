// The command `programme check`: reads files of programmes and prints their problems.
#pragma once

#include "programme/words.h"

#include <span>
#include <string_view>

namespace tools {

/// The exit status of the tool. A greater one is graver: `wrongUsage` is also that of a file that cannot be read.
enum class ExitStatus : int { good = 0, wrongContent = 1, wrongUsage = 2 };

/// Prints to the standard output FILE:LINE:COLUMN: error: POINTER: MESSAGE for each problem, and one line for a file
/// without problems; to the standard error, a line for each file that cannot be read. Returns the gravest status of the
/// files.
[[nodiscard]] ExitStatus checkFiles(std::span<const std::string_view> files, programme::InterfaceLanguage language);

} // namespace tools
