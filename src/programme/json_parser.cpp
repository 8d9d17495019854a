#include "programme/json_parser.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "programme/json_text.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

namespace programme {
namespace {

constexpr char32_t kFirstHighSurrogate = 0xD800;
constexpr char32_t kFirstLowSurrogate = 0xDC00;
constexpr char32_t kLastLowSurrogate = 0xDFFF;

bool isHighSurrogate(char32_t unit) {
    return unit >= kFirstHighSurrogate && unit < kFirstLowSurrogate;
}
bool isLowSurrogate(char32_t unit) {
    return unit >= kFirstLowSurrogate && unit <= kLastLowSurrogate;
}

/// The kinds of tokens; a bracket, colon or comma is its own kind.
enum Kind : char { kTextEnd = 'e', kMistake = 'm', kString = '"', kNumber = '0', kWord = 'w' };

// -- Numbers --------------------------------------------------------------------------------------------------------

/// The exponent written after an "e", cut to a range that no file's digits can make up for.
std::int64_t readExponent(std::string_view written) {
    constexpr std::int64_t kMost = 1'000'000'000;
    std::int64_t exponent = 0;
    for (const char c : written)
        if (base::isDigit(c)) exponent = std::min(exponent * 10 + (c - '0'), kMost);
    return written.starts_with('-') ? -exponent : exponent;
}

/// The digits of a number from its first to its last one that is not zero, and the power of ten of each.
struct Digits {
    std::string_view written; // may have a decimal point between them
    std::int64_t first = 0;   // power of ten of the first one
    std::int64_t last = 0;    // of the last one

    [[nodiscard]] bool areZero() const { return written.empty(); }
    /// Whether the number is the largest double or less, as one that is rounded to the nearest.
    [[nodiscard]] bool fitDouble() const;
    [[nodiscard]] std::uint64_t magnitude() const;
};

/// `written` is a number of JSON's grammar.
Digits findDigits(std::string_view written) {
    const std::size_t letter = std::min(written.find_first_of("eE"), written.size());
    const std::string_view mantissa = written.substr(0, letter);
    const std::size_t begin = mantissa.find_first_of("123456789");
    if (begin == std::string_view::npos) return {};
    const std::size_t last = mantissa.find_last_of("123456789");
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::int64_t exponent = letter < written.size() ? readExponent(written.substr(letter + 1)) : 0;
    // Behind the point the first digit, one place further, has the power -1.
    const auto powerAt = [&](std::size_t place) {
        const std::int64_t distance = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(place);
        return exponent + (place < point ? distance - 1 : distance);
    };
    return {mantissa.substr(begin, last - begin + 1), powerAt(begin), powerAt(last)};
}

bool Digits::fitDouble() const {
    // From 2^1024 - 2^970 on, numbers are rounded to infinity.
    constexpr std::string_view kTooLarge = "17976931348623158079372897140530341507993413271003";
    constexpr std::int64_t kPower = 308;
    if (areZero() || first != kPower) return areZero() || first < kPower;
    std::string digits(written);
    std::erase(digits, '.');
    return digits < kTooLarge;
}

std::uint64_t Digits::magnitude() const {
    constexpr std::int64_t kMostPower = 18; // all numbers of 19 digits fit
    if (areZero()) return 0;
    if (first > kMostPower) return std::numeric_limits<std::uint64_t>::max();
    std::uint64_t number = 0;
    for (const char c : written)
        if (c != '.') number = number * 10 + static_cast<std::uint64_t>(c - '0');
    for (std::int64_t power = 0; power < last; ++power) number *= 10;
    return number;
}

// -- Tokens ---------------------------------------------------------------------------------------------------------

class Lexer {
public:
    explicit Lexer(std::string_view text)
        : text_(text), position_(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

    /// Reads the next token and returns its kind.
    char next();
    [[nodiscard]] JsonToken token() const { return {begin_, position_}; }
    /// The bytes that were looked at: to know where a number ends, the byte behind it.
    [[nodiscard]] std::size_t readBytes() const { return position_ + (isNumber_ && position_ < text_.size() ? 1 : 0); }
    /// Of a string token; valid until next().
    [[nodiscard]] std::string_view stringValue() const { return value_; }
    [[nodiscard]] std::string_view written() const { return text_.substr(begin_, position_ - begin_); }

private:
    std::optional<char> take();
    char readString();
    bool readEscape();
    bool readEscapedCodePoint();
    std::optional<char32_t> readCodeUnit();
    bool readDigits();
    char readNumber();
    char readWord(std::string_view word);
    bool takeIf(std::string_view characters);

    std::string_view text_;
    std::size_t position_;
    std::size_t begin_ = 0;
    bool isNumber_ = false;
    std::string_view value_;
    std::string decoded_; // the value of a string with escapes
};

char Lexer::next() {
    begin_ = position_ = skipWhiteSpace(text_, position_);
    isNumber_ = false;
    const std::optional<char> first = take();
    if (!first) return kTextEnd;
    switch (*first) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ':':
    case ',':
        return *first;
    case '"':
        return readString();
    case 't':
        return readWord("true");
    case 'f':
        return readWord("false");
    case 'n':
        return readWord("null");
    default:
        return *first == '-' || base::isDigit(*first) ? readNumber() : char{kMistake};
    }
}

std::optional<char> Lexer::take() {
    if (position_ == text_.size()) return std::nullopt;
    return text_[position_++];
}

/// Takes the next character where it is one of these.
bool Lexer::takeIf(std::string_view characters) {
    if (position_ == text_.size() || characters.find(text_[position_]) == std::string_view::npos) return false;
    ++position_;
    return true;
}

char Lexer::readString() {
    decoded_.clear();
    std::size_t copied = position_; // what stands before it is in decoded_
    while (const std::optional<char> next = take()) {
        if (*next == '"') {
            value_ = text_.substr(copied, position_ - 1 - copied);
            if (copied != begin_ + 1) value_ = decoded_.append(value_);
            return kString;
        }
        if (static_cast<unsigned char>(*next) < 0x20) return kMistake;
        if (*next == '\\') {
            decoded_.append(text_.substr(copied, position_ - 1 - copied));
            if (!readEscape()) return kMistake;
            copied = position_;
        } else if (static_cast<unsigned char>(*next) >= 0x80) {
            const base::Decoded character = base::decodeUtf8(text_, position_ - 1);
            if (!character.isValid) return kMistake;
            position_ += character.length - 1U;
        }
    }
    return kMistake;
}

/// Decodes the escape sequence whose backslash was just read.
bool Lexer::readEscape() {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const std::optional<char> letter = take();
    if (!letter) return false;
    if (*letter == 'u') return readEscapedCodePoint();
    const std::size_t place = kLetters.find(*letter);
    if (place == std::string_view::npos) return false;
    decoded_ += kMeanings[place];
    return true;
}

bool Lexer::readEscapedCodePoint() {
    const std::optional<char32_t> unit = readCodeUnit();
    if (!unit || isLowSurrogate(*unit)) return false;
    char32_t codePoint = *unit;
    if (isHighSurrogate(*unit)) {
        if (take() != '\\' || take() != 'u') return false;
        const std::optional<char32_t> low = readCodeUnit();
        if (!low || !isLowSurrogate(*low)) return false;
        codePoint = 0x10000U + ((*unit - kFirstHighSurrogate) << 10U) + (*low - kFirstLowSurrogate);
    }
    base::appendUtf8(decoded_, codePoint);
    return true;
}

/// The number that four hexadecimal digits stand for.
std::optional<char32_t> Lexer::readCodeUnit() {
    char32_t unit = 0;
    for (int count = 0; count < 4; ++count) {
        const std::optional<unsigned> digit = base::hexDigitValue(take().value_or('\0'));
        if (!digit) return std::nullopt;
        unit = unit * 16 + *digit;
    }
    return unit;
}

/// At least one digit.
bool Lexer::readDigits() {
    const std::size_t before = position_;
    while (takeIf("0123456789")) {}
    if (position_ > before) return true;
    static_cast<void>(take()); // what stands there instead was looked at
    return false;
}

char Lexer::readNumber() {
    position_ = begin_;
    takeIf("-");
    if (!takeIf("0") && !readDigits()) return kMistake;
    if (takeIf(".") && !readDigits()) return kMistake;
    if (takeIf("eE")) {
        takeIf("+-");
        if (!readDigits()) return kMistake;
    }
    isNumber_ = true;
    return kNumber;
}

char Lexer::readWord(std::string_view word) {
    for (const char wanted : word.substr(1))
        if (take() != wanted) return kMistake;
    return kWord;
}

// -- Grammar --------------------------------------------------------------------------------------------------------

class Parser {
public:
    Parser(std::string_view text, JsonHandler& handler) : lexer_(text), handler_(handler) {}

    JsonResult run() {
        while (!end_) step(lexer_.next());
        return {*end_, lexer_.readBytes()};
    }

private:
    /// What the grammar allows next.
    enum class Next : std::uint8_t { value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, textEnd };

    void step(char kind);
    void readValue(char kind);
    void readNumber();
    void readKey(char kind);
    void readSeparator(char kind);
    void close(char kind);
    void goOn(bool mayGoOn, Next next) {
        next_ = next;
        if (!mayGoOn) end_ = JsonEnd::stopped;
    }
    [[nodiscard]] bool isInObject() const { return open_.back() == '}'; }
    [[nodiscard]] Next afterValue() const { return open_.empty() ? Next::textEnd : Next::commaOrEnd; }

    Lexer lexer_;
    JsonHandler& handler_;
    std::string open_; // the closing brackets of the objects and lists that are open
    Next next_ = Next::value;
    std::optional<JsonEnd> end_;
};

void Parser::step(char kind) {
    switch (next_) {
    case Next::valueOrEnd:
        if (kind == ']') return close(kind);
        return readValue(kind);
    case Next::value:
        return readValue(kind);
    case Next::keyOrEnd:
        if (kind == '}') return close(kind);
        return readKey(kind);
    case Next::key:
        return readKey(kind);
    case Next::colon:
    case Next::commaOrEnd:
        return readSeparator(kind);
    case Next::textEnd:
        end_ = kind == kTextEnd ? JsonEnd::complete : JsonEnd::mistake;
    }
}

void Parser::readValue(char kind) {
    const JsonToken token = lexer_.token();
    switch (kind) {
    case '{':
        open_ += '}';
        return goOn(handler_.onObjectStart(token), Next::keyOrEnd);
    case '[':
        open_ += ']';
        return goOn(handler_.onListStart(token), Next::valueOrEnd);
    case kString:
        return goOn(handler_.onString(token, lexer_.stringValue()), afterValue());
    case kNumber:
        return readNumber();
    case kWord:
        return goOn(handler_.onWord(token), afterValue());
    default:
        end_ = JsonEnd::mistake;
    }
}

void Parser::readNumber() {
    const Digits digits = findDigits(lexer_.written());
    if (!digits.fitDouble()) {
        handler_.onTooLargeNumber(lexer_.token());
        return goOn(false, next_);
    }
    JsonNumber number{digits.last >= 0, lexer_.written().starts_with('-')};
    if (number.isWhole) number.magnitude = digits.magnitude();
    goOn(handler_.onNumber(lexer_.token(), number), afterValue());
}

void Parser::readKey(char kind) {
    if (kind == kString)
        goOn(handler_.onKey(lexer_.token(), lexer_.stringValue()), Next::colon);
    else
        end_ = JsonEnd::mistake;
}

void Parser::readSeparator(char kind) {
    if (next_ == Next::colon && kind == ':')
        next_ = Next::value;
    else if (next_ == Next::commaOrEnd && kind == ',')
        next_ = isInObject() ? Next::key : Next::value;
    else if (next_ == Next::commaOrEnd && kind == open_.back())
        close(kind);
    else
        end_ = JsonEnd::mistake;
}

/// Closes the object or list that was opened last.
void Parser::close(char kind) {
    open_.pop_back();
    const JsonToken token = lexer_.token();
    goOn(kind == '}' ? handler_.onObjectEnd(token) : handler_.onListEnd(token), afterValue());
}

} // namespace

JsonResult parseJson(std::string_view text, JsonHandler& handler) {
    return Parser(text, handler).run();
}

} // namespace programme
