#include "ui/widgets/block.h"

#include "ui/languages.h"
#include "ui/styles.h"
#include "ui/widgets/button.h"

#include <algorithm>

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
    const LocalisedString phrase = languagePhrase(model, language);
    return note.isEmpty() ? phrase : note.append(" · ", phrase);
}

} // namespace

float drawParagraph(Frame& frame, std::string_view key, const TextStyle& style, LocalisedText text, float x, float y,
                    float width, Colour colour) {
    frame.open(key, {.role = Role::paragraph}, {x, y, width, 0});
    const float bottom = frame.write("text", style, text, x, y, width, colour);
    frame.closeAt(bottom);
    return bottom;
}

float drawHeading(Frame& frame, std::string_view key, const TextStyle& style, std::uint8_t level, LocalisedText text,
                  float x, float y, float width, Colour colour) {
    frame.open(key, {.role = Role::heading, .level = level}, {x, y, width, 0});
    const float bottom = frame.write("text", style, text, x, y, width, colour);
    frame.closeAt(bottom);
    return bottom;
}

float drawLinks(Frame& frame, std::string_view key, const std::vector<programme::Link>& links, float x, float y,
                float width) {
    const Model& model = frame.model();
    frame.open(key, {.role = Role::list}, {x, y, width, 0});
    float at = y;
    for (std::size_t index = 0; index < links.size(); ++index) {
        const programme::Link& link = links[index];
        const std::string_view url = model.programme.in(link.url);
        if (!explorer::isSafeUrl(url)) continue;
        frame.open("link" + std::to_string(index), {.role = Role::listItem}, {x, at, width, 0});
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
