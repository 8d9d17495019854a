// The open challenge: what it is about, which profiles are wanted, dates, links, how to apply.
#include "explorer/facets.h"
#include "explorer/reduce.h"
#include "ui/card.h"
#include "ui/handoff_parts.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tags.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace ui {

using explorer::ChallengeIndex;
using programme::Word;

namespace {

constexpr float kDetailEmblemHeight = 132;
constexpr float kDetailEmblemCell = 44;

/// The level of the challenge's heading: 1 where the challenge is a page of its own.
std::uint8_t titleLevel(const Frame& frame) {
    return frame.isWide() ? 2 : 1;
}

std::uint8_t levelBelowTitle(const Frame& frame, int depth) {
    return static_cast<std::uint8_t>(titleLevel(frame) + depth);
}

/// The heading of a part: a label in capitals above a line.
float drawPartTitle(Frame& frame, Key key, Word word, float x, float y, float width) {
    const LocalisedText name = localised(frame.model(), word);
    const TextStyle style = labelStyle(frame);
    Node heading = named(Role::heading, name);
    heading.level = levelBelowTitle(frame, 1);
    frame.open(key, std::move(heading), {x, y, width, style.lineHeight});
    frame.write("text", style, inCapitals(name), x, y, width, frame.theme().inkFaint);
    frame.close();
    frame.horizontalLine(x, y + style.lineHeight + gap::kTight, width, frame.theme().line);
    return y + style.lineHeight + gap::kNear;
}

/// "Machine learning: deep learning, AI · Mapping: GIS": other names of the skills in the visitor's language.
LocalisedString otherNames(const Model& model, const std::vector<programme::SkillIndex>& skills) {
    LocalisedString words;
    for (const programme::SkillIndex index : skills) {
        const programme::Skill& skill = model.programme.skills[index];
        std::string names;
        for (const programme::Text other : skill.otherNames) {
            for (const programme::TextVariant& name : model.programme.variantsOf(other)) {
                if (name.language != model.state.language && name.language != programme::kEveryLanguage) continue;
                names.append(names.empty() ? "" : ", ").append(model.programme.in(name.string));
            }
        }
        if (names.empty()) continue;
        const LocalisedText label = localised(model, skill.label);
        const std::string part = filled(model, Word::detail_names, {{"skill", label.text}, {"names", names}}).text;
        words.append(" · ", {part, label.language});
    }
    return words;
}

float drawSkills(Frame& frame, Key key, Word name, const std::vector<programme::SkillIndex>& skills, bool areWelcome,
                 float x, float y, float width) {
    const Model& model = frame.model();
    std::vector<Tag> tags;
    tags.reserve(skills.size());
    for (const programme::SkillIndex skill : skills) {
        const programme::Skill& details = model.programme.skills[skill];
        tags.push_back({.key = std::string(model.programme.in(details.id)),
                        .label = localised(model, details.label),
                        .colour = skillColour(frame, skill),
                        .isChosen = explorer::isChosen(model.state, explorer::Facet::skills, skill),
                        .isWelcome = areWelcome,
                        .marks = {}});
    }
    const float below = drawTags(frame, key, localised(model, name), tags, x, y, width);
    const LocalisedString names = otherNames(model, skills);
    if (names.isEmpty()) return below;
    return frame.write(std::string(key.view()) + "-names", noteStyle(frame), names, x, below + gap::kTight, width,
                       frame.theme().inkFaint);
}

float drawProfile(Frame& frame, const programme::Profile& profile, std::size_t index, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    frame.openItem("profile", index, {x, y, width, 0});
    float at = drawHeading(frame, "title", actionStyle(frame), levelBelowTitle(frame, 2),
                           localised(model, profile.title), x, y, width, theme.ink);
    at = frame.write("count", noteStrongStyle(frame), counted(model, programme::CountedWord::posts, profile.count), x,
                     at, width, theme.accent) +
         gap::kTight;
    if (!profile.summary.isEmpty()) {
        at = drawParagraph(frame, "summary", secondaryStyle(frame), localised(model, profile.summary), x, at, width,
                           theme.inkSoft) +
             8;
    }
    at = drawSkills(frame, "skills", Word::detail_required, profile.skills, false, x, at, width);
    if (!profile.preferredSkills.empty()) {
        at += 8;
        at = frame.write("welcome", noteStyle(frame), localised(model, Word::detail_welcome), x, at, width,
                         theme.inkFaint) +
             4;
        at = drawSkills(frame, "preferred", Word::detail_welcome, profile.preferredSkills, true, x, at, width);
    }
    frame.closeAt(at);
    return at;
}

float drawProfiles(Frame& frame, const programme::Challenge& challenge, float x, float y, float width) {
    float at = drawPartTitle(frame, "profiles-title", Word::detail_profiles, x, y, width);
    frame.open("profiles", Role::list, {x, at, width, 0});
    for (std::size_t index = 0; index < challenge.profiles.size(); ++index) {
        if (index > 0) at += gap::kApart;
        at = drawProfile(frame, challenge.profiles[index], index, x, at, width);
    }
    frame.closeAt(at);
    return at;
}

float drawNotices(Frame& frame, const programme::Challenge& challenge, float x, float y, float width) {
    const float at = drawPartTitle(frame, "notices-title", Word::detail_notices, x, y, width);
    const Bullets bullets{.key = "notices", .itemKey = "notice", .below = gap::kClose};
    return drawBullets(frame, bullets, secondaryStyle(frame), challenge.notices, x, at, width);
}

/// "2 posts · 10 months inside government · €4,000 net per month": what a candidate weighs first.
LocalisedString factsOf(const Model& model, const programme::Challenge& challenge) {
    LocalisedString facts = counted(model, programme::CountedWord::posts, programme::postCount(challenge));
    for (const programme::KeyFigure& figure : model.programme.keyFigures) {
        if (!figure.isAboutEachChallenge) continue;
        facts.append(" · ", localised(model, figure.value)).append(" ", localised(model, figure.label));
    }
    if (challenge.host.city.isEmpty()) facts.append(" · ", localised(model, Word::detail_noCity));
    return facts;
}

float drawWords(Frame& frame, const programme::Challenge& challenge, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    float at = drawParagraph(frame, "host", secondaryStyle(frame), hostLine(model, challenge, true), x, y, width,
                             theme.inkFaint) +
               gap::kClose;
    if (!challenge.tagline.isEmpty()) {
        at = drawParagraph(frame, "tagline", leadStyle(frame), localised(model, challenge.tagline), x, at, width,
                           theme.ink) +
             gap::kClose;
    }
    at = drawParagraph(frame, "facts", secondaryStrongStyle(frame), factsOf(model, challenge), x, at, width,
                       theme.inkSoft) +
         gap::kNear;
    at = drawParagraph(frame, "summary", bodyStyle(frame), localised(model, challenge.summary), x, at, width,
                       theme.inkSoft);
    return drawParagraphs(frame, "description", bodyStyle(frame), challenge.description, x, at + gap::kNear, width,
                          theme.inkSoft, gap::kNear) -
           gap::kNear;
}

bool isKeepRefused(const Model& model, ChallengeIndex challenge) {
    return !explorer::isShortlisted(model.state, challenge) && explorer::isShortlistFull(model.state);
}

/// The way to the form, where no bar at the foot has it, and the shortlist's button.
float drawApply(Frame& frame, ChallengeIndex challenge, float x, float y, float width) {
    const Model& model = frame.model();
    const bool isOn = explorer::isShortlisted(model.state, challenge);
    RowLayout row{x, y, width, buttonHeight(frame, ButtonLook::primary), 8};
    if (!frame.hasFoot()) {
        const float applyWidth = buttonWidth(frame, applyButton(model, HandoffPlace::detail));
        drawApplyButton(frame, HandoffPlace::detail, row.next(applyWidth));
    }
    Button keep{.key = "keep",
                .label = localised(model, isOn ? Word::shortlist_remove : Word::shortlist_add),
                .otherLabel = localised(model, isOn ? Word::shortlist_add : Word::shortlist_remove)};
    keep.leading = isOn ? Icon::starFilled : Icon::star;
    keep.pressed = isOn ? Tristate::yes : Tristate::no;
    keep.isDisabled = isKeepRefused(model, challenge);
    keep.intent = explorer::Action(explorer::ToggleShortlisted{challenge});
    drawButton(frame, keep, row.next(buttonWidth(frame, keep)));
    return row.bottom();
}

float drawApplyNotes(Frame& frame, ChallengeIndex challenge, float x, float y, float width) {
    const Model& model = frame.model();
    float at = y;
    const LocalisedString note = isKeepRefused(model, challenge) ? shortlistFull(model) : leftOutNote(model, challenge);
    if (!note.isEmpty())
        at = drawParagraph(frame, "full", noteStyle(frame), note, x, at, width, frame.theme().inkFaint) + gap::kNear;
    if (hasEligibility(model)) at = drawEligibility(frame, x, at, width) + 12;
    const float below = drawNamesToCopy(frame, x, at, width);
    return below > at ? below + 16 : at;
}

/// The challenges before and after the open one in the list's order.
struct Neighbours {
    std::optional<ChallengeIndex> previous, next;
    bool isListed = false; // the list shows the open challenge
};

Neighbours findNeighbours(const Model& model) {
    const std::vector<ChallengeIndex>& shown = model.visit.shown;
    const auto open = std::ranges::find(shown, *model.state.challenge);
    Neighbours found{.previous = {}, .next = {}, .isListed = open != shown.end()};
    if (!found.isListed) return found;
    if (open != shown.begin()) found.previous = *(open - 1);
    if (open + 1 != shown.end()) found.next = *(open + 1);
    return found;
}

/// The button that turns to the challenge before or after the open one. At an end of the list, where there is none, it
/// is disabled and says so.
Button turnButton(const Model& model, bool isNext, std::optional<ChallengeIndex> target) {
    Button button{.key = isNext ? "next" : "previous", .leading = isNext ? Icon::forward : Icon::back};
    button.isDisabled = !target;
    if (!target) {
        button.name = localised(model, isNext ? Word::detail_noNext : Word::detail_noPrevious);
        return button;
    }
    const LocalisedText title = localised(model, model.programme.challenges[*target].title);
    button.name = filled(model, isNext ? Word::detail_next : Word::detail_previous, {{"challenge", title.text}});
    button.intent = explorer::Action(explorer::TurnToChallenge{*target});
    return button;
}

void drawIconButton(Frame& frame, const Button& button, const Rect& rect) {
    const NodeId id = drawButton(frame, button, rect);
    frame.tooltip(id, rect, button.name);
}

/// At the end of a page of its own: its neighbours with their names.
float drawTurns(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Neighbours neighbours = findNeighbours(model);
    RowLayout row{x, y, width, std::max(buttonHeight(frame, ButtonLook::secondary), frame.targetHeight()), 8};
    for (const bool isNext : {false, true}) {
        const std::optional<ChallengeIndex> target = isNext ? neighbours.next : neighbours.previous;
        if (!target) continue;
        Button button = turnButton(model, isNext, target);
        const LocalisedString label = std::exchange(button.name, {});
        button.label = label;
        if (isNext) std::swap(button.leading, button.trailing);
        drawButton(frame, button, row.next(buttonWidth(frame, button)));
    }
    return neighbours.previous || neighbours.next ? row.bottom() : y;
}

float drawTexts(Frame& frame, ChallengeIndex index, float x, float y, float width) {
    const Model& model = frame.model();
    const programme::Challenge& challenge = model.programme.challenges[index];
    float at = drawWords(frame, challenge, x, y, width) + gap::kWide;
    if (frame.hasFoot()) at = drawApply(frame, index, x, at, width) + gap::kApart;
    at = drawApplyNotes(frame, index, x, at, width) + gap::kTight;
    at = drawProfiles(frame, challenge, x, at, width) + gap::kWide;
    if (!challenge.notices.empty()) at = drawNotices(frame, challenge, x, at, width) + gap::kApart;
    if (challenge.start) {
        at = drawPartTitle(frame, "dates-title", Word::detail_dates, x, at, width);
        const LocalisedString dates = datesOf(model, *challenge.start, challenge.end);
        at = drawParagraph(frame, "dates", bodyStyle(frame), dates, x, at, width, frame.theme().inkSoft) + gap::kWide;
    }
    if (!challenge.links.empty()) {
        at = drawPartTitle(frame, "links-title", Word::detail_links, x, at, width);
        at = drawLinks(frame, "links", challenge.links, x, at, width) + gap::kApart;
    }
    return at;
}

} // namespace

float drawDetailHead(Frame& frame, float x, float y, float width, DetailPlace place) {
    const Model& model = frame.model();
    const ChallengeIndex index = *model.state.challenge;
    const bool isBeside = place == DetailPlace::beside;
    const float padding = isBeside ? 20 : 0;
    const float size = std::max(frame.targetHeight(), 34.0F);
    const float top = y + 12;
    const Neighbours neighbours = findNeighbours(model);
    const bool hasTurns = isBeside && neighbours.isListed;
    const float buttonsWidth = hasTurns ? 3 * size + 8 : size;
    const float buttonsX = x + width - (isBeside ? 10 : 0) - buttonsWidth;
    const TextStyle style = detailTitleStyle(frame);
    const float titleTop = top + std::max(0.0F, std::round((size - style.lineHeight) / 2));
    const float titleRoom = buttonsX - 12 - (x + padding);
    const LocalisedText title = localised(model, model.programme.challenges[index].title);
    float at = drawHeading(frame, "title", style, titleLevel(frame), title, x + padding, titleTop, titleRoom,
                           frame.theme().ink);
    at = std::max(at, top + size);
    if (hasTurns && !frame.isMeasuring()) {
        drawIconButton(frame, turnButton(model, false, neighbours.previous), {buttonsX, top, size, size});
        drawIconButton(frame, turnButton(model, true, neighbours.next), {buttonsX + size + 4, top, size, size});
    }
    const Button close{.key = "close",
                       .leading = Icon::close,
                       .name = localised(model, Word::detail_close),
                       .intent = explorer::Action(explorer::CloseChallenge{})};
    if (!frame.isMeasuring()) drawButton(frame, close, {buttonsX + buttonsWidth - size, top, size, size});
    if (!frame.hasFoot()) at = drawApply(frame, index, x + padding, at + 10, width - 2 * padding);
    return at + 12;
}

float drawDetailBody(Frame& frame, float x, float y, float width, DetailPlace place) {
    const ChallengeIndex index = *frame.model().state.challenge;
    const bool isBeside = place == DetailPlace::beside;
    const float padding = isBeside ? 20 : 0;
    // On a page of its own the emblem covers the page's margins.
    const float bleed = isBeside ? 0 : x;
    drawEmblem(frame, index, {x - bleed, y, width + 2 * bleed, kDetailEmblemHeight}, kDetailEmblemCell);
    const float below = drawTexts(frame, index, x + padding, y + kDetailEmblemHeight + 16, width - 2 * padding);
    return isBeside ? below : drawTurns(frame, x, below + 8, width);
}

} // namespace ui
