#include "support/visitor.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace support {

namespace {

/// A fixed day on which the bundled programme's call is open.
programme::CivilTime midCall(std::string_view) {
    return {*programme::parseDay("2017-10-15"), 12 * 60};
}

constexpr int kMostFrames = 100;

} // namespace

Visitor::Visitor(std::string_view json, VisitorOptions options)
    : application_(headless_.fonts(), midCall), options_(std::move(options)), json_(json), history_(options_.query) {
    application_.beginAudit();
    problems_ = application_.load(json_, options_.query, options_.language);
    settle();
}

NodeId Visitor::find(Role role, std::string_view name, bool isExact) const {
    const std::vector<NodeId> found = semantics::findAll(tree(), role, name, isExact);
    EXPECT_EQ(found.size(), 1u) << semantics::roleName(role) << " \"" << name << "\" in\n" << snapshot();
    return found.size() == 1 ? found.front() : semantics::kNoNode;
}

const semantics::Node& Visitor::node(Role role, std::string_view name, bool isExact) const {
    const semantics::Node* found = tree().find(find(role, name, isExact));
    return found != nullptr ? *found : tree().nodes.front();
}

bool Visitor::sees(Role role, std::string_view name) const {
    return count(role, name) > 0;
}

std::size_t Visitor::count(Role role, std::string_view name) const {
    return semantics::findAll(tree(), role, name).size();
}

bool Visitor::seesText(std::string_view text) const {
    return semantics::textContent(tree(), semantics::kRootId).find(text) != std::string::npos;
}

bool Visitor::seesAnnounced(std::string_view text) const {
    return std::ranges::any_of(tree().nodes, [&](const semantics::Node& node) {
        return node.role == Role::status && semantics::textContent(tree(), node.id).find(text) != std::string::npos;
    });
}

void Visitor::click(Role role, std::string_view name, bool isExact) {
    clickNode(find(role, name, isExact));
}

void Visitor::clickNode(NodeId id) {
    application_.setFocus(id, false);
    focused_ = id;
    application_.activate(id);
    settle();
}

void Visitor::type(std::string_view text) {
    const std::vector<NodeId> fields = semantics::findAll(tree(), Role::searchField, "");
    ASSERT_EQ(fields.size(), 1u);
    application_.type(fields.front(), text);
    settle();
}

void Visitor::press(std::string_view key) {
    if (key == "Tab" || key == "Shift+Tab") {
        focused_ = semantics::focusBeside(tree(), focused_, key == "Shift+Tab");
        application_.setFocus(focused_, true);
        application_.revealFocus();
    } else if (key == "Enter" || key == "Space") {
        const semantics::Node* node = tree().find(focused_);
        ASSERT_NE(node, nullptr);
        // As in a browser: Space activates buttons and checkboxes, Enter activates links and buttons.
        const bool isLink = node->role == Role::link;
        const bool isBox = node->role == Role::checkbox;
        if ((key == "Enter" && !isBox) || (key == "Space" && !isLink)) application_.activate(focused_);
    } else {
        application_.pressKey(focused_, key);
    }
    settle();
}

void Visitor::tabTo(Role role, std::string_view name, bool isExact) {
    const NodeId target = find(role, name, isExact);
    // Not focusOrder(): which nodes are stops changes as the focus moves.
    const auto most = std::ranges::count_if(tree().nodes, &semantics::Node::isInteractive) + 2;
    for (std::ptrdiff_t presses = 0; presses < most && focused_ != target; ++presses) press("Tab");
    EXPECT_EQ(focused_, target) << "Tab does not reach " << name;
}

void Visitor::scrollTo(float top) {
    scrollTop_ = top;
    settle();
}

void Visitor::resize(float width, float height) {
    options_.width = width;
    options_.height = height;
    settle();
}

void Visitor::goBack() {
    ASSERT_TRUE(history_.go(-1));
    application_.navigate(address(), true);
    settle();
}

void Visitor::goForward() {
    ASSERT_TRUE(history_.go(1));
    application_.navigate(address(), true);
    settle();
}

bool Visitor::canGoBack() const {
    platform::History history = history_;
    return history.go(-1);
}

void Visitor::reload() {
    focused_ = semantics::kNoNode;
    application_.setFocus(semantics::kNoNode, false);
    problems_ = application_.load(json_, address(), options_.language);
    settle();
}

/// Performs effects as web/stage.js does (platform/common/effects.h).
struct Visitor::EffectHost {
    Visitor& visitor;
    bool needsFrame = false;

    void copyText(const std::string& text) { visitor.clipboard_ = text; }
    void share(const platform::SharedText& shared) { visitor.shared_ = shared; }
    void changeAddress(const platform::AddressChange& change) { visitor.history_.change(change); }
    void setTitle(const std::string& title) { visitor.title_ = title; }
    void keep(const std::string& kept) { visitor.kept_.push_back(kept); }
    void scrollPageTo(float scrollTop) {
        visitor.scrollTop_ = scrollTop;
        needsFrame = true;
    }
    /// The program is not told: web/mirror.js ignores the focus event that this causes.
    void moveFocus(const platform::FocusMove& move) {
        if (move.node != semantics::kNoNode && visitor.tree().find(move.node) == nullptr) return;
        visitor.focused_ = move.node;
        needsFrame = true;
    }
};

void Visitor::takeEffects() {
    const platform::Effects effects = application_.takeEffects();
    EffectHost host{*this};
    platform::performAtOnce(effects, host);
    deferred_.add(effects);
}

void Visitor::wait(double seconds) {
    seconds_ += seconds;
    settle();
}

void Visitor::settle() {
    bool isMoving = true;
    for (int frames = 0; isMoving && frames < kMostFrames; ++frames) {
        takeEffects();
        const ui::Viewport viewport{.width = options_.width,
                                    .height = options_.height,
                                    .scrollTop = scrollTop_,
                                    .rootFontSize = options_.rootFontSize,
                                    .hasReducedMotion = !options_.hasMotion,
                                    .hasCoarsePointer = options_.hasCoarsePointer,
                                    .isEmbedded = options_.isEmbedded,
                                    .pageAddress = options_.pageAddress,
                                    .canShare = options_.canShare,
                                    .seconds = seconds_};
        lastFrame_ = application_.frame(viewport);
        Headless::acceptTextures();
        while (!application_.isComplete()) (void)application_.describeMore(); // the tree has it
        takeEffects();
        EffectHost host{*this, lastFrame_.needsAnotherFrame};
        deferred_.performAfterFrame(host);
        isMoving = host.needsFrame;
    }
    EXPECT_FALSE(isMoving) << "the page does not come to rest";
    EXPECT_EQ(application_.undescribed(), std::vector<std::string>{});
}

} // namespace support
