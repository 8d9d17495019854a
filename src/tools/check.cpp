#include "tools/check.h"

#include "programme/reader.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <string>

namespace tools {
namespace {

using programme::CountedWord;
using programme::InterfaceLanguage;
using programme::Problem;
using programme::ReportWord;

void printLine(std::FILE* stream, std::string line) {
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stream);
}

/// The file's bytes, at most programme::kMaxBytes + 1. None where the file cannot be read; errno says why.
std::optional<std::string> readFile(const std::string& path) {
    constexpr std::size_t kBlock = std::size_t{1} << 16;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) return std::nullopt;
    std::string bytes;
    while (bytes.size() <= programme::kMaxBytes) {
        const std::size_t before = bytes.size();
        const std::size_t wanted = std::min(kBlock, programme::kMaxBytes + 1 - before);
        bytes.resize(before + wanted);
        const std::size_t count = std::fread(bytes.data() + before, 1, wanted, file.get());
        bytes.resize(before + count);
        if (std::ferror(file.get())) return std::nullopt;
        if (count < wanted) break;
    }
    return bytes;
}

std::string formatProblem(const std::string& file, const Problem& problem, InterfaceLanguage language) {
    std::string line = file;
    line.append(":").append(std::to_string(problem.place.line));
    line.append(":").append(std::to_string(problem.place.column));
    line.append(": ").append(word(ReportWord::tool_error, language)).append(": ");
    if (!problem.pointer.empty()) line.append(problem.pointer).append(": ");
    return line.append(describe(problem, language));
}

ExitStatus checkFile(const std::string& file, InterfaceLanguage language) {
    const std::optional<std::string> bytes = readFile(file);
    if (!bytes) {
        const std::string reason = std::strerror(errno);
        printLine(stderr, fill(ReportWord::tool_unreadable, language, {{"file", file}, {"reason", reason}}));
        return ExitStatus::wrongUsage;
    }
    const programme::ReadResult result = programme::read(*bytes);
    for (const Problem& problem : result.problems) printLine(stdout, formatProblem(file, problem, language));
    if (!result.programme) return ExitStatus::wrongContent;
    const auto count = static_cast<std::int64_t>(result.programme->challenges.size());
    printLine(stdout, counted(CountedWord::tool_good, language, count, {{"file", file}}));
    return ExitStatus::good;
}

} // namespace

ExitStatus checkFiles(std::span<const std::string_view> files, InterfaceLanguage language) {
    ExitStatus gravest = ExitStatus::good;
    for (const std::string_view file : files) gravest = std::max(gravest, checkFile(std::string(file), language));
    return gravest;
}

} // namespace tools
