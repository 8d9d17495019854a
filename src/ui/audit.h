// Checks that a frame's semantics tree describes all that the frame painted and all that reacts in it. An Audit records
// both while the frame is drawn, in tests and under the desktop window's --trace.
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

/// One sentence for each thing that the tree fails to describe:
///  - painted words without a node that has them at that place;
///  - what reacts to the pointer or has an intent without an interactive node;
///  - an interactive node that does nothing: neither an intent, nor a link for the browser, nor a field.
[[nodiscard]] std::vector<std::string> findUndescribed(const Audit& audit, const semantics::Tree& tree,
                                                       const std::unordered_map<semantics::NodeId, Intent>& intents,
                                                       const std::vector<semantics::ScrollOffset>& offsets,
                                                       float viewportWidth, float viewportHeight);

} // namespace ui
