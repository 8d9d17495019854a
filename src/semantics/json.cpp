// Writes the JSON that json.h and diff.h describe.
#include "semantics/json.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "semantics/diff.h"
#include "semantics/members.h"
#include "semantics/roles.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace semantics {

namespace {

void appendEscape(std::string& out, unsigned char byte) {
    switch (byte) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    out += "\\u00";
    base::appendHex(out, static_cast<char>(byte), base::kLowerHexDigits);
}

void appendString(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t offset = 0; offset < text.size();) {
        const base::Decoded decoded = base::decodeUtf8(text, offset);
        const std::string_view character = text.substr(offset, decoded.length);
        const auto byte = static_cast<unsigned char>(character.front());
        if (!decoded.isValid) {
            out += base::kReplacementUtf8;
        } else if (byte < 0x20 || byte == '"' || byte == '\\') {
            appendEscape(out, byte);
        } else if (character ==
                   "\u2028") { // ends a line in JavaScript before ES2019: escaped in case the JSON is read as source
            out += "\\u2028";
        } else if (character == "\u2029") {
            out += "\\u2029";
        } else {
            out += character;
        }
        offset += decoded.length;
    }
    out += '"';
}

void appendNumber(std::string& out, float number) {
    constexpr float kLargest = 1e9F; // larger than any page; in thousandths it fits in 64 bits
    if (!std::isfinite(number)) number = 0;
    const long long thousandths = std::llround(1000.0 * static_cast<double>(std::clamp(number, -kLargest, kLargest)));
    if (thousandths < 0) out += '-';
    const long long size = std::abs(thousandths);
    out += std::to_string(size / 1000);
    if (size % 1000 == 0) return;
    const std::string digits = std::to_string(1000 + size % 1000);
    out += '.';
    out.append(digits, 1, digits.find_last_not_of('0'));
}

void appendValue(std::string& out, bool value) {
    out += value ? "true" : "false";
}

void appendValue(std::string& out, const std::string& value) {
    appendString(out, value);
}

void appendValue(std::string& out, float value) {
    appendNumber(out, value);
}

void appendValue(std::string& out, std::uint32_t value) {
    out += std::to_string(value);
}

void appendValue(std::string& out, std::uint16_t value) {
    appendValue(out, std::uint32_t{value});
}

void appendValue(std::string& out, std::uint8_t value) {
    appendValue(out, std::uint32_t{value});
}

void appendValue(std::string& out, Tristate value) {
    out += value == Tristate::absent ? "null" : value == Tristate::yes ? "true" : "false";
}

void appendValue(std::string& out, Stick value) {
    out += value == Stick::none ? "null" : value == Stick::top ? "\"top\"" : "\"bottom\"";
}

void appendValue(std::string& out, Role value) {
    appendString(out, rowOf(value).key);
}

void appendValue(std::string& out, const Rect& value) {
    char separator = '[';
    for (const float number : {value.x, value.y, value.width, value.height}) {
        out += separator;
        appendNumber(out, number);
        separator = ',';
    }
    out += ']';
}

void appendValue(std::string& out, Colour value) {
    constexpr std::uint32_t kOpaque = 0xFF000000u;
    out += '"';
    if (value.value != 0) {
        out += '#';
        const unsigned end = (value.value & kOpaque) == kOpaque ? 24 : 32;
        for (unsigned shift = 0; shift < end; shift += 8) {
            base::appendHex(out, static_cast<char>(value.value >> shift & 0xFFu), base::kLowerHexDigits);
        }
    }
    out += '"';
}

void appendValue(std::string& out, const std::vector<std::string>& value) {
    out += '[';
    for (std::size_t each = 0; each < value.size(); ++each) {
        if (each > 0) out += ',';
        appendString(out, value[each]);
    }
    out += ']';
}

void appendNode(std::string& out, const NodeChange& change, const Node& defaults) {
    out += "{\"id\":" + std::to_string(change.node.id);
    if (change.isNew) out += ",\"new\":true";
    forEachMember([&](const auto& member) {
        if (!(change.fields & member.field)) return;
        if (change.isNew && member.of(change.node) == member.of(defaults)) return;
        out += ",\"";
        out += member.key;
        out += "\":";
        appendValue(out, member.of(change.node));
    });
    out += '}';
}

void appendIds(std::string& out, const std::vector<NodeId>& ids) {
    out += '[';
    for (std::size_t each = 0; each < ids.size(); ++each) {
        if (each > 0) out += ',';
        out += std::to_string(ids[each]);
    }
    out += ']';
}

/// Appends `,"key":[…]`, or nothing for an empty list; `append` appends one item.
template <typename Item, typename Append>
void appendList(std::string& out, std::string_view key, const std::vector<Item>& items, Append append) {
    if (items.empty()) return;
    out += ",\"";
    out += key;
    out += "\":[";
    for (std::size_t each = 0; each < items.size(); ++each) {
        if (each > 0) out += ',';
        append(items[each]);
    }
    out += ']';
}

void appendListChange(std::string& out, const ListChange& change) {
    out += ",\"list\":{\"node\":" + std::to_string(change.list) + ",\"near\":[";
    for (const DescribedItem& item : change.described) {
        if (out.back() != '[') out += ',';
        out += std::to_string(item.place) + ',' + std::to_string(item.item);
    }
    out += ']';
    if (change.hasOtherLayout && change.layout) {
        const ItemLayout& layout = *change.layout;
        out += ",\"layout\":{\"order\":";
        appendIds(out, layout.order);
        out += ",\"columns\":" + std::to_string(layout.columns) + ",\"itemWidth\":";
        appendNumber(out, layout.itemWidth);
        out += ",\"gap\":";
        appendNumber(out, layout.gap);
        for (std::string_view separator = ",\"tops\":["; const float top : layout.tops) {
            out += separator;
            appendNumber(out, top);
            separator = ",";
        }
        out += "]}";
    }
    out += '}';
}

void appendWords(std::string& out, const WordChange& change) {
    out += '[' + std::to_string(change.key);
    const auto append = [&](const ItemText& text) {
        for (const std::string& part : {text.language, text.text}) {
            out += ',';
            appendString(out, part);
        }
    };
    if (change.words) {
        append(change.words->heading);
        for (const ItemText& paragraph : change.words->paragraphs) append(paragraph);
    }
    out += ']';
}

} // namespace

std::string toJson(const Update& update) {
    const Node defaults;
    std::string out;
    if (update.language) {
        out += ",\"language\":";
        appendString(out, *update.language);
    }
    appendList(out, "removed", update.removed, [&](NodeId id) { out += std::to_string(id); });
    appendList(out, "nodes", update.changed, [&](const NodeChange& change) { appendNode(out, change, defaults); });
    appendList(out, "children", update.orders, [&](const ChildOrder& order) {
        out += '[' + std::to_string(order.parent) + ',';
        appendIds(out, order.children);
        out += ']';
    });
    if (update.list) appendListChange(out, *update.list);
    appendList(out, "words", update.words, [&](const WordChange& change) { appendWords(out, change); });
    if (out.empty()) return "{}";
    out.front() = '{';
    return out + '}';
}

void appendJsonString(std::string& out, std::string_view text) {
    appendString(out, text);
}

void appendJsonNumber(std::string& out, float number) {
    appendNumber(out, number);
}

} // namespace semantics
