#include "search/query_terms.h"

#include "search/folding.h"

#include <algorithm>

namespace search {

namespace {

/// The index of the word in `words`; it is appended if it is not there.
std::size_t findOrAppend(std::string_view letters, std::vector<std::string>& words) {
    const auto found = std::ranges::find(words, letters);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    words.emplace_back(letters);
    return words.size() - 1;
}

/// The term of one compound or run: the words from `first` to before `end`.
QueryTerm readTerm(const WordList& list, std::size_t first, std::size_t end, std::vector<std::string>& words) {
    QueryTerm term;
    for (std::size_t index = first; index < end && words.size() < kMaxQueryWords; ++index) {
        const Word& word = list.words[index];
        // The last character of a run is part of its last pair.
        if (word.kind == WordKind::tail && index > first) continue;
        const std::size_t place = findOrAppend(list.in(word), words);
        if (word.kind == WordKind::joined)
            term.joined = place;
        else if (std::ranges::find(term.pieces, place) == term.pieces.end())
            term.pieces.push_back(place);
    }
    return term;
}

} // namespace

QueryTerms readTerms(std::string_view text) {
    WordList list;
    readWords(text, list);
    QueryTerms query;
    for (std::size_t first = 0; first < list.words.size();) {
        std::size_t end = first;
        while (end < list.words.size() && list.words[end].compound == list.words[first].compound) ++end;
        QueryTerm term = readTerm(list, first, end, query.words);
        const bool isNew = std::ranges::find(query.terms, term) == query.terms.end();
        if (isNew && !term.pieces.empty()) query.terms.push_back(std::move(term));
        first = end;
    }
    return query;
}

} // namespace search
