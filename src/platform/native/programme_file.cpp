#include "platform/native/programme_file.h"

#include "programme/words.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace platform {

namespace {

std::optional<std::string> readFile(const std::string& path) {
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return std::nullopt;
    std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (stream.bad()) return std::nullopt;
    return bytes;
}

} // namespace

ProgrammeFile::ProgrammeFile(std::string path, std::string language)
    : path_(std::move(path)), language_(std::move(language)), watch_(path_) {}

LoadOutcome ProgrammeFile::load(Application& application, std::string_view queryString) {
    return load(application, queryString, readFile(path_));
}

std::optional<LoadOutcome> ProgrammeFile::loadIfSaved(Application& application, std::string_view queryString) {
    if (!watch_.changed()) return std::nullopt;
    std::optional<std::string> bytes = readFile(path_);
    if (bytes == loaded_) return std::nullopt;
    return load(application, queryString, std::move(bytes));
}

LoadOutcome ProgrammeFile::load(Application& application, std::string_view queryString,
                                std::optional<std::string> bytes) {
    loaded_ = std::move(bytes);
    if (!loaded_) {
        std::fprintf(stderr, "%s: error: %s\n", path_.c_str(), errno != 0 ? std::strerror(errno) : "cannot be read");
        return LoadOutcome::unreadable;
    }
    std::vector<programme::Problem> problems = application.load(*loaded_, queryString, language_);
    print(problems, "error");
    if (!problems.empty()) return LoadOutcome::wrong;
    print(application.warnings(), "warning");
    return LoadOutcome::good;
}

void ProgrammeFile::print(const std::vector<programme::Problem>& problems, const char* severity) const {
    programme::InterfaceLanguage language = programme::interfaceLanguage(language_);
    for (const programme::Problem& problem : problems) {
        std::fprintf(stderr, "%s:%zu:%zu: %s: %s\n", path_.c_str(), problem.place.line, problem.place.column, severity,
                     programme::describe(problem, language).c_str());
    }
}

} // namespace platform
