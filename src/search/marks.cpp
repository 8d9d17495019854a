// findMarks() of index.h.
#include "base/sort.h"
#include "search/folding.h"
#include "search/index.h"
#include "search/near_words.h"
#include "search/query_terms.h"

#include <algorithm>

namespace search {

namespace {

/// Marks the prefix of each word that begins with `typed`.
void markExactly(std::string_view text, const WordList& list, std::string_view typed, std::vector<Mark>& marks) {
    for (const Word& word : list.words) {
        if (!list.in(word).starts_with(typed)) continue;
        marks.push_back({word.begin, endOfPrefix(text, word.begin, word.end, typed.size())});
    }
}

/// Marks each word that begins with `typed` with mistakes forgiven.
void markWithMistakes(const WordList& list, std::string_view typed, std::vector<Mark>& marks) {
    const std::size_t forgiven = countForgiven(typed);
    for (const Word& word : list.words) {
        if (countMistakes(typed, list.in(word), forgiven)) marks.push_back({word.begin, word.end});
    }
}

/// Sorts the marks, and makes one of those that overlap.
std::vector<Mark> merge(std::vector<Mark> marks) {
    base::sort(marks, [](const Mark& left, const Mark& right) { return left.begin < right.begin; });
    std::vector<Mark> merged;
    for (const Mark mark : marks) {
        if (!merged.empty() && mark.begin < merged.back().end)
            merged.back().end = std::max(merged.back().end, mark.end);
        else
            merged.push_back(mark);
    }
    return merged;
}

} // namespace

std::vector<Mark> findMarks(std::string_view text, std::string_view query, bool isForgiving) {
    const QueryTerms terms = readTerms(query);
    if (terms.words.empty()) return {};
    WordList list;
    readWords(text, list);
    std::vector<Mark> marks;
    for (const std::string& typed : terms.words) {
        const std::size_t before = marks.size();
        markExactly(text, list, typed, marks);
        const bool isFound = marks.size() > before;
        if (isForgiving && !isFound) markWithMistakes(list, typed, marks);
    }
    return merge(std::move(marks));
}

} // namespace search
