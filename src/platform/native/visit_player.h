// Plays the steps of a visit (visit.h) on a Page, with or without a window.
#pragma once

#include "platform/native/page.h"
#include "platform/visits/visit.h"

#include <functional>
#include <string>
#include <string_view>

namespace platform {

/// What a visit is played on.
struct VisitStage {
    Application& application;
    Page& page;
    std::function<void()> reload; // reads the programme's file again
    /// As the steps have set it, without scrollTop and seconds. The owner of a window adapts its size.
    ui::Viewport viewport;
    double seconds = 0; // Viewport::seconds of the next frame
};

/// Plays a step. False, and nothing happens, where its target is not in the last frame's tree. A frame has to be drawn
/// afterwards; only steps that set the viewport may be played before the first frame.
[[nodiscard]] bool playStep(const VisitStep& step, VisitStage& stage);
/// The text of a `key` step.
[[nodiscard]] std::string formatKey(std::string_view key, Modifiers modifiers);
/// Whether the step only sets the viewport.
[[nodiscard]] bool setsViewport(const VisitStep& step);

/// Plays the whole visit without a window, drawing frames after each step until none is needed. Precondition: the
/// application has loaded the visit's programme. Returns the line of the first step that could not be played; empty:
/// none.
///
/// Where the viewport has motion, only time that a step `wait` takes brings it forward; `hasWaited`, if given, is
/// called after the frame of each.
[[nodiscard]] std::string playWithoutWindow(Application& application, const Visit& visit, const ui::Viewport& viewport,
                                            const std::function<void()>& reload,
                                            const std::function<void()>& hasWaited = {});

} // namespace platform
