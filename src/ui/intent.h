// What activating a node means: an action of the visit, or something that the visit's state does not hold.
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
