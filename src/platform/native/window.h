// An SDL window with an OpenGL 3.3 core context.
#pragma once

#include <memory>
#include <string>
#include <utility>

struct SDL_Window;

namespace platform {

class Window {
public:
    /// Null where there is no display or no OpenGL 3.3; stderr says why. The size is in the display's units: pixels, or
    /// points where the display counts in points.
    [[nodiscard]] static std::unique_ptr<Window> open(int width, int height, bool isHidden);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] SDL_Window* handle() const { return window_; }
    [[nodiscard]] std::pair<int, int> size() const; // in the display's units
    std::pair<int, int> drawableSize() const;       // device px
    void setTitle(const std::string& title);
    void resize(int width, int height); // in the display's units
    void present();

private:
    Window() = default;
    SDL_Window* window_ = nullptr;
    void* context_ = nullptr; // SDL_GLContext
};

} // namespace platform
