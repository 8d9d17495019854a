// Reads a programme's file and says all that is wrong with it.
//
//     ReadResult result = programme::read(bytes);
//     if (!result.programme) for (const Problem& p : result.problems) …
//
// It checks everything that data/programme.schema.json says and what a schema cannot: ids unique in their lists, skills
// and groups known, the default language in every text, days that exist, ends not before starts, keys not repeated,
// UTF-8 valid, depth (kMaxDepth) and size (kMaxBytes) bounded. It goes on after a mistake, up to kMaxProblems.
#pragma once

#include "programme/programme.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

inline constexpr std::size_t kMaxBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMaxDepth = 64;
inline constexpr std::size_t kMaxProblems = 100;
inline constexpr std::size_t kMaxLanguages = 200;

/// One reason for each kind of mistake; words.h has its sentence in each language.
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

/// What a column counts. JavaScript's strings, and with them text areas and editors, count UTF-16 code units.
enum class ColumnUnit : std::uint8_t { codePoint, utf16CodeUnit };

/// What becomes of a key, or of a value out of a closed list (the kind of a link), that this release does not know. A
/// checker takes it for a mistake. A page leaves it out of a file without mistakes, because a newer release may know it
/// (docs/programme-file.md); in a file with mistakes it is one of them, because it may be a misspelt key.
enum class UnknownParts : std::uint8_t { areProblems, areLeftOut };

struct ReadOptions {
    ColumnUnit columns = ColumnUnit::codePoint;
    UnknownParts unknownParts = UnknownParts::areProblems;
};

struct Place {
    std::size_t line = 1;   // from 1
    std::size_t column = 1; // from 1, in the unit of ReadOptions, not in bytes
};

struct Problem {
    ProblemCode code;
    Place place;
    std::string pointer; // JSON pointer (RFC 6901) of the value, "" for the whole file
    std::string found;   // what stands there, as it stands there, shortened; empty at the file's end
    std::string allowed; // what may stand there: names of types and forms, keys, values, limits; may be empty
    std::string nearest; // nearest known key, skill or group; empty where none is near
};

struct ReadResult {
    std::optional<Programme> programme; // present exactly where problems is empty
    std::vector<Problem> problems;      // in the file's order
    std::vector<Problem> warnings;      // unknown parts that the programme was read without, in the file's order
};

[[nodiscard]] ReadResult read(std::string_view bytes, const ReadOptions& options = {});

/// The candidate with the fewest mistakes (base/edit_distance.h) in `word`, where they are at most a third of its
/// bytes; of several, the first. Empty where none is as near, and where `word` has more than 100 bytes.
[[nodiscard]] std::string_view nearestOf(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace programme
