// What the mirror has of a long list of cards. A frame describes whole those near the view and no others; of each of
// the others the mirror is to have the words at their place, which are told after the frame, a slice at a time, and
// kept here until they are others.
//
// After a frame whose list is another one, three kinds of cards stand in the mirror: those described whole; far ones
// brought up to date; and far ones left from before, whose words and places are old, and which may stand out of order
// (`isPlaced`) or be found no more. At rest there are none of the last kind.
#pragma once

#include "semantics/diff.h"
#include "ui/card_list.h"

#include <optional>
#include <vector>

namespace platform {

class FarCards {
public:
    /// After a frame: the tree that it made, the list in it, and what is to be told of it. Completes that: a card that
    /// was far and is whole now is taken out first, and each whole one is put at its place between those that are far.
    void follow(const semantics::Tree& tree, const ui::CardList& list, std::size_t challengeCount,
                semantics::Update& update);
    /// Whether there is nothing left to tell.
    bool isComplete() const { return !isPending_; }
    // A slice of what is left: as long as there is a next card to be told, it is, and the update tells it.
    void beginSlice() { cost_ = 0; }
    /// The card's place in the list; nothing at the end of the slice.
    std::optional<std::uint32_t> nextPlace(semantics::Update& update);
    /// Its item first, then the words in it.
    void tell(std::uint32_t place, std::vector<semantics::Node> nodes, semantics::Update& update);
    /// The challenges are others: what the mirror has of them goes with the next frame.
    void forgetProgramme();
    /// The frame's tree with what was told of the cards far from view.
    semantics::Tree complete(const semantics::Tree& tree) const;
    bool hasAny() const { return farCount_ > 0; }

private:
    enum class Place : std::uint8_t { none, whole, far };

    struct Told {
        Place place = Place::none;
        bool isPlaced = false; // stands in the list's order among all that do
        std::uint32_t version = 0;
        semantics::NodeId id = semantics::kNoNode; // of the item in the mirror
        semantics::NodeId keptId = semantics::kNoNode;
        std::size_t keptIds = 0;            // from keptId on are this card's own
        std::vector<semantics::Node> nodes; // of a far one: the item, then its words
    };

    void loseList(const semantics::Tree& tree);
    void takeOrder(const std::vector<explorer::ChallengeIndex>& shown);
    void takeWhole(const ui::CardList& list, semantics::Update& update);
    void dropFar(Told& told, semantics::Update& update);
    semantics::NodeId idBehind(std::uint32_t place) const;
    void giveIds(Told& told, std::vector<semantics::Node>& nodes);

    semantics::NodeId list_ = semantics::kNoNode;
    std::vector<Told> told_;                      // of each challenge
    std::vector<std::uint32_t> places_;           // of each challenge in shown_; kNowhere where it is not shown
    std::vector<explorer::ChallengeIndex> shown_; // as ui::CardList has it
    std::vector<explorer::ChallengeIndex> whole_; // described whole in the last frame
    std::vector<semantics::NodeId> leftOver_;     // of another programme
    std::size_t farCount_ = 0;
    std::uint32_t version_ = 0;
    semantics::NodeId nextId_ = semantics::kFirstKeptId;
    bool isPending_ = false;
    std::size_t nextGone_ = 0;     // of told_: the next one to be looked at, whether it is shown no more
    std::size_t cost_ = 0;         // of the slice
    std::uint32_t placesLeft_ = 0; // of shown_: those before it are still to be looked at, from the last to the first
};

} // namespace platform
