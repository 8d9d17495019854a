// Replacing the programme that is shown, several visits at the same time, and the scroll position after closing a
// challenge.
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

using nlohmann::json;
using semantics::NodeId;
using semantics::Role;
using support::Visitor;

json& challengeOf(json& programme, std::string_view id) {
    for (json& challenge : programme["challenges"]) {
        if (challenge["id"] == id) return challenge;
    }
    ADD_FAILURE() << "no challenge " << id;
    return programme["challenges"][0];
}

TEST(Session, AnotherVersionOfTheFileKeepsTheVisit) {
    Visitor visitor(support::readBundledProgramme(), {.query = "now=2017-10-15"});
    visitor.click(Role::checkbox, "Développement web");
    visitor.click(Role::link, "Gobelins", true);
    visitor.scrollTo(120);
    const std::string address = visitor.address();
    json file = json::parse(support::readBundledProgramme());
    challengeOf(file, "gobelins")["title"] = "Les Gobelins";
    // The same content in another order.
    std::ranges::reverse(file["challenges"].get_ref<json::array_t&>());
    std::ranges::reverse(file["skills"].get_ref<json::array_t&>());
    EXPECT_TRUE(visitor.application().reload(file.dump()).empty());
    visitor.settle();
    EXPECT_TRUE(visitor.sees(Role::complementary, "Les Gobelins"));
    EXPECT_EQ(visitor.node(Role::checkbox, "Développement web").checked, semantics::Tristate::yes);
    EXPECT_EQ(visitor.address(), address);
    EXPECT_EQ(visitor.scrollTop(), 120);
}

TEST(Session, WhatAnotherVersionNoLongerHasLeavesTheVisit) {
    Visitor visitor(support::readBundledProgramme(), {.query = "defi=gobelins&choix=hopkins,gobelins&etape=auditions"});
    json file = json::parse(support::readBundledProgramme());
    std::erase_if(file["challenges"].get_ref<json::array_t&>(),
                  [](const json& one) { return one["id"] == "gobelins"; });
    EXPECT_TRUE(visitor.application().reload(file.dump()).empty());
    visitor.settle();
    const explorer::State& state = visitor.application().state();
    EXPECT_FALSE(state.challenge.has_value());
    EXPECT_EQ(state.shortlist.size(), 1u);
    EXPECT_TRUE(state.milestone.has_value());
    EXPECT_EQ(visitor.address(), visitor.application().session().address());
}

TEST(Session, AWrongVersionLeavesEverythingAsItIs) {
    Visitor visitor(support::readBundledProgramme(), {.query = "defi=gobelins"});
    const std::string before = visitor.snapshotAtRest();
    EXPECT_FALSE(visitor.application().reload("{").empty());
    visitor.settle();
    EXPECT_EQ(visitor.snapshotAtRest(), before);
}

TEST(Session, AnotherProgrammeBeginsAnewInTheVisitorsLanguage) {
    Visitor visitor(support::readBundledProgramme(), {.query = "defi=gobelins&lang=en"});
    json file = json::parse(support::readBundledProgramme());
    file["id"] = "another-programme";
    EXPECT_TRUE(visitor.application().reload(file.dump()).empty());
    visitor.settle();
    EXPECT_FALSE(visitor.application().state().challenge.has_value());
    EXPECT_EQ(visitor.tree().language, "en");
}

// The intents of the last frame's nodes belong to the previous programme.
TEST(Session, NothingOfTheFrameBeforeActsOnAnotherProgramme) {
    Visitor visitor(support::readProjectFile("tests/data/programmes/good/400-challenges.json"));
    std::vector<NodeId> nodes;
    for (const semantics::Node& node : visitor.tree().nodes) nodes.push_back(node.id);
    platform::Application& application = visitor.application();
    EXPECT_TRUE(
        application.load(support::readProjectFile("tests/data/programmes/good/minimal.json"), "", "fr").empty());
    for (const NodeId node : nodes) {
        application.setFocus(node, true);
        for (const std::string_view key : {"ArrowRight", "End", "+", "Escape"}) application.pressKey(node, key);
        application.activate(node);
        application.drag(node, 40, 1.5F, 100);
    }
    EXPECT_EQ(application.state(), application.session().state());
    visitor.settle();
    EXPECT_EQ(application.state().challenge, std::nullopt);
}

TEST(Session, SeveralVisitsStandBesideEachOther) {
    support::Headless headless;
    const auto clock = [](std::string_view) { return programme::CivilTime{*programme::parseDay("2017-10-15"), 720}; };
    platform::Application french(headless.fonts(), clock);
    platform::Application english(headless.fonts(), clock);
    EXPECT_TRUE(french.load(support::readBundledProgramme(), "", "fr").empty());
    EXPECT_TRUE(
        english.load(support::readProjectFile("tests/data/programmes/good/one-challenge.json"), "", "en").empty());
    const ui::Viewport viewport{.width = 1280, .height = 800};
    (void)french.frame(viewport);
    (void)english.frame(viewport);
    const std::string before = semantics::dump(english.tree());
    EXPECT_TRUE(french.activate(semantics::findOnly(french.tree(), Role::link, "Gobelins", true)));
    (void)french.frame(viewport);
    EXPECT_TRUE(english.frame(viewport).update.isEmpty());
    EXPECT_EQ(semantics::dump(english.tree()), before);
    EXPECT_NE(semantics::findOnly(french.tree(), Role::complementary, "Gobelins"), semantics::kNoNode);
}

// ── The overview around an open challenge ──

TEST(Session, TheOverviewComesBackWhereItWasLeft) {
    Visitor visitor(support::readBundledProgramme(), {.width = 390, .height = 844});
    visitor.scrollTo(900);
    visitor.click(Role::link, "Gobelins", true);
    EXPECT_EQ(visitor.scrollTop(), 0);
    visitor.press("Escape");
    EXPECT_EQ(visitor.scrollTop(), 900);
}

TEST(Session, AChallengeThatBecomesAPageOfItsOwnIsShownFromItsBeginningAndLeftForItsCard) {
    Visitor visitor(support::readBundledProgramme(), {.width = 1280, .height = 800});
    visitor.scrollTo(700);
    visitor.click(Role::link, "Gobelins", true);
    visitor.resize(640, 400); // zoomed to 200 %
    EXPECT_EQ(visitor.scrollTop(), 0);
    visitor.press("Escape");
    const semantics::Rect card = semantics::absoluteRect(visitor.tree(), visitor.find(Role::link, "Gobelins", true));
    EXPECT_GE(card.y, visitor.scrollTop());
    EXPECT_LT(card.y, visitor.scrollTop() + 400);
}

TEST(Session, AChallengeThatStandsBesideTheOverviewAgainLeavesTheOverviewWhereItWas) {
    Visitor visitor(support::readBundledProgramme(), {.width = 1280, .height = 800});
    visitor.scrollTo(700);
    visitor.click(Role::link, "Gobelins", true);
    const float beside = visitor.scrollTop(); // the card has kept its place on the screen
    visitor.resize(640, 400);
    EXPECT_EQ(visitor.scrollTop(), 0);
    visitor.resize(1280, 800);
    EXPECT_EQ(visitor.scrollTop(), beside);
}

} // namespace
