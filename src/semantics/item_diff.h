// The part of diff() that compares the items of virtualised lists.
#pragma once

#include "semantics/diff.h"

namespace semantics {

/// Appends to `update` what turns the sequence `before` into `after`: added, changed and removed retained items, and
/// the insertions that put all items in order. Adding, changing and removing described items is not done here: they are
/// among the tree's nodes. Chunks that both sequences share cost no time.
void diffItems(NodeId list, const ItemSequence& before, const ItemSequence& after, Update& update);

} // namespace semantics
