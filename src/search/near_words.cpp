#include "search/near_words.h"

#include "search/characters.h"

#include <algorithm>
#include <limits>

namespace search {

namespace {

constexpr std::size_t kFirstForgiven = 3;      // letters
constexpr std::size_t kFirstForgivenTwice = 8; // letters

std::vector<char32_t> readCodePoints(std::string_view text) {
    std::vector<char32_t> codePoints;
    while (!text.empty()) codePoints.push_back(takeCodePoint(text));
    return codePoints;
}

/// The table of distances between a typed word and the beginnings of another: one row for each letter of the other,
/// which is pushed; rows that two words share need not be computed twice.
class Distances {
public:
    Distances(std::string_view typedWord, std::size_t forgivenMistakes)
        : typed(readCodePoints(typedWord)), forgiven(forgivenMistakes), width(typed.size() + 1) {
        rows.resize(width);
        for (std::size_t column = 0; column < width; ++column) rows[column] = column;
        states.push_back({.codePoint = 0, .bytes = 0, .nearest = rows[width - 1], .least = 0});
    }

    /// Forgets the letters behind the first `bytes`, as far as whole letters are left.
    void shortenTo(std::size_t bytes) {
        while (states.back().bytes > bytes) states.pop_back();
    }

    void push(char32_t codePoint, std::size_t letterBytes) {
        const std::size_t row = states.size();
        rows.resize(std::max(rows.size(), (row + 1) * width));
        rows[row * width] = row;
        std::size_t least = row;
        for (std::size_t column = 1; column < width; ++column) {
            const std::size_t distance = distanceAt(row, column, codePoint);
            rows[row * width + column] = distance;
            least = std::min(least, distance);
        }
        const std::size_t nearest = std::min(states.back().nearest, rows[row * width + width - 1]);
        states.push_back({codePoint, states.back().bytes + letterBytes, nearest, least});
    }

    std::size_t bytes() const { return states.back().bytes; }
    /// The distance to the nearest beginning so far.
    std::size_t nearest() const { return states.back().nearest; }
    /// Whether no further letter can bring a nearer beginning that would be forgiven.
    bool isSettled() const { return states.back().least >= std::min(nearest(), forgiven + 1); }

private:
    struct State {
        char32_t codePoint;
        std::size_t bytes; // up to here
        std::size_t nearest;
        std::size_t least; // of the row
    };

    std::size_t distanceAt(std::size_t row, std::size_t column, char32_t codePoint) const {
        const auto at = [&](std::size_t rowsUp, std::size_t columnsLeft) {
            return rows[(row - rowsUp) * width + column - columnsLeft];
        };
        const char32_t letter = typed[column - 1];
        std::size_t distance = at(1, 1) + (letter == codePoint ? 0 : 1);
        distance = std::min({distance, at(1, 0) + 1, at(0, 1) + 1});
        const bool isExchanged =
            row > 1 && column > 1 && letter == states.back().codePoint && typed[column - 2] == codePoint;
        return isExchanged ? std::min(distance, at(2, 2) + 1) : distance;
    }

    std::vector<char32_t> typed;
    std::size_t forgiven;
    std::size_t width;
    std::vector<std::size_t> rows; // row-major; the first is that of the empty beginning
    std::vector<State> states;     // one for each row
};

/// Pushes the word's letters behind those that are there already, until the rest cannot change anything.
void pushRest(Distances& distances, std::string_view word) {
    std::string_view rest = word.substr(distances.bytes());
    while (!rest.empty() && !distances.isSettled()) {
        const std::size_t before = rest.size();
        const char32_t codePoint = takeCodePoint(rest);
        distances.push(codePoint, before - rest.size());
    }
}

} // namespace

std::size_t countForgiven(std::string_view typed) {
    const std::size_t letters = readCodePoints(typed).size();
    if (letters < kFirstForgiven) return 0;
    return letters < kFirstForgivenTwice ? 1 : 2;
}

std::vector<NearRange> findNearWords(const WordTable& table, std::string_view typed, std::size_t forgiven) {
    std::vector<NearRange> found;
    Distances distances(typed, forgiven);
    for (WordIndex word = 0; word < table.size(); ++word) {
        // Where the letters that settled the word before are this one's too, so is its answer.
        const bool isSame = word > 0 && distances.isSettled() && table.sharedWithPrevious(word) >= distances.bytes();
        if (!isSame) {
            distances.shortenTo(word == 0 ? 0 : table.sharedWithPrevious(word));
            pushRest(distances, table[word]);
        }
        if (distances.nearest() > forgiven) continue;
        const bool continues =
            !found.empty() && found.back().words.end == word && found.back().mistakes == distances.nearest();
        if (continues)
            ++found.back().words.end;
        else
            found.push_back({{word, word + 1}, distances.nearest()});
    }
    return found;
}

std::optional<std::size_t> countMistakes(std::string_view typed, std::string_view word, std::size_t forgiven) {
    Distances distances(typed, forgiven);
    pushRest(distances, word);
    if (distances.nearest() > forgiven) return std::nullopt;
    return distances.nearest();
}

} // namespace search
