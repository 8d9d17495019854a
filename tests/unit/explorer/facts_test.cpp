#include "explorer/facts.h"
#include "explorer/sample.h"

#include <algorithm>

namespace explorer {
namespace {

class MakeFacts : public testing::Test {
protected:
    std::vector<SkillGroupIndex> groupsOf(ChallengeIndex challenge) const {
        const auto groups = facts_.groupsOf(challenge);
        return {groups.begin(), groups.end()};
    }
    programme::Programme programme_ = sampleProgramme();
    Facts facts_ = makeFacts(programme_);
};

TEST_F(MakeFacts, roundsTheCalendarOutToWholeMonths) {
    EXPECT_EQ(facts_.calendar, (Period{day("2017-09-01"), day("2018-12-31")}));
}

TEST_F(MakeFacts, listsTheChallengesWithDates) {
    EXPECT_EQ(facts_.dated, std::vector<ChallengeIndex>{kLab});
}

TEST_F(MakeFacts, countsInEachPartOfTheCalendarTheChallengesThatRunThen) {
    const auto dayCount = static_cast<std::size_t>((facts_.calendar.last - facts_.calendar.first).count() + 1);
    for (std::size_t part = 0; part < Facts::kParts; ++part) {
        const Day end = facts_.calendar.first + std::chrono::days((part + 1) * dayCount / Facts::kParts);
        const bool runs = end > programme_.challenges[kLab].start->first; // to the calendar's end
        EXPECT_EQ(facts_.running[part], runs ? 1u : 0u) << part;
    }
}

TEST_F(MakeFacts, countsEachChallengeOnceForEachValue) {
    EXPECT_EQ(facts_.of(Facet::skills).totals, (std::vector<std::uint32_t>{2, 1, 2, 2}));
    EXPECT_EQ(facts_.of(Facet::cities).totals, (std::vector<std::uint32_t>{1, 1}));
}

TEST_F(MakeFacts, ranksTheValuesByFrequencyAndInsideTheirGroups) {
    EXPECT_EQ(facts_.of(Facet::skills).byTotal, (std::vector<ValueIndex>{kPython, kMaps, kLaw, kR}));
    EXPECT_EQ(facts_.of(Facet::skills).ranks, (std::vector<std::uint32_t>{0, 1, 0, 0})); // R and maps share a group
}

TEST_F(MakeFacts, numbersTheGroupsOfAllFacets) {
    EXPECT_EQ(facts_.of(Facet::skills).firstGroup, 0u);
    EXPECT_EQ(facts_.of(Facet::cities).firstGroup, programme_.groupCount());
    EXPECT_EQ(facts_.groupCount(), programme_.groupCount() + 1);
}

TEST_F(MakeFacts, putsTheGroupWithMostSkillsFirst) {
    EXPECT_EQ(groupsOf(kGobelins), (std::vector<SkillGroupIndex>{0, 2})); // R and maps, then Python
    EXPECT_EQ(groupsOf(kHopkins), (std::vector<SkillGroupIndex>{0, 3}));
    EXPECT_EQ(groupsOf(kLab), (std::vector<SkillGroupIndex>{3, 2})); // as first named
}

TEST_F(MakeFacts, giveEachChallengeOfEachProgrammeAGroup) {
    for (const programme::Programme& programme : {sampleProgramme(), bundledProgramme()}) {
        const Facts facts = makeFacts(programme);
        for (ChallengeIndex challenge = 0; challenge < programme.challenges.size(); ++challenge) {
            ASSERT_FALSE(facts.groupsOf(challenge).empty());
            EXPECT_LT(std::ranges::max(facts.groupsOf(challenge)), programme.groupCount());
        }
    }
}

} // namespace
} // namespace explorer
