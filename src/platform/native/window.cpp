#include "platform/native/window.h"

#include <SDL.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace platform {

namespace {

void requestOpenGl() {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
}

bool isSet(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

/// Lets SDL try the displays that there are and nothing else: otherwise it goes on to Wayland's library, which writes a
/// message of its own to stderr, to the bare console, and to drivers that show nothing. False where there is no
/// display. SDL_VIDEODRIVER in the environment has precedence, for who wants one of those.
bool chooseDisplay() {
    if (isSet("SDL_VIDEODRIVER")) return true;
    std::string drivers;
    if (isSet("WAYLAND_DISPLAY")) drivers = "wayland";
    if (isSet("DISPLAY")) drivers = drivers.empty() ? "x11" : "x11,wayland"; // X11 first, as SDL 2 does
    if (drivers.empty()) return false;
    SDL_SetHint(SDL_HINT_VIDEODRIVER, drivers.c_str());
    return true;
}

} // namespace

std::unique_ptr<Window> Window::open(int width, int height, bool isHidden) {
    std::unique_ptr<Window> window(new Window);
    if (!chooseDisplay()) {
        std::fputs("There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.\n", stderr);
        return nullptr;
    }
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    // SDL keeps the screen awake by default.
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        std::fprintf(stderr, "There is no display: %s\n", SDL_GetError());
        return nullptr;
    }
    requestOpenGl();
    Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (isHidden) flags |= SDL_WINDOW_HIDDEN;
    window->window_ =
        SDL_CreateWindow("Challenge Explorer", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags);
    if (window->window_) window->context_ = SDL_GL_CreateContext(window->window_);
    if (!window->context_) {
        std::fprintf(stderr, "There is no OpenGL 3.3: %s\n", SDL_GetError());
        return nullptr;
    }
    SDL_GL_SetSwapInterval(1);
    return window;
}

Window::~Window() {
    if (context_) SDL_GL_DeleteContext(context_);
    if (window_) SDL_DestroyWindow(window_);
    SDL_Quit();
}

void Window::resize(int width, int height) {
    SDL_SetWindowSize(window_, width, height);
}

std::pair<int, int> Window::size() const {
    std::pair<int, int> size;
    SDL_GetWindowSize(window_, &size.first, &size.second);
    return size;
}

std::pair<int, int> Window::drawableSize() const {
    std::pair<int, int> size;
    SDL_GL_GetDrawableSize(window_, &size.first, &size.second);
    return size;
}

void Window::setTitle(const std::string& title) {
    SDL_SetWindowTitle(window_, title.c_str());
}

void Window::present() {
    SDL_GL_SwapWindow(window_);
}

} // namespace platform
