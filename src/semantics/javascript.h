// What the DOM mirror has to know of the tables of roles and members, as a JavaScript module: web/semantics.js. The
// file is checked in, so that types are checked without a build; a unit test compares it with this.
//
//     ninja -C build/native semantics_js    writes it anew
#pragma once

#include <string>

namespace semantics {

/// The whole module, in UTF-8.
[[nodiscard]] std::string toJavaScript();

} // namespace semantics
