// What is said about a bad file: one test at least for each ProblemCode, and where it is.
#include "programme/reader.h"
#include "programme/words.h"
#include "support/files.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

/// A good file on a few lines, in which tests change one thing.
constexpr std::string_view kGoodFile = R"({"schemaVersion": 1, "id": "base", "title": {"fr": "Base", "en": "Base"},
"defaultLanguage": "fr", "timeZone": "UTC",
"application": {"url": "https://example.org", "opens": "2017-09-27", "closes": "2017-10-27"},
"skillGroups": [{"id": "data", "label": "Data"}],
"skills": [{"id": "python", "label": "Python", "group": "data"}],
"milestones": [{"id": "call", "title": "Call", "start": "2017-09", "end": "2017-10"}],
"challenges": [{"id": "one", "title": "One", "summary": "Sum", "host": {"name": "Host"},
"profiles": [{"title": "Dev", "skills": ["python"], "count": 2}]}]})";

std::string changed(std::string_view from, std::string_view to) {
    std::string text(kGoodFile);
    const std::size_t place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
}

Problem onlyProblem(const std::string& text) {
    ReadResult result = read(text);
    EXPECT_FALSE(result.programme);
    EXPECT_EQ(result.problems.size(), 1u) << text;
    return result.problems.empty() ? Problem{} : result.problems.front();
}

void expectPlace(const Problem& problem, std::size_t line, std::size_t column, std::string_view pointer) {
    EXPECT_EQ(problem.place.line, line);
    EXPECT_EQ(problem.place.column, column);
    EXPECT_EQ(problem.pointer, pointer);
}

TEST(Problems, AreNoneInTheFileThatTheseTestsChange) {
    EXPECT_TRUE(read(kGoodFile).programme);
}

TEST(Problems, TooLarge) {
    const Problem problem = onlyProblem(std::string(kMaxBytes + 1, ' '));
    EXPECT_EQ(problem.code, ProblemCode::tooLarge);
    EXPECT_EQ(describe(problem, InterfaceLanguage::english), "The file is too large: 67,108,864 bytes at most.");
}

TEST(Problems, InvalidUtf8) {
    const Problem problem = onlyProblem(changed("Sum", "S\xE9"));
    EXPECT_EQ(problem.code, ProblemCode::invalidUtf8);
    expectPlace(problem, 7, 59, "/challenges/0/summary");
    EXPECT_EQ(problem.found, "E9");
}

TEST(Problems, AMistakeBeforeInvalidUtf8IsTheOneSaid) {
    EXPECT_EQ(onlyProblem(changed("\"timeZone\":", "timeZone\xE9")).code, ProblemCode::syntax);
}

TEST(Problems, Syntax) {
    const Problem problem = onlyProblem(changed("\"UTC\",", "\"UTC\""));
    EXPECT_EQ(problem.code, ProblemCode::syntax);
    expectPlace(problem, 3, 1, "");
    EXPECT_EQ(problem.found, "\"application\"");
    EXPECT_EQ(problem.allowed, "commaOrObjectEnd");
}

TEST(Problems, SyntaxEndsTheReadingButNotWhatWasFoundBefore) {
    const ReadResult result = read(changed("\"fr\", \"timeZone\": \"UTC\"", "\"FR\", \"timeZone\": UTC"));
    ASSERT_EQ(result.problems.size(), 2u);
    EXPECT_EQ(result.problems[0].code, ProblemCode::wrongForm);
    EXPECT_EQ(result.problems[1].code, ProblemCode::syntax);
}

TEST(Problems, TooDeep) {
    const std::string deep = "{\"id\": " + std::string(kMaxDepth, '[');
    const ReadResult result = read(deep);
    ASSERT_EQ(result.problems.size(), 2u);
    EXPECT_EQ(result.problems[0].code, ProblemCode::wrongType);
    EXPECT_EQ(result.problems[1].code, ProblemCode::tooDeep);
    EXPECT_EQ(result.problems[1].place.column, 8 + kMaxDepth - 1);
}

TEST(Problems, RepeatedKey) {
    const Problem problem = onlyProblem(changed("\"count\": 2", "\"count\": 2, \"count\": 3"));
    EXPECT_EQ(problem.code, ProblemCode::repeatedKey);
    expectPlace(problem, 8, 65, "/challenges/0/profiles/0/count");
    EXPECT_EQ(problem.found, "\"count\"");
}

TEST(Problems, AKeyRepeatedWithEverythingInItIsSaidOnce) {
    const std::string application = R"("application": {"url": "no address", "nothing": []},)";
    const Problem problem = onlyProblem(changed("\"skillGroups\"", application + "\"skillGroups\""));
    EXPECT_EQ(problem.code, ProblemCode::repeatedKey);
}

TEST(Problems, UnknownKey) {
    const Problem problem = onlyProblem(changed("\"skills\": [\"python\"]", "\"skils\": {}, \"skills\": [\"python\"]"));
    EXPECT_EQ(problem.code, ProblemCode::unknownKey);
    expectPlace(problem, 8, 31, "/challenges/0/profiles/0/skils");
    EXPECT_EQ(problem.allowed, "id, title, summary, count, skills, preferredSkills");
    EXPECT_EQ(problem.nearest, "skills");
}

TEST(Problems, MissingKeysComeInTheOrderOfTheSchemaAtTheirObject) {
    const ReadResult result = read("{\"id\": \"a\"}");
    std::string missing;
    for (const Problem& problem : result.problems) {
        EXPECT_EQ(problem.code, ProblemCode::missingKey);
        expectPlace(problem, 1, 1, "");
        missing += problem.allowed + ' ';
    }
    EXPECT_EQ(missing, "schemaVersion title defaultLanguage timeZone application skills milestones challenges ");
}

TEST(Problems, WrongType) {
    const Problem problem = onlyProblem(changed("\"Host\"", "[\"Host\"]"));
    EXPECT_EQ(problem.code, ProblemCode::wrongType);
    expectPlace(problem, 7, 81, "/challenges/0/host/name");
    EXPECT_EQ(problem.allowed, "text");
    EXPECT_EQ(onlyProblem(changed("\"UTC\"", "false")).found, "false");
    EXPECT_EQ(onlyProblem(changed("\"UTC\"", "-1.5e3")).found, "-1.5e3");
    EXPECT_EQ(onlyProblem(changed("[\"python\"]", "null")).allowed, "list");
    EXPECT_EQ(onlyProblem(changed("{\"name\": \"Host\"}", "true")).allowed, "object");
    EXPECT_EQ(onlyProblem(changed("\"count\": 2", "\"count\": \"2\"")).allowed, "integer");
    EXPECT_EQ(onlyProblem(changed("\"python\"]", "7]")).allowed, "string");
}

TEST(Problems, WrongValue) {
    const Problem version = onlyProblem(changed("\"schemaVersion\": 1", "\"schemaVersion\": 2"));
    EXPECT_EQ(version.code, ProblemCode::wrongValue);
    expectPlace(version, 1, 19, "/schemaVersion");
    const Problem kind = onlyProblem(changed("\"start\"", "\"kind\": \"chort\", \"start\""));
    EXPECT_EQ(kind.code, ProblemCode::wrongValue);
    EXPECT_EQ(kind.nearest, "cohort");
}

TEST(Problems, WrongForm) {
    const Problem problem = onlyProblem(changed("\"one\"", "\"One\""));
    EXPECT_EQ(problem.code, ProblemCode::wrongForm);
    expectPlace(problem, 7, 23, "/challenges/0/id");
    EXPECT_EQ(problem.allowed, "id");
    EXPECT_EQ(onlyProblem(changed("\"https://example.org\"", "\"example.org\"")).allowed, "url");
    EXPECT_EQ(onlyProblem(changed("\"2017-09-27\"", "\"2017-09\"")).allowed, "day");
    EXPECT_EQ(onlyProblem(changed("\"2017-09\"", "\"September\"")).allowed, "dateOrMonth");
    EXPECT_EQ(onlyProblem(changed("\"UTC\"", "\"\"")).allowed, "timeZone");
    EXPECT_EQ(onlyProblem(changed("\"en\"", "\"EN\"")).allowed, "language");
    EXPECT_EQ(onlyProblem(changed("\"opens\"", "\"closesTime\": \"5 p.m.\", \"opens\"")).allowed, "timeOfDay");
}

TEST(Problems, TooShort) {
    EXPECT_EQ(onlyProblem(changed("\"Sum\"", "\"\"")).code, ProblemCode::tooShort);
    EXPECT_EQ(onlyProblem(changed("\"en\": \"Base\"", "\"en\": \"\"")).code, ProblemCode::tooShort);
}

TEST(Problems, TooLongCountsCharactersNotBytes) {
    std::string longest;
    for (int count = 0; count < 20000; ++count) longest += "日";
    EXPECT_TRUE(read(changed("\"Sum\"", '"' + longest + '"')).programme);
    const Problem problem = onlyProblem(changed("\"Sum\"", '"' + longest + "é\""));
    EXPECT_EQ(problem.code, ProblemCode::tooLong);
    EXPECT_EQ(problem.found, "20001");
    EXPECT_EQ(problem.allowed, "20000");
    EXPECT_TRUE(read(changed("\"one\"", '"' + std::string(64, 'a') + '"')).programme);
    EXPECT_EQ(onlyProblem(changed("\"one\"", '"' + std::string(65, 'a') + '"')).code, ProblemCode::tooLong);
}

TEST(Problems, TooFewItems) {
    const Problem problem = onlyProblem(changed("[\"python\"]", "[]"));
    EXPECT_EQ(problem.code, ProblemCode::tooFewItems);
    expectPlace(problem, 8, 41, "/challenges/0/profiles/0/skills");
    EXPECT_EQ(onlyProblem(changed("{\"fr\": \"Base\", \"en\": \"Base\"}", "{}")).code, ProblemCode::tooFewItems);
}

TEST(Problems, OutOfRange) {
    EXPECT_EQ(onlyProblem(changed("\"count\": 2", "\"count\": 0")).code, ProblemCode::outOfRange);
    EXPECT_EQ(onlyProblem(changed("\"count\": 2", "\"count\": 1001")).code, ProblemCode::outOfRange);
    EXPECT_EQ(onlyProblem(changed("\"count\": 2", "\"count\": -2")).code, ProblemCode::outOfRange);
    EXPECT_EQ(onlyProblem(changed("\"count\": 2", "\"count\": 18446744073709551616")).code, ProblemCode::outOfRange);
    const Problem beyond = onlyProblem(changed("\"count\": 2", "\"count\": 2e308"));
    EXPECT_EQ(beyond.code, ProblemCode::outOfRange);
    expectPlace(beyond, 8, 62, "/challenges/0/profiles/0/count");
}

TEST(Problems, RepeatedItem) {
    const Problem problem = onlyProblem(changed("[\"python\"]", "[\"python\", \"python\"]"));
    EXPECT_EQ(problem.code, ProblemCode::repeatedItem);
    expectPlace(problem, 8, 52, "/challenges/0/profiles/0/skills/1");
    // Required and preferred skills are two lists.
    EXPECT_TRUE(read(changed("[\"python\"]", "[\"python\"], \"preferredSkills\": [\"python\"]")).programme);
}

TEST(Problems, RepeatedId) {
    const std::string_view profile = R"([{"title": "Dev", "skills": ["python"], "count": 2}])";
    const auto withIds = [&](std::string_view first, std::string_view second) {
        std::string profiles(profile);
        profiles.insert(2, std::string(first));
        profiles.insert(profiles.size() - 1, ", {" + std::string(second) + R"("title": "Dev", "skills": ["python"]})");
        return changed(profile, profiles);
    };
    const Problem problem = onlyProblem(withIds(R"("id": "a", )", R"("id": "a", )"));
    EXPECT_EQ(problem.code, ProblemCode::repeatedId);
    EXPECT_EQ(problem.pointer, "/challenges/0/profiles/1/id");
    EXPECT_TRUE(read(withIds(R"("id": "a", )", R"("id": "b", )")).programme);
    EXPECT_TRUE(read(withIds("", "")).programme);
}

TEST(Problems, AnIdOfOneListOrChallengeIsFreeInAnother) {
    std::string text = changed("\"id\": \"python\"", "\"id\": \"data\"");
    text.replace(text.find("[\"python\"]"), 10, "[\"data\"]");
    const std::string second = R"(, {"id": "two", "title": "T", "summary": "S", "host": {"name": "H"}, "profiles": [)"
                               R"({"id": "dev", "title": "D", "skills": ["data"]}]}]})";
    text.replace(text.find("\"title\": \"Dev\""), 0, "\"id\": \"dev\", ");
    text.replace(text.size() - 2, 2, second);
    EXPECT_TRUE(read(text).programme);
}

TEST(Problems, UnknownReference) {
    const Problem skill = onlyProblem(changed("[\"python\"]", "[\"pyton\"]"));
    EXPECT_EQ(skill.code, ProblemCode::unknownReference);
    expectPlace(skill, 8, 42, "/challenges/0/profiles/0/skills/0");
    EXPECT_EQ(skill.nearest, "python");
    EXPECT_EQ(skill.allowed, "skills");
    const Problem group = onlyProblem(changed("\"group\": \"data\"", "\"group\": \"law\""));
    EXPECT_EQ(group.code, ProblemCode::unknownReference);
    EXPECT_EQ(group.allowed, "skillGroups");
    EXPECT_EQ(group.nearest, "");
}

TEST(Problems, EveryReferenceToAnUnknownIdIsSaid) {
    const ReadResult result = read(changed("[\"python\"]", "[\"rust\"], \"preferredSkills\": [\"rust\"]"));
    ASSERT_EQ(result.problems.size(), 2u);
    EXPECT_EQ(result.problems[0].pointer, "/challenges/0/profiles/0/skills/0");
    EXPECT_EQ(result.problems[1].pointer, "/challenges/0/profiles/0/preferredSkills/0");
}

TEST(Problems, MissingDefaultLanguage) {
    const Problem before =
        onlyProblem(changed("{\"fr\": \"Base\", \"en\": \"Base\"}", "{\"en\": \"Base\", \"de\": \"Basis\"}"));
    EXPECT_EQ(before.code, ProblemCode::missingDefaultLanguage);
    expectPlace(before, 1, 45, "/title");
    EXPECT_EQ(before.found, "en, de");
    EXPECT_EQ(before.allowed, "fr");
    const Problem after = onlyProblem(changed("\"Sum\"", "{\"en\": \"Sum\"}"));
    EXPECT_EQ(after.code, ProblemCode::missingDefaultLanguage);
    expectPlace(after, 7, 57, "/challenges/0/summary");
}

TEST(Problems, NoSuchDay) {
    EXPECT_EQ(onlyProblem(changed("\"2017-10\"", "\"2017-11-31\"")).code, ProblemCode::noSuchDay);
    EXPECT_EQ(onlyProblem(changed("\"2017-10-27\"", "\"2017-02-29\"")).code, ProblemCode::noSuchDay);
}

TEST(Problems, EndBeforeStart) {
    const Problem problem = onlyProblem(changed("\"end\": \"2017-10\"", "\"end\": \"2017-08-31\""));
    EXPECT_EQ(problem.code, ProblemCode::endBeforeStart);
    expectPlace(problem, 6, 75, "/milestones/0/end");
    EXPECT_EQ(problem.found, "\"2017-08-31\"");
    EXPECT_EQ(problem.allowed, "\"2017-09\"");
    EXPECT_EQ(onlyProblem(changed("\"closes\": \"2017-10-27\"", "\"closes\": \"2017-09-26\"")).code,
              ProblemCode::endBeforeStart);
}

TEST(Problems, AMonthEndsWithItsLastDayAndStartsWithItsFirst) {
    EXPECT_TRUE(read(changed("\"2017-09\", \"end\": \"2017-10\"", "\"2017-09-30\", \"end\": \"2017-09\"")).programme);
    EXPECT_TRUE(read(changed("\"2017-09\", \"end\": \"2017-10\"", "\"2017-09\", \"end\": \"2017-09-01\"")).programme);
    EXPECT_TRUE(read(changed("\"2017-09\", \"end\": \"2017-10\"", "\"2017-09\", \"end\": \"2017-09\"")).programme);
}

TEST(Problems, AnEndWithoutAGoodStartIsNotCompared) {
    EXPECT_EQ(onlyProblem(changed("\"opens\": \"2017-09-27\"", "\"opens\": \"2018-02-30\"")).code,
              ProblemCode::noSuchDay);
    EXPECT_EQ(onlyProblem(changed("\"opens\": \"2017-09-27\", ", "")).code, ProblemCode::missingKey);
    EXPECT_TRUE(read(changed("\"summary\": \"Sum\"", "\"summary\": \"Sum\", \"end\": \"1999-01\"")).programme);
}

TEST(Problems, TooManyLanguages) {
    const auto withLanguages = [](std::size_t count) {
        std::string title = "{\"fr\": \"Base\"";
        for (std::size_t number = 0; number + 1 < count; ++number) {
            const char tag[] = {'x', static_cast<char>('a' + number / 26), static_cast<char>('a' + number % 26), '\0'};
            title += std::string(", \"") + tag + "\": \"x\"";
        }
        return changed("{\"fr\": \"Base\", \"en\": \"Base\"}", title + "}");
    };
    EXPECT_TRUE(read(withLanguages(kMaxLanguages)).programme);
    EXPECT_EQ(onlyProblem(withLanguages(kMaxLanguages + 1)).code, ProblemCode::tooManyLanguages);
}

TEST(Problems, AreListedUpToAHundredAndThenSaidToBeMore) {
    const auto withMistakes = [](std::size_t count) {
        std::string aliases = "\"aliases\": [";
        for (std::size_t number = 0; number < count; ++number) aliases += number == 0 ? "\"\"" : ", \"\"";
        return changed("\"group\": \"data\"", aliases + "]");
    };
    const ReadResult hundred = read(withMistakes(kMaxProblems));
    EXPECT_EQ(hundred.problems.size(), kMaxProblems);
    EXPECT_EQ(hundred.problems.back().code, ProblemCode::tooShort);
    const ReadResult more = read(withMistakes(5000));
    ASSERT_EQ(more.problems.size(), kMaxProblems + 1);
    EXPECT_EQ(more.problems[kMaxProblems - 1].code, ProblemCode::tooShort);
    EXPECT_EQ(more.problems.back().code, ProblemCode::tooManyProblems);
    EXPECT_EQ(more.problems.back().pointer, "/skills/0/aliases/100");
}

TEST(Problems, OfReferencesAreListedUpToAHundredToo) {
    std::string skills = "[\"a0\"";
    for (int number = 1; number < 300; ++number) skills += ", \"a" + std::to_string(number) + '"';
    const ReadResult result = read(changed("[\"python\"]", skills + "]"));
    ASSERT_EQ(result.problems.size(), kMaxProblems + 1);
    EXPECT_EQ(result.problems.front().pointer, "/challenges/0/profiles/0/skills/0");
    EXPECT_EQ(result.problems.back().pointer, "/challenges/0/profiles/0/skills/100");
}

TEST(Problems, ComeInTheFilesOrder) {
    // Missing keys are known at an object's end, references at the file's; both are said where they are.
    std::string text = changed("\"summary\": \"Sum\", ", "");
    text.replace(text.find("\"group\": \"data\""), 15, "\"group\": \"nothing\"");
    text.replace(text.find("\"Dev\""), 5, "\"\"");
    const ReadResult result = read(text);
    ASSERT_EQ(result.problems.size(), 3u);
    EXPECT_EQ(result.problems[0].code, ProblemCode::unknownReference);
    EXPECT_EQ(result.problems[1].code, ProblemCode::missingKey);
    EXPECT_EQ(result.problems[2].code, ProblemCode::tooShort);
}

TEST(Problems, CountColumnsInCharactersAndLinesByLineFeeds) {
    const Problem problem =
        onlyProblem(changed("\"title\": \"One\", \"summary\": \"Sum\"", "\"title\": \"日本é🚀\",\r\n\t\"summary\": 1"));
    expectPlace(problem, 8, 13, "/challenges/0/summary");
    const Problem sameLine =
        onlyProblem(changed("\"title\": \"One\", \"summary\": \"Sum\"", "\"title\": \"日本é🚀\", \"summary\": 1"));
    expectPlace(sameLine, 7, 58, "/challenges/0/summary");
}

TEST(Problems, CountNoColumnForAByteOrderMark) {
    const Problem problem = onlyProblem("\xEF\xBB\xBF" + changed("\"schemaVersion\": 1", "\"schemaVersion\": 3"));
    expectPlace(problem, 1, 19, "/schemaVersion");
}

TEST(Problems, ShortenWhatWasFound) {
    EXPECT_EQ(onlyProblem(changed("\"one\"", "\"" + std::string(50, 'A') + "\"")).found,
              "\"" + std::string(39, 'A') + "…\"");
    EXPECT_EQ(onlyProblem(changed("\"one\"", "\"É\\\"É\"")).found, "\"É\\\"É\"");
}

TEST(Problems, AreDescribedInBothLanguages) {
    const Problem problem = onlyProblem(changed("[\"python\"]", "[\"pyton\"]"));
    EXPECT_EQ(describe(problem, InterfaceLanguage::english),
              "Nothing in \"skills\" has the id \"pyton\". Did you mean \"python\"?");
    EXPECT_EQ(describe(problem, InterfaceLanguage::french),
              "Aucun élément de \"skills\" n’a l’identifiant \"pyton\". Vouliez-vous dire \"python\"\u202F?");
}

TEST(Problems, HaveADifferentSentenceForEachCodeInEachLanguage) {
    for (const InterfaceLanguage language : {InterfaceLanguage::french, InterfaceLanguage::english}) {
        std::vector<std::string> sentences;
        for (int code = 0; code <= static_cast<int>(ProblemCode::tooManyProblems); ++code)
            sentences.push_back(describe({static_cast<ProblemCode>(code), {}, "", "\"x\"", "y", ""}, language));
        std::ranges::sort(sentences);
        EXPECT_EQ(std::ranges::adjacent_find(sentences), sentences.end());
        EXPECT_FALSE(sentences.front().empty());
    }
}

} // namespace
} // namespace programme
