// Says which parameters of an address have no effect. The page ignores them, as addresses of other releases and other
// programmes may have them; who types an address in a terminal wants to know of the mistake.
#pragma once

#include "explorer/facts.h"
#include "programme/programme.h"

#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// A sentence in English for each parameter, or value in a list, that means nothing in this programme. `queryString` is
/// with or without '?'.
[[nodiscard]] std::vector<std::string> findWithoutEffect(const programme::Programme& programme,
                                                         const explorer::Facts& facts, std::string_view queryString);

} // namespace platform
