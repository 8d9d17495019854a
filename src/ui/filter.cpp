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
#include <utility>

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

/// The colour of a skill's group. Values of other facets have no colour of their own.
Colour barColour(const Frame& frame, Facet facet, std::uint32_t group) {
    return facet == Facet::skills ? groupColour(frame.theme(), group) : frame.theme().inkFaint;
}

/// "Python, 12 challenges".
LocalisedString nameWithCount(const Model& model, const LocalisedText& label, std::uint32_t count) {
    return LocalisedString(label).append(", ", counted(model, CountedWord::challenges, count));
}

/// One value: a checkbox with name and count, and below the name a bar whose length is the count's share of all
/// challenges: a longer bar is always a greater count.
float drawValue(Frame& frame, Facet facet, ValueIndex value, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const search::FacetValue& facetValue = model.facts.of(facet).values[value];
    const LocalisedText label = labelOf(model, facet, value);
    const bool isOn = explorer::isChosen(model.state, facet, value);
    const TextStyle style = choiceStyle(frame, isOn);
    const float inset = std::round(frame.scaled(kLabelInset));
    const float countWidth = std::round(frame.scaled(kCountWidth));
    const float labelWidth = width - inset - countWidth;
    const TextLayout& layout = frame.text().layout(style, label.text, labelWidth);
    const float height = std::max(frame.targetHeight(), layout.height + 12);
    if (frame.isMeasuring()) return y + height;

    const std::uint32_t count = model.visit.countsOf(facet)[value];
    Node node = named(Role::checkbox, nameWithCount(model, label, count));
    node.checked = isOn ? Tristate::yes : Tristate::no;
    node.isInteractive = true;
    const Rect rect{x - 6, y, width + 12, height};
    const NodeId id = frame.open(keyOf(model, facet, value), std::move(node), rect);
    frame.onActivate(id, explorer::Action(explorer::ToggleValue{facet, value}));
    // Decorative: the name already says the label's text, which a screen reader would repeat.
    frame.openDecorative("words", rect);
    if (isOn || frame.isHovered(id)) frame.fill(rect, isOn ? theme.accentWeak : theme.surface, radius::kControl);
    const float top = y + std::round((height - layout.height) / 2) - 1;
    paintCheckbox(frame, x, y + height / 2, isOn);
    const bool isEmpty = count == 0 && !isOn;
    frame.write("label", style, label, x + inset, top, labelWidth,
                isOn      ? theme.accent
                : isEmpty ? theme.inkFaint
                          : theme.ink);

    TextStyle figures = countStyle(frame);
    if (isOn) figures.weight = 600;
    const std::string number = programme::formatNumber(count, model.interfaceLanguage);
    const float numberWidth = std::ceil(frame.text().measure(figures, number));
    frame.write("count", figures, withoutLanguage(number), x + width - numberWidth,
                std::round(y + (height - figures.lineHeight) / 2) - 1, countWidth + 8,
                isOn ? theme.accent : theme.inkFaint);
    frame.close();

    const float share = static_cast<float>(count) / static_cast<float>(model.programme.challenges.size());
    const Rect bar{x + inset, y + height - 4, labelWidth, 2};
    frame.fill(bar, theme.surfaceStrong, 1);
    if (count > 0)
        frame.fill({bar.x, bar.y, std::max(2.0F, bar.width * share), bar.height},
                   barColour(frame, facet, facetValue.group), 1);
    if (frame.isFocused(id)) frame.ring(rect, radius::kControl);
    frame.close();
    return y + height;
}

/// The heading of a group: a button that closes and opens it.
float drawGroupHeading(Frame& frame, const explorer::FilterGroup& group, const LocalisedText& name, float x, float y,
                       float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const TextStyle style = labelStyle(frame);
    const LocalisedString chosen =
        group.isClosed && group.chosenCount > 0
            ? filled(model, Word::filter_chosen,
                     {{"count",
                       programme::formatNumber(static_cast<std::int64_t>(group.chosenCount), model.interfaceLanguage)}})
            : LocalisedString();
    const LocalisedString capitals = inCapitals(name);
    const float icon = std::round(frame.scaled(12));
    const float chosenWidth = chosen.isEmpty() ? 0 : frame.text().measure(style, chosen.text) + gap::kClose;
    const float room = width - icon - gap::kClose;
    const float nameHeight = frame.text().layout(style, capitals.text, room - chosenWidth).height;
    const float height = std::max(frame.targetHeight(), nameHeight + gap::kNear);
    Node node = named(Role::button, LocalisedString(name).append(", ", chosen));
    node.expanded = group.isClosed ? Tristate::no : Tristate::yes;
    node.isInteractive = true;
    const Rect rect{x - 6, y, width + 12, height};
    const NodeId id = frame.open("fold", std::move(node), rect);
    frame.onActivate(id, explorer::Action(explorer::CloseGroup{group.group}));
    const bool isHovered = frame.isHovered(id);
    if (isHovered) frame.fill(rect, theme.surface, radius::kControl);
    const Colour colour = isHovered ? theme.ink : theme.inkFaint;
    const float centreY = y + height / 2;
    drawIcon(frame, group.isClosed ? Icon::down : Icon::up, x + width - icon / 2, centreY, icon, colour);
    const float top = std::round(centreY - nameHeight / 2);
    // Decorative: the button's name says the same.
    frame.openDecorative("words", rect);
    frame.write("name", style, capitals, x, top, room - chosenWidth, colour);
    if (!chosen.isEmpty())
        frame.write("chosen", style, chosen, x + room - chosenWidth + gap::kClose, top, chosenWidth, theme.accent, 1);
    frame.close();
    if (frame.isFocused(id)) frame.ring(rect, radius::kControl);
    frame.close();
    return y + height;
}

/// The button that shows all values of a long group, or the most frequent ones again.
float drawMore(Frame& frame, const explorer::FilterGroup& group, const LocalisedText& name, float x, float y,
               float width) {
    const Model& model = frame.model();
    const bool isExpanded = group.hiddenCount == 0;
    const LocalisedString label =
        isExpanded ? LocalisedString(localised(model, Word::filter_showFewer))
                   : counted(model, CountedWord::filter_showOthers, static_cast<std::int64_t>(group.hiddenCount));
    const LocalisedString full = LocalisedString(label).append(", ", name);
    const Button more{.key = "more",
                      .label = label,
                      .look = ButtonLook::quiet,
                      .name = full,
                      .expanded = isExpanded ? Tristate::yes : Tristate::no,
                      .intent = explorer::Action(explorer::ToggleGroup{group.group})};
    const float inset = std::round(frame.scaled(kLabelInset));
    const float height = std::max(buttonHeight(frame, ButtonLook::quiet), frame.targetHeight());
    drawButton(frame, more, {x + inset, y, std::min(buttonWidth(frame, more), width - inset), height});
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
    frame.open(key, Role::group, name, {x, y, width, 0});
    float at = drawGroupHeading(frame, group, name, x, y, width);
    for (const ValueIndex value : group.visible) at = drawValue(frame, group.facet, value, x, at, width);
    if (group.isLong && !group.isClosed) at = drawMore(frame, group, name, x, at, width);
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
    frame.open("search", Role::search, box);
    const TextStyle style = fieldStyle(frame);
    Node node = named(Role::searchField, localised(model, Word::filter_search));
    node.value = model.state.query;
    node.placeholder = localised(model, Word::filter_placeholder).text;
    node.isInteractive = true;
    node.textStyle = style;
    node.colour = {theme.ink};
    const NodeId id = frame.add("field", std::move(node), field);
    const bool hasFocus = model.attention.focused == id;
    frame.fill(box, theme.background, radius::kControl);
    frame.outline(box, hasFocus ? theme.accent : theme.line, radius::kControl, hasFocus ? 2.0F : 1.0F);
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
        if (frame.isFocused(clearId)) frame.ring(rect, radius::kControl);
        frame.close();
    }
    frame.close();
    return y + height;
}

float drawFilterGroups(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    float at = y;
    for (const explorer::FilterGroup& group : explorer::listFilterGroups(model.facts, model.state)) {
        at = drawGroup(frame, group, x, at, width) + gap::kClose;
    }
    return std::max(y, at - gap::kClose);
}

namespace {

/// The values in the row: those that were chosen when the view was opened, then the skills that most challenges ask
/// for, then what is chosen besides.
std::vector<std::pair<Facet, ValueIndex>> rowValues(const Model& model) {
    std::vector<std::pair<Facet, ValueIndex>> values;
    const auto add = [&](Facet facet, std::span<const ValueIndex> some) {
        for (const ValueIndex value : some) {
            const std::pair item(facet, value);
            if (std::ranges::find(values, item) == values.end()) values.push_back(item);
        }
    };
    for (const explorer::FacetRow& row : explorer::kFacets)
        add(row.facet, model.state.folding.leadingValues[indexOf(row.facet)]);
    const std::vector<ValueIndex>& byTotal = model.facts.of(Facet::skills).byTotal;
    add(Facet::skills, std::span(byTotal).first(std::min(byTotal.size(), kSkillsInRow)));
    for (const explorer::FacetRow& row : explorer::kFacets) add(row.facet, model.state.*row.chosen);
    return values;
}

/// Draws a button of the row at (x, y). Returns its width, CSS px.
float drawInRow(Frame& frame, const Button& button, float x, float y, float height) {
    const float width = buttonWidth(frame, button);
    if (!frame.isMeasuring()) drawButton(frame, button, {x, y, width, height});
    return width;
}

/// A value: a chip with its count, or, where it is chosen, a pill with the sign that takes it away.
float drawValueInRow(Frame& frame, Facet facet, ValueIndex value, float x, float y, float height) {
    const Model& model = frame.model();
    const bool isOn = explorer::isChosen(model.state, facet, value);
    const std::uint32_t count = model.visit.countsOf(facet)[value];
    const std::string key = keyOf(model, facet, value);
    LocalisedString label = labelOf(model, facet, value);
    const LocalisedString name = nameWithCount(model, label, count);
    if (!isOn) label.text += " " + programme::formatNumber(count, model.interfaceLanguage);
    const Button button{.key = key,
                        .label = label,
                        .look = isOn ? ButtonLook::pill : ButtonLook::chip,
                        .trailing = isOn ? Icon::close : Icon::none,
                        .name = name,
                        .pressed = isOn ? Tristate::yes : Tristate::no,
                        .intent = explorer::Action(explorer::ToggleValue{facet, value})};
    return drawInRow(frame, button, x, y, height);
}

/// The row's buttons from x on. Returns the right edge.
float drawRowButtons(Frame& frame, float x, float y, float height) {
    const Model& model = frame.model();
    // Where the filter does not fill the screen it opens below this row.
    const bool isOpen = model.state.view == explorer::View::filters;
    const explorer::View next = isOpen ? explorer::View::challenges : explorer::View::filters;
    const Tristate expanded = isOpen ? Tristate::yes : Tristate::no;
    const Button open{.key = "filter",
                      .label = localised(model, Word::filter_open),
                      .leading = Icon::filter,
                      .expanded = model.viewport.isEmbedded ? expanded : Tristate::absent,
                      .intent = explorer::Action(explorer::SetView{next})};
    float right = x + drawInRow(frame, open, x, y, height);
    if (model.state.during) {
        const LocalisedString words = datesOf(model, *model.state.during);
        const LocalisedString name = filled(model, Word::results_remove, {{"filter", words.text}});
        const Button period{.key = "during",
                            .label = words,
                            .look = ButtonLook::pill,
                            .trailing = Icon::close,
                            .name = name,
                            .intent = explorer::Action(explorer::DropPeriod{})};
        right += 8 + drawInRow(frame, period, right + 8, y, height);
    }
    for (const auto& [facet, value] : rowValues(model))
        right += 8 + drawValueInRow(frame, facet, value, right + 8, y, height);
    return right;
}

} // namespace

float drawFilterRow(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const float height = std::max(buttonHeight(frame, ButtonLook::chip), frame.targetHeight() - 8);
    const float buttonsWidth = frame.measure([&] { return drawRowButtons(frame, 0, 0, height); });
    const float overhang = width * 0.04F; // the row extends into the page's margin, which shows that it scrolls
    Node region = named(Role::group, localised(model, Word::filter_title));
    // As high as the buttons' targets, and at least with room for the focus ring, which the region clips.
    const float room = std::max(kRingReach, (frame.targetHeight() - height) / 2);
    const Rect rect{x - kRingReach, y - room, width + overhang + kRingReach, height + 2 * room};
    const float contentWidth = buttonsWidth + overhang + kRingReach;
    frame.beginScroll("filter-row", std::move(region), rect, contentWidth, rect.height);
    drawRowButtons(frame, x, y, height);
    frame.endScroll();
    return y + height;
}

} // namespace ui
