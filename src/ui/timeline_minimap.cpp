// The minimap: the whole calendar in a strip, with the window that the plot shows. The window is moved by dragging it,
// its edges are sliders, and a drag beside it draws another one. It is there while a part of the calendar is shown.
#include "base/colour.h"
#include "explorer/window.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"

#include <algorithm>
#include <cmath>

namespace ui::timeline {

using explorer::Window;
using programme::Word;

namespace {

constexpr float kGrip = 6; // width of a handle as painted
constexpr float kMark = 3; // of a milestone's mark
constexpr float kMarkHeight = 6;
constexpr float kMostShare = 0.7F; // of the strip's height, of the part where most challenges run

/// The whole calendar over the strip.
TimeScale scaleOf(const Model& model, const Rect& strip) {
    const Window whole = explorer::wholeWindow(model.facts);
    return {whole.first, whole.length, strip.x, strip.width};
}

/// How many challenges run in each part of the calendar, and each milestone's beginning.
void paintDensity(Frame& frame, const Rect& strip, const TimeScale& scale) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const auto& running = model.facts.running;
    const float most = static_cast<float>(std::max<std::uint32_t>(1, *std::ranges::max_element(running)));
    const float width = strip.width / static_cast<float>(running.size());
    const Colour colour = base::mixColours(theme.surfaceStrong, theme.inkFaint, 0.45F);
    frame.addShapes([&](render::ShapeList& list) {
        for (std::size_t part = 0; part < running.size(); ++part) {
            const float height = std::round(strip.height * kMostShare * static_cast<float>(running[part]) / most);
            if (height <= 0) continue;
            const float left = std::round(strip.x + width * static_cast<float>(part));
            const float right = std::round(strip.x + width * static_cast<float>(part + 1));
            list.shapes.push_back({.x = left,
                                   .y = strip.y + strip.height - height,
                                   .width = right - left,
                                   .height = height,
                                   .colour = colour});
        }
        for (const programme::Milestone& milestone : model.programme.milestones) {
            const explorer::Period days = programme::daysOf(milestone);
            const float left = scale.xOf(days.first);
            const float right = std::max(scale.xOf(days.last + std::chrono::days(1)), left + kMark);
            list.shapes.push_back({.x = std::round(left),
                                   .y = strip.y + 3,
                                   .width = std::round(right - left),
                                   .height = kMarkHeight,
                                   .colour = theme.inkFaint,
                                   .radius = 1});
        }
    });
    const float today = scale.xOfMiddle(model.now.day);
    if (today > strip.x && today < strip.x + strip.width)
        frame.verticalLine(std::round(today), strip.y, strip.height, theme.today, 2);
}

/// The window as it moves to its place.
void paintWindow(Frame& frame, const Rect& strip, float left, float right) {
    const Theme& theme = frame.theme();
    frame.fill({left, strip.y, right - left, strip.height}, veilOf(theme));
    frame.outline({left, strip.y, right - left, strip.height}, theme.accent, 3, 2);
    for (const float edge : {left, right}) {
        frame.fill({std::round(edge - kGrip / 2), strip.y + 5, kGrip, strip.height - 10}, theme.accent, kGrip / 2);
    }
}

struct Handle {
    Key key;
    Word name;
    bool isEnd;
};

/// Outside of the window, so that a small one can still be dragged.
void drawHandle(Frame& frame, const Handle& handle, const Rect& strip, const Rect& target) {
    const Model& model = frame.model();
    const Window whole = explorer::wholeWindow(model.facts);
    const explorer::Period days = explorer::shownPeriod(model.facts, model.state);
    const programme::Day day = handle.isEnd ? days.last : days.first;
    const std::string date = programme::formatDate(day, model.interfaceLanguage);
    Node node = named(Role::slider, localised(model, handle.name));
    node.value = date;
    node.sliderMost = static_cast<float>(whole.length);
    node.sliderNow = static_cast<float>(programme::dayNumber(day) - whole.first);
    node.isInteractive = true;
    node.isDraggable = true;
    node.sign = handle.isEnd ? "]" : "[";
    const NodeId id = frame.add(handle.key, std::move(node), target);
    if (frame.isFocused(id)) {
        const float edge = handle.isEnd ? target.x : target.x + target.width;
        frame.ring({edge - kGrip, strip.y, 2 * kGrip, strip.height}, 4);
    }
    if (frame.isHovered(id) || frame.isFocused(id)) frame.tooltip(id, target, inInterfaceLanguage(model, date));
}

} // namespace

Colour veilOf(const Theme& theme) {
    return withAlpha(theme.accent, 0.157F);
}

void drawMinimap(Frame& frame, const Geometry& geometry, const Rect& rect) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const float reach = std::max(24.0F, model.viewport.hasCoarsePointer ? frame.targetHeight() : 0.0F);
    const Rect strip{rect.x + reach, rect.y, rect.width - 2 * reach, rect.height};
    const TimeScale scale = scaleOf(model, strip);
    const std::string whole = wordsOf(model, explorer::wholeWindow(model.facts));
    frame.open("minimap", Role::group, filled(model, Word::timeline_minimap, {{"window", whole}}), rect);
    frame.fill(strip, theme.surfaceStrong, 4);
    paintDensity(frame, strip, scale);
    paintWindow(frame, strip, scale.xAt(geometry.painted.first),
                scale.xAt(geometry.painted.first + geometry.painted.length));
    if (const auto& drawn = model.attention.timeline.drawn) {
        const float left = std::max(scale.xAt(drawn->first), strip.x);
        const float right = std::min(scale.xAt(drawn->end()), strip.x + strip.width);
        frame.outline({left, strip.y, std::max(1.0F, right - left), strip.height}, theme.accent, 3);
    }
    const auto addDragged = [&frame](Key key, const Rect& of) {
        Node node = nodeOf(Role::generic);
        node.isDraggable = true;
        frame.add(key, std::move(node), of);
    };
    addDragged("track", strip);
    const float left = scale.xAt(geometry.scale.first);
    const float right = scale.xAt(geometry.scale.first + geometry.scale.length);
    addDragged("window", {left, strip.y, right - left, strip.height});
    drawHandle(frame, {"start", Word::timeline_start, false}, strip, {left - reach, strip.y, reach, strip.height});
    drawHandle(frame, {"end", Word::timeline_end, true}, strip, {right, strip.y, reach, strip.height});
    frame.close();
}

} // namespace ui::timeline
