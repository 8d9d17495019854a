// Fuzzes whole visits: a random valid programme and a random sequence of what a visitor can do, held to what is true of
// every visit (support/visit_replay.h).
//
// The visit that an input stands for is written where CE_VISIT_FOLDER says: NAME.visit, as far as it was played, and
// its programme beside it, NAME.json. Both are copied to tests/data/visits/ to make a test of a finding.
#include "fuzz/support/byte_source.h"
#include "fuzz/support/programme_generator.h"
#include "fuzz/support/visit_chooser.h"
#include "native/support/visit_replay.h"
#include "support/files.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

namespace {

constexpr std::size_t kMostChallenges = 300;
constexpr std::size_t kMostSteps = 40;

const support::ProgrammeGenerator& generator() {
    static const support::ProgrammeGenerator kGenerator(support::readProjectFile("data/programme.schema.json"));
    return kGenerator;
}

/// Writes the visit line by line, so that it is there after a crash.
class VisitWriter {
public:
    VisitWriter(const platform::Visit& head, const std::string& programme) {
        const char* folder = std::getenv("CE_VISIT_FOLDER");
        if (folder == nullptr) return;
        const std::filesystem::path path(folder);
        std::ofstream(path / head.programme, std::ios::binary) << programme;
        stream_.open(path / std::filesystem::path(head.programme).replace_extension(".visit"), std::ios::binary);
        stream_ << platform::formatVisitHead(head) << std::flush;
    }
    void add(const platform::VisitStep& step) {
        if (stream_.is_open()) stream_ << platform::formatVisitStep(step) << std::flush;
    }

private:
    std::ofstream stream_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    // The first two bytes say where the programme's part of the input ends and the steps' part begins.
    const std::span<const std::uint8_t> bytes(data + 2, size - 2);
    const std::size_t half = (std::size_t{data[0]} << 8u | data[1]) % (bytes.size() + 1);
    support::ByteSource programmeSource(bytes.first(half), support::ByteSource::End::random);
    support::ByteSource steps(bytes.subspan(half), support::ByteSource::End::zeros);

    const std::string programme = generator().make(programmeSource, kMostChallenges);
    platform::Visit visit = support::chooseHead(steps, programme);
    visit.programme = "finding.json";
    VisitWriter writer(visit, programme);
    support::VisitReplay replay(visit, programme);
    for (std::size_t count = 0; count < kMostSteps && !steps.isEmpty() && replay.violation().empty(); ++count) {
        const platform::VisitStep step = support::chooseStep(steps, replay);
        writer.add(step);
        replay.play(step);
        visit.steps.push_back(step);
    }
    if (replay.violation().empty()) replay.finish();
    if (replay.violation().empty()) return 0;
    std::fprintf(stderr, "does not hold: %s\n%s", replay.violation().c_str(), platform::formatVisit(visit).c_str());
    std::abort();
}
