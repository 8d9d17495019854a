// Which values each facet has, and which of them each challenge.
#include "sample.h"
#include "search/facet.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace search {
namespace {

using Values = std::vector<ValueIndex>;

class Cities : public testing::Test {
protected:
    static programme::Programme inCities(const std::vector<std::string>& cities) {
        SampleProgramme sample;
        for (const std::string& city : cities) sample.challenges.push_back({.city = city});
        return read(sample);
    }
    static std::vector<std::string> namesOf(const programme::Programme& programme) {
        std::vector<std::string> names;
        for (const FacetValue& value : listValues(programme, Facet::cities).values)
            names.emplace_back(programme.in(value.id));
        return names;
    }
    static Values of(const FacetValues& values, programme::ChallengeIndex challenge) {
        return {values.of(challenge).begin(), values.of(challenge).end()};
    }
};

TEST_F(Cities, standInTheAlphabetsOrderEachOnce) {
    const programme::Programme programme = inCities({"Lyon", "Évry", "brest", "Lyon", "", "Issy", "東京", "Brest"});
    EXPECT_EQ(namesOf(programme), (std::vector<std::string>{"Brest", "brest", "Évry", "Issy", "Lyon", "東京"}));
}

TEST_F(Cities, areThoseOfTheHosts) {
    const FacetValues cities = listValues(inCities({"Lyon", "", "Brest", "Lyon"}), Facet::cities);
    EXPECT_EQ(cities.groupCount, 1u);
    EXPECT_EQ(of(cities, 0), Values{1});
    EXPECT_EQ(of(cities, 1), Values{});
    EXPECT_EQ(of(cities, 2), Values{0});
    EXPECT_EQ(of(cities, 3), Values{1});
}

TEST(SkillValues, areTheProgrammesSkillsInTheirGroups) {
    const programme::Programme programme =
        read({.groups = {"g"},
              .skills = {{"a", "A"}, {"b", "B", "g"}, {"c", "C"}},
              .challenges = {{.profiles = {{{"c", "a"}, {"b"}}, {{"a"}, {"c"}}}}, {.profiles = {{{"b"}, {}}}}}});
    const FacetValues skills = listValues(programme, Facet::skills);
    EXPECT_EQ(skills.groupCount, 2u);
    ASSERT_EQ(skills.values.size(), 3u);
    EXPECT_EQ(skills.values[0].group, 1u);
    EXPECT_EQ(skills.values[1].group, 0u);
    EXPECT_EQ(Values(skills.of(0).begin(), skills.of(0).end()), (Values{2, 0, 1}));
    EXPECT_EQ(Values(skills.of(1).begin(), skills.of(1).end()), Values{1});
}

} // namespace
} // namespace search
