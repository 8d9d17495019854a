// A node of the tree of meaning (tree.h): what it is, what it is called, where it stands.
#pragma once

#include "base/colour.h"

#include <cstdint>
#include <string>
#include <vector>

namespace semantics {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0;
inline constexpr NodeId kRootId = 1;
/// Ids from here on are no path's: they belong to a virtualised list's retained items (virtualised_list.h).
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

/// What a node is. roles.h says what each is called in ARIA and which element the mirror makes for it.
enum class Role : std::uint8_t {
    generic,
    text, // a leaf with lines; inside a paragraph, heading, link, button …
    paragraph,
    heading, // of a `level`
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
    tooltip, // over everything, while its owner is pointed at
    term,
    definition,
    definitionList,
    root, // the mirror's own element; stands last
};

/// A state that many nodes do not have at all.
enum class Tristate : std::uint8_t { absent, no, yes };

/// Where the node stays when its scrolling region moves: CSS `position: sticky` with `offset` from that edge. Its rect
/// is its place when nothing is scrolled; it stays inside its parent.
enum class Stick : std::uint8_t { none, top, bottom };

/// A colour as painted, a type of its own so that it is written as a colour (diff.h, toJson). 0: nothing is painted.
struct Colour {
    base::Colour value = 0;
    bool operator==(const Colour&) const = default;
};

/// The font that a text node was painted with.
struct TextStyle {
    float size = 0; // CSS px
    std::uint16_t weight = 400;
    float lineHeight = 0;  // CSS px
    float tracking = 0;    // CSS px added to each character's advance
    float wordSpacing = 0; // CSS px added to each space's advance
    bool hasTabularFigures = false;
    bool operator==(const TextStyle&) const = default;
};

/// members.h has a row for each member that leaves the program.
struct Node {
    Role role = Role::generic;
    std::string name;        // aria-label; see invariant 4
    std::string description; // aria-description
    std::string value;       // text of a field
    std::string placeholder;
    std::string sign; // stands for the node's picture where there are only words ("★" for a star)
    std::string href;
    std::string linkLanguage; // BCP 47 of what the link leads to (hreflang); empty: not known
    std::string download;     // file name: the link saves instead of navigating
    std::string language;     // BCP 47, where it differs from that of the node around it
    std::uint8_t level = 0;   // heading
    Tristate pressed = Tristate::absent;
    Tristate checked = Tristate::absent;
    Tristate expanded = Tristate::absent;
    Tristate current = Tristate::absent; // aria-current=true
    bool isDisabled = false;             // aria-disabled: stays reachable
    bool isInteractive = false;          // can be activated, typed in or focused
    bool isSkippedByTab = false;      // for the pointer alone: the same can be done elsewhere by keyboard (tabindex=-1)
    bool isHiddenFromPointer = false; // nothing is painted: reached by keys and assistive technology alone
    /// Painted words that say nothing new to a screen reader (aria-hidden), still found and copied.
    bool isDecorative = false;
    bool opensNewTab = false;     // target=_blank rel=noopener
    bool isDraggable = false;     // pointer drags and Ctrl+wheel on it go to the program (the timeline)
    NodeId composite = kNoNode;   // the widget of which this is a member: see composite.h
    NodeId companionOf = kNoNode; // the member with which this goes
    bool isLeftToBrowser = false; // activating the link is the browser's business alone (it leaves the page)
    Rect rect;
    Stick stick = Stick::none;
    float stickOffset = 0;       // CSS px from that edge
    std::uint8_t scrollAxes = 0; // 1: horizontal, 2: vertical; a real scroll container with its own content
    float contentWidth = 0, contentHeight = 0; // of a scrolling region, CSS px
    TextStyle textStyle;                       // text nodes and the search field
    std::vector<std::string> lines;            // text nodes: one entry a painted line, each with the
                                               // space at its end at which it was broken
    bool isCut = false;                        // of the last line the beginning alone is painted
    Colour colour;                             // of the text; 0 where nothing of it is painted

    // Set by TreeBuilder.
    NodeId id = kNoNode;
    NodeId parent = kNoNode;

    bool operator==(const Node&) const = default;
};

} // namespace semantics
