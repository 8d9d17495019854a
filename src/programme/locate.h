// Computes where in the file a problem is: its line, column and JSON pointer, and the first syntax mistake of a text
// that is not JSON. Each of these functions reads the file a second time, so that the first reading, of files that are
// nearly always correct, does not spend time on positions. All offsets are bytes from the text's beginning.
#pragma once

#include "programme/reader.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

struct SyntaxMistake {
    std::size_t offset;
    std::string found;         // what stands there, as quoteToken() writes it
    std::string_view expected; // what JSON's grammar allows there: one of the names in kExpected of describe.cpp
};

/// The first syntax mistake of a text that is not JSON.
[[nodiscard]] SyntaxMistake findSyntaxMistake(std::string_view text);

/// The JSON pointers (RFC 6901) of the keys and values that begin at `offsets`, which are in ascending order. The
/// pointer of a key is that of its value. An offset where no key or value begins gets the pointer of the next one.
/// Behind the last one before the text's first syntax mistake, it gets that of the object or list that is open there,
/// or of the key that has no value yet.
[[nodiscard]] std::vector<std::string> findPointers(std::string_view text, const std::vector<std::size_t>& offsets);

/// The lines and columns of `offsets`, which are in ascending order. A byte order mark counts for no column.
[[nodiscard]] std::vector<Place> findPlaces(std::string_view text, const std::vector<std::size_t>& offsets,
                                            ColumnUnit unit);

} // namespace programme
