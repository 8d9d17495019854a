// The shortlist: the challenges that the visitor keeps, in their order, and beside them what applying takes. It is a
// page of its own: the list and its filters say nothing of it.
#include "explorer/reduce.h"
#include "ui/card.h"
#include "ui/handoff_parts.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"
#include "ui/widgets/checkbox.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ui {

using explorer::ChallengeIndex;
using programme::CountedWord;
using programme::Word;

namespace {

constexpr float kGap = 16;
constexpr float kBoxWidth = 340;
constexpr float kNoteInset = 28; // below a checkbox's label

/// What can be done with the shortlist: compare it, or take it along as text.
float drawUses(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    RowLayout row{x, y, width, buttonHeight(frame, ButtonLook::secondary), 8};
    const auto draw = [&](const Button& button) { drawButton(frame, button, row.next(buttonWidth(frame, button))); };
    if (model.state.shortlist.size() >= 2) {
        draw({.key = "compare",
              .label = localised(model, Word::compare_button),
              .intent = explorer::Action(explorer::SetView{explorer::View::comparison})});
    }
    const std::string text = explorer::describeShortlist(model.programme, model.facts, model.state, model.handoff,
                                                         model.viewport.pageAddress);
    const std::string title(localised(model, model.programme.title).text);
    const std::string copied(localised(model, Word::shortlist_copied).text);
    draw(copyButton(frame, "copy-list", Word::shortlist_copy, Word::shortlist_copied, {text, copied}));
    draw({.key = "mail",
          .label = localised(model, Word::shortlist_mail),
          .href = explorer::makeMailUrl(title, text),
          .isLeftToBrowser = true});
    if (model.viewport.canShare) {
        draw({.key = "share", .label = localised(model, Word::shortlist_share), .intent = ShareText{title, text}});
    }
    return row.bottom();
}

/// The way back to the list, the title and what the shortlist adds up to.
float drawHead(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    float at =
        drawShortlistHead(frame, Word::shortlist_title, Word::shortlist_back, explorer::View::challenges, x, y, width);
    if (model.state.shortlist.empty()) return at;
    LocalisedString sum =
        counted(model, CountedWord::challenges, static_cast<std::int64_t>(model.state.shortlist.size()));
    sum.append(" · ", counted(model, CountedWord::posts, model.visit.posts));
    at = drawParagraph(frame, "sum", secondaryStyle(frame), sum, x, at + 2, width, frame.theme().inkFaint);
    return drawUses(frame, x, at + 12, width);
}

/// Whether the shortlist is kept on the device, where that is offered.
float drawKeeping(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const bool isOn = model.state.keeping == explorer::Keeping::isOn;
    if (model.state.keeping == explorer::Keeping::isNotOffered || (model.state.shortlist.empty() && !isOn)) return y;
    const float at = drawCheckbox(frame, "remember", localised(model, Word::shortlist_remember), isOn,
                                  explorer::Action(explorer::KeepShortlist{!isOn}), x, y + gap::kClose, width);
    return drawParagraph(frame, "remember-note", noteStyle(frame), localised(model, Word::shortlist_rememberNote),
                         x + kNoteInset, at, width - kNoteInset, frame.theme().inkFaint);
}

float drawEmpty(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const float at = drawParagraph(frame, "empty", bodyStyle(frame), localised(model, Word::shortlist_empty), x, y,
                                   width, frame.theme().inkSoft) +
                     12;
    const Button all{.key = "all",
                     .label = localised(model, Word::shortlist_showAll),
                     .intent = explorer::Action(explorer::SetView{explorer::View::challenges})};
    return drawButtonAt(frame, all, x, at, width);
}

/// A row of the list: the card, and in it below its text the handle and the buttons that move it.
struct Row {
    NodeId id, handle;
    float top, bottom;
};

/// What moves a shortlisted card: the shortlist's order is that of the application. Returns the handle.
NodeId drawOrderButtons(Frame& frame, ChallengeIndex challenge, std::size_t place, RowLayout& row) {
    const Model& model = frame.model();
    const LocalisedText title = localised(model, model.programme.challenges[challenge].title);
    const auto draw = [&](Button button, Word name) {
        const LocalisedString words = filled(model, name, {{"challenge", title.text}});
        button.name = words;
        const Rect rect = row.next(buttonWidth(frame, button));
        const NodeId id = drawButton(frame, button, rect);
        if (button.isHandle && model.attention.row.handle == semantics::kNoNode)
            frame.tooltip(id, rect, words, {}, true);
        return id;
    };
    NodeId handle = semantics::kNoNode;
    if (model.visit.shown.size() > 1)
        handle =
            draw({.key = "handle", .leading = Icon::grip, .isHandle = true, .intent = ShowTip{}}, Word::shortlist_drag);
    const auto drawMove = [&](Key key, Word label, Word name, Icon icon, int places, bool isAtEnd) {
        draw({.key = key,
              .label = frame.isPhone() ? LocalisedText() : localised(model, label),
              .leading = icon,
              .isDisabled = isAtEnd,
              .intent = explorer::Action(explorer::MoveShortlisted{challenge, places})},
             name);
    };
    drawMove("earlier", Word::shortlist_earlier, Word::shortlist_earlierName, Icon::up, -1, place == 0);
    drawMove("later", Word::shortlist_later, Word::shortlist_laterName, Icon::down, 1,
             place + 1 == model.visit.shown.size());
    return handle;
}

/// Where more are kept than can be compared: whether this one is. Where that would be too many or too few, a press says
/// so.
void drawCompared(Frame& frame, ChallengeIndex challenge, RowLayout& row) {
    const Model& model = frame.model();
    if (model.state.shortlist.size() <= explorer::kMaxCompared) return;
    const std::vector<ChallengeIndex> compared = explorer::comparedOf(model.state);
    const bool isOn = std::ranges::find(compared, challenge) != compared.end();
    const bool isRefused = compared.size() == (isOn ? explorer::kLeastCompared : explorer::kMaxCompared);
    const LocalisedText label = localised(model, Word::compare_button);
    const LocalisedString name = filled(
        model, Word::compare_name, {{"challenge", localised(model, model.programme.challenges[challenge].title).text}});
    const Rect rect = row.next(checkboxWidth(frame, label) + 12);
    drawCheckbox(frame, "compared", label, isOn,
                 isRefused ? Intent(ShowTip{}) : explorer::Action(explorer::ToggleCompared{challenge}), rect.x + 6,
                 rect.y, rect.width - 12, name);
    if (isRefused)
        frame.tooltip(frame.idOf("compared"), rect, localised(model, isOn ? Word::compare_least : Word::compare_most));
}

/// The challenge's number in the visitor's order, on the corner of its emblem.
void drawRank(Frame& frame, std::size_t place, float x, float y) {
    const TextStyle style = noteStrongStyle(frame);
    const std::string rank = std::to_string(place + 1);
    const float side = std::round(frame.scaled(28));
    const float width = frame.text().measure(style, rank);
    const Rect disc{x, y, side, side};
    frame.fill(disc, frame.theme().background, side / 2);
    frame.outline(disc, frame.theme().line, side / 2);
    frame.write("rank", style, withoutLanguage(rank), x + (side - width) / 2, y + (side - style.lineHeight) / 2, side,
                frame.theme().ink);
}

/// The row of the challenge at that place in the list, from `y` downwards. Before the first challenge that does not go
/// along with an application a line says so.
Row drawRow(Frame& frame, std::size_t place, NodeId list, float x, float y, float width) {
    const Model& model = frame.model();
    const ChallengeIndex challenge = model.visit.shown[place];
    const NodeId id =
        frame.open(keyOf(model, model.programme.challenges[challenge].id), Role::listItem, {x, y, width, 0});
    float at = y;
    if (model.handoff.leftOut > 0 && place == model.handoff.challenges.size()) {
        frame.horizontalLine(x, at, width, frame.theme().line);
        at = drawParagraph(frame, "rest", secondaryStyle(frame), leftOutNote(model, challenge), x, at + 12, width,
                           frame.theme().inkFaint) +
             12;
    }
    const Rect card{x, at, width, measureCard(frame, challenge, width)};
    const float inset = cardInset(frame, width);
    RowLayout buttons{x + inset, at + card.height, width - inset - kGap, buttonHeight(frame, ButtonLook::secondary), 8};
    NodeId handle = semantics::kNoNode;
    const auto drawButtons = [&](RowLayout row) {
        handle = drawOrderButtons(frame, challenge, place, row);
        drawCompared(frame, challenge, row);
        return row.bottom() + gap::kNear;
    };
    const float bottom = frame.measure([&] { return drawButtons(buttons); });
    if (!frame.isMeasuring()) {
        paintCardGrounds(frame, std::array{CardGround{challenge, {x, at, width, bottom - at}}});
        drawRank(frame, place, x + gap::kClose, at + gap::kClose);
        drawCard(frame, challenge, card, list);
    }
    drawButtons(buttons);
    frame.closeAt(bottom);
    return {id, handle, y, bottom};
}

/// Where the row at `place` lands that has been moved by `dy`: behind the rows whose middle it has passed.
std::size_t landingPlace(const std::vector<Row>& rows, std::size_t place, float dy) {
    std::size_t landing = 0;
    for (std::size_t other = 0; other < rows.size(); ++other) {
        const float middle = (rows[other].top + rows[other].bottom) / 2;
        const float edge = dy + (other < place ? rows[place].top : rows[place].bottom);
        if (other != place && middle < edge) ++landing;
    }
    return landing;
}

/// One column in the visitor's order. The row that is dragged follows the pointer above the others, and a line shows
/// where it lands; the nodes keep their places until it does.
float drawOrderedCards(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const RowDrag& drag = model.attention.row;
    const float cardWidth = std::floor(width);
    const NodeId list = frame.open("cards", Role::list, {x, y, width, 0});
    std::vector<Row> rows;
    std::size_t dragged = model.visit.shown.size();
    float at = y;
    for (std::size_t place = 0; place < model.visit.shown.size(); ++place) {
        const NodeId id = frame.idOf(keyOf(model, model.programme.challenges[model.visit.shown[place]].id));
        if (semantics::childId(id, "handle") == drag.handle && !frame.isMeasuring()) {
            // It is drawn last.
            dragged = place;
            rows.push_back({id, drag.handle, at,
                            frame.measure([&] { return drawRow(frame, place, list, x, at, cardWidth).bottom; })});
        } else {
            frame.beginMotion(0, frame.animate(id, Property::y, at - y) - (at - y));
            rows.push_back(drawRow(frame, place, list, x, at, cardWidth));
            frame.endMotion();
        }
        at = rows.back().bottom + kGap;
    }
    if (dragged < rows.size()) {
        const Row& row = rows[dragged];
        const float dy = std::clamp(drag.to - drag.from, y - row.bottom, at - row.top);
        const std::size_t landing = landingPlace(rows, dragged, dy);
        const float edge = landing < dragged ? rows[landing].top - kGap / 2 - 1 : rows[landing].bottom + kGap / 2 - 1;
        if (landing != dragged) frame.fill({x, edge, cardWidth, 2}, frame.theme().accent);
        frame.motion().place(row.id, Property::y, row.top - y + dy);
        frame.beginMotion(0, dy);
        const Rect ground{x - 8, row.top - 8, cardWidth + 16, row.bottom - row.top + 16};
        frame.fill(ground, frame.theme().background, radius::kPanel);
        frame.outline(ground, frame.theme().accent, radius::kPanel);
        drawRow(frame, dragged, list, x, row.top, cardWidth);
        frame.endMotion();
        if (dragged + 1 < rows.size()) frame.moveBefore(row.id, rows[dragged + 1].id);
        frame.onActivate(row.handle,
                         explorer::Action(explorer::MoveShortlisted{
                             model.visit.shown[dragged], static_cast<int>(landing) - static_cast<int>(dragged)}));
    }
    frame.closeAt(at - kGap);
    return at - kGap;
}

} // namespace

float drawShortlistHead(Frame& frame, Word title, Word back, explorer::View backTo, float x, float y, float width) {
    const Model& model = frame.model();
    const Button button{.key = "back",
                        .label = localised(model, back),
                        .leading = Icon::back,
                        .intent = explorer::Action(explorer::SetView{backTo})};
    float at = drawButtonAt(frame, button, x, y, width) + gap::kApart;
    at = drawParagraph(frame, "programme", noteStyle(frame), localised(model, model.programme.title), x, at, width,
                       frame.theme().inkFaint);
    return drawHeading(frame, "title", detailTitleStyle(frame), 1, localised(model, title), x, at, width,
                       frame.theme().ink);
}

float drawShortlist(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    frame.open("shortlist", Role::region, localised(model, Word::shortlist_title), {x, y, width, 0});
    float at = drawKeeping(frame, x, drawHead(frame, x, y, width), width) + kGap;
    describeAnnouncement(frame, x, y);
    if (model.state.shortlist.empty()) {
        at = drawEmpty(frame, x, at, width);
    } else {
        const float box = std::round(frame.scaled(kBoxWidth));
        const bool isBeside = !frame.isPhone() && width > 2 * box;
        const float cards = isBeside ? width - box - 24 : width;
        const float belowCards = drawOrderedCards(frame, x, at, cards);
        const float belowBox = drawHandoffBox(frame, isBeside ? x + cards + 24 : x, isBeside ? at : belowCards + 24,
                                              width - (isBeside ? cards + 24 : 0));
        at = std::max(belowCards, belowBox);
    }
    frame.closeAt(at);
    return at;
}

} // namespace ui
