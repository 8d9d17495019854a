// What is open of the timeline, below the plot: the milestones of a crowd as a list, and a milestone with its title,
// dates, summary and link.
#include "explorer/crowd.h"
#include "explorer/handoff.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"

#include <algorithm>

namespace ui::timeline {

using programme::Word;

namespace {

void drawClose(Frame& frame, float x, float y, float width, Word name, const explorer::Action& action) {
    const float size = frame.targetHeight();
    const Button close{.key = "close",
                       .look = ButtonLook::secondary,
                       .leading = Icon::close,
                       .name = localised(frame.model(), name),
                       .intent = action};
    drawButton(frame, close, {x + width - kPadding - size, y + 12, size, size});
}

/// A button for each milestone, in rows.
float drawCrowd(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    if (!model.state.crowd) return y;
    const explorer::Crowd crowd = *model.state.crowd;
    const std::vector<std::size_t> members = explorer::milestonesOf(model.programme, crowd);
    const programme::MilestoneKind kind = model.programme.milestones[crowd.first].kind;
    const LocalisedString title = countOf(model, kind, members.size()).append(", ", datesOf(model, members));
    const float inner = width - 2 * kPadding - 44;
    frame.horizontalLine(x, y, width, frame.theme().line);
    frame.open("crowd", Role::region, title, {x, y, width, 0});
    const float listY = drawHeading(frame, "heading", bodyStrongStyle(frame), 2, title, x + kPadding, y + 12, inner,
                                    frame.theme().ink) +
                        8;
    frame.open("milestones", Role::list, {x + kPadding, listY, inner, 0});
    RowLayout row{x + kPadding, listY, inner, buttonHeight(frame, ButtonLook::secondary), 8};
    for (const std::size_t index : members) {
        const programme::Milestone& milestone = model.programme.milestones[index];
        const LocalisedString label = LocalisedString(localised(model, milestone.title))
                                          .append(" · ", datesOf(model, milestone.start, milestone.end));
        const Button button{.key = "open",
                            .label = label,
                            .expanded = model.state.milestone == index ? Tristate::yes : Tristate::no,
                            .intent = explorer::Action(explorer::ToggleMilestone{index})};
        const Rect rect = row.next(buttonWidth(frame, button));
        frame.open(keyOf(model, milestone.id), Role::listItem, rect);
        drawButton(frame, button, rect);
        frame.close();
    }
    const float bottom = row.bottom();
    frame.closeAt(bottom);
    drawClose(frame, x, y, width, Word::timeline_closeCrowd, explorer::ToggleCrowd{crowd});
    frame.closeAt(bottom + 12);
    return bottom + 12;
}

float drawMilestone(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    if (!model.state.milestone) return y;
    const Theme& theme = frame.theme();
    const programme::Milestone& milestone = model.programme.milestones[*model.state.milestone];
    const float inner = width - 2 * kPadding - 44;
    // Where there is room, what it is stands beside when it is: a wide box with three short lines would push the page
    // down for nothing.
    const float left = std::min(frame.scaled(360), inner / 2);
    const bool isBeside = !frame.isPhone() && inner - left > frame.scaled(320);
    frame.horizontalLine(x, y, width, theme.line);
    const NodeId id = frame.open("milestone", Role::region, localised(model, milestone.title), {x, y, width, 0});
    // It comes from the timeline above it.
    const float opacity = frame.animate(id, Property::opacity, 1, 0.0F);
    frame.beginMotion(0, (opacity - 1) * gap::kNear, opacity);
    const float top = y + gap::kNear;
    const float headWidth = isBeside ? left - gap::kWide : inner;
    float at = drawHeading(frame, "heading", bodyStrongStyle(frame), 2, localised(model, milestone.title), x + kPadding,
                           top, headWidth, theme.ink);
    const LocalisedString dates =
        datesOf(model, milestone.start, milestone.end).append(" · ", localised(model, laneWord(milestone.kind)));
    at = frame.write("dates", noteStyle(frame), dates, x + kPadding, at, headWidth, theme.inkFaint) + gap::kTight;
    const float bodyX = x + kPadding + (isBeside ? left : 0);
    const float bodyWidth = std::min(inner - (isBeside ? left : 0), frame.scaled(720));
    const float below = drawMilestoneText(frame, milestone, bodyX, isBeside ? top : at, bodyWidth);
    drawClose(frame, x, y, width, Word::timeline_close, explorer::ToggleMilestone{*model.state.milestone});
    at = std::max({at, below, top + frame.targetHeight()}) + gap::kNear;
    frame.endMotion();
    frame.closeAt(at);
    return at;
}

} // namespace

float drawMilestoneText(Frame& frame, const programme::Milestone& milestone, float x, float y, float width) {
    const Model& model = frame.model();
    float at = y;
    if (!milestone.summary.isEmpty()) {
        at = drawParagraph(frame, "summary", secondaryStyle(frame), localised(model, milestone.summary), x, at, width,
                           frame.theme().inkSoft) +
             gap::kTight;
    }
    if (explorer::isSafeUrl(model.programme.in(milestone.url))) {
        at = drawTextLink(frame, "link", secondaryStyle(frame), localised(model, Word::timeline_more),
                          model.programme.in(milestone.url), x, at, width)
                 .target;
    }
    return at;
}

float drawOpenMilestone(Frame& frame, float x, float y, float width) {
    return drawMilestone(frame, x, drawCrowd(frame, x, y, width), width);
}

} // namespace ui::timeline
