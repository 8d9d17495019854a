// The layout of the list of cards, kept from frame to frame: each card's height and position, and which cards the last
// frame described. So the cost of a frame does not grow with the list. A long list is virtualised
// (semantics/virtualised_list.h; docs/accessibility.md, "Long lists").
#pragma once

#include "explorer/state.h"
#include "semantics/virtualised_list.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
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

    /// A card is an item, a ChallengeIndex its key. Replaced by another one where any place changes.
    std::shared_ptr<const semantics::ItemLayout> layout;
    // Of the state for which it was computed: the cards' notes depend on the query and on the chosen values.
    std::string query;
    std::array<std::vector<explorer::ValueIndex>, search::kFacetCount> chosen;

    // From the last frame.
    /// A card that was painted in view.
    struct Painted {
        explorer::ChallengeIndex challenge = 0;
        semantics::Rect rect; // at rest, relative to the list; CSS px
    };
    std::vector<Painted> painted;
    std::vector<Painted> leaving; // that are not in view any more since another layout, and fade out
    std::shared_ptr<const semantics::ItemLayout> paintedLayout;
    semantics::NodeId node = semantics::kNoNode;     // the list's node; kNoNode: the frame had no list
    std::vector<semantics::DescribedItem> described; // in the list's order

    /// The challenges shown, in the list's order. Precondition: there is a layout.
    [[nodiscard]] const std::vector<explorer::ChallengeIndex>& shown() const { return layout->order; }
    [[nodiscard]] bool isVirtualised() const { return layout && shown().size() > kMostDescribed; }
    /// The last frame's list, for VirtualisedList::follow(). `challengeCount`: of the programme.
    [[nodiscard]] semantics::ListFrame listFrame(std::size_t challengeCount, programme::LanguageIndex language) const;
};

inline constexpr float kCardGap = 16; // between cards, CSS px

/// The layout of the visit's cards in a list of that width (CSS px). Computed only where something has changed.
[[nodiscard]] const CardList& layOutCards(Frame& frame, float width);

} // namespace ui
