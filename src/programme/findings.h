// Problems while the file is being read: their places are offsets yet. Lines, columns and JSON pointers are looked up
// once, at the end, if there is anything to list at all.
#pragma once

#include "programme/reader.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

struct Finding {
    ProblemCode code;
    std::size_t offset;
    std::string found;
    std::string allowed;
    std::string nearest;
};

/// Keeps findings in the file's order, in whatever order they are made.
class Findings {
public:
    explicit Findings(std::string_view wholeFile) : text_(wholeFile) {}

    void add(Finding finding);
    /// With the token at `offset` as what was found.
    void add(ProblemCode code, std::size_t offset, std::string allowed = "", std::string nearest = "");
    void add(Findings others);
    /// The text is no JSON. `readBytes`: how far the lexer had come when it saw that.
    void addSyntaxMistake(std::size_t readBytes);

    bool isEmpty() const { return findings_.empty(); }
    std::size_t count() const { return findings_.size(); }
    bool areTooMany() const { return findings_.size() > kMaxProblems; }

    /// The first kMaxProblems of them, and one more that says so where there are more.
    std::vector<Problem> list(ColumnUnit columns) const;

private:
    std::string_view text_;
    std::vector<Finding> findings_;
};

} // namespace programme
