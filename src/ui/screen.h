// The whole page: which parts stand where at which width. It depends on the model alone and keeps no state.
#pragma once

#include "ui/frame.h"

#include <span>
#include <string_view>

namespace ui {

/// Draws and describes the page; returns its height, CSS px.
float drawScreen(Frame& frame);

/// In the page's place where a programme's file has errors: lists them with their places. Returns the height, CSS px.
float drawProblems(Frame& frame, std::span<const programme::Problem> problems);

/// The id of a node by its path of keys from the root.
[[nodiscard]] NodeId nodeAt(std::initializer_list<std::string_view> path);

/// What gets the focus when a challenge, or the filter, opens as a page of its own.
[[nodiscard]] NodeId detailCloseButton();
[[nodiscard]] NodeId filtersCloseButton();
/// The section that lists the keyboard shortcuts.
[[nodiscard]] NodeId keysRegion();

} // namespace ui
