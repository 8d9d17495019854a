#include "ui/languages.h"

#include "base/ascii.h"

#include <array>

namespace ui {

using programme::Word;

namespace {

struct Known {
    std::string_view tag;
    Word name;
    Word phrase;
};

constexpr std::array<Known, 10> kKnown = {{
    {"fr", Word::language_fr, Word::language_in_fr},
    {"en", Word::language_en, Word::language_in_en},
    {"de", Word::language_de, Word::language_in_de},
    {"es", Word::language_es, Word::language_in_es},
    {"it", Word::language_it, Word::language_in_it},
    {"pt", Word::language_pt, Word::language_in_pt},
    {"nl", Word::language_nl, Word::language_in_nl},
    {"ja", Word::language_ja, Word::language_in_ja},
    {"ar", Word::language_ar, Word::language_in_ar},
    {"he", Word::language_he, Word::language_in_he},
}};

const Known* find(std::string_view tag) {
    const std::string_view primary = tag.substr(0, tag.find('-'));
    for (const Known& known : kKnown) {
        if (known.tag == primary) return &known;
    }
    return nullptr;
}

} // namespace

std::string languageTag(std::string_view tag) {
    std::string upper(tag);
    for (char& letter : upper) {
        if (base::isLowerLetter(letter)) letter = static_cast<char>(letter - 'a' + 'A');
    }
    return upper;
}

std::string languageName(std::string_view tag) {
    const Known* known = find(tag);
    // The word is the same in each language of the interface.
    return known != nullptr ? std::string(programme::word(known->name, programme::InterfaceLanguage::french))
                            : languageTag(tag);
}

LocalisedString languagePhrase(const Model& model, std::string_view tag) {
    const Known* known = find(tag);
    if (known != nullptr) return localised(model, known->phrase);
    return {languageTag(tag), {}};
}

} // namespace ui
