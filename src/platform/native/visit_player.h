// Plays the steps of a visit on a Page, with or without a window.
#pragma once

#include "platform/native/page.h"
#include "platform/native/visit.h"

#include <functional>
#include <string>
#include <string_view>

namespace platform {

/// Where a visit is played.
struct VisitStage {
    Application& application;
    Page& page;
    std::function<void()> reload; // the programme's file is read again
    /// What the steps have set: all but scrollTop and seconds. Whoever owns a window makes it as large.
    ui::Viewport viewport;
    double seconds = 0; // the clock of the frames
};

/// Does what the step says. False where it names a node that the last frame does not have; nothing happens then.
/// A frame is to be drawn afterwards, and after a step that stands before the first frame none need be.
[[nodiscard]] bool playStep(const VisitStep& step, VisitStage& stage);
/// A key as a step names it.
[[nodiscard]] std::string formatKey(std::string_view key, Modifiers modifiers);
/// Whether the step sets the viewport alone, so that it may stand before the first frame.
[[nodiscard]] bool setsViewport(const VisitStep& step);

/// Plays the whole visit on an application that has loaded its programme, without a window, each step after the page
/// has come to rest. The first step that could not be played, as its line says it; empty where all could.
[[nodiscard]] std::string playWithoutWindow(Application& application, const Visit& visit, const ui::Viewport& viewport,
                                            const std::function<void()>& reload);

} // namespace platform
