// Replays the visits in tests/data/visits, and tests the text format of visits and their recording.
#include "native/support/visit_replay.h"
#include "platform/visits/visit.h"
#include "platform/visits/visit_recorder.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

namespace platform {
namespace {

class RecordedVisits : public testing::TestWithParam<std::string> {};

TEST_P(RecordedVisits, HoldInEveryFrame) {
    EXPECT_EQ(support::replayVisitFile(GetParam()), "");
}

std::vector<std::string> visitFiles() {
    std::vector<std::string> paths;
    for (const auto& path : support::listProjectFiles("tests/data/visits", ".visit")) paths.push_back(path.string());
    return paths;
}

std::string nameOf(const testing::TestParamInfo<std::string>& info) {
    std::string name = std::filesystem::path(info.param).stem().string();
    for (char& letter : name) {
        if (letter == '-') letter = '_';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(Files, RecordedVisits, testing::ValuesIn(visitFiles()), nameOf);

Visit read(std::string_view text) {
    auto parsed = parseVisit(text);
    const VisitError* error = std::get_if<VisitError>(&parsed);
    EXPECT_EQ(error, nullptr) << (error != nullptr ? error->message : "");
    return error != nullptr ? Visit{} : std::get<Visit>(parsed);
}

std::string errorOf(std::string_view text) {
    const auto parsed = parseVisit(text);
    const VisitError* error = std::get_if<VisitError>(&parsed);
    return error == nullptr ? "" : std::to_string(error->line) + ": " + error->message;
}

TEST(VisitText, IsReadBackAsItWasWritten) {
    const Visit visit{.programme = "a \"b\".json",
                      .language = "fr-CA",
                      .query = "q=a b\\c\n\x01",
                      .steps = {{.verb = VisitVerb::resize, .numbers = {390, 844.5F}},
                                {.verb = VisitVerb::click,
                                 .target = {.role = semantics::Role::button, .name = "Défi « x »", .place = 3}},
                                {.verb = VisitVerb::focus, .target = {.node = 4'000'000'000}},
                                {.verb = VisitVerb::drag,
                                 .target = {.role = semantics::Role::group, .name = ""},
                                 .numbers = {-1e9F, 1e-30F, 0}},
                                {.verb = VisitVerb::key, .text = "Shift+Tab"},
                                {.verb = VisitVerb::type, .text = "\xFF\x7F é"},
                                {.verb = VisitVerb::dark, .numbers = {1}},
                                {.verb = VisitVerb::coarsePointer},
                                {.verb = VisitVerb::back}}};
    EXPECT_EQ(read(formatVisit(visit)), visit) << formatVisit(visit);
}

TEST(VisitText, MayHaveCommentsEmptyLinesAndWordsWithoutQuotes) {
    const Visit visit = read("# a comment\n\nprogramme p.json\r\n  key Tab\nwait 0.7");
    EXPECT_EQ(visit.programme, "p.json");
    ASSERT_EQ(visit.steps.size(), 2u);
    EXPECT_EQ(visit.steps[0], (VisitStep{.verb = VisitVerb::key, .text = "Tab"}));
    EXPECT_EQ(visit.steps[1], (VisitStep{.verb = VisitVerb::wait, .numbers = {0.7F}}));
}

TEST(VisitText, NamesTheLineThatIsWrong) {
    EXPECT_EQ(errorOf("programme p.json\njump"), "2: No such step: jump");
    EXPECT_EQ(errorOf("key Tab\nprogramme p.json"), "2: programme stands before the first step.");
    EXPECT_EQ(errorOf("click"), "1: click needs a role and a name, or \"node\" and an id.");
    EXPECT_EQ(errorOf("click generic x"), "1: click needs a role and a name, or \"node\" and an id.");
    EXPECT_EQ(errorOf("click button \"x"), "1: click needs a role and a name, or \"node\" and an id.");
    EXPECT_EQ(errorOf("click button x #0"), "1: click needs a role and a name, or \"node\" and an id.");
    EXPECT_EQ(errorOf("click button x y"), "1: Too much stands in this line.");
    EXPECT_EQ(errorOf("pointer 1 nan"), "1: pointer needs a number.");
    EXPECT_EQ(errorOf("dark maybe"), "1: dark needs yes or no.");
    EXPECT_EQ(errorOf("type \"\\q\""), "1: type needs a text, quoted where it has spaces.");
}

/// Tests that VisitReplay's checks find violations.
TEST(VisitReplay, SaysWhichStepNamesANodeThatIsNotThere) {
    const std::string folder = testing::TempDir();
    std::ofstream(folder + "/missing.visit")
        << "programme " << CE_SOURCE_DIR << "/data/eig-2018.json\nclick button \"No such button\"\n";
    const std::string finding = support::replayVisitFile(folder + "/missing.visit");
    EXPECT_NE(finding.find("click button \"No such button\"\nthere is no such node"), std::string::npos) << finding;
}

TEST(VisitReplay, RefusesAProgrammeThatIsNotRead) {
    const Visit visit{.programme = "", .language = "fr", .query = "", .steps = {}};
    support::VisitReplay replay(visit, "{}");
    EXPECT_NE(replay.violation().find("the programme is not read"), std::string::npos);
}

// ── Recording ──

class Recording : public testing::Test {
protected:
    Recording() {
        tree_.nodes = {{.role = semantics::Role::root, .rect = {0, 0, 800, 600}, .id = 1, .parent = 1},
                       {.role = semantics::Role::button,
                        .name = "Here",
                        .isInteractive = true,
                        .rect = {0, 0, 100, 50},
                        .id = 2,
                        .parent = 1}};
    }
    void add(const VisitStep& step, double seconds = 0) {
        recorder_.add(step, {.tree = tree_, .offsets = offsets_, .width = 800, .height = 600}, seconds);
    }
    void at(VisitVerb verb, float x, float y) { add({.verb = verb, .numbers = {x, y}}); }
    /// The recorded text without the three lines of the head.
    std::string steps() const {
        std::string text = stream_.str();
        for (int line = 0; line < 3; ++line) text.erase(0, text.find('\n') + 1);
        return text;
    }

    semantics::Tree tree_;
    std::vector<semantics::ScrollOffset> offsets_;
    std::ostringstream stream_;
    VisitRecorder recorder_{stream_, {}};
};

TEST_F(Recording, NamesWhatWasClicked) {
    at(VisitVerb::pointer, 5, 5);
    at(VisitVerb::pointer, 20, 20);
    at(VisitVerb::press, 20, 20);
    at(VisitVerb::pointer, 21, 20);
    at(VisitVerb::release, 21, 20);
    EXPECT_EQ(steps(), "pointer 20 20\nclick button \"Here\"\n");
}

TEST_F(Recording, KeepsThePlacesOfADrag) {
    at(VisitVerb::press, 20, 20);
    at(VisitVerb::pointer, 60, 20);
    at(VisitVerb::pointer, 90, 20);
    at(VisitVerb::release, 90, 20);
    EXPECT_EQ(steps(), "press 20 20\npointer 90 20\nrelease 90 20\n");
}

TEST_F(Recording, KeepsThePlacesOfAPressOnNothing) {
    at(VisitVerb::press, 500, 500);
    at(VisitVerb::release, 500, 500);
    EXPECT_EQ(steps(), "press 500 500\nrelease 500 500\n");
}

TEST_F(Recording, WritesPausesButNotShortOnes) {
    add({.verb = VisitVerb::key, .text = "Tab"}, 0.2);
    add({.verb = VisitVerb::type, .text = "a b"}, 1.1);
    add({.verb = VisitVerb::back}, 1.2);
    EXPECT_EQ(steps(), "key \"Tab\"\nwait 0.9\ntype \"a b\"\nback\n");
}

} // namespace
} // namespace platform
