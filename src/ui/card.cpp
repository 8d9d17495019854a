#include "ui/card.h"

#include "explorer/reduce.h"
#include "render/emblem.h"
#include "ui/match_note.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tags.h"

#include <algorithm>
#include <cmath>

namespace ui {

using explorer::ChallengeIndex;
using programme::CountedWord;
using programme::Word;

namespace {

constexpr float kEmblemHeight = 84;
constexpr float kEmblemWidth = 92; // on a phone, where the emblem is beside the text
constexpr float kEmblemCell = 42;
constexpr float kLeastHeight = 128; // on a phone
constexpr float kNarrowCard = 320;  // on a phone: below this width the text needs some of the emblem's room
constexpr float kNarrowEmblemWidth = 56;
constexpr float kWideCard = 600; // from this width on the emblem is beside the text
constexpr float kWideEmblemWidth = 252;
constexpr float kCardPadding = 16;
constexpr float kNoteInset = 16;        // behind the note's icon, as behind a tag's
constexpr float kNoteGap = gap::kClose; // below a note
constexpr float kMostReasonLines = 2;   // by which the visitor's skills make the profiles higher

/// Whether the profile requires or prefers one of the visitor's skills.
bool asksForAny(const programme::Profile& profile, std::span<const programme::SkillIndex> skills) {
    return std::ranges::any_of(skills, [&](programme::SkillIndex skill) {
        return std::ranges::find(profile.skills, skill) != profile.skills.end() ||
               std::ranges::find(profile.preferredSkills, skill) != profile.preferredSkills.end();
    });
}

/// The card's profiles. `reasons`: where there are any, each profile that asks for a skill of the visitor's has a tick,
/// as it has in the open challenge.
std::vector<Tag> profileTags(const Frame& frame, const programme::Challenge& challenge,
                             std::span<const search::FitReason> reasons = {}) {
    const Model& model = frame.model();
    std::vector<LocalisedString> labels = profileLabels(model, challenge);
    std::vector<Tag> tags;
    tags.reserve(labels.size());
    for (std::size_t index = 0; index < labels.size(); ++index) {
        const bool isChosen = !reasons.empty() && asksForAny(challenge.profiles[index], model.state.skills);
        std::vector<TextMark> marks = marksIn(model, labels[index].text);
        tags.push_back({.key = "profile" + std::to_string(index),
                        .label = std::move(labels[index]),
                        .colour = skillColour(frame, challenge.profiles[index].skills.front()),
                        .isChosen = isChosen,
                        .marks = std::move(marks)});
    }
    return tags;
}

/// Names the visitor's skills behind the profiles that ask for them, as far as there is room for them.
void nameReasons(Frame& frame, std::span<const search::FitReason> reasons, float width, std::vector<Tag>& tags) {
    const float most = measureTags(frame, tags, width) + kMostReasonLines * tagStyle(frame).lineHeight;
    for (std::size_t profile = 0; profile < tags.size(); ++profile) {
        const LocalisedString skills = reasonNote(frame.model(), profile, reasons);
        if (skills.isEmpty()) continue;
        LocalisedString& label = tags[profile].label;
        const LocalisedString without = label;
        label.append(" · ", skills);
        if (measureTags(frame, tags, width) > most) label = without;
    }
}

/// The lower part of a card: the profiles, and above them what matches the visitor's words.
struct Foot {
    LocalisedString match; // empty where there is nothing to say
    std::vector<Tag> profiles;
    float height = 0; // CSS px
};

/// Whether the emblem is beside the text: on a phone, and where a card fills a row; else it is above it.
bool hasEmblemBeside(const Frame& frame, float cardWidth) {
    return frame.isPhone() || cardWidth >= kWideCard;
}

float emblemWidth(const Frame& frame, float cardWidth) {
    if (!frame.isPhone()) return kWideEmblemWidth;
    return cardWidth < kNarrowCard ? kNarrowEmblemWidth : kEmblemWidth;
}

Rect emblemArea(const Frame& frame, const Rect& card) {
    if (hasEmblemBeside(frame, card.width))
        return {card.x + 1, card.y + 1, emblemWidth(frame, card.width), card.height - 2};
    return {card.x + 1, card.y + 1, card.width - 2, kEmblemHeight};
}

Rect bodyArea(const Frame& frame, const Rect& card) {
    if (hasEmblemBeside(frame, card.width)) {
        const float left = emblemWidth(frame, card.width);
        return {card.x + left + kCardPadding, card.y + gap::kNear, card.width - left - 2 * kCardPadding,
                card.height - 2 * gap::kNear};
    }
    return {card.x + kCardPadding, card.y + kEmblemHeight + gap::kNear, card.width - 2 * kCardPadding,
            card.height - kEmblemHeight - 2 * gap::kNear};
}

float starSize(const Frame& frame) {
    return std::max(36.0F, frame.targetHeight());
}

/// The width of title and host: where the star is in the same corner, it is left free.
float titleRoom(const Frame& frame, const Rect& body, float cardWidth) {
    return hasEmblemBeside(frame, cardWidth) ? body.width - starSize(frame) + gap::kClose : body.width;
}

float matchNoteHeight(const Frame& frame) {
    return noteStyle(frame).lineHeight + kNoteGap;
}

Foot makeFoot(Frame& frame, const programme::Challenge& challenge, float width) {
    const Model& model = frame.model();
    const std::vector<search::FitReason> reasons = search::explainFit(challenge, model.state.skills);
    Foot foot{matchNote(model, challenge), profileTags(frame, challenge, reasons)};
    if (!reasons.empty()) nameReasons(frame, reasons, width, foot.profiles);
    foot.height = measureTags(frame, foot.profiles, width) + (foot.match.isEmpty() ? 0 : matchNoteHeight(frame));
    return foot;
}

/// The height of title, host and tagline, with the space below them.
float measureAboveFoot(Frame& frame, const programme::Challenge& challenge, float width) {
    const Model& model = frame.model();
    const Rect body = bodyArea(frame, {0, 0, width, 0});
    const auto heightOf = [&](const TextStyle& style, const LocalisedText& text, float room) {
        return frame.text().measureHeight(style, text.text, room);
    };
    const float room = titleRoom(frame, body, width);
    float height = heightOf(cardTitleStyle(frame), localised(model, challenge.title), room) + 2;
    height += heightOf(secondaryStyle(frame), hostLine(model, challenge, false), room) + 8;
    if (!challenge.tagline.isEmpty())
        height += heightOf(bodyStyle(frame), localised(model, challenge.tagline), body.width) + 12;
    return height;
}

void paintBorder(Frame& frame, const CardGround& card) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const bool isOpen = model.state.challenge == card.challenge;
    const bool isHovered = model.attention.challenge == card.challenge;
    const Colour border = isOpen ? theme.accent : isHovered ? theme.inkFaint : theme.line;
    frame.outline(card.rect, border, radius::kPanel, isOpen ? 2.0F : 1.0F);
}

/// The title, whose link covers the whole card. The rest of the card's text lies above the link.
NodeId drawTitle(Frame& frame, ChallengeIndex challenge, const Rect& card, const Rect& body, NodeId list) {
    const Model& model = frame.model();
    const LocalisedText title = localised(model, model.programme.challenges[challenge].title);
    const TextStyle style = cardTitleStyle(frame);
    const float room = titleRoom(frame, body, card.width);
    const float height = frame.text().layout(style, title.text, room).height;
    // Below the title of the list, which is that of the page where the list is a page of its own.
    const std::uint8_t level = model.state.view == explorer::View::shortlist ? 2 : 3;
    frame.openHeading("heading", level, {body.x, body.y, room, height});
    Node link = nodeOf(Role::link);
    if (frame.output() == Output::all) link.href = addressAfter(model, explorer::OpenChallenge{challenge});
    link.current = model.state.challenge == challenge ? Tristate::yes : Tristate::absent;
    link.isInteractive = true;
    link.composite = list;
    const NodeId id = frame.open("link", std::move(link), card);
    frame.onActivate(id, openIntent(model, challenge));
    frame.write("title", style, title, body.x, body.y, room, frame.theme().ink, 0, marksIn(model, title.text));
    // A long list, or one beside an open challenge, is one stop of Tab, and says so to who comes by Tab.
    if (id != semantics::kNoNode && model.attention.enteredMember == id &&
        (frame.cards().isVirtualised() || model.state.challenge))
        frame.tooltip(id, card, localised(model, Word::results_walk));
    if (frame.isFocused(id)) frame.ring(card, radius::kPanel);
    frame.close();
    frame.close();
    return id;
}

void drawFoot(Frame& frame, const Foot& foot, const Rect& body) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    float y = body.y + body.height - foot.height;
    if (!foot.match.isEmpty()) {
        const TextStyle style = noteStyle(frame);
        drawIcon(frame, Icon::search, body.x + 4, y + style.lineHeight / 2, 11, theme.inkFaint);
        y = frame.write("match", style, foot.match, body.x + kNoteInset, y, body.width - kNoteInset, theme.inkSoft, 1,
                        marksIn(model, foot.match.text)) +
            kNoteGap;
    }
    drawTags(frame, "profiles", localised(model, Word::card_profiles), foot.profiles, body.x, y, body.width);
}

/// The round button that adds a challenge to the shortlist or removes it, in a square of side `size` (CSS px) at (x,
/// y). `companionOf`: the card's link (semantics::Node::companionOf).
void drawStar(Frame& frame, ChallengeIndex challenge, float x, float y, float size, NodeId companionOf) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const bool isOn = explorer::isShortlisted(model.state, challenge);
    const bool isRefused = !isOn && explorer::isShortlistFull(model.state);
    const LocalisedText title = localised(model, model.programme.challenges[challenge].title);
    Node node = named(Role::button, filled(model, Word::shortlist_star, {{"challenge", title.text}}));
    node.pressed = isOn ? Tristate::yes : Tristate::no;
    node.isDisabled = isRefused;
    node.isInteractive = true;
    node.companionOf = companionOf;
    const Icon icon = isOn ? Icon::starFilled : Icon::star;
    node.sign = signOf(icon);
    const Rect rect{x, y, size, size};
    const NodeId id = frame.open("star", std::move(node), rect);
    frame.onActivate(id, isRefused ? Intent(ShowTip{}) : explorer::Action(explorer::ToggleShortlisted{challenge}));
    const float disc = std::min(size, 34.0F);
    const Rect ground{x + (size - disc) / 2, y + (size - disc) / 2, disc, disc};
    frame.fill(ground, theme.background, disc / 2);
    // The ground stays that of the page, which every emblem differs from.
    frame.outline(ground, frame.isHovered(id) ? theme.ink : theme.line, disc / 2);
    // On the way from one state to the other it is larger.
    const float progress = frame.animate(id, Property::opacity, isOn ? 1.0F : 0.0F);
    const float iconSize = 16 + 24 * progress * (1 - progress);
    drawIcon(frame, icon, x + size / 2, y + size / 2, iconSize,
             isRefused ? theme.line
             : isOn    ? theme.accent
                       : theme.ink);
    if (frame.isFocused(id)) frame.ring(ground, disc / 2);
    if (isRefused) {
        frame.tooltip(id, rect, shortlistFull(model));
    } else if (const LocalisedString note = leftOutNote(model, challenge); !note.isEmpty()) {
        frame.tooltip(id, rect, note);
    } else if (frame.isHovered(id)) {
        frame.tooltip(id, rect, localised(model, isOn ? Word::shortlist_drop : Word::shortlist_keep), {}, true);
    }
    frame.close();
}

} // namespace

std::vector<LocalisedString> profileLabels(const Model& model, const programme::Challenge& challenge) {
    std::vector<LocalisedString> labels;
    for (const programme::Profile& profile : challenge.profiles) {
        LocalisedString label = localised(model, profile.title);
        if (profile.count > 1) label.text.insert(0, std::to_string(profile.count) + " × ");
        labels.push_back(std::move(label));
    }
    return labels;
}

LocalisedString hostLine(const Model& model, const programme::Challenge& challenge, bool withMinistry) {
    LocalisedString line = localised(model, challenge.host.name);
    if (withMinistry) line.append(" · ", localised(model, challenge.host.ministry));
    return line.append(" · ", withoutLanguage(model.programme.in(challenge.host.city)));
}

LocalisedString shortlistFull(const Model& model) {
    return filled(model, Word::shortlist_full, {{"count", std::to_string(explorer::kMaxShortlisted)}});
}

LocalisedString leftOutNote(const Model& model, ChallengeIndex challenge) {
    const std::vector<ChallengeIndex>& along = model.handoff.challenges;
    if (model.handoff.leftOut == 0 || !explorer::isShortlisted(model.state, challenge) ||
        std::ranges::find(along, challenge) != along.end())
        return {};
    return counted(model, CountedWord::handoff_limit, static_cast<std::int64_t>(along.size()));
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
    const explorer::State& state = frame.model().state;
    const float reasons = state.skills.empty() ? 0 : kMostReasonLines * tagStyle(frame).lineHeight;
    return reasons + (state.query.empty() ? 0 : matchNoteHeight(frame));
}

float cardHeight(const Frame& frame, float contentHeight, float width) {
    const float around = 2 * gap::kNear + (hasEmblemBeside(frame, width) ? 0 : kEmblemHeight);
    return std::ceil(std::max(contentHeight + around, frame.isPhone() ? kLeastHeight : 0.0F));
}

float measureCard(Frame& frame, ChallengeIndex challenge, float width) {
    const programme::Challenge& details = frame.model().programme.challenges[challenge];
    const float room = bodyArea(frame, {0, 0, width, 0}).width;
    return cardHeight(frame, measureAboveFoot(frame, details, width) + makeFoot(frame, details, room).height, width);
}

float cardInset(const Frame& frame, float width) {
    return bodyArea(frame, {0, 0, width, 0}).x;
}

float measureCardText(Frame& frame, ChallengeIndex challenge, float width) {
    const programme::Challenge& details = frame.model().programme.challenges[challenge];
    const float room = bodyArea(frame, {0, 0, width, 0}).width;
    return measureAboveFoot(frame, details, width) + measureTags(frame, profileTags(frame, details), room);
}

semantics::ItemWords cardWords(const Model& model, ChallengeIndex challenge) {
    const std::string_view page = model.programme.languages[model.state.language];
    const auto languageOf = [&](std::string_view tag) { return tag == page ? std::string_view() : tag; };
    const programme::Challenge& details = model.programme.challenges[challenge];
    const LocalisedText title = localised(model, details.title);
    semantics::ItemWords words{{std::string(languageOf(title.language)), std::string(title.text)}, {}};
    const auto append = [&](const LocalisedText& line) { words.append(languageOf(line.language), line.text); };
    append(hostLine(model, details, false));
    append(localised(model, details.tagline));
    for (const LocalisedString& label : profileLabels(model, details)) append(label);
    return words;
}

void paintCardGrounds(Frame& frame, std::span<const CardGround> cards) {
    for (const CardGround& card : cards) frame.fill(card.rect, frame.theme().background, radius::kPanel);
    for (const CardGround& card : cards) {
        // Inside the border, whose inner corners the emblem has.
        frame.beginRounded({card.rect.x + 1, card.rect.y + 1, card.rect.width - 2, card.rect.height - 2},
                           radius::kPanel - 1);
        drawEmblem(frame, card.challenge, emblemArea(frame, card.rect), kEmblemCell);
        frame.endRounded();
    }
    for (const CardGround& card : cards) paintBorder(frame, card);
}

void drawCard(Frame& frame, ChallengeIndex challenge, const Rect& rect, NodeId list) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const programme::Challenge& details = model.programme.challenges[challenge];
    const Rect body = bodyArea(frame, rect);
    frame.open("card", Role::article, rect);
    const NodeId link = drawTitle(frame, challenge, rect, body, list);
    float y =
        body.y +
        frame.text()
            .layout(cardTitleStyle(frame), localised(model, details.title).text, titleRoom(frame, body, rect.width))
            .height +
        2;
    const LocalisedString host = hostLine(model, details, false);
    const float hostRoom = titleRoom(frame, body, rect.width);
    frame.open("host", Role::paragraph, {body.x, y, hostRoom, 0});
    y = frame.write("text", secondaryStyle(frame), host, body.x, y, hostRoom, theme.inkFaint, 0,
                    marksIn(model, host.text));
    frame.closeAt(y);
    y += gap::kClose;
    if (!details.tagline.isEmpty()) {
        const LocalisedText tagline = localised(model, details.tagline);
        frame.open("tagline", Role::paragraph, {body.x, y, body.width, 0});
        frame.closeAt(frame.write("text", bodyStyle(frame), tagline, body.x, y, body.width, theme.inkSoft, 0,
                                  marksIn(model, tagline.text)));
    }
    drawFoot(frame, makeFoot(frame, details, body.width), body);
    const float star = starSize(frame);
    const float inset = frame.isPhone() ? gap::kTight : gap::kClose;
    drawStar(frame, challenge, rect.x + rect.width - star - inset, rect.y + inset, star, link);
    frame.close();
}

} // namespace ui
