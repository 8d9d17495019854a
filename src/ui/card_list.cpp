#include "ui/card_list.h"

#include "explorer/facets.h"
#include "ui/card.h"

#include <algorithm>
#include <cmath>
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
float heightInVirtualisedList(Frame& frame, explorer::ChallengeIndex challenge, float notesHeight) {
    CardHeights& heights = frame.cards().heights;
    float& words = heights.ofChallenges[challenge];
    if (words == 0) words = measureCardText(frame, challenge, heights.measure.width);
    return cardHeight(frame, words + notesHeight, heights.measure.width);
}

bool isValidFor(const CardHeights& heights, const CardMeasure& measure, std::size_t challengeCount) {
    return heights.measure == measure && heights.ofChallenges.size() == challengeCount;
}

void placeRows(Frame& frame, semantics::ItemLayout& layout) {
    const auto& order = layout.order;
    const bool isVirtualised = order.size() > CardList::kMostDescribed;
    const float notes = mostNotesHeight(frame);
    layout.tops.assign(1, 0);
    for (std::size_t first = 0; first < order.size(); first += layout.columns) {
        float height = 0;
        const bool isLast = first + layout.columns > order.size();
        const float width = isLast && layout.lastItemWidth > 0 ? layout.lastItemWidth : layout.itemWidth;
        for (std::size_t place = first; place < std::min(first + layout.columns, order.size()); ++place) {
            height = std::max(height, isVirtualised ? heightInVirtualisedList(frame, order[place], notes)
                                                    : measureCard(frame, order[place], width));
        }
        layout.tops.push_back(layout.tops.back() + height + layout.gap);
    }
}

} // namespace

semantics::ListFrame CardList::listFrame(std::size_t challengeCount, programme::LanguageIndex language) const {
    const bool isThere = isVirtualised() && node != semantics::kNoNode;
    // Version 0 is no version.
    return {isThere ? node : semantics::kNoNode, isThere ? layout : nullptr, described, language + 1u, challengeCount};
}

const CardList& layOutCards(Frame& frame, float width) {
    const Model& model = frame.model();
    CardList& list = frame.cards();
    const auto fitting = static_cast<std::uint32_t>((width + kCardGap) / (kLeastCardWidth + kCardGap));
    const std::uint32_t columns = frame.isPhone() ? 1 : std::max(1u, fitting);
    const float gaps = kCardGap * static_cast<float>(columns - 1);
    const CardMeasure measure = measureNow(frame, std::floor((width - gaps) / static_cast<float>(columns)));
    const std::size_t count = model.programme.challenges.size();
    const bool isSameList = list.layout && list.layout->columns == columns && list.shown() == model.visit.shown &&
                            list.query == model.state.query && list.chosen == explorer::chosenValues(model.state);
    if (isValidFor(list.heights, measure, count) && isSameList) return list;
    if (!isValidFor(list.heights, measure, count)) std::swap(list.heights, list.otherHeights);
    if (!isValidFor(list.heights, measure, count)) list.heights = {measure, std::vector<float>(count, 0)};
    list.query = model.state.query;
    list.chosen = explorer::chosenValues(model.state);
    auto layout = std::make_shared<semantics::ItemLayout>(semantics::ItemLayout{.order = model.visit.shown,
                                                                                .columns = columns,
                                                                                .itemWidth = measure.width,
                                                                                .gap = kCardGap,
                                                                                .tops = {},
                                                                                .lastItemWidth = 0});
    // The last row of a list that is not virtualised fills the width, so that it does not look forgotten.
    const auto inLastRow = static_cast<std::uint32_t>(layout->order.size()) % columns;
    if (inLastRow > 0 && layout->order.size() <= CardList::kMostDescribed) {
        const float rowWidth = measure.width * static_cast<float>(columns) + gaps;
        const auto last = static_cast<float>(inLastRow);
        layout->lastItemWidth = std::floor((rowWidth - kCardGap * (last - 1)) / last);
    }
    placeRows(frame, *layout);
    list.layout = std::move(layout);
    return list;
}

} // namespace ui
