// The audit finds widgets that are not described. (Each visitor in tests/unit/platform checks that there are none.)
#include "imgui.h"
#include "imgui_internal.h"
#include "support/headless.h"
#include "ui/audit.h"
#include "ui/text.h"

#include <gtest/gtest.h>

namespace {

using semantics::Node;
using semantics::NodeId;
using semantics::Role;
using Findings = std::vector<std::string>;

constexpr ui::TextStyle kAuditStyle{.size = 20, .weight = 400, .lineHeight = 30};

class Undescribed : public testing::Test {
protected:
    Undescribed() : text_(headless_.fonts()), drawList_(&shared_) {
        text_.beginFrame(1);
        text_.recordTo(&audit_);
        builder_.begin("fr", {0, 0, 400, 1000});
        drawList_._ResetForNewFrame();
    }

    void paint(std::string_view words, float x, float y) {
        text_.draw(drawList_, kAuditStyle, x, y, 0xFF000000, words);
    }
    NodeId describe(std::string_view words, float x, float y, bool isInteractive = false) {
        Node button{.role = isInteractive ? Role::button : Role::paragraph, .rect = {x, y, 100, 60}};
        button.isInteractive = isInteractive;
        const NodeId id = builder_.open(words, std::move(button));
        Node node{.role = Role::text, .rect = {0, 0, 100, 60}, .textStyle = kAuditStyle};
        node.lines = {std::string(words) + " ", "zweite"};
        builder_.add("text", std::move(node));
        builder_.close();
        return id;
    }
    Findings findings(float scrollTop = 0) {
        return ui::findUndescribed(audit_, builder_.finish(), intents_, {{semantics::kRootId, 0, scrollTop}}, 400, 300);
    }

    support::Headless headless_;
    ui::TextEngine text_;
    ImDrawListSharedData shared_;
    ImDrawList drawList_;
    ui::Audit audit_;
    semantics::TreeBuilder builder_;
    ui::Intents intents_;
};

TEST_F(Undescribed, IsNothingWhereEveryLineHasItsNode) {
    describe("erste", 10, 500);
    paint("erste", 10, 300); // scrolled by 200
    paint("zweite", 10, 330);
    paint("rst", 20, 300); // a highlighted part of a line
    EXPECT_EQ(findings(200), Findings{});
}

TEST_F(Undescribed, AreWordsWithoutANodeOrAtAnotherPlaceOrOtherWords) {
    describe("erste", 10, 50);
    paint("dritte", 10, 110);
    paint("erste", 10, 58);
    paint("zweite", 130, 80);
    EXPECT_EQ(findings(), (Findings{"painted without a node: dritte", "painted without a node: erste",
                                    "painted without a node: zweite"}));
}

TEST_F(Undescribed, IsWhatReactsWithoutANode) {
    const NodeId paragraph = describe("erste", 10, 50);
    audit_.reacting = {paragraph, 77};
    EXPECT_EQ(findings(), (Findings{"reacts and is not interactive: paragraph \"\"", "reacts without a node: 77"}));
}

TEST_F(Undescribed, IsWhatAnInteractiveNodeDoes) {
    describe("erste", 10, 50, true);
    const NodeId second = describe("anders", 10, 150, true);
    intents_[second] = ui::CopyText{"x"};
    audit_.reacting = {second};
    EXPECT_EQ(findings(), Findings{"interactive and does nothing: button \"erste zweite\""});
}

} // namespace
