// Words together with the language that they are in, which a screen reader needs to pronounce them (WCAG 3.1.2,
// https://www.w3.org/TR/WCAG22/#language-of-parts). It is not always the page's: a text of the programme that has no
// translation stands in the programme's default language, and the interface's own words are English on a page in a
// language that the interface does not speak.
//
// Whatever is painted or names a node is one of these two types. Frame writes the language into the node where it
// differs from that of the node around it.
#pragma once

#include "programme/words.h"
#include "semantics/node.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace ui {

struct Model;

struct LocalisedText {
    std::string_view text;
    std::string_view language; // BCP 47 tag; empty: none (a figure, a sign, a name given without a language)
    [[nodiscard]] bool isEmpty() const { return text.empty(); }
};

/// The same, for words that are put together. The parts of a composed text cannot be told apart in a node, so it has
/// the language of its first part that has one.
struct LocalisedString {
    std::string text;
    std::string_view language;

    LocalisedString() = default;
    LocalisedString(std::string words, std::string_view tag) : text(std::move(words)), language(tag) {}
    LocalisedString(LocalisedText words) : text(words.text), language(words.language) {}
    operator LocalisedText() const { return {text, language}; }
    [[nodiscard]] bool isEmpty() const { return text.empty(); }
    /// Appends both; where `part` is empty, neither.
    LocalisedString& append(std::string_view separator, LocalisedText part);
};

/// A text of the programme in the page's language, or else in the default language.
[[nodiscard]] LocalisedText localised(const Model& model, programme::Text text);
/// A word of the interface.
[[nodiscard]] LocalisedText localised(const Model& model, programme::Word word);
/// A word of the interface with its places filled. It is in the interface's language, whatever fills the places.
[[nodiscard]] LocalisedString filled(const Model& model, programme::Word word,
                                     std::initializer_list<programme::Filling> places);
/// A plural of the interface (programme::counted).
[[nodiscard]] LocalisedString counted(const Model& model, programme::CountedWord word, std::int64_t count,
                                      std::initializer_list<programme::Filling> places = {});
/// What programme/words.h has written in the interface's language: a date, a range, a time of day.
[[nodiscard]] LocalisedString inInterfaceLanguage(const Model& model, std::string words);
/// Words without a language of their own: a figure, a sign, a city.
[[nodiscard]] LocalisedText withoutLanguage(std::string_view words);

/// A node with that accessible name, in the name's language.
[[nodiscard]] semantics::Node named(semantics::Role role, LocalisedText name);

} // namespace ui
