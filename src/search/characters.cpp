#include "search/characters.h"

#include "base/utf8.h"

#include <algorithm>
#include <iterator>

namespace search {

namespace {

using enum CharacterKind;

// The next three tables have one character for each code point of a block: the letter that the code point becomes, ' '
// for a separator, '.' for one that is in kIrregular or stays as it is.
constexpr std::string_view kLatin = // U+00C0…U+024F
    "aaaaaa.ceeeeiiiidnooooo ouuuuy..aaaaaa.ceeeeiiiidnooooo ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
    "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "bbbb..occdddd...effg..iikkl..nnooo..pp.....ttttuuuvyyzz........."
    ".............aaiioouuuuuuuuuu.aaaa..ggggkkoooo..j...gg..nnaa..oo"
    "aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj..acclts"
    "z..b..eejj.qrryy";
constexpr std::string_view kLatinPhonetic = // U+0250…U+02AF
    ".a.bocdd...e...jgg....h.ii.lll...mnn.o......rrr...s.j...t.uv...."
    "zz...........j..q...............";
constexpr std::string_view kLatinAdditional = // U+1E00…U+1EFF
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyasss..aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy";
// As above, with Latin letters for the Greek ones: a α, e ε, h η, i ι, o ο, u υ, w ω, r ρ; ' ' is a separator.
constexpr std::string_view kGreekExtended = // U+1F00…U+1FFF
    "aaaaaaaaaaaaaaaaeeeeee  eeeeee  hhhhhhhhhhhhhhhhiiiiiiiiiiiiiiii"
    "oooooo  oooooo  uuuuuuuu u u u uwwwwwwwwwwwwwwwwaaeehhiioouuww  "
    "aaaaaaaaaaaaaaaahhhhhhhhhhhhhhhhwwwwwwwwwwwwwwwwaaaaa aaaaaaa i "
    "  hhh hheehhh   iiii  iiiiii    uuuurruuuuuur     www wwoowww   ";

struct Irregular {
    char32_t codePoint;
    std::string_view letters;
};

// In ascending order.
constexpr Irregular kIrregular[] = {
    {0xC6, "ae"},   {0xDE, "th"},   {0xDF, "ss"},    {0xE6, "ae"},    {0xFE, "th"},   {0x132, "ij"},  {0x133, "ij"},
    {0x152, "oe"},  {0x153, "oe"},  {0x18E, "ǝ"},    {0x18F, "ə"},    {0x194, "ɣ"},   {0x19C, "ɯ"},   {0x1A9, "ʃ"},
    {0x1B7, "ʒ"},   {0x1C4, "dz"},  {0x1C5, "dz"},   {0x1C6, "dz"},   {0x1C7, "lj"},  {0x1C8, "lj"},  {0x1C9, "lj"},
    {0x1CA, "nj"},  {0x1CB, "nj"},  {0x1CC, "nj"},   {0x1E2, "ae"},   {0x1E3, "ae"},  {0x1EE, "ʒ"},   {0x1EF, "ʒ"},
    {0x1F1, "dz"},  {0x1F2, "dz"},  {0x1F3, "dz"},   {0x1FC, "ae"},   {0x1FD, "ae"},  {0x21C, "ȝ"},   {0x222, "ȣ"},
    {0x241, "ɂ"},   {0x244, "ʉ"},   {0x245, "ʌ"},    {0x1E9E, "ss"},  {0x1EFA, "ỻ"},  {0x1EFC, "ỽ"},  {0xFB00, "ff"},
    {0xFB01, "fi"}, {0xFB02, "fl"}, {0xFB03, "ffi"}, {0xFB04, "ffl"}, {0xFB05, "st"}, {0xFB06, "st"},
};

/// What a code point of a Range becomes.
enum class Change : std::uint8_t {
    none,      // it stays as it is
    become,    // Range::value
    shift,     // the sum of itself and Range::value
    evenPairs, // the next one if it is even: capitals are even, and their small letters follow them
    oddPairs,  // the next one if it is odd
};

struct Range {
    char32_t first;
    char32_t last; // included
    CharacterKind kind;
    Change change = Change::none;
    std::int32_t value = 0;
};

using enum Change;

// In ascending order. A code point that is in no range and in none of the tables above is a letter and stays as it is.
constexpr Range kRanges[] = {
    {0x0080, 0x00A9, separator},
    {0x00AA, 0x00AA, letter, become, 'a'},
    {0x00AB, 0x00AC, separator},
    {0x00AD, 0x00AD, ignorable},
    {0x00AE, 0x00B1, separator},
    {0x00B2, 0x00B3, letter, shift, '2' - 0xB2},
    {0x00B4, 0x00B4, apostrophe},
    {0x00B5, 0x00B5, letter, become, 0x3BC},
    {0x00B6, 0x00B6, separator},
    {0x00B7, 0x00B7, joiner},
    {0x00B8, 0x00B8, separator},
    {0x00B9, 0x00B9, letter, become, '1'},
    {0x00BA, 0x00BA, letter, become, 'o'},
    {0x00BB, 0x00BF, separator},
    // Modifier letters that are used as apostrophes; half rings of transliterations
    {0x02B9, 0x02BD, apostrophe},
    {0x02BE, 0x02BF, ignorable},
    {0x02C0, 0x02FF, separator},
    {0x0300, 0x036F, ignorable},
    // Greek
    {0x0370, 0x0373, letter, evenPairs},
    {0x0374, 0x0375, separator},
    {0x0376, 0x0377, letter, evenPairs},
    {0x037E, 0x037E, separator},
    {0x037F, 0x037F, letter, become, 0x3F3},
    {0x0380, 0x0385, separator},
    {0x0386, 0x0386, letter, become, 0x3B1},
    {0x0387, 0x0387, separator},
    {0x0388, 0x0388, letter, become, 0x3B5},
    {0x0389, 0x0389, letter, become, 0x3B7},
    {0x038A, 0x038A, letter, become, 0x3B9},
    {0x038C, 0x038C, letter, become, 0x3BF},
    {0x038E, 0x038E, letter, become, 0x3C5},
    {0x038F, 0x038F, letter, become, 0x3C9},
    {0x0390, 0x0390, letter, become, 0x3B9},
    {0x0391, 0x03A1, letter, shift, 0x20},
    {0x03A3, 0x03A9, letter, shift, 0x20},
    {0x03AA, 0x03AA, letter, become, 0x3B9},
    {0x03AB, 0x03AB, letter, become, 0x3C5},
    {0x03AC, 0x03AC, letter, become, 0x3B1},
    {0x03AD, 0x03AD, letter, become, 0x3B5},
    {0x03AE, 0x03AE, letter, become, 0x3B7},
    {0x03AF, 0x03AF, letter, become, 0x3B9},
    {0x03B0, 0x03B0, letter, become, 0x3C5},
    {0x03C2, 0x03C2, letter, become, 0x3C3},
    {0x03CA, 0x03CA, letter, become, 0x3B9},
    {0x03CB, 0x03CB, letter, become, 0x3C5},
    {0x03CC, 0x03CC, letter, become, 0x3BF},
    {0x03CD, 0x03CD, letter, become, 0x3C5},
    {0x03CE, 0x03CE, letter, become, 0x3C9},
    {0x03CF, 0x03CF, letter, become, 0x3D7},
    {0x03D0, 0x03D0, letter, become, 0x3B2},
    {0x03D1, 0x03D1, letter, become, 0x3B8},
    {0x03D2, 0x03D4, letter, become, 0x3C5},
    {0x03D5, 0x03D5, letter, become, 0x3C6},
    {0x03D6, 0x03D6, letter, become, 0x3C0},
    {0x03D8, 0x03EF, letter, evenPairs},
    {0x03F0, 0x03F0, letter, become, 0x3BA},
    {0x03F1, 0x03F1, letter, become, 0x3C1},
    {0x03F2, 0x03F2, letter, become, 0x3C3},
    {0x03F4, 0x03F4, letter, become, 0x3B8},
    {0x03F5, 0x03F5, letter, become, 0x3B5},
    {0x03F7, 0x03F7, letter, become, 0x3F8},
    {0x03F9, 0x03F9, letter, become, 0x3C3},
    {0x03FA, 0x03FA, letter, become, 0x3FB},
    {0x03FD, 0x03FF, letter, shift, 0x37B - 0x3FD},
    // Cyrillic
    {0x0400, 0x0401, letter, become, 0x435},
    {0x0402, 0x0402, letter, shift, 0x50},
    {0x0403, 0x0403, letter, become, 0x433},
    {0x0404, 0x0406, letter, shift, 0x50},
    {0x0407, 0x0407, letter, become, 0x456},
    {0x0408, 0x040B, letter, shift, 0x50},
    {0x040C, 0x040C, letter, become, 0x43A},
    {0x040D, 0x040D, letter, become, 0x438},
    {0x040E, 0x040E, letter, become, 0x443},
    {0x040F, 0x040F, letter, shift, 0x50},
    {0x0410, 0x0418, letter, shift, 0x20},
    {0x0419, 0x0419, letter, become, 0x438},
    {0x041A, 0x042F, letter, shift, 0x20},
    {0x0439, 0x0439, letter, become, 0x438},
    {0x0450, 0x0451, letter, become, 0x435},
    {0x0453, 0x0453, letter, become, 0x433},
    {0x0457, 0x0457, letter, become, 0x456},
    {0x045C, 0x045C, letter, become, 0x43A},
    {0x045D, 0x045D, letter, become, 0x438},
    {0x045E, 0x045E, letter, become, 0x443},
    {0x0460, 0x0475, letter, evenPairs},
    {0x0476, 0x0477, letter, become, 0x475},
    {0x0478, 0x0481, letter, evenPairs},
    {0x0482, 0x0482, separator},
    {0x0483, 0x0489, ignorable},
    {0x048A, 0x04BF, letter, evenPairs},
    {0x04C0, 0x04C0, letter, become, 0x4CF},
    {0x04C1, 0x04C2, letter, become, 0x436},
    {0x04C3, 0x04CE, letter, oddPairs},
    {0x04D0, 0x04D3, letter, become, 0x430},
    {0x04D4, 0x04D5, letter, evenPairs},
    {0x04D6, 0x04D7, letter, become, 0x435},
    {0x04D8, 0x04DB, letter, become, 0x4D9},
    {0x04DC, 0x04DD, letter, become, 0x436},
    {0x04DE, 0x04DF, letter, become, 0x437},
    {0x04E0, 0x04E1, letter, evenPairs},
    {0x04E2, 0x04E5, letter, become, 0x438},
    {0x04E6, 0x04E7, letter, become, 0x43E},
    {0x04E8, 0x04EB, letter, become, 0x4E9},
    {0x04EC, 0x04ED, letter, become, 0x44D},
    {0x04EE, 0x04F3, letter, become, 0x443},
    {0x04F4, 0x04F5, letter, become, 0x447},
    {0x04F6, 0x04F7, letter, evenPairs},
    {0x04F8, 0x04F9, letter, become, 0x44B},
    {0x04FA, 0x052F, letter, evenPairs},
    // Armenian
    {0x0531, 0x0556, letter, shift, 0x30},
    {0x055A, 0x055A, apostrophe},
    {0x055B, 0x055F, separator},
    {0x0589, 0x0589, separator},
    {0x058A, 0x058A, joiner},
    {0x058D, 0x058F, separator},
    // Hebrew: points, final letters, maqaf, geresh
    {0x0591, 0x05BD, ignorable},
    {0x05BE, 0x05BE, joiner},
    {0x05BF, 0x05BF, ignorable},
    {0x05C0, 0x05C0, separator},
    {0x05C1, 0x05C2, ignorable},
    {0x05C3, 0x05C3, separator},
    {0x05C4, 0x05C5, ignorable},
    {0x05C6, 0x05C6, separator},
    {0x05C7, 0x05C7, ignorable},
    {0x05DA, 0x05DA, letter, shift, 1},
    {0x05DD, 0x05DD, letter, shift, 1},
    {0x05DF, 0x05DF, letter, shift, 1},
    {0x05E3, 0x05E3, letter, shift, 1},
    {0x05E5, 0x05E5, letter, shift, 1},
    {0x05F3, 0x05F4, ignorable},
    // Arabic: the forms of alef, yeh, teh and kaf that are typed for each other; vowel signs, tatweel, digits
    {0x0600, 0x060F, separator},
    {0x0610, 0x061A, ignorable},
    {0x061B, 0x061F, separator},
    {0x0622, 0x0623, letter, become, 0x627},
    {0x0624, 0x0624, letter, become, 0x648},
    {0x0625, 0x0625, letter, become, 0x627},
    {0x0626, 0x0626, letter, become, 0x64A},
    {0x0629, 0x0629, letter, become, 0x647},
    {0x0640, 0x0640, ignorable},
    {0x0649, 0x0649, letter, become, 0x64A},
    {0x064B, 0x065F, ignorable},
    {0x0660, 0x0669, letter, shift, '0' - 0x660},
    {0x066A, 0x066D, separator},
    {0x0670, 0x0670, ignorable},
    {0x0671, 0x0671, letter, become, 0x627},
    {0x06A9, 0x06A9, letter, become, 0x643},
    {0x06CC, 0x06CC, letter, become, 0x64A},
    {0x06D4, 0x06D4, separator},
    {0x06D6, 0x06DC, ignorable},
    {0x06DD, 0x06DE, separator},
    {0x06DF, 0x06E4, ignorable},
    {0x06E7, 0x06E8, ignorable},
    {0x06E9, 0x06E9, separator},
    {0x06EA, 0x06ED, ignorable},
    {0x06F0, 0x06F9, letter, shift, '0' - 0x6F0},
    {0x0700, 0x070F, separator},
    // The scripts of India, Thai, Lao, Tibetan, Burmese, Georgian, Ethiopic, Khmer, Mongolian
    {0x0964, 0x0965, separator},
    {0x0966, 0x096F, letter, shift, '0' - 0x966},
    {0x0970, 0x0970, separator},
    {0x0E01, 0x0E3A, unspaced},
    {0x0E3F, 0x0E3F, separator},
    {0x0E40, 0x0E4E, unspaced},
    {0x0E4F, 0x0E4F, separator},
    {0x0E50, 0x0E59, letter, shift, '0' - 0xE50},
    {0x0E5A, 0x0E5B, separator},
    {0x0E81, 0x0EFF, unspaced},
    {0x0F01, 0x0F17, separator},
    {0x0F34, 0x0F34, separator},
    {0x0F3A, 0x0F3D, separator},
    {0x0F85, 0x0F85, separator},
    {0x1000, 0x1049, unspaced},
    {0x104A, 0x104F, separator},
    {0x1050, 0x109F, unspaced},
    {0x10FB, 0x10FB, separator},
    {0x1360, 0x1368, separator},
    {0x1400, 0x1400, joiner},
    {0x166D, 0x166E, separator},
    {0x1680, 0x1680, separator},
    {0x1735, 0x1736, separator},
    {0x1780, 0x17D3, unspaced},
    {0x17D4, 0x17DB, separator},
    {0x17DC, 0x17FF, unspaced},
    {0x1800, 0x180A, separator},
    {0x180B, 0x180F, ignorable},
    {0x1AB0, 0x1AFF, ignorable},
    {0x1C90, 0x1CBA, letter, shift, 0x10D0 - 0x1C90},
    {0x1CBD, 0x1CBF, letter, shift, 0x10D0 - 0x1C90},
    {0x1DC0, 0x1DFF, ignorable},
    // Punctuation, digits above and below the line, currencies, symbols
    {0x2000, 0x200B, separator},
    {0x200C, 0x200F, ignorable},
    {0x2010, 0x2011, joiner},
    {0x2012, 0x2017, separator},
    {0x2018, 0x2019, apostrophe},
    {0x201A, 0x201A, separator},
    {0x201B, 0x201B, apostrophe},
    {0x201C, 0x2026, separator},
    {0x2027, 0x2027, joiner},
    {0x2028, 0x2029, separator},
    {0x202A, 0x202E, ignorable},
    {0x202F, 0x2031, separator},
    {0x2032, 0x2032, apostrophe},
    {0x2033, 0x205F, separator},
    {0x2060, 0x206F, ignorable},
    {0x2070, 0x2070, letter, become, '0'},
    {0x2071, 0x2071, letter, become, 'i'},
    {0x2074, 0x2079, letter, shift, '4' - 0x2074},
    {0x207A, 0x207E, separator},
    {0x207F, 0x207F, letter, become, 'n'},
    {0x2080, 0x2089, letter, shift, '0' - 0x2080},
    {0x208A, 0x208F, separator},
    {0x20A0, 0x20CF, separator},
    {0x20D0, 0x20FF, ignorable},
    {0x2100, 0x2125, separator},
    {0x2126, 0x2126, letter, become, 0x3C9},
    {0x2127, 0x2129, separator},
    {0x212A, 0x212A, letter, become, 'k'},
    {0x212B, 0x212B, letter, become, 'a'},
    {0x212C, 0x215F, separator},
    {0x2160, 0x216F, letter, shift, 0x10},
    {0x2180, 0x2BFF, separator},
    {0x2E00, 0x2E7F, separator},
    // Chinese and Japanese; full-width forms of ASCII are folded as ASCII before this table is asked
    {0x2E80, 0x2FDF, unspaced},
    {0x2FE0, 0x3004, separator},
    {0x3005, 0x3007, unspaced},
    {0x3008, 0x3020, separator},
    {0x3021, 0x3029, unspaced},
    {0x302A, 0x302F, ignorable},
    {0x3030, 0x3030, separator},
    {0x3031, 0x3035, unspaced},
    {0x3036, 0x303F, separator},
    {0x3041, 0x3096, unspaced},
    {0x3099, 0x309A, ignorable},
    {0x309B, 0x309C, separator},
    {0x309D, 0x309F, unspaced},
    {0x30A0, 0x30A0, separator},
    {0x30A1, 0x30F6, unspaced, shift, -0x60},
    {0x30F7, 0x30FA, unspaced},
    {0x30FB, 0x30FB, separator},
    {0x30FC, 0x312F, unspaced},
    {0x3190, 0x319F, separator},
    {0x31A0, 0x31FF, unspaced},
    {0x3200, 0x33FF, separator},
    {0x3400, 0x4DBF, unspaced},
    {0x4DC0, 0x4DFF, separator},
    {0x4E00, 0x9FFF, unspaced},
    {0xA4FE, 0xA4FF, separator},
    {0xE000, 0xF8FF, separator},
    {0xF900, 0xFAFF, unspaced},
    {0xFD3E, 0xFD3F, separator},
    {0xFE00, 0xFE0F, ignorable},
    {0xFE10, 0xFE1F, separator},
    {0xFE20, 0xFE2F, ignorable},
    {0xFE30, 0xFE6F, separator},
    {0xFEFF, 0xFEFF, ignorable},
    {0xFF5F, 0xFF65, separator},
    {0xFF66, 0xFF9F, unspaced},
    {0xFFE0, 0xFFFF, separator},
    {0x1F000, 0x1FBFF, separator},
    {0x20000, 0x3FFFF, unspaced},
    {0xE0000, 0xE0FFF, ignorable},
    {0xF0000, 0x10FFFF, separator},
};
static_assert(std::ranges::is_sorted(kRanges, {}, &Range::first));

FoldedCharacter foldedAs(CharacterKind kind, char32_t codePoint) {
    FoldedCharacter character{.kind = kind};
    const base::Encoded encoded = base::encodeUtf8(codePoint);
    character.bytes = encoded.bytes;
    character.length = encoded.length;
    return character;
}

constexpr FoldedCharacter foldAscii(char given) {
    const auto asLetter = [](char letters) { return FoldedCharacter{letter, 1, 1, {letters}}; };
    if (given >= 'a' && given <= 'z') return asLetter(given);
    if (given >= 'A' && given <= 'Z') return asLetter(static_cast<char>(given + ('a' - 'A')));
    if (given >= '0' && given <= '9') return asLetter(given);
    switch (given) {
    case '-':
    case '.':
    case '_':
        return {joiner};
    case '\'':
        return {apostrophe};
    case '+':
    case '#':
        return {ending, 1, 1, {given}};
    case '&':
        return {ampersand, 1, 1, {'&'}};
    case '@':
        return {at, 1, 1, {'a'}};
    default:
        return {separator};
    }
}

constexpr auto kAscii = [] {
    std::array<FoldedCharacter, 0x80> characters;
    for (std::size_t codePoint = 0; codePoint < characters.size(); ++codePoint) {
        characters[codePoint] = foldAscii(static_cast<char>(codePoint));
    }
    return characters;
}();

FoldedCharacter foldIrregular(char32_t codePoint) {
    const Irregular* const found = std::ranges::lower_bound(kIrregular, codePoint, {}, &Irregular::codePoint);
    if (found == std::end(kIrregular) || found->codePoint != codePoint) return foldedAs(letter, codePoint);
    FoldedCharacter character{.kind = letter};
    std::ranges::copy(found->letters, character.bytes.begin());
    character.length = static_cast<std::uint8_t>(found->letters.size());
    return character;
}

FoldedCharacter foldLatin(std::string_view block, char32_t first, char32_t codePoint) {
    const char base = block[codePoint - first];
    if (base == '.') return foldIrregular(codePoint);
    if (base == ' ') return {separator};
    return foldedAs(letter, static_cast<unsigned char>(base));
}

FoldedCharacter foldGreekExtended(char32_t codePoint) {
    switch (kGreekExtended[codePoint - 0x1F00]) {
    case 'a':
        return foldedAs(letter, 0x3B1);
    case 'e':
        return foldedAs(letter, 0x3B5);
    case 'h':
        return foldedAs(letter, 0x3B7);
    case 'i':
        return foldedAs(letter, 0x3B9);
    case 'o':
        return foldedAs(letter, 0x3BF);
    case 'u':
        return foldedAs(letter, 0x3C5);
    case 'w':
        return foldedAs(letter, 0x3C9);
    case 'r':
        return foldedAs(letter, 0x3C1);
    default:
        return {separator};
    }
}

FoldedCharacter foldByRange(char32_t codePoint) {
    const Range* const after = std::ranges::upper_bound(kRanges, codePoint, {}, &Range::first);
    const Range* const range = after == std::begin(kRanges) ? nullptr : std::prev(after);
    if (!range || codePoint > range->last) return foldedAs(letter, codePoint);
    switch (range->change) {
    case none:
        break;
    case become:
        return foldedAs(range->kind, static_cast<char32_t>(range->value));
    case shift:
        return foldedAs(range->kind, codePoint + static_cast<char32_t>(range->value));
    case evenPairs:
        return foldedAs(range->kind, codePoint | 1u);
    case oddPairs:
        return foldedAs(range->kind, codePoint + (codePoint & 1u));
    }
    if (range->kind != letter && range->kind != unspaced) return {range->kind};
    return foldedAs(range->kind, codePoint);
}

FoldedCharacter foldCodePoint(char32_t codePoint) {
    if (codePoint < 0x80) return kAscii[codePoint];
    if (codePoint >= 0xC0 && codePoint <= 0x24F) return foldLatin(kLatin, 0xC0, codePoint);
    if (codePoint >= 0x250 && codePoint <= 0x2AF) return foldLatin(kLatinPhonetic, 0x250, codePoint);
    if (codePoint >= 0x1E00 && codePoint <= 0x1EFF) return foldLatin(kLatinAdditional, 0x1E00, codePoint);
    if (codePoint >= 0x1F00 && codePoint <= 0x1FFF) return foldGreekExtended(codePoint);
    if (codePoint >= 0xFB00 && codePoint <= 0xFB06) return foldIrregular(codePoint);
    if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) return kAscii[codePoint - 0xFEE0];
    return foldByRange(codePoint);
}

} // namespace

FoldedCharacter foldCharacter(std::string_view text, std::size_t position) {
    if (const auto first = static_cast<unsigned char>(text[position]); first < 0x80u) return kAscii[first];
    const base::Decoded decoded = base::decodeUtf8(text, position);
    FoldedCharacter character = decoded.isValid ? foldCodePoint(decoded.codePoint) : FoldedCharacter{separator};
    character.sourceLength = decoded.length;
    return character;
}

} // namespace search
