// Polls a file for changes, also where an editor replaces it by renaming a new one.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

namespace platform {

class WatchedFile {
public:
    explicit WatchedFile(std::string path);
    /// To be called periodically. Whether the file has changed since the last call that returned true, or since
    /// construction. A change is reported only when two consecutive calls find the same file: until then it may still
    /// be being written.
    [[nodiscard]] bool changed();

private:
    struct Signature {
        std::int64_t seconds = 0, nanoseconds = 0;
        off_t size = 0;
        ino_t inode = 0;
        bool operator==(const Signature&) const = default;
    };
    [[nodiscard]] std::optional<Signature> look() const;

    std::string path_;
    std::optional<Signature> known_;
    std::optional<Signature> pending_;
};

} // namespace platform
