#include "ui/audit.h"

#include "ui/text.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace ui {

using semantics::Node;
using semantics::NodeId;
using semantics::Role;

namespace {

constexpr float kTolerance = 1; // CSS px between a painted line and its node's line

struct DescribedLine {
    semantics::Rect rect; // on the surface
    std::string_view text;
};

struct RetainedText {
    semantics::Rect rect; // of its item, on the surface
    std::string text;
};

class LineFinder {
public:
    LineFinder(const semantics::Tree& tree, const std::vector<semantics::ScrollOffset>& offsets, float width,
               float height) {
        for (const Node& node : tree.nodes) {
            if (node.role != Role::text && node.role != Role::searchField) continue;
            const semantics::Rect rect = semantics::visibleRect(tree, offsets, width, height, node.id);
            if (node.id >= semantics::kFirstRetainedId) retained_.push_back({rect, semantics::textOfLines(node)});
            if (node.role == Role::searchField) fields_.push_back({rect, node.placeholder});
            for (std::size_t index = 0; index < node.lines.size(); ++index) {
                const float top = rect.y + node.textStyle.lineHeight * static_cast<float>(index);
                lines_.push_back({{rect.x, top, rect.width, node.textStyle.lineHeight}, node.lines[index]});
            }
        }
    }

    bool describes(const Audit::PaintedLine& painted) const {
        const auto isAt = [&](const DescribedLine& line) {
            const semantics::Rect& rect = line.rect;
            return std::abs(painted.y - rect.y) <= kTolerance && painted.x >= rect.x - kTolerance &&
                   painted.x <= rect.x + rect.width + kTolerance;
        };
        // A painted text may be part of its line: a marked word is painted again over it, and a cut line is described
        // whole.
        std::string_view text = painted.text;
        if (text.ends_with(kEllipsis)) text.remove_suffix(kEllipsis.size());
        const auto isSame = [&](const DescribedLine& line) {
            return line.text.find(text) != std::string_view::npos && isAt(line);
        };
        // A field's node has the whole text, of which any part may be painted: the browser or the window scrolls it.
        const auto isInField = [&](const DescribedLine& field) {
            return painted.y >= field.rect.y - kTolerance && painted.y <= field.rect.y + field.rect.height;
        };
        // The words of a card of a long list are only known to be somewhere in it.
        const auto isInItem = [&](const RetainedText& item) {
            return semantics::contains(item.rect, painted.x, painted.y) && item.text.find(text) != std::string::npos;
        };
        return std::ranges::any_of(lines_, isSame) || std::ranges::any_of(fields_, isInField) ||
               std::ranges::any_of(retained_, isInItem);
    }

private:
    std::vector<DescribedLine> lines_;
    std::vector<DescribedLine> fields_;
    std::vector<RetainedText> retained_;
};

bool doesSomething(const Node& node, const Intents& intents) {
    if (node.role == Role::searchField || node.role == Role::slider || node.isDisabled || intents.contains(node.id))
        return true;
    return !node.href.empty() && (node.isLeftToBrowser || !node.download.empty());
}

std::string describe(const semantics::Tree& tree, const Node& node) {
    return std::string(semantics::roleName(node.role)) + " \"" + semantics::accessibleName(tree, node) + '"';
}

} // namespace

std::vector<std::string> findUndescribed(const Audit& audit, const semantics::Tree& tree, const Intents& intents,
                                         const std::vector<semantics::ScrollOffset>& offsets, float viewportWidth,
                                         float viewportHeight) {
    std::vector<std::string> findings;
    const LineFinder finder(tree, offsets, viewportWidth, viewportHeight);
    for (const Audit::PaintedLine& line : audit.lines) {
        if (!finder.describes(line)) findings.push_back("painted without a node: " + line.text);
    }
    for (const NodeId id : audit.reacting) {
        const Node* node = tree.find(id);
        if (node == nullptr) {
            findings.push_back("reacts without a node: " + std::to_string(id));
        } else if (!node->isInteractive) {
            findings.push_back("reacts and is not interactive: " + describe(tree, *node));
        }
    }
    for (const Node& node : tree.nodes) {
        if (node.isInteractive && !doesSomething(node, intents))
            findings.push_back("interactive and does nothing: " + describe(tree, node));
    }
    return findings;
}

} // namespace ui
