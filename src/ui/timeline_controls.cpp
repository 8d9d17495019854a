// The buttons of the timeline: zoom out, zoom in, the whole calendar, earlier, later.
#include "explorer/window.h"
#include "ui/timeline_parts.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace ui::timeline {

using programme::Word;

namespace {

struct ScaleButton {
    std::string_view key;
    Icon icon;
    Word name;
    bool isDisabled;
    explorer::Action action;
};

void drawScaleButton(Frame& frame, const ScaleButton& scaleButton, const Rect& rect) {
    const Button button{.key = scaleButton.key,
                        .leading = scaleButton.icon,
                        .name = localised(frame.model(), scaleButton.name),
                        .isDisabled = scaleButton.isDisabled,
                        .intent = scaleButton.action};
    drawButton(frame, button, rect);
}

/// Zoom out, zoom in, show the whole calendar.
std::array<ScaleButton, 3> zoomButtons(const Model& model) {
    const explorer::Window shown = explorer::shownWindow(model.facts, model.state);
    const double anchor = explorer::anchorOf(shown, std::nullopt, model.now.day);
    const bool isWhole = explorer::showsWholeCalendar(model.facts, model.state);
    const bool isClosest = shown.length <= explorer::kShortestPeriodDays;
    return {{
        {"out", Icon::minus, Word::timeline_zoomOut, isWhole, explorer::ZoomTimeline{explorer::kZoomStep, anchor}},
        {"in", Icon::plus, Word::timeline_zoomIn, isClosest, explorer::ZoomTimeline{1 / explorer::kZoomStep, anchor}},
        {"fit", Icon::fit, Word::timeline_fit, isWhole, explorer::FitTimeline{}},
    }};
}

/// Pan by half of the days shown: the alternative to dragging (WCAG 2.5.7).
std::array<ScaleButton, 2> panButtons(const Model& model) {
    const explorer::Window whole = explorer::wholeWindow(model.facts);
    const explorer::Window shown = explorer::shownWindow(model.facts, model.state);
    const double half = shown.length / 2;
    return {{
        {"earlier", Icon::back, Word::timeline_earlier, shown.first <= whole.first, explorer::PanTimeline{-half}},
        {"later", Icon::forward, Word::timeline_later, shown.end() >= whole.end(), explorer::PanTimeline{half}},
    }};
}

} // namespace

bool hasButtonsBelow(const Frame& frame) {
    return frame.isPhone() || frame.model().viewport.hasCoarsePointer;
}

bool hasButtonsAtAxis(const Frame& frame) {
    return !hasButtonsBelow(frame) && frame.model().state.period.has_value();
}

void drawButtonsAtAxis(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const float size = std::min(frame.targetHeight(), 32.0F);
    const Rect row{geometry.x + 10, geometry.y + 10, geometry.plotX + geometry.plotWidth - geometry.x - 10, size};
    frame.open("zoom", named(Role::group, localised(model, Word::timeline_zoom)), row);
    float x = row.x;
    for (const ScaleButton& button : zoomButtons(model)) {
        drawScaleButton(frame, button, {x, row.y, size, size});
        x += size + 3;
    }
    if (hasButtonsAtAxis(frame)) {
        const auto [earlier, later] = panButtons(model);
        drawScaleButton(frame, earlier, {geometry.plotX, geometry.y + 4, kSmallButton, kSmallButton});
        drawScaleButton(frame, later, {row.x + row.width - kSmallButton, geometry.y + 4, kSmallButton, kSmallButton});
    }
    frame.close();
}

void drawButtonsBelow(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const float size = frame.targetHeight();
    std::vector<ScaleButton> buttons;
    if (!explorer::showsWholeCalendar(model.facts, model.state))
        std::ranges::copy(panButtons(model), std::back_inserter(buttons));
    std::ranges::copy(zoomButtons(model), std::back_inserter(buttons));
    const float width = static_cast<float>(buttons.size()) * (size + 3) - 3;
    float x = geometry.x + geometry.width - 12 - width;
    const float y = geometry.plotBottom + 4;
    frame.open("zoom", named(Role::group, localised(model, Word::timeline_zoom)), {x, y, width, size});
    for (const ScaleButton& button : buttons) {
        drawScaleButton(frame, button, {x, y, size, size});
        x += size + 3;
    }
    frame.close();
}

} // namespace ui::timeline
