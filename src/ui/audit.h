// Checks that a frame's semantics tree describes all that the frame painted and all that can be activated. An Audit
// records both while the frame is drawn: in tests, and in the desktop window with --trace.
#pragma once

#include "semantics/query.h"
#include "ui/intent.h"

#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct Audit {
    struct PaintedLine {
        float x = 0, y = 0; // upper left corner of the line's box on the surface when it is at rest, CSS px
        std::string text;
    };
    std::vector<PaintedLine> lines;
    /// Of what is being painted (Frame::beginMotion): how far it is from its place, CSS px.
    struct Moved {
        float x = 0, y = 0;
        bool isLeaving = false; // it is not on the page any more: no node describes it
    };
    Moved moved;
    void notePainted(float x, float y, std::string_view text) {
        if (!moved.isLeaving) lines.push_back({x - moved.x, y - moved.y, std::string(text)});
    }
    /// Nodes that react: drawing them asked whether they are hovered, or gave them an intent.
    std::vector<semantics::NodeId> reacting;

    void clear() {
        lines.clear();
        reacting.clear();
    }
};

/// A sentence for each finding:
///  - painted text without a node that has it at that place, which is its place at rest where it moves. What fades out
///    is left out: it has no node any more;
///  - a reacting node (Audit::reacting) that is not in the tree or not interactive;
///  - an interactive node that does nothing: it has no intent, is no field and no link that the browser follows.
/// `viewportWidth` and `viewportHeight` in CSS px.
[[nodiscard]] std::vector<std::string> findUndescribed(const Audit& audit, const semantics::Tree& tree,
                                                       const Intents& intents,
                                                       const std::vector<semantics::ScrollOffset>& offsets,
                                                       float viewportWidth, float viewportHeight);

} // namespace ui
