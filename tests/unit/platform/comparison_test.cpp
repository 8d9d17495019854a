// The comparison: kept challenges side by side, skill by skill.
#include "support/files.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using semantics::Node;
using semantics::NodeId;
using support::Role;
using support::Visitor;
using support::VisitorOptions;

Visitor compare(std::string_view challenges, VisitorOptions options = {}) {
    options.query = "vue=comparer&choix=" + std::string(challenges) + "&now=2017-10-15&" + options.query;
    return Visitor(support::readProjectFile("data/eig-2018.json"), std::move(options));
}

semantics::Rect placeOf(const Visitor& visitor, NodeId node) {
    return semantics::absoluteRect(visitor.tree(), node);
}

/// The heads of the table's rows in their order.
std::vector<std::string> rowHeads(const Visitor& visitor) {
    std::vector<std::string> heads;
    for (const NodeId id : semantics::findAll(visitor.tree(), Role::rowHeader, ""))
        heads.push_back(semantics::accessibleName(visitor.tree(), id));
    return heads;
}

/// What the cells of the row with that head say.
std::vector<std::string> cellsOf(const Visitor& visitor, std::string_view head) {
    std::vector<std::string> cells;
    const Node* found = visitor.tree().find(visitor.find(Role::rowHeader, head, true));
    if (found == nullptr) return cells;
    for (const NodeId id : visitor.tree().childrenOf(found->parent))
        if (id != found->id) cells.push_back(semantics::accessibleName(visitor.tree(), id));
    return cells;
}

using Cells = std::vector<std::string>;

TEST(Comparison, HasARowForEachSkillThatAnyOfThemAsksFor) {
    const Visitor visitor = compare("predisauvetage,gobelins,lab-sante");
    EXPECT_EQ(cellsOf(visitor, "Design de services"), (Cells{"demandée", "demandée", "demandée"}));
    EXPECT_EQ(cellsOf(visitor, "Web des données"), (Cells{"non demandée", "demandée", "non demandée"}));
    EXPECT_EQ(cellsOf(visitor, "Données de santé"), (Cells{"non demandée", "non demandée", "Un plus"}));
    EXPECT_EQ(visitor.count(Role::rowHeader, "DevOps"), 0u);
    EXPECT_EQ(visitor.count(Role::rowHeader, "Python"), 1u);
}

TEST(Comparison, TheSkillsThatMostAskForStandFirst) {
    const Visitor visitor = compare("predisauvetage,gobelins,lab-sante");
    const std::vector<std::string> heads = rowHeads(visitor);
    const auto first = std::ranges::find(heads, "Compétences demandées");
    ASSERT_NE(first, heads.end());
    std::vector<std::size_t> counts;
    for (auto head = first + 1; head != heads.end(); ++head) {
        const Cells cells = cellsOf(visitor, *head);
        counts.push_back(cells.size() - static_cast<std::size_t>(std::ranges::count(cells, "non demandée")));
    }
    EXPECT_EQ(counts.front(), 3u);
    EXPECT_EQ(counts.back(), 1u);
    EXPECT_TRUE(std::ranges::is_sorted(counts, std::greater()));
    const Cells sums = cellsOf(visitor, "Compétences demandées");
    std::size_t sum = 0;
    for (const std::string& cell : sums) sum += static_cast<std::size_t>(std::stoi(cell));
    std::size_t marks = 0;
    for (const std::size_t count : counts) marks += count;
    EXPECT_EQ(sum, marks);
}

TEST(Comparison, TheVisitorsOwnSkillsStandBeforeTheOthers) {
    const Visitor visitor =
        compare("predisauvetage,gobelins,lab-sante", {.query = "competences=web-des-donnees,python,devops"});
    const std::vector<std::string> heads = rowHeads(visitor);
    const auto own = std::ranges::find(heads, "Vos compétences");
    ASSERT_LT(own - heads.begin() + 3, std::ssize(heads));
    EXPECT_EQ(own[1], "Python");
    EXPECT_EQ(own[2], "Web des données");
    EXPECT_EQ(own[3], "Autres compétences demandées"); // none of them asks for DevOps
    EXPECT_EQ(cellsOf(visitor, "Vos compétences"), (Cells{"1", "2", "1"}));
}

TEST(Comparison, WhatIsTheSameIsSaidInTheRowsNumber) {
    const Visitor visitor = compare("gobelins,lab-sante");
    EXPECT_EQ(rowHeads(visitor).front(), "Organisme");
    EXPECT_EQ(visitor.count(Role::rowHeader, "Dates identiques"), 1u);
    EXPECT_EQ(visitor.count(Role::rowHeader, "Lieu identique"), 1u);
    EXPECT_EQ(visitor.count(Role::rowHeader, "Compétences demandées identiques"), 0u);
}

TEST(Comparison, OnlyWhatDiffersLeavesOutTheSkillsThatAllAskFor) {
    Visitor visitor = compare("predisauvetage,lab-sante");
    EXPECT_EQ(visitor.count(Role::rowHeader, "Python"), 1u);
    visitor.click(Role::checkbox, "Seulement ce qui diffère");
    EXPECT_EQ(visitor.count(Role::rowHeader, "Python"), 0u);
    EXPECT_EQ(visitor.count(Role::rowHeader, "Données de santé"), 1u);
}

TEST(Comparison, AColumnsHeadLeadsToTheChallengeAndTakesItOut) {
    Visitor visitor = compare("predisauvetage,gobelins,lab-sante");
    visitor.click(Role::button, "Retirer Gobelins de ma sélection");
    EXPECT_EQ(visitor.count(Role::columnHeader), 2u);
    EXPECT_NE(visitor.address().find("choix=predisauvetage,lab-sante"), std::string::npos);
    visitor.goBack();
    EXPECT_EQ(visitor.count(Role::columnHeader), 3u);
    visitor.click(Role::link, "Gobelins", true);
    EXPECT_NE(visitor.address().find("defi=gobelins"), std::string::npos);
    Visitor two = compare("predisauvetage,gobelins");
    two.click(Role::button, "Retirer Gobelins de ma sélection");
    EXPECT_TRUE(two.seesText("Gardez au moins deux défis"));
    EXPECT_NE(two.focused(), semantics::kNoNode);
}

TEST(Comparison, TheHeadsStayInViewWithTheWayToTheForm) {
    Visitor visitor = compare("predisauvetage,gobelins,lab-sante");
    EXPECT_EQ(visitor.count(Role::link, "Candidater"), 1u);
    const Node head = visitor.node(Role::columnHeader, "Gobelins");
    visitor.scrollTo(300);
    const auto shown = semantics::visibleRect(visitor.tree(), {{semantics::kRootId, 0, 300}}, 1280, 800, head.id);
    EXPECT_EQ(shown.y, 0);
    EXPECT_EQ(semantics::hitTest(visitor.tree(), {{semantics::kRootId, 0, 300}}, 1280, 800, shown.x + 10,
                                 shown.y + shown.height - 8),
              visitor.find(Role::link, "Gobelins", true));
    const NodeId table = visitor.find(Role::table, "Comparer");
    EXPECT_EQ(visitor.tree().childrenOf(table).front(), head.parent); // read first
    const Visitor phone = compare("predisauvetage,gobelins", {.width = 390, .hasCoarsePointer = true});
    EXPECT_EQ(phone.count(Role::link, "Candidater"), 1u); // in the bar at the foot
}

TEST(Comparison, ColumnsStandBesideEachOtherWhereTheyHaveRoom) {
    struct Case {
        float width;
        std::string challenges;
        std::size_t columns;
        bool areBeside;
    };
    for (const Case& one :
         {Case{390, "predisauvetage,gobelins", 2, true}, Case{640, "gobelins,hopkins,lab-sante", 3, true},
          Case{390, "gobelins,hopkins,lab-sante", 3, false}, Case{320, "gobelins,hopkins", 2, false},
          Case{1280, "gobelins,hopkins,lab-sante,eig-link", 4, true}}) {
        SCOPED_TRACE(one.challenges + ' ' + std::to_string(one.width));
        const Visitor visitor =
            compare(one.challenges, {.width = one.width, .height = 844, .hasCoarsePointer = one.width < 700});
        const std::vector<NodeId> heads = semantics::findAll(visitor.tree(), Role::columnHeader, "");
        ASSERT_EQ(heads.size(), one.columns);
        EXPECT_EQ(placeOf(visitor, heads[1]).y == placeOf(visitor, heads[0]).y, one.areBeside);
        const NodeId python = visitor.find(Role::rowHeader, "Python", true);
        const std::vector<NodeId> cells = visitor.tree().childrenOf(visitor.tree().find(python)->parent);
        for (std::size_t column = 0; column < one.columns; ++column) {
            const semantics::Rect cell = placeOf(visitor, cells[column + 1]);
            EXPECT_LE(cell.x + cell.width, one.width);
            if (one.areBeside) {
                EXPECT_EQ(cell.x, placeOf(visitor, heads[column]).x);
                EXPECT_EQ(cell.y, placeOf(visitor, cells[1]).y);
            }
        }
    }
    const Visitor stacked = compare("gobelins,hopkins,lab-sante", {.width = 390, .hasCoarsePointer = true});
    EXPECT_EQ(cellsOf(stacked, "Web des données"),
              (Cells{"demandée Gobelins", "non demandée Hopkins", "non demandée Lab Santé"}));
    EXPECT_EQ(cellsOf(stacked, "Données de santé").back(), "Lab Santé (un plus)");
}

TEST(Comparison, SaysWhichProgrammeItIsOf) {
    for (const std::string_view view : {"choix", "comparer"}) {
        const Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                              {.query = "choix=gobelins,hopkins&vue=" + std::string(view)});
        EXPECT_TRUE(visitor.seesText("Entrepreneurs d’intérêt général, promotion 2"));
    }
}

} // namespace
