// Reads a programme's file, and reports everything that is wrong with it.
//
//     ReadResult result = programme::read(bytes);
//     if (!result.programme) for (const Problem& problem : result.problems) …
//
// It checks what data/programme.schema.json says, and what a schema cannot say: ids are unique in their lists; skills
// and groups that are referred to exist; every text has the default language; days exist; an end is not before its
// start; keys are not repeated; UTF-8 is valid; the file is not larger than kMaxBytes nor nested deeper than kMaxDepth.
// After a problem it reads on, up to kMaxProblems.
#pragma once

#include "programme/programme.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

inline constexpr std::size_t kMaxBytes = std::size_t{64} << 20; // of a file
inline constexpr std::size_t kMaxDepth = 64;                    // of objects and lists in each other
inline constexpr std::size_t kMaxProblems = 100;                // that are reported
inline constexpr std::size_t kMaxLanguages = 200;               // of a file

/// What kind of problem it is. describe() (words.h) has a sentence for each.
enum class ProblemCode : std::uint8_t {
    tooLarge,
    invalidUtf8,
    syntax,
    tooDeep,
    repeatedKey,
    unknownKey,
    missingKey,
    wrongType,
    wrongValue,
    wrongForm,
    tooShort,
    tooLong,
    tooFewItems,
    outOfRange,
    repeatedItem,
    repeatedId,
    unknownReference,
    missingDefaultLanguage,
    noSuchDay,
    endBeforeStart,
    tooManyLanguages,
    tooManyProblems,
};

/// What Place::column counts. Text areas and JavaScript's strings count UTF-16 code units.
enum class ColumnUnit : std::uint8_t { codePoint, utf16CodeUnit };

/// What the reader does with an unknown part: a key, or a value out of a closed list (such as the kind of a link), that
/// this release does not know. areProblems is for checking a file. areLeftOut is for showing it: if the file has no
/// problem, it is read without its unknown parts, which a newer release may know (docs/programme-file.md); otherwise
/// they are listed among the problems, because an unknown key may be the misspelt name of a required one.
enum class UnknownParts : std::uint8_t { areProblems, areLeftOut };

struct ReadOptions {
    ColumnUnit columns = ColumnUnit::codePoint;
    UnknownParts unknownParts = UnknownParts::areProblems;
};

struct Place {
    std::size_t line = 1;   // from 1
    std::size_t column = 1; // from 1, in the unit of ReadOptions::columns
};

struct Problem {
    ProblemCode code;
    Place place;
    std::string pointer; // JSON pointer (RFC 6901) of the value; empty for the whole file
    std::string found;   // the token that stands there, shortened; empty at the file's end
    std::string allowed; // what may stand there: a type, a form, keys, values or a limit; may be empty
    std::string nearest; // the known key, value or id that `found` is probably meant to be; empty where there is none
};

struct ReadResult {
    std::optional<Programme> programme; // has a value exactly if `problems` is empty
    std::vector<Problem> problems;      // in the file's order
    std::vector<Problem> warnings;      // the unknown parts that were left out, in the file's order
};

/// A file that is to be shown.
struct ShownFile {
    std::optional<Programme> programme; // has a value exactly if the file has no problem
    bool hasUnknownParts = false;       // of the programme: they were left out
};

/// Reads a whole file.
[[nodiscard]] ReadResult read(std::string_view bytes, const ReadOptions& options = {});
/// As read() with UnknownParts::areLeftOut, without saying what is wrong or was left out: it ends at the first problem,
/// and is a small part of the program.
[[nodiscard]] ShownFile readToShow(std::string_view bytes);

/// The candidate with the least edit distance (base/edit_distance.h, in bytes) to `word`; of several, the first. Empty
/// where no distance is at most a third of the size of `word`, and where `word` has more than 100 bytes.
[[nodiscard]] std::string_view nearestOf(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace programme
