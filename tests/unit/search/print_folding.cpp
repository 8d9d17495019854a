// Prints what search makes of every code point that it changes, for tests/folding.test.mjs, which compares it with
// Unicode: a line "CODE KIND LETTERS", the code in hexadecimal, the kind as a number of CharacterKind, the letters as
// UTF-8. A code point that stays a letter and the same one has no line; surrogates have none.
#include "base/utf8.h"
#include "search/characters.h"

#include <cstdio>
#include <string>

int main() {
    for (char32_t codePoint = 0; codePoint <= 0x10FFFF; ++codePoint) {
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF) continue;
        const base::Encoded encoded = base::encodeUtf8(codePoint);
        const search::FoldedCharacter folded = search::foldCharacter(encoded.view(), 0);
        if (folded.kind == search::CharacterKind::letter && folded.letters() == encoded.view()) continue;
        std::printf("%X %d %s\n", static_cast<unsigned>(codePoint), static_cast<int>(folded.kind),
                    std::string(folded.letters()).c_str());
    }
}
