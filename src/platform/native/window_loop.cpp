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

namespace platform {

namespace {

constexpr int kFileWatchMilliseconds = 250; // between two looks at the programme's file
constexpr float kWheelStep = 60;            // CSS px for a notch

/// The names of KeyboardEvent.key (https://www.w3.org/TR/uievents-key/); empty for a key that means nothing here.
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

/// A file that a link carries in itself is given to the program that opens such files.
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

double secondsNow() {
    return static_cast<double>(SDL_GetTicks64()) / 1000.0;
}

} // namespace

WindowLoop::WindowLoop(Window& window, render::Renderer& renderer, Application& application, ProgrammeFile& file,
                       const Options& options)
    : window_(window), renderer_(renderer), application_(application), file_(file), options_(options),
      page_(application, makeDesktop(), options.query) {
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
    ui::Viewport viewport;
    viewport.width = static_cast<float>(width) / ratio;
    viewport.height = static_cast<float>(height) / ratio;
    viewport.devicePixelRatio = ratio;
    viewport.isDark = options_.isDark;
    viewport.hasCoarsePointer = options_.hasCoarsePointer;
    viewport.paintsFieldText = true;
    return page_.resize(viewport);
}

void WindowLoop::run() {
    updateViewport();
    while (!isOver_) {
        if (needsFrame_) draw();
        SDL_Event event;
        bool hasEvent = SDL_WaitEventTimeout(&event, waitMilliseconds()) != 0;
        while (hasEvent) {
            handle(event);
            hasEvent = SDL_PollEvent(&event) != 0;
        }
        lookAtFile();
        needsFrame_ = needsFrame_ || SDL_GetTicks64() >= nextChange_;
    }
}

/// While something moves, the display's own rhythm (SDL_GL_SetSwapInterval) paces the frames.
int WindowLoop::waitMilliseconds() const {
    if (needsFrame_) return 0;
    std::uint64_t now = SDL_GetTicks64();
    std::uint64_t untilChange = nextChange_ > now ? nextChange_ - now : 0;
    return static_cast<int>(std::min<std::uint64_t>(untilChange, kFileWatchMilliseconds));
}

void WindowLoop::lookAtFile() {
    if (!file_.changed()) return;
    bool isGood = file_.load(application_, page_.queryString()) == LoadOutcome::good;
    if (options_.isTraced) std::fprintf(stderr, "%s %s\n", isGood ? "reloaded" : "not reloaded", file_.path().c_str());
    needsFrame_ = true;
}

void WindowLoop::handle(const SDL_Event& event) {
    switch (event.type) {
    case SDL_QUIT:
        isOver_ = true;
        break;
    case SDL_WINDOWEVENT:
        needsFrame_ |= handleWindowEvent(event);
        break;
    case SDL_MOUSEMOTION:
        pointer_ = toCssPixels(event.motion.x, event.motion.y);
        needsFrame_ |= page_.movePointer(pointer_.first, pointer_.second);
        followPointer();
        break;
    case SDL_MOUSEBUTTONDOWN:
        pointer_ = toCssPixels(event.button.x, event.button.y);
        if (event.button.button == SDL_BUTTON_LEFT) needsFrame_ |= page_.press(pointer_.first, pointer_.second);
        if (event.button.button == SDL_BUTTON_X1) needsFrame_ |= page_.goBack();
        if (event.button.button == SDL_BUTTON_X2) needsFrame_ |= page_.goForward();
        break;
    case SDL_MOUSEBUTTONUP:
        pointer_ = toCssPixels(event.button.x, event.button.y);
        if (event.button.button == SDL_BUTTON_LEFT) needsFrame_ |= page_.release(pointer_.first, pointer_.second);
        break;
    case SDL_MOUSEWHEEL:
        needsFrame_ |= handleWheel(event);
        break;
    case SDL_KEYDOWN:
        needsFrame_ |= handleKey(event);
        break;
    case SDL_TEXTEDITING:
        needsFrame_ |= page_.composeText(event.edit.text);
        break;
    case SDL_TEXTINPUT:
        needsFrame_ |= page_.enterText(event.text.text);
        break;
    default:
        break;
    }
    followField();
}

bool WindowLoop::handleKey(const SDL_Event& event) {
    Modifiers modifiers = currentModifiers();
    if (modifiers.control && event.key.keysym.sym == SDLK_q) {
        isOver_ = true;
        return false;
    }
    if (event.key.keysym.sym == SDLK_F5) {
        file_.load(application_, page_.queryString());
        return true;
    }
    std::string_view key = keyName(event.key.keysym.sym);
    return !key.empty() && page_.pressKey(key, modifiers);
}

bool WindowLoop::handleWheel(const SDL_Event& event) {
    float direction = event.wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -1.0f : 1.0f;
    return page_.turnWheel(pointer_.first, pointer_.second, event.wheel.preciseX * kWheelStep * direction,
                           -event.wheel.preciseY * kWheelStep * direction, currentModifiers());
}

bool WindowLoop::handleWindowEvent(const SDL_Event& event) {
    switch (event.window.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        return updateViewport();
    case SDL_WINDOWEVENT_EXPOSED:
        return true;
    case SDL_WINDOWEVENT_LEAVE:
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

void WindowLoop::draw() {
    needsFrame_ = page_.frame(secondsNow());
    auto [width, height] = window_.drawableSize();
    renderer_.draw(application_.drawData(), application_.shapes(), width, height, application_.backgroundColour());
    window_.present();
    nextChange_ = SDL_GetTicks64() + static_cast<std::uint64_t>(application_.millisecondsUntilChange());
    ++frameCount_;
    if (options_.isTraced) {
        std::fprintf(stderr, "frame %d\n", frameCount_);
        for (const std::string& finding : application_.undescribed()) std::fprintf(stderr, "%s\n", finding.c_str());
    }
    followField();
    followPointer();
}

/// An input method shows what it offers beside the field that has the focus.
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
