// A virtualised list: of thousands of items a frame describes only those in the viewport and in the overscan around it.
// Of the others the tree keeps the text, so that find-in-page and screen readers have the whole list. An item is
//
//   described   in the viewport or the overscan: this frame's Tree::nodes have its nodes, interactive ones included;
//   retained    outside of these: only its text nodes, described once and kept between frames with ids of their own;
//   missing     not yet in the tree: only the list's height takes it into account.
//
// A frame describes its items and then calls follow(). The rest of the work (items outside of the described ones that
// were added, removed or changed) is done after the frame in slices, short enough not to delay the next frame:
//
//     list.beginSlice();
//     while (const auto place = list.nextPlace()) list.retain(*place, describeWordsOf(*place));
//     list.endSlice(tree);
//
// Invariants:
// 1. Tree::virtualised is exactly what the mirror has, including stale items, so that diff() is the only source of
//    updates.
// 2. An item is *placed* or not. Placed items are in the list's order; the others are at any position until a slice
//    moves or removes them. Described items are placed.
// 3. A retained item keeps its ids as long as its number of nodes does not grow. No two items have an id in common.
// 4. Where isComplete() holds, each item of the list is described, or retained with its present text and position; all
//    are placed; and there are no other items.
#pragma once

#include "semantics/item_sequence.h"
#include "semantics/tree.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace semantics {

/// Identifies what an item shows, independently of its position: a number less than ListFrame::keyCount.
using ItemKey = std::uint32_t;

struct DescribedItem {
    std::uint32_t place = 0; // index in the list
    NodeId item = kNoNode;   // a child of the list
    bool operator==(const DescribedItem&) const = default;
};

/// The list in one frame.
struct ListFrame {
    NodeId list = kNoNode;                       // kNoNode: the frame has no list
    const std::vector<ItemKey>& order;           // all items
    const std::vector<DescribedItem>& described; // in the list's order
    std::uint32_t version = 0;                   // changes when texts or rectangles of items may have changed
    std::size_t keyCount = 0;
    bool isVirtualised = false; // false: all items are described
};

class VirtualisedList {
public:
    /// To be called after each frame, with its tree. Sets `tree.virtualised`.
    void follow(const ListFrame& frame, Tree& tree);
    /// Whether no work is left for slices.
    [[nodiscard]] bool isComplete() const { return !isPending_; }

    void beginSlice() { cost_ = 0; }
    /// The index in the list of the next item whose text is to be described; nothing: the slice ends.
    [[nodiscard]] std::optional<std::uint32_t> nextPlace();
    /// Takes the nodes of that item: its own first, then its text nodes. Their ids and parents are set here.
    void retain(std::uint32_t place, std::vector<Node> nodes);
    /// Sets `tree.virtualised`. `tree` is that of the last frame.
    void endSlice(Tree& tree);

    /// Call when the keys get another meaning: the next frame removes all retained items.
    void reset();

private:
    enum class Status : std::uint8_t { missing, described, retained };

    struct Item {
        Status status = Status::missing;
        bool isPlaced = false;
        std::uint32_t version = 0;                    // version of the list in which it was retained
        NodeId id = kNoNode;                          // of its node in the tree
        NodeId firstOwnId = kNoNode;                  // the first of the ids that it has while retained
        std::size_t ownIdCount = 0;                   // how many ids from firstOwnId on belong to it
        std::shared_ptr<const RetainedItem> retained; // its nodes, while it is retained
    };

    void leave(const Tree& tree);
    void takeOrder(const std::vector<ItemKey>& order);
    void takeDescribed(const ListFrame& frame);
    void removeRetained(Item& item);
    void insert(Item& item, std::uint32_t place);
    [[nodiscard]] NodeId idAfter(std::uint32_t place) const;
    void setIds(Item& item, std::vector<Node>& nodes);
    void writeTo(Tree& tree);

    NodeId list_ = kNoNode;
    std::vector<Item> items_;           // by key
    std::vector<std::uint32_t> places_; // by key: index in order_; kNowhere: not in the list
    std::vector<ItemKey> order_;
    std::vector<ItemKey> described_; // keys, of the last frame
    ItemSequence sequence_;
    ItemEdits edits_; // not yet applied to sequence_
    std::size_t retainedCount_ = 0;
    std::uint32_t version_ = 0;
    NodeId nextId_ = kFirstRetainedId;
    bool isAllDescribed_ = true; // all items are described, so that the tree has no virtualised list
    bool isPending_ = false;
    std::size_t nextKey_ = 0;      // the next of items_ to check for having left the list
    std::uint32_t placesLeft_ = 0; // the items of order_ before this index are still to be checked, from back to front
    std::size_t cost_ = 0;         // of the present slice (kMostCost)
};

} // namespace semantics
