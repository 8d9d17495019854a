// The ordered items of a virtualised list (virtualised_list.h), as an immutable sequence of chunks. ItemEdits makes a
// changed copy, which shares with the original all chunks in which nothing changed: so copying and comparing sequences
// of thousands of items is cheap.
#pragma once

#include "semantics/node.h"

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace semantics {

/// The nodes of an item that frames do not describe: the item itself, then its text nodes, the item's children. Never
/// empty.
struct RetainedItem {
    std::vector<Node> nodes;
    bool operator==(const RetainedItem&) const = default;
};

struct ListItem {
    NodeId id = kNoNode;
    std::shared_ptr<const RetainedItem> retained; // nullptr: the item is described, its nodes are in Tree::nodes
};

class ItemSequence {
public:
    static constexpr std::size_t kMostInChunk = 96;
    using Chunk = std::vector<ListItem>; // never empty

    ItemSequence() = default;
    explicit ItemSequence(std::vector<ListItem> items);

    [[nodiscard]] bool isEmpty() const { return chunks_.empty(); }
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const std::vector<std::shared_ptr<const Chunk>>& chunks() const { return chunks_; }
    /// Calls `visit` with each item, in order.
    template <typename Visit>
    void forEach(Visit visit) const {
        for (const auto& chunk : chunks_) {
            for (const ListItem& item : *chunk) visit(item);
        }
    }
    /// Whether both have the same items in the same order, with equal nodes. How they are divided into chunks does not
    /// matter.
    bool operator==(const ItemSequence& other) const;

private:
    friend class ItemEdits;
    void append(std::vector<ListItem>& items); // empties `items`

    std::vector<std::shared_ptr<const Chunk>> chunks_;
};

/// Changes of a sequence, collected to be made by one appliedTo(). An item is moved by removing and inserting it.
class ItemEdits {
public:
    /// Removes an item of the sequence.
    void remove(NodeId id) { edits_[id].isRemoved = true; }
    /// Inserts the item before `next`, which is an item of the sequence or one inserted by an earlier call; kNoNode: at
    /// the end.
    void insert(ListItem item, NodeId next);
    /// Replaces the nodes of a retained item of the sequence.
    void replace(NodeId id, std::shared_ptr<const RetainedItem> retained) { edits_[id].retained = std::move(retained); }

    [[nodiscard]] bool isEmpty() const { return edits_.empty(); }
    [[nodiscard]] ItemSequence appliedTo(const ItemSequence& sequence) const;

private:
    struct Edit {
        bool isRemoved = false;
        std::shared_ptr<const RetainedItem> retained;
        std::vector<ListItem> insertedBefore; // in reverse order
    };
    [[nodiscard]] bool touches(const ItemSequence::Chunk& chunk) const;
    void appendTo(std::vector<ListItem>& items, const ListItem& item) const;

    std::unordered_map<NodeId, Edit> edits_;     // keys are items of the sequence; kNoNode: its end
    std::unordered_map<NodeId, NodeId> anchors_; // for each inserted item, the item of the sequence that follows it
};

} // namespace semantics
