// Valid programmes made from data/programme.schema.json: a member that the schema gets is made as soon as it is there.
// What a schema cannot say (which ids are references, which two days are a range) is a short list in the .cpp.
#pragma once

#include "fuzz/support/byte_source.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace support {

class ProgrammeGenerator {
public:
    /// The text of data/programme.schema.json. Ends the process with a message where the schema uses a keyword that
    /// the generator does not know.
    explicit ProgrammeGenerator(std::string_view schema);

    /// A programme's file that programme::read accepts, with at most so many challenges: from few short ones to long
    /// lists, with each optional part there or not, in any script, with days of any year.
    std::string make(ByteSource& source, std::size_t mostChallenges) const;

private:
    nlohmann::ordered_json schema_;
};

} // namespace support
