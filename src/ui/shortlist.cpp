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

namespace ui {

using explorer::ChallengeIndex;
using programme::CountedWord;
using programme::Word;

namespace {

constexpr float kGap = 16;
constexpr float kBoxWidth = 340;

Button backButton(const Model& model) {
    return {.key = "back",
            .label = localised(model, Word::shortlist_back),
            .leading = Icon::back,
            .intent = explorer::Action(explorer::SetView{explorer::View::challenges})};
}

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
    const std::string text =
        explorer::describeShortlist(model.programme, model.facts, model.state, model.viewport.pageAddress);
    const std::string title(localised(model, model.programme.title).text);
    const LocalisedText copied = localised(model, Word::shortlist_copied);
    const bool isCopied = !frame.isMeasuring() && model.attention.copied == frame.idOf("copy-list");
    draw({.key = "copy-list",
          .label = isCopied ? copied : localised(model, Word::shortlist_copy),
          .leading = isCopied ? Icon::check : Icon::copy,
          .intent = CopyText{text, std::string(copied.text)}});
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
    float at = drawButtonAt(frame, backButton(model), x, y, width) + 16;
    at = drawHeading(frame, "title", detailTitleStyle(frame), 2, localised(model, Word::shortlist_title), x, at, width,
                     frame.theme().ink);
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
    return drawCheckbox(frame, "remember", localised(model, Word::shortlist_remember), isOn,
                        explorer::Action(explorer::KeepShortlist{!isOn}), x, y + 8, width);
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

/// Two buttons below a shortlisted card, which move it: the shortlist's order is that of the application.
float drawOrderButtons(Frame& frame, ChallengeIndex challenge, std::size_t place, float x, float y, float width) {
    const Model& model = frame.model();
    const LocalisedText title = localised(model, model.programme.challenges[challenge].title);
    const auto draw = [&](RowLayout& row, std::string_view key, Word label, Word name, Icon icon, int places,
                          bool isAtEnd) {
        Button button{.key = key, .label = localised(model, label), .leading = icon, .isDisabled = isAtEnd};
        const LocalisedString words = filled(model, name, {{"challenge", title.text}});
        button.name = words;
        button.intent = explorer::Action(explorer::MoveShortlisted{challenge, places});
        drawButton(frame, button, row.next(buttonWidth(frame, button)));
    };
    RowLayout row{x, y, width, buttonHeight(frame, ButtonLook::secondary), 8};
    draw(row, "earlier", Word::shortlist_earlier, Word::shortlist_earlierName, Icon::up, -1, place == 0);
    draw(row, "later", Word::shortlist_later, Word::shortlist_laterName, Icon::down, 1,
         place + 1 == model.visit.shown.size());
    return row.bottom();
}

/// One column in the visitor's order. Before the first challenge that does not go along with an application a line says
/// so.
float drawOrderedCards(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const auto& shown = model.visit.shown;
    const float cardWidth = std::floor(width);
    const NodeId list = frame.open("cards", {.role = Role::list}, {x, y, width, 0});
    float at = y;
    for (std::size_t place = 0; place < shown.size(); ++place) {
        const std::string_view key = model.programme.in(model.programme.challenges[shown[place]].id);
        const bool isFirstLeftOut = model.handoff.leftOut > 0 && place == model.handoff.challenges.size();
        frame.open(key, {.role = Role::listItem}, {x, at, width, 0});
        if (isFirstLeftOut) {
            frame.horizontalLine(x, at, width, frame.theme().line);
            at = drawParagraph(frame, "rest", secondaryStyle(frame), localised(model, Word::handoff_rest), x, at + 12,
                               width, frame.theme().inkFaint) +
                 12;
        }
        const float height = measureCard(frame, shown[place], cardWidth);
        if (!frame.isMeasuring()) {
            const Rect rect{x, at, cardWidth, height};
            paintCardGrounds(frame, std::array{CardGround{shown[place], rect}});
            drawCard(frame, shown[place], rect, list);
        }
        at = drawOrderButtons(frame, shown[place], place, x, at + height + 8, cardWidth);
        frame.closeAt(at);
        at += kGap;
    }
    frame.closeAt(at - kGap);
    return at - kGap;
}

} // namespace

float drawShortlist(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    frame.open("results", named(Role::region, localised(model, Word::shortlist_title)), {x, y, width, 0});
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
