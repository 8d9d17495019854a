// The whole page: which parts stand where at which width. A function of the model; the only state that it keeps is the
// frame's.
#pragma once

#include "ui/frame.h"

namespace ui {

/// Draws and describes the page; returns its height, CSS px.
float drawScreen(Frame& frame);

/// Instead of the page, where a programme's file is wrong: what is wrong with it, with the places.
float drawProblems(Frame& frame, std::span<const programme::Problem> problems);

/// The id of a node by its path of keys from the root.
NodeId nodeAt(std::initializer_list<std::string_view> path);

/// Where the focus goes when a challenge opens as a page of its own, or the skills do.
NodeId detailCloseButton();
NodeId filtersCloseButton();
/// The list of keys.
NodeId keysRegion();

} // namespace ui
