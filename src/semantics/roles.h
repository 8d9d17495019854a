// The table of roles: the key of each Role in an update, its ARIA role and its HTML element. The dump, accessible
// names, the update's JSON and web/semantics.js (from which the mirror makes elements) are derived from it. To add a
// role: an enumerator of Role and a row here.
#pragma once

#include "semantics/node.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace semantics {

struct RoleRow {
    Role role = Role::generic;
    std::string_view key;          // its key in an update
    std::string_view ariaRole;     // "generic" where ARIA has no role for it
    std::string_view element;      // HTML tag name; a heading's is "h", to which its level is appended
    bool writesAriaRole = false;   // the mirror sets `role`: the element has the role in no or not in every browser
    bool isNamedByContent = false; // its accessible name is made of its content (accname-1.2, step 2F)
};

/// In the order of Role.
inline constexpr std::array kRoles{
    RoleRow{Role::generic, "generic", "generic", "div"},
    RoleRow{Role::text, "text", "text", "span", false, true},
    RoleRow{Role::paragraph, "paragraph", "paragraph", "p"},
    RoleRow{Role::heading, "heading", "heading", "h", false, true},
    RoleRow{Role::link, "link", "link", "a", false, true},
    RoleRow{Role::button, "button", "button", "button", false, true},
    RoleRow{Role::checkbox, "checkbox", "checkbox", "label", false, true}, // around an <input type=checkbox>
    RoleRow{Role::searchField, "searchField", "searchbox", "input"},       // type=search
    RoleRow{Role::list, "list", "list", "ul", true}, // Safari ignores the role of a list without bullets
    RoleRow{Role::listItem, "listItem", "listitem", "li"},
    RoleRow{Role::article, "article", "article", "article"},
    RoleRow{Role::image, "image", "img", "div", true},
    RoleRow{Role::group, "group", "group", "div", true},
    RoleRow{Role::region, "region", "region", "section"},
    RoleRow{Role::search, "search", "search", "search", true},
    RoleRow{Role::banner, "banner", "banner", "header"},
    RoleRow{Role::main, "main", "main", "main"},
    RoleRow{Role::complementary, "complementary", "complementary", "aside"},
    RoleRow{Role::contentInfo, "contentInfo", "contentinfo", "footer"},
    RoleRow{Role::status, "status", "status", "div", true},
    RoleRow{Role::tooltip, "tooltip", "tooltip", "div", true},
    RoleRow{Role::term, "term", "term", "dt"},
    RoleRow{Role::definition, "definition", "definition", "dd"},
    RoleRow{Role::definitionList, "definitionList", "generic", "dl"},
    RoleRow{Role::table, "table", "table", "div", true},
    RoleRow{Role::row, "row", "row", "div", true, true},
    RoleRow{Role::columnHeader, "columnHeader", "columnheader", "div", true, true},
    RoleRow{Role::rowHeader, "rowHeader", "rowheader", "div", true, true},
    RoleRow{Role::cell, "cell", "cell", "div", true, true},
    RoleRow{Role::dialog, "dialog", "dialog", "div", true},
    RoleRow{Role::slider, "slider", "slider", "div", true},
    RoleRow{Role::root, "root", "generic", "div"},
};
static_assert(kRoles.size() == static_cast<std::size_t>(Role::root) + 1, "a row for each role");
static_assert(std::ranges::is_sorted(kRoles, {}, &RoleRow::role) &&
                  std::ranges::adjacent_find(kRoles, {}, &RoleRow::role) == kRoles.end(),
              "a role's number is the index of its row");

[[nodiscard]] constexpr const RoleRow& rowOf(Role role) {
    return kRoles[static_cast<std::size_t>(role)];
}

} // namespace semantics
