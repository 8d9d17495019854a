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

constexpr float kWidest = 1840; // with the margins; five columns of cards
constexpr float kFilterWidth = 248;
constexpr float kDetailWidth = 452;
constexpr float kDetailComesFrom = 32; // to the right of its place
constexpr float kStickyTop = 16;

struct Column {
    float x, width;
};

Column contentColumn(const Frame& frame) {
    const float margin = frame.isPhone() ? 16 : 24;
    const float width = std::min(frame.model().viewport.width, frame.scaled(kWidest)) - 2 * margin;
    return {std::floor((frame.model().viewport.width - width) / 2), std::floor(width)};
}

/// A skip link (WCAG 2.4.1): painted only while it has the focus, above the page's title.
NodeId drawSkipLink(Frame& frame, Key key, Word label, float x) {
    const Button skip{.key = key, .label = localised(frame.model(), label), .look = ButtonLook::secondary};
    const NodeId id = frame.idOf(key);
    constexpr float kLeastHeight = 24; // of a target (WCAG 2.5.8), CSS px
    const float height = frame.model().viewport.hasCoarsePointer ? frame.targetHeight() : kLeastHeight;
    const Rect rect{x, 4, buttonWidth(frame, skip), height};
    if (frame.isFocused(id)) return drawButton(frame, skip, rect);
    Node node = named(Role::button, skip.label);
    node.isInteractive = true;
    node.isHiddenFromPointer = true;
    return frame.add(key, std::move(node), rect);
}

// ── The foot of a phone's screen ──

/// The bar that sticks to the foot of the view; draw(x, y, width) draws its content.
template <typename Draw>
float drawFoot(Frame& frame, float y, Draw draw) {
    const Theme& theme = frame.theme();
    const float width = frame.model().viewport.width;
    const Column column = contentColumn(frame);
    const float height = 20 + frame.measure([&] { return draw(column.x, 0.0F, column.width); });
    const float top = std::max(y, visibleHeight(frame.model().viewport) - height);
    frame.beginSticky("foot", named(Role::region, localised(frame.model(), Word::handoff_title)),
                      {0, top, width, height}, semantics::Stick::bottom, 0, top + height);
    frame.fill({0, top, width, height}, theme.background);
    frame.horizontalLine(0, top, width, theme.line);
    draw(column.x, top + 10, column.width);
    frame.endSticky();
    return top + height;
}

/// Whether the way to the form and to the shortlist sticks to the foot of the overview: on a phone always; else once
/// there is a shortlist.
bool hasHandoffFoot(const Frame& frame) {
    return frame.hasFoot() || !frame.model().state.shortlist.empty();
}

float drawHandoffFoot(Frame& frame, float y, HandoffPlace place) {
    return drawFoot(frame, y, [&frame, place](float x, float top, float width) {
        return drawHandoffBar(frame, place, x, top, width);
    });
}

// ── Pages of their own ──

/// The head of a page of its own, which stays at the upper edge of the view: painted over the `body`, read before it.
template <typename Draw>
void drawHeadBar(Frame& frame, NodeId body, float height, float bottom, Draw draw) {
    const Rect rect{0, 0, frame.model().viewport.width, height};
    const NodeId head = frame.beginSticky("head", nodeOf(Role::generic), rect, semantics::Stick::top, 0, bottom);
    frame.fill(rect, frame.theme().background);
    frame.horizontalLine(0, height - 1, rect.width, frame.theme().line);
    draw();
    frame.endSticky();
    frame.moveBefore(head, body);
}

float drawDetailPage(Frame& frame) {
    const Column column = contentColumn(frame);
    const Rect page{0, 0, frame.model().viewport.width, 0};
    const auto drawHead = [&] { return drawDetailHead(frame, column.x, 0, column.width, DetailPlace::page); };
    const float headHeight = frame.measure(drawHead);
    frame.open("main", Role::main, page);
    frame.open("detail", Role::article, page);
    describeAnnouncement(frame, column.x, 0);
    const NodeId body = frame.open("body", Role::generic, {column.x, headHeight, column.width, 0});
    const float bottom = drawDetailBody(frame, column.x, headHeight, column.width, DetailPlace::page) + 24;
    frame.closeAt(bottom);
    drawHeadBar(frame, body, headHeight, bottom, drawHead);
    frame.closeAt(bottom);
    frame.closeAt(bottom);
    if (!frame.hasFoot()) return bottom;
    return drawHandoffFoot(frame, bottom, HandoffPlace::detail);
}

/// Title, × and search field of the filter as a page of its own.
float drawFiltersHead(Frame& frame, const Column& column) {
    const Model& model = frame.model();
    const float size = std::max(frame.targetHeight(), 34.0F);
    const TextStyle style = detailTitleStyle(frame);
    drawHeading(frame, "title", style, 1, localised(model, Word::filter_title), column.x,
                12 + std::round((size - style.lineHeight) / 2), column.width - size - 12, frame.theme().ink);
    const Button close{.key = "close",
                       .leading = Icon::close,
                       .name = localised(model, Word::filter_close),
                       .intent = explorer::Action(explorer::SetView{explorer::View::challenges})};
    if (!frame.isMeasuring()) drawButton(frame, close, {column.x + column.width - size, 12, size, size});
    return drawSearchField(frame, column.x, 12 + size + 8, column.width) + 12;
}

LocalisedString showLabel(const Model& model) {
    return counted(model, CountedWord::filter_show, model.visit.found);
}

/// "Voir 7 défis": leads from the filter to the list.
Button showButton(const LocalisedText& label, ButtonLook look) {
    return {.key = "show",
            .label = label,
            .look = look,
            .intent = explorer::Action(explorer::SetView{explorer::View::challenges})};
}

float drawFiltersPage(Frame& frame) {
    const Model& model = frame.model();
    const Column column = contentColumn(frame);
    const auto drawHead = [&] { return drawFiltersHead(frame, column); };
    const float headHeight = frame.measure(drawHead);
    frame.open("main", Role::main, {0, 0, model.viewport.width, 0});
    const NodeId body = frame.open("body", Role::generic, {column.x, headHeight, column.width, 0});
    float bottom = drawFilterGroups(frame, column.x, headHeight + 16, column.width) + 24;
    if (explorer::countChosen(model.state) > 0) {
        const Button clear{.key = "clear",
                           .label = localised(model, Word::results_clear),
                           .look = ButtonLook::secondary,
                           .intent = explorer::Action(explorer::ClearFilters{})};
        bottom = drawButtonAt(frame, clear, column.x, bottom, column.width) + 24;
    }
    frame.closeAt(bottom);
    drawHeadBar(frame, body, headHeight, bottom, drawHead);
    frame.closeAt(bottom);
    const LocalisedString label = showLabel(model);
    return drawFoot(frame, bottom, [&](float x, float top, float width) {
        const float height = buttonHeight(frame, ButtonLook::primary);
        drawButton(frame, showButton(label, ButtonLook::primary), {x, top, width, height});
        return top + height;
    });
}

// ── The page ──

/// Beside the cards. Where it is higher than the view it moves with the page until its end is in view, and stays there:
/// it needs no scrollbar of its own.
void drawFilterPanel(Frame& frame, const Rect& rect, float containerBottom) {
    Node node = named(Role::complementary, localised(frame.model(), Word::filter_title));
    const float inset = std::min(kStickyTop, frame.model().viewport.height - rect.height - kStickyTop);
    frame.beginSticky("filter", std::move(node), rect, semantics::Stick::top, inset, containerBottom);
    const float below = drawSearchField(frame, rect.x, rect.y + 4, rect.width);
    drawFilterGroups(frame, rect.x, below + 20, rect.width);
    frame.endSticky();
}

/// Beside the cards. Its head stays while its body scrolls.
void drawDetailPanel(Frame& frame, const Rect& rect, float headHeight, float bodyHeight, float containerBottom) {
    const Model& model = frame.model();
    const LocalisedText title = localised(model, model.programme.challenges[*model.state.challenge].title);
    // It comes from the edge of the screen while the cards give way. Its ground hides them from the first frame on.
    const float opacity = frame.animate(frame.idOf("detail"), Property::opacity, 1, 0.0F);
    frame.beginMotion((1 - opacity) * kDetailComesFrom, 0);
    frame.beginSticky("detail", named(Role::complementary, title), rect, semantics::Stick::top, kStickyTop,
                      containerBottom);
    frame.fill(rect, frame.theme().background, radius::kPanel);
    frame.beginMotion(0, 0, opacity);
    const Rect body{rect.x, rect.y + headHeight, rect.width, rect.height - headHeight};
    frame.open("head", Role::generic, {rect.x, rect.y, rect.width, headHeight});
    drawDetailHead(frame, rect.x, rect.y, rect.width, DetailPlace::beside);
    frame.close();
    frame.beginRounded(rect, radius::kPanel);
    // Another challenge's text is another region, which begins at its top.
    const std::string key = keyOf(model, model.programme.challenges[*model.state.challenge].id);
    frame.beginScroll(key, nodeOf(Role::article), body, body.width, bodyHeight);
    drawDetailBody(frame, body.x, body.y, body.width, DetailPlace::beside);
    frame.endScroll();
    frame.endRounded();
    frame.horizontalLine(body.x, body.y, body.width, frame.theme().line);
    frame.endMotion();
    frame.outline(rect, frame.theme().line, radius::kPanel);
    frame.endSticky();
    frame.endMotion();
}

/// CSS px.
struct DetailHeights {
    float head = 0, body = 0;
};

DetailHeights measureDetail(Frame& frame, float x, float width) {
    constexpr DetailPlace kBeside = DetailPlace::beside;
    return {frame.measure([&] { return drawDetailHead(frame, x, 0, width, kBeside); }),
            frame.measure([&] { return drawDetailBody(frame, x, 0, width, kBeside); })};
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
    const float foot = hasHandoffFoot(frame) ? buttonHeight(frame, ButtonLook::primary) + 20 : 0;
    const float room = std::max(320.0F, visibleHeight(frame.model().viewport) - 2 * kStickyTop - foot);

    const float resultsHeight = frame.measure([&] { return drawResults(frame, resultsX, 0, resultsWidth); });
    const float filterHeight = 4 + frame.measure([&] {
        return drawFilterGroups(frame, x, drawSearchField(frame, x, 0, filterWidth) + 20, filterWidth);
    }) + 8;
    const float detailX = x + width - detailWidth;
    const DetailHeights detail = hasDetail ? measureDetail(frame, detailX, detailWidth) : DetailHeights{};
    const float detailHeight = std::min(detail.head + detail.body, room);
    const float height = std::max({resultsHeight, filterHeight, detailHeight});

    Columns columns{{x, y, width, height}, semantics::kNoNode, searchFieldIn(model.viewport)};
    frame.open("columns", Role::generic, columns.rect);
    drawFilterPanel(frame, {x, y, filterWidth, filterHeight}, y + height);
    // Lower than the filter, the list stays while that goes by: one sees what ticking does.
    const auto stick = resultsHeight < height ? semantics::Stick::top : semantics::Stick::none;
    columns.results = frame.beginSticky("results", named(Role::region, localised(model, Word::results_title)),
                                        {resultsX, y, resultsWidth, resultsHeight}, stick, kStickyTop, y + height);
    drawResults(frame, resultsX, y, resultsWidth, y + resultsHeight);
    frame.endSticky();
    if (hasDetail)
        drawDetailPanel(frame, {detailX, y, detailWidth, detailHeight}, detail.head, detail.body, y + height);
    frame.close();
    return columns;
}

/// On a phone, in a web page with other content: below the row, which has the button that opens and closes it.
float drawFiltersInPlace(Frame& frame, float x, float y, float width) {
    frame.open("filters", Role::group, localised(frame.model(), Word::filter_title), {x, y, width, 0});
    float at = drawFilterGroups(frame, x, y, width) + 16;
    const LocalisedString label = showLabel(frame.model());
    at = drawButtonAt(frame, showButton(label, ButtonLook::secondary), x, at, width);
    frame.closeAt(at);
    return at;
}

Columns drawOneColumn(Frame& frame, float x, float y, float width) {
    const float rowTop = drawSearchField(frame, x, y, width) + 8;
    const auto drawRow = [&] { return drawFilterRow(frame, x, rowTop, width); };
    const float rowBottom = frame.measure(drawRow);
    const bool hasFilters = frame.model().state.view == explorer::View::filters;
    float at = rowBottom + 20;
    if (hasFilters) at = drawFiltersInPlace(frame, x, at, width) + 20;
    const NodeId results =
        frame.open("results", Role::region, localised(frame.model(), Word::results_title), {x, at, width, 0});
    at = drawResults(frame, x, at, width);
    frame.closeAt(at);
    const Rect row{0, rowTop - gap::kClose, frame.model().viewport.width, rowBottom - rowTop + 2 * gap::kClose};
    const NodeId node = beginHead(frame, "row", row, at);
    drawRow();
    frame.endSticky();
    frame.moveBefore(node, hasFilters ? frame.idOf("filters") : results);
    return {{x, y, width, at - y}, results, searchFieldIn(frame.model().viewport)};
}

// ── The shortlist, and its comparison, as a page of its own ──

/// The shortlist or its comparison and, on a wide screen, the open challenge. Returns the y of its lower edge.
float drawShortlistColumns(Frame& frame, float x, float y, float width) {
    const bool hasDetail = frame.model().state.challenge.has_value() && frame.isWide();
    const float detailWidth = hasDetail ? std::round(frame.scaled(kDetailWidth)) : 0;
    const float listWidth = width - (hasDetail ? detailWidth + 24 : 0);
    const float detailX = x + width - detailWidth;
    const float room = std::max(320.0F, visibleHeight(frame.model().viewport) - 2 * kStickyTop);
    const auto drawList = frame.model().state.view == explorer::View::comparison ? drawComparison : drawShortlist;
    const float listHeight = frame.measure([&] { return drawList(frame, x, 0, listWidth); });
    const DetailHeights detail = hasDetail ? measureDetail(frame, detailX, detailWidth) : DetailHeights{};
    const float detailHeight = std::min(detail.head + detail.body, room);
    const float height = std::max(listHeight, detailHeight);
    frame.open("columns", Role::generic, {x, y, width, height});
    drawList(frame, x, y, listWidth);
    if (hasDetail)
        drawDetailPanel(frame, {detailX, y, detailWidth, detailHeight}, detail.head, detail.body, y + height);
    frame.close();
    return y + height;
}

float drawShortlistPage(Frame& frame) {
    const Column column = contentColumn(frame);
    const float top = frame.isPhone() ? 16 : 24;
    frame.open("main", Role::main, {column.x, top, column.width, 0});
    const float bottom = drawShortlistColumns(frame, column.x, top, column.width) + 24;
    frame.closeAt(bottom);
    return frame.hasFoot() ? drawHandoffFoot(frame, bottom, HandoffPlace::foot) : bottom;
}

float drawOverview(Frame& frame) {
    const Column column = contentColumn(frame);
    const bool isPhone = frame.isPhone();
    const bool hasDetail = frame.model().state.challenge.has_value();
    if (hasDetail) {
        const NodeId toDetail = drawSkipLink(frame, "skip-detail", Word::skip_detail, column.x);
        frame.onActivate(toDetail, GoTo{detailPanel()});
    }
    const NodeId toResults = drawSkipLink(frame, "skip", Word::skip_results, column.x);
    const NodeId toSearch = drawSkipLink(frame, "skip-search", Word::skip_search, column.x);
    const NodeId toAbout = drawSkipLink(frame, "skip-about", Word::skip_about, column.x);
    float at = drawHeader(frame, column.x, isPhone ? 16 : 24, column.width) + (isPhone ? 16.0F : 20.0F);
    frame.open("main", Role::main, {column.x, at, column.width, 0});
    at = drawTimeline(frame, column.x, at, column.width) + (isPhone ? 12.0F : 22.0F);
    const Columns columns =
        isPhone ? drawOneColumn(frame, column.x, at, column.width) : drawColumns(frame, column.x, at, column.width);
    at = columns.rect.y + columns.rect.height;
    frame.closeAt(at);
    frame.onActivate(toResults, GoTo{columns.results});
    frame.onActivate(toSearch, GoTo{columns.search});
    frame.onActivate(toAbout, GoTo{frame.idOf("about")});
    at = drawAbout(frame, column.x, at + 40, column.width) + 8;
    return hasHandoffFoot(frame) ? drawHandoffFoot(frame, at, HandoffPlace::foot) : at;
}

float drawPage(Frame& frame) {
    const explorer::State& state = frame.model().state;
    if (state.challenge && !frame.isWide()) return drawDetailPage(frame);
    if (isFiltersPage(state, frame.model().viewport)) return drawFiltersPage(frame);
    if (explorer::isOfShortlist(state.view)) return drawShortlistPage(frame);
    return drawOverview(frame);
}

} // namespace

NodeId beginHead(Frame& frame, Key key, const Rect& rect, float bottom) {
    constexpr float kMostShare = 0.25F; // of the view's height; a higher head does not stay in view
    const bool isLow = bottom > 0 && rect.height <= visibleHeight(frame.model().viewport) * kMostShare;
    const auto stick = isLow ? semantics::Stick::top : semantics::Stick::none;
    const NodeId id = frame.beginSticky(key, nodeOf(Role::generic), rect, stick, 0, bottom);
    if (!frame.isStuck()) return id;
    frame.fill(rect, frame.theme().background);
    frame.horizontalLine(rect.x, rect.y + rect.height - 1, rect.width, frame.theme().line);
    return id;
}

Intent openIntent(const Model& model, explorer::ChallengeIndex challenge) {
    if (model.state.challenge == challenge && isWide(model.viewport)) return GoTo{detailPanel()};
    return explorer::Action(explorer::OpenChallenge{challenge});
}

NodeId nodeAt(std::initializer_list<std::string_view> path) {
    NodeId id = semantics::kRootId;
    for (const std::string_view key : path) id = semantics::childId(id, key);
    return id;
}

NodeId searchFieldIn(const Viewport& viewport) {
    return isPhone(viewport) ? nodeAt({"main", "search", "field"})
                             : nodeAt({"main", "columns", "filter", "search", "field"});
}

NodeId resultsIn(const Viewport& viewport) {
    return isPhone(viewport) ? nodeAt({"main", "results"}) : nodeAt({"main", "columns", "results"});
}

NodeId resultsHeading(const Viewport& viewport) {
    const NodeId head = semantics::childId(resultsIn(viewport), "head");
    return semantics::childId(semantics::childId(head, "count"), "heading");
}

bool isFiltersPage(const explorer::State& state, const Viewport& viewport) {
    return state.view == explorer::View::filters && isPhone(viewport) && !viewport.isEmbedded;
}

NodeId detailPanel() {
    return nodeAt({"main", "columns", "detail"});
}

NodeId detailCloseButton() {
    return nodeAt({"main", "detail", "head", "close"});
}

NodeId filtersCloseButton() {
    return nodeAt({"main", "head", "close"});
}

NodeId shortlistHeading() {
    return nodeAt({"main", "columns", "shortlist", "title"});
}

float drawScreen(Frame& frame) {
    const float height = drawPage(frame);
    if (frame.model().attention.showsKeys) drawKeysDialog(frame, height);
    return height;
}

float drawProblems(Frame& frame, std::span<const programme::DescribedProblem> problems) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const Column column = contentColumn(frame);
    frame.open("main", Role::main, {column.x, 24, column.width, 0});
    float at = drawHeading(frame, "title", detailTitleStyle(frame), 1, localised(model, Word::problems_title), column.x,
                           24, column.width, theme.ink) +
               16;
    frame.open("problems", Role::list, {column.x, at, column.width, 0});
    for (std::size_t index = 0; index < problems.size(); ++index) {
        const programme::DescribedProblem& problem = problems[index];
        frame.openItem("problem", index, {column.x, at, column.width, 0});
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
