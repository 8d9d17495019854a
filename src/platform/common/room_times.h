// How long the rooms work on the main thread, and why frames are drawn: for the debug overlay (src/overlay). Only
// programs that have the overlay measure (CE_DEBUG): natively all, on the web the second one. In the page's own program
// all of this is empty.
#pragma once

#if !defined(__EMSCRIPTEN__) && !defined(CE_DEBUG)
#define CE_DEBUG
#endif

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace platform {

enum class Room : std::uint8_t { programme, search, explorer, ui, semantics, render, mirror };
inline constexpr std::size_t kRoomCount = 7;

[[nodiscard]] constexpr const char* roomName(Room room) {
    constexpr std::array<const char*, kRoomCount> kNames = {"programme", "search", "explorer", "ui",
                                                            "semantics", "render", "mirror"};
    return kNames[static_cast<std::size_t>(room)];
}

#ifdef CE_DEBUG

struct RoomTimes {
    std::array<double, kRoomCount> milliseconds{};

    void add(Room room, double duration) { milliseconds[static_cast<std::size_t>(room)] += duration; }
    /// Adds those of `other`, which begin again.
    void take(RoomTimes& other) {
        for (std::size_t room = 0; room < kRoomCount; ++room)
            milliseconds[room] += std::exchange(other.milliseconds[room], 0);
    }
};

/// Adds the time from its construction to its destruction.
class RoomTimer {
public:
    RoomTimer(RoomTimes& times, Room room) : times_(times), room_(room), start_(std::chrono::steady_clock::now()) {}
    ~RoomTimer() {
        const std::chrono::duration<double, std::milli> duration = std::chrono::steady_clock::now() - start_;
        times_.add(room_, duration.count());
    }
    RoomTimer(const RoomTimer&) = delete;
    RoomTimer& operator=(const RoomTimer&) = delete;

private:
    RoomTimes& times_;
    Room room_;
    std::chrono::steady_clock::time_point start_;
};

/// Why the next frame is drawn.
class FrameReasons {
public:
    /// Notes the reason where a frame is needed. Returns `needsFrame`.
    bool note(std::string_view reason, bool needsFrame) {
        if (!needsFrame || text_.find(reason) != std::string::npos) return needsFrame;
        if (!text_.empty()) text_ += ", ";
        text_ += reason;
        return needsFrame;
    }
    /// The reasons since the last call; empty: the platform wanted a frame.
    [[nodiscard]] std::string take() { return std::exchange(text_, {}); }

private:
    std::string text_;
};

#else

struct RoomTimes {};

class RoomTimer {
public:
    RoomTimer(const RoomTimes&, Room) {}
};

class FrameReasons {
public:
    static bool note(std::string_view, bool needsFrame) { return needsFrame; }
};

#endif

} // namespace platform
