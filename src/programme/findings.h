// Collects the problems of a file while it is read. Their places are byte offsets; lines, columns and JSON pointers are
// computed only when the problems are listed, because a file without problems needs none of them.
#pragma once

#include "programme/reader.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

/// A Problem (reader.h) whose place is a byte offset.
struct Finding {
    ProblemCode code;
    std::size_t offset; // bytes from the file's beginning
    std::string found;
    std::string allowed;
    std::string nearest;
};

/// Findings in the order of their offsets, in whatever order they are added.
class Findings {
public:
    /// `text` is the whole file; it must outlive this object.
    explicit Findings(std::string_view text) : text_(text) {}

    void add(Finding finding);
    /// Adds a finding whose `found` is the token at `offset`.
    void add(ProblemCode code, std::size_t offset, std::string allowed = "", std::string nearest = "");
    void add(Findings others);
    /// Adds the first reason why the text is not JSON: its first invalid UTF-8 among the `readBytes` bytes that the
    /// lexer had read when it stopped, else its first syntax mistake.
    void addSyntaxMistake(std::size_t readBytes);

    [[nodiscard]] bool isEmpty() const { return findings_.empty(); }
    [[nodiscard]] std::size_t count() const { return findings_.size(); }
    [[nodiscard]] bool areTooMany() const { return findings_.size() > kMaxProblems; }

    /// The findings as problems: the first kMaxProblems, and where there are more a last one of the code
    /// tooManyProblems.
    [[nodiscard]] std::vector<Problem> list(ColumnUnit columns) const;

private:
    std::string_view text_;
    std::vector<Finding> findings_;
};

} // namespace programme
