// An Intent: what activating a node does. Either an action that changes the visit's state, or one of two that do not.
#pragma once

#include "explorer/state.h"
#include "semantics/tree.h"

#include <string>
#include <variant>

namespace ui {

/// Copies the text to the clipboard and shows that it was copied.
struct CopyText {
    std::string text;
};
/// Scrolls the page to the node and moves the focus to it.
struct GoTo {
    semantics::NodeId node = semantics::kNoNode;
};

using Intent = std::variant<explorer::Action, CopyText, GoTo>;

} // namespace ui
