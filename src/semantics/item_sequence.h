// The items of a virtualised list (virtualised_list.h), in order. A sequence is a value: to change it is to make
// another one, which shares with the first the chunks in which nothing is another, so that copying and comparing
// sequences of thousands of items costs little.
#pragma once

#include "semantics/node.h"

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace semantics {

/// An item outside of what a frame describes: its node, then its words, each a child of the item. Never empty.
struct RetainedItem {
    std::vector<Node> nodes;
    bool operator==(const RetainedItem&) const = default;
};

struct ListItem {
    NodeId id = kNoNode;
    std::shared_ptr<const RetainedItem> retained; // none: the item is described, in Tree::nodes
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
    /// Whether the items are the same and have equal nodes, whatever the chunks are.
    bool operator==(const ItemSequence& other) const;

private:
    friend class ItemEdits;
    void append(std::vector<ListItem>& items); // leaves `items` empty

    std::vector<std::shared_ptr<const Chunk>> chunks_;
};

/// Changes of a sequence, which are made all at once. An item is moved by removing and inserting it.
class ItemEdits {
public:
    /// An item of the sequence.
    void remove(NodeId id) { edits_[id].isRemoved = true; }
    /// `next` is the item before which it is to stand: one of the sequence, or one that is inserted too. kNoNode: it is
    /// the last.
    void insert(ListItem item, NodeId next);
    /// Gives an item of the sequence other nodes.
    void replace(NodeId id, std::shared_ptr<const RetainedItem> retained) { edits_[id].retained = std::move(retained); }

    [[nodiscard]] bool isEmpty() const { return edits_.empty(); }
    [[nodiscard]] ItemSequence appliedTo(const ItemSequence& sequence) const;

private:
    struct Edit {
        bool isRemoved = false;
        std::shared_ptr<const RetainedItem> retained;
        std::vector<ListItem> insertedBefore; // the last one first
    };
    [[nodiscard]] bool touches(const ItemSequence::Chunk& chunk) const;
    void appendTo(std::vector<ListItem>& items, const ListItem& item) const;

    std::unordered_map<NodeId, Edit> edits_;     // by an item of the sequence; kNoNode: its end
    std::unordered_map<NodeId, NodeId> anchors_; // of each inserted item: the item of the sequence that follows it
};

} // namespace semantics
