#include "ui/localised.h"

#include "ui/frame.h"

#include <utility>

namespace ui {

namespace {

/// The BCP 47 tag of the interface's words: the page's ("fr-CA") where its primary language is the interface's.
std::string_view interfaceTag(const Model& model) {
    const std::string_view page = model.programme.languages[model.state.language];
    const std::string_view spoken = programme::tagOf(model.interfaceLanguage);
    return page.substr(0, page.find('-')) == spoken ? page : spoken;
}

} // namespace

LocalisedString::LocalisedString(const LocalisedText& other) : text(other.text), language(other.language) {}

LocalisedString::operator LocalisedText() const {
    return {text, language};
}

LocalisedString& LocalisedString::append(const char* separator, const LocalisedText& part) {
    if (part.isEmpty()) return *this;
    if (!text.empty()) text += separator;
    text += part.text;
    if (language.empty()) language = part.language;
    return *this;
}

LocalisedText localised(const Model& model, const programme::Text& text) {
    const programme::Programme& programme = model.programme;
    const programme::LanguageIndex language = model.state.language;
    return {programme.in(text, language), programme.languages[programme.languageOf(text, language)]};
}

LocalisedText localised(const Model& model, programme::Word word) {
    return {programme::word(word, model.interfaceLanguage), interfaceTag(model)};
}

LocalisedString filled(const Model& model, programme::Word word,
                       const std::initializer_list<programme::Filling>& places) {
    return inInterfaceLanguage(model, programme::fill(word, model.interfaceLanguage, places));
}

LocalisedString counted(const Model& model, programme::CountedWord word, std::int64_t count,
                        const std::initializer_list<programme::Filling>& places) {
    return inInterfaceLanguage(model, programme::counted(word, model.interfaceLanguage, count, places));
}

LocalisedString inInterfaceLanguage(const Model& model, std::string text) {
    return {std::move(text), interfaceTag(model)};
}

LocalisedText withoutLanguage(std::string_view text) {
    return {text, {}};
}

semantics::Node nodeOf(semantics::Role role) {
    return {.role = role};
}

semantics::Node named(semantics::Role role, const LocalisedText& name) {
    semantics::Node node = nodeOf(role);
    node.name = name.text;
    node.language = name.language;
    return node;
}

LocalisedString datesOf(const Model& model, const programme::DateOrMonth& start,
                        const std::optional<programme::DateOrMonth>& end) {
    return inInterfaceLanguage(model, programme::formatRange(start, end, model.interfaceLanguage));
}

LocalisedString datesOf(const Model& model, const programme::Period& period) {
    const programme::Day after = period.last + std::chrono::days(1);
    const bool isMonths =
        period.first == programme::firstOfMonth(period.first) && after == programme::firstOfMonth(after);
    return datesOf(model, {period.first, period.first, isMonths},
                   programme::DateOrMonth{period.last, period.last, isMonths});
}

} // namespace ui
