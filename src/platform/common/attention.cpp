#include "platform/common/attention.h"

#include "ui/screen.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace platform {

using explorer::Action;
using semantics::NodeId;

namespace {

constexpr double kTypingPause = 0.7; // seconds without input after which typing has ended
constexpr double kSpeakingTime =
    4; // seconds for which an announcement stays in the tree, for screen readers to notice it
constexpr float kMarginAbove = 16; // CSS px between the upper edge of the view and what is scrolled to

/// Whether a challenge or the filter is shown as a page of its own instead of the overview (ui::drawScreen).
bool isOnPageOfItsOwn(const explorer::State& state, const ui::Viewport& viewport) {
    return (state.challenge && !ui::isWide(viewport)) ||
           (state.view == explorer::View::filters && ui::isPhone(viewport));
}

bool isIn(const semantics::Tree& tree, NodeId region, NodeId node) {
    const semantics::Node* around = tree.find(node);
    while (around != nullptr && around->id != region && around->id != semantics::kRootId)
        around = tree.find(around->parent);
    return around != nullptr && around->id == region;
}

/// The action of the node's intent; nullptr where it has none.
const Action* actionOf(const Description& page, NodeId node) {
    const ui::Intent* intent = page.intentOf(node);
    return intent == nullptr ? nullptr : std::get_if<Action>(intent);
}

/// Closes, in this order of precedence, the open milestone, the open crowd of milestones, the open challenge, the view.
KeyAnswer closeInnermost(const explorer::State& state) {
    if (state.milestone) return {true, explorer::ToggleMilestone{*state.milestone}};
    if (state.crowd) return {true, explorer::ToggleCrowd{*state.crowd}};
    if (state.challenge) return {true, explorer::CloseChallenge{}};
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
    const auto& tip = page.shownTip();
    return tip && std::exchange(shown_.dismissedTip, tip->owner) != tip->owner;
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
    shown_.focusedChallenge = page.challengeAround(shown_.focused);
}

// ── The focus ──

bool AttentionTracker::setFocus(const Description& page, NodeId node, bool isVisible) {
    semantics::noteTabStop(page.tree(), node, tabStops_);
    if (shown_.focused != node) shown_.dismissedTip = semantics::kNoNode;
    const bool isOtherNode = std::exchange(shown_.focused, node) != node;
    return (std::exchange(shown_.isFocusVisible, isVisible) != isVisible) || isOtherNode;
}

void AttentionTracker::goTo(const Description& page, NodeId node, Effects& effects) {
    (void)setFocus(page, node, shown_.isFocusVisible);
    effects.focus = FocusMove{node};
    effects.scrollPageTo = std::max(0.0F, semantics::absoluteRect(page.tree(), node).y - kMarginAbove);
}

/// Shows the focus ring and scrolls the node into view.
void AttentionTracker::moveFocusByKey(const Description& page, NodeId node, Effects& effects) {
    (void)setFocus(page, node, true);
    effects.focus = FocusMove{node, true};
}

KeyAnswer AttentionTracker::pressKey(const Session& session, const Description& page, NodeId node, std::string_view key,
                                     Effects& effects) {
    if (!session.hasProgramme()) return {};
    if (key == "Escape") {
        if (dismissTip(page) || leaveKeysRegion(page, effects)) return {true, {}};
        return closeInnermost(session.state());
    }
    if (key.size() == 1) {
        if (!session.state().usesLetterKeys) return {};
        return pressLetter(session, page, node, key, effects);
    }
    const std::optional<NodeId> beside = semantics::memberBeside(page.tree(), node, key, page.viewport().height);
    if (!beside) return {};
    moveFocusByKey(page, *beside, effects);
    return {true, showInTimeline(session, page, *beside)};
}

KeyAnswer AttentionTracker::pressLetter(const Session& session, const Description& page, NodeId node,
                                        std::string_view key, Effects& effects) {
    if (std::optional<Action> action = timeline_.pressKey(session, page, node, key)) return {true, std::move(action)};
    const semantics::Tree& tree = page.tree();
    if (key == "/") {
        const auto field = std::ranges::find(tree.nodes, semantics::Role::searchField, &semantics::Node::role);
        if (field == tree.nodes.end()) return {};
        moveFocusByKey(page, field->id, effects);
        return {true, {}};
    }
    if (key != "?" || tree.find(ui::keysRegion()) == nullptr) return {};
    if (!isIn(tree, ui::keysRegion(), shown_.focused)) focusBeforeKeys_ = shown_.focused;
    moveFocusByKey(page, ui::keysRegion(), effects);
    return {true, {}};
}

/// Moves the focus from the list of keys back to where it was when "?" was pressed. False where it is not in the list.
bool AttentionTracker::leaveKeysRegion(const Description& page, Effects& effects) {
    if (!isIn(page.tree(), ui::keysRegion(), shown_.focused)) return false;
    const NodeId before = std::exchange(focusBeforeKeys_, semantics::kNoNode);
    if (page.tree().find(before) == nullptr) return false;
    moveFocusByKey(page, before, effects);
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
                                    Effects& effects) {
    shown_.copied = semantics::kNoNode;
    const explorer::State& state = session.state();
    const ui::Viewport& viewport = page.viewport();
    const bool wasOnPage = isOnPageOfItsOwn(before, viewport);
    const bool isOnPage = isOnPageOfItsOwn(state, viewport);
    const bool isOtherChallenge = before.challenge != state.challenge;
    const bool isFirstOpened = !before.challenge && state.challenge;
    if (!wasOnPage && (isOnPage || isFirstOpened)) leftOverview_.focused = shown_.focused;
    if (isOnPage && (!wasOnPage || isOtherChallenge)) {
        if (wasOnPage) {
            leftOverview_.challenge = state.challenge;
            effects.scrollPageTo = 0.0F;
        } else {
            leaveOverview(state, viewport, effects);
        }
        focusAfterFrame_ = state.challenge ? ui::detailCloseButton() : ui::filtersCloseButton();
    } else if (wasOnPage && !isOnPage) {
        returnToOverview(viewport, effects);
        focusAfterFrame_ = leftOverview_.focused;
    } else if (!isOnPage && before.challenge && !state.challenge) {
        focusAfterFrame_ = leftOverview_.focused;
    }
}

/// Remembers the overview, which a page of its own replaces, and scrolls to the top.
void AttentionTracker::leaveOverview(const explorer::State& state, const ui::Viewport& viewport, Effects& effects) {
    leftOverview_.scrollTop = viewport.scrollTop;
    leftOverview_.width = viewport.width;
    leftOverview_.challenge = state.challenge;
    effects.scrollPageTo = 0.0F;
}

/// Scrolls to where the overview was left. Where the width has changed since, and with it the layout, to the
/// challenge's card.
void AttentionTracker::returnToOverview(const ui::Viewport& viewport, Effects& effects) {
    if (leftOverview_.width == viewport.width || !leftOverview_.challenge) {
        effects.scrollPageTo = leftOverview_.scrollTop;
    } else {
        cardToShowAfterFrame_ = leftOverview_.challenge;
    }
}

void AttentionTracker::forgetSession() {
    shown_.challenge.reset();
    shown_.focusedChallenge.reset();
    leftOverview_.challenge.reset();
    cardToShowAfterFrame_.reset();
}

void AttentionTracker::prepareFrame(const Session& session, const Description& page, const ui::Viewport& viewport,
                                    Effects& effects) {
    // Where the viewport was narrowed, what was beside the overview becomes a page of its own; and vice versa.
    const bool hadViewport = page.viewport().width > 0;
    const bool wasOnPage = isOnPageOfItsOwn(session.state(), page.viewport());
    const bool isOnPage = isOnPageOfItsOwn(session.state(), viewport);
    if (hadViewport && !wasOnPage && isOnPage) leaveOverview(session.state(), page.viewport(), effects);
    if (hadViewport && wasOnPage && !isOnPage) returnToOverview(viewport, effects);
    announce(session, viewport);
    findAttendedChallenge(page);
    const bool isFar = std::abs(viewport.scrollTop - shown_.describedTop) > viewport.height / 2;
    if (viewport.isAttended && isFar) shown_.describedTop = viewport.scrollTop;
}

/// Announces the number of challenges when it has changed: at once after a choice, after typing when the typing has
/// paused.
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
    if (!announcementChange_ || viewport.seconds < *announcementChange_) return;
    if (shown_.announcement.empty()) {
        shown_.announcement = summary;
        announcementChange_ = viewport.seconds + kSpeakingTime;
    } else {
        shown_.announcement.clear();
        announcementChange_.reset();
    }
}

bool AttentionTracker::finishFrame(const Description& page, Effects& effects) {
    if (const auto challenge = std::exchange(cardToShowAfterFrame_, std::nullopt)) {
        if (const std::optional<float> top = page.cardTop(*challenge))
            effects.scrollPageTo = std::max(0.0F, *top - kMarginAbove);
    }
    if (focusAfterFrame_) moveFocusAfterFrame(page, effects);
    keepFocus(page, effects);
    return pointer_ && movePointer(page, pointer_);
}

void AttentionTracker::moveFocusAfterFrame(const Description& page, Effects& effects) {
    const NodeId node = *std::exchange(focusAfterFrame_, std::nullopt);
    if (node == semantics::kNoNode || page.tree().find(node) == nullptr) return;
    effects.focus = FocusMove{node};
    shown_.focused = node;
}

/// Where the focused node no longer exists, moves the focus to the nearest interactive node in the former reading
/// order, first behind it, then before it.
void AttentionTracker::keepFocus(const Description& page, Effects& effects) {
    const semantics::Tree& tree = page.tree();
    if (shown_.focused == semantics::kNoNode || tree.find(shown_.focused) != nullptr) return;
    const std::vector<semantics::Node>& before = page.previousTree().nodes;
    const auto place = std::ranges::find(before, shown_.focused, &semantics::Node::id);
    shown_.focused = semantics::kNoNode;
    if (place == before.end()) return; // its place in the reading order is not known
    const auto isThere = [&](const semantics::Node& node) {
        return node.isInteractive && tree.find(node.id) != nullptr;
    };
    const auto next = std::find_if(place, before.end(), isThere);
    const auto previous = std::find_if(std::make_reverse_iterator(place), before.rend(), isThere);
    if (next != before.end())
        shown_.focused = next->id;
    else if (previous != before.rend())
        shown_.focused = previous->id;
    effects.focus = FocusMove{shown_.focused};
}

} // namespace platform
