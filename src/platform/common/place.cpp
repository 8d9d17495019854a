#include "platform/common/place.h"

#include "semantics/query.h"
#include "ui/screen.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace platform {

using explorer::ChallengeIndex;
using explorer::State;
using semantics::NodeId;
using semantics::Rect;

namespace {

constexpr float kLeastSeen = 24; // CSS px of the focused node that stay in view
constexpr float kMargin = 16;    // CSS px between an edge of the view and what is scrolled to

/// Whether a part of the rectangle of the page is in view.
bool isSeen(const Rect& rect, const ui::Viewport& viewport) {
    return rect.y + rect.height > viewport.scrollTop && rect.y < viewport.scrollTop + ui::visibleHeight(viewport);
}

/// Whether the node moves with the page: it neither sticks nor scrolls in a region of its own.
bool isInFlow(const semantics::Tree& tree, NodeId id) {
    for (const semantics::Node* node = tree.find(id); node != nullptr; node = tree.find(node->parent)) {
        if (node->id == semantics::kRootId) return true;
        if (node->stick != semantics::Stick::none || node->scrollAxes != 0) return false;
    }
    return false;
}

bool isInVerticalScroller(const semantics::Tree& tree, NodeId id) {
    for (const semantics::Node* node = tree.find(id); node != nullptr && node->id != semantics::kRootId;
         node = tree.find(node->parent)) {
        if ((node->scrollAxes & 2u) != 0) return true;
    }
    return false;
}

/// Of pages of their own, how many can lie below: the selection or the filter, the comparison, a challenge.
std::size_t depthOf(const State& state, const ui::Viewport& viewport) {
    if (isChallengeAPage(state, viewport)) return 2;
    return state.view == explorer::View::comparison ? 1 : 0;
}

} // namespace

bool isChallengeAPage(const State& state, const ui::Viewport& viewport) {
    return state.challenge && !ui::isWide(viewport);
}

bool isOtherPage(const State& before, const State& state, const ui::Viewport& viewport) {
    if (before.view != state.view) return true;
    return before.challenge != state.challenge &&
           (isChallengeAPage(before, viewport) || isChallengeAPage(state, viewport));
}

bool isOnPageOfItsOwn(const State& state, const ui::Viewport& viewport) {
    return isChallengeAPage(state, viewport) || explorer::isOfShortlist(state.view) ||
           ui::isFiltersPage(state, viewport);
}

// ── A change of the state ──

void PlaceKeeper::followChange(const State& before, const Session& session, const Description& page, NodeId source,
                               bool isNavigation) {
    const State& state = session.state();
    const ui::Viewport& viewport = page.viewport();
    const bool wasOnPage = isOnPageOfItsOwn(before, viewport);
    const bool isOnPage = isOnPageOfItsOwn(state, viewport);
    returnTo_ = semantics::kNoNode;
    if (!explorer::haveSameVisit(before, state)) left_.hasSameList = false;
    if (isOnPage && wasOnPage) {
        if (isOtherPage(before, state, viewport)) changePage(before, state, viewport, source);
    } else if (isOnPage) {
        leaveOverview(state, viewport);
    } else if (wasOnPage) {
        returnToOverview(viewport);
    } else if (!isNavigation && !anchor_) {
        if (before.challenge && !state.challenge) {
            closeBeside(before, page, source);
        } else if (before.challenge != state.challenge) {
            openBeside(before, state, page, source);
        } else if (before.milestone != state.milestone || before.crowd != state.crowd) {
            anchor_ = findAnchor(std::nullopt, page, source);
        }
    }
}

/// From a page of its own to another one: what is opened over a page begins at its top, and closing it returns to where
/// that page was left.
void PlaceKeeper::changePage(const State& before, const State& state, const ui::Viewport& viewport, NodeId source) {
    left_.challenge = state.challenge;
    left_.isTurned = true;
    scrollTop_ = 0.0F;
    const std::size_t from = depthOf(before, viewport);
    const std::size_t to = depthOf(state, viewport);
    if (to > from) covered_[from] = {viewport.scrollTop, viewport.width, source};
    if (to >= from) return;
    const CoveredPage page = std::exchange(covered_[to], {});
    returnTo_ = page.source;
    if (page.width == viewport.width)
        scrollTop_ = page.scrollTop;
    else
        revealFocus();
}

/// Remembers the overview, which a page of its own replaces, and scrolls to the top.
void PlaceKeeper::leaveOverview(const State& state, const ui::Viewport& viewport) {
    left_ = {
        .scrollTop = viewport.scrollTop, .width = viewport.width, .challenge = state.challenge, .scrollTopAfter = {}};
    scrollTop_ = 0.0F;
    covered_ = {};
}

/// Scrolls to where the overview was left. Where the width has changed since, and with it the layout, or another
/// challenge was shown, to the challenge's card.
void PlaceKeeper::returnToOverview(const ui::Viewport& viewport) {
    const bool isSameLayout = left_.width == viewport.width;
    if (isSameLayout || !left_.challenge) scrollTop_ = left_.scrollTop;
    if (!isSameLayout || left_.isTurned) cardToShow_ = left_.challenge;
}

/// A challenge was opened beside the list, or another one in place of the open one.
void PlaceKeeper::openBeside(const State& before, const State& state, const Description& page, NodeId source) {
    const ui::Viewport& viewport = page.viewport();
    anchor_ = findAnchor(state.challenge, page, source);
    if (before.challenge) {
        // From the detail itself: the list follows.
        if (!isInFlow(page.tree(), source)) cardToShow_ = state.challenge;
        left_.scrollTopAfter.reset();
        return;
    }
    left_ = {.scrollTop = viewport.scrollTop,
             .width = viewport.width,
             .challenge = state.challenge,
             .scrollTopAfter = viewport.scrollTop};
    notesScroll_ = true;
}

/// Where nothing was scrolled and filtered since, the page is again exactly where it was.
void PlaceKeeper::closeBeside(const State& before, const Description& page, NodeId source) {
    const ui::Viewport& viewport = page.viewport();
    const bool isUntouched = left_.scrollTopAfter && std::abs(*left_.scrollTopAfter - viewport.scrollTop) < 1 &&
                             left_.hasSameList && left_.width == viewport.width;
    if (isUntouched) {
        scrollTop_ = left_.scrollTop;
    } else {
        anchor_ = findAnchor(before.challenge, page, source);
    }
}

/// In this order, what is in view of: the source, where it moves with the page; its card, or the challenge's; the first
/// card.
std::optional<PlaceKeeper::Anchor> PlaceKeeper::findAnchor(std::optional<ChallengeIndex> challenge,
                                                           const Description& page, NodeId source) {
    const ui::Viewport& viewport = page.viewport();
    const std::optional<ChallengeIndex> around = page.challengeAround(source);
    if (!around && isInFlow(page.tree(), source)) {
        const Rect rect = semantics::absoluteRect(page.tree(), source);
        if (isSeen(rect, viewport)) return Anchor{{}, source, rect.y - viewport.scrollTop};
    }
    for (const std::optional<ChallengeIndex>& card : {around, challenge, page.firstCardBelow(viewport.scrollTop)}) {
        const std::optional<Rect> rect = card ? page.cardRect(*card) : std::nullopt;
        if (rect && isSeen(*rect, viewport)) return Anchor{card, semantics::kNoNode, rect->y - viewport.scrollTop};
    }
    return std::nullopt;
}

void PlaceKeeper::goTo(const Description& page, NodeId node) {
    // What sticks is in view, or comes there.
    if (!isInFlow(page.tree(), node)) return revealFocus();
    scrollTop_ = std::max(0.0F, semantics::absoluteRect(page.tree(), node).y - kMargin);
}

void PlaceKeeper::forgetSession() {
    left_ = {};
    anchor_.reset();
    cardToShow_.reset();
}

// ── Around a frame ──

void PlaceKeeper::prepareFrame(const Session& session, const Description& page, const ui::Viewport& viewport) {
    if (std::exchange(notesScroll_, false) && left_.scrollTopAfter) left_.scrollTopAfter = viewport.scrollTop;
    if (page.viewport().width <= 0) return;
    const bool wasOnPage = isOnPageOfItsOwn(session.state(), page.viewport());
    const bool isOnPage = isOnPageOfItsOwn(session.state(), viewport);
    if (!wasOnPage && isOnPage) leaveOverview(session.state(), page.viewport());
    if (wasOnPage && !isOnPage) returnToOverview(viewport);
}

void PlaceKeeper::followLayout(const Session& session, const Description& page) {
    const ui::Viewport& viewport = page.viewport();
    if (const auto anchor = std::exchange(anchor_, std::nullopt)) {
        std::optional<Rect> rect = anchor->card ? page.cardRect(*anchor->card) : std::nullopt;
        if (page.tree().find(anchor->node) != nullptr) rect = semantics::absoluteRect(page.tree(), anchor->node);
        if (rect && std::abs(rect->y - anchor->top - viewport.scrollTop) >= 0.5F)
            scrollTop_ = std::max(0.0F, rect->y - anchor->top);
    }
    if (std::exchange(showsOpenCard_, false) && !isOnPageOfItsOwn(session.state(), viewport))
        cardToShow_ = session.state().challenge;
    if (const auto card = std::exchange(cardToShow_, std::nullopt)) scrollToCard(page, *card);
}

void PlaceKeeper::finishFrame(const Description& page, NodeId focused, Effects& effects) {
    const Reveal reveals = std::exchange(reveals_, Reveal::none);
    if (reveals != Reveal::none) scrollToFocus(page, focused, reveals == Reveal::whole);
    const bool isUntouched = left_.scrollTopAfter && std::abs(*left_.scrollTopAfter - page.viewport().scrollTop) < 1;
    notesScroll_ |= scrollTop_ && isUntouched;
    if (scrollTop_) effects.scrollPageTo = std::exchange(scrollTop_, std::nullopt);
}

float PlaceKeeper::scrollTop(const Description& page) const {
    return scrollTop_.value_or(page.viewport().scrollTop);
}

/// Scrolls no farther than needed for the whole card. So a panel beside the list, as high as the view, still has room
/// there: the list's end would push it out.
void PlaceKeeper::scrollToCard(const Description& page, ChallengeIndex challenge) {
    const std::optional<Rect> rect = page.cardRect(challenge);
    if (!rect) return;
    const float top = scrollTop(page);
    const float height = ui::visibleHeight(page.viewport());
    const float bottom = rect->y + rect->height;
    const bool isHigh = rect->height > height - 2 * kMargin;
    if (rect->y < top || (isHigh && bottom > top + height)) {
        scrollTop_ = std::max(0.0F, rect->y - kMargin);
    } else if (bottom > top + height) {
        scrollTop_ = bottom - height + kMargin;
    }
}

bool PlaceKeeper::isInView(const Description& page, NodeId node) const {
    const semantics::Span clear = page.clearSpan(node, scrollTop(page));
    const Rect rect = page.visibleRect(node, scrollTop(page));
    return rect.y < clear.bottom && rect.y + rect.height > clear.top;
}

void PlaceKeeper::scrollToFocus(const Description& page, NodeId focused, bool isWhole) {
    const semantics::Tree& tree = page.tree();
    if (tree.find(focused) == nullptr || isInVerticalScroller(tree, focused)) return;
    const float top = scrollTop(page);
    const semantics::Span clear = page.clearSpan(focused, top);
    const Rect rect = page.visibleRect(focused, top);
    const float bottom = rect.y + rect.height;
    const float seen = std::min(bottom, clear.bottom) - std::max(rect.y, clear.top);
    if (seen >= (isWhole ? rect.height : std::min(rect.height, kLeastSeen)) - 0.5F) return; // but for rounding
    const float natural = semantics::absoluteRect(tree, focused).y;
    const bool isStuck = std::abs(rect.y - (natural - top)) > 0.5F;
    // What is stuck moves with the page only where it no longer sticks.
    const bool isHigh = rect.height > clear.bottom - clear.top - 2 * kMargin;
    const bool startsAtTop = rect.y < clear.top || isStuck || isHigh;
    scrollTop_ = std::max(0.0F, startsAtTop ? natural - clear.top - kMargin : top + bottom - clear.bottom + kMargin);
}

} // namespace platform
