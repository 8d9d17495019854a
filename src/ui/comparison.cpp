// Two to four challenges of the shortlist side by side: a row for each thing that one compares, a column for each
// challenge. Where the columns would be too narrow a row's cells stand below each other, each with its challenge's
// name: so nothing lies beside the screen.
#include "base/sort.h"
#include "explorer/facets.h"
#include "explorer/reduce.h"
#include "ui/card.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"
#include "ui/widgets/checkbox.h"
#include "ui/widgets/tags.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace ui {

using explorer::ChallengeIndex;
using programme::Challenge;
using programme::Word;

namespace {

constexpr float kLabelWidth = 148;  // of the rows' heads, beside their cells
constexpr float kLeastColumn = 150; // of a challenge's column
constexpr float kGap = 16;
constexpr float kHeadEmblemHeight = 56;
constexpr float kHeadEmblemCell = 28;

/// A skill that a challenge asks for.
struct Asked {
    programme::SkillIndex skill;
    bool isWelcome; // preferred, not required
};

/// What a cell says: texts below each other, or skills.
struct Cell {
    std::vector<LocalisedString> texts;
    std::vector<Asked> skills;
};

struct Row {
    std::string_view key;
    Word name;
    Cell (*cellOf)(const Model& model, const Challenge& challenge);
};

/// A cell with that text; empty where it is empty.
Cell oneText(LocalisedString text) {
    Cell cell;
    if (!text.isEmpty()) cell.texts.push_back(std::move(text));
    return cell;
}

Cell hostCell(const Model& model, const Challenge& challenge) {
    return oneText(localised(model, challenge.host.name));
}

Cell ministryCell(const Model& model, const Challenge& challenge) {
    return oneText(localised(model, challenge.host.ministry));
}

Cell placeCell(const Model& model, const Challenge& challenge) {
    return oneText(withoutLanguage(model.programme.in(challenge.host.city)));
}

Cell postsCell(const Model& model, const Challenge& challenge) {
    return {.texts = profileLabels(model, challenge)};
}

Cell skillsCell(const Model&, const Challenge& challenge) {
    Cell cell;
    const auto add = [&](programme::SkillIndex skill, bool isWelcome) {
        const auto found = std::ranges::find(cell.skills, skill, &Asked::skill);
        if (found == cell.skills.end()) {
            cell.skills.push_back({skill, isWelcome});
        } else {
            found->isWelcome = found->isWelcome && isWelcome;
        }
    };
    for (const programme::Profile& profile : challenge.profiles) {
        for (const programme::SkillIndex skill : profile.skills) add(skill, false);
        for (const programme::SkillIndex skill : profile.preferredSkills) add(skill, true);
    }
    return cell;
}

Cell noticesCell(const Model& model, const Challenge& challenge) {
    Cell cell;
    for (const programme::Text notice : challenge.notices) cell.texts.emplace_back(localised(model, notice));
    return cell;
}

Cell datesCell(const Model& model, const Challenge& challenge) {
    if (!challenge.start) return {};
    return oneText(datesOf(model, *challenge.start, challenge.end));
}

constexpr std::array kRows = {
    Row{"host", Word::compare_host, hostCell},       Row{"ministry", Word::compare_ministry, ministryCell},
    Row{"place", Word::compare_place, placeCell},    Row{"posts", Word::compare_posts, postsCell},
    Row{"skills", Word::compare_skills, skillsCell}, Row{"notices", Word::compare_notices, noticesCell},
    Row{"dates", Word::compare_dates, datesCell},
};

/// The same for cells that say the same, in any order of their skills.
std::string signatureOf(const Cell& cell) {
    std::string signature;
    for (const LocalisedString& text : cell.texts) signature += text.text + '\n';
    std::vector<std::uint32_t> skills;
    for (const Asked& asked : cell.skills) skills.push_back(2 * asked.skill + (asked.isWelcome ? 1 : 0));
    base::sort(skills);
    for (const std::uint32_t skill : skills) signature += std::to_string(skill) + ' ';
    return signature;
}

/// Where the columns are.
struct Grid {
    float x, width;
    bool isStacked; // the cells of a row stand below each other
    float labelWidth;
    float columnWidth;
    [[nodiscard]] float columnX(std::size_t column) const {
        return isStacked ? x : x + labelWidth + static_cast<float>(column) * (columnWidth + kGap);
    }
};

Grid makeGrid(const Frame& frame, std::size_t columns, float x, float width) {
    const auto count = static_cast<float>(columns);
    const float label = std::round(frame.scaled(kLabelWidth));
    const auto columnWidth = [&](float room) { return std::floor((room - (count - 1) * kGap) / count); };
    if (columnWidth(width - label) >= frame.scaled(kLeastColumn))
        return {x, width, false, label, columnWidth(width - label)};
    return {x, width, true, 0, width};
}

float drawSkills(Frame& frame, const std::vector<Asked>& skills, float x, float y, float width) {
    const Model& model = frame.model();
    std::vector<Tag> tags;
    tags.reserve(skills.size());
    for (const Asked& asked : skills) {
        const programme::Skill& details = model.programme.skills[asked.skill];
        tags.push_back({.key = std::string(model.programme.in(details.id)),
                        .label = localised(model, details.label),
                        .colour = skillColour(frame, asked.skill),
                        .isChosen = explorer::isChosen(model.state, explorer::Facet::skills, asked.skill),
                        .isWelcome = asked.isWelcome,
                        .marks = {}});
    }
    return drawTags(frame, "skills", localised(model, Word::compare_skills), tags, x, y, width);
}

float drawCell(Frame& frame, const Cell& cell, Colour colour, float x, float y, float width) {
    const TextStyle style = secondaryStyle(frame);
    if (!cell.skills.empty()) return drawSkills(frame, cell.skills, x, y, width);
    if (cell.texts.empty()) {
        return frame.write("none", style, localised(frame.model(), Word::compare_none), x, y, width,
                           frame.theme().inkFaint);
    }
    float at = y;
    for (std::size_t line = 0; line < cell.texts.size(); ++line)
        at = frame.write("text" + std::to_string(line), style, cell.texts[line], x, at, width, colour);
    return at;
}

/// The challenges' names, as links, below their emblems. Where the cells are stacked each has its name itself.
float drawColumnHeads(Frame& frame, const std::vector<ChallengeIndex>& compared, const Grid& grid, float y) {
    const Model& model = frame.model();
    float bottom = y;
    frame.open("heads", {.role = Role::row}, {grid.x, y, grid.width, 0});
    // A row's first cell is the head of the rows' heads.
    frame.add("corner", {.role = Role::cell}, {grid.x, y, std::max(grid.labelWidth, 1.0F), 1});
    float at = y;
    for (std::size_t column = 0; column < compared.size(); ++column) {
        const Challenge& challenge = model.programme.challenges[compared[column]];
        const LocalisedText title = localised(model, challenge.title);
        const float x = grid.columnX(column);
        const float top = grid.isStacked ? at : y;
        const float emblem = grid.isStacked ? 0 : kHeadEmblemHeight;
        const TextStyle style = cardTitleStyle(frame);
        const float height =
            std::max(frame.targetHeight(), frame.text().measureHeight(style, title.text, grid.columnWidth));
        const Rect cell{x, top, grid.columnWidth, emblem + 8 + height};
        frame.open(model.programme.in(challenge.id), {.role = Role::columnHeader}, cell);
        if (!frame.isMeasuring() && emblem > 0) {
            frame.beginRounded({x, top, grid.columnWidth, emblem}, 6);
            drawEmblem(frame, compared[column], {x, top, grid.columnWidth, emblem}, kHeadEmblemCell);
            frame.endRounded();
        }
        Node link{.role = Role::link};
        link.href = addressAfter(model, explorer::OpenChallenge{compared[column]});
        link.isInteractive = true;
        const Rect target{x, top + emblem + 4, grid.columnWidth, height + 4};
        const NodeId id = frame.open("link", std::move(link), target);
        frame.onActivate(id, explorer::Action(explorer::OpenChallenge{compared[column]}));
        const bool isMarked = frame.isHovered(id) || model.state.challenge == compared[column];
        const float lineTop = top + emblem + 8;
        frame.write("title", style, title, x, lineTop, grid.columnWidth,
                    isMarked ? frame.theme().accent : frame.theme().ink);
        if (frame.isFocused(id)) frame.ring(target, 4);
        frame.close();
        frame.close();
        at = cell.y + cell.height + 4;
        bottom = std::max(bottom, cell.y + cell.height);
    }
    frame.closeAt(bottom);
    return bottom;
}

struct Compared {
    const Row* row;
    std::vector<Cell> cells; // a cell for each challenge
    bool differs;
};

float drawRow(Frame& frame, const std::vector<ChallengeIndex>& compared, const Compared& row, const Grid& grid,
              float y) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const Colour colour = row.differs ? theme.ink : theme.inkFaint;
    frame.open(row.row->key, {.role = Role::row}, {grid.x, y, grid.width, 0});
    frame.horizontalLine(grid.x, y, grid.width, theme.line);
    const float top = y + 12;
    const float labelRoom = grid.isStacked ? grid.width : grid.labelWidth - kGap;
    frame.open("head", {.role = Role::rowHeader}, {grid.x, top, labelRoom, 0});
    float below = frame.write("name", row.differs ? secondaryStrongStyle(frame) : secondaryStyle(frame),
                              localised(model, row.row->name), grid.x, top, labelRoom, colour);
    if (!row.differs)
        below = frame.write("same", noteStyle(frame), localised(model, Word::compare_same), grid.x, below, labelRoom,
                            theme.inkFaint);
    frame.closeAt(below);
    float bottom = below;
    float at = below + 6;
    for (std::size_t column = 0; column < compared.size(); ++column) {
        const Challenge& challenge = model.programme.challenges[compared[column]];
        const float x = grid.columnX(column);
        const float cellTop = grid.isStacked ? at : top;
        frame.open(model.programme.in(challenge.id), {.role = Role::cell}, {x, cellTop, grid.columnWidth, 0});
        float textTop = cellTop;
        if (grid.isStacked)
            textTop = frame.write("challenge", noteStrongStyle(frame), localised(model, challenge.title), x, cellTop,
                                  grid.columnWidth, theme.inkSoft);
        const float cellBottom = drawCell(frame, row.cells[column], colour, x, textTop, grid.columnWidth);
        frame.closeAt(cellBottom);
        at = cellBottom + 8;
        bottom = std::max(bottom, cellBottom);
    }
    bottom += 12;
    frame.closeAt(bottom);
    return bottom;
}

std::vector<Compared> compare(const Model& model, const std::vector<ChallengeIndex>& compared) {
    std::vector<Compared> rows;
    for (const Row& row : kRows) {
        Compared filled{.row = &row};
        bool isEmpty = true;
        for (const ChallengeIndex challenge : compared) {
            filled.cells.push_back(row.cellOf(model, model.programme.challenges[challenge]));
            isEmpty = isEmpty && signatureOf(filled.cells.back()).empty();
            filled.differs |= signatureOf(filled.cells.back()) != signatureOf(filled.cells.front());
        }
        if (!isEmpty && (filled.differs || !model.state.showsOnlyDifferences)) rows.push_back(std::move(filled));
    }
    return rows;
}

float drawTable(Frame& frame, const std::vector<ChallengeIndex>& compared, float x, float y, float width) {
    const Grid grid = makeGrid(frame, compared.size(), x, width);
    frame.open("table", named(Role::table, localised(frame.model(), Word::compare_title)), {x, y, width, 0});
    float at = drawColumnHeads(frame, compared, grid, y) + 12;
    for (const Compared& row : compare(frame.model(), compared)) at = drawRow(frame, compared, row, grid, at);
    frame.closeAt(at);
    return at;
}

} // namespace

float drawComparison(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const std::vector<ChallengeIndex> compared = explorer::comparedOf(model.state);
    const bool isCut = compared.size() < model.state.shortlist.size();
    frame.open("shortlist", named(Role::region, localised(model, Word::compare_title)), {x, y, width, 0});
    const Button back{.key = "back",
                      .label = localised(model, Word::compare_back),
                      .leading = Icon::back,
                      .intent = explorer::Action(explorer::SetView{explorer::View::shortlist})};
    float at = drawButtonAt(frame, back, x, y, width) + 16;
    at = drawHeading(frame, "title", detailTitleStyle(frame), 1, localised(model, Word::compare_title), x, at, width,
                     theme.ink) +
         4;
    describeAnnouncement(frame, x, y);
    if (compared.size() < 2) {
        at = drawParagraph(frame, "few", bodyStyle(frame), localised(model, Word::compare_few), x, at, width,
                           theme.inkSoft);
    } else {
        if (isCut) {
            const LocalisedString part = filled(
                model, Word::compare_part,
                {{"count", std::to_string(compared.size())}, {"total", std::to_string(model.state.shortlist.size())}});
            at = drawParagraph(frame, "part", secondaryStyle(frame), part, x, at, width, theme.inkFaint);
        }
        at = drawCheckbox(frame, "differences", localised(model, Word::compare_differences),
                          model.state.showsOnlyDifferences, explorer::Action(explorer::ToggleDifferences{}), x, at + 4,
                          width) +
             12;
        at = drawTable(frame, compared, x, at, width);
    }
    frame.closeAt(at);
    return at;
}

} // namespace ui
