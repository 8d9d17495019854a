// The list of challenges: the number of challenges, the active filters, the cards.
#include "base/sort.h"
#include "base/utf8.h"
#include "explorer/facets.h"
#include "ui/card.h"
#include "ui/card_list.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace ui {

using explorer::ChallengeIndex;
using programme::CountedWord;
using programme::Word;

namespace {

constexpr std::size_t kMostNameBytes = 60, kNameStep = 4; // of a filter's name in a button that drops it

/// The layout of "13 défis  28 postes": a heading and a note, side by side where there is room.
struct Count {
    LocalisedString title;
    LocalisedString posts;
    Rect titleRect;
    Rect rect; // of both
    bool isOneLine;
};

Count layOutCount(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const auto challenges = static_cast<std::int64_t>(model.visit.shown.size());
    Count count;
    count.title = counted(model, CountedWord::challenges, challenges);
    count.posts = counted(model, CountedWord::posts, model.visit.posts);
    const TextLayout& title = frame.text().layout(sectionStyle(frame), count.title.text, width);
    count.titleRect = {x, y, title.width, title.height};
    const float together = title.width + 10 + frame.text().measure(secondaryStyle(frame), count.posts.text);
    count.isOneLine = together <= width;
    const float height = count.titleRect.height + (count.isOneLine ? 0 : secondaryStyle(frame).lineHeight);
    count.rect = {x, y, std::min(width, together), height};
    return count;
}

void drawCount(Frame& frame, const Count& count, float width) {
    const Theme& theme = frame.theme();
    const TextStyle strong = sectionStyle(frame);
    const TextStyle light = secondaryStyle(frame);
    const auto [x, y, titleWidth, titleHeight] = count.titleRect;
    frame.open("count", Role::generic, count.rect);
    frame.openHeading("heading", 2, count.titleRect);
    frame.write("title", strong, count.title, x, y, width, theme.ink);
    frame.close();
    const float postsX = count.isOneLine ? x + titleWidth + 10 : x;
    const float postsY =
        count.isOneLine ? y + std::round((strong.lineHeight - light.lineHeight) / 2 + 1) : y + titleHeight;
    frame.write("posts", light, count.posts, postsX, postsY, width, theme.inkFaint);
    frame.close();
}

/// A pill for each active filter; activating it removes the filter.
void drawPills(Frame& frame, RowLayout& row) {
    const Model& model = frame.model();
    const auto draw = [&](Key key, const LocalisedText& label, explorer::Action removal) {
        Button button{.key = key, .label = label, .look = ButtonLook::pill, .trailing = Icon::close};
        button.name = filled(model, Word::results_remove, {{"filter", label.text}});
        button.intent = std::move(removal);
        drawButton(frame, button, row.next(buttonWidth(frame, button)));
    };
    for (const explorer::FacetRow& facet : explorer::kFacets) {
        for (const explorer::ValueIndex value : model.state.*facet.chosen) {
            draw(keyOf(model, facet.facet, value), labelOf(model, facet.facet, value),
                 explorer::ToggleValue{facet.facet, value});
        }
    }
    if (model.state.during) draw("during", datesOf(model, *model.state.during), explorer::DropPeriod{});
    if (!model.state.query.empty()) {
        draw("query", filled(model, Word::results_query, {{"query", model.state.query}}), explorer::SetQuery{});
    }
}

Button clearButton(const Model& model) {
    return {.key = "clear",
            .label = localised(model, Word::results_clear),
            .look = ButtonLook::quiet,
            .intent = explorer::Action(explorer::ClearFilters{})};
}

/// The filter in quotation marks; several values: each. What is longer than `mostBytes` is cut.
std::string relaxedWords(const Model& model, const search::Relaxation& relaxation, std::size_t mostBytes) {
    using Kind = search::Relaxation::Kind;
    const auto quoted = [&](std::string_view words) {
        const std::string_view whole = base::cutUtf8(words, mostBytes);
        const std::string shown = std::string(whole) + (whole.size() < words.size() ? std::string(kEllipsis) : "");
        return filled(model, Word::results_query, {{"query", shown}}).text;
    };
    if (relaxation.kind == Kind::period) return quoted(datesOf(model, *model.state.during).text);
    if (relaxation.kind == Kind::text) return quoted(model.state.query);
    std::string names;
    const std::vector<search::FacetValue>& values = model.facts.of(relaxation.facet).values;
    for (const explorer::ValueIndex value : model.state.*explorer::rowOf(relaxation.facet).chosen) {
        if (values[value].group != values[relaxation.value].group) continue;
        if (!names.empty()) names += ", ";
        names += quoted(labelOf(model, relaxation.facet, value).text);
    }
    return names;
}

/// "Without “Python”, “R”: 4 challenges".
LocalisedString relaxationLabel(const Model& model, const search::Relaxation& relaxation, std::size_t mostBytes) {
    return counted(model, CountedWord::results_without, relaxation.found,
                   {{"filter", relaxedWords(model, relaxation, mostBytes)}});
}

/// The button that drops the filter, without its words.
Button relaxationButton(const search::Relaxation& relaxation) {
    switch (relaxation.kind) {
    case search::Relaxation::Kind::values:
        break;
    case search::Relaxation::Kind::period:
        return {.key = "period", .intent = explorer::Action(explorer::DropPeriod{})};
    case search::Relaxation::Kind::text:
        return {.key = "query", .intent = explorer::Action(explorer::SetQuery{})};
    }
    return {.intent = explorer::Action(explorer::ClearGroup{relaxation.facet, relaxation.value})};
}

/// Where nothing is found: a button for each filter without which something would be, and one that drops all.
float drawWaysOut(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    RowLayout row{x, y, width, buttonHeight(frame, ButtonLook::secondary), 8};
    frame.open("ways-out", Role::generic, {x, y, width, 0});
    for (const search::Relaxation& relaxation : model.visit.relaxations) {
        Button button = relaxationButton(relaxation);
        const std::string key = keyOf(model, relaxation.facet, relaxation.value);
        if (button.key.view().empty()) button.key = key;
        LocalisedString label = relaxationLabel(model, relaxation, std::string::npos);
        button.name = label;
        button.label = label;
        // In a narrow row the filter's name is cut, not the number behind it.
        for (std::size_t most = kMostNameBytes; buttonWidth(frame, button) > width && most > 0; most -= kNameStep) {
            label = relaxationLabel(model, relaxation, most);
            button.label = label;
        }
        drawButton(frame, button, row.next(buttonWidth(frame, button)));
    }
    const Button all{.key = "clear-all",
                     .label = localised(model, Word::shortlist_showAll),
                     .intent = explorer::Action(explorer::ClearFilters{})};
    drawButton(frame, all, row.next(buttonWidth(frame, all)));
    frame.closeAt(row.bottom());
    return row.bottom();
}

/// Where no challenge is found: the reason, and buttons that show some again.
float drawEmptyResults(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Word reason = model.visit.relaxations.empty() ? Word::results_nothingNear : Word::results_nothing;
    const float at = drawParagraph(frame, "nothing", bodyStyle(frame), localised(model, reason), x, y, width,
                                   frame.theme().inkSoft) +
                     gap::kNear;
    return drawWaysOut(frame, x, at, width);
}

/// A card of the list in one frame.
struct DrawnCard {
    std::uint32_t place = 0; // in the list
    ChallengeIndex challenge = 0;
    Rect rect;               // at rest, on the page
    bool isDescribed = true; // false: it is only painted
    // How far it is from its place (Frame::beginMotion).
    float dx = 0, dy = 0, opacity = 1;
    [[nodiscard]] bool isMoving() const { return dx != 0 || dy != 0 || opacity != 1; }
};

std::string cardKey(const Model& model, ChallengeIndex challenge) {
    return keyOf(model, model.programme.challenges[challenge].id);
}

/// The opacity of a card that comes to where another one goes away: that one is gone first, so that no words lie over
/// others.
float opacityInTurn(float opacity) {
    return std::max(0.0F, 2 * opacity - 1);
}

/// Lets the cards in view go from where they were to their places after another layout. One that was not in view fades
/// in, as long as it did not come by scrolling. The list's node is open; `x`, `y`: its corner.
void moveCards(Frame& frame, std::span<DrawnCard> cards, float x, float y) {
    CardList& list = frame.cards();
    // The list has a value that the last frame asked for if it drew the list.
    const bool wasThere = frame.motion().painted(list.node, Property::opacity).has_value();
    frame.motion().place(list.node, Property::opacity, 1);
    const bool isOtherLayout = wasThere && list.paintedLayout != list.layout;
    std::vector<CardList::Painted> painted;
    for (DrawnCard& card : cards) {
        if (!frame.isInView(card.rect)) continue;
        const NodeId id = frame.idOf(cardKey(frame.model(), card.challenge));
        const Rect rect{card.rect.x - x, card.rect.y - y, card.rect.width, card.rect.height};
        card.dx = frame.animate(id, Property::x, rect.x) - rect.x;
        card.dy = frame.animate(id, Property::y, rect.y) - rect.y;
        card.opacity = opacityInTurn(frame.animate(id, Property::opacity, 1, isOtherLayout ? 0.0F : 1.0F));
        painted.push_back({card.challenge, rect});
    }
    if (isOtherLayout) list.leaving.insert(list.leaving.end(), list.painted.begin(), list.painted.end());
    std::erase_if(list.leaving, [&](const CardList::Painted& gone) {
        return std::ranges::find(painted, gone.challenge, &CardList::Painted::challenge) != painted.end();
    });
    list.painted = std::move(painted);
    list.paintedLayout = list.layout;
}

/// Paints those that fade out where they were.
void paintLeavingCards(Frame& frame, float x, float y) {
    CardList& list = frame.cards();
    std::erase_if(list.leaving, [&](const CardList::Painted& gone) {
        const NodeId id = frame.idOf(cardKey(frame.model(), gone.challenge));
        const float opacity = frame.animate(id, Property::opacity, 0);
        if (opacity <= 0) return true;
        const Rect rect{gone.rect.x + x, gone.rect.y + y, gone.rect.width, gone.rect.height};
        frame.beginLeaving(0, 0, opacityInTurn(opacity));
        paintCardGrounds(frame, std::array{CardGround{gone.challenge, rect}});
        drawCard(frame, gone.challenge, rect, list.node);
        frame.endLeaving();
        return false;
    });
}

/// One card that is only painted where it is not to be described.
void drawItem(Frame& frame, const DrawnCard& card) {
    const Model& model = frame.model();
    CardList& list = frame.cards();
    frame.setOutput(card.isDescribed ? Output::all : Output::picture);
    const NodeId item = frame.open(cardKey(model, card.challenge), Role::listItem, card.rect);
    if (card.isDescribed) list.described.push_back({card.place, item});
    drawCard(frame, card.challenge, card.rect, list.node);
    frame.close();
    frame.setOutput(Output::all);
}

void drawItems(Frame& frame, std::span<DrawnCard> cards, float x, float y) {
    moveCards(frame, cards, x, y);
    paintLeavingCards(frame, x, y);
    // At rest cards do not overlap: the grounds of all are painted at once.
    std::vector<CardGround> atRest;
    for (const DrawnCard& card : cards) {
        if (!card.isMoving()) atRest.push_back({card.challenge, card.rect});
    }
    paintCardGrounds(frame, atRest);
    for (const DrawnCard& card : cards) {
        frame.beginMotion(card.dx, card.dy, card.opacity);
        if (card.isMoving()) paintCardGrounds(frame, std::array{CardGround{card.challenge, card.rect}});
        drawItem(frame, card);
        frame.endMotion();
    }
}

/// A frame describes of a virtualised list the cards in the viewport and in an overscan of one screen above and below,
/// the first and the last card, and the focused one. Where find-in-page has scrolled, other cards may be in view: these
/// are only painted, until Viewport::isAttended.
std::vector<DrawnCard> chooseOfVirtualised(const Model& model, const CardList& list, float y) {
    const float screen = model.viewport.height;
    const float describedTop = model.attention.describedTop - screen - y;
    const float viewTop = model.viewport.scrollTop - y;
    std::vector<std::uint32_t> described = list.layout->placesBetween(describedTop, describedTop + 3 * screen);
    described.push_back(0);
    described.push_back(static_cast<std::uint32_t>(list.shown().size() - 1));
    if (model.attention.focusedChallenge) {
        const auto found = std::ranges::find(list.shown(), *model.attention.focusedChallenge);
        if (found != list.shown().end()) described.push_back(static_cast<std::uint32_t>(found - list.shown().begin()));
    }
    base::sort(described);
    std::vector<std::uint32_t> drawn = list.layout->placesBetween(viewTop, viewTop + screen);
    drawn.insert(drawn.end(), described.begin(), described.end());
    base::sort(drawn);
    drawn.erase(std::unique(drawn.begin(), drawn.end()), drawn.end());
    std::vector<DrawnCard> cards;
    for (const std::uint32_t place : drawn)
        cards.push_back({.place = place, .isDescribed = std::ranges::binary_search(described, place)});
    return cards;
}

float drawCards(Frame& frame, float x, float y, float width) {
    const CardList& list = layOutCards(frame, width);
    const float height = list.layout->height();
    if (frame.isMeasuring()) return y + height;
    std::vector<DrawnCard> cards;
    if (list.isVirtualised()) {
        cards = chooseOfVirtualised(frame.model(), list, y);
    } else {
        for (std::uint32_t place = 0; place < list.shown().size(); ++place) cards.push_back({.place = place});
    }
    for (DrawnCard& card : cards) {
        card.challenge = list.shown()[card.place];
        card.rect = list.layout->rectOf(card.place);
        card.rect.x += x;
        card.rect.y += y;
    }
    frame.cards().node = frame.open("cards", Role::list, {x, y, width, height});
    drawItems(frame, cards, x, y);
    frame.close();
    return y + height;
}

/// What is above the cards: the count and the active filters.
float drawResultsHead(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Count summary = layOutCount(frame, x, y, width);
    const Rect& count = summary.rect;
    drawCount(frame, summary, width);
    const float pillHeight =
        std::max(buttonHeight(frame, ButtonLook::pill), frame.targetHeight() - (frame.isPhone() ? 8.0F : 0.0F));
    const float rowTop = count.y + std::round((count.height - pillHeight) / 2);
    // Beside the title where there is room, else below it.
    const float after = count.width + 16;
    const bool isBeside = !frame.isPhone() && width - after > 160;
    RowLayout row{x, isBeside ? rowTop : count.y + count.height + 8, width, pillHeight, 8};
    if (isBeside) row.x = x + after;
    float bottom = isBeside ? count.y + count.height : row.y;
    const bool hasFilters = explorer::hasFilters(model.state);
    if (hasFilters && frame.isPhone()) {
        // Each filter stands above the list already: the values in the filter's row, the text in the field.
        const Button clear = clearButton(model);
        const float clearWidth = std::min(buttonWidth(frame, clear), width - count.width - 8);
        drawButton(frame, clear, {x + width - clearWidth, rowTop, clearWidth, pillHeight});
    } else if (hasFilters) {
        frame.open("active", Role::group, localised(model, Word::results_active), {x, row.y, width, pillHeight});
        drawPills(frame, row);
        frame.close();
        const Button clear = clearButton(model);
        drawButton(frame, clear, row.next(buttonWidth(frame, clear)));
        bottom = std::max(bottom, row.bottom());
    }
    return bottom;
}

} // namespace

void describeAnnouncement(Frame& frame, float x, float y) {
    const std::string& announcement = frame.model().attention.announcement;
    frame.open("announcement", Role::status, {x, y, 1, 1});
    if (!announcement.empty() && !frame.isMeasuring()) {
        const LocalisedString announced = inInterfaceLanguage(frame.model(), announcement);
        Node words = nodeOf(Role::text);
        words.language = announced.language;
        words.textStyle = noteStyle(frame);
        words.lines.push_back(announced.text);
        frame.add("words", std::move(words), {x, y, 1, 1});
    }
    frame.close();
}

float drawResults(Frame& frame, float x, float y, float width, float bottom) {
    const Model& model = frame.model();
    const auto drawHead = [&] { return drawResultsHead(frame, x, y, width); };
    const float head = frame.measure(drawHead);
    float at = head + gap::kApart;
    describeAnnouncement(frame, x, y);
    if (model.visit.wasForgiving && !model.visit.shown.empty()) {
        const LocalisedString note = filled(model, Word::results_forgiving, {{"query", model.state.query}});
        at = drawParagraph(frame, "forgiving", bodyStyle(frame), note, x, at - 8, width, frame.theme().inkSoft) +
             gap::kApart;
    }
    at = model.visit.shown.empty() ? drawEmptyResults(frame, x, at, width) : drawCards(frame, x, at, width);
    if (frame.isMeasuring()) return at;
    // Painted over the cards, which go by below it, and read before them. A phone's filter row stays instead.
    const Rect rect{x - kRingReach, y - gap::kNear, width + 2 * kRingReach, head - y + gap::kNear + gap::kClose};
    const NodeId node = beginHead(frame, "head", rect, bottom);
    drawHead();
    frame.endSticky();
    frame.moveBefore(node, frame.idOf("announcement"));
    return at;
}

} // namespace ui
