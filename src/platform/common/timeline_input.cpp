#include "platform/common/timeline_input.h"

#include "explorer/window.h"

namespace platform {

using explorer::Action;
using explorer::Period;
using explorer::Window;
using semantics::NodeId;

std::optional<Period> datesOpenedBy(const Session& session, const Description& page, NodeId node) {
    const ui::Intent* intent = page.intentOf(node);
    const Action* action = intent == nullptr ? nullptr : std::get_if<Action>(intent);
    if (action == nullptr) return std::nullopt;
    const programme::Programme& programme = session.programme();
    if (const auto* toggle = std::get_if<explorer::ToggleMilestone>(action)) {
        const programme::Milestone& milestone = programme.milestones[toggle->milestone];
        return Period{milestone.start.first, milestone.end.value_or(milestone.start).last};
    }
    if (const auto* toggle = std::get_if<explorer::ToggleCrowd>(action)) {
        return Period{programme.milestones[toggle->crowd.first].start.first,
                      programme.milestones[toggle->crowd.last].start.last};
    }
    if (const auto* open = std::get_if<explorer::OpenChallenge>(action)) {
        const programme::Challenge& challenge = programme.challenges[open->challenge];
        if (!challenge.start) return std::nullopt;
        return Period{challenge.start->first, challenge.end.value_or(*challenge.start).last};
    }
    return std::nullopt;
}

std::optional<Action> showInTimeline(const Session& session, const Description& page, NodeId node) {
    const std::optional<Period> period = datesOpenedBy(session, page, node);
    const std::optional<Window>& shown = session.state().period;
    if (!period || !shown) return std::nullopt;
    const Window dates = explorer::windowOf(*period);
    if (dates.end() > shown->first && dates.first < shown->end()) return std::nullopt;
    return explorer::PanTimeline{dates.first - shown->first - shown->length / 4};
}

std::vector<Action> TimelineInput::drag(const Session& session, const Description& page, NodeId node, float dx,
                                        float zoom, float x) const {
    std::vector<Action> actions;
    const semantics::Node* plot = page.tree().find(node);
    if (!session.hasProgramme() || plot == nullptr || !plot->isDraggable || plot->rect.width <= 0) return actions;
    const Window shown = explorer::shownWindow(session.facts(), session.state());
    const double daysPerPixel = shown.length / static_cast<double>(plot->rect.width);
    // First the movement: a pinch's middle takes along the days under it, which then are the zoom's anchor.
    const double moved = static_cast<double>(dx) * daysPerPixel;
    if (dx != 0) actions.emplace_back(explorer::PanTimeline{-moved});
    if (zoom != 1 && zoom > 0) {
        const Window panned = explorer::panWindow(session.facts(), shown, -moved);
        const double share = static_cast<double>(x - page.visibleRect(node).x) * daysPerPixel;
        actions.emplace_back(explorer::ZoomTimeline{1.0 / static_cast<double>(zoom), panned.first + share});
    }
    return actions;
}

std::optional<Action> TimelineInput::pressKey(const Session& session, const Description& page, NodeId node,
                                              std::string_view key) const {
    const semantics::Node* member = page.tree().find(node);
    const semantics::Node* plot = member == nullptr ? nullptr : page.tree().find(member->composite);
    if (plot == nullptr || !plot->isDraggable || (key != "+" && key != "-")) return std::nullopt;
    const Window shown = explorer::shownWindow(session.facts(), session.state());
    const double anchor = explorer::anchorOf(shown, datesOpenedBy(session, page, node), session.now().day);
    return explorer::ZoomTimeline{key == "+" ? 1 / explorer::kZoomStep : explorer::kZoomStep, anchor};
}

} // namespace platform
