// Reading and checking a programme, beside nlohmann-json's own parse of the same bytes: the first is to take no longer
// than the second at any size, and to hold at most a third of its memory at 100 000 challenges ("heap_peak", in bytes,
// and "heap_per_file_byte"). The smaller programmes have long texts, as real ones do; those have to be held by both.
#include "counting_heap.h"
#include "programme/reader.h"
#include "support/synthetic_programme.h"

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <limits>
#include <string>

namespace {

void setCounters(benchmark::State& state, std::size_t fileSize, std::size_t heapPeak) {
    state.SetBytesProcessed(static_cast<std::int64_t>(fileSize) * state.iterations());
    state.counters["heap_peak"] = static_cast<double>(heapPeak);
    state.counters["heap_per_file_byte"] = static_cast<double>(heapPeak) / static_cast<double>(fileSize);
}

/// Times `read` alone: what it made is given back outside the clock.
template <typename Read>
void measureReading(benchmark::State& state, const Read& read) {
    using Clock = std::chrono::steady_clock;
    const std::string json = support::makeSyntheticProgramme(static_cast<std::size_t>(state.range(0)));
    const std::size_t peak = bench::measureHeapPeak([&] { benchmark::DoNotOptimize(read(json)); });
    for ([[maybe_unused]] const auto _ : state) {
        const Clock::time_point begin = Clock::now();
        auto result = read(json);
        benchmark::DoNotOptimize(result);
        state.SetIterationTime(std::chrono::duration<double>(Clock::now() - begin).count());
    }
    setCounters(state, json.size(), peak);
}

void readProgramme(benchmark::State& state) {
    measureReading(state, [&](const std::string& json) {
        programme::ReadResult result = programme::read(json);
        if (!result.programme) state.SkipWithError("the synthetic programme was not read");
        return result;
    });
}

void parseWithNlohmannJson(benchmark::State& state) {
    measureReading(state, [](const std::string& json) { return nlohmann::json::parse(json); });
}

void setSizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->Arg(13)->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond)->UseManualTime();
}

BENCHMARK(readProgramme)->Apply(setSizes);
BENCHMARK(parseWithNlohmannJson)->Apply(setSizes);

} // namespace

int main(int count, char** values) {
    // What was freed stays with the program: what the system takes for giving memory again counts for neither.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    benchmark::Initialize(&count, values);
    if (benchmark::ReportUnrecognizedArguments(count, values)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
