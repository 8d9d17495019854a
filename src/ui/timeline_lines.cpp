// The challenges' lines in the timeline: one for each challenge that has dates.
#include "base/clamp.h"
#include "base/colour.h"
#include "ui/styles.h"
#include "ui/timeline_parts.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace ui::timeline {

using explorer::ChallengeIndex;
using programme::CountedWord;
using programme::Day;

namespace {

constexpr float kLeastLinePitch = 1; // thinner lines cannot be told apart: they are described as one image
constexpr float kFaded = 0.18F;      // the colour's share in a line that the filters exclude

Rect lineRect(const Geometry& geometry, const programme::Challenge& challenge, std::size_t row) {
    const float left = geometry.scale.xOf(challenge.start->first);
    const Day last = (challenge.end ? *challenge.end : *challenge.start).last;
    const float right = geometry.scale.xOf(last + std::chrono::days(1));
    const float clippedLeft = base::clampInto(left, geometry.plotX, geometry.plotX + geometry.plotWidth);
    const float clippedRight = base::clampInto(right, clippedLeft, geometry.plotX + geometry.plotWidth);
    return {clippedLeft, geometry.linesY + geometry.linePitch * static_cast<float>(row), clippedRight - clippedLeft,
            geometry.lineHeight};
}

bool isMarked(const Model& model, ChallengeIndex index) {
    return model.state.challenge == index || model.attention.challenge == index;
}

/// The colours of a skill group's lines: `whole` for challenges that are shown, the others for those that the filters
/// exclude. `faded` has too little contrast (WCAG 1.4.11), so a line of 1 CSS px, `hair`, is painted in its middle.
struct LineColours {
    Colour whole, faded, hair;
};

std::vector<LineColours> coloursOfGroups(const Model& model, const Theme& theme) {
    std::vector<LineColours> colours;
    for (std::size_t group = 0; group < model.programme.groupCount(); ++group) {
        const Colour whole = groupColour(theme, group);
        const Colour faded = base::mixColours(theme.surface, whole, kFaded);
        colours.push_back({whole, faded, mixToContrast(faded, whole, kLeastContrastOfSigns)});
    }
    return colours;
}

void addLine(render::ShapeList& list, const Frame& frame, const Geometry& geometry, ChallengeIndex index,
             std::size_t row, std::span<const LineColours> coloursByGroup) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const Rect line = lineRect(geometry, model.programme.challenges[index], row);
    if (line.width <= 0) return;
    const LineColours& colours = coloursByGroup[model.facts.groupsOf(index).front()];
    const bool isOn = isMarked(model, index);
    const auto add = [&](float grow, Colour fill) {
        list.shapes.push_back({.x = line.x - grow,
                               .y = line.y - grow,
                               .width = line.width + 2 * grow,
                               .height = line.height + 2 * grow,
                               .colour = fill,
                               .radius = line.height / 2 + grow});
    };
    if (isOn) {
        add(4, theme.accent);
        add(2, theme.surface);
    }
    if (model.visit.isShown[index] || isOn) {
        add(0, colours.whole);
    } else {
        add(0, colours.faded);
        const float middle = std::floor(line.y + line.height / 2);
        list.shapes.push_back({.x = line.x, .y = middle, .width = line.width, .height = 1, .colour = colours.hair});
    }
}

void describeLine(Frame& frame, const Geometry& geometry, ChallengeIndex index, std::size_t row) {
    const Model& model = frame.model();
    const programme::Challenge& challenge = model.programme.challenges[index];
    const Rect line = lineRect(geometry, challenge, row);
    const Rect target{line.x, line.y - 0.5F, line.width, geometry.linePitch};
    const LocalisedString dates = datesOf(model, *challenge.start, challenge.end);
    const LocalisedString title = localised(model, challenge.title);
    Node node = named(Role::link, LocalisedString(title).append(", ", dates));
    node.href = addressAfter(model, explorer::OpenChallenge{index});
    node.isInteractive = true;
    node.composite = geometry.plot;
    frame.open(model.programme.in(challenge.id), {.role = Role::listItem}, target);
    const NodeId id = frame.add("link", std::move(node), target);
    frame.close();
    frame.onActivate(id, explorer::Action(explorer::OpenChallenge{index}));
    if (frame.isHovered(id) || frame.isFocused(id))
        frame.tooltip(id, target, LocalisedString(title).append(" · ", dates));
}

/// How many challenges' lines share a row of device pixels.
std::size_t linesInARow(const Frame& frame, const Geometry& geometry) {
    const float count = 1 / (geometry.linePitch * frame.model().viewport.devicePixelRatio);
    return std::max<std::size_t>(1, static_cast<std::size_t>(count));
}

} // namespace

/// All of them as one run of shapes.
void paintLines(Frame& frame, const Geometry& geometry, const std::vector<ChallengeIndex>& dated) {
    if (dated.empty()) return;
    const Model& model = frame.model();
    const std::vector<LineColours> colours = coloursOfGroups(model, frame.theme());
    const std::size_t count = linesInARow(frame, geometry);
    frame.addShapes([&](render::ShapeList& list) {
        for (std::size_t first = 0; first < dated.size(); first += count) {
            // Only one of the lines that share a row of pixels is painted: one that the filters leave, if there is any.
            std::size_t row = first;
            const std::size_t end = std::min(first + count, dated.size());
            while (row + 1 < end && !model.visit.isShown[dated[row]]) ++row;
            if (!isMarked(model, dated[row])) addLine(list, frame, geometry, dated[row], row, colours);
        }
        // Marked lines are painted last: they cover their neighbours.
        for (const std::optional<ChallengeIndex>& marked : {model.state.challenge, model.attention.challenge}) {
            const auto found = marked ? std::ranges::lower_bound(dated, *marked) : dated.end();
            if (found == dated.end() || *found != *marked) continue;
            addLine(list, frame, geometry, *marked, static_cast<std::size_t>(found - dated.begin()), colours);
        }
    });
}

void describeLines(Frame& frame, const Geometry& geometry, const std::vector<ChallengeIndex>& dated) {
    if (dated.empty()) return;
    const LocalisedString name =
        counted(frame.model(), CountedWord::challenges, static_cast<std::int64_t>(dated.size()));
    const Rect rect{geometry.plotX, geometry.linesY, geometry.plotWidth,
                    geometry.linePitch * static_cast<float>(dated.size())};
    if (geometry.linePitch < kLeastLinePitch) {
        frame.add("lines", named(Role::image, name), rect);
        return;
    }
    frame.open("lines", named(Role::list, name), rect);
    for (std::size_t row = 0; row < dated.size(); ++row) describeLine(frame, geometry, dated[row], row);
    frame.close();
}

} // namespace ui::timeline
