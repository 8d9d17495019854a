// platform::Page with the bundled programme, driven by input events without a window.
#include "explorer/window.h"
#include "platform/native/page.h"
#include "support/files.h"
#include "support/headless.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using platform::Modifiers;
using platform::Page;
using platform::PointerShape;
using semantics::kNoNode;
using semantics::NodeId;
using semantics::Rect;
using semantics::Role;

constexpr Modifiers kNone;
constexpr Modifiers kShift{.shift = true};
constexpr Modifiers kControl{.control = true};
constexpr Modifiers kAlt{.alt = true};

class PageTest : public testing::Test {
protected:
    void SetUp() override { open("now=2017-10-15"); }

    void open(const std::string& query, float width = 1280, float height = 800) {
        ASSERT_TRUE(application_.load(support::readProjectFile("data/eig-2018.json"), query, "fr").empty());
        platform::Desktop desktop{
            .openUrl = [this](const std::string& url) { openedUrls_.push_back(url); },
            .openDownload = [this](const std::string& name,
                                   const std::string& content) { downloads_.emplace_back(name, content); },
            .copyText = [this](const std::string& text) { clipboard_ = text; },
            .pasteText = [this] { return clipboard_; },
            .setTitle = [this](const std::string& title) { title_ = title; },
            .showAddress = [this](std::string_view address) { addresses_.emplace_back(address); },
        };
        page_.emplace(application_, desktop, query);
        viewport_.width = width;
        viewport_.height = height;
        viewport_.paintsFieldText = true;
        page_->resize(viewport_);
        settle();
    }

    /// Draws frames until none is needed.
    void settle() {
        for (int frame = 0; page_->frame(seconds_) && frame < 100; ++frame) seconds_ += 0.1;
    }

    NodeId find(Role role, std::string_view name) const {
        // A checkbox's name ends with its count.
        NodeId node = semantics::findOnly(application_.tree(), role, name, role != Role::checkbox);
        EXPECT_NE(node, kNoNode) << name;
        return node;
    }
    Rect placeOf(NodeId node) const {
        return semantics::visibleRect(application_.tree(), application_.scrollOffsets(), viewport_.width,
                                      viewport_.height, node);
    }
    std::pair<float, float> middleOf(NodeId node) const {
        Rect place = placeOf(node);
        return {place.x + place.width / 2, place.y + place.height / 2};
    }
    void click(NodeId node) {
        auto [x, y] = middleOf(node);
        page_->press(x, y);
        page_->release(x, y);
        settle();
    }
    void press(std::string_view key, Modifiers modifiers = kNone) {
        page_->pressKey(key, modifiers);
        settle();
    }
    /// With the focus at the beginning of the page.
    void tabTo(NodeId node) {
        std::vector<NodeId> order = semantics::focusOrder(application_.tree());
        auto place = std::find(order.begin(), order.end(), node);
        ASSERT_NE(place, order.end());
        for (auto walked = order.begin(); walked <= place; ++walked) press("Tab");
    }
    void type(std::string_view text) {
        page_->enterText(text);
        settle();
    }
    void focusSearchField() { click(find(Role::searchField, "Rechercher un défi")); }
    std::string query() const { return application_.state().query; }
    float scrollTop() const {
        for (const semantics::ScrollOffset& offset : application_.scrollOffsets()) {
            if (offset.region == semantics::kRootId) return offset.y;
        }
        return -1;
    }
    bool hasHeading(std::string_view name) const {
        return !semantics::findAll(application_.tree(), Role::heading, name, true).empty();
    }
    /// The node that Tab and the arrows start from.
    NodeId draggable() const {
        for (const semantics::Node& node : application_.tree().nodes) {
            if (node.isDraggable) return node.id;
        }
        return kNoNode;
    }

    support::Headless headless_;
    platform::Application application_{headless_.fonts(), [](std::string_view) { return programme::CivilTime{}; }};
    std::optional<Page> page_;
    ui::Viewport viewport_;
    double seconds_ = 0;
    std::vector<std::string> openedUrls_;
    std::vector<std::pair<std::string, std::string>> downloads_;
    std::string clipboard_;
    std::string title_;
    std::vector<std::string> addresses_;
};

TEST_F(PageTest, AClickActivatesWhatIsUnderThePointer) {
    click(find(Role::checkbox, "Data science"));
    EXPECT_TRUE(hasHeading("8 défis"));
    EXPECT_EQ(page_->queryString(), "competences=data-science&now=2017-10-15");
    ASSERT_FALSE(addresses_.empty());
    EXPECT_EQ(addresses_.back(), page_->queryString());
}

TEST_F(PageTest, APressThatIsReleasedElsewhereDoesNothing) {
    auto [x, y] = middleOf(find(Role::checkbox, "Data science"));
    page_->press(x, y);
    page_->release(x, y + 200);
    settle();
    EXPECT_TRUE(hasHeading("13 défis"));
}

TEST_F(PageTest, AtRestNothingAsksForAFrame) {
    EXPECT_FALSE(page_->frame(seconds_));
    EXPECT_FALSE(page_->movePointer(2, 2));
    EXPECT_FALSE(page_->movePointer(3, 3));
    EXPECT_FALSE(page_->leavePointer());
}

TEST_F(PageTest, BackAndForwardWalkTheVisitsSteps) {
    click(find(Role::checkbox, "Data science"));
    click(find(Role::checkbox, "Ingénierie des données"));
    ASSERT_TRUE(page_->goBack());
    settle();
    EXPECT_TRUE(hasHeading("8 défis"));
    press("ArrowLeft", kAlt);
    EXPECT_TRUE(hasHeading("13 défis"));
    EXPECT_FALSE(page_->goBack());
    press("ArrowRight", kAlt);
    EXPECT_TRUE(hasHeading("8 défis"));
    ASSERT_TRUE(page_->goForward());
    EXPECT_FALSE(page_->goForward());
    EXPECT_EQ(page_->queryString(), "competences=data-science,ingenierie-des-donnees&now=2017-10-15");
}

TEST_F(PageTest, ANewStepForgetsTheOnesForward) {
    click(find(Role::checkbox, "Data science"));
    page_->goBack();
    settle();
    click(find(Role::checkbox, "Ingénierie des données"));
    EXPECT_FALSE(page_->goForward());
}

TEST_F(PageTest, BackReturnsToWhereThePageWasScrolled) {
    open("now=2017-10-15", 390, 844);
    const NodeId card = find(Role::link, "Lab Santé");
    page_->scrollTo(placeOf(card).y - 300);
    settle();
    const float before = scrollTop();
    EXPECT_GT(before, 0);
    click(card);
    EXPECT_TRUE(application_.state().challenge.has_value());
    EXPECT_EQ(scrollTop(), 0);
    page_->goBack();
    settle();
    EXPECT_EQ(scrollTop(), before);
}

TEST_F(PageTest, LinksThatLeadAwayAreOpenedByTheDesktop) {
    click(find(Role::link, "Déposer ma candidature"));
    ASSERT_EQ(openedUrls_.size(), 1u);
    EXPECT_TRUE(openedUrls_[0].starts_with("https://framaforms.org/"));
}

TEST_F(PageTest, TabWalksInReadingOrderAndScrollsWhatItReachesIntoView) {
    std::vector<NodeId> order = semantics::focusOrder(application_.tree());
    ASSERT_GT(order.size(), 20u);
    for (NodeId expected : order) {
        press("Tab");
        Rect place = placeOf(expected);
        EXPECT_GE(place.y, 0) << semantics::accessibleName(application_.tree(), expected);
        EXPECT_LE(place.y + std::min(place.height, viewport_.height), viewport_.height)
            << semantics::accessibleName(application_.tree(), expected);
    }
    EXPECT_GT(scrollTop(), 0);
    press("Tab"); // wraps around
    EXPECT_EQ(scrollTop(), 0);
    press("Tab", kShift);
    EXPECT_GT(scrollTop(), 0);
}

TEST_F(PageTest, SpaceAndEnterActivateWhatHasTheFocus) {
    tabTo(find(Role::checkbox, "Data science"));
    press(" ");
    EXPECT_TRUE(hasHeading("8 défis"));
    press("Enter");
    EXPECT_TRUE(hasHeading("13 défis"));
}

TEST_F(PageTest, TypingGoesIntoTheFieldThatHasTheFocus) {
    type("perdu"); // no field has the focus
    type(" ");
    EXPECT_EQ(query(), "");
    focusSearchField();
    EXPECT_TRUE(page_->focusedField());
    page_->enterText("c"); // two letters before the next frame
    page_->enterText("arto");
    settle();
    EXPECT_EQ(query(), "carto");
    type(" é");
    EXPECT_EQ(query(), "carto é");
    press("Backspace");
    EXPECT_EQ(query(), "carto ");
    press("Backspace", kControl);
    EXPECT_EQ(query(), "");
}

TEST_F(PageTest, SpaceInAFieldIsALetterAndNotAScreenful) {
    focusSearchField();
    press(" ");
    press("End");
    EXPECT_EQ(scrollTop(), 0);
    EXPECT_EQ(query(), "");
}

TEST_F(PageTest, CopyCutPasteWorkOnTheWholeField) {
    focusSearchField();
    type("carto");
    press("a", kControl);
    press("c", kControl);
    EXPECT_EQ(clipboard_, "carto");
    type("x"); // replaces the selected text
    EXPECT_EQ(query(), "x");
    press("v", kControl);
    EXPECT_EQ(query(), "xcarto");
    press("a", kControl);
    press("x", kControl);
    EXPECT_EQ(query(), "");
    EXPECT_EQ(clipboard_, "xcarto");
    press("v", kControl);
    press("a", kControl);
    press("Backspace");
    EXPECT_EQ(query(), "");
}

TEST_F(PageTest, WhatAnInputMethodComposesIsNotYetTyped) {
    EXPECT_FALSE(page_->composeText("´")); // no field has the focus
    focusSearchField();
    EXPECT_TRUE(page_->composeText("´"));
    EXPECT_EQ(query(), "");
    EXPECT_TRUE(page_->enterText("é"));
    EXPECT_EQ(query(), "é");
    EXPECT_FALSE(page_->composeText("")); // the composition has ended
}

TEST_F(PageTest, TheKeysOfOneLetterAreThoseOfThePage) {
    tabTo(find(Role::button, "Sélection des défis, du 4 au 5 juillet 2017"));
    type("+");
    EXPECT_TRUE(application_.state().period.has_value());
    type("/"); // as text, whatever keys it takes
    EXPECT_TRUE(page_->focusedField());
    EXPECT_EQ(query(), "");
    type("/");
    EXPECT_EQ(query(), "/") << "in the field it is a letter";
    press("Tab");
    type("?");
    EXPECT_EQ(application_.tree().find(page_->focused())->role, Role::dialog) << "the list of keys";
    press("Escape");
}

TEST_F(PageTest, EscapeClosesTheChallenge) {
    click(find(Role::link, "Gobelins"));
    EXPECT_TRUE(application_.state().challenge);
    EXPECT_TRUE(title_.starts_with("Gobelins"));
    press("Escape");
    EXPECT_FALSE(application_.state().challenge);
}

TEST_F(PageTest, TheWheelScrollsThePageToItsEndsAndNoFarther) {
    auto turn = [this](float deltaY) {
        page_->turnWheel(900, 700, 0, deltaY, kNone);
        settle();
        return scrollTop();
    };
    EXPECT_EQ(turn(-100), 0);
    EXPECT_EQ(turn(100), 100);
    float bottom = turn(1e6f);
    EXPECT_GT(bottom, 100);
    EXPECT_EQ(turn(100), bottom);
    EXPECT_EQ(turn(-100), bottom - 100);
}

TEST_F(PageTest, KeysScrollThePage) {
    press("ArrowDown");
    EXPECT_EQ(scrollTop(), 40);
    press("PageDown");
    EXPECT_EQ(scrollTop(), 740);
    press("PageUp");
    press("ArrowUp");
    EXPECT_EQ(scrollTop(), 0);
    press("End");
    EXPECT_GT(scrollTop(), 740);
    press("Home");
    EXPECT_EQ(scrollTop(), 0);
    press(" ");
    EXPECT_EQ(scrollTop(), 700);
}

TEST_F(PageTest, ASmallerPageIsNotScrolledPastItsEnd) {
    focusSearchField();
    page_->scrollTo(1e6f);
    settle();
    float bottom = scrollTop();
    type("Gobelins");
    EXPECT_LT(scrollTop(), bottom);
}

TEST_F(PageTest, ShiftAndADragDrawTheTimelinesWindowAndADoubleClickZooms) {
    const Rect plot = placeOf(draggable());
    const float y = plot.y + 8; // in the axis, where no milestone is
    page_->press(plot.x + plot.width / 4, y, kShift);
    page_->movePointer(plot.x + plot.width / 2, y);
    settle();
    EXPECT_FALSE(application_.state().period) << "shown when the button is released";
    page_->release(plot.x + plot.width / 2, y);
    settle();
    ASSERT_TRUE(application_.state().period);
    const explorer::Window whole = explorer::wholeWindow(application_.session().facts());
    const explorer::Window drawn = *application_.state().period;
    EXPECT_NEAR(drawn.first, whole.first + whole.length / 4, 0.1);
    EXPECT_NEAR(drawn.length, whole.length / 4, 0.1);
    EXPECT_TRUE(page_->doubleClick(plot.x + plot.width / 2, y, false));
    EXPECT_NEAR(application_.state().period->length, drawn.length / 2, 0.01);
    EXPECT_NEAR(application_.state().period->first, drawn.first + drawn.length / 4, 0.01);
    EXPECT_TRUE(page_->doubleClick(plot.x + plot.width / 2, y, true));
    EXPECT_NEAR(application_.state().period->length, drawn.length, 0.01);
    const auto [x, middle] = middleOf(find(Role::checkbox, "Data science"));
    EXPECT_FALSE(page_->doubleClick(x, middle, false));
}

TEST_F(PageTest, AHandleIsDraggedUpAndDown) {
    open("vue=choix&choix=hopkins,gobelins&now=2017-10-15", 1280, 2000);
    const auto [x, y] = middleOf(find(Role::button, "Faire glisser pour déplacer Hopkins"));
    page_->press(x, y);
    page_->movePointer(x + 200, y + 3);
    page_->movePointer(x, y + 300);
    settle();
    page_->release(x, y + 300);
    settle();
    EXPECT_EQ(page_->queryString(), "vue=choix&choix=gobelins,hopkins&now=2017-10-15");
}

TEST_F(PageTest, ControlAndTheWheelZoomTheTimelineAndADragMovesIt) {
    NodeId timeline = draggable();
    ASSERT_NE(timeline, kNoNode);
    auto [x, y] = middleOf(timeline);
    EXPECT_FALSE(page_->turnWheel(900, 790, 0, -300, kControl)); // not over the timeline
    page_->turnWheel(x, y, 0, -300, kControl);
    settle();
    ASSERT_TRUE(application_.state().period);
    explorer::Window zoomed = *application_.state().period;
    EXPECT_LT(zoomed.length, 400);

    page_->press(x, y);
    page_->movePointer(x - 100, y);
    page_->movePointer(x - 200, y);
    page_->release(x - 200, y);
    settle();
    ASSERT_TRUE(application_.state().period);
    EXPECT_GT(application_.state().period->first, zoomed.first);
    EXPECT_FALSE(application_.state().milestone); // a drag does not click
}

TEST_F(PageTest, ThePointerShowsWhatItIsOver) {
    auto shapeOver = [this](NodeId node) {
        auto [x, y] = middleOf(node);
        return page_->pointerShape(x, y);
    };
    EXPECT_EQ(shapeOver(find(Role::searchField, "Rechercher un défi")), PointerShape::text);
    EXPECT_EQ(shapeOver(find(Role::checkbox, "Ingénierie des données")), PointerShape::hand);
    EXPECT_EQ(page_->pointerShape(2, 2), PointerShape::arrow);
}

TEST_F(PageTest, ACalendarFileIsGivenToTheDesktop) {
    open("now=2017-09-15");
    std::vector<NodeId> links;
    for (const semantics::Node& node : application_.tree().nodes) {
        if (!node.download.empty()) links.push_back(node.id);
    }
    ASSERT_FALSE(links.empty());
    click(links.front());
    ASSERT_EQ(downloads_.size(), 1u);
    EXPECT_TRUE(downloads_[0].first.ends_with(".ics"));
    EXPECT_TRUE(downloads_[0].second.starts_with("BEGIN:VCALENDAR\r\n"));
}

} // namespace
