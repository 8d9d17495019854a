// Finds where in the file a problem is: its line, column and JSON pointer, and for a text that is not JSON the first
// place that is wrong and what must stand there. All of it reads the file a second time, so that the first reading, of
// files that are nearly always right, need not keep count of any of it.
#pragma once

#include "programme/reader.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

struct SyntaxMistake {
    std::size_t offset;
    std::string found;
    std::string_view expected; // what JSON's grammar wants there, by the name that describe() knows it by
};

/// The first mistake of a text that is no JSON.
SyntaxMistake findSyntaxMistake(std::string_view text);

/// JSON pointers (RFC 6901) of the keys and values that begin at `offsets`, in ascending order; the pointer of a key is
/// that of its value. An offset behind the first mistake of the text, or in a place where nothing begins, gets the
/// pointer of what was being read there.
std::vector<std::string> findPointers(std::string_view text, const std::vector<std::size_t>& offsets);

/// Lines and columns of `offsets`, in ascending order. A byte order mark takes no column.
std::vector<Place> findPlaces(std::string_view text, const std::vector<std::size_t>& offsets, ColumnUnit unit);

} // namespace programme
