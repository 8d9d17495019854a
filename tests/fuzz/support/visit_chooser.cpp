#include "fuzz/support/visit_chooser.h"

#include "fuzz/support/texts.h"
#include "programme/reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace support {

namespace {

using platform::VisitStep;
using platform::VisitTarget;
using platform::VisitVerb;
using semantics::Node;

constexpr std::string_view kKeys[] = {
    "Tab",       "Tab",        "Shift+Tab",     "Enter",          "Space",       "Escape",
    "ArrowLeft", "ArrowRight", "ArrowUp",       "ArrowDown",      "Home",        "End",
    "PageUp",    "PageDown",   "Backspace",     "Delete",         "Control+a",   "Control+x",
    "Control+v", "Control+c",  "Alt+ArrowLeft", "Alt+ArrowRight", "Shift+Space", "Control+Backspace"};
constexpr std::string_view kLetters[] = {"/", "?", "+", "-", "a", "é"};
constexpr std::pair<float, float> kSizes[] = {{1280, 800},   {390, 844},  {320, 256},   {900, 600},  {1440, 900},
                                              {699.5F, 500}, {1100, 700}, {2560, 1440}, {320, 1000}, {768, 1024}};
constexpr float kScales[] = {1, 2, 1.25F, 1.5F, 3, 0.5F, 1.1F, 2.625F, 4, 0.75F};
constexpr float kFontSizes[] = {16, 20, 24, 32, 12, 10, 9, 17.5F};
constexpr std::string_view kVisitLanguages[] = {"fr", "en", "ar", "fr-CA", "ja", "x", "de-DE"};

float number(ByteSource& source, std::size_t limit) {
    return static_cast<float>(source.below(limit));
}

/// Mostly inside the window, now and then on its edges or outside.
std::pair<float, float> choosePlace(ByteSource& source, const ui::Viewport& viewport) {
    const float x = number(source, 256) / 255;
    const float y = number(source, 256) / 255;
    if (source.oneIn(16)) return {x * 4 * viewport.width - viewport.width, y * 4 * viewport.height - viewport.height};
    return {x * viewport.width, y * viewport.height};
}

template <typename Predicate>
VisitTarget chooseNode(ByteSource& source, const semantics::Tree& tree, Predicate matches) {
    std::vector<semantics::NodeId> nodes;
    for (const Node& node : tree.nodes) {
        if (matches(node)) nodes.push_back(node.id);
    }
    if (nodes.empty()) return {.node = semantics::kRootId};
    return platform::nameVisitTarget(tree, nodes[source.below(nodes.size())]);
}

/// As the visit is, with one parameter more or broken; or any text.
std::string chooseQuery(ByteSource& source, std::string_view present) {
    static constexpr std::string_view kParts[] = {"vue=choix",
                                                  "vue=comparer",
                                                  "ecarts=oui",
                                                  "vue=filtres",
                                                  "vue=x",
                                                  "lang=en",
                                                  "lang=",
                                                  "q=%C3%A9",
                                                  "q=%FF%00",
                                                  "touches=non",
                                                  "now=2017-10-15",
                                                  "now=9999-12-31T23:59",
                                                  "now=0001-01-01",
                                                  "periode=2017-09-01..2018-01-31",
                                                  "periode=0001-01-01..9999-12-31",
                                                  "periode=9999-12-31..0001-01-01",
                                                  "defi=,",
                                                  "etape=x",
                                                  "choix=a,b,c",
                                                  "competences=,,x",
                                                  "&&=&%",
                                                  "+"};
    std::string query;
    if (source.coin()) query = present;
    for (std::size_t parts = source.below(4); parts > 0; --parts)
        query.append(query.empty() ? "" : "&").append(source.oneIn(8) ? makeText(source, 30) : source.pick(kParts));
    return query;
}

// The least window that the screens are made for, at a base font size of 16: CSS px.
constexpr float kLeastWidth = 240;
constexpr float kLeastHeight = 160;

VisitStep chooseSetting(ByteSource& source, const ui::Viewport& viewport) {
    VisitStep step;
    const float unit = std::max(viewport.rootFontSize / 16, 1.0F);
    const bool isYes = source.coin();
    step.numbers[0] = isYes ? 1.0F : 0.0F;
    switch (source.below(8)) {
    case 0:
        step.verb = VisitVerb::scale;
        step.numbers[0] = source.pick(kScales);
        break;
    case 1:
        step.verb = VisitVerb::fontSize;
        step.numbers[0] = std::min(source.pick(kFontSizes), 16 * viewport.width / kLeastWidth);
        break;
    case 2:
        step.verb = VisitVerb::dark;
        break;
    case 3:
        step.verb = VisitVerb::coarsePointer;
        break;
    case 4:
        step.verb = VisitVerb::browserField;
        break;
    case 5:
        step.verb = source.coin() ? VisitVerb::attended : VisitVerb::spacing;
        // WCAG 1.4.12: letters 0.12, words 0.16, lines 1.5 times the font's size
        if (step.verb == VisitVerb::spacing) step.numbers = {0.12F * step.numbers[0], 0.16F, 1.5F};
        break;
    default: {
        const auto [width, height] = source.pick(kSizes);
        step.verb = VisitVerb::resize;
        step.numbers = {width, height};
        if (source.oneIn(6)) step.numbers = {number(source, 3000), number(source, 2000)};
        step.numbers[0] = std::max(step.numbers[0], kLeastWidth * unit);
        step.numbers[1] = std::max(step.numbers[1], kLeastHeight);
    }
    }
    return step;
}

VisitStep choosePointer(ByteSource& source, const ui::Viewport& viewport) {
    static constexpr VisitVerb kVerbs[] = {VisitVerb::pointer, VisitVerb::pointer, VisitVerb::press, VisitVerb::release,
                                           VisitVerb::wheel,   VisitVerb::zoom,    VisitVerb::leave};
    VisitStep step{.verb = source.pick(kVerbs)};
    if (step.verb == VisitVerb::leave) return step;
    const auto [x, y] = choosePlace(source, viewport);
    step.numbers = {x, y};
    if (step.verb == VisitVerb::wheel) {
        step.numbers[2] = source.oneIn(3) ? number(source, 1000) - 500 : 0;
        step.numbers[3] = number(source, 4000) - 2000;
    } else if (step.verb == VisitVerb::zoom) {
        step.numbers[2] = number(source, 4000) - 2000;
    }
    return step;
}

VisitStep chooseScroll(ByteSource& source, const VisitReplay& replay) {
    const semantics::Tree& tree = replay.application().tree();
    VisitStep step{.verb = VisitVerb::scroll};
    if (source.coin()) {
        step.numbers[0] = number(source, 65536) / 65535 * replay.page().lastFrame().contentHeight;
        return step;
    }
    step.verb = VisitVerb::scrollRegion;
    step.target = chooseNode(source, tree, [](const Node& node) { return node.scrollAxes != 0; });
    step.numbers[0] = number(source, 2000) / 2;
    step.numbers[1] = number(source, 20000) / 2;
    return step;
}

VisitStep chooseTyping(ByteSource& source) {
    if (source.oneIn(4)) return {.verb = VisitVerb::compose, .text = source.coin() ? makeText(source, 10) : ""};
    if (source.coin()) return {.verb = VisitVerb::type, .text = std::string(source.pick(kLetters))};
    return {.verb = VisitVerb::type, .text = makeText(source, source.oneIn(8) ? 300 : 12)};
}

VisitStep chooseMove(ByteSource& source, const VisitReplay& replay) {
    switch (source.below(8)) {
    case 0:
        return {.verb = VisitVerb::forward};
    case 1:
        return {.verb = VisitVerb::reload};
    case 2:
        return {.verb = VisitVerb::navigate, .text = chooseQuery(source, replay.page().queryString())};
    case 3:
    case 4: {
        static constexpr float kWaits[] = {0.1F, 0.7F, 4.1F, 10};
        VisitStep step{.verb = VisitVerb::wait};
        step.numbers[0] = source.pick(kWaits);
        return step;
    }
    default:
        return {.verb = VisitVerb::back};
    }
}

VisitStep chooseDrag(ByteSource& source, const VisitReplay& replay) {
    VisitStep step{.verb = VisitVerb::drag};
    step.target = chooseNode(source, replay.application().tree(), [](const Node& node) { return node.isDraggable; });
    static constexpr float kZooms[] = {1, 1.1F, 0.9F, 10, 0.1F, 0.0F, -1, 1e30F, 1e-30F};
    step.numbers[0] = source.oneIn(16) ? 1e9F : number(source, 1000) - 500;
    step.numbers[1] = source.pick(kZooms);
    step.numbers[2] = choosePlace(source, replay.viewport()).first;
    return step;
}

} // namespace

platform::Visit chooseHead(ByteSource& source, std::string_view programmeBytes) {
    platform::Visit visit;
    visit.language = source.pick(kVisitLanguages);
    if (source.coin()) return visit;
    // An address of that programme.
    const programme::ReadResult read = programme::read(programmeBytes);
    std::string query;
    if (read.programme) {
        const programme::Programme& programme = *read.programme;
        const auto addIdOf = [&](std::string_view name, const auto& items) {
            if (items.empty() || source.coin()) return;
            query.append(query.empty() ? "" : "&").append(name).append("=");
            query.append(programme.in(source.pick(items).id));
        };
        addIdOf("defi", programme.challenges);
        addIdOf("choix", programme.challenges);
        addIdOf("competences", programme.skills);
        addIdOf("etape", programme.milestones);
    }
    visit.query = chooseQuery(source, query);
    return visit;
}

VisitStep chooseStep(ByteSource& source, const VisitReplay& replay) {
    const semantics::Tree& tree = replay.application().tree();
    const std::size_t kind = source.below(16);
    const bool hasBegun = !tree.nodes.empty();
    if (!hasBegun || kind == 0) return chooseSetting(source, replay.viewport());
    switch (kind) {
    case 1:
    case 2:
        return {.verb = VisitVerb::key, .text = std::string(source.pick(kKeys))};
    case 3:
    case 4:
        return choosePointer(source, replay.viewport());
    case 5:
        return chooseScroll(source, replay);
    case 6:
        return chooseTyping(source);
    case 7:
    case 8:
        return chooseMove(source, replay);
    case 9:
        return chooseDrag(source, replay);
    case 10:
        return {.verb = VisitVerb::focus,
                .target = chooseNode(source, tree, [](const Node& node) { return node.isInteractive; })};
    default:
        return {.verb = VisitVerb::click,
                .target = chooseNode(source, tree, [](const Node& node) { return node.isInteractive; })};
    }
}

} // namespace support
