#include "explorer/handoff.h"
#include "explorer/sample.h"

namespace explorer {
namespace {

programme::CivilTime at(std::string_view text) {
    return programme::parseCivilTime(text).value();
}

programme::Application application(std::string_view extra = "") {
    return sampleProgramme(R"({"url": "https://forms.example/", "opens": "2017-09-27", "closes": "2017-10-27")" +
                           std::string(extra) + "}")
        .application;
}

void expectStatus(const CallStatus& status, CallPhase phase, int days, bool isLastDay) {
    EXPECT_EQ(status.phase, phase);
    EXPECT_EQ(status.days, days);
    EXPECT_EQ(status.isLastDay, isLastDay);
}

TEST(CallStatus, countsDaysUntilTheCallOpens) {
    expectStatus(callStatus(application(), at("2017-08-27T12:00")), CallPhase::upcoming, 31, false);
    expectStatus(callStatus(application(), at("2017-09-26T23:59")), CallPhase::upcoming, 1, false);
}

TEST(CallStatus, countsDaysLeftWhileItIsOpen) {
    expectStatus(callStatus(application(), at("2017-09-27")), CallPhase::open, 30, false);
    expectStatus(callStatus(application(), at("2017-10-26T23:59")), CallPhase::open, 1, false);
}

TEST(CallStatus, includesTheWholeLastDayWhereNoHourIsGiven) {
    expectStatus(callStatus(application(), at("2017-10-27")), CallPhase::open, 0, true);
    expectStatus(callStatus(application(), at("2017-10-27T23:59")), CallPhase::open, 0, true);
    expectStatus(callStatus(application(), at("2017-10-28")), CallPhase::closed, 0, false);
}

TEST(CallStatus, endsAtTheClosingHour) {
    const programme::Application untilFive = application(R"(, "closesTime": "17:00")");
    expectStatus(callStatus(untilFive, at("2017-10-27T16:59")), CallPhase::open, 0, true);
    expectStatus(callStatus(untilFive, at("2017-10-27T17:00")), CallPhase::closed, 0, false);
    expectStatus(callStatus(untilFive, at("2018-01-01")), CallPhase::closed, 0, false);
    expectStatus(callStatus(application(R"(, "closesTime": "00:00")"), at("2017-10-27")), CallPhase::closed, 0, false);
}

TEST(CallStatus, knowsACallOfOneDay) {
    const programme::Application oneDay =
        sampleProgramme(R"({"url": "https://forms.example/", "opens": "2017-09-27", "closes": "2017-09-27"})")
            .application;
    expectStatus(callStatus(oneDay, at("2017-09-26")), CallPhase::upcoming, 1, false);
    expectStatus(callStatus(oneDay, at("2017-09-27T08:00")), CallPhase::open, 0, true);
}

TEST(MinutesUntilChange, isTheNextMidnightOrTheClosingHour) {
    const programme::Application untilFive = application(R"(, "closesTime": "17:00")");
    EXPECT_EQ(minutesUntilChange(untilFive, at("2017-10-01T00:00")), 24 * 60);
    EXPECT_EQ(minutesUntilChange(untilFive, at("2017-10-01T23:59")), 1);
    EXPECT_EQ(minutesUntilChange(untilFive, at("2017-10-27T16:59")), 1);
    EXPECT_EQ(minutesUntilChange(untilFive, at("2017-10-27T12:00")), 5 * 60);
    EXPECT_EQ(minutesUntilChange(untilFive, at("2017-10-27T17:00")), 7 * 60);
    EXPECT_EQ(minutesUntilChange(application(), at("2017-10-27T12:00")), 12 * 60);
}

// ── The link ──

programme::Programme prefilled(const std::string& url, std::string_view names,
                               std::string_view more = R"(, "maxChallenges": 2)") {
    return sampleProgramme(R"({"url": ")" + url + R"(", "opens": "2017-09-27", "closes": "2017-10-27", "prefill": )" +
                           std::string(names) + std::string(more) + "}");
}

constexpr std::string_view kAllNames = R"({"challenge": "defis", "skills": "competences", "language": "langue"})";
const State kVisit{.language = 1, .skills = {kMaps, kPython}, .shortlist = {kHopkins, kGobelins}};

std::string urlOf(const programme::Programme& programme, const State& state) {
    return makeHandoff(programme, state, at("2017-10-01")).url;
}

TEST(Handoff, fillsTheFormsParameters) {
    EXPECT_EQ(urlOf(prefilled("https://forms.example/apply", kAllNames), kVisit),
              "https://forms.example/apply?defis=hopkins%2Cgobelins&competences=maps%2Cpython&langue=en");
}

TEST(Handoff, keepsAnExistingQueryAndFragment) {
    const std::string_view name = R"({"language": "l"})";
    const auto url = [&](const std::string& given) { return urlOf(prefilled(given, name), {}); };
    EXPECT_EQ(url("https://forms.example"), "https://forms.example?l=fr");
    EXPECT_EQ(url("https://forms.example/a?x=1"), "https://forms.example/a?x=1&l=fr");
    EXPECT_EQ(url("https://forms.example/a?"), "https://forms.example/a?l=fr");
    EXPECT_EQ(url("https://forms.example/a?x=1&"), "https://forms.example/a?x=1&l=fr");
    EXPECT_EQ(url("https://forms.example/a#part"), "https://forms.example/a?l=fr#part");
    EXPECT_EQ(url("https://forms.example/a?x=%20#part?y"), "https://forms.example/a?x=%20&l=fr#part?y");
    EXPECT_EQ(url("https://forms.example/a?#"), "https://forms.example/a?l=fr#");
}

TEST(Handoff, sendsOnlyWhatTheFormNamesAndTheVisitorChose) {
    EXPECT_EQ(urlOf(prefilled("https://forms.example/", R"({"challenge": "d", "skills": "s"})"), {}),
              "https://forms.example/");
    EXPECT_EQ(urlOf(prefilled("https://forms.example/", R"({"skills": "s"})"), kVisit),
              "https://forms.example/?s=maps%2Cpython");
    EXPECT_EQ(urlOf(sampleProgramme(), kVisit), "https://forms.example/apply");
}

TEST(Handoff, encodesTheFormsOwnNames) {
    EXPECT_EQ(urlOf(prefilled("https://forms.example/", R"({"language": "entry[1] é&"})"), {}),
              "https://forms.example/?entry%5B1%5D+%C3%A9%26=fr");
}

TEST(Handoff, isAboutTheShortlistElseTheOpenChallenge) {
    const programme::Programme programme = sampleProgramme();
    const auto challenges = [&](const State& state) {
        return makeHandoff(programme, state, at("2017-10-01")).challenges;
    };
    EXPECT_EQ(challenges({.challenge = kLab, .shortlist = {kHopkins}}), std::vector<ChallengeIndex>{kHopkins});
    EXPECT_EQ(challenges({.challenge = kLab}), std::vector<ChallengeIndex>{kLab});
    EXPECT_EQ(challenges({}), std::vector<ChallengeIndex>{});
    EXPECT_EQ(challenges({.shortlist = {kLab, kHopkins, kGobelins}}), (std::vector<ChallengeIndex>{kLab, kHopkins}));
    const auto leftOut = [&](const State& state) { return makeHandoff(programme, state, at("2017-10-01")).leftOut; };
    EXPECT_EQ(leftOut({.shortlist = {kLab, kHopkins, kGobelins}}), 1u);
    EXPECT_EQ(leftOut({.shortlist = {kLab, kHopkins}}), 0u);
    EXPECT_EQ(leftOut({.challenge = kLab}), 0u);
}

TEST(Handoff, givesTheNamesToCopyWhereTheFormTakesNone) {
    const Handoff handoff = makeHandoff(sampleProgramme(), kVisit, at("2017-10-01"));
    EXPECT_TRUE(handoff.hasNamesToCopy);
    EXPECT_EQ(handoff.namesToCopy, "Hopkins\nGobelins (en)");
    EXPECT_FALSE(makeHandoff(prefilled("https://forms.example/", kAllNames), kVisit, at("2017-10-01")).hasNamesToCopy);
    EXPECT_EQ(makeHandoff(sampleProgramme(), {}, at("2017-10-01")).namesToCopy, "");
}

TEST(Handoff, saysWhereTheCallStands) {
    EXPECT_EQ(makeHandoff(sampleProgramme(), {}, at("2017-10-27T17:00")).status.phase, CallPhase::closed);
}

TEST(IsSafeUrl, takesOnlyHttps) {
    EXPECT_TRUE(isSafeUrl("https://example.org/a?b#c"));
    for (const std::string_view url :
         {"", "http://example.org", "javascript:alert(1)", "https:", "https://", "//example.org", "data:text/html,x",
          " https://example.org", "https://example.org/ x"}) {
        EXPECT_FALSE(isSafeUrl(url)) << url;
    }
}

} // namespace
} // namespace explorer
