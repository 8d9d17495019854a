#include "platform/native/fonts.h"

#include "imgui.h"
#include "imgui_internal.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string_view>
#include <system_error>

namespace platform {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> fontFolders() {
    std::vector<fs::path> folders;
    const char* data = std::getenv("XDG_DATA_HOME");
    const char* home = std::getenv("HOME");
    if (data)
        folders.emplace_back(fs::path(data) / "fonts");
    else if (home)
        folders.emplace_back(fs::path(home) / ".local/share/fonts");
    folders.emplace_back("/usr/local/share/fonts");
    folders.emplace_back("/usr/share/fonts");
    return folders;
}

/// File name → path of every installed font. The user's fonts take precedence over the system's.
std::map<std::string, std::string> listFonts() {
    std::map<std::string, std::string> fonts;
    for (const fs::path& folder : fontFolders()) {
        std::error_code error;
        fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
        for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            std::string extension = entry->path().extension();
            if (extension != ".ttf" && extension != ".otf" && extension != ".ttc") continue;
            fonts.try_emplace(entry->path().filename(), entry->path());
        }
    }
    return fonts;
}

std::uint32_t readNumber(std::span<const std::byte> bytes, std::size_t offset, std::size_t size) {
    if (offset + size > bytes.size()) return 0;
    std::uint32_t number = 0;
    for (std::size_t index = 0; index < size; ++index) {
        number = (number << 8) | std::to_integer<std::uint32_t>(bytes[offset + index]);
    }
    return number;
}

constexpr std::uint32_t tag(const char (&name)[5]) {
    std::uint32_t value = 0;
    for (int index = 0; index < 4; ++index) value = (value << 8) | static_cast<unsigned char>(name[index]);
    return value;
}

bool isReadableFile(const std::string& path) {
    std::optional<MappedFile> file = MappedFile::open(path);
    return file && isReadableFont(file->bytes());
}

/// The screens are designed with Inter; most desktops have DejaVu Sans. Empty where there is no readable font.
std::string chooseRegular(const std::map<std::string, std::string>& fonts) {
    for (const char* name : {"Inter-Regular.otf", "Inter-Regular.ttf", "DejaVuSans.ttf", "NotoSans-Regular.ttf",
                             "LiberationSans-Regular.ttf"}) {
        auto found = fonts.find(name);
        if (found != fonts.end() && isReadableFile(found->second)) return found->second;
    }
    for (const auto& [name, path] : fonts) {
        if (isReadableFile(path)) return path;
    }
    return {};
}

/// DejaVu Sans first: it has the symbols that the screens use.
std::vector<std::string> chooseFallbacks(const std::map<std::string, std::string>& fonts,
                                         const std::string& regularFile) {
    std::vector<std::string> fallbacks;
    auto add = [&](const std::string& path) {
        if (path != regularFile && isReadableFile(path)) fallbacks.push_back(path);
    };
    if (auto dejaVu = fonts.find("DejaVuSans.ttf"); dejaVu != fonts.end()) add(dejaVu->second);
    for (const auto& [name, path] : fonts) {
        if (name.starts_with("NotoSans") && name.find("-Regular.") != std::string::npos) add(path);
    }
    return fallbacks;
}

std::string fileForWeight(const std::string& regularFile, int weight) {
    for (const std::string& sibling : siblingsForWeight(regularFile, weight)) {
        if (isReadableFile(sibling)) return sibling;
    }
    return regularFile;
}

bool initSource(ImFontAtlas* atlas, ImFontConfig* source) {
    source->SizePixels = -1;
    bool isReady = ImFontAtlasGetFontLoaderForStbTruetype()->FontSrcInit(atlas, source);
    source->SizePixels = 0;
    return isReady;
}

/// Dear ImGui's loader with sizes that mean the em square. The original interprets a size as the line height, or as the
/// em square where it is negative in FontSrcInit(); if it stayed negative afterwards, advances would be wrong.
const ImFontLoader& emSquareLoader() {
    static const ImFontLoader kLoader = [] {
        ImFontLoader loader = *ImFontAtlasGetFontLoaderForStbTruetype();
        loader.FontSrcInit = initSource;
        return loader;
    }();
    return kLoader;
}

ImFont* addSource(ImFontAtlas& atlas, std::span<const std::byte> bytes, bool isFallback) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = isFallback;
    config.OversampleH = 1; // glyphs are painted on whole device pixels
    config.FontLoader = &emSquareLoader();
    // Dear ImGui takes a pointer to non-const, but only reads.
    void* data = const_cast<std::byte*>(bytes.data());
    return atlas.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 0, &config);
}

} // namespace

bool isReadableFont(std::span<const std::byte> bytes) {
    std::size_t start = readNumber(bytes, 0, 4) == tag("ttcf") ? readNumber(bytes, 12, 4) : 0;
    std::uint32_t version = readNumber(bytes, start, 4);
    if (version != 0x00010000 && version != tag("OTTO") && version != tag("true")) return false;
    bool hasOutlines = false;
    std::array needed = {tag("cmap"), tag("head"), tag("hhea"), tag("hmtx")};
    std::size_t found = 0;
    std::size_t tableCount = readNumber(bytes, start + 4, 2);
    for (std::size_t table = 0; table < tableCount; ++table) {
        std::uint32_t name = readNumber(bytes, start + 12 + table * 16, 4);
        std::size_t end =
            std::size_t{readNumber(bytes, start + 20 + table * 16, 4)} + readNumber(bytes, start + 24 + table * 16, 4);
        if (end > bytes.size()) return false;
        if (name == tag("glyf") || name == tag("CFF ")) hasOutlines = true;
        if (std::find(needed.begin(), needed.end(), name) != needed.end()) ++found;
    }
    return hasOutlines && found == needed.size();
}

std::vector<std::string> siblingsForWeight(const std::string& regularFile, int weight) {
    fs::path path(regularFile);
    std::string stem = path.stem();
    constexpr std::string_view kRegular = "-Regular";
    if (stem.ends_with(kRegular)) stem.resize(stem.size() - kRegular.size());
    std::vector<std::string> names;
    if (weight >= 700)
        names = {"-Bold", "-SemiBold"};
    else if (weight >= 600)
        names = {"-SemiBold", "-Bold"};
    else if (weight >= 500)
        names = {"-Medium"};
    std::vector<std::string> siblings;
    for (const std::string& name : names) {
        fs::path sibling = path.parent_path() / (stem + name + path.extension().string());
        siblings.push_back(sibling.string());
    }
    return siblings;
}

bool FontLibrary::addTo(ImFontAtlas& atlas, const std::string& fontFile, ui::FontSet& fonts, std::string& problem,
                        Fallbacks fallbacks) {
    std::map<std::string, std::string> available = listFonts();
    std::string regularFile = fontFile.empty() ? chooseRegular(available) : fontFile;
    if (regularFile.empty()) {
        problem = "There is no font to write with. On Debian: apt-get install fonts-inter";
        return false;
    }
    if (!isReadableFile(regularFile)) {
        problem = "Not a TrueType or OpenType font: " + regularFile;
        return false;
    }
    std::vector<std::string> fallbackFiles;
    if (fallbacks == Fallbacks::system) fallbackFiles = chooseFallbacks(available, regularFile);
    std::map<std::string, std::span<const std::byte>> opened;
    auto open = [&](const std::string& path) {
        if (auto known = opened.find(path); known != opened.end()) return known->second;
        std::optional<MappedFile> file = MappedFile::open(path);
        if (!file) return std::span<const std::byte>();
        files_.push_back(std::move(*file));
        return opened[path] = files_.back().bytes();
    };
    for (std::size_t index = 0; index < fonts.byWeight.size(); ++index) {
        int weight = ui::kFontWeights[index];
        fonts.byWeight[index] = addSource(atlas, open(fileForWeight(regularFile, weight)), false);
        for (const std::string& fallback : fallbackFiles) addSource(atlas, open(fileForWeight(fallback, weight)), true);
    }
    return true;
}

} // namespace platform
