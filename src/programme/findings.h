// Collects the problems of a file while it is read. Their places are byte offsets; lines, columns and JSON pointers are
// computed only when the problems are listed, because a file without problems needs none of them.
//
// AnyFinding has the same functions and only remembers that there is a problem: the page's program contains no more
// (docs/size.md).
#pragma once

#include "programme/reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

/// What a Problem says besides its code and place.
struct FindingDetails {
    std::string allowed = {};
    std::string nearest = {};
    std::optional<std::string> found = std::nullopt; // none: the token that stands there
};

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

    void add(ProblemCode code, std::size_t offset, FindingDetails details = {});
    /// `details` makes them.
    template <typename DetailsFunction>
    void add(ProblemCode code, std::size_t offset, const DetailsFunction& details) {
        add(code, offset, FindingDetails(details()));
    }
    void add(Findings others);
    /// Adds the first reason why the text is not JSON: its first invalid UTF-8 among the `readBytes` bytes that the
    /// parser had looked at when it stopped, else its first syntax mistake.
    void addSyntaxMistake(std::size_t readBytes);

    [[nodiscard]] bool isEmpty() const { return findings_.empty(); }
    [[nodiscard]] std::size_t count() const { return findings_.size(); }
    [[nodiscard]] bool areTooMany() const { return findings_.size() > kMaxProblems; }

    /// The findings as problems: the first kMaxProblems, and where there are more a last one of the code
    /// tooManyProblems.
    [[nodiscard]] std::vector<Problem> list(ColumnUnit columns) const;

private:
    void insert(Finding finding);

    std::string_view text_;
    std::vector<Finding> findings_;
};

/// Whether there is a finding. Nothing is computed for it.
class AnyFinding {
public:
    explicit AnyFinding(std::string_view /*text*/) {}

    void add(ProblemCode /*code*/, std::size_t /*offset*/) { isEmpty_ = false; }
    template <typename DetailsFunction>
    void add(ProblemCode /*code*/, std::size_t /*offset*/, const DetailsFunction& /*details*/) {
        isEmpty_ = false;
    }
    void addSyntaxMistake(std::size_t /*readBytes*/) { isEmpty_ = false; }

    [[nodiscard]] bool isEmpty() const { return isEmpty_; }
    [[nodiscard]] std::size_t count() const { return isEmpty_ ? 0 : 1; }
    /// One is enough: there is nothing to read on for.
    [[nodiscard]] bool areTooMany() const { return !isEmpty_; }

private:
    bool isEmpty_ = true;
};

} // namespace programme
