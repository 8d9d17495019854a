// The words of a text as search compares them: folded (characters.h) and cut where a visitor would cut them.
//
//     "L’évaluation full-stack en C++, b@lise" → evaluation · full, stack, fullstack · en · c++ · balise
//
// - Between letters a hyphen, dot, underscore or apostrophe makes a compound: it is found by each of its pieces and
//   written in one.
// - Before an apostrophe a single letter or a word in "qu" is elided and no word: "l’", "d’", "jusqu’". (So is the "O"
//   of "O’Brien": who types "obrien" finds it by the mistake that is forgiven.)
// - + and # behind a letter belong to the word and end it; & between two letters is one ("r&d"); @ between two letters
//   is an "a".
// - A run of Chinese, Japanese, Thai … characters is cut into pairs of neighbours, and its last character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

enum class WordKind : std::uint8_t {
    piece,  // a whole word, or a piece of a compound
    joined, // a compound written in one; it follows its pieces
    pair,   // two neighbours in a run without spaces
    tail,   // the last character of such a run
};

struct Word {
    std::uint32_t lettersBegin = 0; // in WordList::letters, bytes
    std::uint32_t lettersLength = 0;
    std::size_t begin = 0; // in the text, bytes
    std::size_t end = 0;
    std::uint32_t compound = 0; // the same for the words of one compound or run, rising
    WordKind kind = WordKind::piece;
};

struct WordList {
    std::string letters;
    std::vector<Word> words; // in the text's order

    std::string_view in(const Word& word) const { return {letters.data() + word.lettersBegin, word.lettersLength}; }
};

/// The words of a text, in place of what the list held (whose memory is used again).
void readWords(std::string_view text, WordList& list);

/// Where in the text the first `lettersLength` folded bytes of a word end that begins at `begin` and ends at `end`. A
/// character that becomes several letters is counted whole, its combining accents with it.
std::size_t endOfPrefix(std::string_view text, std::size_t begin, std::size_t end, std::size_t lettersLength);

} // namespace search
