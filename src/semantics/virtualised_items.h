// The items of a virtualised list (virtualised_list.h) as a tree has them: where each stands, which of them the frame
// described, and the words of the others.
//
// An item's words depend on the programme and its language alone, not on what the visitor chose or typed, so that they
// are described once. Where the items stand depends on both. The two are apart, so that another filter is another
// ItemLayout and nothing else. virtualised_list.cpp has the functions.
#pragma once

#include "semantics/node.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace semantics {

/// Identifies what an item shows, independently of its position: a number less than ListFrame::keyCount.
using ItemKey = std::uint32_t;

/// Text in one language.
struct ItemText {
    std::string language; // BCP 47; empty: the page's
    std::string text;     // lines, separated by '\n'
    bool operator==(const ItemText&) const = default;
};

/// The words of an item: a heading, then paragraphs.
struct ItemWords {
    static constexpr std::size_t kMostParagraphs = 6;
    static constexpr std::uint8_t kHeadingLevel = 3;

    ItemText heading;
    std::vector<ItemText> paragraphs;
    /// Appends a line: to the last paragraph where that has the same language, or where there are kMostParagraphs.
    void append(std::string_view language, std::string_view line);
    bool operator==(const ItemWords&) const = default;
};

/// The words of items, by key. A copy shares with the original all that is not changed later, so that copying and
/// comparing tables of thousands of items is cheap.
class WordTable {
public:
    /// nullptr: the item's words are not known.
    [[nodiscard]] const ItemWords* find(ItemKey key) const;
    void set(ItemKey key, ItemWords words);
    void remove(ItemKey key);
    /// How many items' words are known.
    [[nodiscard]] std::size_t size() const { return size_; }
    /// The keys, in rising order, whose words differ in the two tables.
    [[nodiscard]] static std::vector<ItemKey> findChanged(const WordTable& before, const WordTable& after);
    bool operator==(const WordTable& other) const { return findChanged(*this, other).empty(); }

private:
    static constexpr std::size_t kBlock = 64;
    using Block = std::array<std::shared_ptr<const ItemWords>, kBlock>;
    void put(ItemKey key, std::shared_ptr<const ItemWords> words);

    std::vector<std::shared_ptr<const Block>> blocks_; // nullptr: no words
    std::size_t size_ = 0;
};

/// Where the items stand: in rows of `columns` items, one row below the other. All items of a row are equally high; a
/// last row of fewer items may fill the width. Lengths are CSS px from the list's upper left corner.
struct ItemLayout {
    std::vector<ItemKey> order; // all items; none twice
    std::uint32_t columns = 1;  // not 0
    float itemWidth = 0;
    float gap = 0;           // between columns, and between rows
    std::vector<float> tops; // of each row; one more at the end: where a further row would begin
    float lastItemWidth = 0; // in a last row that fills the width; 0: itemWidth

    /// `place` is an index in `order`.
    [[nodiscard]] Rect rectOf(std::uint32_t place) const;
    /// The indices, in rising order, of the items that overlap the vertical range from `top` to `bottom`.
    [[nodiscard]] std::vector<std::uint32_t> placesBetween(float top, float bottom) const;
    [[nodiscard]] float height() const; // of the list
    bool operator==(const ItemLayout&) const = default;
};

/// An item whose nodes are in Tree::nodes.
struct DescribedItem {
    std::uint32_t place = 0; // index in ItemLayout::order
    NodeId item = kNoNode;   // a child of the list
    bool operator==(const DescribedItem&) const = default;
};

struct VirtualisedItems {
    NodeId list = kNoNode;                    // kNoNode: the tree has no virtualised list
    std::shared_ptr<const ItemLayout> layout; // of `list`; nullptr where there is none
    std::vector<DescribedItem> described;     // in the list's order
    WordTable words;                          // of the list's items, and of others that were in it
    /// Whether list, layout and described items are the same.
    [[nodiscard]] bool isSameList(const VirtualisedItems& other) const;
    bool operator==(const VirtualisedItems& other) const { return isSameList(other) && words == other.words; }
};

/// The nodes of an item that the frame did not describe: a list item with a heading and paragraphs. Their ids are from
/// kFirstRetainedId on, no two items have one in common. Each node is as large as the item: the words are somewhere in
/// it.
[[nodiscard]] std::vector<Node> makeNodes(ItemKey key, const ItemWords& words, NodeId list, const Rect& rect);

} // namespace semantics
