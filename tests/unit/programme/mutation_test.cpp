// The reader survives anything: files of the project, changed at random but always in the same way.
#include "support/files.h"
#include "support/reading_invariants.h"
#include "support/synthetic_programme.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using support::Numbers;

constexpr std::string_view kPieces[] = {
    "{",          "}",    "[",       "]",        ",",        ":",          "\"",
    "\\",         "\\u",  "\\ud83d", "\\u0000",  "null",     "true",       "-",
    "1e999",      "0.5",  "{}",      "[]",       "\"\"",     "\n",         "\xEF\xBB\xBF",
    "\xFF",       "\xC3", "\"id\"",  "\"fr\":1", "\"fr\":{", "2018-02-30", "https://",
    "\"skills\"", "[[[[", "{\"a\":"};

std::string changedOnce(std::string bytes, Numbers& numbers) {
    const std::size_t place = numbers.below(bytes.size() + 1);
    const std::size_t length = std::min(numbers.below(40), bytes.size() - place);
    switch (numbers.below(6)) {
    case 0:
        return bytes.erase(place, length);
    case 1:
        return bytes.insert(place, numbers.pick(kPieces));
    case 2:
        return bytes.replace(place, length, numbers.pick(kPieces));
    case 3:
        return bytes.insert(numbers.below(bytes.size() + 1), bytes.substr(place, length));
    case 4:
        if (place < bytes.size()) bytes[place] = static_cast<char>(numbers.below(256));
        return bytes;
    default:
        // Cut off what follows, but not so often that nothing else is tried on what is left.
        return numbers.below(4) == 0 ? bytes.substr(0, place) : bytes;
    }
}

// Under a sanitizer everything takes some thirty times longer; tests/fuzz goes further there than these tests can.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
constexpr bool kIsSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kIsSanitized = false;
#endif

/// How many of the changed files could still be read.
std::size_t readChangedFiles(const std::string& original, std::size_t count) {
    Numbers numbers(original.size());
    std::size_t goodCount = 0;
    for (std::size_t file = 0; file < count; ++file) {
        std::string bytes = original;
        for (std::size_t change = 1 + numbers.below(3); change > 0; --change) bytes = changedOnce(bytes, numbers);
        support::ReadingInvariants reading(bytes);
        EXPECT_EQ(reading.check(), "") << "changed file " << file;
        if (!reading.isGood()) continue;
        ++goodCount;
        // What the library itself does not take for JSON must never be read as a programme.
        EXPECT_TRUE(nlohmann::json::accept(bytes)) << "changed file " << file;
    }
    return goodCount;
}

TEST(ChangedFiles, OfTheRealProgrammeAreReadOrRefusedButNothingElse) {
    constexpr std::size_t kCount = kIsSanitized ? 200 : 2000;
    const std::size_t goodCount = readChangedFiles(support::readProjectFile("data/eig-2018.json"), kCount);
    EXPECT_GT(goodCount, 0u);
    EXPECT_LT(goodCount, kCount);
}

TEST(ChangedFiles, OfTheProgrammeWithEveryFieldAreReadOrRefusedButNothingElse) {
    constexpr std::size_t kCount = kIsSanitized ? 1000 : 4000;
    const std::string original = support::readProjectFile("tests/data/programmes/good/one-challenge.json");
    const std::size_t goodCount = readChangedFiles(original, kCount);
    EXPECT_GT(goodCount, 0u);
    EXPECT_LT(goodCount, kCount);
}

TEST(ChangedFiles, CutAnywhereAreRefused) {
    std::string original = support::readProjectFile("tests/data/programmes/good/one-challenge.json");
    original.erase(original.find_last_not_of('\n') + 1);
    for (std::size_t length = 0; length < original.size(); length += kIsSanitized ? 7 : 1) {
        const std::string bytes = original.substr(0, length);
        support::ReadingInvariants reading(bytes);
        EXPECT_EQ(reading.check(), "") << "cut after " << length << " bytes";
        EXPECT_FALSE(reading.isGood()) << "cut after " << length << " bytes";
    }
}

} // namespace
