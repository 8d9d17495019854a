#include "explorer/crowd.h"
#include "explorer/facets.h"
#include "explorer/reduce.h"
#include "explorer/sample.h"
#include "explorer/url.h"
#include "explorer/window.h"

#include <cmath>
#include <limits>

namespace explorer {
namespace {

class Reduce : public testing::Test {
protected:
    /// Does the action and returns its step.
    Step act(const Action& action) {
        Reduced reduced = reduce(programme_, facts_, state_, action);
        state_ = std::move(reduced.state);
        return reduced.step;
    }

    /// Does an action that must change nothing.
    void expectNothing(const Action& action) {
        const State before = state_;
        EXPECT_EQ(act(action), Step::none);
        EXPECT_EQ(state_, before);
    }

    programme::Programme programme_ = sampleProgramme();
    Facts facts_ = makeFacts(programme_);
    State state_;
};

TEST_F(Reduce, togglesSkillsInTheOrderOfChoosing) {
    EXPECT_EQ(act(ToggleValue{Facet::skills, kMaps}), Step::push);
    EXPECT_EQ(act(ToggleValue{Facet::skills, kPython}), Step::push);
    EXPECT_EQ(act(ToggleValue{Facet::skills, kLaw}), Step::push);
    EXPECT_EQ(state_.skills, (std::vector<SkillIndex>{kMaps, kPython, kLaw}));
    EXPECT_EQ(act(ToggleValue{Facet::skills, kPython}), Step::push);
    EXPECT_EQ(state_.skills, (std::vector<SkillIndex>{kMaps, kLaw}));
    expectNothing(ToggleValue{Facet::skills, 4});
}

TEST_F(Reduce, togglesTheValuesOfEachFacet) {
    for (const FacetRow& row : kFacets) {
        const auto count = static_cast<ValueIndex>(facts_.of(row.facet).values.size());
        ASSERT_GE(count, 2u) << row.parameter;
        EXPECT_EQ(act(ToggleValue{row.facet, 1}), Step::push);
        EXPECT_EQ(act(ToggleValue{row.facet, 0}), Step::push);
        EXPECT_EQ(state_.*row.chosen, (std::vector<ValueIndex>{1, 0})) << row.parameter;
        EXPECT_EQ(act(ToggleValue{row.facet, 1}), Step::push);
        EXPECT_EQ(state_.*row.chosen, std::vector<ValueIndex>{0}) << row.parameter;
        expectNothing(ToggleValue{row.facet, count});
    }
    expectNothing(ToggleValue{static_cast<Facet>(search::kFacetCount), 0});
}

TEST_F(Reduce, clearsTheValuesOfAllFacetsThoseThatAreUnknownToo) {
    act(Navigate{"competences=maps,cobol&ville=Atlantis&utm_source=mail"});
    act(ToggleValue{Facet::cities, 0});
    EXPECT_EQ(countChosen(state_), 2u);
    EXPECT_EQ(act(ClearFilters{}), Step::push);
    EXPECT_EQ(countChosen(state_), 0u);
    EXPECT_EQ(formatQueryString(programme_, facts_, state_), "utm_source=mail");
}

TEST_F(Reduce, clearsSkillsAndText) {
    expectNothing(ClearFilters{});
    act(ToggleValue{Facet::skills, kMaps});
    act(SetQuery{"carto"});
    act(OpenChallenge{kLab});
    EXPECT_EQ(act(ClearFilters{}), Step::push);
    EXPECT_TRUE(state_.skills.empty());
    EXPECT_TRUE(state_.query.empty());
    EXPECT_EQ(state_.challenge, kLab);
}

TEST_F(Reduce, takesTheTextAsTyped) {
    EXPECT_EQ(act(SetQuery{" Cart"}), Step::push);
    EXPECT_EQ(act(SetQuery{" Carto "}), Step::replace);
    EXPECT_EQ(state_.query, " Carto ");
    expectNothing(SetQuery{" Carto "});
    EXPECT_EQ(act(SetQuery{""}), Step::replace);
    EXPECT_EQ(state_.query, "");
}

TEST_F(Reduce, cutsALongTextBetweenCharacters) {
    std::string text(kMaxQueryBytes - 1, 'a');
    act(SetQuery{text + "é"});
    EXPECT_EQ(state_.query, text);
    text.pop_back();
    act(SetQuery{text + "é" + "f"});
    EXPECT_EQ(state_.query, text + "é");
    act(SetQuery{text + "\u202F" + "f"});
    EXPECT_EQ(state_.query, text);
}

TEST_F(Reduce, replacesWhatIsNotUtf8InTheText) {
    act(SetQuery{"a\xFFz"});
    EXPECT_EQ(state_.query, "a\uFFFDz");
}

TEST_F(Reduce, filteringGoesFromTheShortlistBackToTheList) {
    act(SetView{View::shortlist});
    act(ToggleValue{Facet::skills, kMaps});
    EXPECT_EQ(state_.view, View::challenges);
    act(SetView{View::shortlist});
    EXPECT_EQ(act(SetQuery{"c"}), Step::push);
    EXPECT_EQ(state_.view, View::challenges);
    act(SetView{View::shortlist});
    act(ClearFilters{});
    EXPECT_EQ(state_.view, View::challenges);
    act(SetView{View::filters});
    act(ToggleValue{Facet::skills, kMaps});
    act(SetQuery{"d"});
    EXPECT_EQ(state_.view, View::filters);
}

TEST_F(Reduce, opensAndClosesChallenges) {
    expectNothing(CloseChallenge{});
    expectNothing(TurnToChallenge{kLab});
    EXPECT_EQ(act(OpenChallenge{kHopkins}), Step::open);
    EXPECT_EQ(state_.challenge, kHopkins);
    expectNothing(OpenChallenge{kHopkins});
    expectNothing(OpenChallenge{3});
    EXPECT_EQ(act(OpenChallenge{kLab}), Step::push);
    EXPECT_EQ(act(TurnToChallenge{kGobelins}), Step::replace);
    EXPECT_EQ(state_.challenge, kGobelins);
    expectNothing(TurnToChallenge{3});
    EXPECT_EQ(act(CloseChallenge{}), Step::close);
    EXPECT_FALSE(state_.challenge.has_value());
}

TEST_F(Reduce, keepsMoreThanAnApplicationMayName) {
    ASSERT_EQ(programme_.application.maxChallenges, 2u);
    for (const ChallengeIndex challenge : {kLab, kGobelins, kHopkins})
        EXPECT_EQ(act(ToggleShortlisted{challenge}), Step::replace);
    EXPECT_EQ(state_.shortlist, (std::vector<ChallengeIndex>{kLab, kGobelins, kHopkins}));
    expectNothing(ToggleShortlisted{3});
    EXPECT_EQ(act(ToggleShortlisted{kLab}), Step::replace);
    EXPECT_FALSE(isShortlisted(state_, kLab));
    EXPECT_EQ(state_.shortlist, (std::vector<ChallengeIndex>{kGobelins, kHopkins}));
    act(SetView{View::shortlist}); // where what is taken out goes from view
    EXPECT_EQ(act(ToggleShortlisted{kGobelins}), Step::push);
}

TEST_F(Reduce, keepsAShortlistThatAnAddressCanHold) {
    programme_.challenges.resize(kMaxShortlisted + 1, programme_.challenges.front());
    for (ChallengeIndex challenge = 0; challenge < kMaxShortlisted; ++challenge) {
        EXPECT_FALSE(isShortlistFull(state_));
        act(ToggleShortlisted{challenge});
    }
    EXPECT_TRUE(isShortlistFull(state_));
    expectNothing(ToggleShortlisted{kMaxShortlisted});
    act(ToggleShortlisted{kLab});
    EXPECT_EQ(act(ToggleShortlisted{kMaxShortlisted}), Step::replace);
}

TEST_F(Reduce, theShortlistClosesTheOpenChallengeWhichMayCoverIt) {
    act(OpenChallenge{kHopkins});
    EXPECT_EQ(act(SetView{View::shortlist}), Step::open);
    EXPECT_FALSE(state_.challenge.has_value());
    act(OpenChallenge{kHopkins});
    act(SetView{View::challenges});
    EXPECT_EQ(state_.challenge, kHopkins);
}

TEST_F(Reduce, movesShortlistedChallengesWithinTheList) {
    programme_ = sampleProgramme(R"({"url": "https://forms.example/", "opens": "2017-09-27", "closes": "2017-10-27"})");
    state_.shortlist = {kGobelins, kHopkins, kLab};
    EXPECT_EQ(act(MoveShortlisted{kLab, -1}), Step::replace);
    EXPECT_EQ(state_.shortlist, (std::vector<ChallengeIndex>{kGobelins, kLab, kHopkins}));
    act(MoveShortlisted{kGobelins, 1});
    EXPECT_EQ(state_.shortlist, (std::vector<ChallengeIndex>{kLab, kGobelins, kHopkins}));
    act(MoveShortlisted{kLab, std::numeric_limits<int>::max()});
    EXPECT_EQ(state_.shortlist, (std::vector<ChallengeIndex>{kGobelins, kHopkins, kLab}));
    act(MoveShortlisted{kLab, std::numeric_limits<int>::min()});
    EXPECT_EQ(state_.shortlist, (std::vector<ChallengeIndex>{kLab, kGobelins, kHopkins}));
    expectNothing(MoveShortlisted{kLab, -1});
    expectNothing(MoveShortlisted{kLab, 0});
    expectNothing(MoveShortlisted{7, 1});
}

TEST_F(Reduce, choosesWhichOfAShortlistAreCompared) {
    programme_ = bundledProgramme();
    facts_ = makeFacts(programme_);
    state_.shortlist = {7, 6, 5, 4, 3};
    EXPECT_EQ(comparedOf(state_), (std::vector<ChallengeIndex>{7, 6, 5, 4}));
    expectNothing(ToggleCompared{3}); // a fifth
    expectNothing(ToggleCompared{2}); // is not kept
    EXPECT_EQ(act(ToggleCompared{6}), Step::replace);
    act(ToggleCompared{3});
    EXPECT_EQ(comparedOf(state_), (std::vector<ChallengeIndex>{7, 5, 4, 3}));
    act(ToggleCompared{7});
    act(ToggleCompared{5});
    expectNothing(ToggleCompared{4}); // one alone
    act(MoveShortlisted{3, -4});
    EXPECT_EQ(comparedOf(state_), (std::vector<ChallengeIndex>{3, 4}));
    act(ToggleShortlisted{7});
    EXPECT_TRUE(state_.compared.empty());
    EXPECT_EQ(comparedOf(state_), (std::vector<ChallengeIndex>{3, 6, 5, 4}));
}

TEST_F(Reduce, setsLanguageAndView) {
    EXPECT_EQ(act(SetLanguage{1}), Step::replace);
    EXPECT_EQ(state_.language, 1);
    expectNothing(SetLanguage{1});
    expectNothing(SetLanguage{2});
    EXPECT_EQ(act(SetView{View::filters}), Step::open);
    expectNothing(SetView{View::filters});
    EXPECT_EQ(act(SetView{View::challenges}), Step::apply);
    EXPECT_EQ(act(SetView{View::shortlist}), Step::open);
    EXPECT_EQ(act(SetView{View::filters}), Step::push);
    act(SetView{View::shortlist});
    EXPECT_EQ(act(SetView{View::challenges}), Step::close);
}

TEST_F(Reduce, whatIsChosenOnTheFilterPageIsOneStepTogether) {
    act(SetView{View::filters});
    EXPECT_EQ(act(ToggleValue{Facet::skills, kMaps}), Step::replace);
    EXPECT_EQ(act(SetQuery{"c"}), Step::replace);
    EXPECT_EQ(act(ClearFilters{}), Step::replace);
}

TEST_F(Reduce, togglesOneMilestone) {
    EXPECT_EQ(act(ToggleMilestone{1}), Step::open);
    EXPECT_EQ(state_.milestone, 1u);
    EXPECT_EQ(act(ToggleMilestone{0}), Step::push);
    EXPECT_EQ(state_.milestone, 0u);
    EXPECT_EQ(act(ToggleMilestone{0}), Step::close);
    EXPECT_FALSE(state_.milestone.has_value());
    expectNothing(ToggleMilestone{2});
}

TEST_F(Reduce, listsTheMilestonesOfACrowd) {
    act(ToggleMilestone{1});
    EXPECT_EQ(act(ToggleCrowd{{1, 1}}), Step::push);
    EXPECT_EQ(state_.crowd, (Crowd{1, 1}));
    EXPECT_FALSE(state_.milestone.has_value());
    EXPECT_EQ(milestonesOf(programme_, {1, 1}), (std::vector<std::size_t>{1}));
    EXPECT_EQ(act(ToggleCrowd{{1, 1}}), Step::close);
    EXPECT_FALSE(state_.crowd.has_value());
    EXPECT_EQ(act(ToggleCrowd{{1, 1}}), Step::open);
    act(ToggleCrowd{{1, 1}});
    expectNothing(ToggleCrowd{{2, 2}});
    expectNothing(ToggleCrowd{{0, 2}});
    expectNothing(ToggleCrowd{{0, 1}}); // of two kinds
}

TEST_F(Reduce, togglesGroupsWithoutTouchingTheUrl) {
    EXPECT_EQ(act(ToggleGroup{3}), Step::none); // the skills without a group
    EXPECT_EQ(act(ToggleGroup{0}), Step::none);
    EXPECT_EQ(state_.folding.expandedGroups, (std::vector<SkillGroupIndex>{0, 3}));
    EXPECT_EQ(formatQueryString(programme_, facts_, state_), "");
    act(ToggleGroup{3});
    EXPECT_EQ(state_.folding.expandedGroups, std::vector<SkillGroupIndex>{0});
    act(ToggleGroup{4}); // the cities
    act(ToggleGroup{4});
    expectNothing(ToggleGroup{5});
}

TEST_F(Reduce, closesGroupsWhateverIsChosenAfterwards) {
    EXPECT_EQ(act(CloseGroup{0}), Step::none);
    EXPECT_EQ(act(CloseGroup{4}), Step::none);
    expectNothing(CloseGroup{5});
    act(ToggleValue{Facet::skills, kR});
    act(Navigate{"competences=law"});
    EXPECT_EQ(state_.folding.closedGroups, (std::vector<std::uint32_t>{0, 4}));
    act(CloseGroup{0});
    EXPECT_EQ(state_.folding.closedGroups, std::vector<std::uint32_t>{4});
}

TEST_F(Reduce, takesBackTheValuesOfOneGroup) {
    for (const SkillIndex skill : {kR, kPython, kMaps}) act(ToggleValue{Facet::skills, skill});
    act(ToggleValue{Facet::cities, kWashington});
    act(SetView{View::shortlist});
    EXPECT_EQ(act(ClearGroup{Facet::skills, kMaps}), Step::push);
    EXPECT_EQ(state_.skills, std::vector<SkillIndex>{kPython});
    EXPECT_EQ(state_.view, View::challenges);
    expectNothing(ClearGroup{Facet::skills, kR});
    expectNothing(ClearGroup{Facet::skills, 4});
    expectNothing(ClearGroup{static_cast<Facet>(search::kFacetCount), 0});
    act(ClearGroup{Facet::cities, kSaintEtienne});
    EXPECT_TRUE(state_.cities.empty());
}

TEST_F(Reduce, remembersWhatWasTakenBack) {
    act(ToggleValue{Facet::skills, kMaps});
    EXPECT_TRUE(state_.folding.formerValues[0].empty());
    act(ToggleValue{Facet::skills, kMaps});
    act(ToggleValue{Facet::skills, kPython});
    act(ClearFilters{});
    act(ToggleValue{Facet::skills, kMaps});
    act(ClearGroup{Facet::skills, kMaps});
    EXPECT_EQ(state_.folding.formerValues[0], (std::vector<ValueIndex>{kPython, kMaps}));
    EXPECT_EQ(formatQueryString(programme_, facts_, state_), "");
}

TEST_F(Reduce, navigatesToAnotherStateAndKeepsWhatTheUrlDoesNotHold) {
    act(ToggleGroup{2});
    act(ToggleValue{Facet::skills, kR});
    act(SetLanguage{1});
    EXPECT_EQ(act(Navigate{"?defi=hopkins&competences=law"}), Step::none);
    EXPECT_EQ(state_.challenge, kHopkins);
    EXPECT_EQ(state_.skills, std::vector<SkillIndex>{kLaw});
    EXPECT_EQ(state_.language, 0);
    EXPECT_EQ(state_.folding.expandedGroups, std::vector<SkillGroupIndex>{2});
    act(Navigate{""});
    EXPECT_EQ(state_,
              (State{.folding = {.expandedGroups = {2}, .closedGroups = {}, .formerValues = {}, .leadingValues = {}}}));
}

TEST_F(Reduce, anAddressWithTheSameDaysKeepsTheFractionsOfTheWindow) {
    const double march = programme::dayNumber(day("2018-03-01"));
    act(ShowWindow{march + 0.25, 20.25});
    expectNothing(Navigate{"periode=2018-03-01..2018-03-20"});
    act(Navigate{"periode=2018-03-01..2018-03-21"});
    EXPECT_EQ(state_.period, (Window{march, 21}));
}

// ── The timeline ──

double number(Day at) {
    return static_cast<double>(at.time_since_epoch().count());
}

double number(std::string_view text) {
    return number(day(text));
}

double shareBefore(double anchor, const Window& window) {
    return (anchor - window.first) / window.length;
}

TEST_F(Reduce, theWholeCalendarIsWholeMonthsAroundEverything) {
    EXPECT_EQ(facts_.calendar, (Period{day("2017-09-01"), day("2018-12-31")}));
    EXPECT_EQ(shownWindow(facts_, state_), (Window{number("2017-09-01"), 487}));
}

TEST_F(Reduce, zoomsAroundTheAnchor) {
    const double anchor = number("2018-01-01");
    EXPECT_EQ(act(ZoomTimeline{0.5, anchor}), Step::replace);
    const Window whole = wholeWindow(facts_);
    const Window shown = shownWindow(facts_, state_);
    EXPECT_EQ(shown.length, whole.length / 2);
    EXPECT_NEAR(shareBefore(anchor, shown), shareBefore(anchor, whole), 1e-12);
}

TEST_F(Reduce, zoomsNoCloserThanTheShortestPeriodAndNoFartherThanAll) {
    act(ZoomTimeline{1e-300, number("2018-01-10")});
    EXPECT_EQ(shownWindow(facts_, state_).length, kShortestPeriodDays);
    expectNothing(ZoomTimeline{0.5, number("2018-01-10")});
    EXPECT_EQ(act(ZoomTimeline{1e300, number("2018-01-10")}), Step::replace);
    EXPECT_FALSE(state_.period.has_value());
    expectNothing(ZoomTimeline{2, number("2018-01-10")});
}

TEST_F(Reduce, keepsTheEdgeWhenZoomingAtTheEdge) {
    act(ZoomTimeline{0.25, number("2017-09-01")});
    EXPECT_EQ(shownPeriod(facts_, state_).first, day("2017-09-01"));
    act(FitTimeline{});
    act(ZoomTimeline{0.25, number("2019-01-01")}); // the end of the last day
    EXPECT_EQ(shownPeriod(facts_, state_).last, day("2018-12-31"));
    act(FitTimeline{});
    act(ZoomTimeline{0.25, -1e12}); // far outside: as at the edge
    EXPECT_EQ(shownPeriod(facts_, state_).first, day("2017-09-01"));
}

TEST_F(Reduce, ignoresNumbersThatAreNone) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    act(ZoomTimeline{0.5, number("2018-01-01")});
    for (const double factor : {nan, infinity, -infinity, 0.0, -1.0})
        expectNothing(ZoomTimeline{factor, number("2018-01-01")});
    for (const double anchor : {nan, infinity}) expectNothing(ZoomTimeline{0.5, anchor});
    for (const double days : {nan, infinity}) expectNothing(PanTimeline{days});
}

TEST_F(Reduce, pansByFractionsOfDaysAsFarAsTheCalendarReaches) {
    expectNothing(PanTimeline{10}); // all of it is shown already
    const double january = number("2018-01-01");
    state_.period = Window{january, 31};
    EXPECT_EQ(act(PanTimeline{10.25}), Step::replace);
    EXPECT_EQ(state_.period, (Window{january + 10.25, 31}));
    act(PanTimeline{-1e9});
    EXPECT_EQ(state_.period, (Window{number("2017-09-01"), 31}));
    expectNothing(PanTimeline{-1});
    act(PanTimeline{1e300});
    EXPECT_EQ(state_.period, (Window{number("2018-12-01"), 31}));
}

TEST_F(Reduce, showsAWindowInsideTheCalendar) {
    const double march = number("2018-03-01");
    EXPECT_EQ(act(ShowWindow{march + 0.5, 20.25}), Step::replace);
    EXPECT_EQ(state_.period, (Window{march + 0.5, 20.25}));
    expectNothing(ShowWindow{march, 0});
    expectNothing(ShowWindow{march, std::numeric_limits<double>::infinity()});
    act(ShowWindow{march, 0.5});
    EXPECT_EQ(state_.period, (Window{march, kShortestPeriodDays}));
    act(ShowWindow{-1e300, 1e300});
    EXPECT_FALSE(state_.period.has_value());
}

TEST_F(Reduce, fitsTheWholeCalendar) {
    expectNothing(FitTimeline{});
    state_.period = Window{number("2018-01-01"), 31};
    EXPECT_EQ(act(FitTimeline{}), Step::replace);
    EXPECT_FALSE(state_.period.has_value());
}

} // namespace
} // namespace explorer
