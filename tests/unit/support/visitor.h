// Drives an Application in tests as a browser and its user would, without a window: finds nodes by role and accessible
// name, clicks, types, moves the focus with Tab, goes back and forward, performs effects. Each action draws frames
// until none is needed. Lengths are CSS px.
//
//     Visitor visitor(support::readProjectFile("data/eig-2018.json"), {.query = "now=2017-10-15"});
//     visitor.click(Role::checkbox, "Python");
//     EXPECT_TRUE(visitor.sees(Role::heading, "8 défis"));
#pragma once

#include "platform/common/application.h"
#include "platform/common/history.h"
#include "support/headless.h"

#include <string>
#include <string_view>
#include <vector>

namespace support {

using semantics::NodeId;
using semantics::Role;

struct VisitorOptions {
    float width = 1280;
    float height = 800;
    std::string query; // without '?'
    std::string language = "fr";
    bool hasCoarsePointer = false;
    bool isEmbedded = false;
    float rootFontSize = 16;
    std::string pageAddress = {}; // ui::Viewport::pageAddress
    bool canShare = false;
    bool hasMotion = false; // otherwise the visitor prefers reduced motion
};

class Visitor {
public:
    explicit Visitor(std::string_view json, VisitorOptions options = {});

    platform::Application& application() { return application_; }
    const semantics::Tree& tree() const { return application_.completeTree(); }
    const std::vector<programme::Problem>& problems() const { return problems_; }

    /// The only such node (semantics::findAll); fails the test where there is none or more than one.
    NodeId find(Role role, std::string_view name, bool isExact = false) const;
    const semantics::Node& node(Role role, std::string_view name, bool isExact = false) const;
    bool sees(Role role, std::string_view name) const;
    std::size_t count(Role role, std::string_view name = {}) const;
    bool seesText(std::string_view text) const;
    /// Advances the clock and draws. Actions draw what is under way; only this brings motion forward.
    void wait(double seconds);
    /// snapshot() when no announcement is pending or shown any more.
    std::string snapshotAtRest() {
        wait(10);
        wait(10);
        return snapshot();
    }
    std::string snapshot() const { return semantics::dump(tree()); }

    void click(Role role, std::string_view name, bool isExact = false);
    void clickNode(NodeId node);
    /// Whether a status node, which screen readers announce, has the text.
    bool seesAnnounced(std::string_view text) const;
    void type(std::string_view text); // sets the whole text of the search field
    /// "Tab", "Shift+Tab", "Enter", "Space", or a key of Application::pressKey.
    void press(std::string_view key);
    /// Presses Tab until the node has the focus; fails the test where Tab does not reach it.
    void tabTo(Role role, std::string_view name, bool isExact = false);
    NodeId focused() const { return focused_; }
    void scrollTo(float top);
    float scrollTop() const { return scrollTop_; }
    void resize(float width, float height);

    // The query string in the address bar, Back and Forward, Reload.
    const std::string& address() const { return history_.queryString(); }
    void goBack();
    void goForward();
    bool canGoBack() const;
    void reload();

    const std::string& clipboard() const { return clipboard_; }
    const std::string& title() const { return title_; }
    const platform::SharedText& shared() const { return shared_; }
    /// What the program has asked the platform to keep for a later visit, in order (platform::Effects::toKeep).
    const std::vector<std::string>& kept() const { return kept_; }
    /// The last frame's update for the mirror.
    const semantics::Update& lastUpdate() const { return lastFrame_.update; }
    const platform::FrameResult& lastFrame() const { return lastFrame_; }
    /// Draws frames until none is needed, and checks the audit of each (ui/audit.h).
    void settle();

private:
    struct EffectHost;
    void takeEffects();

    Headless headless_;
    platform::Application application_;
    VisitorOptions options_;
    std::string json_;
    std::vector<programme::Problem> problems_;
    platform::History history_;
    std::string clipboard_;
    std::string title_;
    std::vector<std::string> kept_;
    platform::SharedText shared_;
    platform::DeferredEffects deferred_; // until the next frame is drawn
    NodeId focused_ = semantics::kNoNode;
    float scrollTop_ = 0;
    double seconds_ = 0;
    platform::FrameResult lastFrame_;
};

} // namespace support
