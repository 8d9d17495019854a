// What moves on the screen, and what it costs. The tree has the final state at once (support::Visitor checks the audit
// of every frame).
#include "imgui.h"
#include "support/files.h"
#include "support/headless.h"
#include "support/synthetic_programme.h"
#include "support/visitor.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using support::Role;
using support::Visitor;

support::VisitorOptions optionsOf(const std::string& query, bool hasMotion, float width = 1280) {
    return {.width = width, .query = "now=2017-10-15" + query, .hasMotion = hasMotion};
}

const std::string& realProgramme() {
    static const std::string kJson = support::readProjectFile("data/eig-2018.json");
    return kJson;
}

constexpr float kAtCards = 500; // scrolled by so much, cards fill the view

constexpr double kRefresh = 1.0 / 60;

/// Draws frames until nothing moves and returns how many there were.
int drawToTheEnd(Visitor& visitor) {
    int frames = 0;
    for (; visitor.lastFrame().isMoving && frames < 100; ++frames) visitor.wait(kRefresh);
    return frames;
}

/// Commands of the last frame that the renderer draws: Renderer::Counters::drawCalls.
int countDrawCalls(Visitor& visitor) {
    int count = 0;
    for (const ImDrawList* list : visitor.application().drawData().CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            if (clip.x >= clip.z || clip.y >= clip.w) continue;
            count += command.ElemCount > 0 || render::shapeRunOf(command) || render::timeTransformOf(command);
        }
    }
    return count;
}

TEST(MotionOnScreen, IsNotInTheFirstFrame) {
    Visitor visitor(realProgramme(), optionsOf("", true));
    EXPECT_FALSE(visitor.lastFrame().isMoving);
}

TEST(MotionOnScreen, OfCardsEndsWithinAQuarterOfASecond) {
    Visitor visitor(realProgramme(), optionsOf("", true));
    visitor.scrollTo(kAtCards);
    visitor.click(Role::checkbox, "Python");
    EXPECT_TRUE(visitor.lastFrame().isMoving);
    EXPECT_TRUE(visitor.sees(Role::heading, "7 défis")) << "the tree does not wait";
    const int frames = drawToTheEnd(visitor);
    EXPECT_GT(frames, 5);
    EXPECT_LE(frames * kRefresh, 0.25);
}

TEST(MotionOnScreen, IsNoneWithReducedMotion) {
    Visitor visitor(realProgramme(), optionsOf("", false));
    visitor.scrollTo(kAtCards);
    visitor.click(Role::checkbox, "Python");
    EXPECT_FALSE(visitor.lastFrame().isMoving);
}

TEST(MotionOnScreen, LeavesTheSameTree) {
    Visitor moving(realProgramme(), optionsOf("", true));
    Visitor still(realProgramme(), optionsOf("", false));
    for (Visitor* visitor : {&moving, &still}) {
        visitor->scrollTo(kAtCards);
        visitor->click(Role::checkbox, "Python");
    }
    EXPECT_EQ(moving.snapshot(), still.snapshot());
}

TEST(MotionOnScreen, EndsWithThePictureThatReducedMotionShowsAtOnce) {
    Visitor moving(realProgramme(), optionsOf("", true));
    Visitor still(realProgramme(), optionsOf("", false));
    for (Visitor* visitor : {&moving, &still}) {
        visitor->scrollTo(kAtCards);
        visitor->click(Role::checkbox, "Python");
    }
    const auto countVertices = [](Visitor& visitor) { return visitor.application().drawData().TotalVtxCount; };
    EXPECT_GT(countVertices(moving), countVertices(still)) << "cards that fade out";
    drawToTheEnd(moving);
    still.wait(0.2);
    EXPECT_EQ(moving.application().shapes().shapes, still.application().shapes().shapes);
    EXPECT_EQ(countVertices(moving), countVertices(still));
}

TEST(MotionOnScreen, IsInterruptedByTheNextChoice) {
    Visitor visitor(realProgramme(), optionsOf("", true));
    visitor.scrollTo(kAtCards);
    visitor.click(Role::checkbox, "Python");
    visitor.wait(3 * kRefresh);
    visitor.click(Role::checkbox, "Python");
    EXPECT_TRUE(visitor.lastFrame().isMoving);
    EXPECT_TRUE(visitor.sees(Role::heading, "13 défis"));
    const int frames = drawToTheEnd(visitor);
    EXPECT_LE(frames * kRefresh, 0.25);
}

TEST(MotionOnScreen, DoesNotComeFromScrolling) {
    Visitor visitor(realProgramme(), optionsOf("", true));
    visitor.scrollTo(700);
    EXPECT_FALSE(visitor.lastFrame().isMoving);
}

TEST(MotionOnScreen, IsThatOfAStarToo) {
    Visitor visitor(realProgramme(), optionsOf("", true));
    visitor.click(Role::button, "Garder Gobelins dans ma sélection");
    EXPECT_TRUE(visitor.lastFrame().isMoving);
    EXPECT_LE(drawToTheEnd(visitor) * kRefresh, 0.25);
}

TEST(MotionOnScreen, IsThatOfWhatOpensToo) {
    Visitor visitor(realProgramme(), optionsOf("", true));
    visitor.click(Role::button, "Auditions");
    EXPECT_TRUE(visitor.lastFrame().isMoving);
    EXPECT_LE(drawToTheEnd(visitor) * kRefresh, 0.25);
    visitor.click(Role::link, "Gobelins", true);
    EXPECT_TRUE(visitor.lastFrame().isMoving);
    EXPECT_LE(drawToTheEnd(visitor) * kRefresh, 0.25);
}

TEST(MotionOnScreen, IsThatOfATooltipToo) {
    Visitor visitor(realProgramme(), optionsOf("", true));
    for (int presses = 0; presses < 60 && visitor.count(Role::tooltip) == 0; ++presses) visitor.press("Tab");
    ASSERT_EQ(visitor.count(Role::tooltip), 1U);
    EXPECT_TRUE(visitor.lastFrame().isMoving);
    EXPECT_LE(drawToTheEnd(visitor) * kRefresh, 0.25);
    EXPECT_EQ(visitor.count(Role::tooltip), 1U);
}

/// Without a visitor, whose audit of each frame goes through all cards.
class ManyLines : public testing::Test {
protected:
    static constexpr std::size_t kLines = 10'000;

    ManyLines()
        : application_(headless_.fonts(), [](std::string_view) {
              return programme::CivilTime{*programme::parseDay("2017-10-15"), 12 * 60};
          }) {
        EXPECT_TRUE(application_.load(support::makeSyntheticProgramme(kLines), "", "fr").empty());
        draw();
    }
    void draw() {
        viewport_.seconds += kRefresh;
        (void)application_.frame(viewport_);
        support::Headless::acceptTextures();
    }
    std::uint32_t version() { return application_.shapes().retained.version(); }

    support::Headless headless_;
    platform::Application application_;
    ui::Viewport viewport_{.width = 1280, .height = 800};
};

TEST_F(ManyLines, StayInTheGraphicsCardWhileOnePansZoomsAndScrolls) {
    const std::uint32_t version = this->version();
    ASSERT_GT(application_.shapes().retained.all().size(), 100U);
    const double middle = 17'600;
    for (int step = 0; step < 20; ++step) {
        if (step < 10)
            application_.dispatch(explorer::ZoomTimeline{0.8, middle});
        else
            application_.dispatch(explorer::PanTimeline{2.5});
        draw();
        EXPECT_EQ(this->version(), version) << "step " << step;
    }
    viewport_.scrollTop = 300;
    draw();
    EXPECT_EQ(this->version(), version) << "scrolled";
    application_.activate(semantics::findAll(application_.tree(), Role::checkbox, "Python").front());
    draw();
    EXPECT_NE(this->version(), version) << "other lines are faint";
}

TEST(DrawCalls, AreAtMostTwelve) {
    for (const float width : {390.0F, 768.0F, 1280.0F, 1920.0F}) {
        for (const char* query : {"", "&defi=gobelins", "&comp=python", "&vue=selection&sel=gobelins,hopkins"}) {
            Visitor visitor(realProgramme(), optionsOf(query, false, width));
            for (const float top : {0.0F, 500.0F, 1200.0F}) {
                visitor.scrollTo(top);
                EXPECT_LE(countDrawCalls(visitor), 12) << width << " px, " << query << ", scrolled by " << top;
            }
        }
    }
}

} // namespace
