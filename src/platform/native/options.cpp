#include "platform/native/options.h"

#include <charconv>
#include <cstddef>

namespace platform {

namespace {

/// A number greater than zero, or with `mayBeZero` zero; nothing for any other text.
template <typename Number>
std::optional<Number> parseNumber(std::string_view text, bool mayBeZero) {
    Number number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (!(number > 0 || (mayBeZero && number == 0))) return std::nullopt;
    return number;
}

/// Reads a size such as "1280x800". False where it is not one.
bool parseSize(std::string_view text, Options& options) {
    std::size_t cross = text.find('x');
    if (cross == std::string_view::npos) return false;
    std::optional<int> width = parseNumber<int>(text.substr(0, cross), false);
    std::optional<int> height = parseNumber<int>(text.substr(cross + 1), false);
    if (!width || !height || *width > 16384 || *height > 16384) return false;
    options.width = *width;
    options.height = *height;
    return true;
}

/// Reads an option without a value. False where the argument is none.
bool parseFlag(std::string_view argument, Options& options) {
    if (argument == "--dark")
        options.isDark = true;
    else if (argument == "--light")
        options.isDark = false;
    else if (argument == "--more-contrast")
        options.hasMoreContrast = true;
    else if (argument == "--reduced-motion")
        options.hasReducedMotion = true;
    else if (argument == "--touch")
        options.hasCoarsePointer = true;
    else if (argument == "--remember")
        options.offersKeeping = true;
    else if (argument == "--dump")
        options.showsDump = true;
    else if (argument == "--trace")
        options.isTraced = true;
    else if (argument == "--help" || argument == "-h")
        options.showsHelp = true;
    else
        return false;
    return true;
}

enum class ValueOutcome { good, bad, noSuchOption };

ValueOutcome parseValue(std::string_view name, std::string_view value, Options& options) {
    auto outcome = [](bool isGood) { return isGood ? ValueOutcome::good : ValueOutcome::bad; };
    auto keep = [&](std::string& field) {
        field = value;
        return outcome(!value.empty());
    };
    if (name == "--size") return outcome(parseSize(value, options));
    if (name == "--scale") {
        options.scale = parseNumber<float>(value, false);
        return outcome(options.scale && *options.scale <= 8);
    }
    if (name == "--scroll") {
        std::optional<float> scroll = parseNumber<float>(value, true);
        options.scrollTop = scroll.value_or(0);
        return outcome(scroll.has_value());
    }
    if (name == "--query") return keep(options.query);
    if (name == "--language") return keep(options.language);
    if (name == "--font") return keep(options.fontFile);
    if (name == "--record") return keep(options.recordFile);
    if (name == "--replay") return keep(options.replayFile);
    if (name == "--screenshot") return keep(options.screenshotFile);
    if (name == "--strip") return keep(options.stripFile);
    return ValueOutcome::noSuchOption;
}

} // namespace

std::variant<Options, UsageError> parseOptions(std::span<const char* const> arguments) {
    Options options;
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        std::string_view argument = arguments[index];
        if (parseFlag(argument, options)) continue;
        if (!argument.starts_with("-")) {
            if (!options.file.empty()) return UsageError{"More than one file: " + std::string(argument)};
            options.file = argument;
            continue;
        }
        bool hasValue = index + 1 < arguments.size();
        switch (parseValue(argument, hasValue ? arguments[index + 1] : "", options)) {
        case ValueOutcome::good:
            ++index;
            break;
        case ValueOutcome::bad:
            if (!hasValue) return UsageError{std::string(argument) + " needs a value."};
            return UsageError{std::string(argument) + " cannot be " + arguments[index + 1]};
        case ValueOutcome::noSuchOption:
            return UsageError{"No such option: " + std::string(argument)};
        }
    }
    const bool isNamed = !options.file.empty() || !options.query.empty() || !options.language.empty();
    if (!options.replayFile.empty() && isNamed)
        return UsageError{"The visit of --replay names the programme, the language and the address itself."};
    if (!options.stripFile.empty() && options.replayFile.empty())
        return UsageError{"--strip needs the visit of --replay."};
    return options;
}

std::string_view usage() {
    return R"(challenge_explorer [FILE] [OPTION…]

Opens the programme in FILE (programme.json beside the program where none is given) in a window. When the file is
saved, the window shows the new one; so it does with the words and shaders of the project whose build it is. Exits with
0; with 1 where the file could not be shown; with 2 for a wrong call.

  --query QUERY      the state to begin with, as in the page's address: "defi=gobelins&now=2017-10-15"
  --size WxH         of the window, in CSS pixels (1280x800)
  --scale FACTOR     device pixels in a CSS pixel (the display's own)
  --dark, --light    colours (light)
  --more-contrast    stronger lines and words
  --reduced-motion   nothing moves by itself
  --touch            targets for fingers
  --language TAG     "fr" or "en" (the system's)
  --font FILE        a TrueType or OpenType font; "…-Regular" brings its "…-Medium", "…-SemiBold", "…-Bold" along
  --screenshot FILE  writes a PNG of the settled screen instead of opening a window; needs no display
  --scroll Y         how far the page is scrolled in it, in CSS pixels
  --record FILE      writes the visit: what is done in the window, step by step
  --replay FILE      plays a visit that was recorded, in the window or before --dump and --screenshot; it names
                     programme, language and query
  --strip FILE       writes a PNG of the screen at each "wait" of the visit of --replay, from top to bottom, with what moves;
                     needs no display
  --remember         --dump and --screenshot offer to keep the selection, as the element with that attribute does
  --dump             prints the semantics tree instead of opening a window
  --trace            says on stderr what happens: each frame, address and reload,
                     and what is painted without being described
  --help             this

Keys: Tab and Shift+Tab walk, Enter and Space activate, Escape closes, Alt+Left and Alt+Right go back and forward, F5 reads
the file again, F12 opens the debug overlay, Ctrl+Q quits.
)";
}

} // namespace platform
