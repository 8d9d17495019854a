// The buttons of the timeline: zoom out, zoom in, the window before, earlier, later; the named windows. Each name says
// what the button will show. Also what says that a gesture was not for the timeline, and the window being drawn.
#include "base/colour.h"
#include "explorer/window.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace ui::timeline {

using explorer::Window;
using programme::Word;

namespace {

constexpr float kGap = 3;     // between icon buttons
constexpr float kWordGap = 8; // between named windows
constexpr float kRowGap = 6;  // above the named windows, which are 12 lower than a finger's target: 12 are seen
constexpr float kLeastMinimap = 220;

explorer::Action show(const Window& window) {
    return explorer::ShowWindow{window.first, window.length};
}

struct ScaleButton {
    Key key;
    Icon icon;
    Word name; // with the place {window}
    bool isDisabled;
    Window shows;
};

void drawScaleButton(Frame& frame, const ScaleButton& scaleButton, const Rect& rect) {
    const Model& model = frame.model();
    const Button button{.key = scaleButton.key,
                        .leading = scaleButton.icon,
                        .name = filled(model, scaleButton.name, {{"window", wordsOf(model, scaleButton.shows)}}),
                        .isDisabled = scaleButton.isDisabled,
                        .intent = show(scaleButton.shows)};
    const NodeId id = drawButton(frame, button, rect);
    // Not at focus: the tooltip would be the description of a node that has the same name.
    if (!button.isDisabled && frame.isHovered(id)) frame.tooltip(id, rect, button.name);
}

/// Zoom out, zoom in, the window before.
std::array<ScaleButton, 3> zoomButtons(const Model& model) {
    const Window shown = explorer::shownWindow(model.facts, model.state);
    const double anchor = explorer::anchorOf(shown, explorer::openDates(model.programme, model.state), model.now.day);
    const auto zoomed = [&](double factor) { return explorer::zoomWindow(model.facts, shown, factor, anchor); };
    const std::optional<Window>& before = model.attention.timeline.before;
    return {{
        {"out", Icon::minus, Word::timeline_zoomOut, explorer::showsWholeCalendar(model.facts, model.state),
         zoomed(explorer::kZoomStep)},
        {"in", Icon::plus, Word::timeline_zoomIn, shown.length <= explorer::kShortestPeriodDays,
         zoomed(1 / explorer::kZoomStep)},
        {"before", Icon::undo, before ? Word::timeline_before : Word::timeline_noBefore, !before,
         before.value_or(shown)},
    }};
}

/// Pan by half of the time shown: the alternative to dragging (WCAG 2.5.7).
std::array<ScaleButton, 2> panButtons(const Model& model) {
    const Window whole = explorer::wholeWindow(model.facts);
    const Window shown = explorer::shownWindow(model.facts, model.state);
    const auto panned = [&](double share) { return explorer::panWindow(model.facts, shown, share * shown.length); };
    return {{
        {"earlier", Icon::back, Word::timeline_earlier, shown.first <= whole.first, panned(-0.5)},
        {"later", Icon::forward, Word::timeline_later, shown.end() >= whole.end(), panned(0.5)},
    }};
}

struct NamedWindow {
    Key key;
    Word label;
    Window window;
};

/// The call, today where the calendar has it, everything.
std::vector<NamedWindow> namedWindows(const Model& model) {
    std::vector<NamedWindow> windows{
        {"call", Word::timeline_theCall, explorer::callWindow(model.programme, model.facts)}};
    if (const auto today = explorer::todayWindow(model.facts, model.now.day))
        windows.push_back({"now", Word::timeline_now, *today});
    windows.push_back({"fit", Word::timeline_fit, explorer::wholeWindow(model.facts)});
    return windows;
}

Button buttonOf(const Model& model, const NamedWindow& named) {
    const bool isShown = explorer::shownWindow(model.facts, model.state) == named.window;
    return {.key = named.key,
            .label = localised(model, named.label),
            .look = isShown ? ButtonLook::pill : ButtonLook::chip,
            .name = filled(model, Word::timeline_named,
                           {{"name", localised(model, named.label).text}, {"window", wordsOf(model, named.window)}}),
            .pressed = isShown ? Tristate::yes : Tristate::no,
            .intent = show(named.window)};
}

/// In rows from (x, y) on, of which each is `height` high; returns their lower edge.
float drawNamedWindows(Frame& frame, const Geometry& geometry, float x, float y, float height) {
    RowLayout row{x, y, geometry.x + geometry.width - x - 12, height, kWordGap};
    std::vector<std::pair<Button, Rect>> buttons;
    for (const NamedWindow& window : namedWindows(frame.model())) {
        const Button button = buttonOf(frame.model(), window);
        const float own = std::min(height, buttonHeight(frame, button.look));
        Rect rect = row.next(buttonWidth(frame, button));
        rect.y += std::round((height - own) / 2);
        rect.height = own;
        buttons.emplace_back(button, rect);
    }
    const Rect around{x, y, row.width, row.bottom() - y};
    frame.open("windows", Role::group, localised(frame.model(), Word::timeline_windows), around);
    for (const auto& [button, rect] : buttons) drawButton(frame, button, rect);
    frame.close();
    return row.bottom();
}

float widthOfNamedWindows(Frame& frame) {
    float width = -kWordGap;
    for (const NamedWindow& window : namedWindows(frame.model()))
        width += buttonWidth(frame, buttonOf(frame.model(), window)) + kWordGap;
    return width;
}

} // namespace

std::string wordsOf(const Model& model, const Window& window) {
    return datesOf(model, explorer::roundToDays(model.facts, window)).text;
}

bool hasButtonsBelow(const Frame& frame) {
    return frame.isPhone() || frame.model().viewport.hasCoarsePointer;
}

bool hasButtonsAtAxis(const Frame& frame) {
    return !hasButtonsBelow(frame) && !explorer::showsWholeCalendar(frame.model().facts, frame.model().state);
}

void drawButtonsAtAxis(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const float size = std::min(frame.targetHeight(), 32.0F);
    const Rect row{geometry.x + 10, geometry.y + 10, geometry.plotX + geometry.plotWidth - geometry.x - 10, size};
    frame.open("zoom", Role::group, localised(model, Word::timeline_zoom), row);
    float x = row.x;
    for (const ScaleButton& button : zoomButtons(model)) {
        drawScaleButton(frame, button, {x, row.y, size, size});
        x += size + kGap;
    }
    if (hasButtonsAtAxis(frame)) {
        const auto [earlier, later] = panButtons(model);
        drawScaleButton(frame, earlier, {geometry.plotX, geometry.y + 4, kSmallButton, kSmallButton});
        drawScaleButton(frame, later, {row.x + row.width - kSmallButton, geometry.y + 4, kSmallButton, kSmallButton});
    }
    frame.close();
}

namespace {

/// Earlier, later, and the zoom buttons, in a row from `x` on.
void drawButtonsInRow(Frame& frame, float x, float y, float size) {
    const Model& model = frame.model();
    std::vector<ScaleButton> buttons;
    std::ranges::copy(panButtons(model), std::back_inserter(buttons));
    std::ranges::copy(zoomButtons(model), std::back_inserter(buttons));
    const float width = static_cast<float>(buttons.size()) * (size + kGap) - kGap;
    frame.open("zoom", Role::group, localised(model, Word::timeline_zoom), {x, y, width, size});
    for (const ScaleButton& button : buttons) {
        drawScaleButton(frame, button, {x, y, size, size});
        x += size + kGap;
    }
    frame.close();
}

} // namespace

float drawRowBelow(Frame& frame, const Geometry& geometry) {
    const float size = frame.targetHeight();
    const float right = geometry.x + geometry.width - 12;
    const float left = geometry.x + 12;
    float y = geometry.plotBottom + 4;
    float end = right;
    const float windows = left + widthOfNamedWindows(frame);
    if (hasButtonsBelow(frame)) {
        const float icons = 5 * (size + kGap) - kGap;
        const bool fits = windows + 16 + icons <= right;
        drawButtonsInRow(frame, fits ? right - icons : left, y, size);
        if (fits) {
            end = right - icons - 16;
        } else {
            y += size + kRowGap;
        }
    }
    const float bottom = drawNamedWindows(frame, geometry, left, y, size);
    const float room = end - windows - 16;
    const bool isWhole = explorer::showsWholeCalendar(frame.model().facts, frame.model().state);
    if (!isWhole && !frame.isPhone() && room >= kLeastMinimap)
        drawMinimap(frame, geometry, {windows + 16, y, room, size});
    return bottom + (frame.isPhone() ? 2.0F : 10.0F);
}

void drawDrawnWindow(Frame& frame, const Geometry& geometry) {
    const std::optional<Window>& drawn = frame.model().attention.timeline.drawn;
    if (!drawn) return;
    const auto xAt = [&](double time) {
        return std::clamp(geometry.painted.xAt(time), geometry.plotX, geometry.plotX + geometry.plotWidth);
    };
    const float left = xAt(drawn->first);
    const float right = xAt(drawn->end());
    const Theme& theme = frame.theme();
    const float height = geometry.plotBottom - geometry.y;
    frame.fill({left, geometry.y, right - left, height}, veilOf(theme));
    frame.verticalLine(left, geometry.y, height, theme.accent);
    frame.verticalLine(right, geometry.y, height, theme.accent);
}

void drawHint(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const TextStyle style = noteStrongStyle(frame);
    const NodeId group = frame.idOf("hint");
    const auto paint = [&](TimelineHint hint) {
        const LocalisedText words =
            localised(model, hint == TimelineHint::command ? Word::timeline_hintCommand : Word::timeline_hintControl);
        const float width = std::ceil(frame.text().measure(style, words.text)) + 24;
        const float height = style.lineHeight + 12;
        const Rect rect{std::round(geometry.plotX + (geometry.plotWidth - width) / 2),
                        std::round((geometry.lanesY + geometry.plotBottom - height) / 2), width, height};
        return std::pair(rect, words);
    };
    const auto write = [&](const Rect& rect, const LocalisedText& words) {
        frame.fill(rect, theme.ink, rect.height / 2);
        frame.write("words", style, words, rect.x + 12, rect.y + 6, rect.width, theme.background, 1);
    };
    if (const TimelineHint hint = model.attention.timeline.hint; hint != TimelineHint::none) {
        const auto [rect, words] = paint(hint);
        frame.open("hint", Role::status, rect);
        frame.beginMotion(0, 0, frame.appear(group, static_cast<std::uint64_t>(hint)));
        write(rect, words);
        frame.endMotion();
        frame.close();
    }
    for (const Leaving& gone : frame.leaving(group)) {
        const auto [rect, words] = paint(static_cast<TimelineHint>(gone.key));
        frame.beginLeaving(0, 0, gone.opacity);
        write(rect, words);
        frame.endLeaving();
    }
}

} // namespace ui::timeline
