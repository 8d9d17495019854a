#include "search/near_words.h"

#include "base/edit_distance.h"
#include "base/utf8.h"

#include <algorithm>
#include <string>

namespace search {

namespace {

// Letters from which on one mistake is forgiven, and two.
constexpr std::size_t kMinForOneMistake = 3;
constexpr std::size_t kMinForTwoMistakes = 8;

std::u32string readCodePoints(std::string_view text) {
    std::u32string codePoints;
    while (!text.empty()) codePoints += base::takeCodePoint(text);
    return codePoints;
}

/// The distances between a typed word and the prefixes of one word after the other. What a word has in common with the
/// one before it is not computed again.
class PrefixDistances {
public:
    PrefixDistances(std::string_view typed, std::size_t forgiven)
        : distances_(readCodePoints(typed)), forgiven_(forgiven) {}

    /// Removes letters, so that at most the word's first `bytes` bytes are left.
    void shortenTo(std::size_t bytes) {
        while (this->bytes() > bytes) {
            distances_.pop();
            ends_.pop_back();
        }
    }

    /// Appends the word's next letter, which has `letterBytes` bytes.
    void push(char32_t codePoint, std::size_t letterBytes) {
        distances_.push(codePoint);
        ends_.push_back(bytes() + letterBytes);
    }

    /// The bytes of the letters that were pushed.
    std::size_t bytes() const { return ends_.empty() ? 0 : ends_.back(); }
    /// The distance to the nearest prefix of the letters that were pushed.
    std::size_t nearest() const { return distances_.prefixDistance(); }
    /// Whether further letters cannot change nearest() to a smaller distance that is forgiven.
    bool isSettled() const { return distances_.lowerBound() >= std::min(nearest(), forgiven_ + 1); }

private:
    base::EditDistances distances_;
    std::size_t forgiven_;
    std::vector<std::size_t> ends_; // for each letter, the offset after it in the word, bytes
};

/// Pushes the word's letters after those that were pushed, until the rest cannot change the result.
void pushRest(PrefixDistances& distances, std::string_view word) {
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
    if (letters < kMinForOneMistake) return 0;
    return letters < kMinForTwoMistakes ? 1 : 2;
}

std::vector<NearRange> findNearWords(const WordTable& table, std::string_view typed, std::size_t forgiven) {
    std::vector<NearRange> found;
    PrefixDistances distances(typed, forgiven);
    for (WordIndex word = 0; word < table.size(); ++word) {
        // If this word has in common with the one before it all the letters that settled that one, the result is the
        // same.
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
    PrefixDistances distances(typed, forgiven);
    pushRest(distances, word);
    if (distances.nearest() > forgiven) return std::nullopt;
    return distances.nearest();
}

} // namespace search
