// The debug overlay over a page without a window: what it takes, what it shows, what it logs.
#include "imgui.h"
#include "imgui_internal.h"
#include "overlay/overlay.h"
#include "platform/native/fonts.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

namespace {

using semantics::Role;

class OverlayTest : public testing::Test {
protected:
    void SetUp() override {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        std::string problem;
        ASSERT_TRUE(library_.addTo(*ImGui::GetIO().Fonts, "", fonts_, problem)) << problem;
        application_ = std::make_unique<platform::Application>(
            fonts_, [](std::string_view) { return *programme::parseCivilTime("2017-10-15"); });
        ASSERT_TRUE(application_->load(support::readProjectFile("data/eig-2018.json"), "", "fr").empty());
        overlay_ = std::make_unique<overlay::Overlay>([this](ImFontAtlas& atlas) {
            ui::FontSet fonts;
            std::string why;
            (void)overlayLibrary_.addTo(atlas, "", fonts, why);
            return fonts.byWeight[0];
        });
        frame();
    }
    void TearDown() override {
        overlay_.reset();
        application_.reset();
        ImGui::DestroyContext();
    }

    void frame() {
        viewport_.seconds += 1.0 / 60;
        const platform::FrameResult result = application_->frame(viewport_);
        overlay_->noteFrame(*application_, result.update, 7, 4000);
    }
    /// Paints the overlay until it is at rest. Returns the number of its vertices.
    int paint() {
        int vertices = 0;
        for (int round = 0; round < 20 && (round == 0 || overlay_->needsPaint()); ++round) {
            seconds_ += 1.0 / 60;
            vertices = overlay_->paint(*application_, seconds_).TotalVtxCount;
        }
        return vertices;
    }
    void open() {
        overlay_->setOpen(true);
        paint();
    }
    void click(float x, float y) {
        for (const bool isDown : {true, false}) {
            (void)overlay_->movePointer(x, y);
            paint();
            (void)overlay_->press(overlay::PointerButton::left, isDown);
            paint();
        }
    }
    void clickOn(const std::string& control) {
        const auto found = std::ranges::find(overlay_->controls(), control, &overlay::Control::name);
        ASSERT_NE(found, overlay_->controls().end()) << control;
        const overlay::Control place = *found;
        click(place.x, place.y);
    }
    /// Whether the picked node is that one or inside it.
    [[nodiscard]] bool hasPicked(semantics::NodeId node) const {
        const semantics::Node* picked = application_->tree().find(overlay_->picked());
        while (picked != nullptr && picked->id != node && picked->id != semantics::kRootId)
            picked = application_->tree().find(picked->parent);
        return picked != nullptr && picked->id == node;
    }
    const overlay::FrameRecord& last() { return overlay_->log().records().back(); }

    static constexpr float kInside = 100; // CSS px: a point of the window
    static constexpr float kOutside = 700;

    platform::FontLibrary library_, overlayLibrary_;
    ui::FontSet fonts_;
    std::unique_ptr<platform::Application> application_;
    std::unique_ptr<overlay::Overlay> overlay_;
    ui::Viewport viewport_{.width = 1280, .height = 800, .paintsFieldText = true};
    double seconds_ = 0;
};

TEST_F(OverlayTest, PaintsNothingButWhileItIsOpen) {
    EXPECT_FALSE(overlay_->isOpen());
    EXPECT_FALSE(overlay_->needsPaint());
    overlay_->setOpen(true);
    EXPECT_TRUE(overlay_->needsPaint());
    EXPECT_GT(paint(), 500);
    EXPECT_FALSE(overlay_->needsPaint()) << "it does not come to rest";
    overlay_->setOpen(false);
    EXPECT_EQ(paint(), 0);
}

TEST_F(OverlayTest, LeavesThePagesContextAsItIs) {
    ImGuiContext* page = ImGui::GetCurrentContext();
    open();
    EXPECT_EQ(ImGui::GetCurrentContext(), page);
    EXPECT_EQ(ImGui::GetIO().Fonts->Fonts.Size, static_cast<int>(ui::kFontWeights.size()));
}

TEST_F(OverlayTest, TakesThePointerOverItsWindowsAlone) {
    open();
    (void)overlay_->movePointer(kInside, kInside);
    paint();
    EXPECT_TRUE(overlay_->movePointer(kInside, kInside));
    EXPECT_TRUE(overlay_->turnWheel(0, 1));
    EXPECT_TRUE(overlay_->press(overlay::PointerButton::left, true));
    EXPECT_TRUE(overlay_->press(overlay::PointerButton::left, false));
    (void)overlay_->movePointer(kOutside, kOutside);
    paint();
    EXPECT_FALSE(overlay_->movePointer(kOutside, kOutside));
    EXPECT_FALSE(overlay_->turnWheel(0, 1));
    EXPECT_FALSE(overlay_->press(overlay::PointerButton::left, true));
    EXPECT_FALSE(overlay_->pressKey("Tab", true, false)) << "no text field has the focus";
    EXPECT_FALSE(overlay_->enterText("a"));
}

TEST_F(OverlayTest, LogsWhyEachFrameWasDrawn) {
    EXPECT_NE(last().reasons.find("programme"), std::string::npos) << last().reasons;
    EXPECT_EQ(last().number, 1U);
    EXPECT_EQ(last().drawCalls, 7U);

    viewport_.scrollTop = 100;
    frame();
    EXPECT_EQ(last().reasons, "scrolled");

    const semantics::NodeId skill = semantics::findAll(application_->tree(), Role::checkbox, "Python").front();
    ASSERT_TRUE(application_->activate(skill));
    frame();
    EXPECT_EQ(last().reasons, "state");
    EXPECT_GT(last().mirror.changed + last().mirror.removed, 0U);

    viewport_.seconds += ui::Motion::kSeconds;
    frame();
    EXPECT_EQ(last().reasons, "motion");

    viewport_.width = 900;
    viewport_.isDark = true;
    frame();
    EXPECT_EQ(last().reasons, "size, theme");

    application_->noteFrameReason("window exposed");
    frame();
    EXPECT_EQ(last().reasons, "window exposed");

    viewport_.seconds += 100 * 60 * 60;
    frame();
    EXPECT_NE(last().reasons.find("timer"), std::string::npos) << last().reasons;
    EXPECT_EQ(overlay_->log().count(), 7U);
}

TEST_F(OverlayTest, LogsTheTimeOfTheRooms) {
    const auto time = [this](platform::Room room) { return last().times.milliseconds[static_cast<std::size_t>(room)]; };
    EXPECT_GT(time(platform::Room::programme), 0) << "the file was read before the first frame";
    EXPECT_GT(time(platform::Room::search), 0);
    EXPECT_GT(time(platform::Room::explorer), 0);
    EXPECT_GT(time(platform::Room::ui), 0);
    EXPECT_GT(time(platform::Room::semantics), 0);
    viewport_.scrollTop = 10;
    frame();
    EXPECT_EQ(time(platform::Room::programme), 0);
    EXPECT_EQ(time(platform::Room::explorer), 0) << "scrolling computes no results";
    EXPECT_GT(time(platform::Room::ui), 0);
}

TEST_F(OverlayTest, LogsNoMoreThanItHasRoomFor) {
    for (std::size_t count = 0; count < overlay::FrameLog::kMostRecords; ++count) frame();
    EXPECT_EQ(overlay_->log().records().size(), overlay::FrameLog::kMostRecords);
    EXPECT_EQ(overlay_->log().records().front().number, 2U);
}

TEST_F(OverlayTest, ShowsEveryPart) {
    open();
    const int frames = paint();
    clickOn("Tree");
    const int tree = paint();
    clickOn("State");
    const int state = paint();
    clickOn("Glyphs");
    const int glyphs = paint();
    EXPECT_NE(frames, tree);
    EXPECT_NE(tree, state);
    EXPECT_NE(state, glyphs);
}

TEST_F(OverlayTest, OutlinesAndPicksNodes) {
    open();
    clickOn("Tree");
    const int plain = paint();
    clickOn("outlines");
    EXPECT_GT(paint(), plain + 500) << "a frame around each node";
    clickOn("outlines");

    clickOn("pick");
    const semantics::NodeId button = semantics::findAll(application_->tree(), Role::checkbox, "Python").front();
    const semantics::Rect rect = semantics::visibleRect(application_->tree(), application_->scrollOffsets(),
                                                        viewport_.width, viewport_.height, button);
    ASSERT_GT(rect.y, 440) << "under the window";
    EXPECT_TRUE(overlay_->movePointer(rect.x + 4, rect.y + 4)) << "the page is not pointed at while a node is picked";
    paint();
    EXPECT_TRUE(hasPicked(button));
    EXPECT_TRUE(overlay_->press(overlay::PointerButton::left, true)) << "the click is not the page's";
    (void)overlay_->press(overlay::PointerButton::left, false);
    paint();
    EXPECT_TRUE(hasPicked(button));
    EXPECT_FALSE(overlay_->movePointer(kOutside, kOutside)) << "after the click the page is pointed at again";
}

TEST_F(OverlayTest, AsksForTheVisitAndForAnotherClock) {
    open();
    EXPECT_FALSE(overlay_->takeRequests().wantsVisit);
    clickOn("State");
    clickOn("Copy this visit");
    EXPECT_TRUE(overlay_->takeRequests().wantsVisit);
    EXPECT_FALSE(overlay_->takeRequests().wantsVisit);

    clickOn("now");
    EXPECT_TRUE(overlay_->enterText("2017-10-27"));
    paint();
    EXPECT_TRUE(overlay_->pressKey("Enter", true, false));
    (void)overlay_->pressKey("Enter", false, false);
    paint();
    clickOn("Set the clock");
    EXPECT_EQ(overlay_->takeRequests().queryToLoad, "now=2017-10-27");
}

} // namespace
