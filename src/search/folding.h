// Splits a text into words for search. The words are folded (characters.h), and split where a reader would see words:
//
//     "L’évaluation full-stack en C++, b@lise" → evaluation · full, stack, fullstack · en · c++ · balise
//
// - A hyphen, dot, underscore or apostrophe between two letters makes a compound. Its words are its pieces, and all of
//   it without the characters that join it.
// - A single letter or a word that ends in "qu" is left out before an apostrophe, because it is elided: "l’", "d’",
//   "jusqu’". (So is the "O" of "O’Brien"; "obrien" finds it because a mistake is forgiven.)
// - + and # after a letter are the end of the word. & between two letters is a letter ("r&d"); @ between two letters
//   is the letter "a".
// - A run of characters of a script without spaces (Chinese, Japanese, Thai …) is split into all pairs of neighbours
//   and its last character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace search {

enum class WordKind : std::uint8_t {
    piece,  // a whole word, or a piece of a compound
    joined, // a whole compound; it follows its pieces
    pair,   // two neighbours of a run of characters of a script without spaces
    tail,   // the last character of such a run
};

struct Word {
    std::uint32_t lettersBegin = 0;  // offset of its folded letters in WordList::letters, bytes
    std::uint32_t lettersLength = 0; // bytes
    std::size_t begin = 0;           // offset in the text, bytes
    std::size_t end = 0;             // offset after its last byte in the text
    std::uint32_t compound = 0;      // number of the compound or run that it is part of, from 0, in the text's order
    WordKind kind = WordKind::piece;
};

struct WordList {
    std::string letters;     // the folded letters of all words
    std::vector<Word> words; // in the text's order

    [[nodiscard]] std::string_view in(const Word& word) const {
        return {letters.data() + word.lettersBegin, word.lettersLength};
    }
};

/// Replaces the content of `list` by the words of the text. The list's memory is used again.
void readWords(std::string_view text, WordList& list);

/// The texts' indices in the order of their folded letters, so that "Évry" is before "Lyon"; of the same letters, by
/// the text.
[[nodiscard]] std::vector<std::uint32_t> orderByLetters(std::span<const std::string_view> texts);

/// The offset in the text where the first `lettersLength` folded bytes of a word end. The word is at `begin` … `end` of
/// the text, in bytes. The prefix ends after a whole character and its combining accents.
[[nodiscard]] std::size_t endOfPrefix(std::string_view text, std::size_t begin, std::size_t end,
                                      std::size_t lettersLength);

} // namespace search
