#include "platform/native/visit_player.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace platform {

namespace {

using semantics::NodeId;

/// Presses a key like "Shift+Control+ArrowLeft". The key itself may be "+".
bool pressKey(Page& page, std::string_view key) {
    Modifiers modifiers;
    const std::array<std::pair<std::string_view, bool*>, 3> known = {
        {{"Shift+", &modifiers.shift}, {"Control+", &modifiers.control}, {"Alt+", &modifiers.alt}}};
    for (bool isRead = true; isRead;) {
        isRead = false;
        for (const auto& [prefix, modifier] : known) {
            if (!key.starts_with(prefix)) continue;
            key.remove_prefix(prefix.size());
            *modifier = true;
            isRead = true;
        }
    }
    return page.pressKey(key == "Space" ? " " : key, modifiers);
}

bool actOn(const VisitStep& step, NodeId node, VisitStage& stage) {
    const std::array<float, 4>& numbers = step.numbers;
    switch (step.verb) {
    case VisitVerb::click:
        return stage.page.click(node);
    case VisitVerb::focus:
        return stage.page.focusOn(node);
    case VisitVerb::scrollRegion:
        return stage.application.scroll(node, numbers[0], numbers[1]);
    default:
        return stage.page.drag(node, numbers[0], numbers[1], numbers[2]);
    }
}

/// Plays a step without a target that concerns pointer, keyboard or history.
bool act(const VisitStep& step, Page& page) {
    const auto [x, y, third, fourth] = step.numbers;
    switch (step.verb) {
    case VisitVerb::key:
        return pressKey(page, step.text);
    case VisitVerb::type:
        return page.enterText(step.text);
    case VisitVerb::compose:
        return page.composeText(step.text);
    case VisitVerb::pointer:
        return page.movePointer(x, y);
    case VisitVerb::leave:
        return page.leavePointer();
    case VisitVerb::press:
        return page.press(x, y);
    case VisitVerb::shiftPress:
        return page.press(x, y, {.shift = true});
    case VisitVerb::doubleClick:
        return page.doubleClick(x, y, third != 0);
    case VisitVerb::release:
        return page.release(x, y);
    case VisitVerb::wheel:
        return page.turnWheel(x, y, third, fourth, {});
    case VisitVerb::zoom:
        return page.turnWheel(x, y, 0, third, {.control = true});
    case VisitVerb::scroll:
        return page.scrollTo(x);
    case VisitVerb::back:
        return page.goBack();
    case VisitVerb::forward:
        return page.goForward();
    default:
        return page.navigate(step.text);
    }
}

void setViewport(const VisitStep& step, ui::Viewport& viewport) {
    const auto [first, second, third, fourth] = step.numbers;
    const bool isYes = first != 0;
    switch (step.verb) {
    case VisitVerb::resize:
        viewport.width = first;
        viewport.height = second;
        break;
    case VisitVerb::scale:
        viewport.devicePixelRatio = first;
        break;
    case VisitVerb::fontSize:
        viewport.rootFontSize = first;
        break;
    case VisitVerb::spacing:
        viewport.letterSpacing = first;
        viewport.wordSpacing = second;
        viewport.leastLineHeight = third;
        break;
    case VisitVerb::dark:
        viewport.isDark = isYes;
        break;
    case VisitVerb::coarsePointer:
        viewport.hasCoarsePointer = isYes;
        break;
    case VisitVerb::browserField:
        viewport.paintsFieldText = !isYes;
        break;
    default:
        viewport.isAttended = isYes;
        break;
    }
}

} // namespace

std::string formatKey(std::string_view key, Modifiers modifiers) {
    std::string text;
    if (modifiers.shift) text += "Shift+";
    if (modifiers.control) text += "Control+";
    if (modifiers.alt) text += "Alt+";
    return text.append(key == " " ? "Space" : key);
}

bool setsViewport(const VisitStep& step) {
    return step.verb >= VisitVerb::resize && step.verb <= VisitVerb::attended;
}

bool playStep(const VisitStep& step, VisitStage& stage) {
    if (setsViewport(step)) {
        setViewport(step, stage.viewport);
        stage.page.resize(stage.viewport);
        return true;
    }
    switch (step.verb) {
    case VisitVerb::click:
    case VisitVerb::focus:
    case VisitVerb::scrollRegion:
    case VisitVerb::drag: {
        const NodeId node = findVisitTarget(stage.application.tree(), step.target);
        if (node == semantics::kNoNode) return false;
        actOn(step, node, stage);
        return true;
    }
    case VisitVerb::wait:
        stage.seconds += static_cast<double>(step.numbers[0]);
        return true;
    case VisitVerb::reload:
        stage.reload();
        return true;
    default:
        act(step, stage.page);
        return true;
    }
}

std::string playWithoutWindow(Application& application, const Visit& visit, const ui::Viewport& viewport,
                              const std::function<void()>& reload, const std::function<void()>& hasWaited) {
    constexpr int kMostFrames = 100; // until none is needed
    constexpr double kFrameSeconds = 1.0 / 60;
    const Desktop nothing{.openUrl = [](const std::string&) {},
                          .openDownload = [](const std::string&, const std::string&) {},
                          .copyText = [](const std::string&) {},
                          .pasteText = [] { return std::string(); },
                          .setTitle = [](const std::string&) {},
                          .showAddress = [](std::string_view) {}};
    Page page(application, nothing, visit.query);
    VisitStage stage{application, page, reload, viewport, 0};
    page.resize(stage.viewport);
    const auto settle = [&] {
        for (int frames = 0; frames < kMostFrames && page.frame(stage.seconds); ++frames)
            stage.seconds += stage.viewport.hasReducedMotion ? kFrameSeconds : 0;
    };
    bool hasBegun = false;
    for (const VisitStep& step : visit.steps) {
        if (!hasBegun && !setsViewport(step)) {
            settle();
            hasBegun = true;
        }
        if (!playStep(step, stage)) return formatVisitStep(step);
        if (hasBegun) settle();
        if (step.verb == VisitVerb::wait && hasWaited) hasWaited();
    }
    if (!hasBegun) settle();
    return "";
}

} // namespace platform
