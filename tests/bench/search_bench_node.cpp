// search_bench_node FILE: reads a programme and measures what search_bench.cpp measures natively, in WebAssembly under
// Node; prints Google Benchmark's JSON. Its "context" also says what was typed and chosen, so that another library can
// be given the same (compare.mjs).
#include "counting_heap.h"
#include "programme/reader.h"
#include "search/index.h"
#include "searches.h"
#include "timing.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using nlohmann::json;
using programme::Programme;
using programme::SkillIndex;

constexpr std::size_t kWarmUpRounds = 10; // until the engine's optimising compiler has replaced the first code
constexpr std::size_t kRounds = 20;
constexpr std::size_t kBuilds = 3;

/// One entry of "benchmarks".
json describe(const std::string& name, std::size_t iterations, const bench::Timings& timings) {
    const bench::Summary summary = timings.summarise();
    return {{"name", name},
            {"run_name", name},
            {"run_type", "iteration"},
            {"iterations", iterations},
            {"real_time", summary.mean},
            {"cpu_time", summary.mean},
            {"time_unit", "us"},
            {"p50_us", summary.median},
            {"p95_us", summary.p95},
            {"max_us", summary.max},
            {"slowest_us", summary.slowest}};
}

/// `search(0)` … `search(count − 1)`, over and over.
template <typename Search>
json measureSearches(const std::string& name, std::size_t count, const Search& search) {
    for (std::size_t round = 0; round < kWarmUpRounds; ++round) {
        for (std::size_t next = 0; next < count; ++next) search(next);
    }
    bench::Timings timings(count);
    for (std::size_t round = 0; round < kRounds; ++round) {
        for (std::size_t next = 0; next < count; ++next) timings.time(next, [&] { search(next); });
    }
    return describe(name, kRounds * count, timings);
}

json measureBuilding(const std::string& name, const Programme& programme) {
    const std::size_t peak = bench::measureHeapPeak([&] { const auto built = search::Index::build(programme, 0); });
    const std::size_t before = bench::heapInUse();
    const search::Index kept = search::Index::build(programme, 0);
    const std::size_t heap = bench::heapInUse() - before;
    bench::Timings timings(1);
    for (std::size_t build = 0; build < kBuilds; ++build) {
        timings.time(0, [&] { const auto built = search::Index::build(programme, 0); });
    }
    json entry = describe(name, kBuilds, timings);
    entry["heap"] = heap;
    entry["heap_peak"] = peak;
    return entry;
}

json listFound(search::Index& index, const std::vector<std::string>& texts) {
    json found = json::array();
    for (const std::string& text : texts) {
        const search::Answer& answer = index.find({.text = text, .skills = {}});
        found.push_back(answer.wasForgiving ? 0 : answer.ranked.size());
    }
    return found;
}

json listCounts(search::Index& index, const std::vector<std::vector<SkillIndex>>& choices) {
    json counts = json::array();
    for (const std::vector<SkillIndex>& choice : choices) {
        counts.push_back(index.find({.text = {}, .skills = choice}).countsOf(search::Facet::skills));
    }
    return counts;
}

json measure(const Programme& programme) {
    const std::string size = "/" + std::to_string(programme.challenges.size());
    const std::vector<std::string> strokes = bench::listKeyStrokes();
    const std::vector<std::vector<SkillIndex>> choices = bench::listChoices(programme);
    json report;
    report["benchmarks"].push_back(measureBuilding("buildIndex" + size, programme));
    search::Index index = search::Index::build(programme, 0);
    report["context"] = {{"library_build_type", "release"},
                         {"key_strokes", strokes},
                         {"found", listFound(index, strokes)},
                         {"choices", choices},
                         {"counts", listCounts(index, choices)}};
    report["benchmarks"].push_back(measureSearches("keyStroke" + size, strokes.size(), [&](std::size_t stroke) {
        index.find({.text = strokes[stroke], .skills = {}});
    }));
    report["benchmarks"].push_back(measureSearches("toggle" + size, choices.size(), [&](std::size_t choice) {
        index.find({.text = {}, .skills = choices[choice]});
    }));
    report["benchmarks"].push_back(measureSearches("toggleWithText" + size, choices.size(), [&](std::size_t choice) {
        index.find({.text = "données", .skills = choices[choice]});
    }));
    return report;
}

std::optional<Programme> readFile(const char* path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return programme::read(bytes).programme;
}

} // namespace

int main(int count, char** values) {
    if (count != 2) {
        std::fputs("Usage: search_bench_node FILE\n", stderr);
        return 2;
    }
    const std::optional<Programme> programme = readFile(values[1]);
    if (!programme) {
        std::fprintf(stderr, "%s: not a programme\n", values[1]);
        return 1;
    }
    std::puts(measure(*programme).dump(2).c_str());
    return 0;
}
