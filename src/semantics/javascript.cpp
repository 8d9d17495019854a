#include "semantics/javascript.h"

#include "semantics/members.h"
#include "semantics/roles.h"

#include <concepts>
#include <string_view>
#include <vector>

namespace semantics {

namespace {

constexpr std::string_view kHead =
    R"(// Roles and members of a node, as the tables in src/semantics/roles.h and src/semantics/members.h have them. Generated:
//
//     ninja -C build/native semantics_js

)";

/// The JavaScript type of what appendValue() in json.cpp writes.
template <typename Value>
constexpr std::string_view describeType() {
    if constexpr (std::same_as<Value, Role>) return "Role";
    if constexpr (std::same_as<Value, bool>) return "boolean";
    if constexpr (std::same_as<Value, Tristate>) return "boolean | null";
    if constexpr (std::same_as<Value, Stick>) return "\"top\" | \"bottom\" | null";
    if constexpr (std::same_as<Value, Rect>) return "[number, number, number, number]";
    if constexpr (std::same_as<Value, std::string> || std::same_as<Value, Colour>) return "string";
    if constexpr (std::same_as<Value, std::vector<std::string>>) return "string[]";
    if constexpr (std::integral<Value> || std::floating_point<Value>) return "number";
}

void appendRoleType(std::string& out) {
    out += "/** @typedef {";
    for (const RoleRow& row : kRoles) {
        if (row.role != kRoles.front().role) out += " | ";
        out += '"';
        out += row.key;
        out += '"';
    }
    out += "} Role */\n\n";
}

void appendNodeType(std::string& out) {
    out +=
        "/**\n * @typedef {object} NodeChange the members of the fields that changed; of a new node, those that differ "
        "from the defaults.\n * Lengths are CSS px.\n * @property {number} id\n * @property {boolean} [new]\n";
    forEachMember([&]<typename Member>(const Member& member) {
        out += " * @property {";
        out += describeType<typename Member::Value>();
        out += "} [";
        out += member.key;
        out += ']';
        if (!member.note.empty()) out += ' ';
        out += member.note;
        out += '\n';
    });
    out += " */\n\n";
}

void appendEntry(std::string& out, std::string_view word, std::string_view value) {
    out += "  ";
    out += word;
    out += ": \"";
    out += value;
    out += "\",\n";
}

} // namespace

std::string toJavaScript() {
    std::string out(kHead);
    appendRoleType(out);
    appendNodeType(out);
    out += "/** The element of each role; a heading's name ends with its level. @type {Record<Role, string>} */\n"
           "export const elementOfRole = {\n";
    for (const RoleRow& row : kRoles) appendEntry(out, row.key, row.element);
    out += "};\n\n/** ARIA roles that the element does not have by itself, or not in every browser. "
           "@type {Partial<Record<Role, string>>} */\nexport const writtenAriaRole = {\n";
    for (const RoleRow& row : kRoles) {
        if (row.writesAriaRole) appendEntry(out, row.key, row.ariaRole);
    }
    return out + "};\n";
}

} // namespace semantics
