#include "ui/screen.h"

#include "explorer/facets.h"
#include "ui/handoff_parts.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <cmath>

namespace ui {

using programme::CountedWord;
using programme::Word;

namespace {

constexpr float kWidest = 1328;
constexpr float kFilterWidth = 248;
constexpr float kDetailWidth = 452;
constexpr float kStickyTop = 16;
constexpr float kScrollMargin = 12; // around a scrolling panel, so that focus rings are not cut

struct Column {
    float x, width;
};

Column contentColumn(const Frame& frame) {
    const float margin = frame.isPhone() ? 16 : 24;
    const float width = std::min(frame.model().viewport.width, frame.scaled(kWidest)) - 2 * margin;
    return {std::floor((frame.model().viewport.width - width) / 2), std::floor(width)};
}

float visibleHeight(const Frame& frame) {
    const Viewport& viewport = frame.model().viewport;
    return viewport.visibleHeight > 0 ? viewport.visibleHeight : viewport.height;
}

/// A skip link (WCAG 2.4.1): painted only while it has the focus.
NodeId drawSkipLink(Frame& frame, std::string_view key, Word label, float x) {
    const Button skip{.key = key, .label = localised(frame.model(), label), .look = ButtonLook::secondary};
    const NodeId id = frame.idOf(key);
    const Rect rect{x, 4, buttonWidth(frame, skip), buttonHeight(frame, skip.look)};
    if (frame.isFocused(id)) return drawButton(frame, skip, rect);
    Node node = named(Role::button, skip.label);
    node.isInteractive = true;
    node.isHiddenFromPointer = true;
    return frame.add(key, std::move(node), rect);
}

// ── The foot of a phone's screen ──

/// The bar that sticks to the foot of the view; `draw(x, y, width, height)` draws its content.
template <typename Draw>
float drawFoot(Frame& frame, float y, Draw draw) {
    const Theme& theme = frame.theme();
    const float width = frame.model().viewport.width;
    const float height = std::max(buttonHeight(frame, ButtonLook::primary), frame.targetHeight()) + 20;
    const float top = std::max(y, visibleHeight(frame) - height);
    frame.beginSticky("foot", named(Role::region, localised(frame.model(), Word::handoff_title)),
                      {0, top, width, height}, semantics::Stick::bottom, 0, top + height);
    frame.fill({0, top, width, height}, theme.background);
    frame.horizontalLine(0, top, width, theme.line);
    draw(16.0F, top + 10, width - 32, height - 20);
    frame.endSticky();
    return top + height;
}

float drawHandoffFoot(Frame& frame, float y) {
    return drawFoot(frame, y, [&frame](float x, float top, float width, float height) {
        const Button apply = applyButton(frame.model(), HandoffPlace::foot);
        const float buttonSize = std::min(buttonWidth(frame, apply), width * 0.6F);
        const float pillRoom = width - buttonSize - 12;
        const float pillHeight =
            frame.measure([&] { return drawCallPill(frame, HandoffPlace::foot, x, 0, pillRoom, false); });
        drawCallPill(frame, HandoffPlace::foot, x, std::round(top + (height - pillHeight) / 2), pillRoom, false);
        drawButton(frame, apply, {x + width - buttonSize, top, buttonSize, height});
    });
}

// ── A challenge as a page of its own ──

float drawDetailPage(Frame& frame) {
    const Column column = contentColumn(frame);
    frame.open("main", {.role = Role::main}, {0, 0, frame.model().viewport.width, 0});
    frame.open("detail", {.role = Role::article}, {column.x, 0, column.width, 0});
    float bottom = drawDetail(frame, column.x, 0, column.width, DetailPlace::page) + 24;
    frame.closeAt(bottom);
    frame.closeAt(bottom);
    if (!frame.isPhone()) return bottom;
    return drawFoot(frame, bottom, [&frame](float x, float top, float width, float height) {
        drawButton(frame, applyButton(frame.model(), HandoffPlace::detail), {x, top, width, height});
    });
}

// ── The filter as a page of its own ──

float drawFiltersPage(Frame& frame) {
    const Model& model = frame.model();
    const Column column = contentColumn(frame);
    frame.open("main", {.role = Role::main}, {0, 0, model.viewport.width, 0});
    const float size = std::max(frame.targetHeight(), 34.0F);
    const TextStyle style = detailTitleStyle(frame);
    const float titleTop = 16 + std::round((size - style.lineHeight) / 2);
    drawHeading(frame, "title", style, 1, localised(model, Word::filter_title), column.x, titleTop,
                column.width - size - 12, frame.theme().ink);
    const Button close{.key = "close",
                       .leading = Icon::close,
                       .name = localised(model, Word::filter_close),
                       .intent = explorer::Action(explorer::SetView{explorer::View::challenges})};
    drawButton(frame, close, {column.x + column.width - size, 16, size, size});
    float bottom = drawFilterGroups(frame, column.x, 16 + size + 20, column.width) + 24;
    if (explorer::countChosen(model.state) > 0) {
        const Button clear{.key = "clear",
                           .label = localised(model, Word::results_clear),
                           .look = ButtonLook::secondary,
                           .intent = explorer::Action(explorer::ClearFilters{})};
        bottom = drawButtonAt(frame, clear, column.x, bottom, column.width) + 24;
    }
    frame.closeAt(bottom);
    return drawFoot(frame, bottom, [&frame](float x, float top, float width, float height) {
        const LocalisedString label = counted(frame.model(), CountedWord::filter_show, frame.model().visit.found);
        const Button show{.key = "show",
                          .label = label,
                          .look = ButtonLook::primary,
                          .intent = explorer::Action(explorer::SetView{explorer::View::challenges})};
        drawButton(frame, show, {x, top, width, height});
    });
}

// ── The page ──

/// A panel beside the cards, which stays in view while they scroll. `rect` is its place when nothing is scrolled.
template <typename Draw>
void drawPanel(Frame& frame, std::string_view key, Node node, const Rect& rect, float containerBottom, Draw draw) {
    frame.beginSticky(key, std::move(node), rect, semantics::Stick::top, kStickyTop, containerBottom);
    draw();
    frame.endSticky();
}

void drawFilterPanel(Frame& frame, const Rect& rect, float contentHeight, float containerBottom) {
    Node node = named(Role::complementary, localised(frame.model(), Word::filter_title));
    drawPanel(frame, "filter", std::move(node), rect, containerBottom, [&] {
        const Rect region{rect.x - kScrollMargin, rect.y, rect.width + 2 * kScrollMargin, rect.height};
        frame.beginScroll("scroll", {.role = Role::generic}, region, region.width, contentHeight);
        const float below = drawSearchField(frame, rect.x, rect.y + 4, rect.width);
        drawFilterGroups(frame, rect.x, below + 20, rect.width);
        frame.endScroll();
    });
}

void drawDetailPanel(Frame& frame, const Rect& rect, float contentHeight, float containerBottom) {
    const Model& model = frame.model();
    Node node = named(Role::complementary, localised(model, model.programme.challenges[*model.state.challenge].title));
    drawPanel(frame, "detail", std::move(node), rect, containerBottom, [&] {
        frame.fill(rect, frame.theme().background, 10);
        frame.beginRounded(rect, 10);
        frame.beginScroll("scroll", {.role = Role::article}, rect, rect.width, contentHeight);
        drawDetail(frame, rect.x, rect.y, rect.width, DetailPlace::beside);
        frame.endScroll();
        frame.endRounded();
        frame.outline(rect, frame.theme().line, 10);
    });
}

struct Columns {
    Rect rect;
    NodeId results;
    NodeId search; // the field
};

/// The filter, the cards and, on a wide screen, the open challenge.
Columns drawColumns(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const bool hasDetail = model.state.challenge.has_value() && frame.isWide();
    const float filterWidth = std::round(frame.scaled(kFilterWidth));
    const float detailWidth = hasDetail ? std::round(frame.scaled(kDetailWidth)) : 0;
    const float gap = 24;
    const float resultsX = x + filterWidth + gap;
    const float resultsWidth = width - filterWidth - gap - (hasDetail ? detailWidth + gap : 0);
    const float room = std::max(320.0F, visibleHeight(frame) - 2 * kStickyTop);

    const float resultsHeight = frame.measure([&] { return drawResults(frame, resultsX, 0, resultsWidth); });
    const float filterHeight = 4 + frame.measure([&] {
        return drawFilterGroups(frame, x, drawSearchField(frame, x, 0, filterWidth) + 20, filterWidth);
    }) + 8;
    const float detailX = x + width - detailWidth;
    const float detailHeight =
        hasDetail ? frame.measure([&] { return drawDetail(frame, detailX, 0, detailWidth, DetailPlace::beside); }) : 0;
    const float height = std::max({resultsHeight, std::min(filterHeight, room), std::min(detailHeight, room)});

    Columns columns{
        {x, y, width, height}, semantics::kNoNode, nodeAt({"main", "columns", "filter", "scroll", "search", "field"})};
    frame.open("columns", {.role = Role::generic}, columns.rect);
    drawFilterPanel(frame, {x, y, filterWidth, std::min(filterHeight, room)}, filterHeight, y + height);
    columns.results = frame.idOf("results");
    drawResults(frame, resultsX, y, resultsWidth);
    if (hasDetail)
        drawDetailPanel(frame, {detailX, y, detailWidth, std::min(detailHeight, room)}, detailHeight, y + height);
    frame.close();
    return columns;
}

Columns drawOneColumn(Frame& frame, float x, float y, float width) {
    float at = drawSearchField(frame, x, y, width) + 8;
    at = drawFilterRow(frame, x, at, width) + 20;
    const NodeId results = frame.idOf("results");
    at = drawResults(frame, x, at, width);
    return {{x, y, width, at - y}, results, nodeAt({"main", "search", "field"})};
}

float drawOverview(Frame& frame) {
    const Column column = contentColumn(frame);
    const bool isPhone = frame.isPhone();
    const NodeId toResults = drawSkipLink(frame, "skip", Word::skip_results, column.x);
    const NodeId toSearch = drawSkipLink(frame, "skip-search", Word::skip_search, column.x);
    const NodeId toAbout = drawSkipLink(frame, "skip-about", Word::skip_about, column.x);
    float at = drawHeader(frame, column.x, isPhone ? 16 : 24, column.width) + (isPhone ? 16.0F : 20.0F);
    frame.open("main", {.role = Role::main}, {column.x, at, column.width, 0});
    at = drawTimeline(frame, column.x, at, column.width) + (isPhone ? 12.0F : 22.0F);
    const Columns columns =
        isPhone ? drawOneColumn(frame, column.x, at, column.width) : drawColumns(frame, column.x, at, column.width);
    at = columns.rect.y + columns.rect.height;
    frame.closeAt(at);
    frame.onActivate(toResults, GoTo{columns.results});
    frame.onActivate(toSearch, GoTo{columns.search});
    frame.onActivate(toAbout, GoTo{frame.idOf("about")});
    at = drawAbout(frame, column.x, at + 40, column.width) + 8;
    return isPhone ? drawHandoffFoot(frame, at) : at;
}

} // namespace

NodeId nodeAt(std::initializer_list<std::string_view> path) {
    NodeId id = semantics::kRootId;
    for (const std::string_view key : path) id = semantics::childId(id, key);
    return id;
}

NodeId detailCloseButton() {
    return nodeAt({"main", "detail", "close"});
}

NodeId filtersCloseButton() {
    return nodeAt({"main", "close"});
}

float drawScreen(Frame& frame) {
    const explorer::State& state = frame.model().state;
    if (state.challenge && !frame.isWide()) return drawDetailPage(frame);
    if (state.view == explorer::View::filters && frame.isPhone()) return drawFiltersPage(frame);
    return drawOverview(frame);
}

float drawProblems(Frame& frame, std::span<const programme::DescribedProblem> problems) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const Column column = contentColumn(frame);
    frame.open("main", {.role = Role::main}, {column.x, 24, column.width, 0});
    float at = drawHeading(frame, "title", detailTitleStyle(frame), 1, localised(model, Word::problems_title), column.x,
                           24, column.width, theme.ink) +
               16;
    frame.open("problems", {.role = Role::list}, {column.x, at, column.width, 0});
    for (std::size_t index = 0; index < problems.size(); ++index) {
        const programme::DescribedProblem& problem = problems[index];
        frame.open("problem" + std::to_string(index), {.role = Role::listItem}, {column.x, at, column.width, 0});
        const LocalisedString place = filled(model, Word::problems_place,
                                             {{"line", std::to_string(problem.place.line)},
                                              {"column", std::to_string(problem.place.column)},
                                              {"pointer", problem.pointer}});
        at = frame.write("place", noteStrongStyle(frame), place, column.x, at, column.width, theme.inkFaint);
        const LocalisedString sentence = inInterfaceLanguage(model, problem.sentence);
        at = frame.write("sentence", bodyStyle(frame), sentence, column.x, at, column.width, theme.ink);
        frame.closeAt(at);
        at += 12;
    }
    frame.closeAt(at);
    frame.closeAt(at);
    return at + 24;
}

} // namespace ui
