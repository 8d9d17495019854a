#include "search/text_matcher.h"

#include "search/near_words.h"

#include <algorithm>
#include <utility>

namespace search {

namespace {

using programme::ChallengeIndex;

constexpr std::size_t kMaxKept = 8; // matches that are kept, for a query of fewer words

/// Replaces `hits` by the challenges that have a word that begins with `letters`.
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

/// Replaces `hits` by the challenges that have a word that begins with `letters` with mistakes forgiven. A word with
/// one mistake outweighs a word with two in any field.
void matchWithMistakes(std::string_view letters, const TextIndex& index, const ValueSets& values, WordHits& hits) {
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
    const std::size_t keptCount = std::max(words.size(), kMaxKept);
    if (matches_.size() > keptCount) matches_.resize(keptCount);
    while (matches_.size() < words.size()) matches_.push_back({.hits = WordHits(index.challengeCount())});
    // The matches of words that the query before had, too, are moved to their new indices before any match is
    // overwritten.
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

/// Looks again, with mistakes forgiven, for the words without hits in the terms without hits. A word that is a prefix
/// of some word of the programme is taken to be typed correctly.
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
            matchWithMistakes(match.letters, index, values, match.hits);
        }
    }
}

/// found_ becomes the challenges that match all terms.
void TextMatcher::intersectTerms() {
    for (const QueryTerm& term : query_.terms) {
        findTerm(term);
        if (&term == &query_.terms.front())
            found_ = foundByTerm_;
        else
            found_.intersectWith(foundByTerm_);
    }
}

/// foundByTerm_ becomes the challenges that match the term.
void TextMatcher::findTerm(const QueryTerm& term) {
    foundByTerm_ = matches_[term.pieces.front()].hits.challenges;
    for (const std::size_t piece : term.pieces) foundByTerm_.intersectWith(matches_[piece].hits.challenges);
    if (term.joined) foundByTerm_.uniteWith(matches_[*term.joined].hits.challenges);
}

/// The least weight of the pieces, because all of them must be found; or that of the whole compound, if it is greater.
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
