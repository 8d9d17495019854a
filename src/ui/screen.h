// The whole page: which parts are shown, and where, at each width. It keeps no state: the page is a function of the
// Model.
#pragma once

#include "ui/frame.h"

#include <span>
#include <string_view>

namespace ui {

/// Draws and describes the page; returns its height, CSS px.
float drawScreen(Frame& frame);

/// Draws, in place of the page, the errors of a programme's file with their lines and columns. Returns the height, CSS
/// px.
float drawProblems(Frame& frame, std::span<const programme::DescribedProblem> problems);

/// The id of a node by its path of keys from the root.
[[nodiscard]] NodeId nodeAt(std::initializer_list<std::string_view> path);

/// The search field of the page with the list of challenges.
[[nodiscard]] NodeId searchFieldIn(const Viewport& viewport);

/// Whether the filter fills the screen: on a phone, where the element has the web page to itself.
[[nodiscard]] bool isFiltersPage(const explorer::State& state, const Viewport& viewport);

/// The region with the list of challenges, and in it the heading with their number.
[[nodiscard]] NodeId resultsIn(const Viewport& viewport);
[[nodiscard]] NodeId resultsHeading(const Viewport& viewport);

/// The nodes that get the focus when a challenge, the filter, or the shortlist or its comparison opens as a page of
/// its own.
[[nodiscard]] NodeId detailCloseButton();
[[nodiscard]] NodeId filtersCloseButton();
[[nodiscard]] NodeId shortlistHeading();
/// The open challenge beside the list.
[[nodiscard]] NodeId detailPanel();
/// The dialog that lists the keyboard shortcuts.
[[nodiscard]] NodeId keysDialog();
/// Whether there may be a keyboard: then the page has that dialog.
[[nodiscard]] bool hasKeys(const Viewport& viewport);

} // namespace ui
