// What is remembered of the list of cards from frame to frame, so that a frame costs the same however long it is: how
// high each card is, where each stands, and which of them the last frame described. A long list is virtualised
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

/// How high the cards of a virtualised list are without their notes, CSS px, at that measure.
struct CardHeights {
    CardMeasure measure;
    std::vector<float> ofChallenges; // by ChallengeIndex; 0: not measured yet
};

struct CardList {
    static constexpr std::size_t kMostDescribed = 100; // cards; a longer list is virtualised

    CardHeights heights;
    CardHeights otherHeights; // at the width before: opening and closing a challenge switches between two widths

    // What is laid out.
    std::vector<explorer::ChallengeIndex> shown;                               // in the list's order
    std::string query;                                                         // the notes on the cards depend on it
    std::array<std::vector<explorer::ValueIndex>, search::kFacetCount> chosen; // and on these, of each facet
    // The layout; places are CSS px from the list's upper left corner.
    std::uint32_t columns = 1;
    float cardWidth = 0;
    std::vector<float> tops;   // of each row; behind the last, where the next one would begin
    std::uint32_t version = 0; // counts up where any of these changes

    // The last frame.
    semantics::NodeId node = semantics::kNoNode;     // of the list; kNoNode: there was none
    std::vector<semantics::DescribedItem> described; // in the list's order

    [[nodiscard]] bool isVirtualised() const { return shown.size() > kMostDescribed; }
    /// From the list's upper left corner. The cards of a row are equally high.
    [[nodiscard]] semantics::Rect rectOf(std::uint32_t place) const;
    /// The places of the cards that reach between these heights of the list, rising.
    [[nodiscard]] std::vector<std::uint32_t> placesBetween(float top, float bottom) const;
    [[nodiscard]] float height() const;
    /// The last frame's list of a programme of so many challenges.
    [[nodiscard]] semantics::ListFrame listFrame(std::size_t challengeCount) const;
};

inline constexpr float kCardGap = 16; // between cards, CSS px

/// Lays the cards out for a list of that width, where the layout that is kept is not that one.
[[nodiscard]] const CardList& layOutCards(Frame& frame, float width);

} // namespace ui
