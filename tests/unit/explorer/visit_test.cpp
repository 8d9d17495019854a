#include "explorer/facts.h"
#include "explorer/random_action.h"
#include "explorer/reduce.h"
#include "explorer/sample.h"
#include "explorer/visit.h"

#include <algorithm>
#include <string>

namespace explorer {
namespace {

using Challenges = std::vector<ChallengeIndex>;
using Skills = std::vector<SkillIndex>;

class MakeVisit : public testing::Test {
protected:
    Visit visitOf(const State& state) { return makeVisit(programme_, index_, state); }
    programme::Programme programme_ = sampleProgramme();
    search::Index index_ = search::Index::build(programme_, 0);
};

TEST_F(MakeVisit, showsEverythingInTheFilesOrderAtFirst) {
    const Visit visit = visitOf({});
    EXPECT_EQ(visit.shown, (Challenges{kGobelins, kHopkins, kLab}));
    EXPECT_EQ(visit.isShown, (std::vector<bool>{true, true, true}));
    EXPECT_EQ(visit.posts, 5u);
    EXPECT_EQ(visit.found, 3u);
    EXPECT_EQ(visit.countsOf(Facet::skills), (std::vector<std::uint32_t>{2, 1, 2, 2}));
    EXPECT_FALSE(visit.wasForgiving);
}

TEST_F(MakeVisit, showsWhatFitsTheChosenSkillsTheBestFirst) {
    const Visit visit = visitOf({.skills = {kLaw}});
    EXPECT_EQ(visit.shown, (Challenges{kLab, kHopkins})); // required before preferred
    EXPECT_EQ(visit.isShown, (std::vector<bool>{false, true, true}));
    EXPECT_EQ(visit.posts, 2u);
}

TEST_F(MakeVisit, showsTheShortlistInTheVisitorsOrderWhateverTheFilters) {
    const Visit visit = visitOf({.view = View::shortlist, .skills = {kLaw}, .shortlist = {kLab, kGobelins}});
    EXPECT_EQ(visit.shown, (Challenges{kLab, kGobelins}));
    EXPECT_EQ(visit.isShown, (std::vector<bool>{true, false, true}));
    EXPECT_EQ(visit.posts, 4u);
    EXPECT_EQ(visit.found, 2u); // the filters would leave the lab and Hopkins
    EXPECT_TRUE(visitOf({.view = View::shortlist}).shown.empty());
}

TEST_F(MakeVisit, saysThatAMistakeWasForgiven) {
    EXPECT_FALSE(visitOf({.query = "hopk"}).wasForgiving);
    const Visit visit = visitOf({.query = "hopkinz"});
    EXPECT_TRUE(visit.wasForgiving);
    EXPECT_EQ(visit.shown, Challenges{kHopkins});
    EXPECT_EQ(visitOf({.query = "nothing of the kind"}).found, 0u);
}

TEST_F(MakeVisit, saysWhereNothingIsFoundWhichFilterStandsInTheWay) {
    EXPECT_TRUE(visitOf({.query = "hopk"}).relaxations.empty());
    const Visit visit = visitOf({.query = "hopk", .skills = {kPython}});
    ASSERT_EQ(visit.relaxations.size(), 2u);
    EXPECT_EQ(visit.relaxations[0].kind, search::Relaxation::Kind::text) << "without it two are found";
    EXPECT_EQ(visit.relaxations[0].found, 2u);
    EXPECT_EQ(visit.relaxations[1].kind, search::Relaxation::Kind::values);
    EXPECT_EQ(visit.relaxations[1].value, kPython);
    EXPECT_TRUE(visitOf({.view = View::shortlist, .query = "hopk", .skills = {kPython}}).relaxations.empty());
}

TEST_F(MakeVisit, showsWhatIsInAnyOfTheChosenCitiesAndFitsTheSkills) {
    EXPECT_EQ(visitOf({}).countsOf(Facet::cities), (std::vector<std::uint32_t>{1, 1}));
    EXPECT_EQ(visitOf({.cities = {kWashington}}).shown, Challenges{kHopkins});
    EXPECT_EQ(visitOf({.cities = {kWashington, kSaintEtienne}}).shown, (Challenges{kGobelins, kHopkins}));
    const Visit visit = visitOf({.skills = {kPython}, .cities = {kWashington}});
    EXPECT_TRUE(visit.shown.empty());
    EXPECT_EQ(visit.countsOf(Facet::cities), (std::vector<std::uint32_t>{1, 0})); // what each city would bring
    EXPECT_EQ(visit.countsOf(Facet::skills), (std::vector<std::uint32_t>{0, 0, 0, 0}));
}

TEST_F(MakeVisit, givesTheSameWhereTwoStatesAreSaidToHaveTheSameVisit) {
    const Facts facts = makeFacts(programme_);
    RandomActions actions(programme_, facts, 5);
    State state;
    int sameCount = 0, otherCount = 0;
    for (int step = 0; step < 3000; ++step) {
        State next = reduce(programme_, facts, state, actions.next()).state;
        if (next == state) continue;
        const Visit before = visitOf(state);
        const Visit after = visitOf(next);
        const bool isSame = before.shown == after.shown && before.isShown == after.isShown &&
                            before.posts == after.posts && before.found == after.found &&
                            before.wasForgiving == after.wasForgiving && before.counts == after.counts;
        if (haveSameVisit(state, next)) {
            EXPECT_TRUE(isSame) << "step " << step;
            ++sameCount;
        } else if (!isSame) {
            ++otherCount;
        }
        state = std::move(next);
    }
    EXPECT_GT(sameCount, 100);
    EXPECT_GT(otherCount, 100);
}

TEST(ListFilterGroups, leavesOutEmptyGroupsAndPutsTheUngroupedLast) {
    const std::vector<FilterGroup> groups = listFilterGroups(makeFacts(sampleProgramme()), {});
    ASSERT_EQ(groups.size(), 4u);
    EXPECT_EQ(groups[3].facet, Facet::cities);
    EXPECT_EQ(groups[3].group, 4u);
    EXPECT_EQ(groups[3].visible, (std::vector<ValueIndex>{kSaintEtienne, kWashington}));
    EXPECT_EQ(groups[0].group, 0u);
    EXPECT_EQ(groups[0].visible, (Skills{kR, kMaps}));
    EXPECT_EQ(groups[1].group, 2u);
    EXPECT_EQ(groups[1].visible, Skills{kPython});
    EXPECT_EQ(groups[2].group, 3u);
    EXPECT_EQ(groups[2].visible, Skills{kLaw});
    for (const FilterGroup& group : groups) {
        EXPECT_FALSE(group.isLong);
        EXPECT_EQ(group.hiddenCount, 0u);
    }
}

/// One group of skills; `totals` says how many challenges ask for each. All are in one city.
Facts withTotals(const std::vector<std::uint32_t>& totals) {
    std::string skills, challenges;
    for (std::size_t each = 0; each < totals.size(); ++each) {
        const std::string number = std::to_string(each);
        skills += std::string(each > 0 ? "," : "") + R"({"id": "s)" + number + R"(", "label": "S)" + number +
                  R"(", "group": "g"})";
    }
    for (std::uint32_t each = 0; each < std::ranges::max(totals); ++each) {
        std::string wanted;
        for (std::size_t skill = 0; skill < totals.size(); ++skill) {
            if (totals[skill] > each) wanted += (wanted.empty() ? "\"s" : ",\"s") + std::to_string(skill) + "\"";
        }
        challenges += std::string(each > 0 ? "," : "") + R"({"id": "c)" + std::to_string(each) +
                      R"(", "title": "c", "summary": "s", "host": {"name": "h", "city": "Brest"},
                      "profiles": [{"title": "p", "skills": [)" +
                      wanted + "]}]}";
    }
    return makeFacts(readProgramme(
        R"({"schemaVersion": 1, "id": "skills", "title": "t", "defaultLanguage": "en", "timeZone": "UTC",
        "application": {"url": "https://forms.example/", "opens": "2017-09-27", "closes": "2017-10-27"},
        "skillGroups": [{"id": "g", "label": "G"}], "skills": [)" +
        skills + R"(], "milestones": [], "challenges": [)" + challenges + "]}"));
}

Facts withSkills(std::size_t count) {
    return withTotals(std::vector<std::uint32_t>(count, 1));
}

TEST(ListFilterGroups, showsTheMostWantedOfALongGroupInTheFilesOrder) {
    const std::vector<FilterGroup> groups = listFilterGroups(withTotals({1, 9, 0, 3, 3, 3, 2, 8}), {});
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].visible, (Skills{1, 3, 4, 5, 7}));
    EXPECT_EQ(groups[0].hiddenCount, 3u);
    EXPECT_TRUE(groups[0].isLong);
}

TEST(ListFilterGroups, takesTiesInTheFilesOrder) {
    EXPECT_EQ(listFilterGroups(withSkills(8), {})[0].visible, (Skills{0, 1, 2, 3, 4}));
}

TEST(ListFilterGroups, showsAChosenValueAlways) {
    const std::vector<FilterGroup> groups = listFilterGroups(withTotals({1, 9, 0, 3, 3, 3, 2, 8}), {.skills = {2, 1}});
    EXPECT_EQ(groups[0].visible, (Skills{1, 3, 4, 5, 7, 2})) << "behind the most wanted";
    EXPECT_EQ(groups[0].hiddenCount, 2u);
    EXPECT_EQ(groups[0].chosenCount, 2u);
}

TEST(ListFilterGroups, doesNotHideASingleValue) {
    const std::vector<FilterGroup> six = listFilterGroups(withSkills(6), {});
    EXPECT_EQ(six[0].visible.size(), 6u);
    EXPECT_EQ(six[0].hiddenCount, 0u);
    EXPECT_FALSE(six[0].isLong);
    const std::vector<FilterGroup> seven = listFilterGroups(withSkills(7), {.skills = {6}});
    EXPECT_EQ(seven[0].visible.size(), 7u);
    EXPECT_FALSE(seven[0].isLong);
}

TEST(ListFilterGroups, showsAllOfAnExpandedGroup) {
    const std::vector<FilterGroup> groups = listFilterGroups(
        withSkills(8),
        {.folding = {.expandedGroups = {0}, .closedGroups = {}, .formerValues = {}, .leadingValues = {}}});
    EXPECT_EQ(groups[0].visible.size(), 8u);
    EXPECT_EQ(groups[0].hiddenCount, 0u);
    EXPECT_TRUE(groups[0].isLong); // it can be folded again
}

TEST(ListFilterGroups, expandsAtTheEndOnly) {
    const Facts facts = withTotals({1, 9, 0, 3, 3, 3, 2, 8});
    const State state{.skills = {6}};
    State expanded = state;
    expanded.folding.expandedGroups = {0};
    EXPECT_EQ(listFilterGroups(facts, state)[0].visible, (Skills{1, 3, 4, 5, 7, 6}));
    EXPECT_EQ(listFilterGroups(facts, expanded)[0].visible, (Skills{1, 3, 4, 5, 7, 0, 2, 6}));
}

TEST(ListFilterGroups, listsWhatWasTakenBackWhereItWas) {
    const Facts facts = withTotals({1, 9, 0, 3, 3, 3, 2, 8});
    const State chosen{.skills = {6}};
    State takenBack;
    takenBack.folding.formerValues[indexOf(Facet::skills)] = {6};
    EXPECT_EQ(listFilterGroups(facts, takenBack)[0].visible, listFilterGroups(facts, chosen)[0].visible);
}

TEST(ListFilterGroups, showsNoValueOfAClosedGroup) {
    const std::vector<FilterGroup> groups = listFilterGroups(
        withSkills(8),
        {.skills = {7},
         .folding = {.expandedGroups = {0}, .closedGroups = {0}, .formerValues = {}, .leadingValues = {}}});
    EXPECT_TRUE(groups[0].isClosed);
    EXPECT_TRUE(groups[0].visible.empty());
    EXPECT_EQ(groups[0].hiddenCount, 0u);
    EXPECT_EQ(groups[0].chosenCount, 1u);
}

TEST(ListFilterGroups, leavesOutASingleCityUnlessItIsChosen) {
    EXPECT_EQ(listFilterGroups(withSkills(1), {}).size(), 1u);
    const std::vector<FilterGroup> groups = listFilterGroups(withSkills(1), {.cities = {0}});
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(groups[1].facet, Facet::cities);
}

} // namespace
} // namespace explorer
