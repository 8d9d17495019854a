// The updates of a virtualised list: a frame describes the cards near the view, slices after it the words of all, once.
// The tests apply the updates to a tree of their own, as the mirror does.
#include "support/headless.h"
#include "support/synthetic_programme.h"
#include "support/visitor.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string_view>

namespace {

using semantics::Node;
using semantics::NodeId;
using semantics::Role;

constexpr std::size_t kCards = 600;
constexpr std::size_t kMostInSlice = 32;

programme::CivilTime midCall(std::string_view) {
    return {*programme::parseDay("2017-10-15"), 12 * 60};
}

class VirtualisedCards : public testing::Test {
protected:
    VirtualisedCards() : application_(headless_.fonts(), midCall) {
        load(kCards);
        draw();
    }

    void load(std::size_t count) {
        ASSERT_TRUE(application_.load(support::makeSyntheticProgramme(count), "", "fr").empty());
    }
    const semantics::Update& draw() {
        last_ = application_.frame(viewport_).update;
        support::Headless::acceptTextures();
        mirror_ = semantics::apply(last_, mirror_);
        return last_;
    }
    /// Describes at most that many slices. Returns how many there were.
    int tell(int most = 10'000) {
        int slices = 0;
        for (; !application_.isComplete() && slices < most; ++slices) {
            const semantics::Update update = application_.describeMore();
            EXPECT_LE(update.words.size(), kMostInSlice);
            mirror_ = semantics::apply(update, mirror_);
        }
        return slices;
    }
    void type(std::string_view text) {
        application_.type(semantics::findAll(application_.tree(), Role::searchField, "").front(), text);
        draw();
    }
    std::size_t cardsTold() const {
        const semantics::Tree mirrored = semantics::flatten(mirror_);
        return mirrored.childrenOf(mirror_.virtualised.list).size();
    }
    void expectMirrored(std::string_view when) {
        tell();
        EXPECT_EQ(mirror_, application_.tree()) << when;
        EXPECT_EQ(semantics::dump(semantics::flatten(mirror_)), semantics::dump(application_.completeTree())) << when;
    }

    support::Headless headless_;
    platform::Application application_;
    ui::Viewport viewport_{.width = 1280, .height = 800};
    semantics::Update last_;
    semantics::Tree mirror_;
};

TEST_F(VirtualisedCards, AreToldInSlicesAfterTheFrame) {
    EXPECT_LT(cardsTold(), 60u);
    EXPECT_FALSE(application_.isComplete());
    EXPECT_GT(tell(), 5);
    EXPECT_EQ(cardsTold(), kCards);
    EXPECT_TRUE(application_.describeMore().isEmpty());
    expectMirrored("at first");
}

TEST_F(VirtualisedCards, OfOneFrameAreAsManyAsBeforeHoweverLongTheListIs) {
    const std::size_t nodes = application_.tree().nodes.size();
    load(4 * kCards);
    draw();
    EXPECT_NEAR(static_cast<double>(application_.tree().nodes.size()), static_cast<double>(nodes), 100);
}

TEST_F(VirtualisedCards, AreToldOnceWhateverTheVisitorChoosesOrTypes) {
    tell();
    for (const std::string_view text : {"d", "de", "des", "", "python", ""}) {
        type(text);
        EXPECT_LT(last_.removed.size() + last_.changed.size(), 1500u) << text;
        EXPECT_TRUE(last_.words.empty()) << text;
        EXPECT_TRUE(application_.isComplete()) << text;
        expectMirrored(text);
    }
    application_.navigate("competence=python&ville=Paris", false);
    viewport_.width = 1000;
    draw();
    EXPECT_TRUE(last_.words.empty());
    EXPECT_TRUE(application_.isComplete());
    expectMirrored("narrower, with a filter");
}

TEST_F(VirtualisedCards, StandInTheOrderOfTheListWithAHeadingEach) {
    tell();
    type("d");
    const semantics::Tree& tree = application_.completeTree();
    const std::vector<NodeId> items = tree.childrenOf(mirror_.virtualised.list);
    const auto& order = mirror_.virtualised.layout->order;
    ASSERT_EQ(items.size(), order.size());
    ASSERT_GT(order.size(), 200u);
    const auto& programme = application_.programme();
    for (std::size_t place = 0; place < order.size(); ++place) {
        const std::string_view title = programme.in(programme.challenges[order[place]].title, 0);
        EXPECT_TRUE(semantics::textContent(tree, items[place]).starts_with(title)) << place;
        EXPECT_EQ(tree.find(items[place])->rect, mirror_.virtualised.layout->rectOf(static_cast<std::uint32_t>(place)))
            << place;
    }
    const auto isCardHeading = [](const Node& node) { return node.role == Role::heading && node.level == 3; };
    EXPECT_GE(std::ranges::count_if(tree.nodes, isCardHeading), std::ssize(order));
}

TEST_F(VirtualisedCards, StandInTheListsOrderHoweverTheFrameInterrupts) {
    for (const std::string_view text : {"d", "da", "données", "zzzz", "", "l", "la", "python", "", "carto", ""}) {
        type(text);
        tell(3);
    }
    expectMirrored("after hasty typing");
    for (const float top : {5000.0F, 40'000.0F, 20'000.0F, 100.0F}) {
        viewport_.scrollTop = top;
        draw();
        tell(1);
    }
    type("de");
    viewport_.scrollTop = 9000;
    draw();
    expectMirrored("after scrolling in the middle of it");
}

TEST_F(VirtualisedCards, GoWhereTheListIsShortOrAnotherOneAndComeBack) {
    tell();
    type("cartographie python");
    expectMirrored("short");
    application_.navigate("q=d&vue=choix&choix=synthetic-1", false);
    draw();
    expectMirrored("shortlist");
    application_.navigate("q=d", false);
    draw();
    expectMirrored("back");
    viewport_.width = 390;
    draw();
    expectMirrored("on a phone");
    application_.dispatch(explorer::OpenChallenge{3});
    draw();
    expectMirrored("on a page of its own");
    application_.dispatch(explorer::CloseChallenge{});
    draw();
    expectMirrored("closed");
    application_.dispatch(explorer::SetLanguage{1});
    draw();
    expectMirrored("in English");
    load(kCards / 2);
    draw();
    expectMirrored("another programme");
}

TEST_F(VirtualisedCards, WaitForTheFrameWhereSomethingHasChanged) {
    application_.type(semantics::findAll(application_.tree(), Role::searchField, "").front(), "d");
    EXPECT_TRUE(application_.describeMore().isEmpty());
    EXPECT_FALSE(application_.isComplete());
}

TEST_F(VirtualisedCards, HaveIdsOfTheirOwn) {
    type("d");
    tell();
    type("");
    tell();
    std::set<NodeId> ids;
    std::size_t keptCount = 0;
    for (const Node& node : application_.completeTree().nodes) {
        EXPECT_TRUE(ids.insert(node.id).second);
        keptCount += node.id >= semantics::kFirstRetainedId ? 1 : 0;
    }
    EXPECT_GT(keptCount, kCards);
}

TEST_F(VirtualisedCards, LeaveNothingToTellWhereTheViewStaysNear) {
    tell();
    viewport_.scrollTop = 300;
    EXPECT_TRUE(draw().isEmpty());
    EXPECT_TRUE(application_.isComplete());
    application_.movePointer(std::pair(500.0F, 600.0F));
    EXPECT_TRUE(draw().isEmpty());
    EXPECT_TRUE(application_.isComplete());
}

TEST_F(VirtualisedCards, AreSearchedByAllWordsHoweverManyAreRead) {
    const auto found = [&] { return application_.session().visit().shown; };
    tell();
    type("d");
    const std::vector<explorer::ChallengeIndex> expected = found();
    EXPECT_FALSE(expected.empty());
    for (const int slices : {0, 1, 2}) {
        load(kCards);
        draw();
        ASSERT_FALSE(application_.session().hasAllWords());
        tell(slices);
        type("d");
        EXPECT_TRUE(application_.session().hasAllWords());
        EXPECT_EQ(found(), expected) << slices;
    }
}

TEST_F(VirtualisedCards, AreChosenByASkillBeforeTheirWordsAreRead) {
    load(kCards);
    draw();
    application_.activate(semantics::findAll(application_.tree(), Role::checkbox, "").front());
    draw();
    EXPECT_FALSE(application_.session().hasAllWords());
    EXPECT_LT(application_.session().visit().shown.size(), kCards);
    expectMirrored("after a choice");
    EXPECT_TRUE(application_.session().hasAllWords());
}

TEST_F(VirtualisedCards, AreNoneInAShortList) {
    load(100);
    draw();
    EXPECT_EQ(mirror_.virtualised.list, semantics::kNoNode);
    const semantics::Tree first = mirror_;
    tell(); // reads words for search, and describes nothing more
    EXPECT_EQ(mirror_, first);
    for (const std::string_view text : {"d", "da", ""}) {
        type(text);
        EXPECT_TRUE(application_.isComplete());
        EXPECT_FALSE(last_.list);
    }
    expectMirrored("short");
}

/// Removes all translations but the French ones.
void keepFrenchAlone(nlohmann::json& value) {
    if (value.is_object() && value.contains("fr")) value.erase("en");
    if (!value.is_structured()) return;
    for (nlohmann::json& part : value) keepFrenchAlone(part);
}

TEST_F(VirtualisedCards, SayInWhichLanguageTheirWordsAreEvenWhereTheseStayTheSame) {
    nlohmann::json file = nlohmann::json::parse(support::makeSyntheticProgramme(kCards));
    keepFrenchAlone(file["challenges"]);
    ASSERT_TRUE(application_.load(file.dump(), "", "fr").empty());
    draw();
    expectMirrored("in French");
    application_.activate(semantics::findAll(application_.tree(), Role::button, "EN, English").front());
    draw();
    expectMirrored("in English");
    const auto isFrench = [](const Node& node) { return node.role == Role::text && node.language == "fr"; };
    const auto isFrenchItem = [](const Node& node) {
        return node.role == Role::heading && node.level == 3 && node.language == "fr";
    };
    const semantics::Tree mirrored = semantics::flatten(mirror_);
    EXPECT_GE(std::ranges::count_if(mirrored.nodes, isFrench) + std::ranges::count_if(mirrored.nodes, isFrenchItem),
              static_cast<std::ptrdiff_t>(kCards));
}

} // namespace
