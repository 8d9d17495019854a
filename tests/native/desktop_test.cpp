// The parts of platform/native that need no window.
#include "platform/native/clock.h"
#include "platform/native/data_url.h"
#include "platform/native/mapped_file.h"
#include "platform/native/picture.h"
#include "platform/native/programme_file.h"
#include "platform/native/typing.h"
#include "platform/native/watched_file.h"
#include "support/files.h"
#include "support/headless.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace {

using programme::CivilTime;

std::string temporaryFile(const std::string& name, std::string_view content) {
    std::string path = testing::TempDir() + name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

constexpr std::time_t kNoonInWinter = 1'516'964'400;   // 2018-01-26T11:00Z
constexpr std::time_t kBeforeMidnight = 1'508'106'600; // 2017-10-15T22:30Z

TEST(Clock, KnowsTheZonesSummerAndWinter) {
    EXPECT_EQ(platform::civilTimeIn("Europe/Paris", kNoonInWinter),
              (CivilTime{*programme::parseDay("2018-01-26"), 12 * 60}));
    EXPECT_EQ(platform::civilTimeIn("Europe/Paris", kBeforeMidnight),
              (CivilTime{*programme::parseDay("2017-10-16"), 30}));
    EXPECT_EQ(platform::civilTimeIn("America/New_York", kBeforeMidnight),
              (CivilTime{*programme::parseDay("2017-10-15"), 18 * 60 + 30}));
}

TEST(Clock, KnowsNoZoneOutsideOfTheSystemsTable) {
    for (const char* zone : {"", "Europe/Atlantis", "/etc/passwd", "../../etc/passwd", "Europe", ":Europe/Paris"}) {
        EXPECT_FALSE(platform::civilTimeIn(zone, kNoonInWinter)) << zone;
    }
}

TEST(Clock, LeavesTheProcessesOwnZoneAlone) {
    setenv("TZ", "Asia/Tokyo", 1);
    ASSERT_TRUE(platform::civilTimeIn("Europe/Paris", kNoonInWinter));
    EXPECT_STREQ(std::getenv("TZ"), "Asia/Tokyo");
    std::tm local{};
    localtime_r(&kNoonInWinter, &local);
    EXPECT_EQ(local.tm_hour, 20);
    unsetenv("TZ");
    ASSERT_TRUE(platform::civilTimeIn("Europe/Paris", kNoonInWinter));
    EXPECT_EQ(std::getenv("TZ"), nullptr);
}

TEST(DataUrl, GivesItsContent) {
    EXPECT_EQ(platform::decodeDataUrl("data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR%0D%0A%C3%A9"),
              "BEGIN:VCALENDAR\r\né");
    EXPECT_EQ(platform::decodeDataUrl("data:,100%"), "100%");
    EXPECT_EQ(platform::decodeDataUrl("data:,%zz%4"), "%zz%4");
}

TEST(DataUrl, IsNoOtherUrl) {
    EXPECT_FALSE(platform::decodeDataUrl("https://example.org/,"));
    EXPECT_FALSE(platform::decodeDataUrl("data:text/plain"));
    EXPECT_FALSE(platform::decodeDataUrl("data:text/plain;base64,QQ=="));
}

TEST(Typing, BackspaceTakesACharacterWithItsMarks) {
    EXPECT_EQ(platform::withoutLastCharacter("défié"), "défi");
    EXPECT_EQ(platform::withoutLastCharacter("de\u0301"), "d");
    EXPECT_EQ(platform::withoutLastCharacter("日本"), "日");
    EXPECT_EQ(platform::withoutLastCharacter(""), "");
}

TEST(Typing, ControlBackspaceTakesAWord) {
    EXPECT_EQ(platform::withoutLastWord("données de santé"), "données de ");
    EXPECT_EQ(platform::withoutLastWord("données de "), "données ");
    EXPECT_EQ(platform::withoutLastWord("données"), "");
    EXPECT_EQ(platform::withoutLastWord("  "), "");
}

TEST(Typing, WhatIsPastedStandsOnOneLine) {
    EXPECT_EQ(platform::onOneLine("deux\nlignes\tdéfi"), "deux lignes défi");
}

TEST(WatchedFile, ReportsASavedFileOnceItIsAtRest) {
    std::string path = temporaryFile("watched.json", "{}");
    platform::WatchedFile file(path);
    EXPECT_FALSE(file.changed());
    temporaryFile("watched.json", "{ }");
    EXPECT_FALSE(file.changed());
    temporaryFile("watched.json", "{  }");
    EXPECT_FALSE(file.changed()); // it may still be being written
    EXPECT_TRUE(file.changed());
    EXPECT_FALSE(file.changed());
}

TEST(WatchedFile, ReportsAFilePutInThePlaceOfTheOld) {
    std::string path = temporaryFile("renamed.json", "{}");
    platform::WatchedFile file(path);
    std::string other = temporaryFile("renamed.json.new", "{}");
    ASSERT_EQ(std::rename(other.c_str(), path.c_str()), 0);
    EXPECT_FALSE(file.changed());
    EXPECT_TRUE(file.changed());
}

TEST(WatchedFile, WaitsForAFileThatIsAway) {
    std::string path = temporaryFile("away.json", "{}");
    platform::WatchedFile file(path);
    std::remove(path.c_str());
    EXPECT_FALSE(file.changed());
    EXPECT_FALSE(file.changed());
    temporaryFile("away.json", "{   }");
    EXPECT_FALSE(file.changed());
    EXPECT_TRUE(file.changed());
}

TEST(MappedFile, GivesTheFilesBytes) {
    std::string path = temporaryFile("mapped", "défi");
    std::optional<platform::MappedFile> file = platform::MappedFile::open(path);
    ASSERT_TRUE(file);
    platform::MappedFile moved = std::move(*file);
    EXPECT_EQ(moved.bytes().size(), 5u);
    EXPECT_EQ(moved.bytes()[0], std::byte{'d'});
}

TEST(MappedFile, IsNothingForAFileThatCannotBeMapped) {
    EXPECT_FALSE(platform::MappedFile::open(testing::TempDir() + "absent"));
    EXPECT_FALSE(platform::MappedFile::open(testing::TempDir()));
    EXPECT_FALSE(platform::MappedFile::open(temporaryFile("empty", "")));
}

TEST(ProgrammeFile, ReportsAMistakeOnceForEachContent) {
    const std::string path = temporaryFile("programme.json", support::readProjectFile("data/eig-2018.json"));
    support::Headless headless;
    platform::Application application(headless.fonts(),
                                      [](std::string_view) { return *programme::parseCivilTime("2017-10-15"); });
    platform::ProgrammeFile file(path, "en");
    ASSERT_EQ(file.load(application, ""), platform::LoadOutcome::good);
    const auto look = [&] {
        (void)file.loadIfSaved(application, ""); // a change is taken at the second look
        return file.loadIfSaved(application, "");
    };
    EXPECT_EQ(look(), std::nullopt);

    testing::internal::CaptureStderr();
    temporaryFile("programme.json", "{");
    EXPECT_EQ(look(), platform::LoadOutcome::wrong);
    EXPECT_TRUE(testing::internal::GetCapturedStderr().starts_with(path + ":1:"));

    testing::internal::CaptureStderr();
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() + std::chrono::seconds(5));
    EXPECT_EQ(look(), std::nullopt);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");

    testing::internal::CaptureStderr();
    temporaryFile("programme.json", "{ ");
    EXPECT_EQ(file.load(application, ""), platform::LoadOutcome::wrong); // by hand, before it was looked at
    EXPECT_EQ(look(), std::nullopt);
    const std::string said = testing::internal::GetCapturedStderr();
    EXPECT_EQ(std::ranges::count(said, '\n'), 1) << said;
}

TEST(Picture, IsWrittenAsPng) {
    std::string path = testing::TempDir() + "picture.png";
    std::vector<std::uint8_t> pixels(2 * 3 * 4, 0x80);
    ASSERT_TRUE(platform::writePng(path, {2, 3, pixels}));
    std::optional<platform::MappedFile> file = platform::MappedFile::open(path);
    ASSERT_TRUE(file);
    std::string_view bytes(reinterpret_cast<const char*>(file->bytes().data()), file->bytes().size());
    EXPECT_TRUE(bytes.starts_with("\x89PNG\r\n"));
    EXPECT_EQ(bytes.substr(16, 8), std::string_view("\0\0\0\2\0\0\0\3", 8));
}

TEST(Picture, IsNotWrittenWhereItCannotBe) {
    std::vector<std::uint8_t> pixels(4, 0);
    EXPECT_FALSE(platform::writePng(testing::TempDir() + "no/such/folder/picture.png", {1, 1, pixels}));
    EXPECT_FALSE(platform::writePng(testing::TempDir() + "picture.png", {2, 2, pixels}));
}

TEST(Picture, IsReadBackAsItWasWritten) {
    const std::string path = testing::TempDir() + "read.png";
    const std::vector<std::uint8_t> pixels = {1, 2, 3, 255, 40, 50, 60, 255};
    ASSERT_TRUE(platform::writePng(path, {2, 1, pixels}));
    const std::optional<platform::Picture> picture = platform::readPng(path);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 2);
    EXPECT_EQ(picture->height, 1);
    EXPECT_EQ(picture->pixels, pixels);
    EXPECT_FALSE(platform::readPng(temporaryFile("no.png", "not a picture")));
    EXPECT_FALSE(platform::readPng(testing::TempDir() + "absent.png"));
}

} // namespace
