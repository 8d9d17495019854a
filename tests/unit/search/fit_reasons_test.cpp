#include "sample.h"
#include "search/fit_reasons.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace search {
namespace {

using Skills = std::vector<programme::SkillIndex>;
using Reasons = std::vector<std::string>;

constexpr programme::SkillIndex kA = 0, kB = 1, kC = 2;

/// Explains the fit of one challenge with these profiles; the skills are a, b, c, d. "1b" is: the second profile
/// requires b; "1(b)": it prefers it.
Reasons explain(const std::vector<SampleProfile>& profiles, const Skills& chosen) {
    const programme::Programme programme =
        read({.skills = {{"a", "A", "", {}}, {"b", "B", "", {}}, {"c", "C", "", {}}, {"d", "D", "", {}}},
              .challenges = {{.profiles = profiles}}});
    Reasons reasons;
    for (const FitReason& reason : explainFit(programme.challenges[0], chosen)) {
        const std::string skill(programme.in(programme.skills[reason.skill].id));
        reasons.push_back(std::to_string(reason.profile) + (reason.isPreferred ? "(" + skill + ")" : skill));
    }
    return reasons;
}

TEST(FitReasons, oneProfileThatAsksForAllIsTheOnlyOne) {
    EXPECT_EQ(explain({{.skills = {"a"}}, {.skills = {"c", "b", "a"}}}, {kB, kA}), (Reasons{"1b", "1a"}))
        << "in the order of choosing";
}

TEST(FitReasons, skillsOfTwoProfilesStandWithTheirOwn) {
    EXPECT_EQ(explain({{.skills = {"c"}}, {.skills = {"a"}}, {.skills = {"b"}}}, {kB, kA}), (Reasons{"1a", "2b"}))
        << "of equal ones the first in the file";
}

TEST(FitReasons, whatIsRequiredGoesBeforeWhatIsWelcome) {
    EXPECT_EQ(explain({{.skills = {"d"}, .preferred = {"a", "b"}}, {.skills = {"a"}}}, {kA, kB}),
              (Reasons{"1a", "0(b)"}));
    EXPECT_EQ(explain({{.skills = {"b"}, .preferred = {"a"}}}, {kA, kB}), (Reasons{"0b", "0(a)"}));
}

TEST(FitReasons, whatNoProfileAsksForIsNoReason) {
    EXPECT_EQ(explain({{.skills = {"a"}}}, {kC}), Reasons{});
    EXPECT_EQ(explain({{.skills = {"a"}}}, {}), Reasons{});
    EXPECT_EQ(explain({{.skills = {"a"}}}, {kC, kA}), Reasons{"0a"});
}

} // namespace
} // namespace search
