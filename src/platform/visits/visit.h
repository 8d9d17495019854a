// A visit: a recording of a user's input, step by step, with its text format (docs/visits.md). Visits are recorded in
// the desktop window, replayed, and kept as tests.
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
    click,        // target: focus it, then activate it, as screen readers do
    focus,        // target
    key,          // text: a key as in KeyboardEvent.key or "Space", after any of "Shift+", "Control+", "Alt+"
    type,         // text: entered into the focused field
    compose,      // text: an input method's composition
    pointer,      // x, y: the pointer moves there
    leave,        // the pointer leaves the window
    press,        // x, y
    shiftPress,   // x, y: with Shift
    release,      // x, y
    doubleClick,  // x, y, yes or no: with Shift or Alt; after its second release
    wheel,        // x, y, deltaX, deltaY: CSS px
    zoom,         // x, y, deltaY: the wheel with Control
    scroll,       // y: the page's scroll position
    scrollRegion, // target, x, y: a scroll container's offset
    drag,         // target, dx, zoom, x: as in Application::drag, without its end
    resize,       // width, height: CSS px
    scale,        // device px in a CSS px
    fontSize,     // CSS px: ui::Viewport::rootFontSize
    spacing,      // letterSpacing, wordSpacing, leastLineHeight of ui::Viewport
    dark,         // yes or no; so are the next three
    coarsePointer,
    browserField, // yes: not ui::Viewport::paintsFieldText
    attended,     // ui::Viewport::isAttended
    wait,         // seconds
    back,
    forward,
    reload,
    navigate, // text: the query string of an entry of the history
};

/// Identifies a node of the semantics tree: as the `place`th (from 1), in reading order, with that role and exactly
/// that accessible name; or, where its role is "generic", by its id.
struct VisitTarget {
    semantics::NodeId node = semantics::kNoNode; // the id; kNoNode: role, name and place identify it
    semantics::Role role = semantics::Role::generic;
    std::string name;
    std::size_t place = 1;
    bool operator==(const VisitTarget&) const = default;
};

struct VisitStep {
    VisitVerb verb = VisitVerb::wait;
    VisitTarget target;
    std::string text;
    std::array<float, 4> numbers = {}; // in the order above; yes: 1, no: 0
    bool operator==(const VisitStep&) const = default;
};

struct Visit {
    std::string programme; // path of its file, relative to the folder of the visit's file
    std::string language;  // the visitor's, BCP 47
    std::string query;     // of the first address, without '?'
    std::vector<VisitStep> steps;
    bool operator==(const Visit&) const = default;
};

struct VisitError {
    std::size_t line = 0; // from 1
    std::string message;
};

/// The visit, or the first error. For every visit whose numbers are finite, parseVisit(formatVisit(visit)) == visit.
[[nodiscard]] std::variant<Visit, VisitError> parseVisit(std::string_view text);
[[nodiscard]] std::string formatVisit(const Visit& visit);
/// The lines before the first step, and the line of a step. Each line ends with a newline.
[[nodiscard]] std::string formatVisitHead(const Visit& visit);
[[nodiscard]] std::string formatVisitStep(const VisitStep& step);

/// The target that identifies that node of the tree.
[[nodiscard]] VisitTarget nameVisitTarget(const semantics::Tree& tree, semantics::NodeId node);
/// The node that the target identifies; kNoNode where the tree has no such node.
[[nodiscard]] semantics::NodeId findVisitTarget(const semantics::Tree& tree, const VisitTarget& target);

} // namespace platform
