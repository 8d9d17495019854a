// The challenges' lines in the timeline: their layout, the one mark for all while they are closed (a bar that says the
// dates that they share, or a picture of thin lines), and the button that opens and closes them.
#include "base/clamp.h"
#include "base/colour.h"
#include "base/sort.h"
#include "search/folding.h"
#include "ui/screen.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"
#include "ui/widgets/icons.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace ui::timeline {

using explorer::ChallengeIndex;
using explorer::LinesView;
using programme::CountedWord;
using programme::Word;

namespace {

constexpr float kHeadHeight = 28;
constexpr float kRowPitch = 24;
constexpr std::size_t kMostOpenRows = 40; // more rows than that are no longer looked through
constexpr float kPicturePitch = 5;
constexpr float kSmallPitch = 3;          // on a phone
constexpr float kSmallBar = 18;           // on a phone: the height of the bar with its insets
constexpr float kMostPictureHeight = 200; // of all lines of the picture together
constexpr float kFaded = 0.18F;           // the colour's share in a line that the filters exclude
constexpr const char* kButton = "lines";  // its key in the plot

/// The challenges that may have rows: all that have dates, or, where these are too many, those that the filters leave.
/// Empty where these are too many too.
std::vector<ChallengeIndex> listRows(const Model& model) {
    const std::vector<ChallengeIndex>& dated = model.facts.dated;
    if (dated.size() <= kMostOpenRows) return dated;
    std::vector<ChallengeIndex> shown;
    if (model.visit.shown.size() > kMostOpenRows) return shown;
    std::ranges::copy_if(dated, std::back_inserter(shown),
                         [&](ChallengeIndex index) { return model.visit.isShown[index]; });
    return shown;
}

/// By the letters of the host's name as they are folded for search, so that "Économie" is before "Santé".
void sortByHost(const Model& model, std::vector<ChallengeIndex>& rows) {
    std::vector<std::string_view> names;
    for (const ChallengeIndex index : rows)
        names.push_back(localised(model, model.programme.challenges[index].host.name).text);
    std::vector<ChallengeIndex> sorted;
    for (const std::uint32_t place : search::orderByLetters(names)) sorted.push_back(rows[place]);
    rows = std::move(sorted);
}

void sortRows(const Model& model, LinesView view, std::vector<ChallengeIndex>& rows) {
    const auto groupOf = [&](ChallengeIndex index) { return model.facts.groupsOf(index).front(); };
    if (view == LinesView::bySkills)
        base::sort(rows, [&](ChallengeIndex left, ChallengeIndex right) { return groupOf(left) < groupOf(right); });
    if (view == LinesView::byHost) sortByHost(model, rows);
}

/// "13 défis · de janvier à novembre 2018"
LocalisedString summaryOf(const Model& model) {
    const auto& challenges = model.programme.challenges;
    const programme::Challenge& last = challenges[model.facts.lastToEnd];
    const LocalisedString dates =
        datesOf(model, *challenges[model.facts.dated.front()].start, last.end ? last.end : last.start);
    return lineCountOf(model).append(" · ", dates);
}

/// A month at an end is one over which the bar fades.
Span softSpanOf(const TimeScale& scale, const programme::DateOrMonth& start, const programme::DateOrMonth& end) {
    Span span = spanOf(scale, programme::Period{start.first, end.last});
    if (start.last >= end.first) return span; // nothing between two months, or one date
    // Whole pixels, so that slices and bar meet without a seam.
    if (start.isMonth) span.solidLeft = std::round(scale.xOf(start.last + std::chrono::days(1)));
    if (end.isMonth) span.solidRight = std::round(scale.xOf(end.first));
    span.solidLeft = base::clampInto(span.solidLeft, span.left, span.right);
    span.solidRight = base::clampInto(span.solidRight, span.solidLeft, span.right);
    return span;
}

// ── The bar ──

Rect headRect(const Geometry& geometry) {
    return {geometry.plotX, geometry.linesY, geometry.plotWidth, geometry.lines.headHeight};
}

constexpr float kBarInset = 2;   // above and below the bar
constexpr float kBarPadding = 9; // at the ends of the bar's words

void paintBar(Frame& frame, const Geometry& geometry) {
    const Theme& theme = frame.theme();
    const Span span = wholeSpan(frame.model(), geometry.painted);
    const float width = span.right - span.left;
    if (width <= 0) return;
    const Rect bar{span.left, geometry.linesY + kBarInset, width, geometry.lines.headHeight - 2 * kBarInset};
    const bool isHovered = frame.model().attention.hovered == frame.idOf(kButton);
    const Colour ground = isHovered ? base::mixColours(theme.surfaceStrong, theme.ink, 0.06F) : theme.surfaceStrong;
    frame.addShapes([&](render::ShapeList& list) {
        addSoftBar(list, span, bar.y, bar.height, ground, groundAt(frame, geometry, bar.x));
    });
}

// ── The picture ──

/// How many challenges' lines share a row of device pixels.
std::size_t linesInARow(const Frame& frame, const Geometry& geometry) {
    const float count = 1 / (geometry.lines.pitch * frame.model().viewport.devicePixelRatio);
    return std::max<std::size_t>(1, static_cast<std::size_t>(count));
}

/// The lines stay in the graphics card's memory while one pans and zooms: only the scale changes.
void paintPicture(Frame& frame, const Geometry& geometry) {
    constexpr float kBeyond = 8; // outside of what is seen: room for round ends and for what surrounds a marked line
    const Model& model = frame.model();
    const Lines& lines = geometry.lines;
    const std::vector<ChallengeIndex>& dated = model.facts.dated;
    const std::vector<LineColours> colours = coloursOfGroups(model, frame.theme());
    const auto coloursOf = [&](std::size_t row) { return colours[model.facts.groupsOf(dated[row]).front()]; };
    std::vector<render::TimedShape> shapes;
    // `grow`: by how much it is larger on each side; y and height are without that, y from the picture's upper edge.
    const auto add = [&](std::size_t row, float y, float height, float grow, Colour colour) {
        const programme::Period days = *daysOf(model.programme.challenges[dated[row]]);
        shapes.push_back({.shape = {.x = -grow,
                                    .y = y - grow,
                                    .width = 2 * grow,
                                    .height = height + 2 * grow,
                                    .colour = colour,
                                    .radius = 4},
                          .startDay = programme::dayNumber(days.first),
                          .endDay = programme::dayNumber(days.last) + 1});
    };
    const std::size_t count = linesInARow(frame, geometry);
    for (std::size_t first = 0; first < dated.size(); first += count) {
        // Only one of the lines that share a row of pixels is painted: one that the filters leave, if there is any.
        std::size_t row = first;
        const std::size_t end = std::min(first + count, dated.size());
        while (row + 1 < end && !model.visit.isShown[dated[row]]) ++row;
        const float y = lines.pitch * static_cast<float>(row);
        const bool isShown = model.visit.isShown[dated[row]];
        add(row, y, lines.lineHeight, 0, isShown ? coloursOf(row).whole : coloursOf(row).faded);
        if (!isShown) add(row, std::floor(y + lines.lineHeight / 2), 1, 0, coloursOf(row).hair);
    }
    // Marked lines are painted last: they cover their neighbours.
    for (const std::optional<ChallengeIndex>& marked : {model.state.challenge, model.attention.challenge}) {
        const auto found = marked ? std::ranges::find(dated, *marked) : dated.end();
        if (found == dated.end()) continue;
        const auto row = static_cast<std::size_t>(found - dated.begin());
        const float y = lines.pitch * static_cast<float>(row);
        add(row, y, lines.lineHeight, 4, frame.theme().accent);
        add(row, y, lines.lineHeight, 2, frame.theme().surface);
        add(row, y, lines.lineHeight, 0, coloursOf(row).whole);
    }
    const TimeScale& scale = geometry.painted;
    render::TimeTransform transform = render::timeTransform(scale.first, scale.pixelsPerDay(), scale.x,
                                                            geometry.clipLeft - kBeyond, geometry.clipRight + kBeyond);
    transform.y = geometry.linesY + lines.headHeight;
    frame.paintTimedShapes(std::move(shapes), transform);
}

void layOutPicture(Lines& lines, float mostPitch, std::size_t count) {
    lines.pitch = std::min(mostPitch, kMostPictureHeight / static_cast<float>(count));
    lines.lineHeight = std::max(1.0F, lines.pitch - 1);
    lines.height += lines.pitch * static_cast<float>(count);
}

/// On a phone the lines are a picture without words; their rows are in the agenda.
Lines layOutSmallLines(const Model& model) {
    Lines lines{.form = model.facts.haveSameDates ? LinesForm::bar : LinesForm::picture};
    if (viewOf(model) != LinesView::closed) {
        lines.rows = listRows(model);
        sortRows(model, viewOf(model), lines.rows);
    }
    if (lines.form == LinesForm::bar) {
        lines.headHeight = lines.height = kSmallBar;
    } else {
        layOutPicture(lines, kSmallPitch, model.facts.dated.size());
    }
    return lines;
}

// ── The button ──

/// Where the button's words are: on the bar, or beside it, or at the edge behind which it is.
struct Words {
    float x = 0, width = 0;
    Icon before = Icon::none; // the bar is to the left of what is shown
    Icon after = Icon::none;  // the bar is to the right
    bool isOnBar = false;
};

constexpr float kIconRoom = 20; // of the arrow behind the words, or before them

Words placeWords(const Frame& frame, const Geometry& geometry, float wordsWidth) {
    const float left = geometry.plotX;
    const float right = left + geometry.plotWidth;
    const float needed = wordsWidth + kIconRoom;
    Words words{.x = left + kBarPadding,
                .width = std::max(1.0F, std::min(wordsWidth, right - left - kIconRoom - kBarPadding))};
    if (geometry.lines.form != LinesForm::bar) return words;
    const Span span = wholeSpan(frame.model(), geometry.scale);
    if (span.right <= span.left) {
        const bool isLater = span.left > left;
        (isLater ? words.after : words.before) = isLater ? Icon::forward : Icon::back;
        words.x = isLater ? std::max(words.x, right - needed - kBarPadding) : left + kIconRoom;
        return words;
    }
    if (needed + 2 * kBarPadding <= span.right - span.left) {
        words.x = span.left + kBarPadding;
        words.isOnBar = true;
    } else if (span.right + needed + kBarPadding <= right) {
        words.x = span.right + kBarPadding;
    } else if (span.left - needed - kBarPadding >= left) {
        words.x = span.left - needed - kBarPadding;
    } else {
        words.x = std::max(words.x, span.right - needed - kBarPadding);
        words.isOnBar = true;
    }
    return words;
}

/// The name of the marked challenge, which has no line of its own to show it.
void writeMarked(Frame& frame, float x, float y, float right) {
    const Model& model = frame.model();
    const std::optional<ChallengeIndex> marked =
        model.attention.challenge ? model.attention.challenge : model.state.challenge;
    if (!marked || !model.programme.challenges[*marked].start) return;
    const TextStyle style = noteStrongStyle(frame);
    const LocalisedText title = localised(model, model.programme.challenges[*marked].title);
    const float width = std::ceil(frame.text().measure(style, title.text));
    if (x + width > right) return;
    frame.openDecorative("marked", {x, y, width, style.lineHeight});
    frame.write("title", style, title, x, y, width + 1, frame.theme().accent, 1);
    frame.close();
}

void drawToggle(Frame& frame, const Geometry& geometry, const Rect& target) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const bool isOpen = geometry.lines.form == LinesForm::rows;
    const bool canOpen = canOpenLines(model);
    const TextStyle style = noteStrongStyle(frame);
    const LocalisedString summary =
        canOpen ? summaryOf(model) : summaryOf(model).append(" · ", localised(model, Word::timeline_tooMany));
    Node node = named(Role::button, summary);
    node.isInteractive = true;
    if (canOpen) node.expanded = isOpen ? Tristate::yes : Tristate::no;
    const NodeId id = frame.open(kButton, std::move(node), target);
    frame.onActivate(id, pressOfLines(model, isOpen));
    const float wordsWidth = std::ceil(frame.text().measure(style, summary.text)) + 1;
    const Words words = placeWords(frame, geometry, wordsWidth);
    const float middle = geometry.linesY + geometry.lines.headHeight / 2;
    const float top = std::round(middle - style.lineHeight / 2);
    const bool isBar = geometry.lines.form == LinesForm::bar;
    const auto spanIn = [&](const TimeScale& scale) { return wholeSpan(model, scale); };
    const float shift = isBar ? motionOf(spanIn(geometry.scale), spanIn(geometry.painted), words.x) : 0;
    frame.beginMotion(shift, 0);
    if (!words.isOnBar)
        frame.fill({words.x - 3, top, words.width + 6, style.lineHeight},
                   groundAt(frame, geometry, words.x)); // no line strikes them
    const Colour ink = frame.isHovered(id) && !words.isOnBar ? theme.accent : theme.ink;
    frame.write("label", style, summary, words.x, top, words.width, ink, 1);
    const float behind = words.x + words.width + 10;
    const Icon icon = isOpen ? Icon::up : Icon::down;
    drawIcon(frame, words.after != Icon::none ? words.after : icon, behind, middle, 10, ink);
    if (words.before != Icon::none) drawIcon(frame, words.before, words.x - 10, middle, 10, ink);
    frame.endMotion();
    if (frame.isFocused(id))
        frame.ring(isOpen ? Rect{words.x - 6, target.y, words.width + 30, target.height} : target, 6);
    frame.close();
    if (!isBar) return;
    // Beside the button, not in it: a control's name has all words that are in it.
    frame.beginMotion(shift, 0);
    writeMarked(frame, behind + 14, top, geometry.plotX + geometry.plotWidth - kBarPadding);
    frame.endMotion();
}

} // namespace

LinesView viewOf(const Model& model) {
    return model.state.lines.value_or(model.facts.lines);
}

Span spanOf(const TimeScale& scale, const programme::Period& days) {
    const float plotRight = scale.x + scale.width;
    const float left = scale.xOf(days.first);
    const float right = scale.xOf(days.last + std::chrono::days(1));
    const float cutLeft = base::clampInto(left, scale.x, plotRight);
    const float cutRight = base::clampInto(right, cutLeft, plotRight);
    return {.left = cutLeft,
            .right = cutRight,
            .goesOnLeft = left<scale.x, .goesOnRight = right> plotRight,
            .solidLeft = cutLeft,
            .solidRight = cutRight,
            .fadesFromLeft = left,
            .fadesToRight = right};
}

Span spanOf(const TimeScale& scale, const programme::Challenge& challenge) {
    return softSpanOf(scale, *challenge.start, challenge.end ? *challenge.end : *challenge.start);
}

Span wholeSpan(const Model& model, const TimeScale& scale) {
    const auto& challenges = model.programme.challenges;
    const programme::Challenge& last = challenges[model.facts.lastToEnd];
    return softSpanOf(scale, *challenges[model.facts.dated.front()].start, last.end ? *last.end : *last.start);
}

float motionOf(const Span& at, const Span& painted, float wordsX) {
    return wordsX >= at.right ? painted.right - at.right : painted.left - at.left;
}

bool isMarked(const Model& model, ChallengeIndex index) {
    return model.state.challenge == index || model.attention.challenge == index;
}

std::vector<LineColours> coloursOfGroups(const Model& model, const Theme& theme) {
    std::vector<LineColours> colours;
    for (std::size_t group = 0; group < model.programme.groupCount(); ++group) {
        const Colour whole = groupColour(theme, group);
        const Colour faded = base::mixColours(theme.surface, whole, kFaded);
        colours.push_back({whole, faded, mixToContrast(faded, whole, kLeastContrastOfSigns)});
    }
    return colours;
}

void addSoftBar(render::ShapeList& list, const Span& span, float y, float height, Colour colour, Colour ground) {
    Span solid = span;
    if (span.solidLeft > span.left) {
        solid.left = span.solidLeft;
        solid.goesOnLeft = true; // without round corners
        addShade(list, solid.left, span.fadesFromLeft, span.left, span.right, y, height, colour, ground);
    }
    if (span.solidRight < span.right) {
        solid.right = span.solidRight;
        solid.goesOnRight = true;
        addShade(list, solid.right, span.fadesToRight, span.left, span.right, y, height, colour, ground);
    }
    if (solid.right > solid.left) addBar(list, solid, y, height, colour);
}

void addBar(render::ShapeList& list, const Span& span, float y, float height, Colour colour) {
    const float width = span.right - span.left;
    const float radius = std::min({4.0F, height / 2, width / 2});
    list.shapes.push_back(
        {.x = span.left, .y = y, .width = width, .height = height, .colour = colour, .radius = radius});
    const auto square = [&](float x) {
        list.shapes.push_back({.x = x, .y = y, .width = radius, .height = height, .colour = colour});
    };
    if (span.goesOnLeft) square(span.left);
    if (span.goesOnRight) square(span.right - radius);
}

LocalisedString lineCountOf(const Model& model) {
    const std::vector<ChallengeIndex>& dated = model.facts.dated;
    const auto count =
        std::ranges::count_if(dated, [&](ChallengeIndex index) { return bool{model.visit.isShown[index]}; });
    const auto total = static_cast<std::int64_t>(dated.size());
    if (count == total) return counted(model, CountedWord::challenges, total);
    const std::string of = programme::formatNumber(total, model.interfaceLanguage);
    return counted(model, CountedWord::timeline_someLines, count, {{"total", of}});
}

bool canOpenLines(const Model& model) {
    return !listRows(model).empty();
}

Intent pressOfLines(const Model& model, bool isOpen) {
    if (isOpen) return explorer::Action(explorer::ShowLines{LinesView::closed});
    if (canOpenLines(model)) {
        const LinesView view = model.facts.haveSameDates ? LinesView::bySkills : LinesView::byStart;
        return explorer::Action(explorer::ShowLines{view});
    }
    if (isPhone(model.viewport)) return explorer::Action(explorer::SetView{explorer::View::filters});
    return GoTo{searchFieldIn(model.viewport)};
}

Lines layOutLines(Frame& frame, float plotX, float plotWidth) {
    const Model& model = frame.model();
    const std::size_t count = model.facts.dated.size();
    Lines lines;
    if (count == 0) return lines;
    const bool isCoarse = model.viewport.hasCoarsePointer;
    const float least = isCoarse ? frame.targetHeight() : kRowPitch;
    if (frame.isPhone()) return layOutSmallLines(model);
    lines.headHeight =
        count == 1 ? 0 : std::max(isCoarse ? frame.targetHeight() : 0.0F, std::round(frame.scaled(kHeadHeight)));
    if (count == 1 || viewOf(model) != LinesView::closed) lines.rows = listRows(model);
    if (!lines.rows.empty()) {
        lines.form = LinesForm::rows;
        sortRows(model, viewOf(model), lines.rows);
        lines.pitch = std::max(least, std::round(frame.scaled(kRowPitch)));
        lines.lineHeight = lines.pitch - 4;
        const float toolsHeight = frame.measure([&] { return drawRowTools(frame, lines.rows, plotX, 0, plotWidth); });
        lines.toolsHeight = count == 1 ? 0 : toolsHeight;
        lines.height = lines.headHeight + lines.toolsHeight + lines.pitch * static_cast<float>(lines.rows.size());
        return lines;
    }
    lines.height = lines.headHeight;
    lines.form = model.facts.haveSameDates ? LinesForm::bar : LinesForm::picture;
    if (lines.form == LinesForm::bar) return lines;
    layOutPicture(lines, kPicturePitch, count);
    return lines;
}

void paintLines(Frame& frame, const Geometry& geometry) {
    switch (geometry.lines.form) {
    case LinesForm::none:
        return;
    case LinesForm::bar:
        return paintBar(frame, geometry);
    case LinesForm::picture:
        return paintPicture(frame, geometry);
    case LinesForm::rows:
        return paintRows(frame, geometry);
    }
}

void describeLines(Frame& frame, const Geometry& geometry) {
    const Lines& lines = geometry.lines;
    if (lines.form == LinesForm::none || frame.isPhone()) return;
    if (lines.form != LinesForm::rows) {
        Rect target = headRect(geometry);
        target.height = lines.height;
        drawToggle(frame, geometry, target);
        return;
    }
    if (lines.headHeight > 0) drawToggle(frame, geometry, headRect(geometry));
    describeRows(frame, geometry);
}

} // namespace ui::timeline
