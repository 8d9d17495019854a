// What activating a node does: an action on the visit's state, or one of two things that leave the state as it is.
#pragma once

#include "explorer/state.h"
#include "semantics/tree.h"

#include <string>
#include <variant>

namespace ui {

/// Puts the text on the clipboard and says so.
struct CopyText {
    std::string text;
};
/// Scrolls the page so that the node is in view and moves the focus there.
struct GoTo {
    semantics::NodeId node = semantics::kNoNode;
};

using Intent = std::variant<explorer::Action, CopyText, GoTo>;

} // namespace ui
