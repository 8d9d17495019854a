#include "platform/common/description.h"

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/card.h"
#include "ui/parts.h"
#include "ui/screen.h"

#include <algorithm>
#include <array>
#include <utility>

namespace platform {

using semantics::NodeId;

namespace {

constexpr double kMostDelay = 0.1; // seconds by which an update may be late
constexpr int kItemsInSlice = 32;  // whose words a slice describes: some tenths of a millisecond, the mirror's part too

} // namespace

/// Whether the frame is another picture than the last one, from which nothing can move: the page's first, one with
/// another geometry or language. Or the visitor wants no motion.
bool Description::isStill(const Session& session, const ui::Viewport& viewport) const {
    const auto geometry = [](const ui::Viewport& of) {
        return std::array{of.width,         of.devicePixelRatio, of.rootFontSize,
                          of.letterSpacing, of.wordSpacing,      of.leastLineHeight};
    };
    return viewport.hasReducedMotion || drawnLanguage_ != session.language() ||
           geometry(viewport) != geometry(viewport_);
}

Description::Drawn Description::draw(const Session& session, const ui::Attention& attention,
                                     const ui::Viewport& viewport, const semantics::TabStops& tabStops,
                                     bool mayBeLate) {
    motion_.begin(viewport.seconds, isStill(session, viewport));
    drawnLanguage_ = session.language();
    viewport_ = viewport;
    setScrollOffset({semantics::kRootId, 0, viewport.scrollTop});
    const bool wasLate = isUpdateLate_;
    builder_.recycle(std::move(wasLate ? tree_ : previousTree_));
    ImDrawList& drawList = surface_.begin(viewport);
    text_.beginFrame(viewport.devicePixelRatio);
    shapes_.shapes.clear();
    intents_.clear();
    if (audit_) {
        audit_->clear();
        paintedOffsets_ = scrollOffsets_;
    }
    Drawn drawn;
    drawn.contentHeight = drawPage(session, attention, drawList);
    surface_.end();
    motion_.end();

    const RoomTimer timer(times_, Room::semantics);
    if (!wasLate) previousTree_ = std::move(tree_);
    tree_ = builder_.finish();
    // A browser's new element begins at its top.
    std::erase_if(scrollOffsets_, [&](const auto& offset) { return tree_.find(offset.region) == nullptr; });
    const bool isOneStop = cards_.isVirtualised() || session.state().challenge;
    semantics::placeTabStops(tree_, tabStops, isOneStop ? cards_.node : semantics::kNoNode);
    virtualisedCards_.follow(cards_.listFrame(session.programme().challenges.size(), session.state().language), tree_);
    completeTree_.reset();
    isUpdateLate_ = mayBeLate && viewport.seconds < updated_ + kMostDelay && isComplete();
    if (isUpdateLate_) return drawn;
    updated_ = viewport.seconds;
    drawn.update = semantics::diff(previousTree_, tree_);
    return drawn;
}

std::optional<double> Description::updateDue() const {
    return isUpdateLate_ ? std::optional(updated_ + kMostDelay) : std::nullopt;
}

float Description::drawPage(const Session& session, const ui::Attention& attention, ImDrawList& drawList) {
    const RoomTimer timer(times_, Room::ui);
    const explorer::Handoff handoff = session.handoff();
    const ui::Model model = makeModel(session, attention, handoff, session.now());
    builder_.begin(session.language(), {0, 0, viewport_.width, viewport_.height});
    cards_.node = semantics::kNoNode;
    cards_.described.clear();
    const ui::Theme colours = theme();
    ui::Frame frame(model, colours, text_, builder_, drawList, shapes_, intents_, cards_, motion_, milestonePlans_);
    const float height = session.hasProgramme() ? ui::drawScreen(frame) : ui::drawProblems(frame, session.problems());
    frame.setHeight(semantics::kRootId, height);
    frame.finish();
    shownTip_ = frame.shownTip();
    return height;
}

semantics::Update Description::describeMore(const Session& session, const ui::Attention& attention) {
    if (virtualisedCards_.isComplete()) return {};
    completeTree_.reset();
    const explorer::Handoff handoff;
    const ui::Model model = makeModel(session, attention, handoff, {});
    for (int count = 0; count < kItemsInSlice; ++count) {
        const std::optional<semantics::ItemKey> key = virtualisedCards_.nextKey();
        if (!key) break;
        virtualisedCards_.keep(*key, ui::cardWords(model, *key));
    }
    const semantics::WordTable before = tree_.virtualised.words;
    virtualisedCards_.endSlice(tree_);
    return semantics::diff(before, tree_.virtualised.words);
}

ui::Model Description::makeModel(const Session& session, const ui::Attention& attention,
                                 const explorer::Handoff& handoff, programme::CivilTime now) const {
    return {.programme = session.programme(),
            .facts = session.facts(),
            .state = session.state(),
            .visit = session.visit(),
            .handoff = handoff,
            .now = now,
            .interfaceLanguage = programme::interfaceLanguage(session.language()),
            .attention = attention,
            .viewport = viewport_,
            .scrollOffsets = scrollOffsets_,
            .calendar = session.calendar()};
}

ui::Theme Description::theme() const {
    const ui::Theme& usual = viewport_.isDark ? ui::darkTheme() : ui::lightTheme();
    const ui::Theme& strong = viewport_.isDark ? ui::darkThemeWithMoreContrast() : ui::lightThemeWithMoreContrast();
    const ui::Theme& own = viewport_.hasMoreContrast ? strong : usual;
    return viewport_.accent == 0 ? own : ui::withAccent(own, viewport_.accent);
}

void Description::forgetSession() {
    drawnLanguage_.clear();
    intents_.clear();
    shownTip_.reset();
    cards_ = {};
    milestonePlans_ = {};
    virtualisedCards_.reset();
    completeTree_.reset();
}

const semantics::Tree& Description::completeTree() const {
    if (tree_.virtualised.list == semantics::kNoNode) return tree_;
    if (!completeTree_) completeTree_ = semantics::flatten(tree_);
    return *completeTree_;
}

const ui::Intent* Description::intentOf(NodeId node) const {
    return intents_.find(node);
}

std::optional<explorer::ChallengeIndex> Description::challengeAround(NodeId node) const {
    const semantics::Node* around = cards_.node == semantics::kNoNode ? nullptr : tree_.find(node);
    while (around != nullptr && around->id != semantics::kRootId && around->parent != cards_.node)
        around = tree_.find(around->parent);
    if (around == nullptr) return std::nullopt;
    const auto card = std::ranges::find(cards_.described, around->id, &semantics::DescribedItem::item);
    if (card == cards_.described.end()) return std::nullopt;
    return cards_.shown()[card->place];
}

std::optional<semantics::Rect> Description::cardRect(explorer::ChallengeIndex challenge, float scrollTop) const {
    if (cards_.node == semantics::kNoNode) return std::nullopt;
    const auto found = std::ranges::find(cards_.shown(), challenge);
    if (found == cards_.shown().end()) return std::nullopt;
    const auto place = static_cast<std::uint32_t>(found - cards_.shown().begin());
    const semantics::Rect list = visibleRect(cards_.node, scrollTop);
    semantics::Rect rect = cards_.layout->rectOf(place);
    rect.x += list.x;
    rect.y += list.y;
    return rect;
}

std::optional<explorer::ChallengeIndex> Description::firstCardInView() const {
    if (cards_.node == semantics::kNoNode || cards_.shown().empty()) return std::nullopt;
    const float top = visibleRect(cards_.node).y;
    const std::vector<std::uint32_t> places = cards_.layout->placesBetween(-top, cards_.layout->height());
    return places.empty() ? std::nullopt : std::optional(cards_.shown()[places.front()]);
}

bool Description::setScrollOffset(const semantics::ScrollOffset& offset) {
    const auto found = std::ranges::find(scrollOffsets_, offset.region, &semantics::ScrollOffset::region);
    if (found == scrollOffsets_.end()) {
        scrollOffsets_.push_back(offset);
        return true;
    }
    return std::exchange(*found, offset) != offset;
}

NodeId Description::hitTest(float x, float y) const {
    return semantics::hitTest(tree_, scrollOffsets_, viewport_.width, viewport_.height, x, y);
}

semantics::Rect Description::visibleRect(NodeId node) const {
    return semantics::visibleRect(tree_, scrollOffsets_, viewport_.width, viewport_.height, node);
}

std::vector<semantics::ScrollOffset> Description::offsetsAt(float scrollTop) const {
    std::vector<semantics::ScrollOffset> offsets = scrollOffsets_;
    for (semantics::ScrollOffset& offset : offsets) {
        if (offset.region == semantics::kRootId) offset.y = scrollTop;
    }
    return offsets;
}

semantics::Rect Description::visibleRect(NodeId node, float scrollTop) const {
    return semantics::visibleRect(tree_, offsetsAt(scrollTop), viewport_.width, viewport_.height, node);
}

semantics::Span Description::clearSpan(NodeId node, float scrollTop) const {
    return semantics::clearSpan(tree_, offsetsAt(scrollTop), viewport_.width, ui::visibleHeight(viewport_), node);
}

void Description::forgetText() {
    ImFontAtlasBuildDiscardBakes(&surface_.atlas(), 0);
    text_.forget();
}

void Description::beginAudit() {
    audit_.emplace();
    text_.recordTo(&*audit_);
}

std::vector<std::string> Description::undescribed() const {
    if (!audit_) return {};
    return ui::findUndescribed(*audit_, completeTree(), intents_, paintedOffsets_, viewport_.width, viewport_.height);
}

} // namespace platform
