// The dialog with the list of keyboard shortcuts, which "?" and a button at the foot of the page open.
#include "ui/parts.h"
#include "ui/screen.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"
#include "ui/widgets/checkbox.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace ui {

using programme::Word;

namespace {

struct KeyRow {
    Key key;               // of the node
    std::string_view sign; // the keys; empty: `name` has their names
    Word name;             // used where `sign` is empty
    Word meaning;          // what the keys do
    bool isLetter;         // single-character shortcuts, which can be switched off (WCAG 2.1.4)
};

constexpr std::array<KeyRow, 11> kRows = {{
    {"search", "/", Word::keys_search, Word::keys_search, true},
    {"list", "?", Word::keys_list, Word::keys_list, true},
    {"walk", "← → ↑ ↓", Word::keys_walk, Word::keys_walk, false},
    {"ends", {}, Word::keys_nameEnds, Word::keys_ends, false},
    {"pages", {}, Word::keys_namePages, Word::keys_pages, false},
    {"zoom", "+ −", Word::keys_zoom, Word::keys_zoom, true},
    {"whole", "0", Word::keys_whole, Word::keys_whole, true},
    {"day", ", .", Word::keys_day, Word::keys_day, true},
    {"pan", {}, Word::keys_namePan, Word::keys_pan, false},
    {"before", {}, Word::keys_nameBefore, Word::keys_before, false},
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
    frame.open(std::string(row.key.view()) + "-keys", Role::term, {x, y, signWidth, signHeight});
    frame.write("text", strong, sign, x, y, signWidth, isOff ? theme.inkFaint : theme.ink);
    frame.close();
    frame.open(row.key, Role::definition, {x + signWidth + 16, y, room, meaningHeight});
    frame.write("text", style, meaning, x + signWidth + 16, y, room, isOff ? theme.inkFaint : theme.inkSoft);
    frame.close();
    return y + std::max(signHeight, meaningHeight) + 6;
}

constexpr float kWidestDialog = 520; // of the dialog
constexpr float kDialogPadding = 24;

/// The list and the box that switches keys off.
float drawKeyList(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    float signWidth = 0;
    for (const KeyRow& row : kRows) {
        signWidth = std::max(signWidth, frame.text().measure(secondaryStrongStyle(frame), signOf(model, row).text));
    }
    signWidth = std::min(std::ceil(signWidth) + 1, std::round(width / 2));
    float at = y;
    frame.open("list", Role::definitionList, {x, at, width, 0});
    for (const KeyRow& row : kRows) at = drawRow(frame, row, x, at, signWidth, width);
    frame.closeAt(at);
    return drawCheckbox(frame, "letters", localised(model, Word::keys_letters), model.state.usesLetterKeys,
                        explorer::Action(explorer::ToggleLetterKeys{}), x, at + 4, width);
}

/// Title and ×. Returns the y of the lower edge.
float drawDialogTitle(Frame& frame, float x, float y, float width) {
    const float size = std::max(frame.targetHeight(), 34.0F);
    const TextStyle style = sectionStyle(frame);
    const float below =
        drawHeading(frame, "title", style, 2, localised(frame.model(), Word::keys_title), x,
                    y + std::round((size - style.lineHeight) / 2), width - size - 12, frame.theme().ink);
    const Button close{.key = "close",
                       .leading = Icon::close,
                       .name = localised(frame.model(), Word::keys_close),
                       .intent = ShowKeys{false}};
    if (!frame.isMeasuring()) drawButton(frame, close, {x + width - size + 10, y, size, size});
    return std::max(below, y + size);
}

} // namespace

NodeId keysDialog() {
    return nodeAt({kDialogKey, "keys"});
}

bool hasKeys(const Viewport& viewport) {
    return !isPhone(viewport) || !viewport.hasCoarsePointer;
}

float drawKeys(Frame& frame, float x, float y, float width) {
    const Button open{.key = "open",
                      .label = localised(frame.model(), Word::keys_title),
                      .look = ButtonLook::secondary,
                      .intent = ShowKeys{true}};
    return drawButtonAt(frame, open, x, y, width);
}

void drawKeysDialog(Frame& frame, float pageHeight) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const Viewport& viewport = model.viewport;
    const Rect view{0, 0, viewport.width, viewport.height};
    frame.beginSticky(kDialogKey, nodeOf(Role::generic), view, semantics::Stick::top, 0,
                      std::max(pageHeight, view.height));
    // A click beside the dialog closes it; by keyboard and to a screen reader the button × and Escape do.
    Node ground = nodeOf(Role::generic);
    ground.isInteractive = true;
    ground.isSkippedByTab = true;
    ground.isDecorative = true;
    frame.onActivate(frame.add("ground", std::move(ground), view), ShowKeys{false});
    frame.fill(view, 0x80000000u);

    const float width = std::min(frame.scaled(kWidestDialog), view.width - 32);
    const float inner = width - 2 * kDialogPadding;
    const float titleHeight = frame.measure([&] { return drawDialogTitle(frame, 0, 0, inner); }) + 12;
    const float listHeight = frame.measure([&] { return drawKeyList(frame, 0, 0, inner); }) + 2 * kRingReach;
    const float height = std::min(14 + titleHeight + listHeight + 14, view.height - 16);
    const Rect rect{std::round((view.width - width) / 2), std::round((view.height - height) / 2), width, height};
    const float x = rect.x + kDialogPadding;
    // It takes the clicks within it.
    Node box = named(Role::dialog, localised(model, Word::keys_title));
    box.isInteractive = true;
    box.isSkippedByTab = true;
    const NodeId dialog = frame.open("keys", std::move(box), rect);
    frame.onActivate(dialog, ShowKeys{true});
    frame.fill(rect, theme.background, 10);
    frame.outline(rect, theme.line, 10);
    const float top = rect.y + 14 + titleHeight;
    drawDialogTitle(frame, x, rect.y + 14, inner);
    const Rect list{x - kRingReach, top, inner + 2 * kRingReach, rect.y + height - 14 - top};
    frame.beginScroll("scroll", nodeOf(Role::generic), list, list.width, listHeight);
    drawKeyList(frame, x, top + kRingReach, inner);
    frame.endScroll();
    if (frame.isFocused(dialog)) frame.ring(rect, 10);
    frame.close();
    frame.endSticky();
}

} // namespace ui
