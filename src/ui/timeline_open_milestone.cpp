// The open milestone of the timeline: its title, dates, summary and link, below the plot.
#include "explorer/handoff.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"

#include <algorithm>

namespace ui::timeline {

using programme::Word;

float drawOpenMilestone(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    if (!model.state.milestone) return y;
    const Theme& theme = frame.theme();
    const programme::Milestone& milestone = model.programme.milestones[*model.state.milestone];
    const float inner = width - 2 * kPadding - 44;
    frame.horizontalLine(x, y, width, theme.line);
    frame.open("milestone", named(Role::region, localised(model, milestone.title)), {x, y, width, 0});
    float at = y + 12;
    at = drawHeading(frame, "heading", bodyStrongStyle(frame), 2, localised(model, milestone.title), x + kPadding, at,
                     inner, theme.ink);
    const LocalisedString dates =
        datesOf(model, milestone.start, milestone.end).append(" · ", localised(model, laneWord(milestone.kind)));
    at = frame.write("dates", noteStyle(frame), dates, x + kPadding, at, inner, theme.inkFaint) + 4;
    if (!milestone.summary.isEmpty()) {
        at = drawParagraph(frame, "summary", secondaryStyle(frame), localised(model, milestone.summary), x + kPadding,
                           at, std::min(inner, frame.scaled(720)), theme.inkSoft) +
             4;
    }
    if (explorer::isSafeUrl(model.programme.in(milestone.url))) {
        at = drawTextLink(frame, "link", secondaryStyle(frame), localised(model, Word::timeline_more),
                          model.programme.in(milestone.url), x + kPadding, at, inner);
    }
    const float size = frame.targetHeight();
    const Button close{.key = "close",
                       .look = ButtonLook::secondary,
                       .leading = Icon::close,
                       .name = localised(model, Word::timeline_close),
                       .intent = explorer::Action(explorer::ToggleMilestone{*model.state.milestone})};
    drawButton(frame, close, {x + width - kPadding - size, y + 12, size, size});
    at = std::max(at + 12, y + 12 + size + 12);
    frame.closeAt(at);
    return at;
}

} // namespace ui::timeline
