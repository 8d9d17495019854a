#include "explorer/text.h"

#include "base/utf8.h"

namespace explorer {

std::string repairUtf8(std::string_view text) {
    return base::repairUtf8(text);
}

std::string_view cutAtCharacter(std::string_view text, std::size_t maxBytes) {
    return base::cutUtf8(text, maxBytes);
}

} // namespace explorer
