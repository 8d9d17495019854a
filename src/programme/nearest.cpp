#include "base/edit_distance.h"
#include "programme/reader.h"

#include <algorithm>

namespace programme {
namespace {

constexpr std::size_t kMaxLetters = 100; // of a word that is compared: time grows with the square of its length

/// Each byte as a letter: ids and keys are ASCII.
std::u32string lettersOf(std::string_view word) {
    std::u32string letters;
    for (const char c : word) letters += static_cast<unsigned char>(c);
    return letters;
}

/// The distance between the words if it is less than `bound`; otherwise a number that is not less than `bound`.
std::size_t measure(base::EditDistances& fromWord, std::string_view to, std::size_t bound) {
    while (fromWord.size() > 0) fromWord.pop();
    for (const char c : to) {
        fromWord.push(static_cast<unsigned char>(c));
        if (fromWord.lowerBound() >= bound) return bound;
    }
    return fromWord.distance();
}

} // namespace

std::string_view nearestOf(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string_view nearest;
    if (word.size() > kMaxLetters) return nearest;
    std::size_t bound = word.size() / 3 + 1;
    base::EditDistances distances(lettersOf(word));
    for (const std::string_view candidate : candidates) {
        const auto [shorter, longer] = std::minmax({word.size(), candidate.size()});
        if (longer - shorter >= bound) continue;
        const std::size_t found = measure(distances, candidate, bound);
        if (found >= bound) continue;
        nearest = candidate;
        bound = found;
    }
    return nearest;
}

} // namespace programme
