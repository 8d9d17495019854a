// A node of the semantics tree (tree.h): its role, accessible name, states, rectangle and text.
#pragma once

#include "base/colour.h"

#include <cstdint>
#include <string>
#include <vector>

namespace semantics {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0;
inline constexpr NodeId kRootId = 1;
/// Ids from here on are not hashes of paths: the retained items of a virtualised list have them (virtualised_items.h).
inline constexpr NodeId kFirstRetainedId = 0x80000000u;

/// CSS px.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
};

/// Whether the point lies in the rectangle: the left and upper edges belong to it, the right and lower ones do not.
[[nodiscard]] constexpr bool contains(const Rect& rect, float x, float y) {
    return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

/// roles.h has the ARIA role and the HTML element of each.
enum class Role : std::uint8_t {
    generic,
    text, // a leaf with lines; inside a paragraph, heading, link, button …
    paragraph,
    heading, // Node::level says which
    link,
    button,
    checkbox,
    searchField,
    list,
    listItem,
    article,
    image, // needs a name
    group,
    region, // needs a name
    search,
    banner,
    main,
    complementary,
    contentInfo,
    status,  // announced politely when its text changes
    tooltip, // painted over everything else while its owner is hovered or focused
    term,
    definition,
    definitionList,
    table, // of rows, each of cells; needs a name
    row,
    columnHeader,
    rowHeader,
    cell,
    dialog, // modal: what lies below is inert (Node::isInert)
    slider, // Node::value says where it stands
    root,   // the mirror's outermost element; must be the last enumerator
};

/// A state such as "pressed", which most nodes do not have.
enum class Tristate : std::uint8_t { absent, no, yes };

/// The edge of its scroll container at which the node stays while the content scrolls: CSS `position: sticky` with
/// Node::stickOffset as the inset. Its rect is its place when nothing is scrolled; it does not leave its parent.
enum class Stick : std::uint8_t { none, top, bottom };

/// A colour as painted, a type of its own so that it is written as a colour (diff.h, toJson). 0: nothing is painted.
struct Colour {
    base::Colour value = 0;
    bool operator==(const Colour&) const = default;
};

/// The font with which text was painted.
struct TextStyle {
    float size = 0; // CSS px
    std::uint16_t weight = 400;
    float lineHeight = 0;  // CSS px
    float tracking = 0;    // CSS px added to each character's advance
    float wordSpacing = 0; // CSS px added to each space's advance
    bool hasTabularFigures = false;
    bool operator==(const TextStyle&) const = default;
};

/// members.h has a row for each member that is sent to the mirror.
struct Node {
    Role role = Role::generic;
    std::string name;                                     // aria-label; see invariant 4 of tree.h
    std::string description;                              // aria-description
    std::string value;                                    // text of a field; of a slider, aria-valuetext
    float sliderLeast = 0, sliderMost = 0, sliderNow = 0; // aria-valuemin, aria-valuemax, aria-valuenow
    std::string placeholder;
    std::string sign; // shown in place of the node's picture where nothing is painted ("★" for a star)
    std::string href;
    std::string linkLanguage; // hreflang: BCP 47 of the link's target; empty: not known
    std::string download;     // file name: the link saves its target instead of navigating
    std::string language;     // BCP 47; empty: the language of the nearest ancestor that has one
    std::uint8_t level = 0;   // of a heading, 1 to 6
    Tristate pressed = Tristate::absent;
    Tristate checked = Tristate::absent;
    Tristate expanded = Tristate::absent;
    Tristate current = Tristate::absent; // aria-current=true
    /// Of a child of the root: it lies below a dialog. Neither the pointer nor the keyboard nor a screen reader reaches
    /// it or anything in it.
    bool isInert = false;
    bool isDisabled = false;          // aria-disabled: it can still get the focus
    bool isInteractive = false;       // can be activated, typed into or focused
    bool isSkippedByTab = false;      // tabindex=-1: a composite's member or companion that is not its tab stop
    bool isHiddenFromPointer = false; // it is not painted: only the keyboard and assistive technology reach it
    /// aria-hidden: painted text that repeats what a name already says. Find-in-page and copying still reach it.
    bool isDecorative = false;
    bool opensNewTab = false; // target=_blank rel=noopener
    /// Drags on it are sent to the program: of a button those up and down (a row's handle), of the timeline those
    /// sideways and Ctrl+wheel.
    bool isDraggable = false;
    NodeId composite = kNoNode;   // the widget whose member this is (composite.h)
    NodeId companionOf = kNoNode; // the member whose companion this is (composite.h)
    bool isLeftToBrowser = false; // the browser follows the link, the program does not: it leaves the page
    Rect rect;
    Stick stick = Stick::none;
    float stickOffset = 0;                     // CSS px between that edge and the node
    std::uint8_t scrollAxes = 0;               // 1: horizontal, 2: vertical, 3: both; 0: not a scroll container
    float contentWidth = 0, contentHeight = 0; // of a scroll container's content, CSS px
    TextStyle textStyle;                       // of text nodes and the search field
    /// Of text nodes: an entry for each painted line, which ends with a space where the line was broken at one.
    std::vector<std::string> lines;
    bool isCut = false; // the end of the last line is not painted, for want of room
    Colour colour;      // of the text; 0: it is not painted

    // Set by TreeBuilder.
    NodeId id = kNoNode;
    NodeId parent = kNoNode;

    bool operator==(const Node&) const = default;
};

/// Whether it moves a row up and down: all other draggable nodes move sideways.
[[nodiscard]] inline bool isHandle(const Node& node) {
    return node.isDraggable && node.role == Role::button;
}

} // namespace semantics
