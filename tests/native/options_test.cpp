#include "platform/native/options.h"

#include <gtest/gtest.h>

#include <vector>

namespace {

using platform::Options;
using platform::UsageError;

std::variant<Options, UsageError> parse(std::vector<const char*> arguments) {
    return platform::parseOptions(arguments);
}

Options good(std::vector<const char*> arguments) {
    auto parsed = parse(std::move(arguments));
    EXPECT_TRUE(std::holds_alternative<Options>(parsed));
    return std::get<Options>(parsed);
}

std::string wrong(std::vector<const char*> arguments) {
    auto parsed = parse(std::move(arguments));
    EXPECT_TRUE(std::holds_alternative<UsageError>(parsed));
    return std::get<UsageError>(parsed).message;
}

TEST(Options, HaveDefaults) {
    Options options = good({});
    EXPECT_EQ(options.file, "");
    EXPECT_EQ(options.width, 1280);
    EXPECT_EQ(options.height, 800);
    EXPECT_FALSE(options.scale);
    EXPECT_FALSE(options.isDark);
}

TEST(Options, AreReadInAnyOrder) {
    Options options = good({"--dark", "--size", "390x844", "eig.json", "--scale", "1.5", "--query",
                            "defi=gobelins&now=2017-10-15", "--screenshot", "out.png", "--scroll", "0", "--language",
                            "en", "--touch", "--trace", "--remember", "--dump"});
    EXPECT_EQ(options.file, "eig.json");
    EXPECT_EQ(options.width, 390);
    EXPECT_EQ(options.height, 844);
    EXPECT_EQ(options.scale, 1.5f);
    EXPECT_EQ(options.query, "defi=gobelins&now=2017-10-15");
    EXPECT_EQ(options.screenshotFile, "out.png");
    EXPECT_EQ(options.scrollTop, 0);
    EXPECT_EQ(options.language, "en");
    EXPECT_TRUE(options.isDark && options.hasCoarsePointer && options.isTraced);
    EXPECT_TRUE(options.offersKeeping && options.showsDump);
}

TEST(Options, TheLastOfTwoColoursHolds) {
    EXPECT_FALSE(good({"--dark", "--light"}).isDark);
}

TEST(Options, RefuseWhatTheyDoNotKnow) {
    EXPECT_EQ(wrong({"--drak"}), "No such option: --drak");
    EXPECT_EQ(wrong({"a.json", "b.json"}), "More than one file: b.json");
    EXPECT_EQ(wrong({"--query"}), "--query needs a value.");
    EXPECT_EQ(wrong({"--replay", "a.visit", "b.json"}),
              "The visit of --replay names the programme, the language and the address itself.");
    EXPECT_EQ(wrong({"--strip", "a.png"}), "--strip needs the visit of --replay.");
    EXPECT_EQ(good({"--strip", "a.png", "--replay", "a.visit"}).stripFile, "a.png");
}

TEST(Options, RefuseSizesThatAreNone) {
    for (const char* size : {"1280", "1280x", "x800", "0x800", "1280x-1", "1280x800px", "99999x10"}) {
        EXPECT_EQ(wrong({"--size", size}), std::string("--size cannot be ") + size);
    }
    EXPECT_EQ(wrong({"--scale", "0"}), "--scale cannot be 0");
    EXPECT_EQ(wrong({"--scale", "nan"}), "--scale cannot be nan");
    EXPECT_EQ(wrong({"--scroll", "-3"}), "--scroll cannot be -3");
}

TEST(Options, HelpNamesEveryOption) {
    for (const char* option : {"--query", "--size", "--scale", "--dark", "--light", "--touch", "--language", "--font",
                               "--record", "--replay", "--screenshot", "--strip", "--more-contrast", "--reduced-motion",
                               "--scroll", "--remember", "--dump", "--trace", "--help"}) {
        EXPECT_NE(platform::usage().find(option), std::string_view::npos) << option;
    }
}

} // namespace
