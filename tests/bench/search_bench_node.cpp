// search_bench_node FILE: reads a programme and measures what search_bench.cpp measures natively, in WebAssembly under
// Node; prints Google Benchmark's JSON. Its "context" also says what was typed and chosen, so that another library can
// be given the same (compare.mjs).
#include "counting_heap.h"
#include "programme/reader.h"
#include "search/index.h"
#include "searches.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using nlohmann::json;
using programme::Programme;
using programme::SkillIndex;

constexpr std::size_t kWarmUpRounds = 10; // until the engine's optimising compiler has replaced the first code
constexpr std::size_t kRounds = 20;
constexpr std::size_t kBuilds = 3;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// One entry of "benchmarks": the mean as its time, microseconds.
json describe(const std::string& name, std::vector<double> seconds) {
    std::ranges::sort(seconds);
    double sum = 0;
    for (const double each : seconds) sum += each;
    const double mean = 1e6 * sum / static_cast<double>(seconds.size());
    const auto at = [&](double part) {
        return 1e6 * seconds[static_cast<std::size_t>(part * static_cast<double>(seconds.size() - 1))];
    };
    return {{"name", name},       {"run_name", name}, {"run_type", "iteration"}, {"iterations", seconds.size()},
            {"real_time", mean},  {"cpu_time", mean}, {"time_unit", "us"},       {"p50_us", at(0.5)},
            {"p95_us", at(0.95)}, {"max_us", at(1)}};
}

/// `search(0)` … `search(count − 1)`, over and over.
template <typename Search>
json measureSearches(const std::string& name, std::size_t count, const Search& search) {
    std::vector<double> seconds;
    for (std::size_t round = 0; round < kWarmUpRounds + kRounds; ++round) {
        for (std::size_t next = 0; next < count; ++next) {
            const Clock::time_point begin = Clock::now();
            search(next);
            if (round >= kWarmUpRounds) seconds.push_back(secondsSince(begin));
        }
    }
    return describe(name, std::move(seconds));
}

json measureBuilding(const std::string& name, const Programme& programme) {
    const std::size_t peak = bench::measureHeapPeak([&] { search::Index::build(programme, 0); });
    const std::size_t before = bench::heapInUse();
    const search::Index kept = search::Index::build(programme, 0);
    const std::size_t heap = bench::heapInUse() - before;
    std::vector<double> seconds;
    for (std::size_t build = 0; build < kBuilds; ++build) {
        const Clock::time_point begin = Clock::now();
        search::Index::build(programme, 0);
        seconds.push_back(secondsSince(begin));
    }
    json entry = describe(name, std::move(seconds));
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
        counts.push_back(index.find({.text = {}, .skills = choice}).skillCounts);
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
