// What is remembered of the list of cards from frame to frame, so that a frame costs the same however long it is: how
// high each card is, where each stands, and which of them the last frame described whole. Of the others platform/ tells
// the words after the frame (docs/accessibility.md, "Long lists").
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

/// What a card's own height depends on, besides its challenge.
struct CardMeasure {
    float width = 0; // CSS px, as all
    float viewportWidth = 0;
    float rootFontSize = 0;
    float letterSpacing = 0;
    float wordSpacing = 0;
    float leastLineHeight = 0;
    bool hasCoarsePointer = false;
    programme::LanguageIndex language = 0;
    std::uint32_t textGeneration = 0; // of the TextEngine
    bool operator==(const CardMeasure&) const = default;
};

/// How high the cards of a long list are without their notes, CSS px, at that measure.
struct CardHeights {
    CardMeasure measure;
    std::vector<float> ofChallenges; // 0: not known yet
};

/// A card that a frame described whole.
struct WholeCard {
    std::uint32_t place = 0; // among those shown
    semantics::NodeId item = semantics::kNoNode;
    bool operator==(const WholeCard&) const = default;
};

struct CardList {
    static constexpr std::size_t kMostShort = 100; // cards; a longer list is long

    CardHeights heights;
    CardHeights otherHeights; // of the width before: an open challenge makes the cards narrower, and closed wide again

    // Where the cards stand, from the list's upper left corner.
    std::vector<explorer::ChallengeIndex> shown;
    std::string query;                                                         // their notes follow from it
    std::array<std::vector<explorer::ValueIndex>, search::kFacetCount> chosen; // and from these, of each facet
    std::uint32_t columns = 1;
    float cardWidth = 0;
    std::vector<float> tops;   // of each row; behind the last, where the next one would begin
    std::uint32_t version = 0; // another one where any of this is another

    // The last frame.
    semantics::NodeId node = semantics::kNoNode; // of the list; kNoNode: there was none
    std::vector<WholeCard> whole;                // in the list's order

    bool isLong() const { return shown.size() > kMostShort; }
    /// From the list's upper left corner. The cards of a row are equally high.
    semantics::Rect rectOf(std::uint32_t place) const;
    /// The places of the cards that reach between these heights of the list, rising.
    std::vector<std::uint32_t> placesBetween(float top, float bottom) const;
    float height() const;
};

inline constexpr float kCardGap = 16; // between cards, CSS px

/// Brings the list's places up to date for that width.
const CardList& layOutCards(Frame& frame, float width);

} // namespace ui
