// The calendar as a list, on a phone: for each milestone and for the challenges together the date, the name and how
// far away it is. What is next stands out; what is past, and what is far, is folded. An entry opens in place.
#include "base/sort.h"
#include "explorer/handoff.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

namespace ui::timeline {

using explorer::ChallengeIndex;
using programme::CountedWord;
using programme::DateOrMonth;
using programme::Day;
using programme::Word;

namespace {

constexpr float kDateColumn = 48;         // of day and month
constexpr float kRailColumn = 28;         // of the line with a mark for each entry
constexpr float kEntryPadding = 10;       // above and below an entry's words
constexpr std::size_t kComingAtFirst = 3; // more that are to come are folded
constexpr int kMostDaysInWords = 60;      // what is farther away is said in months

enum class Phase : std::uint8_t { past, running, next, later };

/// An entry of the agenda: a milestone, or, without one, the challenges together.
struct Entry {
    std::optional<std::size_t> milestone;
    DateOrMonth start;
    std::optional<DateOrMonth> end;
    Phase phase = Phase::later;
    [[nodiscard]] Day last() const { return daysOf(start, end).last; }
};

/// By start. A month of which no day is known stands behind its days.
std::vector<Entry> listEntries(const Model& model) {
    std::vector<Entry> entries;
    for (std::size_t index = 0; index < model.programme.milestones.size(); ++index) {
        const programme::Milestone& milestone = model.programme.milestones[index];
        entries.push_back({index, milestone.start, milestone.end});
    }
    const std::vector<ChallengeIndex>& dated = model.facts.dated;
    const auto& challenges = model.programme.challenges;
    if (!dated.empty()) {
        const programme::Challenge& last = challenges[model.facts.lastToEnd];
        entries.push_back({std::nullopt, *challenges[dated.front()].start, last.end ? last.end : last.start});
    }
    const auto keyOf = [](const Entry& entry) {
        return std::tuple(programme::firstOfMonth(entry.start.first), entry.start.isMonth, entry.start.first);
    };
    base::sort(entries, [&](const Entry& left, const Entry& right) { return keyOf(left) < keyOf(right); });
    bool hasNext = false;
    for (Entry& entry : entries) {
        if (entry.last() < model.now.day) {
            entry.phase = Phase::past;
        } else if (entry.start.first <= model.now.day) {
            entry.phase = Phase::running;
        } else if (!std::exchange(hasNext, true)) {
            entry.phase = Phase::next;
        }
    }
    return entries;
}

bool isOpen(const Model& model, const Geometry& geometry, const Entry& entry) {
    return entry.milestone ? model.state.milestone == entry.milestone : !geometry.lines.rows.empty();
}

/// "Dans 30 jours", "En cours, encore 12 jours", "Terminé".
LocalisedString phaseWords(const Model& model, const Entry& entry) {
    const Day today = model.now.day;
    if (entry.phase == Phase::past) return localised(model, Word::timeline_over);
    if (entry.phase == Phase::running) {
        const auto left = (entry.last() - today).count();
        if (left == 0) return localised(model, entry.end ? Word::timeline_lastDay : Word::timeline_isToday);
        if (left > kMostDaysInWords) return localised(model, Word::timeline_running);
        return counted(model, CountedWord::timeline_daysLeft, left);
    }
    const auto days = (entry.start.first - today).count();
    if (days <= kMostDaysInWords) return counted(model, CountedWord::timeline_inDays, days);
    constexpr double kDaysOfMonth = 30.44;
    return counted(model, CountedWord::timeline_inMonths, std::lround(static_cast<double>(days) / kDaysOfMonth));
}

struct Looks {
    Colour title, words, mark;
    bool isMarkFilled;
};

Looks looksOf(const Theme& theme, Phase phase) {
    switch (phase) {
    case Phase::past:
        return {theme.inkFaint, theme.inkFaint, theme.inkFaint, false};
    case Phase::running:
        return {theme.ink, theme.open, theme.open, true};
    case Phase::next:
        return {theme.ink, theme.accent, theme.accent, true};
    case Phase::later:
        return {theme.ink, theme.inkSoft, theme.inkFaint, false};
    }
    return {};
}

/// An entry that the period excludes steps back as one that is past.
Looks looksOf(const Model& model, const Theme& theme, const Entry& entry) {
    const bool isIn = !entry.milestone || isKept(model, model.programme.milestones[*entry.milestone]);
    return looksOf(theme, isIn ? entry.phase : Phase::past);
}

/// Day and month, or month and year where the day is not known.
void drawDate(Frame& frame, const Entry& entry, float x, float y, const Looks& looks) {
    const std::chrono::year_month_day date = programme::civil(entry.start.first);
    const programme::InterfaceLanguage language = frame.model().interfaceLanguage;
    const std::string month(programme::shortMonth(static_cast<unsigned>(date.month()), language));
    const TextStyle large = entry.start.isMonth ? bodyStrongStyle(frame) : figureStyle(frame);
    const TextStyle small = markStyle(frame);
    const std::string first = entry.start.isMonth ? month : std::to_string(static_cast<unsigned>(date.day()));
    const std::string second = entry.start.isMonth ? std::to_string(static_cast<int>(date.year())) : month;
    const auto write = [&](Key key, const TextStyle& style, const std::string& text, float top, Colour colour) {
        const float width = std::ceil(frame.text().measure(style, text)) + 1;
        frame.write(key, style, inInterfaceLanguage(frame.model(), text), x + std::round((kDateColumn - width) / 2),
                    top, width, colour, 1);
    };
    frame.openDecorative("date", {x, y, kDateColumn, large.lineHeight + small.lineHeight});
    write("first", large, first, y, looks.title);
    write("second", small, second, y + large.lineHeight, frame.theme().inkFaint);
    frame.close();
}

void drawMark(Frame& frame, const Entry& entry, float centreX, float centreY, const Looks& looks) {
    const Theme& theme = frame.theme();
    const float radius = entry.phase == Phase::later || entry.phase == Phase::past ? 5.0F : 6.0F;
    const Rect disc{centreX - radius, centreY - radius, 2 * radius, 2 * radius};
    frame.fill(disc, looks.mark, radius);
    if (!looks.isMarkFilled) {
        const float inner = radius - 2;
        frame.fill({centreX - inner, centreY - inner, 2 * inner, 2 * inner}, theme.surface, inner);
    }
}

LocalisedString titleOf(const Model& model, const Entry& entry) {
    if (!entry.milestone) return lineCountOf(model);
    return localised(model, model.programme.milestones[*entry.milestone].title);
}

std::string keyOf(const Model& model, const Entry& entry) {
    // No milestone’s id holds a "=".
    return entry.milestone ? keyOf(model, model.programme.milestones[*entry.milestone].id) : "challenges=";
}

/// A milestone's text, or the challenges' rows, below its entry's button.
float drawContent(Frame& frame, const Geometry& geometry, const Entry& entry, float x, float y, float width) {
    const Model& model = frame.model();
    if (!entry.milestone) return drawAgendaRows(frame, geometry.lines.rows, x, y, width);
    const programme::Milestone& milestone = model.programme.milestones[*entry.milestone];
    return drawMilestoneText(frame, milestone, x, y, width) + kEntryPadding;
}

/// The entry's button, which is also a heading: an accordion
/// (https://www.w3.org/WAI/ARIA/apg/patterns/accordion/). Returns the y of its lower edge.
float drawEntryButton(Frame& frame, const Geometry& geometry, const Entry& entry, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const Looks looks = looksOf(model, theme, entry);
    const LocalisedString title = titleOf(model, entry);
    const LocalisedString words = phaseWords(model, entry);
    const LocalisedString dates = datesOf(model, entry.start, entry.end);
    const TextStyle strong = bodyStrongStyle(frame);
    const TextStyle note = noteStyle(frame);
    const float textX = x + kDateColumn + kRailColumn;
    const float room = std::max(1.0F, width - kDateColumn - kRailColumn - 28);
    const float titleHeight = frame.text().layout(strong, title.text, room).height;
    const float datesHeight = entry.end ? frame.text().layout(note, dates.text, room).height : 0;
    const float wordsHeight = titleHeight + datesHeight + note.lineHeight;
    const float height = std::max(wordsHeight + 2 * kEntryPadding, frame.targetHeight());
    const Rect rect{x, y, width, height};
    if (entry.phase == Phase::next) frame.fill(rect, theme.accentWeak, 8);

    Node node = named(Role::button, LocalisedString(title).append(", ", dates).append(", ", words));
    node.isInteractive = true;
    const bool canOpen = entry.milestone || canOpenLines(model);
    if (canOpen) node.expanded = isOpen(model, geometry, entry) ? Tristate::yes : Tristate::no;
    frame.openHeading("heading", 2, rect);
    const NodeId id = frame.open("open", std::move(node), rect);
    frame.onActivate(id, entry.milestone ? Intent(explorer::Action(explorer::ToggleMilestone{*entry.milestone}))
                                         : pressOfLines(model, !geometry.lines.rows.empty()));
    float at = y + kEntryPadding;
    at = frame.write("title", strong, title, textX, at, room, looks.title);
    if (entry.end) at = frame.write("dates", note, dates, textX, at, room, theme.inkSoft);
    frame.write("when", noteStrongStyle(frame), words, textX, at, room, looks.words, 1);
    const Icon icon = !canOpen ? Icon::forward : isOpen(model, geometry, entry) ? Icon::up : Icon::down;
    drawIcon(frame, icon, x + width - 14, y + kEntryPadding + strong.lineHeight / 2, 12, theme.inkFaint);
    if (frame.isFocused(id)) frame.ring(rect, 8);
    frame.close();
    frame.close();
    // Beside the button, whose name has the date in full (WCAG 2.5.3).
    drawDate(frame, entry, x, y + kEntryPadding, looks);
    return y + height;
}

float drawEntry(Frame& frame, const Geometry& geometry, const Entry& entry, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    frame.open(keyOf(model, entry), Role::listItem, {x, y, width, 0});
    float at = drawEntryButton(frame, geometry, entry, x, y, width);
    if (isOpen(model, geometry, entry)) {
        // The challenges' rows need all the width.
        const float indent = entry.milestone ? kDateColumn + kRailColumn : 0;
        at = drawContent(frame, geometry, entry, x + indent, at, width - indent - (entry.milestone ? 12.0F : 0.0F));
    }
    const float railX = x + kDateColumn + 12;
    const float markY = y + kEntryPadding + bodyStrongStyle(frame).lineHeight / 2;
    const float railBottom = entry.milestone || !isOpen(model, geometry, entry) ? at + 4 : markY;
    frame.verticalLine(railX, markY + 10, std::max(0.0F, railBottom - markY - 10), theme.line, 2);
    drawMark(frame, entry, railX + 1, markY, looksOf(model, theme, entry));
    frame.closeAt(at);
    return at + 4;
}

float drawTodayRow(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const TextStyle style = markStyle(frame);
    const LocalisedString words = filled(
        model, Word::timeline_today, {{"date", programme::formatDayAndMonth(model.now.day, model.interfaceLanguage)}});
    const float wordsWidth = std::ceil(frame.text().measure(style, words.text)) + 1;
    const float height = style.lineHeight + 4;
    frame.open("today=", Role::listItem, {x, y, width, height + 12});
    const float left = x + kDateColumn + 12 - 3;
    frame.horizontalLine(left, y + 6 + std::round(height / 2), x + width - left, theme.today);
    paintTodayPill(frame, "words", words, {left, y + 6, wordsWidth + 16, height});
    frame.close();
    return y + height + 12;
}

/// A button that folds or unfolds some of the entries.
float drawFold(Frame& frame, explorer::AgendaPart part, bool isUnfolded, CountedWord words, std::size_t count, float x,
               float y, float width) {
    const bool isPast = part == explorer::AgendaPart::past;
    const LocalisedString label = counted(frame.model(), words, static_cast<std::int64_t>(count));
    const Button button{.key = isPast ? "past" : "later",
                        .label = label,
                        .look = ButtonLook::quiet,
                        .trailing = isUnfolded ? Icon::up : Icon::down,
                        .expanded = isUnfolded ? Tristate::yes : Tristate::no,
                        .intent = explorer::Action(explorer::ToggleAgendaPart{part})};
    const float textX = x + kDateColumn + kRailColumn;
    const float height = std::max(44.0F, frame.targetHeight());
    frame.open(isPast ? "past=" : "later=", Role::listItem, {x, y, width, height});
    drawButton(frame, button,
               {textX, y, std::min(buttonWidth(frame, button), std::max(1.0F, width - textX + x)), height});
    frame.close();
    return y + height;
}

/// The entries that are folded away, unless the visitor or an open milestone unfolds them.
struct Folds {
    std::size_t pastCount = 0;
    std::size_t laterCount = 0;
    bool showsPast = false;
    bool showsLater = false;
};

Folds foldsOf(const Model& model, const std::vector<Entry>& entries) {
    Folds folds{.showsPast = model.state.showsPast, .showsLater = model.state.showsLater};
    std::size_t coming = 0;
    for (const Entry& entry : entries) {
        const bool isOpenMilestone = entry.milestone && model.state.milestone == entry.milestone;
        if (entry.phase == Phase::past) {
            ++folds.pastCount;
            folds.showsPast |= isOpenMilestone;
        } else if (entry.phase != Phase::running && ++coming > kComingAtFirst) {
            ++folds.laterCount;
            folds.showsLater |= isOpenMilestone;
        }
    }
    if (folds.laterCount == 1) folds.laterCount = 0; // its button would need as much room
    return folds;
}

} // namespace

float drawAgenda(Frame& frame, const Geometry& geometry, float x, float y, float width) {
    const Model& model = frame.model();
    const std::vector<Entry> entries = listEntries(model);
    const Folds folds = foldsOf(model, entries);
    const explorer::Period& whole = model.facts.calendar;
    bool isTodayDrawn = model.now.day < whole.first || model.now.day > whole.last;
    frame.open("agenda", Role::list, localised(model, Word::timeline_milestones), {x, y, width, 0});
    float at = y;
    if (folds.pastCount > 0)
        at = drawFold(frame, explorer::AgendaPart::past, folds.showsPast, CountedWord::timeline_past, folds.pastCount,
                      x, at, width);
    std::size_t coming = 0;
    for (const Entry& entry : entries) {
        if (entry.phase == Phase::past && !folds.showsPast) continue;
        const bool isComing = entry.phase == Phase::next || entry.phase == Phase::later;
        if (isComing && !std::exchange(isTodayDrawn, true)) at = drawTodayRow(frame, x, at, width);
        if (isComing && ++coming > kComingAtFirst && folds.laterCount > 0 && !folds.showsLater) continue;
        at = drawEntry(frame, geometry, entry, x, at, width);
    }
    if (!isTodayDrawn) at = drawTodayRow(frame, x, at, width);
    if (folds.laterCount > 0)
        at = drawFold(frame, explorer::AgendaPart::later, folds.showsLater, CountedWord::timeline_later,
                      folds.laterCount, x, at, width);
    frame.closeAt(at);
    return at;
}

} // namespace ui::timeline
