// The command line of the desktop window.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace platform {

struct Options {
    std::string file;           // the programme; empty: the one beside the program
    std::string query;          // the visit's state, as in the page's address, with `now`
    int width = 1280;           // CSS px
    int height = 800;           // CSS px
    std::optional<float> scale; // device px in a CSS px; not given: the display's
    std::string language;       // BCP 47; empty: the system's
    std::string fontFile;       // empty: looked for among the system's
    std::string recordFile;     // the visit to write
    std::string replayFile;     // the visit to play; it names the programme, the language and the first address
    std::string screenshotFile; // PNG to write instead of opening a window
    float scrollTop = 0;        // CSS px, of the screenshot
    bool isDark = false;
    bool hasCoarsePointer = false;
    bool showsDump = false; // print the semantics tree instead of opening a window
    bool isTraced = false;  // say on stderr what happens
    bool showsHelp = false;
};

struct UsageError {
    std::string message;
};

/// `arguments` without the program's name.
[[nodiscard]] std::variant<Options, UsageError> parseOptions(std::span<const char* const> arguments);

/// The text of --help.
[[nodiscard]] std::string_view usage();

} // namespace platform
