// The part of diff() that is about the items of a virtualised list.
#pragma once

#include "semantics/diff.h"

namespace semantics {

/// What brings the list's retained items and the order of all its items from the one sequence to the other. Described
/// items come, change and go with the tree's nodes; here they are only put in order. What both share costs nothing.
void diffItems(NodeId list, const ItemSequence& before, const ItemSequence& after, Update& update);

} // namespace semantics
