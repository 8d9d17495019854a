// Problems of a programme's file in memory as JavaScript reads them (web/memory.js, readProblems).
#pragma once

#include "programme/words.h"

#include <cstdint>
#include <string>
#include <vector>

namespace platform {

enum class Severity : std::uint32_t { error, warning };

/// Five 32-bit words under WebAssembly.
struct ProblemRow {
    std::uint32_t line;
    std::uint32_t column;
    Severity severity;
    const char* pointer;
    const char* message; // a sentence in the language asked for
};

/// How many rows, and the first one: what JavaScript is given the address of.
struct ProblemRows {
    std::uint32_t count = 0;
    const ProblemRow* first = nullptr;
};

/// Owns the rows and their strings.
class ProblemList {
public:
    ProblemList() = default;
    ProblemList(std::vector<programme::Problem> problems, Severity severity, programme::InterfaceLanguage language);
    ProblemList(ProblemList&&) = default; // the strings' own places must not change: see problems_ and messages_
    ProblemList& operator=(ProblemList&&) = default;

    [[nodiscard]] const ProblemRows& rows() const { return rows_; }

private:
    std::vector<programme::Problem> problems_;
    std::vector<std::string> messages_;
    std::vector<ProblemRow> table_;
    ProblemRows rows_;
};

} // namespace platform
