#include "platform/common/place.h"

#include "base/clamp.h"
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

/// Whether a part of the rectangle on the viewport is in view.
bool isSeen(const Rect& rect, const ui::Viewport& viewport) {
    return rect.y + rect.height > 0 && rect.y < ui::visibleHeight(viewport);
}

/// The scroll position nearest to `from` at which `edge` of it is `wanted`; where none is, one end of the page. What
/// sticks stays where it is over a part of the range: `edge` falls or stays the same while the page is scrolled down.
template <typename Edge>
float findScroll(const Description& page, float from, float wanted, const Edge& edge) {
    constexpr float kClose = 0.5F; // CSS px; but for rounding
    constexpr int kHalvings = 32;
    const float off = edge(from) - wanted;
    if (std::abs(off) < kClose) return from;
    const float last = std::max(0.0F, page.tree().nodes.front().rect.height - ui::visibleHeight(page.viewport()));
    const float direct = base::clampInto(from + off, 0.0F, last);
    if (std::abs(edge(direct) - wanted) < kClose) return direct;
    float near = from;
    float far = off > 0 ? last : 0.0F;
    for (int count = 0; count < kHalvings; ++count) {
        const float middle = (near + far) / 2;
        const float rest = edge(middle) - wanted;
        ((off > 0 ? rest >= kClose : rest <= -kClose) ? near : far) = middle;
    }
    return std::round(far);
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
    if (!explorer::haveSameFilters(before, state)) left_.hasSameList = false;
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
        } else if (!explorer::haveSameFilters(before, state)) {
            showsResults_ = true;
            anchor_ = anchorAt(page, source);
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

/// The node, or what is nearest around it and still there after the frame.
PlaceKeeper::Anchor PlaceKeeper::anchorAt(const Description& page, NodeId source) {
    Anchor anchor;
    for (const semantics::Node* node = page.tree().find(source); node != nullptr && node->id != semantics::kRootId;
         node = page.tree().find(node->parent))
        anchor.nodes.push_back({node->id, page.visibleRect(node->id).y});
    return anchor;
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
    showsResults_ = !left_.hasSameList;
}

/// A challenge was opened beside the list, or another one in place of the open one.
void PlaceKeeper::openBeside(const State& before, const State& state, const Description& page, NodeId source) {
    const ui::Viewport& viewport = page.viewport();
    const bool isOfList = page.challengeAround(source).has_value();
    const bool isAbove = isInFlow(page.tree(), source) && !isOfList;
    anchor_ = findAnchor(state.challenge, page, source);
    showsPanel_ = isAbove;
    if (before.challenge) {
        if (!isAbove && !isOfList) { // from the panel itself: the list follows as far as the panel stays
            anchor_ = anchorAt(page, source);
            cardToShow_ = state.challenge;
        }
        left_.isTurned = true;
        left_.scrollTopAfter = viewport.scrollTop;
        notesScroll_ = true;
        return;
    }
    left_ = {.scrollTop = viewport.scrollTop,
             .width = viewport.width,
             .challenge = state.challenge,
             .scrollTopAfter = viewport.scrollTop};
    notesScroll_ = true;
}

/// Where nothing was scrolled and filtered since, the page is again exactly where it was; where another challenge was
/// turned to, its card is in view.
void PlaceKeeper::closeBeside(const State& before, const Description& page, NodeId source) {
    const ui::Viewport& viewport = page.viewport();
    const bool isUntouched = left_.scrollTopAfter && std::abs(*left_.scrollTopAfter - viewport.scrollTop) < 1;
    if (isUntouched && !left_.isTurned && left_.hasSameList && left_.width == viewport.width) {
        scrollTop_ = left_.scrollTop;
        return;
    }
    anchor_ = findAnchor(before.challenge, page, source);
    if (isUntouched && left_.isTurned && (!anchor_ || anchor_->card != before.challenge)) {
        anchor_.reset();
        cardToShow_ = before.challenge;
    }
}

/// In this order, what is in view of: the source, where it moves with the page; its card, or the challenge's; the first
/// card.
std::optional<PlaceKeeper::Anchor> PlaceKeeper::findAnchor(std::optional<ChallengeIndex> challenge,
                                                           const Description& page, NodeId source) {
    const ui::Viewport& viewport = page.viewport();
    const std::optional<ChallengeIndex> around = page.challengeAround(source);
    if (!around && isInFlow(page.tree(), source)) {
        const Rect rect = page.visibleRect(source);
        if (isSeen(rect, viewport)) return Anchor{{}, {{source, rect.y}}};
    }
    for (const std::optional<ChallengeIndex>& card : {around, challenge, page.firstCardInView()}) {
        const std::optional<Rect> rect = card ? page.cardRect(*card, viewport.scrollTop) : std::nullopt;
        if (rect && isSeen(*rect, viewport)) return Anchor{card, {{semantics::kNoNode, rect->y}}};
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
    if (std::exchange(showsOpenCard_, false) && !isOnPageOfItsOwn(session.state(), page.viewport()))
        cardToShow_ = session.state().challenge;
    if (std::exchange(showsResults_, false)) showBeginning(page, ui::resultsIn(page.viewport()));
    if (const auto card = std::exchange(cardToShow_, std::nullopt)) scrollToCard(page, *card);
    const std::optional<Anchor> anchor = std::exchange(anchor_, std::nullopt);
    if (anchor) hold(page, *anchor);
    if (std::exchange(showsPanel_, false) && anchor && !anchor->nodes.empty())
        showPanel(page, anchor->nodes.front().node);
}

/// Where the list has changed and its beginning is above the view, scrolls up to it.
void PlaceKeeper::showBeginning(const Description& page, NodeId results) {
    if (page.tree().find(results) == nullptr) return;
    const auto edge = [&](float top) { return page.visibleRect(results, top).y; };
    // Far below the list no bar covers it; the second pass knows the bar that does at its beginning.
    for (int pass = 0; pass < 2; ++pass) {
        const float clear = page.clearSpan(results, scrollTop(page)).top;
        if (edge(scrollTop(page)) < clear) scrollFrom(page, clear + kMargin, edge);
    }
}

/// Scrolls no farther from where the page is to be than needed for the anchor to stay where it was.
void PlaceKeeper::hold(const Description& page, const Anchor& anchor) {
    for (const auto& [node, top] : anchor.nodes) {
        const std::optional<ChallengeIndex> card = anchor.card;
        if (card ? !page.cardRect(*card, 0) : page.tree().find(node) == nullptr) continue;
        return scrollFrom(page, top, [&, id = node](float at) {
            return (card ? *page.cardRect(*card, at) : page.visibleRect(id, at)).y;
        });
    }
}

template <typename Edge>
void PlaceKeeper::scrollFrom(const Description& page, float wanted, const Edge& edge) {
    const float from = scrollTop(page);
    const float top = findScroll(page, from, wanted, edge);
    if (top != from) scrollTop_ = top;
}

/// Where hardly more than the head of the panel beside the list is in view: scrolls to the whole of it, as far as the
/// row that opened it stays in view, but at least to as much of the panel.
void PlaceKeeper::showPanel(const Description& page, NodeId row) {
    constexpr float kLeastPanel = 280; // CSS px
    const NodeId panel = ui::detailPanel();
    if (page.tree().find(panel) == nullptr) return;
    const float top = scrollTop(page);
    const semantics::Span clear = page.clearSpan(panel, top);
    const float height = page.visibleRect(panel, top).height;
    const auto upper = [&](NodeId node) { return [&page, node](float at) { return page.visibleRect(node, at).y; }; };
    const float least = findScroll(page, top, clear.bottom - std::min(height, kLeastPanel), upper(panel));
    if (least <= top) return;
    const float whole = findScroll(page, top, std::max(clear.top, clear.bottom - height) + kMargin, upper(panel));
    const float last = findScroll(page, top, clear.top + kMargin, upper(row));
    scrollTop_ = std::max(least, std::min(whole, last));
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

/// Scrolls no farther than needed for the whole of what `rectAt` places on the viewport at a scroll position; `clear`:
/// the part of the viewport that no bar covers. Of what is higher than that to its beginning.
template <typename RectAt>
void PlaceKeeper::reveal(const Description& page, const semantics::Span& clear, const RectAt& rectAt) {
    const Rect rect = rectAt(scrollTop(page));
    const bool isHigh = rect.height > clear.bottom - clear.top - 2 * kMargin;
    if (rect.y < clear.top || isHigh) {
        scrollFrom(page, clear.top + kMargin, [&](float top) { return rectAt(top).y; });
    } else if (rect.y + rect.height > clear.bottom) {
        scrollFrom(page, clear.bottom - kMargin - rect.height, [&](float top) { return rectAt(top).y; });
    }
}

/// Scrolls no farther than needed for the whole card. So a panel beside the list, as high as the view, still has room
/// there: the list's end would push it out.
void PlaceKeeper::scrollToCard(const Description& page, ChallengeIndex challenge) {
    const float top = scrollTop(page);
    if (page.cardRect(challenge, top))
        reveal(page, page.clearSpan(page.list(), top), [&](float at) { return *page.cardRect(challenge, at); });
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
    const float seen = std::min(rect.y + rect.height, clear.bottom) - std::max(rect.y, clear.top);
    if (seen >= (isWhole ? rect.height : std::min(rect.height, kLeastSeen)) - 0.5F) return; // but for rounding
    reveal(page, clear, [&](float at) { return page.visibleRect(focused, at); });
}

} // namespace platform
