// Words that are replaced while the program runs, and where it finds them.
#include "platform/native/live_sources.h"
#include "programme/live_words.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace {

using programme::CountedWord;
using programme::InterfaceLanguage;
using programme::Word;

/// The words of the build are back at the end.
class LiveWords : public testing::Test {
protected:
    void TearDown() override {
        EXPECT_EQ(programme::replaceWords(InterfaceLanguage::english, english_), std::vector<std::string>{});
    }
    /// The English words with the first `before` replaced.
    [[nodiscard]] std::string changed(const std::string& before, const std::string& after) const {
        std::string text = english_;
        const std::size_t place = text.find(before);
        EXPECT_NE(place, std::string::npos) << before;
        return text.replace(place, before.size(), after);
    }
    [[nodiscard]] static std::string january() {
        return std::string(programme::word(Word::month_01, InterfaceLanguage::english));
    }

    std::string english_ = support::readProjectFile("data/words/en.json");
};

TEST_F(LiveWords, AreThoseOfTheFile) {
    const std::string_view before = programme::word(Word::month_01, InterfaceLanguage::english);
    const std::string french(programme::word(Word::month_01, InterfaceLanguage::french));
    ASSERT_EQ(programme::replaceWords(InterfaceLanguage::english, changed("\"January\"", "\"Janus\"")),
              std::vector<std::string>{});
    EXPECT_EQ(january(), "Janus");
    EXPECT_EQ(before, "January") << "a word that was returned before is gone";
    EXPECT_EQ(programme::word(Word::month_01, InterfaceLanguage::french), french);
    EXPECT_EQ(programme::word(Word::month_12, InterfaceLanguage::english), "December");
}

TEST_F(LiveWords, AreAllOthersThoseOfTheBuild) {
    const std::string before = programme::counted(CountedWord{}, InterfaceLanguage::english, 2);
    ASSERT_EQ(programme::replaceWords(InterfaceLanguage::english, english_), std::vector<std::string>{});
    EXPECT_EQ(programme::counted(CountedWord{}, InterfaceLanguage::english, 2), before);
    EXPECT_EQ(january(), "January");
}

TEST_F(LiveWords, AreKeptWhereTheFileIsWrong) {
    const auto refused = [](const std::string& json) {
        return programme::replaceWords(InterfaceLanguage::english, json);
    };
    EXPECT_EQ(refused(changed("\"month.01\"", "\"month.one\"")), std::vector<std::string>{"There is no \"month.01\"."});
    EXPECT_EQ(refused("{\n\"month.01\": 1}"), std::vector<std::string>{"Line 2: not an object of different strings."});
    EXPECT_EQ(refused("{\"a\": \"b\", \"a\": \"c\"}").size(), 1U);
    EXPECT_EQ(refused("[]").size(), 1U);
    EXPECT_EQ(refused("").size(), 1U);
    EXPECT_EQ(refused(changed("\"January\"", "\"Jan\\u0000us\"")).size(), 1U);
    EXPECT_EQ(january(), "January");
}

TEST(LiveSources, AreFoundAboveTheProgram) {
    const std::filesystem::path project = CE_SOURCE_DIR;
    EXPECT_EQ(platform::findProject(project / "build/native/src"), project);
    EXPECT_EQ(platform::findProject(testing::TempDir()), std::filesystem::path());
    EXPECT_EQ(platform::findProject(""), std::filesystem::path());
}

} // namespace
