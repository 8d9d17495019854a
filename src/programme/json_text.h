// Where the tokens of a JSON text begin and end. nlohmann-json's SAX events carry no positions, so its lexer is fed
// through an iterator that tells how far it has come; everything here goes back from there to the token of the event.
#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace programme {

/// What the lexer reads the text through. All copies move the one `cursor`: the number of bytes read so far.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* byte, std::size_t* readBytes) : at_(byte), cursor_(readBytes) {}

    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*cursor_;
        return *this;
    }
    CountingIterator operator++(int) {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

private:
    const char* at_;
    std::size_t* cursor_;
};

/// Offset of the opening quote of the string whose closing quote has just been read.
std::size_t startOfString(std::string_view text, std::size_t cursor);

/// Offset of the number that has just been read; the lexer is one byte past it except at the text's end.
std::size_t startOfNumber(std::string_view text, std::size_t cursor);

/// Offset just behind the number that begins at `start`.
std::size_t endOfNumber(std::string_view text, std::size_t start);

/// Offset of the first byte from `offset` on that is not white space; the text's size where there is none.
std::size_t skipWhiteSpace(std::string_view text, std::size_t offset);

/// The token at `offset` as it stands there, for people to read: shortened after some characters; "{…}" and "[…]" for
/// an object and a list; a single character where no token begins; empty at the text's end. What is not UTF-8 is
/// written as its bytes in hexadecimal.
std::string quoteToken(std::string_view text, std::size_t offset);

} // namespace programme
