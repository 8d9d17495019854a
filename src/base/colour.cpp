#include "base/colour.h"

#include <cmath>

namespace base {

Colour mixColours(Colour under, Colour over, float share) {
    Colour mixed = 0xFF000000u;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        const auto low = static_cast<float>(under >> shift & 0xFFu);
        const auto high = static_cast<float>(over >> shift & 0xFFu);
        mixed |= static_cast<Colour>(std::lround(low + (high - low) * share)) << shift;
    }
    return mixed;
}

} // namespace base
