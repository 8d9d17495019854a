#include "platform/common/far_cards.h"

#include <algorithm>
#include <utility>

namespace platform {

using explorer::ChallengeIndex;
using semantics::Node;
using semantics::NodeId;
using Index = std::uint32_t; // of a place in the list

namespace {

constexpr Index kNowhere = static_cast<Index>(-1);

// What a slice costs the page, in elements that are made. It is to take no longer than half a frame.
constexpr std::size_t kSlice = 320;
constexpr std::size_t kCostOfRemoval = 2;
constexpr std::size_t kCostOfMove = 1;

/// The members of a longest rising run of numbers that are all different, the greatest first: what may stay while the
/// rest is moved.
std::vector<Index> longestRisingRun(const std::vector<Index>& numbers) {
    std::vector<Index> ends; // places in `numbers`: the least end of a run of each length
    std::vector<Index> before(numbers.size(), kNowhere);
    for (Index place = 0; place < numbers.size(); ++place) {
        const auto end = std::ranges::lower_bound(ends, numbers[place], {}, [&](Index at) { return numbers[at]; });
        if (end != ends.begin()) before[place] = *(end - 1);
        if (end == ends.end())
            ends.push_back(place);
        else
            *end = place;
    }
    std::vector<Index> run;
    for (Index place = ends.empty() ? kNowhere : ends.back(); place != kNowhere; place = before[place])
        run.push_back(numbers[place]);
    return run;
}

bool isWhole(const ui::CardList& list, Index place) {
    return std::ranges::binary_search(list.whole, place, {}, &ui::WholeCard::place);
}

bool haveEqualWords(const Node& left, const Node& right) {
    return left.textStyle == right.textStyle && left.lines == right.lines && left.isCut == right.isCut &&
           left.language == right.language;
}

void appendNew(const std::vector<Node>& nodes, semantics::Update& update) {
    semantics::ChildOrder order{nodes.front().id, {}};
    for (const Node& node : nodes) {
        update.changed.push_back(semantics::asNew(node));
        if (node.id != order.parent) order.children.push_back(node.id);
    }
    update.orders.push_back(std::move(order));
}

/// How many stand elsewhere than before.
std::size_t appendMoved(const std::vector<Node>& before, const std::vector<Node>& after, semantics::Update& update) {
    std::size_t count = 0;
    for (std::size_t index = 0; index < after.size(); ++index) {
        if (before[index].rect == after[index].rect) continue;
        update.changed.push_back({after[index], semantics::kFieldRect, false});
        ++count;
    }
    return count;
}

} // namespace

// ── After a frame ──

void FarCards::follow(const semantics::Tree& tree, const ui::CardList& list, std::size_t challengeCount,
                      semantics::Update& update) {
    for (const NodeId id : leftOver_) update.removed.push_back(id);
    leftOver_.clear();
    if (list.node != list_) loseList(tree);
    if (list.node == semantics::kNoNode) return;
    list_ = list.node;
    told_.resize(challengeCount);
    places_.resize(challengeCount, kNowhere);
    const bool isOther = list.version != version_;
    version_ = list.version;
    if (shown_ != list.shown) takeOrder(list.shown);
    const auto hasLeft = [&](ChallengeIndex challenge) { return !isWhole(list, places_[challenge]); };
    const bool haveSomeLeft = std::ranges::any_of(whole_, hasLeft);
    takeWhole(list, update);
    if (!list.isLong() && farCount_ == 0) {
        isPending_ = false;
    } else if (isOther || haveSomeLeft) {
        isPending_ = true;
    }
    if (!isPending_) return;
    nextGone_ = 0;
    placesLeft_ = static_cast<Index>(shown_.size());
}

/// The frame has no such list. Where its node stands for another one, what is far in it has to be taken out.
void FarCards::loseList(const semantics::Tree& tree) {
    if (tree.find(list_) == nullptr) {
        told_.clear();
        farCount_ = 0;
        list_ = semantics::kNoNode;
    }
    for (Told& told : told_) {
        if (told.place == Place::whole) told.place = Place::none;
    }
    whole_.clear();
    takeOrder({});
    version_ = 0;
    isPending_ = farCount_ > 0;
    nextGone_ = 0;
    placesLeft_ = 0;
}

/// Of the cards that stand in the mirror, as many as may stay where they are.
void FarCards::takeOrder(const std::vector<ChallengeIndex>& shown) {
    places_.assign(told_.size(), kNowhere);
    for (Index place = 0; place < shown.size(); ++place) places_[shown[place]] = place;
    std::vector<Index> places;
    for (const ChallengeIndex challenge : shown_) {
        if (challenge >= told_.size()) continue;
        Told& told = told_[challenge];
        if (told.isPlaced && places_[challenge] != kNowhere) places.push_back(places_[challenge]);
        told.isPlaced = false;
    }
    for (const Index place : longestRisingRun(places)) told_[shown[place]].isPlaced = true;
    shown_ = shown;
}

void FarCards::takeWhole(const ui::CardList& list, semantics::Update& update) {
    // What is whole no more went with the frame's own changes.
    for (const ChallengeIndex challenge : whole_) {
        Told& told = told_[challenge];
        if (told.place != Place::whole || isWhole(list, places_[challenge])) continue;
        told.place = Place::none;
        told.isPlaced = false;
    }
    whole_.clear();
    const bool isOrdered = !list.isLong() && farCount_ == 0; // the frame's own changes put all in order
    if (!isOrdered)
        std::erase_if(update.orders, [&](const semantics::ChildOrder& order) { return order.parent == list_; });
    for (auto card = list.whole.rbegin(); card != list.whole.rend(); ++card) {
        const ChallengeIndex challenge = shown_[card->place];
        whole_.push_back(challenge);
        Told& told = told_[challenge];
        if (told.place == Place::far) dropFar(told, update);
        const bool isInPlace = isOrdered || (told.place == Place::whole && told.isPlaced);
        told.place = Place::whole;
        told.id = card->item;
        if (!isInPlace) update.insertions.push_back({list_, told.id, idBehind(card->place)});
        told.isPlaced = true;
    }
}

void FarCards::dropFar(Told& told, semantics::Update& update) {
    update.removed.push_back(told.id);
    told.place = Place::none;
    told.isPlaced = false;
    told.nodes.clear();
    --farCount_;
}

/// The item that follows in the mirror's order.
NodeId FarCards::idBehind(Index place) const {
    for (Index next = place + 1; next < shown_.size(); ++next) {
        const Told& told = told_[shown_[next]];
        if (told.isPlaced) return told.id;
    }
    return semantics::kNoNode;
}

void FarCards::forgetProgramme() {
    for (const Told& told : told_) {
        if (told.place == Place::far) leftOver_.push_back(told.id);
    }
    told_.clear();
    places_.clear();
    shown_.clear();
    whole_.clear();
    farCount_ = 0;
    version_ = 0;
    isPending_ = false;
}

// ── Between frames ──

std::optional<Index> FarCards::nextPlace(semantics::Update& update) {
    for (; nextGone_ < told_.size() && cost_ < kSlice; ++nextGone_) {
        Told& told = told_[nextGone_];
        if (told.place != Place::far || places_[nextGone_] != kNowhere) continue;
        dropFar(told, update);
        cost_ += kCostOfRemoval;
    }
    // From the last to the first: what follows a card in the list stands at its place already.
    while (placesLeft_ > 0 && cost_ < kSlice) {
        const Told& told = told_[shown_[--placesLeft_]];
        const bool isUpToDate = told.place == Place::far && told.version == version_ && told.isPlaced;
        if (told.place != Place::whole && !isUpToDate) return placesLeft_;
    }
    isPending_ = nextGone_ < told_.size() || placesLeft_ > 0;
    return std::nullopt;
}

void FarCards::tell(Index place, std::vector<Node> nodes, semantics::Update& update) {
    Told& told = told_[shown_[place]];
    const bool isFar = told.place == Place::far;
    giveIds(told, nodes);
    told.version = version_;
    if (isFar && std::ranges::equal(told.nodes, nodes, haveEqualWords)) {
        cost_ += kCostOfMove + appendMoved(told.nodes, nodes, update) / 2;
    } else {
        if (isFar) dropFar(told, update);
        appendNew(nodes, update);
        told.place = Place::far;
        told.id = told.keptId;
        ++farCount_;
        cost_ += nodes.size();
    }
    told.nodes = std::move(nodes);
    if (!told.isPlaced) update.insertions.push_back({list_, told.id, idBehind(place)});
    told.isPlaced = true;
}

/// All words are children of the item. A card keeps its ids.
void FarCards::giveIds(Told& told, std::vector<Node>& nodes) {
    if (told.keptIds < nodes.size()) {
        told.keptId = nextId_;
        told.keptIds = nodes.size();
        nextId_ += static_cast<NodeId>(nodes.size());
    }
    for (NodeId index = 0; index < nodes.size(); ++index) {
        nodes[index].id = told.keptId + index;
        nodes[index].parent = index == 0 ? list_ : told.keptId;
    }
}

// ── The whole ──

semantics::Tree FarCards::complete(const semantics::Tree& tree) const {
    semantics::Tree whole;
    whole.language = tree.language;
    for (std::size_t at = 0; at < tree.nodes.size();) {
        whole.nodes.push_back(tree.nodes[at]);
        if (tree.nodes[at++].id != list_) continue;
        const std::size_t end = tree.endOf(at - 1);
        for (const ChallengeIndex challenge : shown_) {
            const Told& told = told_[challenge];
            if (told.place == Place::far) {
                whole.nodes.insert(whole.nodes.end(), told.nodes.begin(), told.nodes.end());
            } else if (told.place == Place::whole) {
                const std::size_t next = tree.endOf(at);
                for (; at < next; ++at) whole.nodes.push_back(tree.nodes[at]);
            }
        }
        for (; at < end; ++at) whole.nodes.push_back(tree.nodes[at]);
    }
    return whole;
}

} // namespace platform
