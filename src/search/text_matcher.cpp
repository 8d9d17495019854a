#include "search/text_matcher.h"

#include "search/near_words.h"

#include <algorithm>
#include <utility>

namespace search {

namespace {

using programme::ChallengeIndex;

constexpr std::size_t kMostKept = 8; // matches whose memory is kept for the next query

/// Where some word begins with the letters.
void matchExactly(std::string_view letters, const TextIndex& index, const ValueSets& values, WordHits& hits) {
    const WordRange words = index.words().startingWith(letters);
    index.gather(words, values, hits);
    const bool isWhole = !words.isEmpty() && index.words()[words.begin] == letters;
    if (!isWhole) return;
    for (const SkillWord& word : index.skillWordsOf({words.begin, words.begin + 1})) {
        if (!word.isName) continue;
        for (const ChallengeIndex challenge : values.challengesOf(word.skill)) {
            hits.add(challenge, weightOf(Field::skillName));
        }
    }
}

/// Where the letters begin some word with the mistakes that are forgiven. One mistake weighs more than two in any
/// field.
void matchNearly(std::string_view letters, const TextIndex& index, const ValueSets& values, WordHits& hits) {
    hits.clear();
    for (const NearRange& near : findNearWords(index.words(), letters, countForgiven(letters))) {
        const std::uint8_t bonus = near.mistakes < 2 ? weightOf(Field::skillName) : 0;
        const auto add = [&](ChallengeIndex challenge, std::uint8_t weight) {
            hits.add(challenge, static_cast<std::uint8_t>(weight + bonus));
        };
        for (const Posting posting : index.postingsOf(near.words)) add(posting.challenge(), posting.weight());
        for (const SkillWord& word : index.skillWordsOf(near.words)) {
            for (const ChallengeIndex challenge : values.challengesOf(word.skill))
                add(challenge, weightOf(Field::skill));
        }
    }
}

} // namespace

void TextMatcher::match(const TextIndex& index, const ValueSets& values, std::string_view text) {
    QueryTerms query = readTerms(text);
    if (query == query_) return;
    query_ = std::move(query);
    wasForgiving_ = false;
    if (!hasTerms()) return;
    matchWords(index, values);
    intersectTerms();
    if (!found_.isEmpty()) return;
    forgive(index, values);
    intersectTerms();
    wasForgiving_ = !found_.isEmpty();
}

void TextMatcher::matchWords(const TextIndex& index, const ValueSets& values) {
    const std::vector<std::string>& words = query_.words;
    const std::size_t keptCount = std::max(words.size(), kMostKept);
    if (matches_.size() > keptCount) matches_.resize(keptCount);
    while (matches_.size() < words.size()) matches_.push_back({.hits = WordHits(index.challengeCount())});
    // What the query before found first goes where this one wants it, before anything is found anew in its place.
    for (std::size_t place = 0; place < words.size(); ++place) {
        const auto known = std::ranges::find(matches_, words[place], &WordMatch::letters);
        if (known != matches_.end()) std::swap(*known, matches_[place]);
    }
    for (std::size_t place = 0; place < words.size(); ++place) {
        WordMatch& match = matches_[place];
        if (match.letters == words[place] && !match.isForgiven) continue;
        match.letters = words[place];
        match.isForgiven = false;
        matchExactly(match.letters, index, values, match.hits);
    }
}

/// Looks anew, with mistakes, for the words of which nothing is found. A word that begins some word of the programme
/// was not mistyped.
void TextMatcher::forgive(const TextIndex& index, const ValueSets& values) {
    for (const QueryTerm& term : query_.terms) {
        findTerm(term);
        if (!foundByTerm_.isEmpty()) continue;
        std::vector<std::size_t> places = term.pieces;
        if (term.joined) places.push_back(*term.joined);
        for (const std::size_t place : places) {
            WordMatch& match = matches_[place];
            if (match.isForgiven || !match.hits.challenges.isEmpty()) continue;
            match.isForgiven = true;
            matchNearly(match.letters, index, values, match.hits);
        }
    }
}

void TextMatcher::intersectTerms() {
    for (const QueryTerm& term : query_.terms) {
        findTerm(term);
        if (&term == &query_.terms.front())
            found_ = foundByTerm_;
        else
            found_.intersectWith(foundByTerm_);
    }
}

void TextMatcher::findTerm(const QueryTerm& term) {
    foundByTerm_ = matches_[term.pieces.front()].hits.challenges;
    for (const std::size_t piece : term.pieces) foundByTerm_.intersectWith(matches_[piece].hits.challenges);
    if (term.joined) foundByTerm_.uniteWith(matches_[*term.joined].hits.challenges);
}

/// Of the pieces the weakest, for all must be found; of them and the compound in one the stronger.
std::uint32_t TextMatcher::weightOfTerm(const QueryTerm& term, ChallengeIndex challenge) const {
    std::uint8_t weight = matches_[term.pieces.front()].hits.weights[challenge];
    for (const std::size_t piece : term.pieces) weight = std::min(weight, matches_[piece].hits.weights[challenge]);
    return term.joined ? std::max(weight, matches_[*term.joined].hits.weights[challenge]) : weight;
}

void TextMatcher::addWeights(std::span<const ChallengeIndex> challenges, std::span<std::uint32_t> sums) const {
    for (const QueryTerm& term : query_.terms) {
        if (term.pieces.size() == 1 && !term.joined) {
            const std::vector<std::uint8_t>& weights = matches_[term.pieces.front()].hits.weights;
            for (std::size_t index = 0; index < challenges.size(); ++index) sums[index] += weights[challenges[index]];
        } else {
            for (std::size_t index = 0; index < challenges.size(); ++index) {
                sums[index] += weightOfTerm(term, challenges[index]);
            }
        }
    }
}

std::size_t TextMatcher::memoryBytes() const {
    std::size_t bytes = found_.memoryBytes() + foundByTerm_.memoryBytes();
    for (const WordMatch& match : matches_) bytes += match.letters.capacity() + match.hits.memoryBytes();
    return bytes;
}

} // namespace search
