// The timeline as a visitor meets it: labels of milestones at every width, crowds, what stays where it is while one
// pans.
#include "support/files.h"
#include "support/visitor.h"
#include "ui/theme.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace {

using nlohmann::json;
using semantics::Node;
using semantics::NodeId;
using semantics::Rect;
using semantics::Role;
using semantics::Tristate;
using support::Visitor;

/// The programme with twelve more events, a day apart, from 2017-12-01 on.
std::string crowdedProgramme() {
    json file = json::parse(support::readProjectFile("data/eig-2018.json"), nullptr, false);
    for (int day = 1; day <= 12; ++day) {
        const std::string number = (day < 10 ? "0" : "") + std::to_string(day);
        file["milestones"].push_back({{"id", "atelier-" + number},
                                      {"title", "Atelier " + std::to_string(day)},
                                      {"kind", "event"},
                                      {"start", "2017-12-" + number}});
    }
    return file.dump();
}

/// The name of the button of a milestone, and where its label stands; nothing where it has none.
std::optional<Rect> labelOf(const Visitor& visitor, std::string_view title) {
    for (const NodeId button : semantics::findAll(visitor.tree(), Role::button, title)) {
        for (const Node& node : visitor.tree().nodes) {
            if (node.parent == button && node.role == Role::text)
                return semantics::absoluteRect(visitor.tree(), node.id);
        }
    }
    return std::nullopt;
}

NodeId plotOf(const Visitor& visitor) {
    return std::ranges::find_if(visitor.tree().nodes, &Node::isDraggable)->id;
}

TEST(Timeline, EveryMilestoneHasItsNameAtEachWidthOfAScreen) {
    const std::string programme = support::readProjectFile("data/eig-2018.json");
    for (const std::string language : {"fr", "en"}) {
        for (const float width : {768.0F, 1024.0F, 1280.0F, 1920.0F}) {
            Visitor visitor(programme, {.width = width, .query = "now=2017-10-15&lang=" + language});
            const auto& content = visitor.application().programme();
            for (const programme::Milestone& milestone : content.milestones) {
                const std::string_view title = content.in(milestone.title, visitor.application().state().language);
                EXPECT_TRUE(labelOf(visitor, title)) << title << " " << width;
            }
        }
    }
}

TEST(Timeline, LabelsDoNotCoverEachOtherAndMarksStayFree) {
    const std::string programme = support::readProjectFile("data/eig-2018.json");
    for (const float width : {700.0F, 768.0F, 1280.0F, 1920.0F}) {
        const Visitor visitor(programme, {.width = width, .query = "now=2017-10-15"});
        std::vector<Rect> buttons;
        for (const Node& node : visitor.tree().nodes) {
            const Node* plot = visitor.tree().find(node.composite);
            if (node.role == Role::button && plot != nullptr && plot->isDraggable)
                buttons.push_back(semantics::absoluteRect(visitor.tree(), node.id));
        }
        ASSERT_EQ(buttons.size(), 8u);
        for (std::size_t one = 0; one < buttons.size(); ++one) {
            for (std::size_t other = one + 1; other < buttons.size(); ++other) {
                EXPECT_TRUE(buttons[one].y != buttons[other].y ||
                            buttons[one].x + buttons[one].width <= buttons[other].x ||
                            buttons[other].x + buttons[other].width <= buttons[one].x)
                    << width << ": " << one << " and " << other;
            }
        }
    }
}

// A label keeps its place beside its mark, and its row, wherever the window is.
TEST(Timeline, PanningMovesEverythingTogether) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.query = "now=2017-10-15&periode=2017-10-01..2017-12-31"});
    const auto distance = [&]() -> std::optional<float> {
        const auto label = labelOf(visitor, "Auditions");
        const auto other = labelOf(visitor, "Réunion d’information");
        if (!label || !other) return std::nullopt;
        return label->x - other->x;
    };
    const std::optional<float> before = distance();
    ASSERT_TRUE(before);
    const float y = labelOf(visitor, "Auditions")->y;
    for (int step = 0; step < 5; ++step) {
        visitor.application().drag(plotOf(visitor), 16.3F, 1, 600);
        visitor.settle();
        ASSERT_TRUE(distance());
        EXPECT_NEAR(*distance(), *before, 1);
        EXPECT_EQ(labelOf(visitor, "Auditions")->y, y);
    }
}

TEST(Timeline, ACrowdIsOneMarkThatOpensIntoAList) {
    Visitor visitor(crowdedProgramme(), {.query = "now=2017-10-15"});
    const std::string name = "12 rendez-vous, du 1er\u00A0au 12\u00A0décembre 2017";
    EXPECT_EQ(visitor.count(Role::button, "Atelier"), 0u);
    EXPECT_EQ(visitor.node(Role::button, name).expanded, Tristate::no);
    visitor.click(Role::button, name);
    EXPECT_EQ(visitor.node(Role::button, name).expanded, Tristate::yes);
    EXPECT_TRUE(visitor.sees(Role::region, name));
    EXPECT_EQ(visitor.count(Role::button, "Atelier"), 12u);
    EXPECT_NE(visitor.address().find("etapes=atelier-01..atelier-12"), std::string::npos) << visitor.address();
    visitor.click(Role::button, "Atelier 4", false);
    EXPECT_TRUE(visitor.sees(Role::region, "Atelier 4"));
    EXPECT_EQ(visitor.count(Role::button, "Atelier"), 12u);
    EXPECT_EQ(visitor.count(Role::button, "Fermer l’étape"), 1u);
    EXPECT_EQ(visitor.count(Role::button, "Fermer la liste des étapes"), 1u);
    visitor.press("Escape");
    EXPECT_FALSE(visitor.sees(Role::region, "Atelier 4"));
    visitor.press("Escape");
    EXPECT_EQ(visitor.count(Role::button, "Atelier"), 0u);
    EXPECT_EQ(visitor.address().find("etapes="), std::string::npos) << visitor.address();
    const Visitor linked(crowdedProgramme(), {.query = "now=2017-10-15&etapes=atelier-01..atelier-12"});
    EXPECT_EQ(linked.count(Role::button, "Atelier"), 12u);
}

TEST(Timeline, ACrowdOpensByKeyboardToo) {
    Visitor visitor(crowdedProgramme(), {.query = "now=2017-10-15"});
    visitor.tabTo(Role::button, "Sélection des défis");
    while (semantics::accessibleName(visitor.tree(), *visitor.tree().find(visitor.focused())).find("12 rendez-vous") !=
           0)
        visitor.press("ArrowRight");
    visitor.press("Enter");
    EXPECT_EQ(visitor.count(Role::button, "Atelier"), 12u);
}

TEST(Timeline, ACrowdComesApartWhenOneZoomsIn) {
    const Visitor visitor(crowdedProgramme(), {.query = "now=2017-10-15&periode=2017-12-01..2017-12-14"});
    EXPECT_EQ(visitor.count(Role::button, "12 rendez-vous"), 0u);
    EXPECT_EQ(visitor.count(Role::button, "Atelier"), 12u);
}

TEST(Timeline, ATooltipNamesItsMilestone) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "now=2017-10-15"});
    visitor.tabTo(Role::button, "Sélection des défis");
    const std::string& tip = visitor.node(Role::button, "Sélection des défis").description;
    EXPECT_TRUE(tip.starts_with("Sélection des défis · ")) << tip;
}

/// The shapes of a milestone's mark: those whose middle is in its row and that are as high as a bar, from left to
/// right.
std::vector<render::Shape> barOf(Visitor& visitor, std::string_view title) {
    const Rect row = semantics::absoluteRect(visitor.tree(), visitor.find(Role::button, title));
    const float middle = row.y + row.height / 2 - visitor.scrollTop();
    std::vector<render::Shape> shapes;
    for (const render::Shape& shape : visitor.application().shapes().shapes) {
        if (shape.height == 22 && std::abs(shape.y + shape.height / 2 - middle) < 2) shapes.push_back(shape);
    }
    std::ranges::stable_sort(shapes, {}, &render::Shape::x);
    return shapes;
}

TEST(Timeline, AnEndThatIsKnownByItsMonthAloneFades) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "now=2017-10-15"});
    const ui::Theme& theme = ui::lightTheme();
    const std::vector<render::Shape> cohort = barOf(visitor, "Dix mois dans l’administration");
    ASSERT_GT(cohort.size(), 10u);
    EXPECT_GT(ui::contrast(cohort.front().colour, theme.surface), 3);
    EXPECT_LT(ui::contrast(cohort.back().colour, theme.surface), 1.5F);
    for (std::size_t index = 3; index < cohort.size(); ++index) {
        EXPECT_LE(ui::contrast(cohort[index].colour, theme.surface),
                  ui::contrast(cohort[index - 1].colour, theme.surface));
    }
    const std::vector<render::Shape> call = barOf(visitor, "Appel à candidatures");
    EXPECT_EQ(call.size(), 1u); // of whole days
}

TEST(Timeline, ABarThatGoesOnBeyondTheWindowLooksTornThere) {
    Visitor visitor(support::readProjectFile("data/eig-2018.json"),
                    {.query = "now=2017-10-15&periode=2018-03-01..2018-06-30"});
    const Rect plot = semantics::absoluteRect(visitor.tree(), plotOf(visitor));
    const std::vector<render::Shape> bar = barOf(visitor, "Dix mois dans l’administration");
    ASSERT_EQ(bar.size(), 1u);
    EXPECT_LT(bar.front().x, plot.x);
    EXPECT_GT(bar.front().x + bar.front().width, plot.x + plot.width);
    for (const float edge : {plot.x, plot.x + plot.width}) {
        const auto isTooth = [&](const render::Shape& shape) {
            return shape.kind == render::ShapeKind::diamond && std::abs(shape.x + shape.width / 2 - edge) < 1;
        };
        EXPECT_EQ(std::ranges::count_if(visitor.application().shapes().shapes, isTooth), 3) << edge;
    }
}

// The visitor checks in each frame that what is painted is described where it stands in the end.
TEST(Timeline, AZoomThatIsUnderWayIsDescribedAsItEnds) {
    Visitor moving(crowdedProgramme(), {.query = "now=2017-10-15", .hasMotion = true});
    Visitor still(crowdedProgramme(), {.query = "now=2017-10-15"});
    for (int press = 0; press < 6; ++press) {
        for (Visitor* visitor : {&moving, &still}) visitor->click(Role::button, "Zoom avant");
        for (int frame = 0; frame < 5; ++frame) moving.wait(1.0 / 60);
    }
    EXPECT_EQ(moving.count(Role::button, "Atelier"), still.count(Role::button, "Atelier"));
    for (int frame = 0; frame < 30; ++frame) moving.wait(1.0 / 60);
    EXPECT_FALSE(moving.lastFrame().isMoving);
    EXPECT_EQ(moving.count(Role::button, "Atelier"), still.count(Role::button, "Atelier"));
}

} // namespace
