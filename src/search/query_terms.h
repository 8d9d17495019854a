// Parses what a visitor typed into the terms that search looks for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// Further words of a query are ignored, so that a pasted page of text does not slow the search down.
inline constexpr std::size_t kMaxQueryWords = 64;

/// A word, a compound or a run of characters of a script without spaces (folding.h). A challenge matches it if all its
/// pieces match, or else the whole compound: "open-source" finds "open source", and "full-stack" finds "fullstack".
struct QueryTerm {
    std::vector<std::size_t> pieces;   // indices in QueryTerms::words; at least one
    std::optional<std::size_t> joined; // index of the whole compound
    bool operator==(const QueryTerm&) const = default;
};

struct QueryTerms {
    std::vector<std::string> words; // folded; each once
    std::vector<QueryTerm> terms;   // each once
    bool operator==(const QueryTerms&) const = default;
};

[[nodiscard]] QueryTerms readTerms(std::string_view text);

} // namespace search
