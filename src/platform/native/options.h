// The command line options of the desktop window.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace platform {

struct Options {
    std::string file;           // path of the programme's file; empty: programme.json beside the executable
    std::string query;          // query string of the visit's first address, without '?'
    int width = 1280;           // CSS px
    int height = 800;           // CSS px
    std::optional<float> scale; // device px in a CSS px; not given: the display's
    std::string language;       // BCP 47; empty: the system's
    std::string fontFile;       // path of the regular font; empty: one of the system's
    std::string recordFile;     // path of the visit to write; empty: none
    std::string replayFile;     // path of the visit to play, which sets `file`, `language` and `query`; empty: none
    std::string screenshotFile; // path of a PNG to write instead of opening a window; empty: none
    std::string stripFile;      // path of a PNG with the frames of a visit's motion; empty: none
    float scrollTop = 0;        // scroll position of the screenshot, CSS px
    bool isDark = false;
    bool hasMoreContrast = false;
    bool hasReducedMotion = false; // in the window; a screenshot shows the page at rest
    bool hasCoarsePointer = false;
    bool offersKeeping = false; // offer to keep the shortlist, without a window
    bool showsDump = false;     // print the semantics tree instead of opening a window
    bool isTraced = false;      // write frames, addresses, reloads and the audit's findings to stderr
    bool showsHelp = false;
};

struct UsageError {
    std::string message; // one sentence
};

/// `arguments`: without the program's name.
[[nodiscard]] std::variant<Options, UsageError> parseOptions(std::span<const char* const> arguments);

/// The text of --help.
[[nodiscard]] std::string_view usage();

} // namespace platform
