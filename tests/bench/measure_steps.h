// What the programs of Google Benchmark share: steps that are timed one by one, for it alone would tell their mean.
#pragma once

#include "timing.h"

#include <benchmark/benchmark.h>

#include <cstddef>

namespace bench {

/// Times `step(0)` … `step(count − 1)`, over and over, and before each lets `prepare` run.
template <typename Step, typename Prepare>
void measureSteps(benchmark::State& state, std::size_t count, const Step& step, const Prepare& prepare) {
    Timings timings(count);
    std::size_t next = 0;
    for ([[maybe_unused]] const auto _ : state) {
        prepare();
        state.SetIterationTime(timings.time(next, [&] { benchmark::DoNotOptimize(step(next)); }));
        next = (next + 1) % count;
    }
    const Summary summary = timings.summarise();
    state.counters["p50_us"] = summary.median;
    state.counters["p95_us"] = summary.p95;
    state.counters["max_us"] = summary.max;
    state.counters["slowest_us"] = summary.slowest;
}

template <typename Step>
void measureSteps(benchmark::State& state, std::size_t count, const Step& step) {
    measureSteps(state, count, step, [] {});
}

} // namespace bench
