// What a frame costs, as the list grows: the first one, from the file's bytes; a key stroke in the search field, a step
// of scrolling, panning or zooming, the pointer on another card. The figures to reach: scrolling and pointing cost the
// same whatever the list's length ("p50_us" and its neighbours are microseconds; see timing.h).
#include "measure_steps.h"
#include "platform/common/application.h"
#include "programme/dates.h"
#include "searches.h"
#include "semantics/query.h"
#include "support/headless.h"
#include "support/synthetic_programme.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace {

constexpr float kScreen = 800;

programme::CivilTime midCall(std::string_view) {
    return {*programme::parseDay("2017-10-15"), 12 * 60};
}

std::string makeProgramme(const benchmark::State& state) {
    return support::makeSyntheticProgramme(static_cast<std::size_t>(state.range(0)));
}

/// A visitor's window, its first frame drawn, and all done that is done while nothing happens.
class Window {
public:
    explicit Window(const benchmark::State& state) : application_(headless_.fonts(), midCall) {
        if (!application_.load(makeProgramme(state), "", "fr").empty()) std::abort();
        draw();
        while (!application_.isComplete()) (void)application_.describeMore();
    }

    platform::Application& application() { return application_; }
    void type(std::string_view text) { application_.type(field(), text); }
    semantics::NodeId field() const {
        return semantics::findAll(application_.tree(), semantics::Role::searchField, "").front();
    }
    void scrollTo(float top) { viewport_.scrollTop = top; }
    /// A frame, and what it tells the mirror.
    std::string draw() {
        viewport_.seconds += 1.0 / 60;
        const platform::FrameResult result = application_.frame(viewport_);
        support::Headless::acceptTextures();
        return semantics::toJson(result.update);
    }

private:
    support::Headless headless_;
    platform::Application application_;
    ui::Viewport viewport_{.width = 1280, .height = kScreen};
};

/// What the first screen waits for: the file is read, and drawn once.
void firstFrame(benchmark::State& state) {
    const std::string json = makeProgramme(state);
    const ui::Viewport viewport{.width = 1280, .height = kScreen};
    bench::measureSteps(state, 1, [&](std::size_t) {
        support::Headless headless;
        platform::Application application(headless.fonts(), midCall);
        if (!application.load(json, "", "fr").empty()) std::abort();
        return semantics::toJson(application.frame(viewport).update).size();
    });
}

void keyStroke(benchmark::State& state) {
    Window window(state);
    const std::vector<std::string> strokes = bench::listKeyStrokes();
    bench::measureSteps(state, strokes.size(), [&](std::size_t stroke) {
        window.type(strokes[stroke]);
        return window.draw().size();
    });
}

/// A part of what a key stroke leaves to tell after its frame. It is to leave room in a frame for the page's own part.
void slice(benchmark::State& state) {
    Window window(state);
    bool isLong = false;
    const auto prepare = [&] {
        if (!window.application().isComplete()) return;
        isLong = !isLong;
        window.type(isLong ? "d" : "");
        window.draw();
    };
    const auto tell = [&](std::size_t) { return semantics::toJson(window.application().describeMore()).size(); };
    bench::measureSteps(state, 1, tell, prepare);
}

/// The cards become narrower for the challenge beside them, and wide again: all are measured.
void openChallenge(benchmark::State& state) {
    Window window(state);
    bench::measureSteps(state, 2, [&](std::size_t step) {
        if (step == 0)
            window.application().dispatch(explorer::OpenChallenge{0});
        else
            window.application().dispatch(explorer::CloseChallenge{});
        return window.draw().size();
    });
}

void scroll(benchmark::State& state) {
    Window window(state);
    bench::measureSteps(state, 40, [&](std::size_t step) {
        window.scrollTo(static_cast<float>(step) * kScreen / 8);
        return window.draw().size();
    });
}

/// Drags the timeline, having zoomed in.
void pan(benchmark::State& state) {
    Window window(state);
    window.application().dispatch(explorer::ZoomTimeline{0.25, 17'600});
    window.draw();
    bench::measureSteps(state, 8, [&](std::size_t step) {
        window.application().dispatch(explorer::PanTimeline{step < 4 ? 1.0 : -1.0});
        return window.draw().size();
    });
}

/// Zooms the timeline in and out again, step by step, with the motion that it makes.
void zoom(benchmark::State& state) {
    Window window(state);
    window.application().dispatch(explorer::ZoomTimeline{0.5, 17'600});
    window.draw();
    bench::measureSteps(state, 20, [&](std::size_t step) {
        window.application().dispatch(explorer::ZoomTimeline{step < 10 ? 0.9 : 1 / 0.9, 17'600});
        return window.draw().size();
    });
}

void hover(benchmark::State& state) {
    Window window(state);
    bench::measureSteps(state, 8, [&](std::size_t step) {
        window.application().movePointer(std::pair(400.0F + 100.0F * static_cast<float>(step), 600.0F));
        return window.draw().size();
    });
}

void setSizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->Arg(13)->Arg(1000)->Arg(10000);
}

BENCHMARK(firstFrame)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(keyStroke)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(slice)->Arg(1000)->Arg(10000)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(openChallenge)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(scroll)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(pan)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(zoom)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();
BENCHMARK(hover)->Apply(setSizes)->Unit(benchmark::kMicrosecond)->UseManualTime();

} // namespace

BENCHMARK_MAIN();
