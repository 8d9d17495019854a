// A virtualised list: of thousands of items a frame describes only those in the viewport and in the overscan around it.
// Of the others the tree keeps the words at their place, so that find-in-page and a screen reader that reads on have
// the whole list.
//
//   described   in the viewport or the overscan: this frame's Tree::nodes have it, with all that can be acted on
//   retained    outside: its words alone, described once and kept from frame to frame under ids of their own
//   missing     nothing is told of it yet: the list's height has its room
//
// A frame describes its items and calls follow(); what that leaves to do (items that came, went or changed outside of
// what is described) is done after the frame in slices that are short enough not to delay the next one:
//
//     list.beginSlice();
//     while (const auto place = list.nextPlace()) list.retain(*place, describeWordsOf(*place));
//     list.endSlice(tree);
//
// Invariants:
// 1. Tree::virtualised is what the mirror has, stale items included, so that diff() is the only source of updates.
// 2. Each item is *placed* or not. Those that are stand in the list's order; the others stand anywhere, until a slice
//    moves or removes them. Described items are placed.
// 3. A retained item keeps its ids as long as its nodes are not more than before. No id is given to two items.
// 4. Where isComplete() holds, each item of the list is described, or retained with the words and the place that it has
//    in the list's present version; all are placed; and there are no others.
#pragma once

#include "semantics/item_sequence.h"
#include "semantics/tree.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace semantics {

/// What an item shows, wherever in the list it stands: a number below ListFrame::keyCount.
using ItemKey = std::uint32_t;

struct DescribedItem {
    std::uint32_t place = 0; // in the list
    NodeId item = kNoNode;   // a child of the list
    bool operator==(const DescribedItem&) const = default;
};

/// What a frame says of the list.
struct ListFrame {
    NodeId list = kNoNode; // kNoNode: the frame does not have it
    const std::vector<ItemKey>& order;
    const std::vector<DescribedItem>& described; // in the list's order
    std::uint32_t version = 0;                   // another one where words or places of items may be others
    std::size_t keyCount = 0;
    bool isVirtualised = false; // else all items are described
};

class VirtualisedList {
public:
    /// After a frame. Sets `tree.virtualised`.
    void follow(const ListFrame& frame, Tree& tree);
    /// Whether there is nothing left for slices.
    [[nodiscard]] bool isComplete() const { return !isPending_; }

    void beginSlice() { cost_ = 0; }
    /// An item whose words are to be described; nothing at the end of the slice.
    [[nodiscard]] std::optional<std::uint32_t> nextPlace();
    /// The item's node first, then its words. Ids and parents are set here.
    void retain(std::uint32_t place, std::vector<Node> nodes);
    /// Sets `tree.virtualised`, in the tree of the last frame.
    void endSlice(Tree& tree);

    /// The keys stand for other things from now on: what is retained goes with the next frame.
    void reset();

private:
    enum class Status : std::uint8_t { missing, described, retained };

    struct Item {
        Status status = Status::missing;
        bool isPlaced = false;
        std::uint32_t version = 0;                    // of the list, when it was retained
        NodeId id = kNoNode;                          // in the tree
        NodeId firstOwnId = kNoNode;                  // the first of those that it has while it is retained
        std::size_t ownIdCount = 0;                   // so many from there on are its own
        std::shared_ptr<const RetainedItem> retained; // where it is
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
    std::vector<std::uint32_t> places_; // by key: in order_; kNowhere where it is not in the list
    std::vector<ItemKey> order_;
    std::vector<ItemKey> described_; // in the last frame
    ItemSequence sequence_;
    ItemEdits edits_; // since `sequence_`
    std::size_t retainedCount_ = 0;
    std::uint32_t version_ = 0;
    NodeId nextId_ = kFirstRetainedId;
    bool isPlain_ = true; // the tree's own nodes are the whole list
    bool isPending_ = false;
    std::size_t nextKey_ = 0;      // the next of items_ to be looked at, whether it is in the list no more
    std::uint32_t placesLeft_ = 0; // of order_, those before it are still to be looked at, from the last to the first
    std::size_t cost_ = 0;         // of the slice
};

} // namespace semantics
