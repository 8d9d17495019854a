#include "explorer/facets.h"
#include "explorer/random_action.h"
#include "explorer/reduce.h"
#include "explorer/sample.h"
#include "explorer/url.h"
#include "explorer/window.h"
#include "support/address_invariants.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <utility>
#include <variant>

namespace explorer {
namespace {

/// With the first six challenges kept: more than are compared.
State keepingSix(const programme::Programme& programme, LanguageIndex preferred = 0) {
    State state{.preferredLanguage = preferred};
    for (ChallengeIndex each = 0; each < std::min<std::size_t>(6, programme.challenges.size()); ++each)
        state.shortlist.push_back(each);
    return state;
}

void expectIdentityOnRandomVisits(const programme::Programme& programme, LanguageIndex preferred,
                                  AddressNames names = {}) {
    const Facts facts = makeFacts(programme);
    RandomActions actions(programme, facts, 7);
    const State start{.preferredLanguage = preferred};
    State state = start;
    for (int round = 0; round < 3000; ++round) {
        state = reduce(programme, facts, state, actions.next()).state;
        if (actions.below(50) == 0) state = actions.below(2) == 0 ? start : keepingSix(programme, preferred);
        const std::string queryString = formatQueryString(programme, facts, state, names);
        State expected = support::asItsAddressSays(facts, state);
        ASSERT_EQ(parseQueryString(programme, facts, queryString, preferred, names), expected) << queryString;
        ASSERT_EQ(parseQueryString(programme, facts, "?" + queryString, preferred, names), expected) << queryString;
        ASSERT_EQ(formatQueryString(programme, facts, expected, names), queryString);
        if (!names.prefix.empty()) continue;
        expected.folding.leadingValues = chosenValues(expected);
        State keeping = start; // Back and Forward keep what is kept
        keeping.shortlist = expected.shortlist;
        keeping.compared = expected.compared;
        ASSERT_EQ(reduce(programme, facts, keeping, Navigate{queryString}).state, expected) << queryString;
    }
}

TEST(QueryString, readBackGivesTheSameStateForEveryVisit) {
    for (const LanguageIndex preferred : {LanguageIndex{0}, LanguageIndex{1}}) {
        expectIdentityOnRandomVisits(sampleProgramme(), preferred);
        expectIdentityOnRandomVisits(bundledProgramme(), preferred);
        expectIdentityOnRandomVisits(sampleProgramme(), preferred, {.prefix = "ce-"});
    }
}

TEST(QueryString, hasWholeDaysOfAContinuousWindow) {
    const programme::Programme programme = sampleProgramme();
    const Facts facts = makeFacts(programme);
    const double first = programme::dayNumber(day("2018-01-05"));
    const auto periodOf = [&](Window window) { return formatQueryString(programme, facts, {.period = window}); };
    EXPECT_EQ(periodOf({first, 7}), "periode=2018-01-05..2018-01-11");
    EXPECT_EQ(periodOf({first + 0.4, 7.4}), "periode=2018-01-05..2018-01-11")
        << "the nearest midnight, the nearest length";
    EXPECT_EQ(periodOf({first + 0.5, 6.6}), "periode=2018-01-06..2018-01-12");
    EXPECT_EQ(periodOf({first + 0.5, kShortestPeriodDays + 0.1}), "periode=2018-01-06..2018-01-07");
    const Window whole = wholeWindow(facts);
    EXPECT_EQ(periodOf({whole.first + 0.3, whole.length - 0.3}), "") << "rounded it is the whole calendar";
    EXPECT_EQ(periodOf({whole.end() - 2.5, 2.5}), "periode=2018-12-29..2018-12-31") << "inside the calendar";
    const State nearlyWhole{.period = Window{whole.first + 0.3, whole.length - 0.3}, .home = Window{first, 7}};
    EXPECT_EQ(formatQueryString(programme, facts, nearlyWhole), "periode=tout") << "not the window at first";
}

/// The actions that change something in random visits.
std::array<bool, std::variant_size_v<Action>> changing(const programme::Programme& programme) {
    const Facts facts = makeFacts(programme);
    RandomActions actions(programme, facts, 3);
    std::array<bool, std::variant_size_v<Action>> hasChanged{};
    std::array<bool, search::kFacetCount> hasChosen{};
    State state;
    for (int round = 0; round < 5000; ++round) {
        if (actions.below(50) == 0) state = keepingSix(programme);
        const Action action = actions.next();
        State next = reduce(programme, facts, state, action).state;
        if (next != state) hasChanged[action.index()] = true;
        state = std::move(next);
        for (const FacetRow& row : kFacets) hasChosen[indexOf(row.facet)] |= !(state.*row.chosen).empty();
    }
    EXPECT_TRUE(std::ranges::all_of(hasChosen, std::identity()));
    return hasChanged;
}

/// Each kind of action must change something in these visits, or the property above says nothing of it. What is
/// compared can be chosen only where there are more challenges than the sample has.
TEST(RandomActions, doSomethingOfEveryKind) {
    const auto ofSample = changing(sampleProgramme());
    const auto ofBundled = changing(bundledProgramme());
    for (std::size_t kind = 0; kind < ofSample.size(); ++kind) EXPECT_TRUE(ofSample[kind] || ofBundled[kind]) << kind;
}

TEST(QueryString, isReadable) {
    const programme::Programme programme = sampleProgramme();
    const Facts facts = makeFacts(programme);
    EXPECT_EQ(formatQueryString(programme, facts, {}), "");
    const State state{.language = 1,
                      .view = View::shortlist,
                      .query = "carto & co, été",
                      .skills = {kR, kPython},
                      .cities = {kWashington, kSaintEtienne},
                      .challenge = kGobelins,
                      .milestone = 0,
                      .crowd = Crowd{1, 1},
                      .shortlist = {kHopkins, kGobelins},
                      .period = windowOf({day("2017-09-05"), day("2018-01-31")})};
    EXPECT_EQ(formatQueryString(programme, facts, state),
              "defi=gobelins&competences=r,python&ville=Washington*%2C+D**C+%26+co,Saint-%C3%89tienne&"
              "q=carto+%26+co%2C+%C3%A9t%C3%A9&lang=en&"
              "vue=choix&choix=hopkins,gobelins&etape=hearings&etapes=cohort..cohort&periode=2017-09-05..2018-01-31");
    EXPECT_EQ(formatQueryString(programme, facts, {.view = View::filters}), "vue=filtres");
    EXPECT_EQ(formatQueryString(programme, facts, {.usesLetterKeys = false}), "touches=non");
    EXPECT_EQ(formatQueryString(programme, facts, {.lines = LinesView::byHost}), "lignes=organisme");
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
        State state = parse(queryString);
        state.unknown = {};
        EXPECT_EQ(state, State{}) << queryString;
    }
}

TEST_F(ParseQueryString, takesTheRestWhereOneParameterIsBroken) {
    State state = parse("defi=nothing&q=%C3&competences=cobol,law&choix=x,lab-sante&periode=x&vue=filtres");
    state.unknown = {};
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
              (std::vector<ChallengeIndex>{kHopkins, kGobelins, kLab}));
    EXPECT_EQ(parse("q=" + std::string(5000, 'x')).query.size(), kMaxQueryBytes);
    EXPECT_EQ(parse("q=" + std::string(kMaxQueryBytes - 1, 'x') + "%C3%A9").query,
              std::string(kMaxQueryBytes - 1, 'x'));
    EXPECT_EQ(parse("periode=2018-01-31..2018-02-13").period, windowOf({day("2018-01-31"), day("2018-02-13")}));
    EXPECT_EQ(parse("periode=2018-01-31..2018-01-31").period, windowOf({day("2018-01-31"), day("2018-02-01")}));
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
    RandomActions actions(programme_, facts_, 11);
    for (int round = 0; round < 5000; ++round) {
        const std::string queryString = actions.queryString();
        for (const AddressNames names : {AddressNames{}, AddressNames{.prefix = "ce-"}}) {
            const State state = parseQueryString(programme_, facts_, queryString, 1, names);
            const std::string written = formatQueryString(programme_, facts_, state, names);
            ASSERT_EQ(parseQueryString(programme_, facts_, written, 1, names), state) << queryString;
            static_cast<void>(parseNow(queryString, names));
        }
    }
}

TEST(QueryString, hasThoseThatAreComparedWhereTheyAreNotTheFirstOnes) {
    const programme::Programme programme = bundledProgramme();
    const Facts facts = makeFacts(programme);
    const auto rewrite = [&](std::string_view queryString) {
        return formatQueryString(programme, facts, parseQueryString(programme, facts, queryString, 0));
    };
    const std::string kept = "choix=hopkins,gobelins,dataesr,eig-link,archifiltre";
    EXPECT_EQ(rewrite(kept + "&compares=archifiltre,gobelins"), kept + "&compares=gobelins,archifiltre");
    EXPECT_EQ(rewrite(kept + "&compares=dataesr,gobelins,hopkins,eig-link"), kept) << "the first ones";
    EXPECT_EQ(rewrite(kept + "&compares=gobelins,prevmetrique,gone"), kept) << "only one of them is kept";
    EXPECT_EQ(rewrite(kept + "&compares=archifiltre,eig-link,dataesr,gobelins,hopkins"), kept) << "too many";
    EXPECT_EQ(rewrite("choix=hopkins,gobelins,dataesr,eig-link&compares=gobelins,dataesr"),
              "choix=hopkins,gobelins,dataesr,eig-link");
}

// ── What is kept (docs/address.md) ──

class KeepUnknown : public ParseQueryString {
protected:
    std::string rewrite(std::string_view queryString, AddressNames names = {}) const {
        return formatQueryString(programme_, facts_, parseQueryString(programme_, facts_, queryString, 0, names),
                                 names);
    }
};

TEST_F(KeepUnknown, parametersStandBehindOursAsTheyCame) {
    EXPECT_EQ(rewrite("?utm_source=a+b%20c&q=x&now=2017-10-15&utm_source=%zz&flag&competences=r"),
              "competences=r&q=x&utm_source=a+b%20c&now=2017-10-15&utm_source=%zz&flag");
    EXPECT_EQ(rewrite("a=\xC3\xA9 \"<#>?'\n"), "a=%C3%A9%20%22%3C%23%3E%3F%27%0A");
    EXPECT_EQ(rewrite("&&?=1&&=2&"), "%3F=1&=2");
}

TEST_F(KeepUnknown, parametersOfALaterReleaseTakePartInTheLanguage) {
    for (const std::string_view later :
         {"ministere=culture", "type=stage", "distance=20", "tri=titre", "programme=sample"}) {
        EXPECT_EQ(rewrite(later), later);
        EXPECT_EQ(parse(later, 1).language, 0) << later;
    }
    EXPECT_EQ(parse("now=2017-10-15&utm_source=mail", 1).language, 1);
}

TEST_F(KeepUnknown, valuesOfAListStandBehindThoseThatAreKnown) {
    EXPECT_EQ(rewrite("competences=cobol,r,,fortran,cobol,python"), "competences=r,python,cobol,fortran");
    EXPECT_EQ(rewrite("ville=Paris*,+Texas,Saint-%C3%89tienne"), "ville=Saint-%C3%89tienne,Paris*%2C+Texas");
    EXPECT_EQ(rewrite("choix=gone,hopkins"), "choix=hopkins,gone");
}

TEST_F(KeepUnknown, aBrokenSingleValueAndARepeatedParameterAreNotKept) {
    EXPECT_EQ(rewrite("defi=gone&vue=carte&etape=x&periode=x&lang=de&touches=oui&q=a&q=b"), "q=a");
}

TEST_F(KeepUnknown, noMoreThanThereIsRoomFor) {
    const std::string most(kMaxUnknownBytes - 3, 'x'); // and "a=", and the separator
    EXPECT_EQ(rewrite("a=" + most), "a=" + most);
    EXPECT_EQ(rewrite("a=" + most + "x&q=y&b=1"), "q=y&b=1");
    EXPECT_EQ(rewrite("choix=" + most + "xxx"), "");
}

TEST_F(KeepUnknown, whatDoesNotBeginWithThePrefixIsTheHosts) {
    constexpr AddressNames kNames{.prefix = "ce-"};
    EXPECT_EQ(rewrite("?p=42&q=host&lang=en&ce-q=x&ce-competences=r,cobol&ce-tri=titre", kNames),
              "ce-competences=r,cobol&ce-q=x&p=42&q=host&lang=en&ce-tri=titre");
    const State state = parseQueryString(programme_, facts_, "q=host&lang=en&defi=gobelins", 1, kNames);
    EXPECT_EQ(state.query, "");
    EXPECT_EQ(state.language, 1); // nothing of a visit
    EXPECT_EQ(parseNow("now=2017-10-15", kNames), std::nullopt);
    EXPECT_EQ(parseNow("ce-now=2017-10-15", kNames), (programme::CivilTime{day("2017-10-15"), 0}));
}

TEST_F(ParseQueryString, takesAListAsItComesFromAProgramThatEncodesAnew) {
    const std::vector<ValueIndex> both = {kWashington, kSaintEtienne};
    EXPECT_EQ(parse("ville=Washington*,+D**C+%26+co,Saint-Étienne").cities, both);
    EXPECT_EQ(parse("ville=Washington*%2C%20D**C%20%26%20co%2CSaint-%C3%89tienne").cities, both);
    EXPECT_EQ(parse("ville=Washington%2A%2C+D%2A%2AC+%26+co%2CSaint-%C3%89tienne").cities, both);
    EXPECT_TRUE(parse("ville=saint-%C3%A9tienne,Washington,*").cities.empty());
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

TEST(EncodeFormComponent, followsTheUrlStandard) {
    EXPECT_EQ(encodeFormComponent("AZaz09*-._ "), "AZaz09*-._+");
    EXPECT_EQ(encodeFormComponent("~!'()%+&=,é"), "%7E%21%27%28%29%25%2B%26%3D%2C%C3%A9");
    EXPECT_EQ(encodeFormComponent(std::string_view("\0\n", 2)), "%00%0A");
}

TEST(EncodeUrlComponent, leavesOnlyUnreservedCharacters) {
    EXPECT_EQ(encodeUrlComponent("AZaz09-._~ *\r\n"), "AZaz09-._~%20%2A%0D%0A");
}

} // namespace
} // namespace explorer
