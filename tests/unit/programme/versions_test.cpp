// A file from a newer release: what is not known in it is a problem to a checker, and left out by a page.
#include "programme/reader.h"
#include "programme/words.h"
#include "support/files.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

constexpr ReadOptions kAsThePage = {.unknownParts = UnknownParts::areLeftOut};
constexpr char kUnchanged[] = "tests/data/programmes/good/one-challenge.json";

std::string changed(std::string_view from, std::string_view to) {
    std::string text = support::readProjectFile(kUnchanged);
    const std::size_t place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
}

std::string badFile(const std::string& name) {
    return support::readProjectFile("tests/data/programmes/bad/" + name + ".json");
}

TEST(Versions, FilesWithUnknownPartsAreBadToACheckerAndReadByThePage) {
    for (const std::string name : {"schema-unknown-key", "schema-unknown-key-in-profile", "schema-misspelt-prefill-key",
                                   "schema-key-in-capitals", "schema-key-with-slash", "schema-unknown-kind-of-link",
                                   "schema-unknown-kind-of-milestone"}) {
        const ReadResult checked = read(badFile(name));
        EXPECT_FALSE(checked.programme) << name;
        ASSERT_EQ(checked.problems.size(), 1u) << name;
        EXPECT_TRUE(checked.warnings.empty()) << name;

        const ReadResult shown = read(badFile(name), kAsThePage);
        EXPECT_TRUE(shown.programme) << name;
        EXPECT_TRUE(shown.problems.empty()) << name;
        ASSERT_EQ(shown.warnings.size(), 1u) << name;
        EXPECT_EQ(shown.warnings[0].pointer, checked.problems[0].pointer);
        EXPECT_EQ(shown.warnings[0].place.line, checked.problems[0].place.line);
        EXPECT_EQ(shown.warnings[0].place.column, checked.problems[0].place.column);
    }
}

TEST(Versions, WhatAnUnknownKeyHoldsIsNotLookedAt) {
    const std::string newer = changed(R"("timeZone":)", R"("themes": [{"id": "No Id", "fr": {"id": null}}, [1, 2.5]],
"timeZone":)");
    const ReadResult shown = read(newer, kAsThePage);
    ASSERT_TRUE(shown.programme);
    ASSERT_EQ(shown.warnings.size(), 1u);
    EXPECT_EQ(shown.warnings[0].pointer, "/themes");
    EXPECT_EQ(shown.programme->in(shown.programme->timeZone), "America/Argentina/Buenos_Aires");
}

TEST(Versions, AnUnknownKindIsTheKindOfWhatNamesNone) {
    const ReadResult link = read(badFile("schema-unknown-kind-of-link"), kAsThePage);
    ASSERT_TRUE(link.programme);
    EXPECT_EQ(link.programme->challenges[0].links[0].kind, LinkKind::none);
    const ReadResult milestone = read(badFile("schema-unknown-kind-of-milestone"), kAsThePage);
    ASSERT_TRUE(milestone.programme);
    EXPECT_EQ(milestone.programme->milestones[0].kind, MilestoneKind::event);
}

TEST(Versions, AVersionThatIsNotKnownAndAKindThatIsNoStringStayProblems) {
    EXPECT_FALSE(read(badFile("schema-unknown-version"), kAsThePage).programme);
    EXPECT_FALSE(read(changed(R"("kind": "call")", R"("kind": 1)"), kAsThePage).programme);
}

TEST(Versions, InAFileWithMistakesAnUnknownKeyIsOneOfThem) {
    const std::string misspelt = changed(R"("timeZone":)", R"("timezone":)");
    const ReadResult shown = read(misspelt, kAsThePage);
    EXPECT_FALSE(shown.programme);
    EXPECT_TRUE(shown.warnings.empty());
    ASSERT_EQ(shown.problems.size(), 2u);
    EXPECT_EQ(shown.problems[0].code, ProblemCode::missingKey);
    EXPECT_EQ(shown.problems[1].code, ProblemCode::unknownKey);
    EXPECT_EQ(shown.problems[1].nearest, "timeZone");
}

TEST(Versions, AnyNumberOfUnknownKeysLeavesTheFileReadable) {
    std::string keys;
    for (std::size_t count = 0; count < 3 * kMaxProblems; ++count)
        keys += R"("new)" + std::to_string(count) + "\": 0,\n";
    const ReadResult shown = read(changed(R"("timeZone":)", keys + R"("timeZone":)"), kAsThePage);
    ASSERT_TRUE(shown.programme);
    ASSERT_EQ(shown.warnings.size(), kMaxProblems + 1);
    EXPECT_EQ(shown.warnings.front().pointer, "/new0");
    EXPECT_EQ(shown.warnings.back().code, ProblemCode::tooManyProblems);
    EXPECT_TRUE(describeLeftOut(shown.warnings, InterfaceLanguage::english).ends_with("/new99\n…"));
}

TEST(Versions, OneTextNamesAllThatIsLeftOut) {
    std::vector<Problem> warnings = {{ProblemCode::unknownKey, {7, 3}, "/sumary", "\"sumary\"", "", ""},
                                     {ProblemCode::wrongValue, {33, 78}, "/links/0/kind", "\"repository\"", "", ""}};
    EXPECT_EQ(describeLeftOut(warnings, InterfaceLanguage::english),
              "This release does not know all that the programme’s file holds. It leaves out:\n"
              "Line 7, column 3 /sumary\nLine 33, column 78 /links/0/kind");
    EXPECT_EQ(describeLeftOut({}, InterfaceLanguage::french), "");
}

} // namespace
} // namespace programme
