// Replays a visit without a window, with fonts of fixed metrics, and holds the program to what is true of every visit:
//  - what is painted is described (Application::undescribed);
//  - the tree's ids are unique, its nodes stand in pre-order, its rectangles and what is painted are finite;
//  - a tree kept by the updates alone, as the mirror does, is the program's own, and the updates are JSON;
//  - the focus is on a node of the tree or nowhere;
//  - an address that is shown reads back as the state;
//  - the page comes to rest.
#pragma once

#include "platform/native/visit_player.h"
#include "support/headless.h"

#include <string>
#include <string_view>

namespace support {

class VisitReplay {
public:
    /// Draws nothing before the first step that is more than a setting of the viewport, or finish().
    VisitReplay(const platform::Visit& head, std::string programmeBytes);

    /// Plays the step and draws until the page is at rest. False where the step names a node that is not there.
    bool play(const platform::VisitStep& step);
    /// Draws where nothing was drawn yet.
    void finish();
    /// The first thing that did not hold; empty where everything did.
    const std::string& violation() const { return violation_; }

    platform::Application& application() { return application_; }
    const platform::Application& application() const { return application_; }
    const platform::Page& page() const { return page_; }
    const ui::Viewport& viewport() const { return stage_.viewport; }

private:
    platform::Desktop makeDesktop();
    void load();
    void settle();
    void drawFrame();
    void take(const semantics::Update& update);
    void check(bool holds, const std::string& what);
    void checkTree(const semantics::Tree& tree);
    void checkPainted();
    void checkAddress(std::string_view address);
    void checkAtRest();

    Headless headless_;
    std::string bytes_;
    std::string language_;
    std::string violation_;
    platform::Application application_;
    platform::Page page_;
    platform::VisitStage stage_;
    semantics::Tree mirror_;
    bool hasBegun_ = false;
    bool needsFrame_ = true;
};

/// Reads the visit's file and its programme's, replays all steps. What did not hold, with the step's line; empty where
/// everything did.
std::string replayVisitFile(const std::string& path);

} // namespace support
