// The programme's file on disk: loads it into the application, writes its problems to stderr, and tells when it was
// saved.
#pragma once

#include "platform/common/application.h"
#include "platform/native/watched_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

enum class LoadOutcome : std::uint8_t {
    good,
    wrong,      // it has errors
    unreadable, // there is no such file, or it cannot be read
};

class ProgrammeFile {
public:
    /// `language`: the visitor's, BCP 47; also that of the messages.
    ProgrammeFile(std::string path, std::string language);

    /// Reads the file and loads it (Application::load). Problems are written to stderr, each on a line of the form
    /// FILE:LINE:COLUMN: error: …; a good file's unknown parts as warnings.
    [[nodiscard]] LoadOutcome load(Application& application, std::string_view queryString);
    /// Loads the file where it was saved (WatchedFile::changed) with other bytes than those of the last load. Nothing
    /// where it was not: a file is reported once, also where an editor saves it twice or it was read again by hand.
    [[nodiscard]] std::optional<LoadOutcome> loadIfSaved(Application& application, std::string_view queryString);
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    [[nodiscard]] LoadOutcome load(Application& application, std::string_view queryString,
                                   std::optional<std::string> bytes);
    void print(const std::vector<programme::Problem>& problems, const char* severity) const;

    std::string path_;
    std::string language_;
    WatchedFile watch_;
    std::optional<std::string> loaded_; // the bytes of the last load; nothing: it could not be read
};

} // namespace platform
