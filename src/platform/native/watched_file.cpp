#include "platform/native/watched_file.h"

#include <sys/stat.h>

#include <utility>

namespace platform {

WatchedFile::WatchedFile(std::string path) : path_(std::move(path)), known_(look()) {}

std::optional<WatchedFile::Signature> WatchedFile::look() const {
    struct stat status {};
    if (stat(path_.c_str(), &status) != 0) return std::nullopt;
    return Signature{status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size, status.st_ino};
}

bool WatchedFile::changed() {
    std::optional<Signature> now = look();
    // While an editor replaces the file there may be none.
    if (!now || now == known_) {
        pending_.reset();
        return false;
    }
    if (now != pending_) {
        pending_ = now;
        return false;
    }
    known_ = now;
    pending_.reset();
    return true;
}

} // namespace platform
