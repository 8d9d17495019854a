// The files of tests/data/programmes; tests/programmes.test.mjs reads them too, by the command and by a JSON Schema
// validator.
#include "programme/reader.h"
#include "programme/words.h"
#include "support/files.h"
#include "support/reading_invariants.h"
#include "support/synthetic_programme.h"

#include <gtest/gtest.h>

namespace {

/// As the command prints it, without the file's name.
std::string print(const std::vector<programme::Problem>& problems) {
    std::string lines;
    for (const programme::Problem& problem : problems) {
        lines += std::to_string(problem.place.line) + ':' + std::to_string(problem.place.column) + ": error: ";
        if (!problem.pointer.empty()) lines += problem.pointer + ": ";
        lines += describe(problem, programme::InterfaceLanguage::english) + '\n';
    }
    return lines;
}

TEST(Corpus, GoodFilesAreGood) {
    const auto files = support::listProjectFiles("tests/data/programmes/good", ".json");
    EXPECT_GE(files.size(), 10u);
    for (const auto& file : files) {
        const std::string bytes = support::readFile(file);
        EXPECT_EQ(print(programme::read(bytes).problems), "") << file;
        EXPECT_EQ(support::ReadingInvariants(bytes).check(), "") << file;
    }
}

TEST(Corpus, TheRealProgrammeIsGood) {
    const programme::ReadResult result = programme::read(support::readProjectFile("data/eig-2018.json"));
    EXPECT_EQ(print(result.problems), "");
    ASSERT_TRUE(result.programme);
    EXPECT_EQ(result.programme->challenges.size(), 13u);
}

TEST(Corpus, BadFilesHaveTheProblemsExpected) {
    const auto files = support::listProjectFiles("tests/data/programmes/bad", ".json");
    EXPECT_GE(files.size(), 60u);
    for (auto file : files) {
        const std::string bytes = support::readFile(file);
        const programme::ReadResult result = programme::read(bytes);
        EXPECT_FALSE(result.programme) << file;
        EXPECT_EQ(print(result.problems), support::readFile(file.replace_extension(".expected"))) << file;
        EXPECT_EQ(support::ReadingInvariants(bytes).check(), "") << file;
    }
}

TEST(Corpus, SyntheticProgrammesOfAnySizeAreGood) {
    for (const std::size_t count : {1u, 13u, 1000u}) {
        const programme::ReadResult result = programme::read(support::makeSyntheticProgramme(count));
        EXPECT_EQ(print(result.problems), "");
        ASSERT_TRUE(result.programme);
        EXPECT_EQ(result.programme->challenges.size(), count);
    }
}

} // namespace
