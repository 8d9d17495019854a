// On a phone the calendar is a list of dated entries, and its picture begins with the call.
#include "explorer/window.h"
#include "support/files.h"
#include "support/synthetic_programme.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using semantics::NodeId;
using semantics::Tristate;
using support::Role;
using support::Visitor;

Visitor onPhone(std::string query = "now=2017-10-15", std::string_view language = "fr") {
    return Visitor(support::readProjectFile("data/eig-2018.json"), {.width = 390,
                                                                    .height = 844,
                                                                    .query = std::move(query),
                                                                    .language = std::string(language),
                                                                    .hasCoarsePointer = true});
}

std::string withPlainSpaces(std::string text) {
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    for (std::size_t place = text.find(kNoBreakSpace); place != std::string::npos; place = text.find(kNoBreakSpace))
        text.replace(place, kNoBreakSpace.size(), " ");
    return text;
}

/// The names of the agenda's buttons, in their order.
std::vector<std::string> entriesOf(const Visitor& visitor) {
    const semantics::Tree& tree = visitor.tree();
    std::vector<std::string> names;
    for (const semantics::Node& node : tree.nodes) {
        const semantics::Node* heading = tree.find(node.parent);
        const bool isEntry = node.role == Role::button && heading != nullptr && heading->role == Role::heading;
        if (isEntry) names.push_back(withPlainSpaces(semantics::accessibleName(tree, node.id)));
    }
    return names;
}

TEST(Agenda, SaysDateNameAndStateInTheOrderOfTime) {
    EXPECT_EQ(entriesOf(onPhone()),
              (std::vector<std::string>{
                  "Appel à candidatures, du 27 septembre au 27 octobre 2017, En cours, encore 12 jours",
                  "Auditions, du 14 au 15 novembre 2017, Dans 30 jours",
                  "Dix mois dans l’administration, à partir du 15 janvier 2018, jusqu’en novembre, Dans 3 mois",
                  "13 défis, de janvier à novembre 2018, Dans 3 mois"}));
    EXPECT_EQ(entriesOf(onPhone("now=2017-10-26&lang=en", "en")).at(0),
              "Call for applications, 27 September – 27 October 2017, Under way, 1 day left");
    EXPECT_EQ(entriesOf(onPhone("now=2017-11-13")).at(0), "Auditions, du 14 au 15 novembre 2017, Demain");
}

TEST(Agenda, FoldsWhatIsPastAndWhatIsFar) {
    Visitor visitor = onPhone();
    EXPECT_EQ(visitor.node(Role::button, "2 étapes passées").expanded, Tristate::no);
    visitor.click(Role::button, "2 étapes passées");
    EXPECT_EQ(entriesOf(visitor).front(), "Sélection des défis, du 4 au 5 juillet 2017, Terminé");
    EXPECT_EQ(visitor.node(Role::button, "2 étapes passées").expanded, Tristate::yes);
    visitor.click(Role::button, "3 étapes suivantes");
    EXPECT_EQ(entriesOf(visitor).size(), 9u);
    EXPECT_EQ(visitor.address(), "now=2017-10-15") << "what is unfolded is not in the address";
}

TEST(Agenda, OpensAMilestoneInPlaceAndUnfoldsForOneOfTheAddress) {
    Visitor visitor = onPhone();
    visitor.click(Role::button, "Auditions");
    EXPECT_TRUE(visitor.seesText("Le jury reçoit les personnes présélectionnées."));
    EXPECT_EQ(visitor.node(Role::button, "Auditions").expanded, Tristate::yes);
    visitor.click(Role::button, "Auditions");
    EXPECT_FALSE(visitor.seesText("Le jury reçoit les personnes présélectionnées."));
    EXPECT_TRUE(onPhone("now=2017-10-15&etape=restitution").seesText("Les équipes et leurs mentors présentent"));
    EXPECT_TRUE(onPhone("now=2017-10-15&etape=selection-des-defis").seesText("Un jury choisit dix défis"));
}

TEST(Agenda, OpensTheChallengesAsAList) {
    Visitor visitor = onPhone();
    visitor.click(Role::button, "13 défis, de janvier");
    const NodeId rows = visitor.find(Role::list, "13 défis");
    const auto isRow = [&](const semantics::Node& node) {
        const semantics::Node* item = visitor.tree().find(node.parent);
        return node.role == Role::link && item != nullptr && item->parent == rows;
    };
    const auto& nodes = visitor.tree().nodes;
    EXPECT_EQ(std::ranges::count_if(nodes, isRow), 13);
    for (const semantics::Node& node : nodes) {
        EXPECT_TRUE(!isRow(node) || node.rect.height >= 44);
    }
    visitor.click(Role::link, "Gobelins, Développement");
    EXPECT_NE(visitor.address().find("defi=gobelins"), std::string::npos);
}

TEST(Agenda, LeadsToTheFilterWhereTheChallengesAreTooMany) {
    Visitor visitor(support::makeSyntheticProgramme(400),
                    {.width = 390, .height = 844, .query = "now=2017-10-15", .hasCoarsePointer = true});
    visitor.click(Role::button, "400 défis, de janvier");
    EXPECT_EQ(visitor.address(), "vue=filtres&now=2017-10-15");
}

TEST(Agenda, HasAPictureThatSaysNothingTwice) {
    const Visitor visitor = onPhone();
    EXPECT_EQ(visitor.count(Role::button, "Auditions"), 1u);
    EXPECT_EQ(visitor.count(Role::listItem, "Aujourd’hui"), 0u); // it has words instead of a name
    EXPECT_TRUE(visitor.seesText("Aujourd’hui, 15\u00A0octobre"));
    const auto& nodes = visitor.tree().nodes;
    const auto plot = std::ranges::find_if(nodes, [](const semantics::Node& node) { return node.isDraggable; });
    ASSERT_NE(plot, nodes.end());
    EXPECT_TRUE(plot->isDecorative);
    for (const semantics::Node& node : nodes) {
        for (const semantics::Node* up = &node; up->id != semantics::kRootId; up = visitor.tree().find(up->parent)) {
            EXPECT_FALSE(up->id == plot->id && node.isInteractive && !node.isDecorative);
        }
    }
}

TEST(Agenda, ATapOnAMarkOfItsPictureOpensTheEntryInView) {
    Visitor visitor = onPhone();
    const auto isMark = [](const semantics::Node& node) { return node.isInteractive && node.isDecorative; };
    std::vector<NodeId> marks;
    for (const semantics::Node& node : visitor.tree().nodes) {
        if (isMark(node)) marks.push_back(node.id);
    }
    ASSERT_EQ(marks.size(), 4u) << "the call, the meeting, the auditions, and the ten months";
    for (const NodeId mark : marks) {
        visitor.clickNode(mark);
        const auto isOpen = [](const semantics::Node& node) {
            return node.role == Role::button && node.expanded == Tristate::yes && node.rect.width > 200;
        };
        const auto& nodes = visitor.tree().nodes;
        const auto entry = std::ranges::find_if(nodes, isOpen);
        ASSERT_NE(entry, nodes.end()) << visitor.address();
        const semantics::Rect rect =
            semantics::visibleRect(visitor.tree(), visitor.application().scrollOffsets(), 390, 844, entry->id);
        EXPECT_GE(rect.height, 44) << semantics::accessibleName(visitor.tree(), entry->id);
    }
}

TEST(Agenda, ItsPictureShowsTodayWholeAtItsEdges) {
    for (const std::string_view day : {"2017-08-20", "2018-06-01"}) {
        const Visitor visitor(
            support::readProjectFile("data/eig-2018.json"),
            {.width = 390, .height = 844, .query = "now=" + std::string(day), .hasCoarsePointer = true});
        const auto& nodes = visitor.tree().nodes;
        const auto plot = std::ranges::find_if(nodes, [](const semantics::Node& node) { return node.isDraggable; });
        const auto today = std::ranges::find_if(nodes, [](const semantics::Node& node) {
            return node.role == Role::text &&
                   (node.lines.front() == "20\u00A0août" || node.lines.front() == "1er\u00A0juin");
        });
        ASSERT_NE(today, nodes.end()) << day;
        constexpr float kPadding = 8; // of the pill
        EXPECT_GE(semantics::absoluteRect(visitor.tree(), today->id).x - kPadding,
                  semantics::absoluteRect(visitor.tree(), plot->id).x)
            << day;
    }
}

TEST(Agenda, ItsPictureBeginsWithTheCallAndShowsAllWhenAsked) {
    Visitor visitor = onPhone();
    const explorer::Facts facts = explorer::makeFacts(visitor.application().programme());
    const auto shown = [&] { return explorer::shownPeriod(facts, visitor.application().state()); };
    EXPECT_EQ(shown(), (explorer::Period{*programme::parseDay("2017-09-01"), *programme::parseDay("2018-01-31")}));
    EXPECT_EQ(visitor.address(), "now=2017-10-15");
    visitor.click(Role::button, "Tout\u00A0: ");
    EXPECT_EQ(shown(), facts.calendar);
    EXPECT_EQ(visitor.address(), "periode=tout&now=2017-10-15");
    visitor.reload();
    EXPECT_EQ(shown(), facts.calendar);
    visitor.resize(1280, 800);
    EXPECT_EQ(shown(), facts.calendar);
    Visitor wide(support::readProjectFile("data/eig-2018.json"), {.query = "now=2017-10-15"});
    EXPECT_EQ(explorer::shownPeriod(facts, wide.application().state()), facts.calendar);
    wide.resize(390, 844);
    EXPECT_EQ(explorer::shownPeriod(facts, wide.application().state()).first, *programme::parseDay("2017-09-01"));
}

TEST(Agenda, ItsPictureBeginsWithTodayOnceTheCallIsOver) {
    const programme::ReadResult read = programme::read(support::readProjectFile("data/eig-2018.json"));
    const programme::Programme& programme = read.programme.value();
    const explorer::Facts facts = explorer::makeFacts(programme);
    const auto homeAt = [&](std::string_view day) -> std::optional<explorer::Period> {
        const auto window = explorer::homeWindow(programme, facts, *programme::parseDay(day));
        if (!window) return std::nullopt;
        return explorer::roundToDays(facts, *window);
    };
    const auto period = [](std::string_view first, std::string_view last) {
        return explorer::Period{*programme::parseDay(first), *programme::parseDay(last)};
    };
    EXPECT_EQ(homeAt("2017-08-10"), period("2017-08-01", "2018-01-31"));
    EXPECT_EQ(homeAt("2017-12-10"), period("2017-12-01", "2018-01-31"));
    EXPECT_EQ(homeAt("2018-03-15"), period("2018-03-01", "2018-11-30"));
    EXPECT_EQ(homeAt("2026-01-01"), std::nullopt);
}

} // namespace
