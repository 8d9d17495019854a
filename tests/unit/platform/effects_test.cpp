// The order in which effects are performed, by the cases with which tests/effects.test.mjs tests the page.
#include "platform/common/effects.h"
#include "platform/common/history.h"
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace {

using nlohmann::json;
using platform::Effects;

constexpr std::array<std::string_view, 5> kSteps = {"replace", "push", "open", "close", "apply"};

platform::AddressStep stepNamed(std::string_view name) {
    const auto found = std::ranges::find(kSteps, name);
    EXPECT_NE(found, kSteps.end()) << name;
    return static_cast<platform::AddressStep>(found - kSteps.begin());
}

struct RecordingHost {
    std::vector<std::string> steps;

    void copyText(const std::string& text) { steps.push_back("copy " + text); }
    void share(const platform::SharedText& shared) { steps.push_back("share " + shared.title + ": " + shared.text); }
    void changeAddress(const platform::AddressChange& change) {
        steps.push_back(std::string(kSteps[static_cast<std::size_t>(change.step)]) + ' ' + change.queryString);
    }
    void setTitle(const std::string& title) { steps.push_back("title " + title); }
    void keep(const std::string& kept) { steps.push_back("keep " + kept); }
    void scrollPageTo(float top) { steps.push_back("scroll " + json(top).dump()); }
    void moveFocus(const platform::FocusMove& move) {
        steps.push_back("focus " + std::to_string(move.node) + (move.scrollsIntoView ? " true" : " false"));
    }
};

/// The effects that the page's JSON stands for.
Effects fromJson(const json& members) {
    Effects effects;
    if (members.contains("copy")) effects.textToCopy = members["copy"].get<std::string>();
    if (members.contains("share"))
        effects.toShare =
            platform::SharedText{members["share"][0].get<std::string>(), members["share"][1].get<std::string>()};
    for (const json& change : members.value("address", json::array())) {
        effects.addressChanges.push_back({stepNamed(change[0].get<std::string>()), change[1].get<std::string>()});
    }
    if (members.contains("title")) effects.documentTitle = members["title"].get<std::string>();
    if (members.contains("keep")) effects.toKeep = members["keep"].get<std::string>();
    if (members.contains("scrollTop")) effects.scrollPageTo = members["scrollTop"].get<float>();
    if (members.contains("focus"))
        effects.focus =
            platform::FocusMove{members["focus"][0].get<semantics::NodeId>(), members["focus"][1].get<bool>()};
    return effects;
}

std::string withoutPointZero(std::string step) {
    if (step.ends_with(".0")) step.resize(step.size() - 2);
    return step;
}

TEST(Effects, ArePerformedInTheOrderOfTheContract) {
    const json cases = json::parse(support::readProjectFile("tests/data/effects.json"));
    ASSERT_GT(cases.size(), 5u);
    for (const json& each : cases) {
        SCOPED_TRACE(each["name"].get<std::string>());
        RecordingHost host;
        platform::DeferredEffects deferred;
        for (const json& members : each["effects"]) {
            const Effects effects = fromJson(members);
            platform::performAtOnce(effects, host);
            deferred.add(effects);
        }
        EXPECT_EQ(json(host.steps), each["atOnce"]);
        EXPECT_EQ(deferred.isEmpty(), each["afterFrame"].empty());
        host.steps.clear();
        deferred.performAfterFrame(host);
        for (std::string& step : host.steps) step = withoutPointZero(step);
        EXPECT_EQ(json(host.steps), each["afterFrame"]);
        EXPECT_TRUE(deferred.isEmpty());
    }
}

TEST(Effects, AreTheSameInTheJsonThatThePageReads) {
    for (const json& each : json::parse(support::readProjectFile("tests/data/effects.json"))) {
        for (const json& members : each["effects"]) EXPECT_EQ(json::parse(toJson(fromJson(members))), members);
    }
}

TEST(Effects, AnAddressReplacedAfterANewEntryIsThatEntrys) {
    Effects effects;
    using platform::AddressStep;
    effects.changeAddress(AddressStep::open, "defi=a");
    effects.changeAddress(AddressStep::replace, "defi=a&q=b");
    EXPECT_EQ(effects.addressChanges, (std::vector<platform::AddressChange>{{AddressStep::open, "defi=a&q=b"}}));
    effects.changeAddress(AddressStep::push, "defi=c");
    EXPECT_EQ(effects.addressChanges.size(), 2u);
}

TEST(Effects, MoveInTheHistoryAsThePageDoes) {
    const json cases = json::parse(support::readProjectFile("tests/data/history.json"));
    ASSERT_GT(cases.size(), 10u);
    for (const json& each : cases) {
        SCOPED_TRACE(each["name"].get<std::string>());
        platform::History history(each["start"].get<std::string>());
        for (const std::string step : each["steps"]) {
            const std::size_t space = step.find(' ');
            const std::string name = step.substr(0, space);
            const std::string rest = step.substr(space + 1);
            if (name == "go") {
                EXPECT_TRUE(history.go(std::stoi(rest)));
            } else {
                history.change({stepNamed(name), rest});
            }
        }
        int place = 0;
        while (history.go(-1)) ++place;
        EXPECT_EQ(place, each["place"]);
        json entries = {history.queryString()};
        while (history.go(1)) entries.push_back(history.queryString());
        EXPECT_EQ(entries, each["entries"]);
    }
}

TEST(Effects, SeveralEventsBeforeAFrameLeaveTheAddressOfTheLast) {
    support::Visitor visitor(support::readProjectFile("data/eig-2018.json"));
    platform::Application& application = visitor.application();
    application.dispatch(explorer::OpenChallenge{0});
    application.dispatch(explorer::SetQuery{"carto"});
    visitor.settle();
    EXPECT_EQ(visitor.address(), application.session().address());
    EXPECT_EQ(application.state().query, "carto");
    visitor.goBack(); // each event has an entry of its own
    EXPECT_EQ(application.state().query, "");
    EXPECT_TRUE(application.state().challenge.has_value());
    visitor.goBack();
    EXPECT_EQ(visitor.address(), "");
    EXPECT_FALSE(application.state().challenge.has_value());
}

} // namespace
