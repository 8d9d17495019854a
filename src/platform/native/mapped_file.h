// A memory-mapped file, read-only: of a font file of megabytes only the pages that are used are read.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace platform {

class MappedFile {
public:
    /// Nothing where the file does not exist, is empty or cannot be read.
    [[nodiscard]] static std::optional<MappedFile> open(const std::string& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

private:
    explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::span<const std::byte> bytes_;
};

} // namespace platform
