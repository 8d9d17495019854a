// The head of the page: the programme's title, tagline and key figures, the languages, the button to the application
// form.
#include "ui/handoff_parts.h"
#include "ui/languages.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"

#include <algorithm>
#include <cmath>

namespace ui {

using programme::Word;

namespace {

/// A title like "Name, second cohort" is set in two weights: the part behind the first comma is lighter.
struct SplitTitle {
    LocalisedText name; // with the comma
    LocalisedText rest; // empty where there is no comma
};

SplitTitle splitTitle(const LocalisedText& title) {
    const std::size_t comma = title.text.find(", ");
    if (comma == std::string_view::npos || comma == 0) return {title, {}};
    return {{title.text.substr(0, comma + 1), title.language}, {title.text.substr(comma + 2), title.language}};
}

float drawTitle(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const SplitTitle title = splitTitle(localised(model, model.programme.title));
    const TextStyle strong = titleStyle(frame);
    const TextStyle light = subtitleStyle(frame);
    frame.openHeading("title", 1, {x, y, width, 0});
    const TextLayout name = frame.text().layout(strong, title.name.text, width);
    float bottom = frame.write("name", strong, title.name, x, y, width, frame.theme().ink);
    if (!title.rest.isEmpty()) {
        const float gap = frame.text().measure(light, " ");
        const float restWidth = frame.text().measure(light, title.rest.text);
        const float lastWidth = name.lines.empty() ? 0 : name.lines.back().width;
        const bool isOnSameLine = lastWidth + gap + restWidth <= width;
        const float restX = isOnSameLine ? x + lastWidth + gap : x;
        const float restY = isOnSameLine ? bottom - strong.lineHeight : bottom;
        const float restBottom =
            frame.write("rest", light, title.rest, restX, restY, x + width - restX + 1, frame.theme().inkFaint);
        if (!isOnSameLine) bottom = restBottom;
    }
    frame.closeAt(bottom);
    return bottom;
}

/// In rows; on a phone in two columns. The label is beside its value; on a phone, and where the value leaves it no
/// room, below.
float drawKeyFigures(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const auto& figures = model.programme.keyFigures;
    if (figures.empty()) return y;
    const Theme& theme = frame.theme();
    const TextStyle value = figureStyle(frame);
    const TextStyle label = secondaryStyle(frame);
    const bool isGrid = frame.isPhone();
    const float column = (width - gap::kApart) / 2;
    float at = x;
    float top = y;
    float rowHeight = 0;
    frame.open("figures", Role::list, localised(model, Word::header_figures), {x, y, width, 0});
    for (std::size_t index = 0; index < figures.size(); ++index) {
        const LocalisedText number = localised(model, figures[index].value);
        const LocalisedText labelText = localised(model, figures[index].label);
        const float room = isGrid ? column : width;
        const TextLayout numberLayout = frame.text().layout(value, number.text, room);
        const float labelWidth = frame.text().measure(label, labelText.text);
        const float rest = width - numberLayout.width - gap::kClose;
        const bool isStacked = isGrid || rest < std::min(labelWidth, width / 2);
        const float labelRoom = isGrid ? column : isStacked ? width : rest;
        const TextLayout labelLayout = frame.text().layout(label, labelText.text, labelRoom);
        const float stackedWidth = isGrid ? column : std::max(numberLayout.width, labelLayout.width);
        const float itemWidth = isStacked ? stackedWidth : numberLayout.width + gap::kClose + labelLayout.width;
        const float itemHeight =
            isStacked ? numberLayout.height + labelLayout.height : std::max(numberLayout.height, labelLayout.height);
        const bool isFull = isGrid ? index % 2 == 0 : at > x && at + itemWidth > x + width;
        if (index > 0 && isFull) {
            at = x;
            top += rowHeight + (isGrid ? gap::kNear : gap::kClose);
            rowHeight = 0;
        }
        frame.openItem("figure", index, {at, top, itemWidth, itemHeight});
        frame.write("value", value, number, at, top, room, theme.ink);
        if (isStacked) {
            frame.write("label", label, labelText, at, top + numberLayout.height, labelRoom, theme.inkFaint);
        } else {
            const float drop =
                std::round((value.lineHeight - label.lineHeight) / 2.0F + (value.size - label.size) * 0.25F);
            frame.write("label", label, labelText, at + numberLayout.width + gap::kClose, top + drop, labelRoom,
                        theme.inkFaint);
        }
        frame.close();
        at += itemWidth + (isGrid ? gap::kApart : frame.scaled(gap::kSection));
        rowHeight = std::max(rowHeight, itemHeight);
    }
    frame.closeAt(top + rowHeight);
    return top + rowHeight;
}

/// Why figures that seem to disagree do not.
float drawFiguresNote(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    if (model.programme.keyFiguresNote.isEmpty()) return y;
    return drawParagraph(frame, "figures-note", noteStyle(frame), localised(model, model.programme.keyFiguresNote), x,
                         y + gap::kClose, width, frame.theme().inkFaint);
}

float languageWidth(Frame& frame, std::string_view tag) {
    const float words = frame.text().measure(secondaryStrongStyle(frame), languageTag(tag));
    return std::max(frame.targetHeight(), std::round(words + 2 * frame.scaled(11)));
}

/// The width of the control of languages, CSS px; 0 where there is nothing to choose.
float languagesWidth(Frame& frame) {
    const auto& languages = frame.model().programme.languages;
    if (languages.size() < 2) return 0;
    float total = 0;
    for (const std::string& tag : languages) total += languageWidth(frame, tag);
    return total;
}

/// The programme's languages as a segmented control whose right edge is at `right`.
float drawLanguages(Frame& frame, float right, float y, float width) {
    const Model& model = frame.model();
    const auto& languages = model.programme.languages;
    if (languages.size() < 2) return y;
    const Theme& theme = frame.theme();
    const TextStyle style = secondaryStrongStyle(frame);
    const float height = frame.targetHeight();
    const float total = languagesWidth(frame);
    const float left = std::max(right - width, right - total);
    RowLayout row{left, y, right - left, height, 0};
    frame.open("languages", Role::group, localised(model, Word::header_languages), {left, y, right - left, height});
    for (std::size_t index = 0; index < languages.size(); ++index) {
        const std::string& tag = languages[index];
        const bool isChosen = index == model.state.language;
        const Rect rect = row.next(languageWidth(frame, tag));
        // The name begins with the visible label (WCAG 2.5.3).
        Node node = nodeOf(Role::button);
        node.name = languageTag(tag) + ", " + languageName(tag);
        node.language = tag;
        node.pressed = isChosen ? Tristate::yes : Tristate::no;
        node.isInteractive = true;
        const NodeId id = frame.open(tag, std::move(node), rect);
        frame.onActivate(id, explorer::Action(explorer::SetLanguage{static_cast<programme::LanguageIndex>(index)}));
        if (isChosen || frame.isHovered(id))
            frame.fill(rect, isChosen ? theme.accentWeak : theme.surface, radius::kControl);
        const std::string words = languageTag(tag);
        const float wordsWidth = frame.text().measure(style, words);
        frame.write("tag", style, withoutLanguage(words), rect.x + std::round((rect.width - wordsWidth) / 2.0F),
                    std::round(rect.y + (rect.height - style.lineHeight) / 2.0F), rect.width,
                    isChosen ? theme.accent : theme.inkFaint);
        if (frame.isFocused(id)) frame.ring(rect, radius::kControl);
        frame.close();
    }
    const Rect whole{left, y, right - left, row.bottom() - y};
    frame.outline(whole, theme.line, radius::kControl);
    frame.closeAt(row.bottom());
    return row.bottom();
}

float drawTagline(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    if (model.programme.tagline.isEmpty()) return y;
    return drawParagraph(frame, "tagline", taglineStyle(frame), localised(model, model.programme.tagline), x, y, width,
                         frame.theme().inkSoft);
}

} // namespace

float drawHeader(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    frame.open("header", Role::banner, {x, y, width, 0});
    float bottom = y;
    if (frame.isPhone()) {
        // The languages stand beside the tagline, so that they need no row of their own. They come first in the reading
        // order, as in wide viewports.
        const float languages = languagesWidth(frame);
        const float titleHeight = frame.measure([&] { return drawTitle(frame, x, 0, width); });
        const bool isBeside = languages > 0 && languages < width / 2 && !model.programme.tagline.isEmpty();
        const float taglineTop = y + titleHeight + gap::kTight;
        const float belowLanguages = drawLanguages(frame, x + width, isBeside ? taglineTop : y, width);
        const float titleTop = isBeside || languages == 0 ? y : belowLanguages + gap::kClose;
        bottom = drawTitle(frame, x, titleTop, width);
        const float room = isBeside ? width - languages - gap::kNear : width;
        bottom = drawTagline(frame, x, bottom + gap::kTight, room);
        if (isBeside) bottom = std::max(bottom, belowLanguages);
        bottom = drawKeyFigures(frame, x, bottom + gap::kNear, width);
    } else {
        const Button apply = applyButton(model, HandoffPlace::header);
        const float side = std::max(buttonWidth(frame, apply), std::min(frame.scaled(360), width * 0.36F));
        const float main = width - side - 32;
        bottom = drawTitle(frame, x, y, main);
        bottom = drawTagline(frame, x, bottom + 4, main);
        bottom = drawKeyFigures(frame, x, bottom + gap::kNear, main);
        bottom = drawFiguresNote(frame, x, bottom, std::min(main, frame.scaled(720)));
        const float right = x + width;
        const float belowLanguages = drawLanguages(frame, right, y, side);
        const float applyWidth = buttonWidth(frame, apply);
        const float applyY = belowLanguages > y ? belowLanguages + 12 : y;
        const Rect button{right - applyWidth, applyY, applyWidth, buttonHeight(frame, apply.look)};
        drawApplyButton(frame, HandoffPlace::header, button);
        const float belowPill = drawCallPill(frame, right - side, applyY + button.height + 8, side, true);
        bottom = std::max(bottom, belowPill);
    }
    frame.closeAt(bottom);
    return bottom;
}

} // namespace ui
