// Notices when a file was saved, also by an editor that writes a new one and gives it the old one's name.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

namespace platform {

/// Call changed() every now and then.
class WatchedFile {
public:
    explicit WatchedFile(std::string path);
    /// Whether the file is another than at the last call that said so (or at the start), and at rest: a file that is
    /// just being written is reported once two calls have found the same.
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
