// Text with its language, which a screen reader needs to pronounce it (WCAG 3.1.2,
// https://www.w3.org/TR/WCAG22/#language-of-parts). It may differ from the page's: a text of the programme without a
// translation is in the programme's default language, and the interface's words are English where the interface does
// not have the page's language.
//
// All painted text and all accessible names are of these two types. Frame sets a node's language where it differs from
// its parent's.
#pragma once

#include "programme/words.h"
#include "semantics/node.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace ui {

struct Model;

/// A text that refers to characters stored elsewhere.
struct LocalisedText {
    std::string_view text;
    std::string_view language; // BCP 47 tag; empty: none (a figure, a sign, a name given without a language)
    [[nodiscard]] bool isEmpty() const { return text.empty(); }
};

/// A text that owns its characters. A node has one language: a text put together of parts has that of the first part
/// that has any.
struct LocalisedString {
    std::string text;
    std::string_view language;

    LocalisedString() = default;
    LocalisedString(std::string characters, std::string_view tag) : text(std::move(characters)), language(tag) {}
    LocalisedString(const LocalisedText& other);
    operator LocalisedText() const;
    [[nodiscard]] bool isEmpty() const { return text.empty(); }
    /// Appends the part, behind the separator where it is not the first one; nothing where the part is empty.
    LocalisedString& append(const char* separator, const LocalisedText& part);
};

/// A text of the programme in the page's language; where it has no translation, in the default language.
[[nodiscard]] LocalisedText localised(const Model& model, const programme::Text& text);
/// A word of the interface.
[[nodiscard]] LocalisedText localised(const Model& model, programme::Word word);
/// A word of the interface with its placeholders filled. It counts as in the interface's language.
[[nodiscard]] LocalisedString filled(const Model& model, programme::Word word,
                                     const std::initializer_list<programme::Filling>& places);
/// A plural of the interface (programme::counted).
[[nodiscard]] LocalisedString counted(const Model& model, programme::CountedWord word, std::int64_t count,
                                      const std::initializer_list<programme::Filling>& places = {});
/// A text that is already in the interface's language: a date, a range, a time of day (programme/words.h).
[[nodiscard]] LocalisedString inInterfaceLanguage(const Model& model, std::string text);
/// "15–17 October 2017"
[[nodiscard]] LocalisedString datesOf(const Model& model, const programme::DateOrMonth& start,
                                      const std::optional<programme::DateOrMonth>& end);
/// "du 12 septembre au 3 octobre 2017"; whole months without their days: "de janvier à mars 2018".
[[nodiscard]] LocalisedString datesOf(const Model& model, const programme::Period& period);
/// A text without a language: a number, a symbol, a city.
[[nodiscard]] LocalisedText withoutLanguage(std::string_view text);

/// A node of which nothing but the role is set.
[[nodiscard]] semantics::Node nodeOf(semantics::Role role);
/// A node with that accessible name, in the name's language.
[[nodiscard]] semantics::Node named(semantics::Role role, const LocalisedText& name);

} // namespace ui
