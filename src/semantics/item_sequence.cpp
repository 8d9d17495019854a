#include "semantics/item_sequence.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace semantics {

namespace {

bool areEqual(const ListItem& left, const ListItem& right) {
    if (left.id != right.id) return false;
    if (left.retained == right.retained) return true;
    return left.retained && right.retained && *left.retained == *right.retained;
}

} // namespace

ItemSequence::ItemSequence(std::vector<ListItem> items) {
    append(items);
}

std::size_t ItemSequence::size() const {
    std::size_t count = 0;
    for (const auto& chunk : chunks_) count += chunk->size();
    return count;
}

bool ItemSequence::operator==(const ItemSequence& other) const {
    if (chunks_ == other.chunks_) return true;
    if (size() != other.size()) return false;
    std::vector<const ListItem*> left;
    forEach([&](const ListItem& item) { left.push_back(&item); });
    auto next = left.begin();
    bool isEqual = true;
    other.forEach([&](const ListItem& item) { isEqual = isEqual && areEqual(**next++, item); });
    return isEqual;
}

/// Divides the items into chunks of about equal size. Where they are few they are merged into the last chunk, so that
/// repeated edits do not leave ever smaller chunks.
void ItemSequence::append(std::vector<ListItem>& items) {
    if (items.empty()) return;
    if (!chunks_.empty() && items.size() < kMostInChunk / 4 && chunks_.back()->size() + items.size() <= kMostInChunk) {
        const Chunk& last = *chunks_.back();
        items.insert(items.begin(), last.begin(), last.end());
        chunks_.pop_back();
    }
    const std::size_t count = (items.size() + kMostInChunk - 1) / kMostInChunk;
    for (std::size_t chunk = 0; chunk < count; ++chunk) {
        const auto begin = items.begin() + static_cast<std::ptrdiff_t>(chunk * items.size() / count);
        const auto end = items.begin() + static_cast<std::ptrdiff_t>((chunk + 1) * items.size() / count);
        chunks_.push_back(std::make_shared<const Chunk>(std::make_move_iterator(begin), std::make_move_iterator(end)));
    }
    items.clear();
}

void ItemEdits::insert(ListItem item, NodeId next) {
    const auto found = anchors_.find(next);
    const NodeId anchor = found == anchors_.end() ? next : found->second;
    anchors_.insert_or_assign(item.id, anchor);
    std::vector<ListItem>& inserted = edits_[anchor].insertedBefore;
    auto place = inserted.begin();
    if (found != anchors_.end())
        place = std::ranges::find(inserted.rbegin(), inserted.rend(), next, &ListItem::id).base();
    inserted.insert(place, std::move(item));
}

bool ItemEdits::touches(const ItemSequence::Chunk& chunk) const {
    return std::ranges::any_of(chunk, [this](const ListItem& item) { return edits_.contains(item.id); });
}

void ItemEdits::appendTo(std::vector<ListItem>& items, const ListItem& item) const {
    const auto found = edits_.find(item.id);
    if (found == edits_.end()) {
        items.push_back(item);
        return;
    }
    const Edit& edit = found->second;
    items.insert(items.end(), edit.insertedBefore.rbegin(), edit.insertedBefore.rend());
    if (!edit.isRemoved) items.push_back({item.id, edit.retained ? edit.retained : item.retained});
}

ItemSequence ItemEdits::appliedTo(const ItemSequence& sequence) const {
    ItemSequence result;
    std::vector<ListItem> changed; // items behind the last chunk that was shared
    for (const auto& chunk : sequence.chunks_) {
        if (touches(*chunk)) {
            for (const ListItem& item : *chunk) appendTo(changed, item);
        } else {
            result.append(changed);
            result.chunks_.push_back(chunk);
        }
    }
    if (const auto end = edits_.find(kNoNode); end != edits_.end()) {
        const std::vector<ListItem>& inserted = end->second.insertedBefore;
        changed.insert(changed.end(), inserted.rbegin(), inserted.rend());
    }
    result.append(changed);
    return result;
}

} // namespace semantics
