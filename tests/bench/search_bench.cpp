// Building the index, a key stroke, and the toggle of a skill, each with all counts and the whole order, at four sizes.
// The figure to reach: at 100 000 challenges a key stroke or a toggle takes at most a millisecond ("p50_us" and its
// neighbours are microseconds; see timing.h).
#include "counting_heap.h"
#include "measure_steps.h"
#include "programme/reader.h"
#include "search/index.h"
#include "searches.h"
#include "support/synthetic_programme.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <utility>
#include <vector>

namespace {

programme::Programme makeProgramme(const benchmark::State& state) {
    programme::ReadResult result =
        programme::read(support::makeSyntheticProgramme(static_cast<std::size_t>(state.range(0))));
    if (!result.programme) std::abort();
    return std::move(*result.programme);
}

void keyStroke(benchmark::State& state) {
    const programme::Programme programme = makeProgramme(state);
    search::Index index = search::Index::build(programme, 0);
    const std::vector<std::string> strokes = bench::listKeyStrokes();
    bench::measureSteps(state, strokes.size(),
                        [&](std::size_t stroke) { return &index.find({.text = strokes[stroke], .skills = {}}); });
}

void toggle(benchmark::State& state) {
    const programme::Programme programme = makeProgramme(state);
    search::Index index = search::Index::build(programme, 0);
    const std::vector<std::vector<programme::SkillIndex>> choices = bench::listChoices(programme);
    bench::measureSteps(state, choices.size(),
                        [&](std::size_t choice) { return &index.find({.text = {}, .skills = choices[choice]}); });
}

void toggleWithText(benchmark::State& state) {
    const programme::Programme programme = makeProgramme(state);
    search::Index index = search::Index::build(programme, 0);
    const std::vector<std::vector<programme::SkillIndex>> choices = bench::listChoices(programme);
    bench::measureSteps(state, choices.size(), [&](std::size_t choice) {
        return &index.find({.text = "données", .skills = choices[choice]});
    });
}

void mistypedWord(benchmark::State& state) {
    const programme::Programme programme = makeProgramme(state);
    search::Index index = search::Index::build(programme, 0);
    const std::vector<std::string> texts = {"cartografie", "", "javscript", "", "pytohn", ""};
    bench::measureSteps(state, texts.size(),
                        [&](std::size_t text) { return &index.find({.text = texts[text], .skills = {}}); });
}

void buildIndex(benchmark::State& state) {
    const programme::Programme programme = makeProgramme(state);
    const std::size_t peak =
        bench::measureHeapPeak([&] { benchmark::DoNotOptimize(search::Index::build(programme, 0)); });
    const std::size_t before = bench::heapInUse();
    const search::Index kept = search::Index::build(programme, 0);
    state.counters["heap"] = static_cast<double>(bench::heapInUse() - before);
    state.counters["heap_peak"] = static_cast<double>(peak);
    state.counters["memory_bytes"] = static_cast<double>(kept.memoryBytes());
    for ([[maybe_unused]] const auto _ : state) benchmark::DoNotOptimize(search::Index::build(programme, 0));
}

void setSizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->Arg(13)->Arg(1000)->Arg(10000)->Arg(100000);
}

BENCHMARK(keyStroke)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(toggle)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(toggleWithText)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(mistypedWord)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(buildIndex)->Apply(setSizes)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
