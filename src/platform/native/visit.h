// A visit as a text: what somebody did on the page, step by step, so that it can be recorded, replayed and kept as a
// test. docs/visits.md describes the format.
#pragma once

#include "semantics/query.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace platform {

enum class VisitVerb : std::uint8_t {
    click,        // target: what a screen reader's activation does: focus it, then activate it
    focus,        // target
    key,          // text: a key as DOM's KeyboardEvent.key names it, behind "Shift+", "Control+" or "Alt+"; "Space"
    type,         // text: entered at the focus
    compose,      // text: what an input method is composing
    pointer,      // x, y: moves there
    leave,        // the pointer leaves the window
    press,        // x, y
    release,      // x, y
    wheel,        // x, y, right, down: CSS px
    zoom,         // x, y, down: the wheel with Control
    scroll,       // y: the page
    scrollRegion, // target, x, y: an inner region
    drag,         // target, dx, zoom, x: a gesture on a draggable node, as Application::drag takes it
    resize,       // width, height: CSS px
    scale,        // device px in a CSS px
    fontSize,     // CSS px of the root
    spacing,      // letters, words, least line height: ui::Viewport
    dark,         // yes or no, like the following three
    coarsePointer,
    browserField, // the field paints its own text, as in a browser
    attended,     // ui::Viewport::isAttended
    wait,         // seconds
    back,
    forward,
    reload,
    navigate, // text: the query string of an entry of the history
};

/// A node of the semantics tree: the `place`th (from 1) of those with this role and exactly this accessible name in
/// reading order, or, where a role and a name do not tell it, its id.
struct VisitTarget {
    semantics::NodeId node = semantics::kNoNode; // kNoNode: role, name and place say which
    semantics::Role role = semantics::Role::generic;
    std::string name;
    std::size_t place = 1;
    bool operator==(const VisitTarget&) const = default;
};

struct VisitStep {
    VisitVerb verb = VisitVerb::wait;
    VisitTarget target;
    std::string text;
    std::array<float, 4> numbers = {}; // yes: 1, no: 0
    bool operator==(const VisitStep&) const = default;
};

struct Visit {
    std::string programme; // path of its file, from the folder of the visit's file
    std::string language;  // BCP 47: the visitor's own
    std::string query;     // of the first address, without '?'
    std::vector<VisitStep> steps;
    bool operator==(const Visit&) const = default;
};

struct VisitError {
    std::size_t line = 0; // from 1
    std::string message;
};

/// For every visit whose numbers are finite: parseVisit(formatVisit(visit)) == visit.
[[nodiscard]] std::variant<Visit, VisitError> parseVisit(std::string_view text);
[[nodiscard]] std::string formatVisit(const Visit& visit);
/// The lines before the first step, and one step's line; each ends with a newline.
[[nodiscard]] std::string formatVisitHead(const Visit& visit);
[[nodiscard]] std::string formatVisitStep(const VisitStep& step);

/// How a visit names that node of the tree.
[[nodiscard]] VisitTarget nameVisitTarget(const semantics::Tree& tree, semantics::NodeId node);
/// kNoNode where the tree has no such node.
[[nodiscard]] semantics::NodeId findVisitTarget(const semantics::Tree& tree, const VisitTarget& target);

} // namespace platform
