#include "explorer/facts.h"
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
    EXPECT_EQ(visit.fits.size(), 3u);
    EXPECT_EQ(visit.isShown, (std::vector<bool>{true, true, true}));
    EXPECT_EQ(visit.posts, 5u);
    EXPECT_EQ(visit.found, 3u);
    EXPECT_EQ(visit.skillCounts, (std::vector<std::uint32_t>{2, 1, 2, 2}));
    EXPECT_FALSE(visit.wasForgiving);
}

TEST_F(MakeVisit, showsWhatFitsTheChosenSkillsWithItsFit) {
    const Visit visit = visitOf({.skills = {kLaw}});
    EXPECT_EQ(visit.shown, (Challenges{kLab, kHopkins})); // required before preferred
    EXPECT_EQ(visit.isShown, (std::vector<bool>{false, true, true}));
    EXPECT_EQ(visit.posts, 2u);
    ASSERT_EQ(visit.fits.size(), 2u);
    EXPECT_EQ(visit.fits[0].required, 1);
    EXPECT_EQ(visit.fits[1].required, 0);
    EXPECT_EQ(visit.fits[1].preferred, 1);
}

TEST_F(MakeVisit, showsTheShortlistInTheVisitorsOrderWhateverTheFilters) {
    const Visit visit = visitOf({.view = View::shortlist, .skills = {kLaw}, .shortlist = {kLab, kGobelins}});
    EXPECT_EQ(visit.shown, (Challenges{kLab, kGobelins}));
    EXPECT_EQ(visit.isShown, (std::vector<bool>{true, false, true}));
    EXPECT_EQ(visit.posts, 4u);
    EXPECT_EQ(visit.found, 2u); // the filters would leave the lab and Hopkins
    ASSERT_EQ(visit.fits.size(), 2u);
    EXPECT_EQ(visit.fits[0].required, 1);
    EXPECT_EQ(visit.fits[1].required + visit.fits[1].preferred, 0);
    EXPECT_TRUE(visitOf({.view = View::shortlist}).shown.empty());
}

TEST_F(MakeVisit, saysThatAMistakeWasForgiven) {
    EXPECT_FALSE(visitOf({.query = "hopk"}).wasForgiving);
    const Visit visit = visitOf({.query = "hopkinz"});
    EXPECT_TRUE(visit.wasForgiving);
    EXPECT_EQ(visit.shown, Challenges{kHopkins});
    EXPECT_EQ(visitOf({.query = "nothing of the kind"}).found, 0u);
}

TEST(ListFilterGroups, leavesOutEmptyGroupsAndPutsTheUngroupedLast) {
    const programme::Programme programme = sampleProgramme();
    const std::vector<FilterGroup> groups = listFilterGroups(programme, {}, makeFacts(programme).skillTotals);
    ASSERT_EQ(groups.size(), 3u);
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

/// One group of `count` skills; of each skill `totals` says how much it is wanted, whatever the challenge.
programme::Programme withSkills(int count) {
    std::string skills;
    for (int each = 0; each < count; ++each) {
        const std::string number = std::to_string(each);
        skills += std::string(each > 0 ? "," : "") + R"({"id": "s)" + number + R"(", "label": "S)" + number +
                  R"(", "group": "g"})";
    }
    return readProgramme(
        R"({"schemaVersion": 1, "id": "skills", "title": "t", "defaultLanguage": "en", "timeZone": "UTC",
        "application": {"url": "https://forms.example/", "opens": "2017-09-27", "closes": "2017-10-27"},
        "skillGroups": [{"id": "g", "label": "G"}], "skills": [)" +
        skills + R"(], "milestones": [],
        "challenges": [{"id": "c", "title": "c", "summary": "s", "host": {"name": "h"}, "profiles": [{"title": "p", "skills": ["s0"]}]}]})");
}

TEST(ListFilterGroups, showsTheMostWantedOfALongGroupInTheFilesOrder) {
    const std::vector<std::uint32_t> totals = {1, 9, 0, 3, 3, 3, 2, 8};
    const std::vector<FilterGroup> groups = listFilterGroups(withSkills(8), {}, totals);
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].visible, (Skills{1, 3, 4, 5, 7}));
    EXPECT_EQ(groups[0].hiddenCount, 3u);
    EXPECT_TRUE(groups[0].isLong);
}

TEST(ListFilterGroups, takesTiesInTheFilesOrder) {
    const std::vector<FilterGroup> groups = listFilterGroups(withSkills(8), {}, std::vector<std::uint32_t>(8, 1));
    EXPECT_EQ(groups[0].visible, (Skills{0, 1, 2, 3, 4}));
}

TEST(ListFilterGroups, showsAChosenSkillAlways) {
    const std::vector<std::uint32_t> totals = {1, 9, 0, 3, 3, 3, 2, 8};
    const std::vector<FilterGroup> groups = listFilterGroups(withSkills(8), {.skills = {2, 1}}, totals);
    EXPECT_EQ(groups[0].visible, (Skills{1, 2, 3, 4, 5, 7}));
    EXPECT_EQ(groups[0].hiddenCount, 2u);
}

TEST(ListFilterGroups, doesNotHideASingleSkill) {
    const std::vector<FilterGroup> six = listFilterGroups(withSkills(6), {}, std::vector<std::uint32_t>(6, 1));
    EXPECT_EQ(six[0].visible.size(), 6u);
    EXPECT_EQ(six[0].hiddenCount, 0u);
    EXPECT_FALSE(six[0].isLong);
    const std::vector<FilterGroup> seven =
        listFilterGroups(withSkills(7), {.skills = {6}}, std::vector<std::uint32_t>(7, 1));
    EXPECT_EQ(seven[0].visible.size(), 7u);
    EXPECT_FALSE(seven[0].isLong);
}

TEST(ListFilterGroups, showsAllOfAnExpandedGroup) {
    const std::vector<FilterGroup> groups =
        listFilterGroups(withSkills(8), {.expandedGroups = {0}}, std::vector<std::uint32_t>(8, 1));
    EXPECT_EQ(groups[0].visible.size(), 8u);
    EXPECT_EQ(groups[0].hiddenCount, 0u);
    EXPECT_TRUE(groups[0].isLong); // it can be folded again
}

} // namespace
} // namespace explorer
