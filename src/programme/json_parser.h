// Parses JSON (RFC 8259) and tells a handler what stands where, event by event; it builds nothing. A byte order mark at
// the text's beginning is skipped. All offsets are bytes from the text's beginning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace programme {

/// Where a token stands: a string with its quotes, a number, a word, or a bracket.
struct JsonToken {
    std::size_t begin = 0;
    std::size_t end = 0; // after the last byte
};

/// What a programme's file needs to know of a number.
struct JsonNumber {
    bool isWhole = false; // also 1.0 and 1e2
    bool isNegative = false;
    std::uint64_t magnitude = 0; // of a whole number, without its sign; from 10^19 on the largest std::uint64_t
};

/// Each event returns whether to go on.
class JsonHandler {
public:
    virtual bool onObjectStart(JsonToken token) = 0;
    virtual bool onObjectEnd(JsonToken token) = 0;
    virtual bool onListStart(JsonToken token) = 0;
    virtual bool onListEnd(JsonToken token) = 0;
    /// `name` is valid during the call.
    virtual bool onKey(JsonToken token, std::string_view name) = 0;
    /// `value` is valid during the call.
    virtual bool onString(JsonToken token, std::string_view value) = 0;
    virtual bool onNumber(JsonToken token, const JsonNumber& number) = 0;
    /// A number that no double can hold. Parsing ends with it.
    virtual void onTooLargeNumber(JsonToken token) = 0;
    /// true, false or null.
    virtual bool onWord(JsonToken token) = 0;

protected:
    ~JsonHandler() = default;
};

enum class JsonEnd : std::uint8_t {
    complete, // all of the text was read
    stopped,  // by an event, or after a number that is too large
    mistake,  // the text is not JSON
};

struct JsonResult {
    JsonEnd end = JsonEnd::complete;
    std::size_t readBytes = 0; // bytes that were looked at
};

/// Parses the text up to its end or its first mistake.
[[nodiscard]] JsonResult parseJson(std::string_view text, JsonHandler& handler);

} // namespace programme
