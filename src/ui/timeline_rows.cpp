// The challenges' rows in the timeline while they are open: the buttons that choose their order, the colours' names,
// and for each challenge a bar with its name.
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::timeline {

using explorer::ChallengeIndex;
using explorer::LinesView;
using programme::Word;

namespace {

constexpr float kWordsPadding = 9; // between a bar's end and its words
constexpr float kLeastCutName = 48;
constexpr float kSwatch = 10;

float rowsTop(const Geometry& geometry) {
    return geometry.linesY + geometry.lines.headHeight + geometry.lines.toolsHeight;
}

Rect rowRect(const Geometry& geometry, std::size_t row) {
    return {geometry.plotX, rowsTop(geometry) + geometry.lines.pitch * static_cast<float>(row), geometry.plotWidth,
            geometry.lines.pitch};
}

LocalisedText groupLabel(const Model& model, programme::SkillGroupIndex group) {
    if (!model.programme.isNamedGroup(group)) return localised(model, Word::filter_otherSkills);
    return localised(model, model.programme.skillGroups[group].label);
}

/// What stands behind a challenge's name: what the rows are ordered by.
LocalisedString noteOf(const Model& model, ChallengeIndex index) {
    const programme::Challenge& challenge = model.programme.challenges[index];
    switch (viewOf(model)) {
    case LinesView::bySkills:
        return groupLabel(model, model.facts.groupsOf(index).front());
    case LinesView::byHost:
        return localised(model, challenge.host.name);
    case LinesView::byStart:
    case LinesView::closed:
        return datesOf(model, *challenge.start, challenge.end);
    }
    return {};
}

/// The name and the note of a row: on the bar, else beside it, else on it and cut, else not shown.
struct RowWords {
    float x = 0;
    float titleWidth = 0; // 0: not shown
    float noteWidth = 0;  // 0: not shown
    bool isOnBar = false;
    bool isCut = false;
};

RowWords placeRowWords(Frame& frame, const Geometry& geometry, const Span& span, const LocalisedText& title,
                       const LocalisedText& note) {
    const float titleWidth = std::ceil(frame.text().measure(noteStrongStyle(frame), title.text)) + 1;
    const float noteWidth = std::ceil(frame.text().measure(noteStyle(frame), note.text)) + 1;
    const float both = titleWidth + kWordsPadding + noteWidth;
    const float plotRight = geometry.plotX + geometry.plotWidth;
    const float inside = span.solidRight - span.solidLeft - 2 * kWordsPadding;
    if (both <= inside) return {span.solidLeft + kWordsPadding, titleWidth, noteWidth, true};
    if (titleWidth <= inside) return {span.solidLeft + kWordsPadding, titleWidth, 0, true};
    const float behind = span.right + kWordsPadding;
    if (behind + both <= plotRight) return {behind, titleWidth, noteWidth};
    if (behind + titleWidth <= plotRight) return {behind, titleWidth, 0};
    const float before = span.left - kWordsPadding;
    if (before - both >= geometry.plotX) return {before - both, titleWidth, noteWidth};
    if (before - titleWidth >= geometry.plotX) return {before - titleWidth, titleWidth, 0};
    if (inside >= kLeastCutName) return {span.solidLeft + kWordsPadding, inside, 0, true, true};
    return {.isCut = true};
}

void writeRowWords(Frame& frame, Colour ground, const RowWords& words, const LocalisedText& title,
                   const LocalisedText& note, float centreY, bool isShown) {
    if (words.titleWidth == 0) return;
    const Theme& theme = frame.theme();
    const TextStyle style = noteStrongStyle(frame);
    const float top = std::round(centreY - style.lineHeight / 2);
    const Colour outside = isShown ? theme.ink : theme.inkFaint;
    const Colour inside = isShown ? theme.background : theme.inkSoft;
    const Colour ink = words.isOnBar ? inside : outside;
    const float gap = words.noteWidth > 0 ? kWordsPadding : 0;
    const float width = words.titleWidth + gap + words.noteWidth;
    // The grid does not strike the words.
    if (!words.isOnBar) frame.fill({words.x - 3, top, width + 6, style.lineHeight}, ground);
    frame.write("title", style, title, words.x, top, words.titleWidth, ink, 1);
    if (words.noteWidth > 0)
        frame.write("note", noteStyle(frame), note, words.x + words.titleWidth + gap, top, words.noteWidth,
                    words.isOnBar || !isShown ? ink : theme.inkSoft, 1);
}

void describeRow(Frame& frame, const Geometry& geometry, ChallengeIndex index, std::size_t row) {
    const Model& model = frame.model();
    const programme::Challenge& challenge = model.programme.challenges[index];
    const Rect rect = rowRect(geometry, row);
    const LocalisedText title = localised(model, challenge.title);
    const LocalisedString note = noteOf(model, index);
    const LocalisedString dates = datesOf(model, *challenge.start, challenge.end);
    LocalisedString name(title);
    name.append(", ", note);
    if (note.text != dates.text) name.append(", ", dates);
    Node node = named(Role::link, name);
    node.href = addressAfter(model, explorer::OpenChallenge{index});
    node.isInteractive = true;
    node.composite = geometry.plot;
    node.current = model.state.challenge == index ? Tristate::yes : Tristate::absent;
    frame.open(keyOf(model, challenge.id), Role::listItem, rect);
    const NodeId id = frame.open("link", std::move(node), rect);
    frame.onActivate(id, openIntent(model, index));
    const Span span = spanOf(geometry.scale, challenge);
    const RowWords words = placeRowWords(frame, geometry, span, title, note);
    const bool isShown = model.visit.isShown[index] || isMarked(model, index);
    frame.beginMotion(motionOf(span, spanOf(geometry.painted, challenge), words.x), 0);
    writeRowWords(frame, groundAt(frame, geometry, words.x), words, title, note, rect.y + rect.height / 2, isShown);
    frame.endMotion();
    if (frame.isFocused(id)) frame.ring({rect.x, rect.y + 1, rect.width, rect.height - 2}, 4);
    const bool saysAll = !words.isCut && (note.text == dates.text ? words.noteWidth > 0 : model.facts.haveSameDates);
    if (!saysAll && (frame.isHovered(id) || frame.isFocused(id)))
        frame.tooltip(id, rect, LocalisedString(title).append(" · ", dates));
    frame.close();
    frame.close();
}

/// The buttons that choose the rows' order.
void drawOrder(Frame& frame, RowLayout& row) {
    const Model& model = frame.model();
    struct Choice {
        Key key;
        Word label;
        LinesView view;
    };
    constexpr std::array kChoices = {Choice{"skills", Word::timeline_bySkills, LinesView::bySkills},
                                     Choice{"host", Word::timeline_byHost, LinesView::byHost},
                                     Choice{"start", Word::timeline_byStart, LinesView::byStart}};
    const float height = buttonHeight(frame, ButtonLook::chip);
    const LinesView view = viewOf(model);
    frame.open("order", Role::group, localised(model, Word::timeline_order),
               {row.left, row.top, row.width, row.rowHeight});
    for (const Choice& choice : kChoices) {
        const bool isOn = choice.view == view;
        const Button button{.key = choice.key,
                            .label = localised(model, choice.label),
                            .look = isOn ? ButtonLook::pill : ButtonLook::chip,
                            .pressed = isOn ? Tristate::yes : Tristate::no,
                            .intent = explorer::Action(explorer::ShowLines{choice.view})};
        const Rect rect = row.next(buttonWidth(frame, button));
        drawButton(frame, button, {rect.x, std::round(rect.y + (rect.height - height) / 2), rect.width, height});
    }
    frame.closeAt(row.bottom());
}

/// The colours' names: a skill group that is the first one of a challenge in `rows`.
void drawLegend(Frame& frame, const std::vector<ChallengeIndex>& rows, RowLayout& row) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const TextStyle style = noteStyle(frame);
    frame.openDecorative("legend", {row.left, row.y, row.width, 0});
    for (programme::SkillGroupIndex group = 0; group < model.programme.groupCount(); ++group) {
        const auto hasGroup = [&](ChallengeIndex index) { return model.facts.groupsOf(index).front() == group; };
        if (std::ranges::none_of(rows, hasGroup)) continue;
        const LocalisedString label = groupLabel(model, group);
        const float words = std::ceil(frame.text().measure(style, label.text)) + 1;
        const Rect rect = row.next(kSwatch + 6 + words);
        const float middle = rect.y + rect.height / 2;
        frame.fill({rect.x, std::round(middle - kSwatch / 2), kSwatch, kSwatch}, groupColour(theme, group), 2);
        frame.write("group" + std::to_string(group), style, label, rect.x + kSwatch + 6,
                    std::round(middle - style.lineHeight / 2), std::max(1.0F, rect.width - kSwatch - 6), theme.inkSoft,
                    1);
    }
    frame.closeAt(row.bottom());
}

/// A row of the agenda: a challenge's name and its note.
float drawAgendaRow(Frame& frame, ChallengeIndex index, Colour colour, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const programme::Challenge& challenge = model.programme.challenges[index];
    const LocalisedText title = localised(model, challenge.title);
    const LocalisedString note = noteOf(model, index);
    const float textX = x + kWordsPadding + kSwatch;
    const float room = std::max(1.0F, width - kWordsPadding - kSwatch - 4);
    const TextStyle strong = bodyStrongStyle(frame);
    const float titleHeight = frame.text().layout(strong, title.text, room).height;
    const float height = std::max(frame.targetHeight(), titleHeight + noteStyle(frame).lineHeight + 12);
    const Rect rect{x, y, width, height};
    Node node = named(Role::link, LocalisedString(title).append(", ", note));
    node.href = addressAfter(model, explorer::OpenChallenge{index});
    node.isInteractive = true;
    frame.open(keyOf(model, challenge.id), Role::listItem, rect);
    const NodeId id = frame.open("link", std::move(node), rect);
    frame.onActivate(id, openIntent(model, index));
    if (isMarked(model, index)) frame.fill(rect, theme.accentWeak, 6);
    frame.fill({x + 4, y + 6, 4, height - 12}, colour, 2);
    const Colour ink = model.visit.isShown[index] ? theme.ink : theme.inkSoft;
    const float at = frame.write("title", strong, title, textX, y + 6, room, ink);
    frame.write("note", noteStyle(frame), note, textX, at, room, theme.inkSoft, 1);
    if (frame.isFocused(id)) frame.ring(rect, 6);
    frame.close();
    frame.close();
    return y + height;
}

} // namespace

float drawRowTools(Frame& frame, const std::vector<ChallengeIndex>& rows, float x, float y, float width) {
    const float least = frame.model().viewport.hasCoarsePointer ? frame.targetHeight() : 0;
    const float height = std::max(least, buttonHeight(frame, ButtonLook::chip));
    RowLayout row{x + 8, y, std::max(1.0F, width - 8), height, 4};
    drawOrder(frame, row);
    row.gap = 16;
    row.x += 12;
    drawLegend(frame, rows, row);
    return row.bottom() + 6;
}

float drawAgendaRows(Frame& frame, const std::vector<ChallengeIndex>& rows, float x, float y, float width) {
    const Model& model = frame.model();
    const std::vector<LineColours> colours = coloursOfGroups(model, frame.theme());
    float at = drawRowTools(frame, rows, x, y, width);
    const auto count = static_cast<std::int64_t>(rows.size());
    frame.open("rows", Role::list, counted(model, programme::CountedWord::challenges, count), {x, at, width, 0});
    for (const ChallengeIndex index : rows) {
        const LineColours& own = colours[model.facts.groupsOf(index).front()];
        at = drawAgendaRow(frame, index, model.visit.isShown[index] ? own.whole : own.faded, x, at, width);
    }
    frame.closeAt(at);
    return at + 8;
}

void paintRows(Frame& frame, const Geometry& geometry) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const std::vector<LineColours> colours = coloursOfGroups(model, theme);
    frame.addShapes([&](render::ShapeList& list) {
        for (std::size_t row = 0; row < geometry.lines.rows.size(); ++row) {
            const ChallengeIndex index = geometry.lines.rows[row];
            const Span span = spanOf(geometry.painted, model.programme.challenges[index]);
            if (span.right <= span.left) continue;
            const Rect rect = rowRect(geometry, row);
            const float top = rect.y + (rect.height - geometry.lines.lineHeight) / 2;
            const LineColours& own = colours[model.facts.groupsOf(index).front()];
            const Colour ground = groundAt(frame, geometry, span.left);
            const auto add = [&](float grow, Colour colour) {
                Span grown = span;
                grown.left -= grow;
                grown.right += grow;
                addSoftBar(list, grown, top - grow, geometry.lines.lineHeight + 2 * grow, colour, ground);
            };
            const bool isOn = isMarked(model, index);
            if (isOn) {
                add(3, theme.accent);
                add(1.5F, theme.surface);
            }
            if (!isOn && !model.visit.isShown[index]) {
                add(0, own.hair);
                add(-1, own.faded);
            } else {
                add(0, own.whole);
            }
        }
    });
}

void describeRows(Frame& frame, const Geometry& geometry) {
    const Lines& lines = geometry.lines;
    if (lines.toolsHeight > 0)
        drawRowTools(frame, lines.rows, geometry.plotX, geometry.linesY + lines.headHeight, geometry.plotWidth);
    const auto count = static_cast<std::int64_t>(lines.rows.size());
    const Rect rect{geometry.plotX, rowsTop(geometry), geometry.plotWidth, lines.pitch * static_cast<float>(count)};
    frame.open("rows", Role::list, counted(frame.model(), programme::CountedWord::challenges, count), rect);
    for (std::size_t row = 0; row < lines.rows.size(); ++row) describeRow(frame, geometry, lines.rows[row], row);
    frame.close();
}

} // namespace ui::timeline
