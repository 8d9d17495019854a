// The tree of meaning: what is on screen, as the page's DOM mirror, the tests and the keyboard read it.
//
// Invariants:
// 1. A Tree lists its nodes in reading order (pre-order): a node stands before its children and after its elder
//    siblings. nodes[0] is the root, its own parent.
// 2. A NodeId is the hash of the path of keys from the root (never of a label, a position or an index that moves), so
//    it is the same in every frame in which the thing is there.
// 3. A node's rectangle is relative to its parent's content: scrolling a region or moving a card changes one number,
//    not those of everything in it.
// 4. Painted words are `text` nodes, with the lines as painted. `name` is set only where the words themselves do not
//    make a good accessible name (an icon; "Python, 4 challenges").
//
// Building, once a frame, by ui/:
//
//     builder.open("results", {.role = Role::region, .rect = …});
//     builder.add("title", {.role = Role::text, …});
//     builder.close();
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace semantics {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0;

/// CSS px.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
};

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

/// 0xAABBGGRR, as painted.
struct Colour {
    std::uint32_t value = 0;
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

struct Tree {
    std::vector<Node> nodes;
    std::string language; // BCP 47 of the page

    const Node* find(NodeId id) const; // nullptr where there is none
    /// Place in `nodes`; nothing where there is none.
    std::optional<std::size_t> indexOf(NodeId id) const;
    std::vector<NodeId> childrenOf(NodeId id) const;
    /// One past the place of the last node below the one at `place`; size() and beyond give size().
    std::size_t endOf(std::size_t place) const;
    bool operator==(const Tree&) const = default;
};

inline constexpr NodeId kRootId = 1;
/// Ids from here on are no path's: they belong to nodes that are kept from frame to frame instead of being described in
/// each (platform/common/far_cards.h).
inline constexpr NodeId kFirstKeptId = 0x80000000u;
/// The id of the child that has this key under that parent (FNV-1a over the parent's id and the key; never kNoNode or
/// kRootId, always below kFirstKeptId).
NodeId childId(NodeId parent, std::string_view key);

class TreeBuilder {
public:
    TreeBuilder() { begin({}, {}); }
    /// Starts an empty tree whose root covers that rectangle.
    void begin(std::string_view language, Rect rootRect);
    /// Adds a node below the open one and opens it. Keys differ between siblings; where they do not (or two ids happen
    /// to be the same), the later node's key counts as "key#2", "key#3" and so on, so that ids always differ.
    NodeId open(std::string_view key, Node node);
    /// Closes the node opened last. The root stays open.
    void close();
    /// open() and close() at once.
    NodeId add(std::string_view key, Node node);
    /// The node opened last (the root at first).
    Node& current();
    NodeId currentId() const;
    /// A node added in this frame, to complete it (its height is known last); nullptr where there is none. Valid, as
    /// current(), until the next open().
    Node* find(NodeId id);
    /// Ends the frame. Every open() has its close().
    Tree finish();
    /// Takes the memory of a tree that is not needed any more, before the next begin().
    void recycle(Tree tree);

private:
    NodeId makeId(NodeId parent, std::string_view key);

    Tree tree_;
    std::vector<std::size_t> openNodes_;                    // places in tree_.nodes
    std::unordered_map<NodeId, std::size_t> places_;        // of each node
    std::unordered_map<NodeId, std::uint32_t> repetitions_; // of each id that was wanted more than once
};

/// The node's name as a screen reader says it (https://www.w3.org/TR/accname-1.2/, the part that applies here): `name`;
/// else, for the roles that are named by their content (text, heading, link, button, checkbox), their words and the
/// names of what is in them, in reading order, joined by spaces, decorative ones left out; else, for a search field,
/// its placeholder. Empty for other roles.
std::string accessibleName(const Tree& tree, NodeId id);
/// The same for a node that stands in `tree.nodes`.
std::string accessibleName(const Tree& tree, const Node& node);

/// The words of its lines, as they were before they were broken into these.
std::string wordsOf(const Node& node);

/// All words of the node and below it, nodes joined by single spaces.
std::string textContent(const Tree& tree, NodeId id);

/// The rectangle in the root's coordinates when every region is scrolled to its start.
Rect absoluteRect(const Tree& tree, NodeId id);

} // namespace semantics
