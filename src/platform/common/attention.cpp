#include "platform/common/attention.h"

#include "ui/screen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace platform {

using explorer::Action;
using semantics::NodeId;

namespace {

constexpr float kLeastKeyboardHeight = 150; // CSS px: a viewport that becomes so much lower has an on-screen keyboard
constexpr float kScrollEdge = 64;           // CSS px: nearer to an edge of the view a dragged row scrolls the page
constexpr float kScrollSpeed = 12;          // CSS px in a second, for each CSS px nearer
constexpr double kTypingPause = 0.7;        // seconds without input after which typing has ended
constexpr double kSpeakingTime =
    4; // seconds for which an announcement stays in the tree, for screen readers to notice it

/// The action of the node's intent; nullptr where it has none.
const Action* actionOf(const Description& page, NodeId node) {
    const ui::Intent* intent = page.intentOf(node);
    return intent == nullptr ? nullptr : std::get_if<Action>(intent);
}

/// The node that gets the focus on a page of its own.
NodeId beginningOf(const explorer::State& state, const ui::Viewport& viewport) {
    if (isChallengeAPage(state, viewport)) return ui::detailCloseButton();
    return explorer::isOfShortlist(state.view) ? ui::shortlistHeading() : ui::filtersCloseButton();
}

/// Closes, in this order of precedence, the open milestone, the open crowd of milestones, the open challenge, the view.
KeyAnswer closeInnermost(const explorer::State& state) {
    if (state.milestone) return {true, explorer::ToggleMilestone{*state.milestone}};
    if (state.crowd) return {true, explorer::ToggleCrowd{*state.crowd}};
    if (state.challenge) return {true, explorer::CloseChallenge{}};
    if (state.view == explorer::View::comparison) return {true, explorer::SetView{explorer::View::shortlist}};
    if (state.view != explorer::View::challenges) return {true, explorer::SetView{explorer::View::challenges}};
    return {};
}

} // namespace

// ── The pointer ──

bool AttentionTracker::movePointer(const Description& page, std::optional<std::pair<float, float>> position) {
    pointer_ = position;
    // While the pointer is on the tooltip, or between it and its owner, the owner stays hovered.
    const auto& tip = page.shownTip();
    if (position && tip && tip->owner == shown_.hovered && contains(tip->reach, position->first, position->second))
        return false;
    const NodeId hovered = position ? page.hitTest(position->first, position->second) : semantics::kNoNode;
    if (std::exchange(shown_.hovered, hovered) == hovered) return false;
    shown_.dismissedTip = semantics::kNoNode;
    return true;
}

bool AttentionTracker::dismissTip(const Description& page) {
    if (dropRow() != semantics::kNoNode) return isRowGivenUp_ = true;
    const auto& tip = page.shownTip();
    // One that the next frame no longer shows takes no Escape from what the visitor wants to close.
    const auto isOwner = [&](NodeId node) { return tip->owner == node; };
    if (!tip ||
        std::ranges::none_of(std::array{shown_.hovered, shown_.focused, shown_.askedTip, shown_.copied}, isOwner))
        return false;
    return std::exchange(shown_.dismissedTip, tip->owner) != tip->owner;
}

// ── A row that is dragged ──

bool AttentionTracker::dragRow(const Description& page, NodeId handle, float dy, float y) {
    const semantics::Node* node = page.tree().find(handle);
    if (node == nullptr || !semantics::isHandle(*node) || isRowGivenUp_) return false;
    const ui::Viewport& viewport = page.viewport();
    if (shown_.row.handle != handle) shown_.row = {handle, y - dy + viewport.scrollTop, 0};
    rowY_ = y;
    return true;
}

NodeId AttentionTracker::dropRow() {
    isRowGivenUp_ = isScrolling_ = false;
    return std::exchange(shown_.row, {}).handle;
}

void AttentionTracker::scrollForRow(const Description& page, Effects& effects) {
    if (shown_.row.handle == semantics::kNoNode) return;
    const ui::Viewport& viewport = page.viewport();
    const float top = viewport.scrollTop;
    const semantics::Span clear = page.clearSpan(shown_.row.handle, top);
    const float near =
        std::min(rowY_ - clear.top - kScrollEdge, 0.0F) + std::max(rowY_ - clear.bottom + kScrollEdge, 0.0F);
    // Not away from the edge at which the row was taken.
    const bool isAway = near * (shown_.row.to - shown_.row.from) < 0;
    const float past = isAway ? 0 : std::clamp(near, -kScrollEdge, kScrollEdge);
    const float last = page.tree().nodes.front().rect.height - ui::visibleHeight(viewport);
    isScrolling_ = past < 0 ? top > 0 : past > 0 && top < last - 1;
    const double passed = std::min(viewport.seconds - scrolledForRow_, 0.05); // no jump after a rest
    const float step = past * kScrollSpeed * static_cast<float>(passed);
    // Browsers round the position: less than a pixel waits for the next frame.
    if (isScrolling_ && std::abs(step) < 1) return;
    scrolledForRow_ = viewport.seconds;
    if (isScrolling_) effects.scrollPageTo = std::clamp(top + step, 0.0F, last);
}

/// Sets the challenge that is hovered, or else visibly focused, and the one whose card has the focus.
void AttentionTracker::findAttendedChallenge(const Description& page) {
    shown_.challenge.reset();
    for (const NodeId id : {shown_.hovered, shown_.isFocusVisible ? shown_.focused : semantics::kNoNode}) {
        const Action* action = actionOf(page, id);
        const auto* open = action == nullptr ? nullptr : std::get_if<explorer::OpenChallenge>(action);
        if (open == nullptr) continue;
        shown_.challenge = open->challenge;
        break;
    }
    shown_.focusedChallenge = lastRead_ ? lastRead_ : page.challengeAround(shown_.focused);
}

// ── The focus ──

bool AttentionTracker::setFocus(const Description& page, NodeId node, bool isVisible) {
    semantics::noteTabStop(page.tree(), node, tabStops_);
    const auto compositeOf = [&page](NodeId id) {
        const semantics::Node* found = page.tree().find(id);
        return found == nullptr ? semantics::kNoNode : found->composite;
    };
    const bool isEntering = isVisible && compositeOf(node) != compositeOf(shown_.focused);
    if (shown_.focused != node) shown_.enteredMember = isEntering ? node : semantics::kNoNode;
    if (shown_.focused != node) shown_.dismissedTip = shown_.askedTip = semantics::kNoNode;
    const bool isOtherNode = std::exchange(shown_.focused, node) != node;
    if (isOtherNode) raiseField(page);
    return (std::exchange(shown_.isFocusVisible, isVisible) != isVisible) || isOtherNode;
}

/// On a phone: moves the search field to the upper edge of the view, so that its keyboard leaves room for what is
/// found.
void AttentionTracker::raiseField(const Description& page) {
    const semantics::Node* field = page.tree().find(shown_.focused);
    const bool isField = field != nullptr && field->role == semantics::Role::searchField;
    if (isField && page.viewport().hasCoarsePointer && ui::isPhone(page.viewport())) place_.goTo(page, field->id);
}

void AttentionTracker::goTo(const Description& page, NodeId node, Effects& effects) {
    const NodeId card = findFirstCard(page, node);
    const NodeId focused = card == semantics::kNoNode ? node : card;
    (void)setFocus(page, focused, shown_.isFocusVisible);
    effects.focus = FocusMove{focused};
    place_.goTo(page, node);
}

/// The link of the first card in that region.
NodeId AttentionTracker::findFirstCard(const Description& page, NodeId region) const {
    bool isInside = false;
    for (const semantics::Node& node : page.tree().nodes) {
        isInside |= node.id == region;
        if (isInside && node.composite != semantics::kNoNode) {
            const semantics::Node* list = page.tree().find(node.composite);
            return list != nullptr && list->parent == region ? node.id : semantics::kNoNode;
        }
    }
    return semantics::kNoNode;
}

/// Shows the focus ring and scrolls the node into view.
void AttentionTracker::moveFocusByKey(const Description& page, NodeId node, Effects& effects) {
    (void)setFocus(page, node, true);
    place_.revealFocus();
    effects.focus = FocusMove{node, true};
}

KeyAnswer AttentionTracker::pressKey(const Session& session, const Description& page, NodeId node, std::string_view key,
                                     Effects& effects) {
    if (!session.hasProgramme()) return {};
    if (key == "Escape") {
        if (dismissTip(page) || showKeys(false)) return {true, {}};
        return closeInnermost(session.state());
    }
    if (shown_.showsKeys) return {key == "?" && session.state().usesLetterKeys && showKeys(false), {}};
    if (key.size() == 1) {
        if (!session.state().usesLetterKeys) return {};
        return pressLetter(session, page, node, key, effects);
    }
    if (std::optional<Action> action = timeline_.pressKey(session, page, node, key)) return {true, action};
    const std::optional<NodeId> beside = semantics::memberBeside(page.tree(), node, key, page.viewport().height);
    if (!beside) return {};
    moveFocusByKey(page, *beside, effects);
    return {true, showInTimeline(session, page, *beside)};
}

KeyAnswer AttentionTracker::pressLetter(const Session& session, const Description& page, NodeId node,
                                        std::string_view key, Effects& effects) {
    if (std::optional<Action> action = timeline_.pressKey(session, page, node, key)) return {true, action};
    const semantics::Tree& tree = page.tree();
    if (key == "/") {
        const auto field = std::ranges::find(tree.nodes, semantics::Role::searchField, &semantics::Node::role);
        if (field == tree.nodes.end()) return {};
        moveFocusByKey(page, field->id, effects);
        return {true, {}};
    }
    if (key != "?" || !ui::hasKeys(page.viewport())) return {};
    (void)showKeys(true);
    return {true, {}};
}

bool AttentionTracker::showKeys(bool isOpen) {
    if (std::exchange(shown_.showsKeys, isOpen) == isOpen) return false;
    if (isOpen) focusBeforeKeys_ = shown_.focused;
    if (!isOpen && focusBeforeKeys_ == semantics::kNoNode) shown_.focused = semantics::kNoNode;
    focusAfterFrame_ = isOpen ? ui::keysDialog() : focusBeforeKeys_;
    returnsToList_ = false;
    return true;
}

// ── Text ──

bool AttentionTracker::compose(std::string_view text) {
    if (shown_.composition == text) return false;
    shown_.composition = text;
    return true;
}

// ── Around a change and a frame ──

void AttentionTracker::followChange(const explorer::State& before, const Session& session, const Description& page,
                                    NodeId source, bool isNavigation) {
    shown_.copied = semantics::kNoNode;
    shown_.askedTip = semantics::kNoNode;
    place_.followChange(before, session, page, source, isNavigation);
    timeline_.noteChange(before, session);
    const explorer::State& state = session.state();
    if (state.shortlist.size() > before.shortlist.size() && !isNavigation) noteLimit(session, source);
    const bool wasOnPage = isOnPageOfItsOwn(before, page.viewport());
    const bool isOnPage = isOnPageOfItsOwn(state, page.viewport());
    const Action* action = actionOf(page, source);
    const bool isOpened =
        state.challenge && before.challenge != state.challenge &&
        (!before.challenge || (action != nullptr && std::holds_alternative<explorer::OpenChallenge>(*action)));
    const auto hasFilters = [](const explorer::State& of) { return of.view == explorer::View::filters; };
    const bool opensFilters = !hasFilters(before) && hasFilters(state);
    const bool closesFilters = hasFilters(before) && !hasFilters(state);
    if (!wasOnPage && (isOnPage || isOpened || opensFilters)) {
        focusInOverview_ = shown_.focused;
        opened_ = source == semantics::kNoNode ? std::nullopt : state.challenge;
    }
    if (isOnPage && (!wasOnPage || isOtherPage(before, state, page.viewport()))) {
        focusAfterFrame_ =
            place_.returnTo() == semantics::kNoNode ? beginningOf(state, page.viewport()) : place_.returnTo();
        returnsToList_ = false;
    } else if (!isOnPage && (wasOnPage || closesFilters || (before.challenge && !state.challenge))) {
        focusAfterFrame_ = focusInOverview_;
        returnsToList_ = before.challenge && !state.challenge;
        if (returnsToList_ && before.challenge != opened_) lastRead_ = before.challenge;
    }
    // Its end was in view, and the list begins far above.
    if (closesFilters && !wasOnPage && ui::isPhone(page.viewport())) place_.revealFocus();
    // What has the focus may have moved out of view with what is above it.
    if (shown_.isFocusVisible && !isNavigation) place_.keepFocusInView();
}

/// Where more challenges are kept than an application may name, says so at the control that has kept one more.
void AttentionTracker::noteLimit(const Session& session, NodeId source) {
    const explorer::Handoff handoff = session.handoff();
    if (handoff.leftOut == 0) return;
    shown_.askedTip = source;
    shown_.dismissedTip = semantics::kNoNode;
    toAnnounce_ =
        programme::counted(programme::CountedWord::handoff_limit, programme::interfaceLanguage(session.language()),
                           static_cast<std::int64_t>(handoff.challenges.size()));
}

void AttentionTracker::forgetSession() {
    shown_.challenge.reset();
    shown_.focusedChallenge.reset();
    shown_.showsKeys = false;
    (void)dropRow();
    place_.forgetSession();
    timeline_.forgetSession();
}

void AttentionTracker::prepareFrame(const Session& session, const Description& page, const ui::Viewport& viewport) {
    place_.prepareFrame(session, page, viewport);
    if (page.viewport().height - viewport.height >= kLeastKeyboardHeight) raiseField(page);
    announce(session, viewport);
    findAttendedChallenge(page);
    shown_.timeline = timeline_.shown();
    shown_.row.to = rowY_ + viewport.scrollTop;
    const bool isFar = std::abs(viewport.scrollTop - shown_.describedTop) > viewport.height / 2;
    if (viewport.isAttended && isFar) shown_.describedTop = viewport.scrollTop;
}

/// Announces what was copied, and the number of challenges when it has changed: at once after a choice, after typing
/// when the typing has paused.
void AttentionTracker::announce(const Session& session, const ui::Viewport& viewport) {
    if (!session.hasProgramme()) return;
    const std::string summary =
        programme::counted(programme::CountedWord::challenges, programme::interfaceLanguage(session.language()),
                           static_cast<std::int64_t>(session.visit().shown.size()));
    const bool isOther = listSummary_ && *listSummary_ != summary;
    const bool isWaiting = announcementChange_ && shown_.announcement.empty();
    listSummary_ = summary;
    if (isOther || (hasTyped_ && isWaiting)) {
        shown_.announcement.clear();
        announcementChange_ = viewport.seconds + (hasTyped_ ? kTypingPause : 0);
    }
    hasTyped_ = false;
    if (!toAnnounce_.empty()) {
        shown_.announcement = std::exchange(toAnnounce_, {});
        announcementChange_ = viewport.seconds + kSpeakingTime;
    }
    if (!announcementChange_ || viewport.seconds < *announcementChange_) return;
    if (shown_.announcement.empty()) {
        shown_.announcement = summary;
        announcementChange_ = viewport.seconds + kSpeakingTime;
    } else {
        shown_.announcement.clear();
        announcementChange_.reset();
    }
}

bool AttentionTracker::finishFrame(const Session& session, const Description& page, Effects& effects) {
    place_.followLayout(session, page);
    if (focusAfterFrame_) moveFocusAfterFrame(page, effects);
    keepFocus(page, effects);
    place_.finishFrame(page, shown_.focused, effects);
    scrollForRow(page, effects);
    return pointer_ && movePointer(page, pointer_);
}

void AttentionTracker::moveFocusAfterFrame(const Description& page, Effects& effects) {
    NodeId node = *std::exchange(focusAfterFrame_, std::nullopt);
    if (const auto challenge = std::exchange(lastRead_, std::nullopt)) {
        const auto isItsCard = [&](const semantics::Node& of) {
            return of.composite == page.list() && page.challengeAround(of.id) == challenge;
        };
        const auto card = std::ranges::find_if(page.tree().nodes, isItsCard);
        if (card != page.tree().nodes.end()) node = card->id;
    }
    if (node == semantics::kNoNode) return;
    const bool isThere = page.tree().find(node) != nullptr;
    // Who has scrolled on by mouse or finger while a challenge was open stays there, at the first card in view.
    const bool staysHere = returnsToList_ && !shown_.isFocusVisible && !place_.isInView(page, node);
    if (!isThere || staysHere) {
        const NodeId card = findCardInView(page);
        if (card != semantics::kNoNode) node = card;
    }
    if (page.tree().find(node) == nullptr) return;
    effects.focus = FocusMove{node};
    shown_.focused = node;
}

/// The link of the first card of the list that is in view.
NodeId AttentionTracker::findCardInView(const Description& page) const {
    for (const semantics::Node& node : page.tree().nodes) {
        if (node.composite != semantics::kNoNode && page.challengeAround(node.id) && place_.isInView(page, node.id))
            return node.id;
    }
    return semantics::kNoNode;
}

/// Where the focused node no longer exists, moves the focus to the nearest interactive node in the former reading
/// order, first behind it, then before it: of its siblings in view; else, from above the cards, to the number of
/// challenges; else of all.
void AttentionTracker::keepFocus(const Description& page, Effects& effects) {
    const semantics::Tree& tree = page.tree();
    if (shown_.focused == semantics::kNoNode || tree.find(shown_.focused) != nullptr) return;
    const std::vector<semantics::Node>& before = page.previousTree().nodes;
    const auto place = std::ranges::find(before, shown_.focused, &semantics::Node::id);
    const NodeId results = ui::resultsIn(page.viewport());
    const bool wasOfResults = semantics::isInside(page.previousTree(), shown_.focused, results);
    shown_.focused = semantics::kNoNode;
    if (place == before.end()) return; // its place in the reading order is not known
    const bool wasOfCard = place->composite != semantics::kNoNode || place->companionOf != semantics::kNoNode;
    const auto findNearest = [&](auto isWanted) {
        const auto isLeft = [&](const semantics::Node& node) {
            return node.isInteractive && tree.find(node.id) != nullptr && isWanted(node);
        };
        const auto next = std::find_if(place, before.end(), isLeft);
        if (next != before.end()) return next->id;
        const auto previous = std::find_if(std::make_reverse_iterator(place), before.rend(), isLeft);
        return previous == before.rend() ? semantics::kNoNode : previous->id;
    };
    NodeId found = findNearest(
        [&](const semantics::Node& node) { return node.parent == place->parent && place_.isInView(page, node.id); });
    const NodeId heading = ui::resultsHeading(page.viewport());
    if (found == semantics::kNoNode && wasOfResults && !wasOfCard && tree.find(heading) != nullptr) found = heading;
    if (found == semantics::kNoNode) found = findNearest([](const semantics::Node&) { return true; });
    shown_.focused = found;
    effects.focus = FocusMove{found};
}

} // namespace platform
