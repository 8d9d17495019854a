// An Intent: what activating a node does. Either an action that changes the visit's state, or one of three that do not.
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
/// Scrolls the page to the node and moves the focus to it, or to the first card in it.
struct GoTo {
    semantics::NodeId node = semantics::kNoNode;
};
/// Opens or closes the dialog with the list of keys.
struct ShowKeys {
    bool isOpen = false;
};

using Intent = std::variant<explorer::Action, CopyText, GoTo, ShowKeys>;

} // namespace ui
