#include "semantics/virtualised_list.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace semantics {

// ── The items (virtualised_items.h) ──

namespace {

/// The list item, the heading and its text, and two nodes of each paragraph.
constexpr NodeId kIdsOfItem = 16;
static_assert(3 + 2 * ItemWords::kMostParagraphs <= kIdsOfItem);

/// The lines as Node::lines has them: a space ends all but the last.
std::vector<std::string> splitLines(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.push_back(std::string(text.substr(0, end)) + ' ');
        text.remove_prefix(end + 1);
    }
    lines.emplace_back(text);
    return lines;
}

} // namespace

void ItemWords::append(std::string_view language, std::string_view line) {
    if (line.empty()) return;
    const bool isSame = !paragraphs.empty() && paragraphs.back().language == language;
    if (isSame || paragraphs.size() == kMostParagraphs)
        paragraphs.back().text.append("\n").append(line);
    else
        paragraphs.push_back({std::string(language), std::string(line)});
}

// ── The table of words ──

const ItemWords* WordTable::find(ItemKey key) const {
    const std::size_t block = key / kBlock;
    if (block >= blocks_.size() || !blocks_[block]) return nullptr;
    return (*blocks_[block])[key % kBlock].get();
}

void WordTable::set(ItemKey key, ItemWords words) {
    size_ += find(key) == nullptr ? 1 : 0;
    put(key, std::make_shared<const ItemWords>(std::move(words)));
}

void WordTable::remove(ItemKey key) {
    if (find(key) == nullptr) return;
    --size_;
    put(key, nullptr);
}

void WordTable::put(ItemKey key, std::shared_ptr<const ItemWords> words) {
    const std::size_t block = key / kBlock;
    if (block >= blocks_.size()) blocks_.resize(block + 1);
    auto changed = blocks_[block] ? std::make_shared<Block>(*blocks_[block]) : std::make_shared<Block>();
    (*changed)[key % kBlock] = std::move(words);
    blocks_[block] = std::move(changed);
}

std::vector<ItemKey> WordTable::findChanged(const WordTable& before, const WordTable& after) {
    std::vector<ItemKey> keys;
    const auto areEqual = [](const ItemWords* left, const ItemWords* right) {
        return left == right || (left != nullptr && right != nullptr && *left == *right);
    };
    for (std::size_t block = 0; block < std::max(before.blocks_.size(), after.blocks_.size()); ++block) {
        const Block* left = block < before.blocks_.size() ? before.blocks_[block].get() : nullptr;
        const Block* right = block < after.blocks_.size() ? after.blocks_[block].get() : nullptr;
        for (std::size_t index = 0; left != right && index < kBlock; ++index) {
            const auto key = static_cast<ItemKey>(block * kBlock + index);
            if (!areEqual(before.find(key), after.find(key))) keys.push_back(key);
        }
    }
    return keys;
}

// ── The layout ──

Rect ItemLayout::rectOf(std::uint32_t place) const {
    const std::uint32_t row = place / columns;
    const bool isLast = row + 2 == tops.size();
    const float width = isLast && lastItemWidth > 0 ? lastItemWidth : itemWidth;
    return {(width + gap) * static_cast<float>(place % columns), tops[row], width, tops[row + 1] - tops[row] - gap};
}

std::vector<std::uint32_t> ItemLayout::placesBetween(float top, float bottom) const {
    // Row r occupies tops[r] to tops[r + 1] - gap.
    const auto bottoms = std::span(tops).subspan(1);
    const auto begin = std::ranges::lower_bound(bottoms, top + gap) - bottoms.begin();
    const auto end = std::ranges::upper_bound(std::span(tops).first(bottoms.size()), bottom) - std::span(tops).begin();
    std::vector<std::uint32_t> places;
    const std::size_t last = std::min(static_cast<std::size_t>(end) * columns, order.size());
    for (std::size_t place = static_cast<std::size_t>(begin) * columns; place < last; ++place)
        places.push_back(static_cast<std::uint32_t>(place));
    return places;
}

float ItemLayout::height() const {
    return std::max(0.0F, tops.back() - gap);
}

bool VirtualisedItems::isSameList(const VirtualisedItems& other) const {
    if (list != other.list || described != other.described) return false;
    return layout == other.layout || (layout && other.layout && *layout == *other.layout);
}

// ── Nodes ──

std::vector<Node> makeNodes(ItemKey key, const ItemWords& words, NodeId list, const Rect& rect) {
    std::vector<Node> nodes;
    NodeId nextId = kFirstRetainedId + key * kIdsOfItem;
    const auto add = [&](Node node, NodeId parent, const Rect& place) {
        node.id = nextId++;
        node.parent = parent;
        node.rect = place;
        nodes.push_back(std::move(node));
        return nodes.back().id;
    };
    const Rect whole{0, 0, rect.width, rect.height};
    const auto addText = [&](Node block, NodeId parent, const ItemText& text) {
        block.language = text.language;
        const NodeId around = add(std::move(block), parent, whole);
        add({.role = Role::text, .lines = splitLines(text.text)}, around, whole);
    };
    const NodeId item = add({.role = Role::listItem}, list, rect);
    addText({.role = Role::heading, .level = ItemWords::kHeadingLevel}, item, words.heading);
    for (const ItemText& paragraph : words.paragraphs) addText({.role = Role::paragraph}, item, paragraph);
    return nodes;
}

// ── The list ──

void VirtualisedList::follow(const ListFrame& frame, Tree& tree) {
    versions_.resize(frame.keyCount, 0);
    if (version_ != frame.version) upToDateCount_ = std::ranges::count(versions_, frame.version);
    if (version_ != frame.version || layout_ != frame.layout) nextPlace_ = 0;
    version_ = frame.version;
    layout_ = frame.layout;
    isPending_ = frame.list != kNoNode && upToDateCount_ < std::ssize(versions_) && nextPlace_ < layout_->order.size();
    tree.virtualised = {frame.list, frame.layout, {}, words_};
    if (frame.list != kNoNode) tree.virtualised.described = frame.described;
}

std::optional<ItemKey> VirtualisedList::nextKey() {
    if (!isPending_) return std::nullopt;
    const std::vector<ItemKey>& order = layout_->order;
    while (nextPlace_ < order.size() && versions_[order[nextPlace_]] == version_) ++nextPlace_;
    isPending_ = nextPlace_ < order.size();
    if (!isPending_) return std::nullopt;
    return order[nextPlace_];
}

void VirtualisedList::keep(ItemKey key, ItemWords words) {
    versions_[key] = version_;
    ++upToDateCount_;
    words_.set(key, std::move(words));
}

} // namespace semantics
