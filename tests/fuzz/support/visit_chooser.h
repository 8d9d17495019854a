// Reads from a fuzzer's bytes what a visitor does next.
#pragma once

#include "fuzz/support/byte_source.h"
#include "native/support/visit_replay.h"

#include <string_view>

namespace support {

/// Language and first address; the programme's name is left empty.
platform::Visit chooseHead(ByteSource& source, std::string_view programmeBytes);
/// Before the first frame settings of the viewport, and then anything that can be done to what the last frame shows.
platform::VisitStep chooseStep(ByteSource& source, const VisitReplay& replay);

} // namespace support
