// Reads files of the project, for tests.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace support {

/// The file's bytes; empty where it cannot be read.
inline std::string readFile(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The bytes of a file of the project. `path`: relative to the project's folder.
inline std::string readProjectFile(const std::string& path) {
    return readFile(std::filesystem::path(CE_SOURCE_DIR) / path);
}

/// The file of the programme that the page shows first.
inline std::string readBundledProgramme() {
    return readProjectFile("data/eig-2018.json");
}

/// The paths of the files in a folder of the project that have that extension (".json"), sorted.
inline std::vector<std::filesystem::path> listProjectFiles(const std::string& folder, const std::string& extension) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(CE_SOURCE_DIR) / folder))
        if (entry.path().extension() == extension) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

} // namespace support
