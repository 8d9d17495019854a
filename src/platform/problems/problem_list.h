// Problems of a programme's file, laid out in memory for JavaScript (Memory.problems in web/memory.js).
#pragma once

#include "programme/words.h"

#include <cstdint>
#include <string>
#include <vector>

namespace platform {

enum class Severity : std::uint32_t { error, warning };

/// Five 32-bit words in WebAssembly, on which JavaScript relies.
struct ProblemRow {
    std::uint32_t line;   // from 1
    std::uint32_t column; // from 1
    Severity severity;
    const char* pointer; // JSON pointer of the value
    const char* message; // a sentence
};

/// An array of rows, whose address JavaScript gets.
struct ProblemRows {
    std::uint32_t count = 0;
    const ProblemRow* first = nullptr;
};

/// Owns the rows and their strings.
class ProblemList {
public:
    ProblemList() = default;
    /// `language`: of the messages.
    ProblemList(std::vector<programme::Problem> problems, Severity severity, programme::InterfaceLanguage language);
    // Not copyable: rows point into the strings. Moving the vectors does not move the strings.
    ProblemList(ProblemList&&) = default;
    ProblemList& operator=(ProblemList&&) = default;

    [[nodiscard]] const ProblemRows& rows() const { return rows_; }

private:
    std::vector<programme::Problem> problems_;
    std::vector<std::string> messages_;
    std::vector<ProblemRow> table_;
    ProblemRows rows_;
};

} // namespace platform
