// What a frame painted and what reacted in it, to be held against the tree that describes the frame: nothing textual
// and nothing that can be acted on is left out. Recorded where somebody asks for it (tests, the desktop window's
// --trace).
#pragma once

#include "semantics/query.h"
#include "ui/intent.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace ui {

struct Audit {
    struct PaintedLine {
        float x = 0, y = 0; // upper left corner of the line's box on the surface, CSS px
        std::string words;
    };
    std::vector<PaintedLine> lines;
    std::vector<semantics::NodeId> reacting; // asked whether the pointer is on them, or given an intent

    void clear() {
        lines.clear();
        reacting.clear();
    }
};

/// What the tree does not tell of the frame, a sentence each:
///  - painted words without a node that has them at that place;
///  - what reacts to the pointer or has an intent without an interactive node;
///  - an interactive node that does nothing: neither an intent, nor a link for the browser, nor a field.
std::vector<std::string> findUndescribed(const Audit& audit, const semantics::Tree& tree,
                                         const std::unordered_map<semantics::NodeId, Intent>& intents,
                                         const std::vector<semantics::ScrollOffset>& offsets, float viewportWidth,
                                         float viewportHeight);

} // namespace ui
