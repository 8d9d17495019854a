#include "ui/widgets/block.h"

#include "ui/languages.h"
#include "ui/styles.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

using programme::LinkKind;
using programme::Word;

namespace {

/// "Code source · en anglais": the kind and the language of the target. Empty where neither is to be told.
LocalisedString noteOf(const Model& model, const programme::Link& link) {
    LocalisedString note;
    switch (link.kind) {
    case LinkKind::none:
        break;
    case LinkKind::sheet:
        note = localised(model, Word::link_sheet);
        break;
    case LinkKind::site:
        note = localised(model, Word::link_site);
        break;
    case LinkKind::code:
        note = localised(model, Word::link_code);
        break;
    case LinkKind::data:
        note = localised(model, Word::link_data);
        break;
    case LinkKind::news:
        note = localised(model, Word::link_news);
        break;
    }
    const std::string_view language = model.programme.in(link.language);
    if (language.empty() || language == model.programme.languages[model.state.language]) return note;
    return note.append(" · ", languagePhrase(model, language));
}

} // namespace

float drawParagraph(Frame& frame, Key key, const TextStyle& style, const LocalisedText& text, float x, float y,
                    float width, Colour colour) {
    frame.open(key, Role::paragraph, {x, y, width, 0});
    const float bottom = frame.write("text", style, text, x, y, width, colour);
    frame.closeAt(bottom);
    return bottom;
}

float drawHeading(Frame& frame, Key key, const TextStyle& style, std::uint8_t level, const LocalisedText& text, float x,
                  float y, float width, Colour colour) {
    frame.openHeading(key, level, {x, y, width, 0});
    const float bottom = frame.write("text", style, text, x, y, width, colour);
    frame.closeAt(bottom);
    return bottom;
}

float drawParagraphs(Frame& frame, Key key, const TextStyle& style, std::span<const programme::Text> texts, float x,
                     float y, float width, Colour colour, float below) {
    float at = y;
    for (std::size_t index = 0; index < texts.size(); ++index) {
        at = drawParagraph(frame, std::string(key.view()) + std::to_string(index), style,
                           localised(frame.model(), texts[index]), x, at, width, colour) +
             below;
    }
    return at;
}

float drawBullets(Frame& frame, const Bullets& bullets, const TextStyle& style, std::span<const programme::Text> texts,
                  float x, float y, float width) {
    float at = y;
    frame.open(bullets.key, Role::list, bullets.name, {x, at, width, 0});
    for (std::size_t index = 0; index < texts.size(); ++index) {
        frame.openItem(bullets.itemKey, index, {x, at, width, 0});
        const float radius = bullets.dot / 2;
        if (radius > 0) {
            frame.fill({x + 2, std::round(at + style.lineHeight / 2 - radius), bullets.dot, bullets.dot},
                       bullets.dotColour, radius);
        }
        at = frame.write("text", style, localised(frame.model(), texts[index]), x + bullets.inset, at,
                         width - bullets.inset, frame.theme().inkSoft);
        frame.closeAt(at);
        at += bullets.below;
    }
    frame.closeAt(at);
    return at;
}

float drawLinks(Frame& frame, Key key, const std::vector<programme::Link>& links, float x, float y, float width) {
    const Model& model = frame.model();
    frame.open(key, Role::list, {x, y, width, 0});
    float at = y;
    for (std::size_t index = 0; index < links.size(); ++index) {
        const programme::Link& link = links[index];
        const std::string_view url = model.programme.in(link.url);
        if (!explorer::isSafeUrl(url)) continue;
        frame.openItem("link", index, {x, at, width, 0});
        const TextLinkEdges edges = drawTextLink(frame, "link", secondaryStyle(frame), localised(model, link.label),
                                                 url, x, at, width, model.programme.in(link.language));
        at = edges.target;
        // Right below the words: as far from them on a phone as elsewhere.
        if (const LocalisedString note = noteOf(model, link); !note.isEmpty())
            at = std::max(
                at, frame.write("note", noteStyle(frame), note, x, edges.words + 2, width, frame.theme().inkFaint));
        frame.closeAt(at);
        at += 8;
    }
    const float bottom = std::max(y, at - 8);
    frame.closeAt(bottom);
    return bottom;
}

} // namespace ui
