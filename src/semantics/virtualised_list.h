// A virtualised list: of thousands of items a frame describes only those in the viewport and in the overscan around it.
// Of the others the tree keeps the words, so that find-in-page and screen readers have the whole list. An item is
//
//   described   in the viewport or the overscan: this frame's Tree::nodes have its nodes, interactive ones included;
//   retained    outside of these: only its words (ItemWords), described once and kept as long as the programme is;
//   missing     its words were not described yet: only the layout takes it into account.
//
// A frame describes its items and then calls follow(). Words that are missing are described after the frame in slices,
// short enough not to delay the next frame:
//
//     for (slice of some items; const auto key = list.nextKey();) list.keep(*key, wordsOf(*key));
//     list.endSlice(tree);
//
// Invariants:
// 1. Tree::virtualised is exactly what the mirror has, outdated words included, so that diff() is the only source of
//    updates.
// 2. Where isComplete() holds, the words of each item of the list are those of the present version.
#pragma once

#include "semantics/tree.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace semantics {

/// The list in one frame.
struct ListFrame {
    NodeId list = kNoNode;                       // kNoNode: the frame has no virtualised list
    std::shared_ptr<const ItemLayout> layout;    // of `list`
    const std::vector<DescribedItem>& described; // in the list's order
    std::uint32_t version = 0;                   // of the words: changes when those of any item may have changed
    std::size_t keyCount = 0;
};

class VirtualisedList {
public:
    /// To be called after each frame, with its tree. Sets `tree.virtualised`.
    void follow(const ListFrame& frame, Tree& tree);
    /// Whether no work is left for slices.
    [[nodiscard]] bool isComplete() const { return !isPending_; }

    /// The next item, in the list's order, whose words are to be described; nothing: none is left.
    [[nodiscard]] std::optional<ItemKey> nextKey();
    /// Takes the words of the item that nextKey() has named.
    void keep(ItemKey key, ItemWords words);
    /// Sets `tree.virtualised`. `tree` is that of the last frame.
    void endSlice(Tree& tree) const { tree.virtualised.words = words_; }

    /// Call when the keys get another meaning: the next frame removes all words.
    void reset() { *this = VirtualisedList(); }

private:
    WordTable words_;
    std::shared_ptr<const ItemLayout> layout_; // of the last frame
    std::vector<std::uint32_t> versions_;      // by key: the version in which its words were described; 0: in none
    std::ptrdiff_t upToDateCount_ = 0;         // the number of keys whose version is version_
    std::uint32_t version_ = 0;
    bool isPending_ = false;
    std::size_t nextPlace_ = 0; // items of the layout before it have their words
};

} // namespace semantics
