// Generates web/semantics.js: the tables of roles and members as a JavaScript module for the DOM mirror. The file is
// checked in, so that JavaScript's types can be checked without a build; a unit test compares it with this generator.
//
//     ninja -C build/native semantics_js    writes the file anew
#pragma once

#include <string>

namespace semantics {

/// The text of the whole module, in UTF-8.
[[nodiscard]] std::string toJavaScript();

} // namespace semantics
