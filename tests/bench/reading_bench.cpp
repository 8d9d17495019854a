// Reading and checking a programme, beside nlohmann-json's own parse of the same bytes: the first is to take no longer
// than the second and to hold at most a third of its memory ("heap_peak", in bytes, and "heap_per_file_byte").
#include "counting_heap.h"
#include "programme/reader.h"
#include "support/synthetic_programme.h"

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <string>

namespace {

void setCounters(benchmark::State& state, std::size_t fileSize, std::size_t heapPeak) {
    state.SetBytesProcessed(static_cast<std::int64_t>(fileSize) * state.iterations());
    state.counters["heap_peak"] = static_cast<double>(heapPeak);
    state.counters["heap_per_file_byte"] = static_cast<double>(heapPeak) / static_cast<double>(fileSize);
}

/// Times `read` alone, each time with a heap from which the system has taken back what is free, as where a file is read
/// once. What it made is given back outside the clock.
template <typename Read>
void measureReading(benchmark::State& state, const Read& read) {
    using Clock = std::chrono::steady_clock;
    const std::string json = support::makeSyntheticProgramme(static_cast<std::size_t>(state.range(0)));
    const std::size_t peak = bench::measureHeapPeak([&] { benchmark::DoNotOptimize(read(json)); });
    for ([[maybe_unused]] const auto _ : state) {
        malloc_trim(0);
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

BENCHMARK_MAIN();
