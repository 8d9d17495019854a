// Folds characters for search: returns a character's letters without case and accents, and its role in words.
//
// Case and accents are removed from Latin, Greek, Cyrillic, Armenian and Georgian letters, vowel signs from Arabic and
// Hebrew ones. Full-width letters, superscripts and the digits of other scripts become ASCII; Katakana becomes
// Hiragana. The rules are Unicode's compatibility decompositions (UAX #15, NFKD) and case mappings, and what people
// type in place of letters that their keyboard does not have: "ss" for "ß", "oe" for "œ", "d" for "đ".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace search {

enum class CharacterKind : std::uint8_t {
    separator,  // ends a word
    letter,     // or a digit
    unspaced,   // a letter of a script without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese
    ignorable,  // skipped, also within words: combining accents, soft hyphens, zero-width joiners
    joiner,     // hyphens, dots, underscores: between two letters they make a compound
    apostrophe, // as a joiner, but after a single letter or "qu" it marks an elision
    ending,     // + and #: after a letter they are the end of the word ("C++", "C#")
    ampersand,  // between two letters it is a letter itself ("R&D")
    at,         // between two letters it is the letter "a" ("b@lise")
};

struct FoldedCharacter {
    CharacterKind kind = CharacterKind::separator;
    std::uint8_t sourceLength = 1; // bytes of the character in the text
    std::uint8_t length = 0;       // bytes of the folded letters: at most sourceLength
    std::array<char, 4> bytes{};   // the folded letters, UTF-8

    [[nodiscard]] std::string_view letters() const { return {bytes.data(), length}; }
};

/// Folds the character at the byte `position` of a UTF-8 text. An invalid sequence (base/utf8.h) is a separator.
[[nodiscard]] FoldedCharacter foldCharacter(std::string_view text, std::size_t position);

/// The folded letter of an ASCII letter or digit, the same as by foldCharacter(); 0 for any other byte. It is the fast
/// path for most letters.
[[nodiscard]] inline char foldAsciiLetter(char given) {
    const auto small = static_cast<char>(given | 0x20);
    if (small >= 'a' && small <= 'z') return small;
    return given >= '0' && given <= '9' ? given : '\0';
}

} // namespace search
