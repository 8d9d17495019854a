// describe() and describeLeftOut() of words.h: problems as sentences.
#include "base/ascii.h"
#include "base/utf8.h"
#include "programme/words.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace programme {
namespace {

// In the order of ProblemCode.
constexpr Word kSentences[] = {
    Word::problem_tooLarge,        Word::problem_invalidUtf8,      Word::problem_syntax,
    Word::problem_tooDeep,         Word::problem_repeatedKey,      Word::problem_unknownKey,
    Word::problem_missingKey,      Word::problem_wrongType,        Word::problem_wrongValue,
    Word::problem_wrongForm,       Word::problem_tooShort,         Word::problem_tooLong,
    Word::problem_tooFewItems,     Word::problem_outOfRange,       Word::problem_repeatedItem,
    Word::problem_repeatedId,      Word::problem_unknownReference, Word::problem_missingDefaultLanguage,
    Word::problem_noSuchDay,       Word::problem_endBeforeStart,   Word::problem_tooManyLanguages,
    Word::problem_tooManyProblems,
};
static_assert(std::size(kSentences) == static_cast<std::size_t>(ProblemCode::tooManyProblems) + 1);

/// A name that Problem::allowed or Problem::found holds, and the word for it.
struct Name {
    std::string_view name;
    Word word;
};

// Problem::allowed of ProblemCode::wrongType.
constexpr Name kTypes[] = {
    {"object", Word::problem_type_object},   {"list", Word::problem_type_list}, {"string", Word::problem_type_string},
    {"integer", Word::problem_type_integer}, {"text", Word::problem_type_text},
};

// Problem::allowed of ProblemCode::wrongForm.
constexpr Name kForms[] = {
    {"id", Word::problem_form_id},
    {"language", Word::problem_form_language},
    {"day", Word::problem_form_day},
    {"dateOrMonth", Word::problem_form_dateOrMonth},
    {"timeOfDay", Word::problem_form_timeOfDay},
    {"timeZone", Word::problem_form_timeZone},
    {"url", Word::problem_form_url},
};

// Problem::allowed of ProblemCode::syntax.
constexpr Name kExpected[] = {
    {"value", Word::problem_expected_value},
    {"key", Word::problem_expected_key},
    {"keyOrEnd", Word::problem_expected_keyOrEnd},
    {"colon", Word::problem_expected_colon},
    {"commaOrObjectEnd", Word::problem_expected_commaOrObjectEnd},
    {"commaOrListEnd", Word::problem_expected_commaOrListEnd},
    {"fileEnd", Word::problem_expected_fileEnd},
    {"restOfString", Word::problem_expected_restOfString},
    {"escape", Word::problem_expected_escape},
    {"digit", Word::problem_expected_digit},
};

// Problem::found where it is no quotation from the file.
constexpr Name kFound[] = {
    {"", Word::problem_found_fileEnd},         {"{…}", Word::problem_type_object},
    {"[…]", Word::problem_type_list},          {"U+000A", Word::problem_found_lineBreak},
    {"U+000D", Word::problem_found_lineBreak}, {"U+0009", Word::problem_found_tab},
};

/// The word for the name; the name itself where `names` does not have it.
std::string wordOf(std::string_view name, std::span<const Name> names, InterfaceLanguage language) {
    const auto found = std::ranges::find(names, name, &Name::name);
    return std::string(found == names.end() ? name : word(found->word, language));
}

/// A number of at most 18 digits with its digits grouped by the rules of the language; any other text unchanged.
std::string groupDigits(const std::string& text, InterfaceLanguage language) {
    std::int64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || text.size() > 18) return text;
        number = number * 10 + (c - '0');
    }
    return formatNumber(number, language);
}

std::string quote(std::string_view text) {
    return '"' + std::string(text) + '"';
}

std::string describeAllowed(const Problem& problem, InterfaceLanguage language) {
    switch (problem.code) {
    case ProblemCode::syntax:
        return wordOf(problem.allowed, kExpected, language);
    case ProblemCode::wrongType:
        return wordOf(problem.allowed, kTypes, language);
    case ProblemCode::wrongForm:
        return wordOf(problem.allowed, kForms, language);
    case ProblemCode::tooLarge:
    case ProblemCode::tooLong:
        return groupDigits(problem.allowed, language);
    case ProblemCode::missingKey:
    case ProblemCode::unknownReference:
        return quote(problem.allowed);
    default:
        return problem.allowed;
    }
}

std::string describeFound(const Problem& problem, InterfaceLanguage language) {
    if (problem.code == ProblemCode::tooLarge || problem.code == ProblemCode::tooLong)
        return groupDigits(problem.found, language);
    const bool isPunctuation = problem.code == ProblemCode::syntax && base::countCodePoints(problem.found) == 1 &&
                               std::ranges::none_of(problem.found, base::isLetterOrDigit);
    if (isPunctuation) return fill(Word::problem_found_character, language, {{"character", problem.found}});
    return wordOf(problem.found, kFound, language);
}

} // namespace

std::string describe(const Problem& problem, InterfaceLanguage language) {
    const std::string found = describeFound(problem, language);
    const std::string allowed = describeAllowed(problem, language);
    std::string sentence =
        fill(kSentences[static_cast<std::size_t>(problem.code)], language, {{"found", found}, {"allowed", allowed}});
    if (problem.nearest.empty()) return sentence;
    const std::string nearest = quote(problem.nearest);
    return sentence.append(" ").append(fill(Word::problem_nearest, language, {{"nearest", nearest}}));
}

std::string describeLeftOut(std::span<const Problem> warnings, InterfaceLanguage language) {
    if (warnings.empty()) return "";
    std::string text(word(Word::problems_leftOut, language));
    for (const Problem& warning : warnings) {
        if (warning.code == ProblemCode::tooManyProblems) return text.append("\n\u2026");
        const std::string line = std::to_string(warning.place.line);
        const std::string column = std::to_string(warning.place.column);
        text.append("\n").append(
            fill(Word::problems_place, language, {{"line", line}, {"column", column}, {"pointer", warning.pointer}}));
    }
    return text;
}

} // namespace programme
