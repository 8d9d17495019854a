// Compares parseJson() with nlohmann-json, which parses the same grammar.
#include "programme/json_parser.h"
#include "support/files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>

namespace {

using programme::JsonEnd;
using programme::JsonNumber;
using programme::JsonToken;

/// Writes the events down: of a text of JSON they are the text itself without its white space, with decoded strings.
class Recorder final : public programme::JsonHandler {
public:
    explicit Recorder(std::string_view text) : text_(text) {}

    bool onObjectStart(JsonToken token) override { return write(token, "{"); }
    bool onObjectEnd(JsonToken token) override { return write(token, "}"); }
    bool onListStart(JsonToken token) override { return write(token, "["); }
    bool onListEnd(JsonToken token) override { return write(token, "]"); }
    bool onKey(JsonToken token, std::string_view name) override { return writeString(token, "key ", name); }
    bool onString(JsonToken token, std::string_view value) override { return writeString(token, "", value); }
    bool onNumber(JsonToken token, const JsonNumber& number) override {
        numbers.push_back(number);
        return write(token, written(token));
    }
    void onTooLargeNumber(JsonToken token) override { tooLarge = written(token); }
    bool onWord(JsonToken token) override { return write(token, written(token)); }

    std::string events;
    std::vector<JsonNumber> numbers;
    std::string tooLarge;
    std::size_t mostEvents = 1000;

private:
    std::string_view written(JsonToken token) const { return text_.substr(token.begin, token.end - token.begin); }

    bool write(JsonToken token, std::string_view what) {
        EXPECT_LE(lastEnd_, token.begin) << "tokens follow each other";
        EXPECT_LT(token.begin, token.end);
        lastEnd_ = token.end;
        events.append(what).append(" ");
        return ++count_ < mostEvents;
    }

    bool writeString(JsonToken token, std::string_view prefix, std::string_view value) {
        EXPECT_TRUE(written(token).starts_with('"') && written(token).ends_with('"')) << written(token);
        return write(token, std::string(prefix).append("'").append(value).append("'"));
    }

    std::string_view text_;
    std::size_t lastEnd_ = 0;
    std::size_t count_ = 0;
};

JsonEnd endOf(std::string_view text) {
    Recorder recorder(text);
    recorder.mostEvents = 1'000'000;
    return programme::parseJson(text, recorder).end;
}

std::string eventsOf(std::string_view text) {
    Recorder recorder(text);
    EXPECT_EQ(programme::parseJson(text, recorder).end, JsonEnd::complete) << text;
    return recorder.events;
}

JsonNumber numberIn(std::string_view text) {
    Recorder recorder(text);
    EXPECT_EQ(programme::parseJson(text, recorder).end, JsonEnd::complete) << text;
    EXPECT_EQ(recorder.numbers.size(), 1U);
    return recorder.numbers.empty() ? JsonNumber{} : recorder.numbers.front();
}

TEST(JsonParser, TellsEachThingInItsOrder) {
    EXPECT_EQ(eventsOf(" {\"a\" : [1, true,null , \"b\"],\"c\":{}}\r\n\t"),
              "{ key 'a' [ 1 true null 'b' ] key 'c' { } } ");
    EXPECT_EQ(eventsOf("\xEF\xBB\xBF[]"), "[ ] ");
    EXPECT_EQ(eventsOf("-0.5e+3"), "-0.5e+3 ");
}

TEST(JsonParser, DecodesEscapes) {
    EXPECT_EQ(eventsOf(R"(["\"\\\/\b\f\n\r\t", "\u00e9\uD83D\ude00!", "é\u0041"])"),
              "[ '\"\\/\b\f\n\r\t' '\u00e9\U0001F600!' '\u00e9A' ] ");
}

TEST(JsonParser, KnowsWholeNumbers) {
    for (const std::string_view one : {"1", "1.0", "1.000", "10e-1", "0.1e1", "1000E-3", "0.00001e5", "1e0"}) {
        const JsonNumber number = numberIn(one);
        EXPECT_TRUE(number.isWhole && !number.isNegative) << one;
        EXPECT_EQ(number.magnitude, 1U) << one;
    }
    EXPECT_EQ(numberIn("-0").magnitude, 0U);
    EXPECT_TRUE(numberIn("-7").isNegative);
    EXPECT_EQ(numberIn("1.5e2").magnitude, 150U);
    EXPECT_EQ(numberIn("9999999999999999999").magnitude, 9'999'999'999'999'999'999U);
    EXPECT_EQ(numberIn("10000000000000000000").magnitude, std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(numberIn("1e308").magnitude, std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(numberIn("0e99999999999999999999").magnitude, 0U);
    for (const std::string_view broken : {"0.5", "1.0000000001", "15e-1", "1e-400", "1e-99999999999999999999"})
        EXPECT_FALSE(numberIn(broken).isWhole) << broken;
}

TEST(JsonParser, EndsAtANumberThatNoDoubleHolds) {
    for (const std::string_view large :
         {"1e309", "-1e309", "1.8e308", "1e99999999999999999999", "179769313486231580800e288"}) {
        Recorder recorder(large);
        EXPECT_EQ(programme::parseJson(large, recorder).end, JsonEnd::stopped) << large;
        EXPECT_EQ(recorder.tooLarge, large);
    }
    for (const std::string_view fitting : {"1.7976931348623157e308", "-1.7976931348623158e308", "0.1e309"})
        EXPECT_EQ(endOf(fitting), JsonEnd::complete) << fitting;
}

TEST(JsonParser, StopsWhereItIsTold) {
    Recorder recorder("[1, 2, 3]");
    recorder.mostEvents = 2;
    EXPECT_EQ(programme::parseJson("[1, 2, 3]", recorder).end, JsonEnd::stopped);
    EXPECT_EQ(recorder.events, "[ 1 ");
}

TEST(JsonParser, RefusesWhatIsNotJson) {
    for (const std::string_view wrong : {"",
                                         " ",
                                         "{",
                                         "[",
                                         "]",
                                         "[1,]",
                                         "{\"a\"}",
                                         "{\"a\":}",
                                         "{\"a\":1,}",
                                         "{,}",
                                         "[,]",
                                         "{1:2}",
                                         "[1 2]",
                                         "01",
                                         "-",
                                         "1.",
                                         ".5",
                                         "1e",
                                         "1e+",
                                         "+1",
                                         "tru",
                                         "nulL",
                                         "True",
                                         "\"a",
                                         "\"\n\"",
                                         "\"\\x\"",
                                         "\"\\u12g4\"",
                                         "\"\\ud800\"",
                                         "\"\\udc00\"",
                                         "\"\\ud800\\u0041\"",
                                         "\"\xFF\"",
                                         "\"\xC3\"",
                                         "\"\xED\xA0\x80\"",
                                         "{} {}",
                                         "{]",
                                         "[}",
                                         "\xEF\xBB",
                                         "// a\n1"}) {
        EXPECT_EQ(endOf(wrong), JsonEnd::mistake) << wrong;
        EXPECT_FALSE(nlohmann::json::accept(wrong)) << wrong;
    }
}

TEST(JsonParser, AgreesWithAnotherParserOnChangedFiles) {
    const std::string good = support::readProjectFile("tests/data/programmes/good/one-challenge.json");
    constexpr std::string_view kBytes = "{}[]:,\"\\u0019eE+-.tfn \n\x01\x80\xC3\xA9\xED\xA0";
    std::mt19937 random(7);
    const auto below = [&random](std::size_t limit) { return random() % limit; };
    int goodCount = 0;
    for (int round = 0; round < 20'000; ++round) {
        const std::size_t begin = below(good.size() - 40);
        std::string text = "[\"" + good.substr(begin, 1 + below(40)); // pieces are wrong in many ways
        if (round % 2 == 0) text = good.substr(0, 300) + "\":1}";
        for (std::size_t changes = 1 + below(3); changes > 0; --changes)
            text[below(text.size())] = kBytes[below(kBytes.size())];
        const bool isJson = nlohmann::json::accept(text);
        goodCount += isJson ? 1 : 0;
        ASSERT_EQ(endOf(text) == JsonEnd::complete, isJson) << text;
    }
    EXPECT_GT(goodCount, 0);
}

} // namespace
