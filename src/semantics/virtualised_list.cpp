#include "semantics/virtualised_list.h"

#include "semantics/subsequence.h"

#include <algorithm>
#include <utility>

namespace semantics {

namespace {

constexpr auto kNowhere = static_cast<std::uint32_t>(-1);

// The cost of a slice in the page, counted in elements made by the mirror. At most half a frame's time.
constexpr std::size_t kMostCost = 320;
constexpr std::size_t kCostOfRemoval = 2;
constexpr std::size_t kCostOfMove = 1;

bool haveEqualWords(const Node& left, const Node& right) {
    return left.textStyle == right.textStyle && left.lines == right.lines && left.isCut == right.isCut &&
           left.language == right.language;
}

bool haveEqualWords(const std::vector<Node>& left, const std::vector<Node>& right) {
    return std::ranges::equal(left, right, [](const Node& a, const Node& b) { return haveEqualWords(a, b); });
}

/// How many of the nodes have another rectangle than before.
std::size_t countMoved(const std::vector<Node>& before, const std::vector<Node>& after) {
    std::size_t count = 0;
    for (std::size_t index = 0; index < after.size(); ++index) count += before[index].rect != after[index].rect ? 1 : 0;
    return count;
}

} // namespace

// ── After a frame ──

void VirtualisedList::follow(const ListFrame& frame, Tree& tree) {
    if (frame.list != list_) leave(tree);
    if (frame.list != kNoNode) {
        list_ = frame.list;
        items_.resize(frame.keyCount);
        places_.resize(frame.keyCount, kNowhere);
        const bool isOther = frame.version != version_;
        version_ = frame.version;
        if (order_ != frame.order) takeOrder(frame.order);
        const std::vector<ItemKey> before = described_;
        takeDescribed(frame);
        const auto hasLeft = [this](ItemKey key) { return items_[key].status != Status::described; };
        if (isAllDescribed_) {
            isPending_ = false;
        } else if (isOther || std::ranges::any_of(before, hasLeft)) {
            isPending_ = true;
            nextKey_ = 0;
            placesLeft_ = static_cast<std::uint32_t>(order_.size());
        }
    }
    writeTo(tree);
}

/// The frame has no list, or another node is the list. Where the list's node is still in the tree, slices remove what
/// it has retained.
void VirtualisedList::leave(const Tree& tree) {
    if (tree.find(list_) == nullptr) {
        items_.clear();
        retainedCount_ = 0;
        list_ = kNoNode;
    }
    for (const ItemKey key : described_) {
        if (key < items_.size()) items_[key].status = Status::missing;
    }
    described_.clear();
    takeOrder({});
    version_ = 0;
    std::vector<ListItem> rest;
    sequence_.forEach([&](const ListItem& item) {
        if (retainedCount_ > 0 && item.retained) rest.push_back(item);
    });
    sequence_ = ItemSequence(std::move(rest));
    isAllDescribed_ = retainedCount_ == 0;
    isPending_ = retainedCount_ > 0;
    nextKey_ = 0;
    placesLeft_ = 0;
}

/// Keeps as many items placed as possible.
void VirtualisedList::takeOrder(const std::vector<ItemKey>& order) {
    places_.assign(items_.size(), kNowhere);
    for (std::uint32_t place = 0; place < order.size(); ++place) places_[order[place]] = place;
    std::vector<std::uint32_t> places;
    for (const ItemKey key : order_) {
        if (key >= items_.size()) continue;
        if (items_[key].isPlaced && places_[key] != kNowhere) places.push_back(places_[key]);
        items_[key].isPlaced = false;
    }
    for (const std::uint32_t index : longestIncreasingSubsequence(places)) items_[order[places[index]]].isPlaced = true;
    order_ = order;
}

void VirtualisedList::takeDescribed(const ListFrame& frame) {
    isAllDescribed_ = !frame.isVirtualised && retainedCount_ == 0;
    const auto isDescribed = [&](ItemKey key) {
        return std::ranges::binary_search(frame.described, places_[key], {}, &DescribedItem::place);
    };
    for (const ItemKey key : described_) {
        Item& item = items_[key];
        if (item.status != Status::described || isDescribed(key)) continue;
        edits_.remove(item.id);
        item.status = Status::missing;
        item.isPlaced = false;
    }
    described_.clear();
    for (auto one = frame.described.rbegin(); one != frame.described.rend(); ++one) {
        const ItemKey key = order_[one->place];
        described_.push_back(key);
        Item& item = items_[key];
        if (item.status == Status::retained) removeRetained(item);
        const bool isThere = item.status == Status::described;
        if (isThere && item.isPlaced) continue;
        if (isThere) edits_.remove(item.id);
        item.status = Status::described;
        item.id = one->item;
        insert(item, one->place);
    }
}

void VirtualisedList::removeRetained(Item& item) {
    edits_.remove(item.id);
    item.status = Status::missing;
    item.isPlaced = false;
    item.retained.reset();
    --retainedCount_;
}

/// Inserts the item into the sequence, at its position among the placed items.
void VirtualisedList::insert(Item& item, std::uint32_t place) {
    edits_.insert({item.id, item.retained}, idAfter(place));
    item.isPlaced = true;
}

/// The first placed item behind that index of the list; kNoNode where there is none.
NodeId VirtualisedList::idAfter(std::uint32_t place) const {
    for (std::uint32_t next = place + 1; next < order_.size(); ++next) {
        const Item& item = items_[order_[next]];
        if (item.isPlaced) return item.id;
    }
    return kNoNode;
}

void VirtualisedList::writeTo(Tree& tree) {
    if (!edits_.isEmpty()) sequence_ = std::exchange(edits_, {}).appliedTo(sequence_);
    tree.virtualised = {};
    if (isAllDescribed_ || list_ == kNoNode) return;
    tree.virtualised = {list_, sequence_};
    if (!order_.empty()) return;
    // The list's node now shows a list that is not virtualised: its children in the tree, then the items to be removed.
    std::vector<ListItem> items;
    for (const NodeId child : tree.childrenOf(list_)) items.push_back({child, nullptr});
    sequence_.forEach([&](const ListItem& item) { items.push_back(item); });
    tree.virtualised.items = ItemSequence(std::move(items));
}

void VirtualisedList::reset() {
    items_.clear();
    places_.clear();
    order_.clear();
    described_.clear();
    sequence_ = {};
    edits_ = {};
    retainedCount_ = 0;
    version_ = 0;
    isAllDescribed_ = true;
    isPending_ = false;
}

// ── Between frames ──

std::optional<std::uint32_t> VirtualisedList::nextPlace() {
    for (; nextKey_ < items_.size() && cost_ < kMostCost; ++nextKey_) {
        Item& item = items_[nextKey_];
        if (item.status != Status::retained || places_[nextKey_] != kNowhere) continue;
        removeRetained(item);
        cost_ += kCostOfRemoval;
    }
    // From back to front, so that the items behind the one that is inserted are already placed.
    while (placesLeft_ > 0 && cost_ < kMostCost) {
        const Item& item = items_[order_[--placesLeft_]];
        const bool isUpToDate = item.status == Status::retained && item.version == version_ && item.isPlaced;
        if (item.status != Status::described && !isUpToDate) return placesLeft_;
    }
    isPending_ = nextKey_ < items_.size() || placesLeft_ > 0;
    return std::nullopt;
}

void VirtualisedList::retain(std::uint32_t place, std::vector<Node> nodes) {
    Item& item = items_[order_[place]];
    item.version = version_;
    setIds(item, nodes);
    const std::shared_ptr<const RetainedItem> before = item.retained;
    const bool hasEqualWords = before && haveEqualWords(before->nodes, nodes);
    cost_ += hasEqualWords ? kCostOfMove + countMoved(before->nodes, nodes) / 2 : nodes.size();
    const bool stays = before && item.isPlaced && item.id == nodes.front().id;
    if (stays && before->nodes == nodes) return;
    if (before && !stays) removeRetained(item);
    if (!before || !stays) ++retainedCount_;
    item.status = Status::retained;
    item.id = nodes.front().id;
    item.retained = std::make_shared<const RetainedItem>(RetainedItem{std::move(nodes)});
    if (stays)
        edits_.replace(item.id, item.retained);
    else
        insert(item, place);
}

void VirtualisedList::setIds(Item& item, std::vector<Node>& nodes) {
    if (item.ownIdCount < nodes.size()) {
        item.firstOwnId = nextId_;
        item.ownIdCount = nodes.size();
        nextId_ += static_cast<NodeId>(nodes.size());
    }
    for (NodeId index = 0; index < nodes.size(); ++index) {
        nodes[index].id = item.firstOwnId + index;
        nodes[index].parent = index == 0 ? list_ : item.firstOwnId;
    }
}

void VirtualisedList::endSlice(Tree& tree) {
    writeTo(tree);
}

} // namespace semantics
