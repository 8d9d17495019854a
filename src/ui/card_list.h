// The layout of the list of cards, kept from frame to frame: each card's height and position, and which cards the last
// frame described. So the cost of a frame does not grow with the list. A long list is virtualised
// (semantics/virtualised_list.h; docs/accessibility.md, "Long lists").
#pragma once

#include "explorer/state.h"
#include "semantics/virtualised_list.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ui {

class Frame;

/// Everything but the challenge on which a card's height depends. When it changes, the kept heights are measured anew.
struct CardMeasure {
    float width = 0; // of the card; all lengths in CSS px but for the spacings (see Viewport)
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

/// The heights of the cards of a virtualised list without their notes (measureCardText), CSS px.
struct CardHeights {
    CardMeasure measure;
    std::vector<float> ofChallenges; // by ChallengeIndex; 0: not measured yet
};

struct CardList {
    static constexpr std::size_t kMostDescribed = 100; // cards; a longer list is virtualised

    CardHeights heights;
    CardHeights otherHeights; // at the previous width: opening and closing a challenge switches between two widths

    // The content of the layout.
    std::vector<explorer::ChallengeIndex> shown;                               // in the list's order
    std::string query;                                                         // the cards' notes depend on it
    std::array<std::vector<explorer::ValueIndex>, search::kFacetCount> chosen; // and on the chosen values of each facet
    // The layout, in CSS px from the list's upper left corner.
    std::uint32_t columns = 1;
    float cardWidth = 0;
    std::vector<float> tops;   // of each row; one more at the end: where a further row would begin
    std::uint32_t version = 0; // incremented when any of these changes

    // From the last frame.
    semantics::NodeId node = semantics::kNoNode;     // the list's node; kNoNode: the frame had no list
    std::vector<semantics::DescribedItem> described; // in the list's order

    [[nodiscard]] bool isVirtualised() const { return shown.size() > kMostDescribed; }
    /// The rectangle of the card at that index, relative to the list's upper left corner. Cards in one row have the
    /// same height.
    [[nodiscard]] semantics::Rect rectOf(std::uint32_t place) const;
    /// The indices, in rising order, of the cards that overlap the vertical range from `top` to `bottom` (CSS px from
    /// the list's upper edge).
    [[nodiscard]] std::vector<std::uint32_t> placesBetween(float top, float bottom) const;
    [[nodiscard]] float height() const; // of the list, CSS px
    /// The last frame's list, for VirtualisedList::follow(). `challengeCount`: of the programme.
    [[nodiscard]] semantics::ListFrame listFrame(std::size_t challengeCount) const;
};

inline constexpr float kCardGap = 16; // between cards, CSS px

/// The layout of the visit's cards in a list of that width (CSS px). Computed only where something has changed.
[[nodiscard]] const CardList& layOutCards(Frame& frame, float width);

} // namespace ui
