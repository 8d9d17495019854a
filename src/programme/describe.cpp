// describe() and its like of words.h: problems as sentences.
#include "base/ascii.h"
#include "base/utf8.h"
#include "programme/words.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace programme {
namespace {

// In the order of ProblemCode.
constexpr ReportWord kSentences[] = {
    ReportWord::problem_tooLarge,         ReportWord::problem_invalidUtf8,
    ReportWord::problem_syntax,           ReportWord::problem_tooDeep,
    ReportWord::problem_repeatedKey,      ReportWord::problem_unknownKey,
    ReportWord::problem_missingKey,       ReportWord::problem_wrongType,
    ReportWord::problem_wrongValue,       ReportWord::problem_wrongForm,
    ReportWord::problem_tooShort,         ReportWord::problem_tooLong,
    ReportWord::problem_tooFewItems,      ReportWord::problem_outOfRange,
    ReportWord::problem_repeatedItem,     ReportWord::problem_repeatedId,
    ReportWord::problem_unknownReference, ReportWord::problem_missingDefaultLanguage,
    ReportWord::problem_noSuchDay,        ReportWord::problem_endBeforeStart,
    ReportWord::problem_tooManyLanguages, ReportWord::problem_tooManyProblems,
};
static_assert(std::size(kSentences) == static_cast<std::size_t>(ProblemCode::tooManyProblems) + 1);

/// A name that Problem::allowed or Problem::found holds, and the word for it.
struct Name {
    std::string_view name;
    ReportWord word;
};

// Problem::allowed of ProblemCode::wrongType.
constexpr Name kTypes[] = {
    {"object", ReportWord::problem_type_object}, {"list", ReportWord::problem_type_list},
    {"string", ReportWord::problem_type_string}, {"integer", ReportWord::problem_type_integer},
    {"text", ReportWord::problem_type_text},
};

// Problem::allowed of ProblemCode::wrongForm.
constexpr Name kForms[] = {
    {"id", ReportWord::problem_form_id},
    {"language", ReportWord::problem_form_language},
    {"day", ReportWord::problem_form_day},
    {"dateOrMonth", ReportWord::problem_form_dateOrMonth},
    {"timeOfDay", ReportWord::problem_form_timeOfDay},
    {"timeZone", ReportWord::problem_form_timeZone},
    {"url", ReportWord::problem_form_url},
};

// Problem::allowed of ProblemCode::syntax.
constexpr Name kExpected[] = {
    {"value", ReportWord::problem_expected_value},
    {"key", ReportWord::problem_expected_key},
    {"keyOrEnd", ReportWord::problem_expected_keyOrEnd},
    {"colon", ReportWord::problem_expected_colon},
    {"commaOrObjectEnd", ReportWord::problem_expected_commaOrObjectEnd},
    {"commaOrListEnd", ReportWord::problem_expected_commaOrListEnd},
    {"fileEnd", ReportWord::problem_expected_fileEnd},
    {"restOfString", ReportWord::problem_expected_restOfString},
    {"escape", ReportWord::problem_expected_escape},
    {"digit", ReportWord::problem_expected_digit},
};

// Problem::found where it is no quotation from the file.
constexpr Name kFound[] = {
    {"", ReportWord::problem_found_fileEnd},         {"{…}", ReportWord::problem_type_object},
    {"[…]", ReportWord::problem_type_list},          {"U+000A", ReportWord::problem_found_lineBreak},
    {"U+000D", ReportWord::problem_found_lineBreak}, {"U+0009", ReportWord::problem_found_tab},
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
    if (isPunctuation) return fill(ReportWord::problem_found_character, language, {{"character", problem.found}});
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
    return sentence.append(" ").append(fill(ReportWord::problem_nearest, language, {{"nearest", nearest}}));
}

std::vector<DescribedProblem> describeAll(std::span<const Problem> problems, InterfaceLanguage language) {
    std::vector<DescribedProblem> described;
    for (const Problem& problem : problems)
        described.push_back({problem.place, problem.pointer, describe(problem, language)});
    return described;
}

std::string describeLeftOut(std::span<const Problem> warnings, InterfaceLanguage language) {
    if (warnings.empty()) return "";
    std::string text(word(ReportWord::problem_leftOut, language));
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
