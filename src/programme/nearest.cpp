#include "programme/reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace programme {
namespace {

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, no part edited
/// twice. Keeps three rows of the table.
class Distance {
public:
    /// The distance in bytes where it is below `bound`, else some number that is not.
    std::size_t measure(std::string_view from, std::string_view to, std::size_t bound) {
        for (std::vector<std::size_t>& row : rows_) row.assign(to.size() + 1, 0);
        for (std::size_t column = 0; column <= to.size(); ++column) rows_[0][column] = column;
        std::size_t nearestOfRowBefore = 0;
        for (std::size_t line = 1; line <= from.size(); ++line) {
            const std::size_t nearestOfRow = fillRow(from, to, line);
            // A swap reaches back two rows, everything else one.
            if (std::min(nearestOfRow, nearestOfRowBefore) >= bound) return bound;
            nearestOfRowBefore = nearestOfRow;
        }
        return rows_[from.size() % 3][to.size()];
    }

private:
    std::size_t fillRow(std::string_view from, std::string_view to, std::size_t line) {
        std::vector<std::size_t>& row = rows_[line % 3];
        const std::vector<std::size_t>& above = rows_[(line + 2) % 3];
        const std::vector<std::size_t>& twoAbove = rows_[(line + 1) % 3];
        row[0] = line;
        std::size_t nearest = line;
        for (std::size_t column = 1; column <= to.size(); ++column) {
            const bool isSame = from[line - 1] == to[column - 1];
            row[column] = std::min({above[column] + 1, row[column - 1] + 1, above[column - 1] + (isSame ? 0u : 1u)});
            const bool isSwap =
                line > 1 && column > 1 && from[line - 1] == to[column - 2] && from[line - 2] == to[column - 1];
            if (isSwap) row[column] = std::min(row[column], twoAbove[column - 2] + 1);
            nearest = std::min(nearest, row[column]);
        }
        return nearest;
    }

    std::array<std::vector<std::size_t>, 3> rows_;
};

} // namespace

std::string_view nearestOf(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string_view nearest;
    std::size_t bound = word.size() / 3 + 1;
    Distance distance;
    for (const std::string_view candidate : candidates) {
        const auto [shorter, longer] = std::minmax({word.size(), candidate.size()});
        if (longer - shorter >= bound) continue;
        const std::size_t found = distance.measure(word, candidate, bound);
        if (found >= bound) continue;
        nearest = candidate;
        bound = found;
    }
    return nearest;
}

} // namespace programme
