// An Intent: what activating a node does. Either an action that changes the visit's state, or one of five that do not.
#pragma once

#include "base/id_map.h"
#include "explorer/state.h"
#include "semantics/tree.h"

#include <string>
#include <variant>

namespace ui {

/// Copies the text to the clipboard and shows that it was copied. Of a link that is left to the browser: before the
/// browser follows it.
struct CopyText {
    std::string text;
    std::string announcement; // what screen readers are told, in the interface's language
};
/// Hands the text to what the platform shares texts with (Viewport::canShare).
struct ShareText {
    std::string title;
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

/// Shows the node's tooltip until something else happens: the answer of a control that refuses, where there is no
/// pointer to hover over it.
struct ShowTip {};

using Intent = std::variant<explorer::Action, CopyText, ShareText, GoTo, ShowKeys, ShowTip>;

/// What activating each node does.
using Intents = base::IdMap<Intent>;

} // namespace ui
