// The section on the programme, below the challenges: summary, selection criteria, application, links, credits,
// keyboard shortcuts.
#include "ui/handoff_parts.h"
#include "ui/parts.h"
#include "ui/screen.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <cmath>

namespace ui {

using programme::Word;

namespace {

constexpr float kColumnGap = 48;

float drawSectionTitle(Frame& frame, Word word, float x, float y, float width) {
    return drawHeading(frame, "title", sectionStyle(frame), 2, localised(frame.model(), word), x, y, width,
                       frame.theme().ink) +
           gap::kNear;
}

float drawSummary(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    float at = drawSectionTitle(frame, Word::about_programme, x, y, width);
    at = drawParagraphs(frame, "summary", bodyStyle(frame), model.programme.summary, x, at, width, theme.inkSoft,
                        gap::kNear);
    // In wider viewports it stands below the figures.
    if (frame.isPhone() && !model.programme.keyFiguresNote.isEmpty()) {
        at = drawParagraph(frame, "figures-note", noteStyle(frame), localised(model, model.programme.keyFiguresNote), x,
                           at, width, theme.inkFaint) +
             gap::kClose;
    }
    const programme::Organiser& organiser = model.programme.organiser;
    if (organiser.name.isEmpty()) return at;
    const LocalisedText name = localised(model, organiser.name);
    const LocalisedString words = filled(model, Word::about_organiser, {{"name", name.text}});
    const std::string_view url = model.programme.in(organiser.url);
    if (!explorer::isSafeUrl(url))
        return drawParagraph(frame, "organiser", secondaryStyle(frame), words, x, at, width, theme.inkFaint);
    return drawTextLink(frame, "organiser", secondaryStyle(frame), words, url, x, at, width).target;
}

float drawCriteria(Frame& frame, float x, float y, float width) {
    const float at = drawSectionTitle(frame, Word::about_criteria, x, y, width);
    const Bullets bullets{.key = "criteria",
                          .itemKey = "criterion",
                          .inset = gap::kApart,
                          .dot = 6,
                          .dotColour = frame.theme().accent,
                          .below = gap::kClose};
    return drawBullets(frame, bullets, bodyStyle(frame), frame.model().programme.selectionCriteria, x, at, width);
}

float drawFact(Frame& frame, Key key, Word term, const LocalisedText& value, float x, float y, float width) {
    const TextStyle style = secondaryStyle(frame);
    const TextStyle strong = secondaryStrongStyle(frame);
    const std::string name(key.view());
    const float termHeight = frame.text().layout(noteStyle(frame), localised(frame.model(), term).text, width).height;
    frame.open(name + "-term", Role::term, {x, y, width, termHeight});
    frame.write("text", noteStyle(frame), localised(frame.model(), term), x, y, width, frame.theme().inkFaint);
    frame.close();
    const float valueHeight = frame.text().layout(strong, value.text, width).height;
    frame.open(name, Role::definition, {x, y + termHeight, width, valueHeight});
    frame.write("text", style, value, x, y + termHeight, width, frame.theme().ink);
    frame.close();
    return y + termHeight + valueHeight + 8;
}

float drawApplication(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const programme::Application& application = model.programme.application;
    float at = drawSectionTitle(frame, Word::about_application, x, y, width);
    frame.open("facts", Role::definitionList, {x, at, width, 0});
    at = drawFact(frame, "state", Word::about_state, callSentence(model), x, at, width);
    const LocalisedString opens =
        inInterfaceLanguage(model, programme::formatDate(application.opens, model.interfaceLanguage));
    at = drawFact(frame, "opens", Word::about_opens, opens, x, at, width);
    const LocalisedString closes =
        inInterfaceLanguage(model, explorer::formatClosing(model.programme, model.interfaceLanguage));
    at = drawFact(frame, "closes", Word::about_closes, closes, x, at, width);
    if (application.maxChallenges) {
        const LocalisedString most = counted(model, programme::CountedWord::challenges, *application.maxChallenges);
        at = drawFact(frame, "most", Word::about_most, most, x, at, width);
    }
    frame.closeAt(at);
    const LocalisedText formWord = localised(
        model, model.handoff.status.phase == explorer::CallPhase::closed ? Word::handoff_closedForm : Word::about_form);
    at = drawTextLink(frame, "form", secondaryStyle(frame), formWord, model.handoff.url, x, at, width).target + 8;
    if (hasEligibility(model)) at = drawEligibility(frame, x, at, width) + 12;
    return drawCalendarButtons(frame, true, x, at, width);
}

float drawMore(Frame& frame, float x, float y, float width) {
    const float at = drawSectionTitle(frame, Word::about_links, x, y, width);
    return drawLinks(frame, "links", frame.model().programme.links, x, at, width);
}

float drawCredits(Frame& frame, float x, float y, float width) {
    const float at = drawSectionTitle(frame, Word::about_credits, x, y, width);
    return drawParagraphs(frame, "credit", secondaryStyle(frame), frame.model().programme.credits, x, at, width,
                          frame.theme().inkFaint, 8);
}

struct Section {
    Key key;
    float (*draw)(Frame& frame, float x, float y, float width);
};

std::vector<Section> sectionsOf(const Model& model) {
    const programme::Programme& programme = model.programme;
    std::vector<Section> sections;
    const auto addIf = [&sections](bool isShown, const Section& section) {
        if (isShown) sections.push_back(section);
    };
    const bool hasSummary =
        !programme.summary.empty() || !programme.organiser.name.isEmpty() || !programme.keyFiguresNote.isEmpty();
    addIf(hasSummary, {"programme", drawSummary});
    addIf(!programme.selectionCriteria.empty(), {"criteria", drawCriteria});
    addIf(true, {"application", drawApplication});
    addIf(!programme.links.empty(), {"links", drawMore});
    addIf(!programme.credits.empty(), {"credits", drawCredits});
    addIf(hasKeys(model.viewport), {"keys", drawKeys});
    return sections;
}

} // namespace

float drawAbout(Frame& frame, float x, float y, float width) {
    const std::vector<Section> sections = sectionsOf(frame.model());
    const std::size_t columns = frame.isPhone() || width < frame.scaled(640) ? 1 : width < frame.scaled(1400) ? 2 : 3;
    const float columnWidth =
        std::floor((width - kColumnGap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    frame.open("about", Role::contentInfo, {x, y, width, 0});
    frame.horizontalLine(x, y, width, frame.theme().line);
    // The left column is filled up to about half of the total height, then the right one: the reading order stays that
    // of the sections.
    std::vector<float> bottoms(columns, y + gap::kSection);
    float total = 0;
    std::vector<float> heights;
    for (const Section& section : sections) {
        heights.push_back(frame.measure([&] { return section.draw(frame, x, 0, columnWidth); }) + gap::kSection);
        total += heights.back();
    }
    std::size_t column = 0;
    for (std::size_t index = 0; index < sections.size(); ++index) {
        const float filled = bottoms[column] - (y + gap::kSection);
        if (column + 1 < columns && filled > 0 && filled + heights[index] / 2 > total / static_cast<float>(columns))
            ++column;
        const float left = x + (columnWidth + kColumnGap) * static_cast<float>(column);
        const float top = bottoms[column];
        const Rect rect{left, top, columnWidth, heights[index] - gap::kSection};
        frame.open(sections[index].key, Role::generic, rect);
        sections[index].draw(frame, left, top, columnWidth);
        frame.close();
        bottoms[column] = top + heights[index];
    }
    const float bottom = *std::ranges::max_element(bottoms);
    frame.closeAt(bottom);
    return bottom;
}

} // namespace ui
