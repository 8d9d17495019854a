// What a visitor typed, as the words to look for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// The words behind this many are left out: a pasted page is no query.
inline constexpr std::size_t kMostQueryWords = 64;

/// Something typed between spaces. It is found where every one of its pieces is, or the compound written in one: who
/// types "open-source" finds "open source" too, and who types "full-stack" finds "fullstack".
struct QueryTerm {
    std::vector<std::size_t> pieces; // places in QueryTerms::words
    std::optional<std::size_t> joined;
    bool operator==(const QueryTerm&) const = default;
};

struct QueryTerms {
    std::vector<std::string> words; // folded, without repetition
    std::vector<QueryTerm> terms;   // without repetition
    bool operator==(const QueryTerms&) const = default;
};

QueryTerms readTerms(std::string_view text);

} // namespace search
