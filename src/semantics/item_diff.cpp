#include "semantics/item_diff.h"

#include "semantics/subsequence.h"

#include <algorithm>
#include <unordered_map>

namespace semantics {

namespace {

using ChunkPointer = std::shared_ptr<const ItemSequence::Chunk>;
using Chunks = std::vector<ChunkPointer>;

/// Which chunks both sequences have, in the same order in both.
struct SharedChunks {
    std::vector<bool> isInBefore, isInAfter; // by index in `before` and in `after`
};

SharedChunks findShared(const Chunks& before, const Chunks& after) {
    SharedChunks shared{std::vector<bool>(before.size(), false), std::vector<bool>(after.size(), false)};
    std::unordered_map<const ItemSequence::Chunk*, std::size_t> places;
    for (std::size_t place = 0; place < before.size(); ++place) places.emplace(before[place].get(), place);
    std::size_t least = 0; // index in `before` of the next chunk that may be shared
    for (std::size_t place = 0; place < after.size(); ++place) {
        const auto found = places.find(after[place].get());
        if (found == places.end() || found->second < least) continue;
        shared.isInBefore[found->second] = true;
        shared.isInAfter[place] = true;
        least = found->second + 1;
    }
    return shared;
}

/// An item outside of the shared chunks. These divide both sequences into segments, numbered from 0: an item that is in
/// different segments of the two has moved.
struct LooseItem {
    const ListItem* item = nullptr;
    std::size_t segment = 0;
    std::uint32_t place = 0; // index among the loose items of its sequence
};

std::vector<LooseItem> listLoose(const Chunks& chunks, const std::vector<bool>& isShared) {
    std::vector<LooseItem> items;
    std::size_t segment = 0;
    for (std::size_t chunk = 0; chunk < chunks.size(); ++chunk) {
        if (isShared[chunk]) {
            ++segment;
            continue;
        }
        for (const ListItem& item : *chunks[chunk])
            items.push_back({&item, segment, static_cast<std::uint32_t>(items.size())});
    }
    return items;
}

void appendNew(const RetainedItem& item, Update& update) {
    ChildOrder order{item.nodes.front().id, {}};
    for (const Node& node : item.nodes) {
        update.changed.push_back(asNew(node));
        if (node.id != order.parent) order.children.push_back(node.id);
    }
    update.orders.push_back(std::move(order));
}

/// For an item that is retained in both sequences. Its nodes are matched by their ids.
void appendChanged(const RetainedItem& before, const RetainedItem& after, Update& update) {
    ChildOrder order{after.nodes.front().id, {}};
    for (const Node& node : after.nodes) {
        const auto earlier = std::ranges::find(before.nodes, node.id, &Node::id);
        if (earlier == before.nodes.end()) {
            update.changed.push_back(asNew(node));
        } else if (const std::uint32_t fields = changedFields(*earlier, node); fields != 0) {
            update.changed.push_back({node, fields, false});
        }
        if (node.id != order.parent) order.children.push_back(node.id);
    }
    for (const Node& node : before.nodes) {
        if (std::ranges::find(after.nodes, node.id, &Node::id) == after.nodes.end()) update.removed.push_back(node.id);
    }
    if (!std::ranges::equal(before.nodes, after.nodes, {}, &Node::id, &Node::id)) update.orders.push_back(order);
}

/// For each loose item of `after`, whether it can keep its place while the others are moved.
std::vector<bool> findStaying(const std::vector<LooseItem>& after, const std::vector<const LooseItem*>& matches) {
    std::vector<bool> stays(after.size(), false);
    for (std::size_t begin = 0; begin < after.size();) {
        const std::size_t segment = after[begin].segment;
        std::vector<std::uint32_t> numbers; // places in `before` of items that are in the same segment there
        std::vector<std::size_t> places;    // their indices in `after`
        std::size_t end = begin;
        for (; end < after.size() && after[end].segment == segment; ++end) {
            if (matches[end] == nullptr || matches[end]->segment != segment) continue;
            numbers.push_back(matches[end]->place);
            places.push_back(end);
        }
        for (const std::uint32_t index : longestIncreasingSubsequence(numbers)) stays[places[index]] = true;
        begin = end;
    }
    return stays;
}

/// Inserts the items that do not stay. From the last to the first, so that the item before which each is put already
/// stands at its final place.
void appendInsertions(NodeId list, const Chunks& after, const std::vector<bool>& isShared,
                      const std::vector<bool>& stays, Update& update) {
    NodeId next = kNoNode;
    std::size_t loose = stays.size();
    for (std::size_t chunk = after.size(); chunk-- > 0;) {
        if (isShared[chunk]) {
            next = after[chunk]->front().id;
            continue;
        }
        for (auto item = after[chunk]->rbegin(); item != after[chunk]->rend(); ++item) {
            if (!stays[--loose]) update.insertions.push_back({list, item->id, next});
            next = item->id;
        }
    }
}

} // namespace

void diffItems(NodeId list, const ItemSequence& before, const ItemSequence& after, Update& update) {
    if (before.chunks() == after.chunks()) return;
    const SharedChunks shared = findShared(before.chunks(), after.chunks());
    const std::vector<LooseItem> looseBefore = listLoose(before.chunks(), shared.isInBefore);
    const std::vector<LooseItem> looseAfter = listLoose(after.chunks(), shared.isInAfter);
    std::unordered_map<NodeId, const LooseItem*> byId;
    byId.reserve(looseBefore.size());
    for (const LooseItem& one : looseBefore) byId.emplace(one.item->id, &one);

    std::vector<const LooseItem*> matches(looseAfter.size(), nullptr);
    std::vector<bool> isKept(looseBefore.size(), false);
    for (std::size_t index = 0; index < looseAfter.size(); ++index) {
        const ListItem& item = *looseAfter[index].item;
        const auto found = byId.find(item.id);
        if (found == byId.end()) {
            if (item.retained) appendNew(*item.retained, update);
            continue;
        }
        matches[index] = found->second;
        isKept[found->second->place] = true;
        const std::shared_ptr<const RetainedItem>& earlier = found->second->item->retained;
        if (earlier && item.retained && earlier != item.retained) appendChanged(*earlier, *item.retained, update);
    }
    for (const LooseItem& one : looseBefore) {
        if (!isKept[one.place] && one.item->retained) update.removed.push_back(one.item->id);
    }
    appendInsertions(list, after.chunks(), shared.isInAfter, findStaying(looseAfter, matches), update);
}

} // namespace semantics
