// The layout of the list of cards, kept from frame to frame so that a frame of a long list lays out and draws only the
// cards near the view: each card's height, each row's place, and which cards the last frame described. The words of the
// other cards are described after the frame (platform/common/, docs/accessibility.md, "Long lists").
#pragma once

#include "explorer/state.h"
#include "semantics/tree.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ui {

class Frame;

/// What the height of a challenge's card depends on. Heights measured with another value are measured anew.
struct CardMeasure {
    float width = 0; // CSS px, as all
    float viewportWidth = 0;
    float rootFontSize = 0;
    float letterSpacing = 0;
    float wordSpacing = 0;
    float leastLineHeight = 0;
    bool hasCoarsePointer = false;
    programme::LanguageIndex language = 0;
    std::uint32_t textGeneration = 0; // TextEngine::generation()
    bool operator==(const CardMeasure&) const = default;
};

/// The heights of a long list's cards without the notes on what was found in them, CSS px.
struct CardHeights {
    CardMeasure measure;
    std::vector<float> ofChallenges; // by ChallengeIndex; 0: not measured yet
};

/// A card that the last frame described with all its nodes.
struct WholeCard {
    std::uint32_t place = 0; // in CardList::shown
    semantics::NodeId item = semantics::kNoNode;
    bool operator==(const WholeCard&) const = default;
};

struct CardList {
    static constexpr std::size_t kMostShort = 100; // a list of more cards is a long one

    CardHeights heights;
    CardHeights otherHeights; // at the width before: opening and closing a challenge switches between two widths

    // What is laid out.
    std::vector<explorer::ChallengeIndex> shown;                               // in the list's order
    std::string query;                                                         // the notes on the cards depend on it
    std::array<std::vector<explorer::ValueIndex>, search::kFacetCount> chosen; // and on these, of each facet
    // The layout; places are CSS px from the list's upper left corner.
    std::uint32_t columns = 1;
    float cardWidth = 0;
    std::vector<float> tops;   // of each row, and one more: where a further row would begin
    std::uint32_t version = 0; // increased by each new layout

    // What the last frame described.
    semantics::NodeId node = semantics::kNoNode; // of the list; kNoNode: it had no such list
    std::vector<WholeCard> whole;                // in the list's order

    bool isLong() const { return shown.size() > kMostShort; }
    /// Where the card at that place of `shown` stands. All cards of a row have the height of the highest.
    semantics::Rect rectOf(std::uint32_t place) const;
    /// The places of the cards that reach between these heights of the list, rising.
    std::vector<std::uint32_t> placesBetween(float top, float bottom) const;
    float height() const;
};

inline constexpr float kCardGap = 16; // between cards, CSS px

/// Lays the cards out for a list of that width, where the layout that is kept is not that one.
const CardList& layOutCards(Frame& frame, float width);

} // namespace ui
