// Two to four challenges of the shortlist side by side: a row for each thing that one compares and for each skill that
// one of them asks for, a column for each challenge. Where there is no room beside the columns a row's head stands
// above its cells; where the columns would be too narrow, the cells stand below each other, each with its challenge's
// name: so nothing lies beside the screen.
#include "base/sort.h"
#include "explorer/facets.h"
#include "explorer/reduce.h"
#include "ui/card.h"
#include "ui/handoff_parts.h"
#include "ui/parts.h"
#include "ui/styles.h"
#include "ui/widgets/block.h"
#include "ui/widgets/button.h"
#include "ui/widgets/checkbox.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ui {

using explorer::ChallengeIndex;
using programme::Challenge;
using programme::CountedWord;
using programme::SkillIndex;
using programme::Word;

namespace {

constexpr float kLeastColumn = 150; // of a challenge's column, CSS px
constexpr float kGap = 16;
constexpr float kHeadEmblemCell = 17;
constexpr float kMark = 12;      // the side of the sign for a skill that is asked for
constexpr float kMarkWidth = 20; // with the space behind it

/// How much a challenge asks for a skill.
enum class Asked : std::uint8_t { no, welcome, required };

/// What a row says of a challenge: texts below each other, or of a skill whether it is asked for.
struct Cell {
    std::vector<LocalisedString> texts;
    std::optional<Asked> asked;
};

/// The same for cells that say the same.
std::string signatureOf(const Cell& cell) {
    std::string signature;
    for (const LocalisedString& text : cell.texts) signature += text.text + '\n';
    return cell.asked ? signature + std::to_string(static_cast<int>(*cell.asked)) : signature;
}

struct Row {
    std::string key;
    LocalisedString name;
    std::vector<Cell> cells = {}; // one for each challenge
    std::optional<SkillIndex> skill = {};
    std::int64_t number = 0; // of the name: 1 singular, 2 plural; 0: it is not said of the row that all are the same
    bool differs = false;    // not all cells say the same
};

bool differ(const std::vector<Cell>& cells) {
    const std::string first = signatureOf(cells.front());
    return std::ranges::any_of(cells, [&](const Cell& cell) { return signatureOf(cell) != first; });
}

// ── What the rows say ──

/// A cell with that text; empty where it is empty.
Cell oneText(LocalisedString text) {
    Cell cell;
    if (!text.isEmpty()) cell.texts.push_back(std::move(text));
    return cell;
}

Cell noticesCell(const Model& model, const Challenge& challenge) {
    Cell cell;
    for (const programme::Text notice : challenge.notices) cell.texts.emplace_back(localised(model, notice));
    return cell;
}

/// What there is to compare apart from skills.
struct Fact {
    Key key;
    Word name;
    std::int64_t number; // Row::number
    Cell (*cellOf)(const Model& model, const Challenge& challenge);
};

constexpr std::array kFacts = {
    Fact{"host", Word::compare_host, 1,
         [](const Model& model, const Challenge& of) { return oneText(localised(model, of.host.name)); }},
    Fact{"ministry", Word::compare_ministry, 1,
         [](const Model& model, const Challenge& of) { return oneText(localised(model, of.host.ministry)); }},
    Fact{"place", Word::compare_place, 1,
         [](const Model& model, const Challenge& of) {
             return oneText(withoutLanguage(model.programme.in(of.host.city)));
         }},
    Fact{"dates", Word::detail_dates, 2,
         [](const Model& model, const Challenge& of) {
             return of.start ? oneText(datesOf(model, *of.start, of.end)) : Cell{};
         }},
    Fact{"notices", Word::detail_notices, 1, noticesCell},
    Fact{"posts", Word::compare_posts, 2,
         [](const Model& model, const Challenge& of) {
             return Cell{profileLabels(model, of), {}};
         }},
};

/// As the profile asks that asks most.
Asked askedOf(const Challenge& challenge, SkillIndex skill) {
    Asked asked = Asked::no;
    for (const programme::Profile& profile : challenge.profiles) {
        if (std::ranges::find(profile.skills, skill) != profile.skills.end()) return Asked::required;
        if (std::ranges::find(profile.preferredSkills, skill) != profile.preferredSkills.end()) asked = Asked::welcome;
    }
    return asked;
}

bool isOwn(const Model& model, SkillIndex skill) {
    return explorer::isChosen(model.state, explorer::Facet::skills, skill);
}

/// A skill, and how many of the compared ask for it.
struct AskedSkill {
    SkillIndex skill;
    std::uint32_t count;
    bool isOwn;
};

/// Those that any asks for: the visitor's own first, and of each part those first that most ask for.
std::vector<AskedSkill> listSkills(const Model& model, const std::vector<ChallengeIndex>& compared) {
    std::vector<AskedSkill> skills;
    for (SkillIndex skill = 0; skill < model.programme.skills.size(); ++skill) {
        const auto asks = [&](ChallengeIndex challenge) {
            return askedOf(model.programme.challenges[challenge], skill) != Asked::no;
        };
        const auto count = static_cast<std::uint32_t>(std::ranges::count_if(compared, asks));
        if (count > 0) skills.push_back({skill, count, isOwn(model, skill)});
    }
    base::sort(skills, [](const AskedSkill& one, const AskedSkill& other) {
        return one.isOwn != other.isOwn ? one.isOwn : one.count > other.count;
    });
    return skills;
}

/// A row for each of the skills, below one that counts them.
void appendSkills(const Model& model, const std::vector<ChallengeIndex>& compared, std::span<const AskedSkill> skills,
                  Key key, Word name, std::vector<Row>& rows) {
    std::vector<int> counts(compared.size());
    const std::size_t head = rows.size();
    rows.push_back({.key = std::string(key.view()), .name = localised(model, name)});
    for (const AskedSkill& asked : skills) {
        const programme::Skill& details = model.programme.skills[asked.skill];
        Row row{.key = "skill " + std::string(model.programme.in(details.id)),
                .name = localised(model, details.label),
                .skill = asked.skill};
        for (std::size_t column = 0; column < compared.size(); ++column) {
            row.cells.push_back({{}, askedOf(model.programme.challenges[compared[column]], asked.skill)});
            counts[column] += row.cells.back().asked == Asked::no ? 0 : 1;
        }
        row.differs = differ(row.cells);
        if (row.differs || !model.state.showsOnlyDifferences) rows.push_back(std::move(row));
    }
    if (rows.size() == head + 1) return rows.pop_back();
    for (const int count : counts) rows[head].cells.push_back(oneText(withoutLanguage(std::to_string(count))));
}

std::vector<Row> compare(const Model& model, const std::vector<ChallengeIndex>& compared) {
    std::vector<Row> rows;
    for (const Fact& fact : kFacts) {
        Row row{.key = std::string(fact.key.view()), .name = localised(model, fact.name), .number = fact.number};
        bool isEmpty = true;
        for (const ChallengeIndex challenge : compared) {
            row.cells.push_back(fact.cellOf(model, model.programme.challenges[challenge]));
            isEmpty = isEmpty && row.cells.back().texts.empty();
        }
        row.differs = differ(row.cells);
        if (!isEmpty && (row.differs || !model.state.showsOnlyDifferences)) rows.push_back(std::move(row));
    }
    const std::vector<AskedSkill> skills = listSkills(model, compared);
    const auto others = std::ranges::find(skills, false, &AskedSkill::isOwn);
    const bool hasOwn = others != skills.begin();
    appendSkills(model, compared, {skills.begin(), others}, "own", Word::compare_ownSkills, rows);
    appendSkills(model, compared, {others, skills.end()}, "others",
                 hasOwn ? Word::compare_otherSkills : Word::compare_skills, rows);
    return rows;
}

// ── Where they stand ──

struct Grid {
    float x, width;
    float labelWidth; // of the rows' heads; 0: they stand above their cells
    float columnWidth;
    bool isStacked; // the cells of a row stand below each other
    [[nodiscard]] float columnX(std::size_t column) const {
        return isStacked ? x : x + labelWidth + static_cast<float>(column) * (columnWidth + kGap);
    }
};

Grid makeGrid(const Frame& frame, std::size_t columns, float x, float width) {
    const auto count = static_cast<float>(columns);
    for (const float most : {220.0F, 148.0F, 0.0F}) {
        const float label = std::round(frame.scaled(most));
        const float column = std::floor((width - label - (count - 1) * kGap) / count);
        if (column >= frame.scaled(kLeastColumn)) return {x, width, label, column, false};
    }
    return {x, width, 0, width, true};
}

/// The sign for a skill that is asked for (a tick), welcome (a plus, beside words that say so) or not (a dash).
void drawMark(Frame& frame, Asked asked, float x, float y) {
    const float height = secondaryStyle(frame).lineHeight;
    const float middle = y + height / 2;
    if (asked == Asked::welcome)
        return drawIcon(frame, Icon::plus, x + kMark / 2, middle, kMark, frame.theme().inkSoft);
    const bool isAsked = asked == Asked::required;
    Node mark = named(Role::image, localised(frame.model(), isAsked ? Word::compare_asked : Word::compare_notAsked));
    mark.sign = isAsked ? "✓" : "–";
    frame.add("mark", std::move(mark), {x, y, kMark, height});
    if (isAsked) return drawIcon(frame, Icon::check, x + kMark / 2, middle, kMark + 2, frame.theme().accent);
    frame.fill({x, std::round(middle), kMark - 2, 1}, frame.theme().inkFaint);
}

float drawCell(Frame& frame, const Cell& cell, Colour colour, float x, float y, float width) {
    const TextStyle style = secondaryStyle(frame);
    if (cell.asked) {
        drawMark(frame, *cell.asked, x, y);
        if (cell.asked != Asked::welcome) return y + style.lineHeight;
        return frame.write("welcome", style, localised(frame.model(), Word::detail_welcome), x + kMarkWidth, y,
                           width - kMarkWidth, frame.theme().inkSoft);
    }
    if (cell.texts.empty()) {
        return frame.write("none", style, localised(frame.model(), Word::compare_none), x, y, width,
                           frame.theme().inkFaint);
    }
    float at = y;
    for (std::size_t line = 0; line < cell.texts.size(); ++line)
        at = frame.write("text" + std::to_string(line), style, cell.texts[line], x, at, width, colour);
    return at;
}

/// A challenge's name, as a link, below its emblem, or beside it where the cells are stacked, and the button that takes
/// it out of the shortlist. Returns the y of its lower edge.
float drawColumnHead(Frame& frame, ChallengeIndex index, const Grid& grid, float x, float y) {
    const Model& model = frame.model();
    const Challenge& challenge = model.programme.challenges[index];
    const LocalisedText title = localised(model, challenge.title);
    const TextStyle style = cardTitleStyle(frame);
    const float side = buttonHeight(frame, ButtonLook::secondary);
    const Rect emblem{x, y, grid.isStacked ? side : grid.columnWidth - side - gap::kClose, side};
    const float inset = grid.isStacked ? side + gap::kNear : 0;
    const float room = grid.columnWidth - 2 * inset;
    const float height = std::max(grid.isStacked ? side : 24.0F, frame.text().measureHeight(style, title.text, room));
    const Rect target{x + inset, grid.isStacked ? y : y + side + gap::kTight, room, height};
    const float bottom = target.y + height;
    frame.open(keyOf(model, challenge.id), Role::columnHeader, {x, y, grid.columnWidth, bottom - y});
    if (!frame.isMeasuring()) {
        frame.beginRounded(emblem, radius::kControl);
        drawEmblem(frame, index, emblem, kHeadEmblemCell * side / 34);
        frame.endRounded();
    }
    Node link = nodeOf(Role::link);
    link.href = addressAfter(model, explorer::OpenChallenge{index});
    link.isInteractive = true;
    const NodeId id = frame.open("link", std::move(link), target);
    frame.onActivate(id, explorer::Action(explorer::OpenChallenge{index}));
    const bool isMarked = frame.isHovered(id) || model.state.challenge == index;
    const float lines = frame.text().measureHeight(style, title.text, room);
    frame.write("title", style, title, target.x, target.y + std::round((height - lines) / 2), room,
                isMarked ? frame.theme().accent : frame.theme().ink);
    if (frame.isFocused(id)) frame.ring(target, radius::kControl);
    frame.close();
    const LocalisedString name = filled(model, Word::compare_remove, {{"challenge", title.text}});
    const Rect button{x + grid.columnWidth - side, y, side, side};
    const NodeId remove = drawButton(frame,
                                     {.key = "remove",
                                      .leading = Icon::close,
                                      .name = name,
                                      .intent = explorer::Action(explorer::ToggleShortlisted{index})},
                                     button);
    frame.tooltip(remove, button, name, {}, true);
    frame.close();
    return bottom;
}

/// The columns' heads, and at their left the way to the form, where no bar at the foot has it.
float drawHeads(Frame& frame, const std::vector<ChallengeIndex>& compared, const Grid& grid, float y) {
    const bool hasForm = grid.labelWidth > 0 && !frame.hasFoot();
    const float height = hasForm ? buttonHeight(frame, ButtonLook::primary) : 1;
    const Rect corner{grid.x, y, std::max(grid.labelWidth - kGap, 1.0F), height};
    frame.open("corner", Role::cell, corner);
    if (hasForm) drawApplyButton(frame, HandoffPlace::foot, corner);
    frame.close();
    float bottom = y;
    for (std::size_t column = 0; column < compared.size(); ++column) {
        const float top = grid.isStacked && column > 0 ? bottom + gap::kClose : y;
        bottom = std::max(bottom, drawColumnHead(frame, compared[column], grid, grid.columnX(column), top));
    }
    return bottom + gap::kClose;
}

/// The row's name, a skill's behind the square of its group.
float drawRowHead(Frame& frame, const Row& row, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const bool isSame = row.number > 0 && !row.differs;
    const bool isPlain = row.skill ? !isOwn(model, *row.skill) : isSame;
    const TextStyle style = isPlain ? secondaryStyle(frame) : secondaryStrongStyle(frame);
    const float inset = row.skill ? kMarkWidth - 4 : 0;
    frame.open("head", Role::rowHeader, {x, y, width, 0});
    if (row.skill) frame.fill({x, std::round(y + style.lineHeight / 2 - 4), 8, 8}, skillColour(frame, *row.skill), 2);
    float below =
        frame.write("name", style, row.name, x + inset, y, width - inset, isSame ? theme.inkFaint : theme.ink);
    if (isSame)
        below = frame.write("same", noteStyle(frame), counted(model, CountedWord::compare_same, row.number), x, below,
                            width, theme.inkFaint);
    frame.closeAt(below);
    return below;
}

/// Whether each asks for the row's skill, where the cells are not in columns: the names behind their marks, in rows.
float drawAskedInRows(Frame& frame, const std::vector<ChallengeIndex>& compared, const Row& row, const Grid& grid,
                      float y) {
    const Model& model = frame.model();
    const TextStyle style = secondaryStyle(frame);
    RowLayout layout{grid.x, y, grid.width, style.lineHeight, kGap};
    for (std::size_t column = 0; column < compared.size(); ++column) {
        const Challenge& challenge = model.programme.challenges[compared[column]];
        const Asked asked = *row.cells[column].asked;
        LocalisedString words = localised(model, challenge.title);
        if (asked == Asked::welcome) words = filled(model, Word::card_fitWelcome, {{"skill", words.text}});
        const Rect rect = layout.next(kMarkWidth + std::ceil(frame.text().measure(style, words.text)) + 1);
        frame.open(keyOf(model, challenge.id), Role::cell, rect);
        drawMark(frame, asked, rect.x, rect.y);
        frame.write("challenge", style, words, rect.x + kMarkWidth, rect.y, rect.width - kMarkWidth,
                    asked == Asked::no ? frame.theme().inkFaint : frame.theme().ink, 1);
        frame.close();
    }
    return layout.bottom();
}

/// The row's cells from `y` downwards.
float drawCells(Frame& frame, const std::vector<ChallengeIndex>& compared, const Row& row, const Grid& grid, float y) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const Colour colour = row.number == 0 || row.differs ? theme.ink : theme.inkFaint;
    float at = y;
    float bottom = y;
    for (std::size_t column = 0; column < compared.size(); ++column) {
        const Challenge& challenge = model.programme.challenges[compared[column]];
        const float x = grid.columnX(column);
        frame.open(keyOf(model, challenge.id), Role::cell, {x, at, grid.columnWidth, 0});
        const float top = grid.isStacked
                              ? frame.write("challenge", noteStrongStyle(frame), localised(model, challenge.title), x,
                                            at, grid.columnWidth, theme.inkSoft)
                              : at;
        const float below = drawCell(frame, row.cells[column], colour, x, top, grid.columnWidth);
        frame.closeAt(below);
        bottom = std::max(bottom, below);
        if (grid.isStacked) at = below + gap::kClose;
    }
    return bottom;
}

float drawRow(Frame& frame, const std::vector<ChallengeIndex>& compared, const Row& row, const Grid& grid, float y) {
    const float padding = row.skill ? gap::kTight + 2 : gap::kNear;
    const float top = y + padding;
    frame.open(row.key, Role::row, {grid.x, y, grid.width, 0});
    frame.horizontalLine(grid.x, y, grid.width, frame.theme().line);
    const bool isBeside = grid.labelWidth > 0;
    const float below = drawRowHead(frame, row, grid.x, top, isBeside ? grid.labelWidth - kGap : grid.width);
    const auto draw = grid.isStacked && row.skill ? drawAskedInRows : drawCells;
    const float cells = draw(frame, compared, row, grid, isBeside ? top : below + gap::kTight);
    const float bottom = std::max(below, cells) + padding;
    frame.closeAt(bottom);
    return bottom;
}

/// The heads stay at the upper edge of the view while the rows scroll, where they are one row.
float drawTable(Frame& frame, const std::vector<ChallengeIndex>& compared, float x, float y, float width) {
    const Grid grid = makeGrid(frame, compared.size(), x, width);
    const float height = frame.measure([&] { return drawHeads(frame, compared, grid, 0); });
    frame.open("table", Role::table, localised(frame.model(), Word::compare_button), {x, y, width, 0});
    const std::vector<Row> rows = compare(frame.model(), compared);
    float at = y + height;
    for (const Row& row : rows) at = drawRow(frame, compared, row, grid, at);
    const Rect heads{x, y, width, height};
    const NodeId id =
        frame.beginSticky("heads", nodeOf(Role::row), heads,
                          grid.isStacked ? semantics::Stick::none : semantics::Stick::top, 0, std::max(at, y + height));
    frame.fill({x - gap::kClose, y, width + 2 * gap::kClose, height}, frame.theme().background);
    frame.horizontalLine(x, y + height, width, frame.theme().line);
    drawHeads(frame, compared, grid, y);
    frame.endSticky();
    if (!rows.empty()) frame.moveBefore(id, frame.idOf(rows.front().key));
    frame.closeAt(at);
    return at;
}

} // namespace

float drawComparison(Frame& frame, float x, float y, float width) {
    const Model& model = frame.model();
    const Theme& theme = frame.theme();
    const std::vector<ChallengeIndex> compared = explorer::comparedOf(model.state);
    const bool isCut = compared.size() < model.state.shortlist.size();
    frame.open("shortlist", Role::region, localised(model, Word::compare_button), {x, y, width, 0});
    float at =
        drawShortlistHead(frame, Word::compare_button, Word::shortlist_title, explorer::View::shortlist, x, y, width) +
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
