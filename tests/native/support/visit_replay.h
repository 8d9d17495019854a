// Replays a visit without a window, with fonts of fixed metrics, and checks the invariants of every visit:
//  - the audit has no findings (Application::undescribed);
//  - the tree's ids are unique, its nodes are in pre-order, its rectangles and all painted vertices are finite;
//  - the updates are JSON, and a tree to which they are applied equals the program's;
//  - the focus is on a node of the tree or on none;
//  - parsing a shown address gives the state;
//  - after each step some frame is the last one needed.
#pragma once

#include "platform/native/visit_player.h"
#include "support/headless.h"

#include <string>
#include <string_view>

namespace support {

class VisitReplay {
public:
    /// The first frame is drawn before the first step that does more than set the viewport, or by finish().
    VisitReplay(const platform::Visit& head, std::string programmeBytes);

    /// Plays the step and draws until no frame is needed. False where the step's target is not in the tree.
    bool play(const platform::VisitStep& step);
    /// Draws the first frame, unless it was drawn already.
    void finish();
    /// The first invariant that was violated; empty: none.
    [[nodiscard]] const std::string& violation() const { return violation_; }

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

/// Reads a visit's file and its programme's, and replays all steps. Returns the violated invariant with the step's
/// line; empty: none.
[[nodiscard]] std::string replayVisitFile(const std::string& path);

} // namespace support
