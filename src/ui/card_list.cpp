#include "ui/card_list.h"

#include "explorer/facets.h"
#include "ui/card.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace ui {

namespace {

constexpr float kLeastCardWidth = 264;

CardMeasure measureNow(Frame& frame, float cardWidth) {
    const Viewport& viewport = frame.model().viewport;
    return {.width = cardWidth,
            .viewportWidth = viewport.width,
            .rootFontSize = viewport.rootFontSize,
            .letterSpacing = viewport.letterSpacing,
            .wordSpacing = viewport.wordSpacing,
            .leastLineHeight = viewport.leastLineHeight,
            .hasCoarsePointer = viewport.hasCoarsePointer,
            .language = frame.model().state.language,
            .textGeneration = frame.text().generation()};
}

/// With room for every note: which card of thousands has a note would be known only after searching the text of all.
float heightInVirtualisedList(Frame& frame, explorer::ChallengeIndex challenge) {
    CardList& list = frame.cards();
    float& words = list.heights.ofChallenges[challenge];
    if (words == 0) words = measureCardText(frame, challenge, list.cardWidth);
    return cardHeight(frame, words + mostNotesHeight(frame));
}

std::array<std::vector<explorer::ValueIndex>, explorer::kFacets.size()> chosenValues(const explorer::State& state) {
    std::array<std::vector<explorer::ValueIndex>, explorer::kFacets.size()> chosen;
    for (const explorer::FacetRow& row : explorer::kFacets) chosen[indexOf(row.facet)] = state.*row.chosen;
    return chosen;
}

bool isValidFor(const CardHeights& heights, const CardMeasure& measure, std::size_t challengeCount) {
    return heights.measure == measure && heights.ofChallenges.size() == challengeCount;
}

void placeRows(Frame& frame) {
    CardList& list = frame.cards();
    list.tops.assign(1, 0);
    for (std::size_t first = 0; first < list.shown.size(); first += list.columns) {
        float height = 0;
        for (std::size_t place = first; place < std::min(first + list.columns, list.shown.size()); ++place) {
            const explorer::ChallengeIndex challenge = list.shown[place];
            height = std::max(height, list.isVirtualised() ? heightInVirtualisedList(frame, challenge)
                                                           : measureCard(frame, challenge, list.cardWidth));
        }
        list.tops.push_back(list.tops.back() + height + kCardGap);
    }
}

} // namespace

semantics::Rect CardList::rectOf(std::uint32_t place) const {
    const std::uint32_t row = place / columns;
    return {(cardWidth + kCardGap) * static_cast<float>(place % columns), tops[row], cardWidth,
            tops[row + 1] - tops[row] - kCardGap};
}

std::vector<std::uint32_t> CardList::placesBetween(float top, float bottom) const {
    // Row r occupies tops[r] to tops[r + 1] - kCardGap.
    const auto bottoms = std::span(tops).subspan(1);
    const auto begin = std::ranges::lower_bound(bottoms, top + kCardGap) - bottoms.begin();
    const auto end = std::ranges::upper_bound(std::span(tops).first(bottoms.size()), bottom) - std::span(tops).begin();
    std::vector<std::uint32_t> places;
    const std::size_t last = std::min(static_cast<std::size_t>(end) * columns, shown.size());
    for (std::size_t place = static_cast<std::size_t>(begin) * columns; place < last; ++place)
        places.push_back(static_cast<std::uint32_t>(place));
    return places;
}

float CardList::height() const {
    return std::max(0.0F, tops.back() - kCardGap);
}

semantics::ListFrame CardList::listFrame(std::size_t challengeCount) const {
    return {node, shown, described, version, challengeCount, isVirtualised()};
}

const CardList& layOutCards(Frame& frame, float width) {
    const Model& model = frame.model();
    CardList& list = frame.cards();
    const auto fitting = static_cast<std::uint32_t>((width + kCardGap) / (kLeastCardWidth + kCardGap));
    const std::uint32_t columns = frame.isPhone() ? 1 : std::max(1u, fitting);
    const float gaps = kCardGap * static_cast<float>(columns - 1);
    const CardMeasure measure = measureNow(frame, std::floor((width - gaps) / static_cast<float>(columns)));
    const std::size_t count = model.programme.challenges.size();
    const bool isSameList = list.columns == columns && list.shown == model.visit.shown &&
                            list.query == model.state.query && list.chosen == chosenValues(model.state);
    if (isValidFor(list.heights, measure, count) && isSameList && !list.tops.empty()) return list;
    if (!isValidFor(list.heights, measure, count)) std::swap(list.heights, list.otherHeights);
    if (!isValidFor(list.heights, measure, count)) list.heights = {measure, std::vector<float>(count, 0)};
    list.shown = model.visit.shown;
    list.query = model.state.query;
    list.chosen = chosenValues(model.state);
    list.columns = columns;
    list.cardWidth = measure.width;
    ++list.version;
    placeRows(frame);
    return list;
}

} // namespace ui
