#include "platform/native/live_sources.h"

#include "programme/live_words.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>

namespace platform {

namespace {

namespace fs = std::filesystem;

std::string readSource(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace

fs::path findProject(fs::path folder) {
    for (; !folder.empty(); folder = folder.parent_path()) {
        std::error_code error;
        if (fs::exists(folder / "data/words/fr.json", error) && fs::exists(folder / "shaders", error)) return folder;
        if (folder == folder.root_path()) break;
    }
    return {};
}

LiveSources::LiveSources(const fs::path& project) {
    if (project.empty()) return;
    using programme::InterfaceLanguage;
    for (const InterfaceLanguage language : {InterfaceLanguage::french, InterfaceLanguage::english}) {
        const std::string path = (project / "data/words" / programme::tagOf(language)).string() + ".json";
        words_.push_back({path, language, WatchedFile(path)});
    }
    using render::ShaderSources;
    const auto watch = [&](const char* name, std::string ShaderSources::*source) {
        const std::string path = (project / "shaders" / name).string();
        shaders_.push_back({path, source, WatchedFile(path)});
    };
    watch("triangles.vertex.glsl", &ShaderSources::trianglesVertex);
    watch("triangles.fragment.glsl", &ShaderSources::trianglesFragment);
    watch("shapes.vertex.glsl", &ShaderSources::shapesVertex);
    watch("shapes.fragment.glsl", &ShaderSources::shapesFragment);
}

LiveSources::Change LiveSources::takeSaved(render::Renderer& renderer) {
    Change change;
    for (WordFile& file : words_) {
        if (!file.watch.changed()) continue;
        const std::vector<std::string> problems = programme::replaceWords(file.language, readSource(file.path));
        for (const std::string& problem : problems)
            std::fprintf(stderr, "%s: error: %s\n", file.path.c_str(), problem.c_str());
        if (!problems.empty()) continue;
        change.haveWords = true;
        change.files.push_back(file.path);
    }
    std::vector<std::string> saved;
    for (ShaderFile& file : shaders_) {
        if (file.watch.changed()) saved.push_back(file.path);
    }
    if (saved.empty()) return change;
    render::ShaderSources sources;
    for (const ShaderFile& file : shaders_) sources.*file.source = readSource(file.path);
    if (renderer.useShaders(sources)) {
        change.haveShaders = true;
        change.files.insert(change.files.end(), saved.begin(), saved.end());
    }
    return change;
}

} // namespace platform
