// The period as a filter: the button that keeps what runs in the days that the timeline shows, and how the timeline
// shows the period that was kept.
#include "explorer/window.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <cmath>

namespace ui {

using programme::Word;

namespace timeline {

namespace {

/// Nothing where the whole calendar is shown and no period is kept.
std::optional<Button> periodButton(const Model& model) {
    const explorer::Period shown = explorer::shownPeriod(model.facts, model.state);
    Button button{.key = "period", .look = ButtonLook::quiet, .leading = Icon::filter};
    // On a phone the window at first is not the visitor's choice.
    if (model.state.period && shown != model.facts.calendar && shown != model.state.during) {
        button.label = localised(model, Word::timeline_keep);
        button.name = filled(model, Word::timeline_keepName, {{"dates", datesOf(model, shown).text}});
        button.intent = explorer::Action(explorer::KeepShownPeriod{});
        return button;
    }
    if (!model.state.during) return std::nullopt;
    button.label = localised(model, Word::timeline_drop);
    button.leading = Icon::close;
    button.intent = explorer::Action(explorer::DropPeriod{});
    return button;
}

} // namespace

bool isKept(const Model& model, const programme::Milestone& milestone) {
    const std::optional<explorer::Period>& period = model.state.during;
    return !period || haveCommonDay(daysOf(milestone), *period);
}

Colour steppedBack(const Theme& theme, Colour colour) {
    return mixToContrast(theme.surface, colour, kLeastContrastOfSigns);
}

void paintPeriod(Frame& frame, const Geometry& geometry) {
    const std::optional<explorer::Period>& period = frame.model().state.during;
    if (!period) return;
    const Span span = spanOf(geometry.painted, *period);
    if (span.right <= span.left) return;
    const Colour accent = frame.theme().accent;
    const float top = geometry.y + 1;
    const float height = geometry.plotBottom - top;
    frame.fill({span.left, top, span.right - span.left, height}, withAlpha(accent, kPeriodTint));
    if (!span.goesOnLeft) frame.verticalLine(span.left, top, height, accent);
    if (!span.goesOnRight) frame.verticalLine(span.right, top, height, accent);
}

void drawPeriodButton(Frame& frame, const Geometry& geometry) {
    const std::optional<Button> button = periodButton(frame.model());
    if (!button) return;
    const float inset = 8;
    const float height = buttonHeight(frame, button->look);
    const float width = std::min(buttonWidth(frame, *button), geometry.plotWidth - 2 * inset);
    const bool isTodayRight = geometry.scale.xOfMiddle(frame.model().now.day) > geometry.plotX + geometry.plotWidth / 2;
    const float right = geometry.plotX + geometry.plotWidth - inset - width;
    const float x = std::round(isTodayRight ? geometry.plotX + inset : right);
    const float row = todayRowHeight(frame);
    const Rect rect{x, geometry.plotBottom - 3 - std::round((row + height) / 2), width, height};
    frame.fill({rect.x - 6, rect.y, rect.width + 12, rect.height}, groundAt(frame, geometry, rect.x),
               6); // no line strikes it
    const NodeId id = drawButton(frame, *button, rect);
    if (!button->name.isEmpty() && (frame.isHovered(id) || frame.isFocused(id))) frame.tooltip(id, rect, button->name);
}

} // namespace timeline

} // namespace ui
