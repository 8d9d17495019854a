// The list of keyboard shortcuts at the foot of the page, to which "?" moves the focus.
#include "ui/parts.h"
#include "ui/screen.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"
#include "ui/widgets/checkbox.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace ui {

using programme::Word;

namespace {

struct KeyRow {
    std::string_view key;  // of the node
    std::string_view sign; // the keys; empty: `name` has their names
    Word name;             // used where `sign` is empty
    Word meaning;          // what the keys do
    bool isLetter;         // single-character shortcuts, which can be switched off (WCAG 2.1.4)
};

constexpr std::array<KeyRow, 7> kRows = {{
    {"search", "/", Word::keys_search, Word::keys_search, true},
    {"list", "?", Word::keys_list, Word::keys_list, true},
    {"walk", "← → ↑ ↓", Word::keys_walk, Word::keys_walk, false},
    {"ends", {}, Word::keys_nameEnds, Word::keys_ends, false},
    {"pages", {}, Word::keys_namePages, Word::keys_pages, false},
    {"zoom", "+ −", Word::keys_zoom, Word::keys_zoom, true},
    {"escape", {}, Word::keys_nameEscape, Word::keys_escape, false},
}};

LocalisedText signOf(const Model& model, const KeyRow& row) {
    return row.sign.empty() ? localised(model, row.name) : withoutLanguage(row.sign);
}

float drawRow(Frame& frame, const KeyRow& row, float x, float y, float signWidth, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const TextStyle strong = secondaryStrongStyle(frame);
    const TextStyle style = secondaryStyle(frame);
    const bool isOff = row.isLetter && !model.state.usesLetterKeys;
    const LocalisedText sign = signOf(model, row);
    const LocalisedText meaning = localised(model, row.meaning);
    const float room = width - signWidth - 16;
    const float signHeight = frame.text().layout(strong, sign.text, signWidth).height;
    const float meaningHeight = frame.text().layout(style, meaning.text, room).height;
    frame.open(std::string(row.key) + "-keys", {.role = Role::term}, {x, y, signWidth, signHeight});
    frame.write("text", strong, sign, x, y, signWidth, isOff ? theme.inkFaint : theme.ink);
    frame.close();
    frame.open(row.key, {.role = Role::definition}, {x + signWidth + 16, y, room, meaningHeight});
    frame.write("text", style, meaning, x + signWidth + 16, y, room, isOff ? theme.inkFaint : theme.inkSoft);
    frame.close();
    return y + std::max(signHeight, meaningHeight) + 6;
}

} // namespace

NodeId keysRegion() {
    return nodeAt({"about", "keys", "region"});
}

float drawKeys(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const NodeId region =
        frame.open("region", named(Role::region, localised(model, Word::keys_title)), {x, y, width, 0});
    float at = drawHeading(frame, "title", sectionStyle(frame), 2, localised(model, Word::keys_title), x, y, width,
                           frame.theme().ink) +
               10;
    float signWidth = 0;
    for (const KeyRow& row : kRows) {
        signWidth = std::max(signWidth, frame.text().measure(secondaryStrongStyle(frame), signOf(model, row).text));
    }
    signWidth = std::min(std::ceil(signWidth) + 1, std::round(width / 2));
    frame.open("list", {.role = Role::definitionList}, {x, at, width, 0});
    for (const KeyRow& row : kRows) at = drawRow(frame, row, x, at, signWidth, width);
    frame.closeAt(at);
    at = drawCheckbox(frame, "letters", localised(model, Word::keys_letters), model.state.usesLetterKeys,
                      explorer::Action(explorer::ToggleLetterKeys{}), x, at + 4, width);
    if (frame.isFocused(region)) frame.ring({x - 8, y - 4, width + 16, at - y + 8}, 6);
    frame.closeAt(at);
    return at;
}

} // namespace ui
