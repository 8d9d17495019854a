// The programme's file on disk: reading it into the application, saying on stderr what is wrong with it, noticing when
// it was saved.
#pragma once

#include "platform/common/application.h"
#include "platform/native/watched_file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

enum class LoadOutcome : std::uint8_t {
    good,
    wrong, // its mistakes are shown, unless there was a good one before
    unreadable,
};

class ProgrammeFile {
public:
    ProgrammeFile(std::string path, std::string language);

    /// Reads the file. What is wrong with it stands on stderr, one a line, in the form FILE:LINE:COLUMN: error: …; what
    /// was shown before stays. A good file's parts that are not known stand there as warnings.
    [[nodiscard]] LoadOutcome load(Application& application, std::string_view queryString);
    /// Whether it was saved since the last call that said so; see WatchedFile.
    [[nodiscard]] bool changed() { return watch_.changed(); }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    void print(const std::vector<programme::Problem>& problems, const char* severity) const;

    std::string path_;
    std::string language_;
    WatchedFile watch_;
};

} // namespace platform
