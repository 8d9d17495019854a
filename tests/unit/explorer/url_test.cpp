#include "explorer/reduce.h"
#include "explorer/sample.h"
#include "explorer/text.h"
#include "explorer/url.h"

#include <array>
#include <random>

namespace explorer {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
    return random() % limit;
}

std::string randomText(Random& random) {
    static constexpr std::array<std::string_view, 13> kPieces = {"a",     " ",  "&", "=",      "%", "+",   "é",
                                                                 "œuvre", "\n", "#", "\u202F", ",", "日本"};
    std::string text;
    for (std::size_t pieces = below(random, 6); pieces > 0; --pieces) text += kPieces[below(random, kPieces.size())];
    return text;
}

/// An action that a visitor could make, or a stranger's script.
Action randomAction(Random& random, const programme::Programme& programme) {
    const auto challenge = static_cast<ChallengeIndex>(below(random, programme.challenges.size() + 1));
    switch (below(random, 14)) {
    case 0:
        return OpenChallenge{challenge};
    case 1:
        return CloseChallenge{};
    case 2:
        return SetQuery{randomText(random)};
    case 3:
        return SetQuery{std::string(below(random, 300), 'x')};
    case 4:
        return ToggleShortlisted{challenge};
    case 5:
        return MoveShortlisted{challenge, static_cast<int>(below(random, 5)) - 2};
    case 6:
        return SetLanguage{static_cast<LanguageIndex>(below(random, 3))};
    case 7:
        return SetView{static_cast<View>(below(random, 3))};
    case 8:
        return ToggleMilestone{below(random, programme.milestones.size() + 1)};
    case 9:
        return ZoomTimeline{0.1 * static_cast<double>(1 + below(random, 20)),
                            17000.0 + static_cast<double>(below(random, 1000))};
    case 10:
        return PanTimeline{static_cast<double>(below(random, 400)) - 200};
    case 11:
        return ToggleGroup{static_cast<SkillGroupIndex>(below(random, 5))};
    case 12:
        return ToggleLetterKeys{};
    default:
        return ToggleSkill{static_cast<SkillIndex>(below(random, programme.skills.size() + 1))};
    }
}

void expectIdentityOnRandomVisits(const programme::Programme& programme, LanguageIndex preferred) {
    const Facts facts = makeFacts(programme);
    Random random(7);
    const State start{.preferredLanguage = preferred};
    State state = start;
    for (int round = 0; round < 2000; ++round) {
        state = reduce(programme, facts, state, randomAction(random, programme)).state;
        if (below(random, 50) == 0) state = start;
        const std::string queryString = formatQueryString(programme, state);
        State expected = state;
        expected.expandedGroups.clear();
        ASSERT_EQ(parseQueryString(programme, facts, queryString, preferred), expected) << queryString;
        ASSERT_EQ(parseQueryString(programme, facts, "?" + queryString, preferred), expected) << queryString;
        ASSERT_EQ(reduce(programme, facts, start, Navigate{queryString}).state, expected) << queryString;
        ASSERT_EQ(formatQueryString(programme, expected), queryString);
    }
}

TEST(QueryString, readBackGivesTheSameStateForEveryVisit) {
    for (const LanguageIndex preferred : {LanguageIndex{0}, LanguageIndex{1}}) {
        expectIdentityOnRandomVisits(sampleProgramme(), preferred);
        expectIdentityOnRandomVisits(bundledProgramme(), preferred);
    }
}

TEST(QueryString, isReadable) {
    const programme::Programme programme = sampleProgramme();
    EXPECT_EQ(formatQueryString(programme, {}), "");
    const State state{.language = 1,
                      .view = View::shortlist,
                      .query = "carto & co, été",
                      .skills = {kR, kPython},
                      .challenge = kGobelins,
                      .milestone = 0,
                      .shortlist = {kHopkins, kGobelins},
                      .period = Period{day("2017-09-05"), day("2018-01-31")}};
    EXPECT_EQ(formatQueryString(programme, state),
              "defi=gobelins&competences=r,python&q=carto+%26+co%2C+%C3%A9t%C3%A9&lang=en&"
              "vue=choix&choix=hopkins,gobelins&etape=hearings&periode=2017-09-05..2018-01-31");
    EXPECT_EQ(formatQueryString(programme, {.view = View::filters}), "vue=filtres");
    EXPECT_EQ(formatQueryString(programme, {.usesLetterKeys = false}), "touches=non");
}

class ParseQueryString : public testing::Test {
protected:
    State parse(std::string_view queryString, LanguageIndex preferred = 0) const {
        return parseQueryString(programme_, facts_, queryString, preferred);
    }
    programme::Programme programme_ = sampleProgramme();
    Facts facts_ = makeFacts(programme_);
};

TEST_F(ParseQueryString, ignoresWhatIsUnknownOrBroken) {
    for (const std::string_view queryString : {"",
                                               "?",
                                               "??",
                                               "&",
                                               "&&&=&",
                                               "=",
                                               "defi",
                                               "defi=",
                                               "defi=nothing",
                                               "defi=gobelins,hopkins",
                                               "DEFI=gobelins",
                                               "competences=,,",
                                               "competences=cobol",
                                               "q=",
                                               "lang=de",
                                               "lang=",
                                               "vue=list",
                                               "choix=nothing",
                                               "etape=x",
                                               "etape=0",
                                               "utm_source=mail",
                                               "periode=",
                                               "periode=2017-09-01",
                                               "periode=2017-09-01..",
                                               "periode=..2017-09-01",
                                               "periode=2018-01-31..2017-09-01",
                                               "periode=2017-02-30..2018-01-31",
                                               "periode=2017-09-01...2018-01-31",
                                               "periode=2017-09-01,2018-01-31",
                                               "\xFF\xFE=%FF",
                                               "%",
                                               "%%%",
                                               "defi=%"}) {
        EXPECT_EQ(parse(queryString), State{}) << queryString;
    }
}

TEST_F(ParseQueryString, takesTheRestWhereOneParameterIsBroken) {
    const State state = parse("defi=nothing&q=%C3&competences=cobol,law&choix=x,lab-sante&periode=x&vue=filtres");
    EXPECT_EQ(state, (State{.view = View::filters, .query = "\uFFFD", .skills = {kLaw}, .shortlist = {kLab}}));
}

TEST_F(ParseQueryString, takesTheFirstOfARepeatedParameterAndIdsOnce) {
    const State state = parse("defi=gobelins&defi=hopkins&competences=r,python,r,,r&choix=hopkins,hopkins&q=a&q=b");
    EXPECT_EQ(state.challenge, kGobelins);
    EXPECT_EQ(state.skills, (std::vector<SkillIndex>{kR, kPython}));
    EXPECT_EQ(state.shortlist, std::vector<ChallengeIndex>{kHopkins});
    EXPECT_EQ(state.query, "a");
}

TEST_F(ParseQueryString, decodesAsTheUrlStandardSays) {
    EXPECT_EQ(parse("q=a+b%20c%2Bd").query, "a b c+d");
    EXPECT_EQ(parse("%71=x").query, "x");
    EXPECT_EQ(parse("q=a=b=c").query, "a=b=c");
    EXPECT_EQ(parse("q=100%").query, "100%");
    EXPECT_EQ(parse("q=%zz%4").query, "%zz%4");
    EXPECT_EQ(parse("q=%e9t%C3%A9").query, "\uFFFDté");
    EXPECT_EQ(parse("q=%EF%BB%BFx").query, "\uFEFFx"); // "UTF-8 decode without BOM" takes none away
    EXPECT_EQ(parse("competences=r%2Cpython").skills, (std::vector<SkillIndex>{kR, kPython}));
}

TEST_F(ParseQueryString, keepsTheStatesLimits) {
    EXPECT_EQ(parse("choix=hopkins,nothing,gobelins,lab-sante").shortlist,
              (std::vector<ChallengeIndex>{kHopkins, kGobelins}));
    EXPECT_EQ(parse("q=" + std::string(5000, 'x')).query.size(), kMaxQueryBytes);
    EXPECT_EQ(parse("q=" + std::string(kMaxQueryBytes - 1, 'x') + "%C3%A9").query,
              std::string(kMaxQueryBytes - 1, 'x'));
    EXPECT_EQ(parse("periode=2018-01-31..2018-02-01").period, (Period{day("2018-01-31"), day("2018-02-13")}));
    EXPECT_EQ(parse("periode=2017-09-01..2018-12-31").period, std::nullopt);
    EXPECT_EQ(parse("periode=1990-01-01..2040-12-31").period, std::nullopt);
}

TEST_F(ParseQueryString, takesThePreferredLanguageOnAFirstVisitOnly) {
    EXPECT_EQ(parse("", 1).language, 1);
    EXPECT_EQ(parse("utm_source=mail&now=2017-10-15", 1).language, 1);
    EXPECT_EQ(parse("lang=de", 1).language, 0);
    EXPECT_EQ(parse("lang=fr", 1).language, 0);
    EXPECT_EQ(parse("defi=gobelins", 1).language, 0);
    EXPECT_EQ(parse("defi=gobelins&lang=en", 0).language, 1);
    EXPECT_EQ(parse("", 9).language, 0);
}

TEST_F(ParseQueryString, makesAWritableStateOfAnyBytes) {
    static constexpr std::array<std::string_view, 14> kPieces = {
        "defi=gobelins", "competences=", "r,",         "q=", "lang=en", "vue=choix", "choix=",
        "hopkins,",      "periode=",     "2017-09-05", "..", "&",       "%",         "\xC3"};
    Random random(11);
    for (int round = 0; round < 3000; ++round) {
        std::string queryString;
        for (std::size_t pieces = below(random, 12); pieces > 0; --pieces) {
            queryString += kPieces[below(random, kPieces.size())];
            if (below(random, 4) == 0) queryString += static_cast<char>(below(random, 256));
        }
        const State state = parse(queryString);
        ASSERT_EQ(parse(formatQueryString(programme_, state)), state) << queryString;
        parseNow(queryString);
    }
}

TEST_F(ParseQueryString, takesLongListsInOnePass) {
    std::string list;
    for (int each = 0; each < 50000; ++each) list += "x" + std::to_string(each) + ",";
    EXPECT_EQ(parse("choix=" + list + "hopkins").shortlist, std::vector<ChallengeIndex>{kHopkins});
}

TEST(ParseNow, takesADayOrAMoment) {
    EXPECT_EQ(parseNow("?now=2017-10-15"), (programme::CivilTime{day("2017-10-15"), 0}));
    EXPECT_EQ(parseNow("defi=x&now=2017-10-15T16:30"), (programme::CivilTime{day("2017-10-15"), 16 * 60 + 30}));
    EXPECT_EQ(parseNow("now=2017-10-15T16%3A30"), (programme::CivilTime{day("2017-10-15"), 16 * 60 + 30}));
    for (const std::string_view queryString : {"", "now", "now=", "now=x", "now=2017-02-30", "now=2017-10-15T25:00"}) {
        EXPECT_EQ(parseNow(queryString), std::nullopt) << queryString;
    }
}

TEST(FindParameter, tellsAnEmptyValueFromNone) {
    EXPECT_EQ(findParameter("?a=&b", "a"), "");
    EXPECT_EQ(findParameter("?a=&b", "b"), "");
    EXPECT_EQ(findParameter("?a=&b", "c"), std::nullopt);
    EXPECT_EQ(findParameter("?a=&b", "?a"), std::nullopt);
}

TEST(EncodeFormComponent, followsTheUrlStandard) {
    EXPECT_EQ(encodeFormComponent("AZaz09*-._ "), "AZaz09*-._+");
    EXPECT_EQ(encodeFormComponent("~!'()%+&=,é"), "%7E%21%27%28%29%25%2B%26%3D%2C%C3%A9");
    EXPECT_EQ(encodeFormComponent(std::string_view("\0\n", 2)), "%00%0A");
}

TEST(EncodeUrlComponent, leavesOnlyUnreservedCharacters) {
    EXPECT_EQ(encodeUrlComponent("AZaz09-._~ *\r\n"), "AZaz09-._~%20%2A%0D%0A");
}

TEST(RepairUtf8, replacesAsTheEncodingStandardDoes) {
    EXPECT_EQ(repairUtf8("été \xF0\x9F\x8E\xAF"), "été \xF0\x9F\x8E\xAF");
    EXPECT_EQ(repairUtf8("\xE2\x82"), "\uFFFD");
    EXPECT_EQ(repairUtf8("\xF0\x9F\x8Ex"), "\uFFFDx");
    EXPECT_EQ(repairUtf8("\xE0\x80\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(repairUtf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(repairUtf8("\xC3\xC3\xA9"), "\uFFFDé");
    EXPECT_EQ(repairUtf8("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");
}

} // namespace
} // namespace explorer
