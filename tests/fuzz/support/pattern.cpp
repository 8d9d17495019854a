#include "fuzz/support/pattern.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace support {

namespace {

constexpr std::size_t kMostRepetitions = 4; // of "*" and "+"

/// Reads the pattern and writes a matching string at once. Where a part is only to be read, nothing is written.
class Matcher {
public:
    Matcher(ByteSource& source, std::string_view pattern) : source_(source), pattern_(pattern) {}

    std::optional<std::string> run() {
        std::string text = readChoice();
        if (!isKnown_ || at_ != pattern_.size()) return std::nullopt;
        return text;
    }

private:
    bool isAtEnd() const { return at_ >= pattern_.size(); }
    char peek() const { return isAtEnd() ? '\0' : pattern_[at_]; }

    /// a|b|c up to the end of the group.
    std::string readChoice() {
        std::vector<std::string> branches{readSequence()};
        while (peek() == '|') {
            ++at_;
            branches.push_back(readSequence());
        }
        return source_.pick(branches);
    }

    std::string readSequence() {
        std::string text;
        while (isKnown_ && !isAtEnd() && peek() != '|' && peek() != ')') text += readRepeated();
        return text;
    }

    /// An atom with its quantifier; each repetition is a choice of its own.
    std::string readRepeated() {
        const std::size_t start = at_;
        std::string text = readAtom();
        const auto [least, most] = readQuantifier();
        const std::size_t end = at_;
        const std::size_t count = source_.between(least, most);
        if (count == 0) return "";
        for (std::size_t repetition = 1; repetition < count; ++repetition) {
            at_ = start;
            text += readAtom();
        }
        at_ = end;
        return text;
    }

    std::pair<std::size_t, std::size_t> readQuantifier() {
        switch (peek()) {
        case '?':
            ++at_;
            return {0, 1};
        case '*':
            ++at_;
            return {0, kMostRepetitions};
        case '+':
            ++at_;
            return {1, kMostRepetitions};
        case '{': {
            ++at_;
            const std::size_t least = readNumber();
            std::size_t most = least;
            if (peek() == ',') {
                ++at_;
                most = peek() == '}' ? least + kMostRepetitions : readNumber();
            }
            isKnown_ = isKnown_ && peek() == '}' && most >= least;
            ++at_;
            return {least, std::max(least, most)};
        }
        default:
            return {1, 1};
        }
    }

    std::size_t readNumber() {
        std::size_t number = 0;
        for (; peek() >= '0' && peek() <= '9'; ++at_) number = number * 10 + static_cast<std::size_t>(peek() - '0');
        return number;
    }

    std::string readAtom() {
        const char first = peek();
        ++at_;
        switch (first) {
        case '^':
        case '$':
            return "";
        case '(': {
            if (pattern_.substr(at_).starts_with("?:")) at_ += 2;
            std::string text = readChoice();
            isKnown_ = isKnown_ && peek() == ')' && !pattern_.substr(at_).starts_with("?");
            ++at_;
            return text;
        }
        case '[':
            return std::string(1, readClass());
        case '.':
            return std::string(1, source_.pick(std::string_view("aZ5-_ ~")));
        case '\\':
            return std::string(1, readEscaped());
        case '*':
        case '+':
        case '?':
        case '{':
            isKnown_ = false;
            return "";
        default:
            return std::string(1, first);
        }
    }

    char readEscaped() {
        const char mark = peek();
        ++at_;
        if (mark == 'd') return static_cast<char>('0' + source_.below(10));
        const bool isLetter = (mark >= 'a' && mark <= 'z') || (mark >= 'A' && mark <= 'Z') || mark == '\0';
        isKnown_ = isKnown_ && !isLetter;
        return mark;
    }

    char readClass() {
        std::vector<std::pair<char, char>> ranges;
        isKnown_ = isKnown_ && peek() != '^';
        while (!isAtEnd() && peek() != ']') {
            const char low = readClassCharacter();
            char high = low;
            if (peek() == '-' && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
                ++at_;
                high = readClassCharacter();
            }
            ranges.emplace_back(low, std::max(low, high));
        }
        isKnown_ = isKnown_ && peek() == ']' && !ranges.empty();
        ++at_;
        if (!isKnown_) return 'x';
        const auto& [low, high] = source_.pick(ranges);
        return static_cast<char>(low + static_cast<char>(source_.below(static_cast<std::size_t>(high - low) + 1)));
    }

    char readClassCharacter() {
        const char first = peek();
        ++at_;
        return first == '\\' ? readEscaped() : first;
    }

    ByteSource& source_;
    std::string_view pattern_;
    std::size_t at_ = 0;
    bool isKnown_ = true;
};

} // namespace

std::optional<std::string> makeMatching(ByteSource& source, std::string_view pattern) {
    return Matcher(source, pattern).run();
}

} // namespace support
