// The period as a filter: days that the timeline shows keep what runs in them.
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using semantics::Tristate;
using support::Role;
using support::Visitor;

Visitor during(std::string query) {
    return Visitor(support::readProjectFile("data/eig-2018.json"), {.query = std::move(query)});
}

TEST(TimelinePeriod, KeepsWhatRunsInTheDaysShown) {
    Visitor visitor = during("periode=2018-01-01..2018-03-31");
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis")) << "looking filters nothing";
    visitor.click(Role::button, "Filtrer sur cette période\u00A0: de janvier à mars 2018");
    EXPECT_EQ(visitor.address(), "pendant=2018-01-01..2018-03-31&periode=2018-01-01..2018-03-31");
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis"));
    EXPECT_TRUE(visitor.sees(Role::button, "Retirer le filtre de janvier à mars 2018"));
    EXPECT_TRUE(visitor.sees(Role::button, "Retirer le filtre par période"));
    EXPECT_EQ(visitor.count(Role::button, "Filtrer sur cette période"), 0u);
}

TEST(TimelinePeriod, IsOneFilterAmongOthers) {
    Visitor visitor = during("pendant=2017-09-01..2017-10-31&competences=python");
    EXPECT_TRUE(visitor.sees(Role::heading, "0 défi"));
    EXPECT_TRUE(visitor.sees(Role::checkbox, "R, 0 défi")) << "the counts of the facets respect it";
    visitor.click(Role::button, "Retirer le filtre de septembre à octobre 2017");
    EXPECT_EQ(visitor.address(), "competences=python");
    EXPECT_TRUE(visitor.sees(Role::heading, "7 défis"));
    visitor.goBack();
    EXPECT_TRUE(visitor.sees(Role::heading, "0 défi"));
    visitor.click(Role::button, "Retirer le filtre par période");
    EXPECT_EQ(visitor.address(), "competences=python");
    Visitor other = during("pendant=2018-02-05..2018-02-09");
    EXPECT_TRUE(other.sees(Role::button, "Retirer le filtre du 5 au 9"));
    other.click(Role::button, "Tout effacer");
    EXPECT_EQ(other.address(), "");
}

TEST(TimelinePeriod, IsDroppedBesideTheTimeline) {
    Visitor visitor = during("pendant=2018-09-01..2018-09-30");
    visitor.click(Role::button, "Retirer le filtre par période");
    EXPECT_EQ(visitor.address(), "");
    EXPECT_EQ(visitor.count(Role::button, "par période"), 0u);
    EXPECT_EQ(visitor.count(Role::button, "Filtrer sur cette période"), 0u) << "all of the calendar is there";
}

} // namespace
