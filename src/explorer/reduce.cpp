#include "explorer/reduce.h"

#include "base/sort.h"
#include "base/utf8.h"
#include "explorer/crowd.h"
#include "explorer/facets.h"
#include "explorer/url.h"
#include "explorer/window.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace explorer {

namespace {

using programme::Programme;

struct Content {
    const Programme& programme;
    const Facts& facts;
};

template <typename Index>
void toggle(std::vector<Index>& list, Index item) {
    const auto found = std::ranges::find(list, item);
    if (found == list.end()) {
        list.push_back(item);
    } else {
        list.erase(found);
    }
}

/// Takes back the chosen values of a facet for which `isMeant` says so.
template <typename IsMeant>
void takeBack(State& state, Facet facet, IsMeant isMeant) {
    std::vector<ValueIndex>& chosen = state.*rowOf(facet).chosen;
    std::vector<ValueIndex>& former = state.folding.formerValues[indexOf(facet)];
    for (const ValueIndex value : chosen) {
        if (!isMeant(value)) continue;
        const auto place = std::ranges::lower_bound(former, value);
        if (place == former.end() || *place != value) former.insert(place, value);
    }
    std::erase_if(chosen, isMeant);
}

/// The shortlist is shown without filters. An action that changes the filters goes back to the list, where its effect
/// is visible.
void leaveShortlist(State& state) {
    if (isOfShortlist(state.view)) state.view = View::challenges;
}

/// What is chosen on a phone's filter page makes one entry together, that of the page.
Step stepOfFilters(const State& state) {
    return state.view == View::filters ? Step::replace : Step::push;
}

// One function for each action. It changes the state and returns the step.

Step apply(const Content& content, State& state, const ToggleValue& action) {
    if (indexOf(action.facet) >= kFacets.size()) return Step::none;
    if (action.value >= content.facts.of(action.facet).values.size()) return Step::none;
    if (isChosen(state, action.facet, action.value)) {
        takeBack(state, action.facet, [&](ValueIndex value) { return value == action.value; });
    } else {
        (state.*rowOf(action.facet).chosen).push_back(action.value);
    }
    leaveShortlist(state);
    return stepOfFilters(state);
}

Step apply(const Content& content, State& state, const ClearGroup& action) {
    if (indexOf(action.facet) >= kFacets.size()) return Step::none;
    const std::vector<search::FacetValue>& values = content.facts.of(action.facet).values;
    if (action.value >= values.size()) return Step::none;
    const auto isInGroup = [&](ValueIndex value) { return values[value].group == values[action.value].group; };
    if (std::ranges::none_of(state.*rowOf(action.facet).chosen, isInGroup)) return Step::none;
    takeBack(state, action.facet, isInGroup);
    leaveShortlist(state);
    return stepOfFilters(state);
}

Step apply(const Content&, State& state, const ClearFilters&) {
    if (!hasFilters(state)) return Step::none;
    for (const FacetRow& row : kFacets) takeBack(state, row.facet, [](ValueIndex) { return true; });
    state.unknown.values = {};
    state.during.reset();
    state.query.clear();
    leaveShortlist(state);
    return stepOfFilters(state);
}

Step apply(const Content& content, State& state, const KeepShownPeriod&) {
    const Period shown = shownPeriod(content.facts, state);
    if (shown == content.facts.calendar) return Step::none;
    state.during = shown;
    leaveShortlist(state);
    return Step::push;
}

Step apply(const Content&, State& state, const DropPeriod&) {
    if (!state.during) return Step::none;
    state.during.reset();
    leaveShortlist(state);
    return Step::push;
}

Step apply(const Content&, State& state, const SetQuery& action) {
    std::string query(base::cutUtf8(base::repairUtf8(action.text), kMaxQueryBytes));
    if (query == state.query) return Step::none;
    const bool isFirst = state.query.empty() || state.view == View::shortlist;
    state.query = std::move(query);
    leaveShortlist(state);
    return isFirst ? stepOfFilters(state) : Step::replace;
}

Step apply(const Content& content, State& state, const OpenChallenge& action) {
    const bool isFirst = !state.challenge;
    if (action.challenge < content.programme.challenges.size()) state.challenge = action.challenge;
    return isFirst ? Step::open : Step::push;
}

Step apply(const Content& content, State& state, const TurnToChallenge& action) {
    if (state.challenge && action.challenge < content.programme.challenges.size()) state.challenge = action.challenge;
    return Step::replace;
}

Step apply(const Content&, State& state, const CloseChallenge&) {
    state.challenge.reset();
    return Step::close;
}

Step apply(const Content& content, State& state, const ToggleShortlisted& action) {
    if (action.challenge >= content.programme.challenges.size()) return Step::none;
    if (!isShortlisted(state, action.challenge) && isShortlistFull(state)) return Step::none;
    toggle(state.shortlist, action.challenge);
    // There the challenge goes from view, with the button that would take it back: Back does.
    return isOfShortlist(state.view) ? Step::push : Step::replace;
}

Step apply(const Content&, State& state, const MoveShortlisted& action) {
    const auto found = std::ranges::find(state.shortlist, action.challenge);
    if (found == state.shortlist.end()) return Step::none;
    const auto from = static_cast<std::int64_t>(found - state.shortlist.begin());
    const auto last = static_cast<std::int64_t>(state.shortlist.size()) - 1;
    const auto to = std::clamp<std::int64_t>(from + action.places, 0, last);
    state.shortlist.erase(found);
    state.shortlist.insert(state.shortlist.begin() + static_cast<std::ptrdiff_t>(to), action.challenge);
    return Step::replace;
}

Step apply(const Content&, State& state, const ToggleCompared& action) {
    std::vector<ChallengeIndex> compared = comparedOf(state);
    toggle(compared, action.challenge);
    if (compared.size() < kLeastCompared || compared.size() > kMaxCompared) return Step::none;
    state.compared = std::move(compared);
    return Step::replace;
}

Step apply(const Content& content, State& state, const SetLanguage& action) {
    if (action.language < content.programme.languages.size()) state.language = action.language;
    return Step::replace;
}

Step apply(const Content&, State& state, const SetView& action) {
    const View before = std::exchange(state.view, action.view);
    state.folding.leadingValues = chosenValues(state);
    if (isOfShortlist(action.view)) state.challenge.reset();
    if (before == View::challenges) return Step::open;
    if (action.view != View::challenges) return Step::push;
    return before == View::filters ? Step::apply : Step::close;
}

Step apply(const Content& content, State& state, const ToggleMilestone& action) {
    if (action.milestone >= content.programme.milestones.size()) return Step::none;
    const bool isFirst = !state.milestone;
    if (state.milestone == action.milestone) {
        state.milestone.reset();
        return Step::close;
    }
    state.milestone = action.milestone;
    return isFirst ? Step::open : Step::push;
}

Step apply(const Content& content, State& state, const ToggleCrowd& action) {
    if (!isCrowd(content.programme, action.crowd)) return Step::none;
    if (state.crowd == action.crowd) {
        state.crowd.reset();
        return Step::close;
    }
    const bool isFirst = !state.crowd && !state.milestone;
    state.crowd = action.crowd;
    state.milestone.reset();
    return isFirst ? Step::open : Step::push;
}

/// The timeline shows that window.
Step show(const Content& content, State& state, const Window& window) {
    state.period = fitWindow(content.facts, window);
    state.showsWhole = !state.period && state.home;
    return Step::replace;
}

Step apply(const Content& content, State& state, const ZoomTimeline& action) {
    if (!std::isfinite(action.factor) || action.factor <= 0 || !std::isfinite(action.anchor)) return Step::none;
    const Window shown = shownWindow(content.facts, state);
    return show(content, state, zoomWindow(content.facts, shown, action.factor, action.anchor));
}

Step apply(const Content& content, State& state, const PanTimeline& action) {
    if (!std::isfinite(action.days) || showsWholeCalendar(content.facts, state)) return Step::none;
    return show(content, state, panWindow(content.facts, shownWindow(content.facts, state), action.days));
}

Step apply(const Content& content, State& state, const ShowWindow& action) {
    if (!std::isfinite(action.first) || !std::isfinite(action.length) || action.length <= 0) return Step::none;
    return show(content, state, {action.first, action.length});
}

Step apply(const Content& content, State& state, const FitTimeline&) {
    return show(content, state, wholeWindow(content.facts));
}

Step apply(const Content& content, State& state, const SetHome& action) {
    if (!std::isfinite(action.first) || !std::isfinite(action.length)) return Step::none;
    state.home.reset();
    if (action.length > 0) state.home = fitWindow(content.facts, {action.first, action.length});
    return Step::none;
}

Step apply(const Content&, State& state, const ToggleAgendaPart& action) {
    bool& isShown = action.part == AgendaPart::past ? state.showsPast : state.showsLater;
    isShown = !isShown;
    return Step::none;
}

Step apply(const Content& content, State& state, const ShowLines& action) {
    state.lines = action.view;
    if (action.view == content.facts.lines) state.lines.reset();
    return Step::replace;
}

Step toggleGroupIn(const Content& content, std::vector<std::uint32_t>& groups, std::uint32_t group) {
    if (group >= content.facts.groupCount()) return Step::none;
    toggle(groups, group);
    base::sort(groups);
    return Step::none;
}

Step apply(const Content& content, State& state, const ToggleGroup& action) {
    return toggleGroupIn(content, state.folding.expandedGroups, action.group);
}

Step apply(const Content& content, State& state, const CloseGroup& action) {
    return toggleGroupIn(content, state.folding.closedGroups, action.group);
}

Step apply(const Content&, State& state, const ToggleDifferences&) {
    state.showsOnlyDifferences = !state.showsOnlyDifferences;
    return Step::replace;
}

Step apply(const Content&, State& state, const ToggleLetterKeys&) {
    state.usesLetterKeys = !state.usesLetterKeys;
    return Step::replace;
}

Step apply(const Content& content, State& state, const OfferKeeping& action) {
    state.keeping = action.isOffered ? Keeping::isOffered : Keeping::isNotOffered;
    if (!action.isOffered || action.kept.empty()) return Step::none;
    const std::vector<ChallengeIndex> kept =
        parseQueryString(content.programme, content.facts, action.kept, state.preferredLanguage).shortlist;
    if (!state.shortlist.empty() && state.shortlist != kept) return Step::none;
    state.keeping = Keeping::isOn;
    state.shortlist = kept;
    return Step::replace;
}

Step apply(const Content&, State& state, const KeepShortlist& action) {
    if (state.keeping != Keeping::isNotOffered) state.keeping = action.isKept ? Keeping::isOn : Keeping::isOffered;
    return Step::none;
}

/// Whether the address of `next` has the window's days: then the window keeps its fractions of days.
bool showsSameDays(const Facts& facts, const Window& window, const State& next) {
    const Period shown = roundToDays(facts, window);
    if (next.period) return roundToDays(facts, *next.period) == shown;
    return shown == facts.calendar && !next.home && !next.showsWhole;
}

Step apply(const Content& content, State& state, const Navigate& action) {
    State next = parseQueryString(content.programme, content.facts, action.queryString, state.preferredLanguage);
    next.home = state.home;
    next.showsPast = state.showsPast;
    next.showsLater = state.showsLater;
    if (state.period && showsSameDays(content.facts, *state.period, next)) next.period = state.period;
    // Where the same values are chosen they keep their order.
    const bool isOtherChoice = chosenValues(next) != chosenValues(state);
    next.folding = std::move(state.folding);
    std::array leadingValues = next.folding.leadingValues;
    if (isOtherChoice) next.folding.leadingValues = chosenValues(next);
    next.keeping = state.keeping;
    // Back and Forward lead to where the visitor was, and undo no choice: what is kept stays so, in its order, and what
    // was ticked on the page of filters, which showed its effect at once, stays ticked.
    bool isOther = false;
    // In the shortlist what is taken out goes from view, with the button that would take it back: there Back does.
    const bool isUndone = isOfShortlist(state.view) && next.view == state.view;
    if (next.keeping == Keeping::isOn || (action.isOurs && !isUndone)) {
        isOther = next.shortlist != state.shortlist || next.compared != state.compared;
        next.shortlist = std::move(state.shortlist);
        next.compared = std::move(state.compared);
    }
    if (action.isOurs && state.view == View::filters && next.view == View::challenges) {
        isOther = isOther || isOtherChoice || next.query != state.query || next.during != state.during;
        next.query = std::move(state.query);
        next.skills = std::move(state.skills);
        next.cities = std::move(state.cities);
        next.during = state.during;
        next.folding.leadingValues = std::move(leadingValues);
    }
    state = std::move(next);
    return isOther ? Step::replace : Step::none;
}

} // namespace

Reduced reduce(const Programme& programme, const Facts& facts, const State& state, const Action& action) {
    const Content content{programme, facts};
    Reduced reduced{state, Step::none};
    reduced.step = std::visit([&](const auto& one) { return apply(content, reduced.state, one); }, action);
    fitCompared(reduced.state);
    if (reduced.state == state) reduced.step = Step::none;
    return reduced;
}

bool isShortlisted(const State& state, ChallengeIndex challenge) {
    return std::ranges::find(state.shortlist, challenge) != state.shortlist.end();
}

std::vector<ChallengeIndex> comparedOf(const State& state) {
    std::vector<ChallengeIndex> compared = state.shortlist;
    if (!state.compared.empty()) {
        std::erase_if(compared, [&](ChallengeIndex challenge) {
            return std::ranges::find(state.compared, challenge) == state.compared.end();
        });
    }
    if (compared.size() > kMaxCompared) compared.resize(kMaxCompared);
    return compared;
}

void fitCompared(State& state) {
    if (state.compared.empty()) return;
    state.compared = comparedOf(state);
    const bool isFirst = std::ranges::equal(state.compared, std::span(state.shortlist).first(state.compared.size()));
    const bool isDefault = isFirst && state.compared.size() == kMaxCompared;
    if (isDefault || state.compared.size() < kLeastCompared || state.shortlist.size() <= kMaxCompared)
        state.compared.clear();
}

bool isShortlistFull(const State& state) {
    return state.shortlist.size() >= kMaxShortlisted;
}

} // namespace explorer
