// The interface's words and the shaders, read again when their files are saved: who writes them sees them at once.
// Found where the program stands in a folder of the project's build; anywhere else nothing is watched.
#pragma once

#include "platform/native/watched_file.h"
#include "programme/words.h"
#include "render/gl/renderer.h"

#include <filesystem>
#include <string>
#include <vector>

namespace platform {

/// The project's folder: the first one above `folder` that has the words and shaders; empty where none has.
[[nodiscard]] std::filesystem::path findProject(std::filesystem::path folder);

class LiveSources {
public:
    /// `project`: findProject()'s; empty: nothing is watched.
    explicit LiveSources(const std::filesystem::path& project);

    struct Change {
        bool haveWords = false;         // other words are shown from now on
        bool haveShaders = false;       // the renderer has other shaders
        std::vector<std::string> files; // that were taken
    };
    /// To be called periodically, with the GL context current. Takes what was saved since the last call. What is wrong
    /// with a file is written to stderr, once for each time that it is saved, and nothing changes.
    [[nodiscard]] Change takeSaved(render::Renderer& renderer);

private:
    struct WordFile {
        std::string path;
        programme::InterfaceLanguage language;
        WatchedFile watch;
    };
    struct ShaderFile {
        std::string path;
        std::string render::ShaderSources::*source;
        WatchedFile watch;
    };
    std::vector<WordFile> words_;
    std::vector<ShaderFile> shaders_;
};

} // namespace platform
