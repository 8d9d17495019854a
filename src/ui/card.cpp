#include "ui/card.h"

#include "explorer/reduce.h"
#include "render/emblem.h"
#include "ui/match_note.h"
#include "ui/styles.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"

#include <algorithm>
#include <cmath>

namespace ui {

using explorer::ChallengeIndex;
using programme::Word;

namespace {

constexpr float kEmblemHeight = 84;
constexpr float kEmblemWidth = 92; // on a phone, where the emblem is beside the text
constexpr float kEmblemCell = 42;
constexpr float kCardPadding = 14;

/// "2 × Data science", one for each profile.
std::vector<LocalisedString> profileLabels(const Model& model, const programme::Challenge& challenge) {
    std::vector<LocalisedString> labels;
    for (const programme::Profile& profile : challenge.profiles) {
        LocalisedString label = localised(model, profile.title);
        if (profile.count > 1) label.text.insert(0, std::to_string(profile.count) + " × ");
        labels.push_back(std::move(label));
    }
    return labels;
}

LocalisedString fitSentence(const Model& model, const search::Fit& fit) {
    const std::size_t chosen = model.state.skills.size();
    if (chosen < 2) return {};
    const int met = fit.required + fit.preferred;
    return filled(model, Word::card_fit, {{"met", std::to_string(met)}, {"chosen", std::to_string(chosen)}});
}

float rowsHeight(Frame& frame, const std::vector<LocalisedString>& labels, float width) {
    RowLayout rows{0, 0, width, chipHeight(frame), 6};
    for (const LocalisedString& label : labels) rows.next(chipWidth(frame, {.label = label}));
    return rows.bottom();
}

/// On a phone the emblem is beside the text, else above it.
Rect emblemArea(const Frame& frame, const Rect& card) {
    if (frame.isPhone()) return {card.x + 1, card.y + 1, kEmblemWidth, card.height - 2};
    return {card.x + 1, card.y + 1, card.width - 2, kEmblemHeight};
}

Rect bodyArea(const Frame& frame, const Rect& card) {
    if (frame.isPhone())
        return {card.x + kEmblemWidth + kCardPadding, card.y + 12, card.width - kEmblemWidth - 2 * kCardPadding,
                card.height - 24};
    return {card.x + kCardPadding + 2, card.y + kEmblemHeight + 12, card.width - 2 * (kCardPadding + 2),
            card.height - kEmblemHeight - 26};
}

float titleRoom(const Frame& frame, const Rect& body) {
    return frame.isPhone() ? body.width - frame.targetHeight() + 6 : body.width; // the star is beside the title
}

float fitHeight(const Frame& frame) {
    return frame.model().state.skills.size() >= 2 ? noteStrongStyle(frame).lineHeight + 8 : 0;
}

float matchHeight(const Frame& frame) {
    return noteStyle(frame).lineHeight + 8;
}

float notesHeight(const Frame& frame, const programme::Challenge& challenge) {
    return fitHeight(frame) + (matchNote(frame.model(), challenge).isEmpty() ? 0 : matchHeight(frame));
}

float footHeight(Frame& frame, const programme::Challenge& challenge, float width) {
    return rowsHeight(frame, profileLabels(frame.model(), challenge), width) + notesHeight(frame, challenge);
}

void paintBorder(Frame& frame, const CardGround& card) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const bool isOpen = model.state.challenge == card.challenge;
    const bool isHovered = model.attention.challenge == card.challenge;
    const Colour border = isOpen ? theme.accent : isHovered ? theme.inkFaint : theme.line;
    frame.outline(card.rect, border, 10, isOpen ? 2.0F : 1.0F);
}

/// The title, whose link covers the whole card. The rest of the card's text lies above the link.
NodeId drawTitle(Frame& frame, ChallengeIndex challenge, const Rect& card, const Rect& body, NodeId list) {
    const Model& model = frame.model();
    const LocalisedText title = localised(model, model.programme.challenges[challenge].title);
    const TextStyle style = cardTitleStyle(frame);
    const float room = titleRoom(frame, body);
    const float height = frame.text().layout(style, title.text, room).height;
    frame.open("heading", {.role = Role::heading, .level = 3}, {body.x, body.y, room, height});
    Node link{.role = Role::link};
    if (frame.output() == Output::all) link.href = addressAfter(model, explorer::OpenChallenge{challenge});
    link.current = model.state.challenge == challenge ? Tristate::yes : Tristate::absent;
    link.isInteractive = true;
    link.composite = list;
    const NodeId id = frame.open("link", std::move(link), card);
    frame.onActivate(id, explorer::Action(explorer::OpenChallenge{challenge}));
    frame.write("title", style, title, body.x, body.y, room, frame.theme().ink, 0, marksIn(model, title.text));
    // A long list is one stop of Tab, and says so to who comes by Tab.
    if (id != semantics::kNoNode && model.attention.enteredMember == id && frame.cards().isVirtualised())
        frame.tooltip(id, card, localised(model, Word::results_walk));
    if (frame.isFocused(id)) frame.ring(card, 10);
    frame.close();
    frame.close();
    return id;
}

void drawFoot(Frame& frame, ChallengeIndex challenge, const search::Fit& fit, const Rect& body, float top) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const programme::Challenge& details = model.programme.challenges[challenge];
    float y = top;
    if (const LocalisedString sentence = fitSentence(model, fit); !sentence.isEmpty()) {
        const TextStyle style = noteStrongStyle(frame);
        drawIcon(frame, Icon::check, body.x + 6, y + style.lineHeight / 2, 12, theme.accent);
        frame.write("fit", style, sentence, body.x + 18, y, body.width - 18, theme.accent, 1);
        y += style.lineHeight + 8;
    }
    if (const LocalisedString note = matchNote(model, details); !note.isEmpty()) {
        const TextStyle style = noteStyle(frame);
        drawIcon(frame, Icon::search, body.x + 6, y + style.lineHeight / 2, 11, theme.inkFaint);
        frame.write("match", style, note, body.x + 18, y, body.width - 18, theme.inkSoft, 1, marksIn(model, note.text));
        y += style.lineHeight + 8;
    }
    const std::vector<LocalisedString> labels = profileLabels(model, details);
    RowLayout rows{body.x, y, body.width, chipHeight(frame), 6};
    frame.open("profiles", named(Role::list, localised(model, Word::card_profiles)),
               {body.x, y, body.width, rowsHeight(frame, labels, body.width)});
    for (std::size_t index = 0; index < labels.size(); ++index) {
        const Rect rect = rows.next(chipWidth(frame, {.label = labels[index]}));
        const std::vector<TextMark> marks = marksIn(model, labels[index].text);
        frame.open("profile" + std::to_string(index), {.role = Role::listItem}, rect);
        drawChip(frame, "title",
                 {.label = labels[index],
                  .colour = skillColour(frame, details.profiles[index].skills.front()),
                  .marks = marks},
                 rect);
        frame.close();
    }
    frame.close();
}

/// The round button that adds a challenge to the shortlist or removes it, in a square of side `size` (CSS px) at (x,
/// y). `companionOf`: the card's link (semantics::Node::companionOf).
void drawStar(Frame& frame, ChallengeIndex challenge, float x, float y, float size, NodeId companionOf) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const bool isOn = explorer::isShortlisted(model.state, challenge);
    const bool isRefused = !isOn && explorer::isShortlistFull(model.programme, model.state);
    const LocalisedText title = localised(model, model.programme.challenges[challenge].title);
    Node node = named(Role::button, filled(model, Word::shortlist_star, {{"challenge", title.text}}));
    node.pressed = isOn ? Tristate::yes : Tristate::no;
    node.isDisabled = isRefused;
    node.isInteractive = true;
    node.companionOf = companionOf;
    node.sign = isOn ? "★" : "☆";
    const Rect rect{x, y, size, size};
    const NodeId id = frame.open("star", std::move(node), rect);
    if (!isRefused) frame.onActivate(id, explorer::Action(explorer::ToggleShortlisted{challenge}));
    const float disc = std::min(size, 34.0F);
    const Rect ground{x + (size - disc) / 2, y + (size - disc) / 2, disc, disc};
    frame.fill(ground, frame.isHovered(id) ? theme.surfaceStrong : theme.background, disc / 2);
    // On the way from one state to the other it is larger.
    const float progress = frame.animate(id, Property::opacity, isOn ? 1.0F : 0.0F);
    const float iconSize = 16 + 24 * progress * (1 - progress);
    drawIcon(frame, isOn ? Icon::starFilled : Icon::star, x + size / 2, y + size / 2, iconSize,
             isRefused ? theme.line
             : isOn    ? theme.accent
                       : theme.ink);
    if (frame.isFocused(id)) frame.ring(ground, disc / 2);
    if (isRefused) {
        frame.tooltip(
            id, rect,
            counted(model, programme::CountedWord::shortlist_full, *model.programme.application.maxChallenges));
    }
    frame.close();
}

} // namespace

LocalisedString hostLine(const Model& model, const programme::Challenge& challenge, bool withMinistry) {
    LocalisedString line = localised(model, challenge.host.name);
    if (withMinistry) line.append(" · ", localised(model, challenge.host.ministry));
    return line.append(" · ", withoutLanguage(model.programme.in(challenge.host.city)));
}

Colour skillColour(const Frame& frame, programme::SkillIndex skill) {
    return groupColour(frame.theme(), frame.model().programme.groupOf(skill));
}

void drawEmblem(Frame& frame, ChallengeIndex challenge, const Rect& area, float cell) {
    if (!frame.isInView(area)) return;
    const Model& model = frame.model();
    std::vector<Colour> colours;
    for (const explorer::SkillGroupIndex group : model.facts.groupsOf(challenge)) {
        colours.push_back(groupColour(frame.theme(), group));
    }
    const auto append = [&](render::ShapeList& list) {
        render::appendEmblem(list, model.programme.in(model.programme.challenges[challenge].id), colours,
                             frame.theme().background, {area.x, area.y, area.width, area.height, cell});
    };
    frame.addShapes(append, area);
}

float mostNotesHeight(const Frame& frame) {
    return fitHeight(frame) + (frame.model().state.query.empty() ? 0 : matchHeight(frame));
}

float cardHeight(const Frame& frame, float contentHeight) {
    const float around = frame.isPhone() ? 24 : kEmblemHeight + 26;
    return std::ceil(std::max(contentHeight + around, frame.isPhone() ? 128.0F : 0.0F));
}

float measureCard(Frame& frame, ChallengeIndex challenge, float width) {
    const float notes = notesHeight(frame, frame.model().programme.challenges[challenge]);
    return cardHeight(frame, measureCardText(frame, challenge, width) + notes);
}

float measureCardText(Frame& frame, ChallengeIndex challenge, float width) {
    const Model& model = frame.model();
    const programme::Challenge& details = model.programme.challenges[challenge];
    const Rect body = bodyArea(frame, {0, 0, width, 0});
    const auto heightOf = [&](const TextStyle& style, LocalisedText text, float room) {
        return frame.text().measureHeight(style, text.text, room);
    };
    float height = heightOf(cardTitleStyle(frame), localised(model, details.title), titleRoom(frame, body)) + 2;
    height += heightOf(secondaryStyle(frame), hostLine(model, details, false), body.width) + 8;
    if (!details.tagline.isEmpty())
        height += heightOf(bodyStyle(frame), localised(model, details.tagline), body.width) + 12;
    return height + rowsHeight(frame, profileLabels(model, details), body.width);
}

semantics::ItemWords cardWords(const Model& model, ChallengeIndex challenge) {
    const std::string_view page = model.programme.languages[model.state.language];
    const auto languageOf = [&](std::string_view tag) { return tag == page ? std::string_view() : tag; };
    const programme::Challenge& details = model.programme.challenges[challenge];
    const LocalisedText title = localised(model, details.title);
    semantics::ItemWords words{{std::string(languageOf(title.language)), std::string(title.text)}, {}};
    const auto append = [&](LocalisedText line) { words.append(languageOf(line.language), line.text); };
    append(hostLine(model, details, false));
    append(localised(model, details.tagline));
    for (const LocalisedString& label : profileLabels(model, details)) append(label);
    return words;
}

void paintCardGrounds(Frame& frame, std::span<const CardGround> cards) {
    for (const CardGround& card : cards) frame.fill(card.rect, frame.theme().background, 10);
    for (const CardGround& card : cards) {
        frame.beginRounded(card.rect, 10);
        drawEmblem(frame, card.challenge, emblemArea(frame, card.rect), kEmblemCell);
        frame.endRounded();
    }
    for (const CardGround& card : cards) paintBorder(frame, card);
}

void drawCard(Frame& frame, ChallengeIndex challenge, const search::Fit& fit, const Rect& rect, NodeId list) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const programme::Challenge& details = model.programme.challenges[challenge];
    const Rect body = bodyArea(frame, rect);
    frame.open("card", {.role = Role::article}, rect);
    const NodeId link = drawTitle(frame, challenge, rect, body, list);
    float y = body.y +
              frame.text()
                  .layout(cardTitleStyle(frame), localised(model, details.title).text, titleRoom(frame, body))
                  .height +
              2;
    const LocalisedString host = hostLine(model, details, false);
    frame.open("host", {.role = Role::paragraph}, {body.x, y, body.width, 0});
    y = frame.write("text", secondaryStyle(frame), host, body.x, y, body.width, theme.inkFaint, 0,
                    marksIn(model, host.text));
    frame.closeAt(y);
    y += 8;
    if (!details.tagline.isEmpty()) {
        const LocalisedText tagline = localised(model, details.tagline);
        frame.open("tagline", {.role = Role::paragraph}, {body.x, y, body.width, 0});
        frame.closeAt(frame.write("text", bodyStyle(frame), tagline, body.x, y, body.width, theme.inkSoft, 0,
                                  marksIn(model, tagline.text)));
    }
    drawFoot(frame, challenge, fit, body, body.y + body.height - footHeight(frame, details, body.width));
    const float star = frame.isPhone() ? frame.targetHeight() : std::max(36.0F, frame.targetHeight());
    drawStar(frame, challenge, rect.x + rect.width - star - (frame.isPhone() ? 4.0F : 8.0F),
             rect.y + (frame.isPhone() ? 4.0F : 8.0F), star, link);
    frame.close();
}

} // namespace ui
