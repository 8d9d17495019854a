// One character as search compares it: its letters without case and accents, and what it does to the word it stands in.
//
// Case and accents are folded for Latin, Greek, Cyrillic, Armenian and Georgian letters, vowel signs for Arabic and
// Hebrew ones; full-width letters, superscripts and foreign digits become the plain ones, Katakana becomes Hiragana.
// The rules are Unicode's decompositions (UAX #15, NFKD) and case mappings, and beyond them the customs of typing: "ß"
// is "ss", "œ" is "oe", "đ" is "d".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace search {

enum class CharacterKind : std::uint8_t {
    separator,
    letter,     // or a digit
    unspaced,   // a letter of a script that puts no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese
    ignorable,  // neither seen nor counted: accents that stand alone, soft hyphens, joiners
    joiner,     // between two letters it makes a compound: hyphens, dots
    apostrophe, // the same; after one letter or "qu" it marks an elision
    ending,     // + and #: after a letter they belong to the word ("C++", "C#")
    ampersand,  // between two letters it is one ("R&D")
    at,         // between two letters it is an "a" ("b@lise")
};

struct FoldedCharacter {
    CharacterKind kind = CharacterKind::separator;
    std::uint8_t sourceLength = 1; // bytes of the text
    std::uint8_t length = 0;       // bytes of the folded letters: never more than sourceLength
    std::array<char, 4> bytes{};

    std::string_view letters() const { return {bytes.data(), length}; }
};

/// The character at `position` of a UTF-8 text; what is not well-formed (base/utf8.h) is a separator.
FoldedCharacter foldCharacter(std::string_view text, std::size_t position);

/// What an ASCII letter or digit becomes, as foldCharacter() has it; 0 for all others. Most letters are of this kind.
inline char foldAsciiLetter(char given) {
    const auto small = static_cast<char>(given | 0x20);
    if (small >= 'a' && small <= 'z') return small;
    return given >= '0' && given <= '9' ? given : '\0';
}

} // namespace search
