// A list of thousands of cards: the tree has the text of all, and describes no more than three screens of them.
#include "support/synthetic_programme.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace {

using semantics::NodeId;
using semantics::Role;
using support::Visitor;

constexpr float kScreen = 800;

class LongList : public testing::Test {
protected:
    /// The upper and lower edge of the described cards, without the first and the last card.
    std::pair<float, float> wholeCards() const {
        const std::vector<NodeId> cards = semantics::findAll(visitor_.tree(), Role::article, "");
        const semantics::Rect first = semantics::absoluteRect(visitor_.tree(), cards.at(1));
        const semantics::Rect last = semantics::absoluteRect(visitor_.tree(), cards.at(cards.size() - 2));
        return {first.y, last.y + last.height};
    }
    void scrollTo(float top, bool isAttended) {
        const ui::Viewport viewport{.width = 1280, .height = kScreen, .scrollTop = top, .isAttended = isAttended};
        (void)visitor_.application().frame(viewport);
        while (!visitor_.application().isComplete()) (void)visitor_.application().describeMore();
        support::Headless::acceptTextures();
    }

    Visitor visitor_{support::makeSyntheticProgramme(1200), {.query = "now=2017-10-15"}};
};

TEST_F(LongList, IsDescribedWholeWithinAScreenOfWhatIsInViewAlone) {
    const auto& programme = visitor_.application().programme();
    EXPECT_GT(visitor_.count(Role::listItem), 1200u);
    EXPECT_LT(visitor_.count(Role::article), 60u);
    for (const std::size_t index : {1u, 600u, 1199u}) {
        const std::string_view title = programme.in(programme.challenges[index].title, 0);
        EXPECT_NE(semantics::textContent(visitor_.tree(), semantics::kRootId).find(title), std::string::npos) << title;
    }
    scrollTo(60'000, true);
    const auto [top, bottom] = wholeCards();
    EXPECT_LT(top, 60'000);
    EXPECT_GT(bottom, 60'000 + kScreen);
    const float row = 600; // more than a card's height
    EXPECT_LT(bottom - top, 3 * kScreen + 2 * row);
}

TEST_F(LongList, StaysAsItIsWhereTheBrowserScrollsToWhatItFound) {
    const semantics::Tree before = visitor_.tree();
    scrollTo(60'000, false);
    EXPECT_EQ(visitor_.tree(), before) << "the words that are marked are the same nodes";
    scrollTo(60'000, true);
    EXPECT_NE(visitor_.tree(), before);
}

TEST_F(LongList, ChangesNothingWhileItIsScrolledByLessThanHalfAScreen) {
    scrollTo(60'000, true);
    const semantics::Tree before = visitor_.tree();
    for (const float top : {60'100.0F, 60'300.0F, 59'700.0F}) scrollTo(top, true);
    EXPECT_EQ(visitor_.tree(), before);
}

TEST_F(LongList, KeepsTheFocusedCardAndBothEnds) {
    const NodeId card = semantics::findAll(visitor_.tree(), Role::article, "").at(1);
    const NodeId link = semantics::childId(semantics::childId(card, "heading"), "link");
    ASSERT_NE(visitor_.tree().find(link), nullptr);
    visitor_.application().setFocus(link, true);
    scrollTo(60'000, true);
    EXPECT_NE(visitor_.tree().find(link), nullptr);
    EXPECT_EQ(visitor_.application().takeEffects().focus, std::nullopt);
    const auto leadsTo = [&](std::string_view key) {
        EXPECT_TRUE(visitor_.application().pressKey(link, key));
        return semantics::absoluteRect(visitor_.tree(), visitor_.application().takeEffects().focus->node).y;
    };
    EXPECT_GT(leadsTo("End"), 100'000);
    EXPECT_LT(leadsTo("Home"), 2000);
}

TEST_F(LongList, HasOnePictureInTheTimelineWhereItsLinesCannotBeToldApart) {
    for (const std::size_t count : {1200u, 190u}) {
        const std::string summary = count == 190 ? "190 défis" : "1\u202F200 défis";
        const Visitor visitor(support::makeSyntheticProgramme(count), {.query = "now=2017-10-15&lignes=debut"});
        EXPECT_EQ(visitor.count(Role::button, summary), 1u);
        EXPECT_EQ(visitor.count(Role::list, summary), 0u);
    }
}

} // namespace
