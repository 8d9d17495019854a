// The desktop window, which shows the same screens as the web page, for the program's developers. See --help.

#include "base/clamp.h"
#include "explorer/url.h"
#include "imgui.h"
#include "platform/common/application.h"
#include "platform/native/address_check.h"
#include "platform/native/clock.h"
#include "platform/native/fonts.h"
#include "platform/native/options.h"
#include "platform/native/picture.h"
#include "platform/native/programme_file.h"
#include "platform/native/visit_player.h"
#include "platform/native/window.h"
#include "platform/native/window_loop.h"
#include "render/gl/renderer.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace platform {

namespace {

constexpr int kWrongContent = 1;
constexpr int kWrongUsage = 2;
constexpr int kMostFrames = 1000; // until no frame is needed
constexpr double kFrameSeconds = 1.0 / 60;

/// Dear ImGui's context, without its settings and log files.
class ImguiSession {
public:
    ImguiSession() {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().LogFilename = nullptr;
        // Needed also without a renderer: text is measured by the glyphs of the atlas.
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    }
    ~ImguiSession() { ImGui::DestroyContext(); }
    ImguiSession(const ImguiSession&) = delete;
    ImguiSession& operator=(const ImguiSession&) = delete;
};

/// A renderer that is destroyed before the window, and so while the GL context exists.
class RendererScope {
public:
    RendererScope() { renderer_.create(); }
    ~RendererScope() { renderer_.destroy(false); }
    RendererScope(const RendererScope&) = delete;
    RendererScope& operator=(const RendererScope&) = delete;

    bool isReady() { return renderer_.isReady(); }
    render::Renderer& renderer() { return renderer_; }

private:
    render::Renderer renderer_;
};

/// The language of the locale: "fr_FR.UTF-8" → "fr-FR". The variables are in POSIX's order of precedence.
std::string systemLanguage() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (!value || !*value) continue;
        std::string tag(value);
        tag.resize(std::min(tag.find_first_of(".@"), tag.size()));
        std::replace(tag.begin(), tag.end(), '_', '-');
        return tag == "C" || tag == "POSIX" ? "en" : tag;
    }
    return "en";
}

/// The programme's file that the build puts beside the executable.
std::string bundledProgramme() {
    char* folder = SDL_GetBasePath();
    std::string path = std::string(folder ? folder : "") + "programme.json";
    SDL_free(folder);
    return path;
}

/// The system's clock, or, where the query string has `now`, a clock that stands still.
Clock makeClock(const std::string& query) {
    std::optional<programme::CivilTime> fixed = explorer::parseNow(query);
    return [fixed, warnedZone = std::string()](std::string_view timeZone) mutable {
        if (fixed) return *fixed;
        std::time_t moment = std::time(nullptr);
        std::optional<programme::CivilTime> local = civilTimeIn(timeZone, moment);
        if (local) return *local;
        if (warnedZone != timeZone) {
            warnedZone = timeZone;
            std::fprintf(stderr, "The system does not know the time zone %s: days are counted in UTC.\n",
                         warnedZone.c_str());
        }
        std::chrono::sys_seconds universal{std::chrono::seconds(moment)};
        programme::Day day = std::chrono::floor<std::chrono::days>(universal);
        return programme::CivilTime{
            day, static_cast<int>(std::chrono::floor<std::chrono::minutes>(universal - day).count())};
    };
}

/// For the closing hour in calendar files.
std::optional<programme::CivilTime> civilTimeAt(std::string_view timeZone, programme::CivilTime universal) {
    const std::time_t days = programme::dayNumber(universal.day);
    return civilTimeIn(timeZone, (days * 24 * 60 + universal.minuteOfDay) * 60);
}

ui::Viewport makeViewport(const Options& options) {
    ui::Viewport viewport;
    viewport.width = static_cast<float>(options.width);
    viewport.height = static_cast<float>(options.height);
    viewport.devicePixelRatio = options.scale.value_or(1);
    viewport.isDark = options.isDark;
    viewport.hasMoreContrast = options.hasMoreContrast;
    viewport.hasReducedMotion = options.stripFile.empty(); // otherwise the page is shown at rest
    viewport.hasCoarsePointer = options.hasCoarsePointer;
    viewport.paintsFieldText = true;
    return viewport;
}

/// Draws frames until none is needed, with simulated time.
void settle(Application& application, const Options& options) {
    ui::Viewport viewport = makeViewport(options);
    FrameResult result;
    for (int frame = 0; frame < kMostFrames; ++frame) {
        result = application.frame(viewport);
        float scrollTop = base::clampInto(options.scrollTop, 0.0F, result.contentHeight - viewport.height);
        bool isAtRest = !result.needsAnotherFrame && viewport.scrollTop == scrollTop;
        if (isAtRest) return;
        viewport.scrollTop = scrollTop;
        viewport.seconds += kFrameSeconds;
    }
}

bool writePicture(const std::string& path, const Picture& picture) {
    if (writePng(path, picture)) return true;
    std::fprintf(stderr, "%s cannot be written.\n", path.c_str());
    return false;
}

/// Shows the settled screen, or where there is a visit the one after its last step, without a window. False where a
/// step could not be played.
bool showWithoutWindow(Application& application, ProgrammeFile& file, const Options& options, const Visit* visit) {
    if (!visit) {
        settle(application, options);
        return true;
    }
    auto reload = [&] { (void)file.load(application, options.query); };
    Picture strip;
    const auto addPicture = [&] {
        if (!options.stripFile.empty()) appendBelow(strip, paintPicture(application));
    };
    const std::string failed = playWithoutWindow(application, *visit, makeViewport(options), reload, addPicture);
    if (failed.empty()) return options.stripFile.empty() || writePicture(options.stripFile, strip);
    std::fprintf(stderr, "%sThere is no such node.\n", failed.c_str());
    return false;
}

void printDump(Application& application) {
    while (!application.isComplete()) (void)application.describeMore(); // the tree has it
    std::fputs(semantics::dump(application.completeTree()).c_str(), stdout);
}

bool openWindow(Application& application, ProgrammeFile& file, const Options& options, const Visit* visit) {
    float scale = options.scale.value_or(1);
    std::unique_ptr<Window> window =
        Window::open(static_cast<int>(std::lround(static_cast<float>(options.width) * scale)),
                     static_cast<int>(std::lround(static_cast<float>(options.height) * scale)), false);
    if (!window) {
        std::fputs("Without a window: --screenshot FILE writes a picture, --dump prints the semantics tree.\n", stderr);
        return false;
    }
    RendererScope scope;
    if (!scope.isReady()) return false;
    WindowLoop loop(*window, scope.renderer(), application, file, options);
    if (!options.recordFile.empty() && !loop.record(options.recordFile)) {
        std::fprintf(stderr, "%s cannot be written.\n", options.recordFile.c_str());
        return false;
    }
    if (visit) loop.replay(*visit);
    return loop.run();
}

/// Reads the visit of --replay and sets the options that it contains. Nothing where it cannot be read; stderr says why.
std::optional<Visit> readVisit(Options& options) {
    std::ifstream stream(options.replayFile, std::ios::binary);
    if (!stream) {
        std::fprintf(stderr, "%s cannot be read.\n", options.replayFile.c_str());
        return std::nullopt;
    }
    std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    auto parsed = parseVisit(text);
    if (const auto* error = std::get_if<VisitError>(&parsed)) {
        std::fprintf(stderr, "%s:%zu: error: %s\n", options.replayFile.c_str(), error->line, error->message.c_str());
        return std::nullopt;
    }
    Visit visit = std::get<Visit>(std::move(parsed));
    if (!visit.programme.empty())
        options.file = (std::filesystem::path(options.replayFile).parent_path() / visit.programme).string();
    options.language = visit.language;
    options.query = visit.query;
    return visit;
}

/// On stderr, what of the first address the page ignores.
void warnOfAddress(const Application& application, const Options& options) {
    const Session& session = application.session();
    if (!session.hasProgramme()) return;
    for (const std::string& finding : findWithoutEffect(session.programme(), session.facts(), options.query)) {
        std::fprintf(stderr, "%s: warning: %s.\n", options.replayFile.empty() ? "--query" : options.replayFile.c_str(),
                     finding.c_str());
    }
}

int run(Options options) {
    std::optional<Visit> visit;
    if (!options.replayFile.empty()) {
        visit = readVisit(options);
        if (!visit) return kWrongContent;
    }
    const Visit* toPlay = visit ? &*visit : nullptr;
    if (options.file.empty()) options.file = bundledProgramme();
    if (options.language.empty()) options.language = systemLanguage();
    ImguiSession imgui;
    FontLibrary library;
    ui::FontSet fonts;
    std::string problem;
    if (!library.addTo(*ImGui::GetIO().Fonts, options.fontFile, fonts, problem)) {
        std::fprintf(stderr, "%s\n", problem.c_str());
        return kWrongContent;
    }
    Application application(fonts, makeClock(options.query), civilTimeAt);
    ProgrammeFile file(options.file, options.language);
    LoadOutcome outcome = file.load(application, options.query);
    if (outcome == LoadOutcome::unreadable) return kWrongContent;
    warnOfAddress(application, options);
    bool isGood = outcome == LoadOutcome::good;
    if (!options.showsDump && options.screenshotFile.empty() && options.stripFile.empty()) {
        isGood &= openWindow(application, file, options, toPlay);
    } else {
        if (options.offersKeeping) (void)application.offerKeeping(true, ""); // the first frame is drawn below
        isGood &= showWithoutWindow(application, file, options, toPlay);
        if (options.showsDump) printDump(application);
        if (!options.screenshotFile.empty()) isGood &= writePicture(options.screenshotFile, paintPicture(application));
    }
    return isGood ? EXIT_SUCCESS : kWrongContent;
}

} // namespace

} // namespace platform

int main(int argumentCount, char** arguments) {
    auto parsed = platform::parseOptions({arguments + 1, static_cast<std::size_t>(argumentCount - 1)});
    if (const auto* error = std::get_if<platform::UsageError>(&parsed)) {
        std::fprintf(stderr, "%s\nSee challenge_explorer --help.\n", error->message.c_str());
        return platform::kWrongUsage;
    }
    const platform::Options& options = std::get<platform::Options>(parsed);
    if (options.showsHelp) {
        std::fputs(std::string(platform::usage()).c_str(), stdout);
        return EXIT_SUCCESS;
    }
    return platform::run(options);
}
