#include "platform/native/window_loop.h"

#include "imgui.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace platform {

namespace {

constexpr int kFileWatchMilliseconds = 250; // between two checks of the files
constexpr float kWheelStep = 60;            // CSS px scrolled by a notch of the wheel
constexpr std::uint64_t kStepPause = 150;   // milliseconds between the steps of a visit, so that they can be watched

/// The key's name in KeyboardEvent.key (https://www.w3.org/TR/uievents-key/); empty for keys that are not used.
std::string_view keyName(SDL_Keycode key) {
    switch (key) {
    case SDLK_TAB:
        return "Tab";
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return "Enter";
    case SDLK_SPACE:
        return " ";
    case SDLK_ESCAPE:
        return "Escape";
    case SDLK_BACKSPACE:
        return "Backspace";
    case SDLK_DELETE:
        return "Delete";
    case SDLK_LEFT:
        return "ArrowLeft";
    case SDLK_RIGHT:
        return "ArrowRight";
    case SDLK_UP:
        return "ArrowUp";
    case SDLK_DOWN:
        return "ArrowDown";
    case SDLK_PAGEUP:
        return "PageUp";
    case SDLK_PAGEDOWN:
        return "PageDown";
    case SDLK_HOME:
        return "Home";
    case SDLK_END:
        return "End";
    case SDLK_a:
        return "a";
    case SDLK_c:
        return "c";
    case SDLK_v:
        return "v";
    case SDLK_x:
        return "x";
    default:
        return {};
    }
}

Modifiers currentModifiers() {
    SDL_Keymod state = SDL_GetModState();
    return {(state & KMOD_SHIFT) != 0, (state & KMOD_CTRL) != 0, (state & KMOD_ALT) != 0};
}

/// Saves the file in the folder for temporary files and opens it with the desktop's default program.
void openDownload(const std::string& fileName, const std::string& content) {
    std::error_code error;
    std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    if (error) return;
    std::filesystem::path path = folder / std::filesystem::path(fileName).filename();
    std::ofstream stream(path, std::ios::binary);
    stream << content;
    stream.close();
    if (stream) SDL_OpenURL(("file://" + path.string()).c_str());
}

std::string pasteText() {
    char* text = SDL_GetClipboardText();
    std::string copy = text ? text : "";
    SDL_free(text);
    return copy;
}

SDL_SystemCursor systemCursor(std::size_t shape) {
    if (shape == static_cast<std::size_t>(PointerShape::hand)) return SDL_SYSTEM_CURSOR_HAND;
    return shape == static_cast<std::size_t>(PointerShape::text) ? SDL_SYSTEM_CURSOR_IBEAM : SDL_SYSTEM_CURSOR_ARROW;
}

std::filesystem::path programFolder() {
    char* folder = SDL_GetBasePath();
    std::filesystem::path path(folder ? folder : "");
    SDL_free(folder);
    return path;
}

double secondsNow() {
    return static_cast<double>(SDL_GetTicks64()) / 1000.0;
}

} // namespace

WindowLoop::WindowLoop(Window& window, render::Renderer& renderer, Application& application, ProgrammeFile& file,
                       const Options& options)
    : window_(window), renderer_(renderer), application_(application), file_(file), options_(options),
      sources_(findProject(programFolder())), page_(application, makeDesktop(), options.query),
      overlay_([this, &options](ImFontAtlas& atlas) {
          ui::FontSet fonts;
          std::string problem; // none: the page has the same font
          (void)overlayFonts_.addTo(atlas, options.fontFile, fonts, problem);
          return fonts.byWeight[0];
      }),
      stage_{application, page_, [this] { (void)file_.load(application_, page_.queryString()); }, {}, 0} {
    stage_.viewport.isDark = options.isDark;
    stage_.viewport.hasMoreContrast = options.hasMoreContrast;
    stage_.viewport.hasReducedMotion = options.hasReducedMotion;
    stage_.viewport.hasCoarsePointer = options.hasCoarsePointer;
    stage_.viewport.paintsFieldText = true;
    for (std::size_t shape = 0; shape < cursors_.size(); ++shape)
        cursors_[shape] = SDL_CreateSystemCursor(systemCursor(shape));
    SDL_StartTextInput();
    if (options.isTraced) application.beginAudit();
}

WindowLoop::~WindowLoop() {
    for (SDL_Cursor* cursor : cursors_) SDL_FreeCursor(cursor);
}

Desktop WindowLoop::makeDesktop() {
    return {
        .openUrl = [](const std::string& url) { SDL_OpenURL(url.c_str()); },
        .openDownload = openDownload,
        .copyText = [](const std::string& text) { SDL_SetClipboardText(text.c_str()); },
        .pasteText = pasteText,
        .setTitle = [this](const std::string& title) { window_.setTitle(title); },
        .showAddress =
            [this](std::string_view queryString) {
                if (options_.isTraced) {
                    std::fprintf(stderr, "address %.*s\n", static_cast<int>(queryString.size()), queryString.data());
                }
            },
    };
}

float WindowLoop::pixelRatio() const {
    if (options_.scale) return *options_.scale;
    return static_cast<float>(window_.drawableSize().first) / static_cast<float>(std::max(window_.size().first, 1));
}

bool WindowLoop::updateViewport() {
    auto [width, height] = window_.drawableSize();
    float ratio = pixelRatio();
    stage_.viewport.width = static_cast<float>(width) / ratio;
    stage_.viewport.height = static_cast<float>(height) / ratio;
    stage_.viewport.devicePixelRatio = ratio;
    return page_.resize(stage_.viewport);
}

/// The head of the visit from here on, for a file in that folder.
Visit WindowLoop::visitHead(const std::string& folder) const {
    return {.programme = std::filesystem::absolute(file_.path()).lexically_proximate(folder).string(),
            .language = options_.language,
            .query = page_.queryString(),
            .steps = {}};
}

bool WindowLoop::record(const std::string& path) {
    recordStream_.open(path, std::ios::binary);
    if (!recordStream_) return false;
    recorder_.emplace(recordStream_, visitHead(std::filesystem::absolute(path).parent_path().string()));
    return true;
}

/// Begins to record the visit in memory, for who copies it from the debug overlay.
void WindowLoop::remember() {
    memory_.str({});
    memoryRecorder_.emplace(memory_, visitHead(std::filesystem::current_path().string()));
    noteSize();
    note({.verb = VisitVerb::dark, .numbers = {options_.isDark ? 1.0f : 0.0f}});
    note({.verb = VisitVerb::coarsePointer, .numbers = {options_.hasCoarsePointer ? 1.0f : 0.0f}});
}

void WindowLoop::replay(const Visit& visit) {
    stepsToPlay_ = visit.steps;
}

/// Records the window's size and scale.
void WindowLoop::noteSize() {
    const ui::Viewport& viewport = stage_.viewport;
    note({.verb = VisitVerb::resize, .numbers = {viewport.width, viewport.height}});
    note({.verb = VisitVerb::scale, .numbers = {viewport.devicePixelRatio}});
}

void WindowLoop::note(const VisitStep& step) {
    const RecordedPage page{application_.tree(), application_.scrollOffsets(), stage_.viewport.width,
                            stage_.viewport.height};
    for (std::optional<VisitRecorder>* recorder : {&recorder_, &memoryRecorder_}) {
        if (*recorder) (*recorder)->add(step, page, secondsNow());
    }
}

/// Plays the next step of the visit, if it is time. Called only when no frame is needed.
void WindowLoop::playNextStep() {
    if (nextStep_ == stepsToPlay_.size() || SDL_GetTicks64() < nextStepTime_) return;
    const VisitStep& step = stepsToPlay_[nextStep_++];
    nextStepTime_ = SDL_GetTicks64() + kStepPause;
    needsFrame_ = true;
    application_.noteFrameReason("visit's step");
    if (step.verb == VisitVerb::wait) {
        nextStepTime_ += static_cast<std::uint64_t>(1000 * std::max(step.numbers[0], 0.0f));
    } else if (step.verb == VisitVerb::key && step.text == "F12") {
        toggleOverlay();
    } else if (step.verb == VisitVerb::resize) {
        float unit = toCssPixels(1, 1).first;
        window_.resize(static_cast<int>(std::lround(step.numbers[0] / unit)),
                       static_cast<int>(std::lround(step.numbers[1] / unit)));
    } else if (step.verb != VisitVerb::scale && !playStep(step, stage_)) {
        std::fprintf(stderr, "%sThere is no such node: the visit stops here.\n", formatVisitStep(step).c_str());
        stepsToPlay_.clear();
        nextStep_ = 0;
        isPlayedWhole_ = false;
    }
}

bool WindowLoop::run() {
    updateViewport();
    remember();
    while (!isOver_) {
        if (needsFrame_)
            draw();
        else if (overlay_.needsPaint())
            repaint();
        SDL_Event event;
        bool hasEvent = SDL_WaitEventTimeout(&event, waitMilliseconds()) != 0;
        while (hasEvent) {
            handle(event);
            hasEvent = SDL_PollEvent(&event) != 0;
        }
        lookAtFiles();
        doAsOverlayAsks();
        if (!needsFrame_) playNextStep();
        needsFrame_ = needsFrame_ || SDL_GetTicks64() >= nextChange_;
    }
    return isPlayedWhole_;
}

/// How long to wait for events. While frames are needed it is 0: then vertical synchronisation (SDL_GL_SetSwapInterval)
/// limits the rate.
int WindowLoop::waitMilliseconds() const {
    if (needsFrame_ || overlay_.needsPaint()) return 0;
    std::uint64_t now = SDL_GetTicks64();
    std::uint64_t next = nextStep_ < stepsToPlay_.size() ? std::min(nextChange_, nextStepTime_) : nextChange_;
    std::uint64_t untilChange = next > now ? next - now : 0;
    return static_cast<int>(std::min<std::uint64_t>(untilChange, kFileWatchMilliseconds));
}

void WindowLoop::lookAtFiles() {
    const auto trace = [this](const char* what, const std::string& path) {
        if (options_.isTraced) std::fprintf(stderr, "%s %s\n", what, path.c_str());
    };
    if (const auto outcome = file_.loadIfSaved(application_, page_.queryString())) {
        trace(*outcome == LoadOutcome::good ? "reloaded" : "not reloaded", file_.path());
        needsFrame_ = true;
    }
    const LiveSources::Change change = sources_.takeSaved(renderer_);
    for (const std::string& path : change.files) trace("reloaded", path);
    // The session has texts that were made of the words.
    if (change.haveWords) stage_.reload();
    if (change.haveShaders) application_.noteFrameReason("shaders");
    needsFrame_ = needsFrame_ || change.haveWords || change.haveShaders;
}

void WindowLoop::handle(const SDL_Event& event) {
    if (overlay_.isOpen() && giveToOverlay(event)) return;
    switch (event.type) {
    case SDL_QUIT:
        isOver_ = true;
        break;
    case SDL_WINDOWEVENT:
        needsFrame_ |= handleWindowEvent(event);
        break;
    case SDL_MOUSEMOTION:
        needsFrame_ |= handleMotion(event);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        needsFrame_ |= handleButton(event);
        break;
    case SDL_MOUSEWHEEL:
        needsFrame_ |= handleWheel(event);
        break;
    case SDL_KEYDOWN:
        needsFrame_ |= handleKey(event);
        break;
    case SDL_TEXTEDITING:
        note({.verb = VisitVerb::compose, .text = event.edit.text});
        needsFrame_ |= page_.composeText(event.edit.text);
        break;
    case SDL_TEXTINPUT:
        note({.verb = VisitVerb::type, .text = event.text.text});
        needsFrame_ |= page_.enterText(event.text.text);
        break;
    default:
        break;
    }
    followField();
}

bool WindowLoop::handleMotion(const SDL_Event& event) {
    pointer_ = toCssPixels(event.motion.x, event.motion.y);
    note({.verb = VisitVerb::pointer, .numbers = {pointer_.first, pointer_.second}});
    const bool needsFrame = page_.movePointer(pointer_.first, pointer_.second);
    followPointer();
    return needsFrame;
}

bool WindowLoop::handleButton(const SDL_Event& event) {
    pointer_ = toCssPixels(event.button.x, event.button.y);
    const bool isDown = event.type == SDL_MOUSEBUTTONDOWN;
    VisitStep step;
    if (event.button.button == SDL_BUTTON_LEFT) {
        step.verb = !isDown ? VisitVerb::release : currentModifiers().shift ? VisitVerb::shiftPress : VisitVerb::press;
        step.numbers = {pointer_.first, pointer_.second};
    } else if (isDown && event.button.button == SDL_BUTTON_X1) {
        step.verb = VisitVerb::back;
    } else if (isDown && event.button.button == SDL_BUTTON_X2) {
        step.verb = VisitVerb::forward;
    } else {
        return false;
    }
    note(step);
    bool isPlayed = playStep(step, stage_);
    if (step.verb == VisitVerb::release && event.button.clicks == 2) {
        const Modifiers modifiers = currentModifiers();
        step.verb = VisitVerb::doubleClick;
        step.numbers[2] = modifiers.shift || modifiers.alt ? 1.0F : 0.0F;
        note(step);
        isPlayed |= playStep(step, stage_);
    }
    return isPlayed;
}

bool WindowLoop::handleKey(const SDL_Event& event) {
    Modifiers modifiers = currentModifiers();
    if (modifiers.control && event.key.keysym.sym == SDLK_q) {
        isOver_ = true;
        return false;
    }
    if (event.key.keysym.sym == SDLK_F12) {
        toggleOverlay();
        return false;
    }
    if (event.key.keysym.sym == SDLK_F5) {
        note({.verb = VisitVerb::reload});
        stage_.reload();
        return true;
    }
    std::string_view key = keyName(event.key.keysym.sym);
    if (key.empty()) return false;
    note({.verb = VisitVerb::key, .text = formatKey(key, modifiers)});
    return page_.pressKey(key, modifiers);
}

bool WindowLoop::handleWheel(const SDL_Event& event) {
    float direction = event.wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -1.0f : 1.0f;
    float deltaX = event.wheel.preciseX * kWheelStep * direction;
    float deltaY = -event.wheel.preciseY * kWheelStep * direction;
    Modifiers modifiers = currentModifiers();
    if (modifiers.control) {
        note({.verb = VisitVerb::zoom, .numbers = {pointer_.first, pointer_.second, deltaY}});
    } else {
        // Shift makes the wheel scroll horizontally. The recorded step has no modifiers: its deltas are swapped
        // already.
        if (modifiers.shift && deltaX == 0) std::swap(deltaX, deltaY);
        modifiers.shift = false;
        note({.verb = VisitVerb::wheel, .numbers = {pointer_.first, pointer_.second, deltaX, deltaY}});
    }
    return page_.turnWheel(pointer_.first, pointer_.second, deltaX, deltaY, modifiers);
}

bool WindowLoop::handleWindowEvent(const SDL_Event& event) {
    switch (event.window.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        updateViewport();
        noteSize();
        return true;
    case SDL_WINDOWEVENT_EXPOSED:
        application_.noteFrameReason("window exposed");
        return true;
    case SDL_WINDOWEVENT_LEAVE:
        note({.verb = VisitVerb::leave});
        return page_.leavePointer();
    default:
        return false;
    }
}

std::pair<float, float> WindowLoop::toCssPixels(int x, int y) const {
    float pixels =
        static_cast<float>(window_.drawableSize().first) / static_cast<float>(std::max(window_.size().first, 1));
    return {static_cast<float>(x) * pixels / pixelRatio(), static_cast<float>(y) * pixels / pixelRatio()};
}

// ── The debug overlay ──

void WindowLoop::toggleOverlay() {
    overlay_.setOpen(!overlay_.isOpen());
    if (overlay_.isOpen()) return;
    needsFrame_ = true; // without it
    application_.noteFrameReason("overlay closed");
}

/// Whether the overlay takes the event, so that the page does not get it.
bool WindowLoop::giveToOverlay(const SDL_Event& event) {
    switch (event.type) {
    case SDL_MOUSEMOTION: {
        const auto [x, y] = toCssPixels(event.motion.x, event.motion.y);
        if (!overlay_.movePointer(x, y)) return false;
        needsFrame_ |= page_.leavePointer();
        SDL_SetCursor(cursors_[0]);
        return true;
    }
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: {
        auto button = overlay::PointerButton::left;
        if (event.button.button == SDL_BUTTON_RIGHT) button = overlay::PointerButton::right;
        if (event.button.button == SDL_BUTTON_MIDDLE) button = overlay::PointerButton::middle;
        return overlay_.press(button, event.type == SDL_MOUSEBUTTONDOWN);
    }
    case SDL_MOUSEWHEEL:
        return overlay_.turnWheel(event.wheel.preciseX, event.wheel.preciseY);
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        return overlay_.pressKey(keyName(event.key.keysym.sym), event.type == SDL_KEYDOWN,
                                 (SDL_GetModState() & KMOD_CTRL) != 0);
    case SDL_TEXTINPUT:
        return overlay_.enterText(event.text.text);
    default:
        return false;
    }
}

void WindowLoop::doAsOverlayAsks() {
    const overlay::Requests requests = overlay_.takeRequests();
    if (requests.wantsVisit) SDL_SetClipboardText(memory_.str().c_str());
    if (!requests.queryToLoad) return;
    (void)file_.load(application_, *requests.queryToLoad);
    (void)page_.navigate(*requests.queryToLoad);
    remember();
    needsFrame_ = true;
}

// ── Frames ──

void WindowLoop::draw() {
    needsFrame_ = page_.frame(secondsNow()) || page_.lastFrame().isMoving;
    RoomTimes times;
    {
        const RoomTimer timer(times, Room::render);
        paintPage();
    }
    const render::Renderer::Counters& counters = renderer_.counters();
    overlay_.noteFrame(application_, page_.lastFrame().update, counters.drawCalls, counters.bytes());
    overlay_.log().addTimes(times);
    paintOverlay();
    window_.present();
    nextChange_ = SDL_GetTicks64() + static_cast<std::uint64_t>(application_.millisecondsUntilChange());
    ++frameCount_;
    if (options_.isTraced) {
        std::fprintf(stderr, "frame %d: %s\n", frameCount_, overlay_.log().records().back().reasons.c_str());
        for (const std::string& finding : application_.undescribed()) std::fprintf(stderr, "%s\n", finding.c_str());
    }
    followField();
    followPointer();
}

void WindowLoop::paintPage() {
    auto [width, height] = window_.drawableSize();
    renderer_.draw(application_.drawData(), application_.shapes(), width, height, application_.backgroundColour());
}

void WindowLoop::paintOverlay() {
    if (!overlay_.isOpen()) return;
    const ImDrawData& drawData = overlay_.paint(application_, secondsNow());
    renderer_.drawOver(drawData);
    if (options_.isTraced && !overlay_.needsPaint())
        std::fprintf(stderr, "overlay %d vertices\n", drawData.TotalVtxCount);
}

/// Draws the page's last frame again, with the overlay as it is.
void WindowLoop::repaint() {
    paintPage();
    paintOverlay();
    window_.present();
}

/// Tells the input method where the focused field is, beside which it shows its candidates.
void WindowLoop::followField() {
    std::optional<semantics::Rect> field = page_.focusedField();
    if (!field) return;
    float unit = toCssPixels(1, 1).first;
    SDL_Rect place{static_cast<int>(field->x / unit), static_cast<int>(field->y / unit),
                   static_cast<int>(field->width / unit), static_cast<int>(field->height / unit)};
    SDL_SetTextInputRect(&place);
}

void WindowLoop::followPointer() {
    auto shape = static_cast<std::size_t>(page_.pointerShape(pointer_.first, pointer_.second));
    SDL_SetCursor(cursors_[shape]);
}

} // namespace platform
