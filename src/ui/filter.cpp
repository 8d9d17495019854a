// The filter: the search field, and the values of the facets by group, each with the number of challenges that would be
// shown with it.
#include "explorer/facets.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/widgets/button.h"
#include "ui/widgets/checkbox.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace ui {

using explorer::Facet;
using explorer::ValueIndex;
using programme::CountedWord;
using programme::Word;

namespace {

constexpr float kFieldHeight = 42;
constexpr float kLabelInset = 28;
constexpr float kCountWidth = 34;
constexpr std::size_t kSkillsInRow = 8;

/// With Viewport::paintsFieldText: the field's text, the text that an input method is composing, the caret.
void paintFieldText(Frame& frame, const Rect& rect, const TextStyle& style, NodeId id) {
    const Model& model = frame.model();
    if (!model.viewport.paintsFieldText) return;
    const Theme& theme = frame.theme();
    const bool isFocused = model.attention.focused == id;
    const std::string shown = model.state.query + (isFocused ? model.attention.composition : std::string());
    const float top = rect.y + std::round((rect.height - style.lineHeight) / 2);
    const float width = frame.text().measure(style, shown);
    const float shift = std::max(0.0F, width + 2 - rect.width); // the end of the text stays visible
    frame.beginClip(rect);
    if (shown.empty() && !isFocused) {
        frame.paintLine(style, localised(model, Word::filter_placeholder).text, rect.x, top, theme.inkFaint);
    } else {
        frame.paintLine(style, shown, rect.x - shift, top, theme.ink);
    }
    if (isFocused) frame.verticalLine(rect.x + width - shift + 1, top + 2, style.lineHeight - 4, theme.accent, 2);
    frame.endClip();
}

/// A skill's aliases, joined by commas; empty for other facets.
std::string aliasesOf(const Model& model, Facet facet, ValueIndex value) {
    std::string aliases;
    if (facet != Facet::skills) return aliases;
    for (const programme::StringRef alias : model.programme.skills[value].aliases) {
        if (!aliases.empty()) aliases += ", ";
        aliases += model.programme.in(alias);
    }
    return aliases;
}

/// The colour of a skill's group. Values of other facets have no colour of their own.
Colour barColour(const Frame& frame, Facet facet, std::uint32_t group) {
    return facet == Facet::skills ? groupColour(frame.theme(), group) : frame.theme().inkFaint;
}

/// "Python, 12 challenges".
LocalisedString nameWithCount(const Model& model, LocalisedText label, std::uint32_t count) {
    return LocalisedString(label).append(", ", counted(model, CountedWord::challenges, count));
}

/// One value: a checkbox with name and count, and below the name a bar whose length is the count's share of the
/// challenges shown.
float drawValue(Frame& frame, Facet facet, ValueIndex value, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const search::FacetValue& facetValue = model.facts.of(facet).values[value];
    const LocalisedText label = labelOf(model, facet, value);
    const bool isOn = explorer::isChosen(model.state, facet, value);
    const TextStyle style = styleOf(frame, 15, isOn ? 600 : 400, 1.3F);
    const float inset = std::round(frame.scaled(kLabelInset));
    const float countWidth = std::round(frame.scaled(kCountWidth));
    const float labelWidth = width - inset - countWidth;
    const TextLayout& layout = frame.text().layout(style, label.text, labelWidth);
    // A touch screen has no hovering: the text of the tooltip is shown below the name.
    const std::string aliases = aliasesOf(model, facet, value);
    const bool showsAliases = (frame.isPhone() || model.viewport.hasCoarsePointer) && !aliases.empty();
    const TextStyle note = noteStyle(frame);
    const float noteHeight = showsAliases ? frame.text().layout(note, aliases, labelWidth, 2).height : 0;
    const float height = std::max(frame.targetHeight(), layout.height + noteHeight + 12);
    if (frame.isMeasuring()) return y + height;

    const std::uint32_t count = model.visit.countsOf(facet)[value];
    Node node = named(Role::checkbox, nameWithCount(model, label, count));
    node.checked = isOn ? Tristate::yes : Tristate::no;
    node.isInteractive = true;
    node.description = aliases;
    const Rect rect{x - 6, y, width + 12, height};
    const NodeId id = frame.open(keyOf(model, facet, value), std::move(node), rect);
    frame.onActivate(id, explorer::Action(explorer::ToggleValue{facet, value}));
    // Decorative: the name and the description already say the label's text, which a screen reader would repeat.
    frame.open("words", {.role = Role::generic, .isDecorative = true}, rect);
    if (isOn || frame.isHovered(id)) frame.fill(rect, isOn ? theme.accentWeak : theme.surface, 6);
    const float top = y + std::round((height - layout.height - noteHeight) / 2) - 1;
    paintCheckbox(frame, x, noteHeight > 0 ? top + layout.height / 2 : y + height / 2, isOn);
    const bool isEmpty = count == 0 && !isOn;
    frame.write("label", style, label, x + inset, top, labelWidth,
                isOn      ? theme.accent
                : isEmpty ? theme.inkFaint
                          : theme.ink);
    if (noteHeight > 0) {
        frame.write("aliases", note, withoutLanguage(aliases), x + inset, top + layout.height, labelWidth,
                    theme.inkFaint, 2);
    } else {
        frame.tooltip(id, rect, withoutLanguage(aliases));
    }

    TextStyle figures = countStyle(frame);
    if (isOn) figures.weight = 600;
    const std::string number = programme::formatNumber(count, model.interfaceLanguage);
    const float numberWidth = frame.text().measure(figures, number);
    frame.write("count", figures, withoutLanguage(number), x + width - numberWidth,
                std::round(y + (height - figures.lineHeight) / 2) - 1, countWidth + 8,
                isOn ? theme.accent : theme.inkFaint);
    frame.close();

    const float shown = static_cast<float>(std::max<std::size_t>(1, model.visit.found));
    const float share = std::min(1.0F, static_cast<float>(count) / shown);
    const Rect bar{x + inset, y + height - 4, labelWidth, 2};
    frame.fill(bar, theme.surfaceStrong, 1);
    if (count > 0)
        frame.fill({bar.x, bar.y, std::max(2.0F, bar.width * share), bar.height},
                   barColour(frame, facet, facetValue.group), 1);
    if (frame.isFocused(id)) frame.ring(rect, 6);
    frame.close();
    return y + height;
}

float drawGroup(Frame& frame, const explorer::FilterGroup& group, float x, float y, float width) {
    const Model& model = frame.model();
    const explorer::FacetRow& row = explorer::rowOf(group.facet);
    const bool isNamed = group.facet == Facet::skills && model.programme.isNamedGroup(group.group);
    const LocalisedText name =
        isNamed ? localised(model, model.programme.skillGroups[group.group].label) : localised(model, row.heading);
    // The hyphen makes the key unique: no id of a programme begins with one.
    const std::string key = isNamed ? std::string(model.programme.in(model.programme.skillGroups[group.group].id))
                                    : "-" + std::string(row.parameter);
    frame.open(key, named(Role::group, name), {x, y, width, 0});
    float at = frame.write("name", labelStyle(frame), inCapitals(name), x, y, width, frame.theme().inkFaint) + 4;
    for (const ValueIndex value : group.visible) at = drawValue(frame, group.facet, value, x, at, width);
    if (group.isLong) {
        const bool isExpanded = group.hiddenCount == 0;
        const LocalisedString label =
            isExpanded ? LocalisedString(localised(model, Word::filter_showFewer))
                       : counted(model, CountedWord::filter_showOthers, static_cast<std::int64_t>(group.hiddenCount));
        const Button more{.key = "more",
                          .label = label,
                          .look = ButtonLook::quiet,
                          .name = LocalisedString(label).append(", ", name),
                          .expanded = isExpanded ? Tristate::yes : Tristate::no,
                          .intent = explorer::Action(explorer::ToggleGroup{group.group})};
        const float inset = std::round(frame.scaled(kLabelInset));
        const float height = std::max(buttonHeight(frame, ButtonLook::quiet), frame.targetHeight());
        drawButton(frame, more, {x + inset, at, std::min(buttonWidth(frame, more), width - inset), height});
        at += height;
    }
    frame.closeAt(at);
    return at;
}

} // namespace

float drawSearchField(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const float height = std::max(std::round(frame.scaled(kFieldHeight)), frame.targetHeight());
    const Rect box{x, y, width, height};
    const float icon = std::round(frame.scaled(16));
    const float clear = model.state.query.empty() ? 12 : frame.targetHeight();
    const Rect field{x + 14 + icon + 8, y, width - (14 + icon + 8) - clear - 2, height};
    frame.open("search", {.role = Role::search}, box);
    const TextStyle style = styleOf(frame, 16, 400, 1.4F);
    Node node = named(Role::searchField, localised(model, Word::filter_search));
    node.value = model.state.query;
    node.placeholder = localised(model, Word::filter_placeholder).text;
    node.isInteractive = true;
    node.textStyle = style;
    node.colour = {theme.ink};
    const NodeId id = frame.add("field", std::move(node), field);
    const bool hasFocus = model.attention.focused == id;
    frame.fill(box, theme.background, 6);
    frame.outline(box, hasFocus ? theme.accent : theme.line, 6, hasFocus ? 2.0F : 1.0F);
    drawIcon(frame, Icon::search, x + 14 + icon / 2, y + height / 2, icon, theme.inkFaint);
    if (!frame.isMeasuring()) paintFieldText(frame, field, style, id);
    if (!model.state.query.empty()) {
        const float size = frame.targetHeight();
        const Rect rect{x + width - size - 2, std::round(y + (height - size) / 2), size, size};
        Node button = named(Role::button, localised(model, Word::filter_clearText));
        button.isInteractive = true;
        button.sign = signOf(Icon::close);
        const NodeId clearId = frame.open("clear", std::move(button), rect);
        frame.onActivate(clearId, explorer::Action(explorer::SetQuery{}));
        drawIcon(frame, Icon::close, rect.x + size / 2, rect.y + size / 2, 12,
                 frame.isHovered(clearId) ? theme.ink : theme.inkFaint);
        if (frame.isFocused(clearId)) frame.ring(rect, 6);
        frame.close();
    }
    frame.close();
    return y + height;
}

float drawFilterGroups(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    float at = y;
    for (const explorer::FilterGroup& group : explorer::listFilterGroups(model.facts, model.state)) {
        if (at > y) at += 16;
        at = drawGroup(frame, group, x, at, width);
    }
    return at;
}

float drawFilterRow(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const float height = std::max(buttonHeight(frame, ButtonLook::chip), frame.targetHeight() - 8);
    const std::size_t chosen = explorer::countChosen(model.state);
    LocalisedString filterLabel = localised(model, Word::filter_open);
    if (chosen > 0) filterLabel.text += " (" + std::to_string(chosen) + ")";
    const std::vector<ValueIndex>& byTotal = model.facts.of(Facet::skills).byTotal;
    const auto wanted = std::span(byTotal).first(std::min(byTotal.size(), kSkillsInRow));

    std::vector<Button> buttons;
    std::vector<std::string> keys; // own the characters of the buttons' keys and labels
    std::vector<LocalisedString> labels;
    keys.reserve(wanted.size());
    labels.reserve(wanted.size());
    // Where the filter does not fill the screen it opens below this row.
    const bool isOpen = model.state.view == explorer::View::filters;
    const explorer::View next = isOpen ? explorer::View::challenges : explorer::View::filters;
    const Tristate expanded = isOpen ? Tristate::yes : Tristate::no;
    buttons.push_back({.key = "filter",
                       .label = filterLabel,
                       .look = ButtonLook::pill,
                       .leading = Icon::filter,
                       .expanded = model.viewport.isEmbedded ? expanded : Tristate::absent,
                       .intent = explorer::Action(explorer::SetView{next})});
    for (const ValueIndex skill : wanted) {
        const LocalisedText label = labelOf(model, Facet::skills, skill);
        const bool isOn = explorer::isChosen(model.state, Facet::skills, skill);
        const std::uint32_t count = model.visit.countsOf(Facet::skills)[skill];
        labels.push_back(label);
        labels.back().text += " " + programme::formatNumber(count, model.interfaceLanguage);
        keys.push_back(keyOf(model, Facet::skills, skill));
        buttons.push_back({.key = keys.back(),
                           .label = labels.back(),
                           .look = isOn ? ButtonLook::pill : ButtonLook::chip,
                           .leading = isOn ? Icon::check : Icon::none,
                           .name = nameWithCount(model, label, count),
                           .pressed = isOn ? Tristate::yes : Tristate::no,
                           .intent = explorer::Action(explorer::ToggleValue{Facet::skills, skill})});
    }
    float total = 0;
    for (const Button& button : buttons) total += buttonWidth(frame, button) + 8;
    const float overhang = width * 0.04F; // the row extends into the page's margin, which shows that it scrolls
    Node region = named(Role::group, localised(model, Word::filter_title));
    // As high as the buttons' targets, and at least with room for the focus ring, which the region clips.
    const float room = std::max(kRingReach, (frame.targetHeight() - height) / 2);
    frame.beginScroll("filter-row", std::move(region),
                      {x - kRingReach, y - room, width + overhang + kRingReach, height + 2 * room},
                      total - 8 + overhang + kRingReach, height + 2 * room);
    float at = x;
    for (const Button& button : buttons) {
        const float buttonAt = buttonWidth(frame, button);
        drawButton(frame, button, {at, y, buttonAt, height});
        at += buttonAt + 8;
    }
    frame.endScroll();
    return y + height;
}

} // namespace ui
