#include "search/near_words.h"

#include "base/edit_distance.h"
#include "base/utf8.h"

#include <algorithm>
#include <string>

namespace search {

namespace {

constexpr std::size_t kFirstForgiven = 3;      // letters
constexpr std::size_t kFirstForgivenTwice = 8; // letters

std::u32string readCodePoints(std::string_view text) {
    std::u32string codePoints;
    while (!text.empty()) codePoints += base::takeCodePoint(text);
    return codePoints;
}

/// The distances from a typed word to the beginnings of the table's words. Letters that a word shares with the one
/// before it are not pushed again.
class Distances {
public:
    Distances(std::string_view typedWord, std::size_t forgivenMistakes)
        : distances_(readCodePoints(typedWord)), forgiven_(forgivenMistakes) {}

    /// Forgets the letters behind the first `bytes`, as far as whole letters are left.
    void shortenTo(std::size_t bytes) {
        while (this->bytes() > bytes) {
            distances_.pop();
            ends_.pop_back();
        }
    }

    void push(char32_t codePoint, std::size_t letterBytes) {
        distances_.push(codePoint);
        ends_.push_back(bytes() + letterBytes);
    }

    /// How many of the word's bytes were pushed.
    std::size_t bytes() const { return ends_.empty() ? 0 : ends_.back(); }
    /// The distance to the nearest beginning so far.
    std::size_t nearest() const { return distances_.toNearestBeginning(); }
    /// Whether no further letter can bring a nearer beginning that would be forgiven.
    bool isSettled() const { return distances_.leastToCome() >= std::min(nearest(), forgiven_ + 1); }

private:
    base::EditDistances distances_;
    std::size_t forgiven_;
    std::vector<std::size_t> ends_; // of each letter, in bytes of the word
};

/// Pushes the word's letters behind those that are there already, until the rest cannot change anything.
void pushRest(Distances& distances, std::string_view word) {
    std::string_view rest = word.substr(distances.bytes());
    while (!rest.empty() && !distances.isSettled()) {
        const std::size_t before = rest.size();
        const char32_t codePoint = base::takeCodePoint(rest);
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
