// How long the same few searches took, each of them many times.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace bench {

/// Microseconds.
struct Summary {
    double mean = 0;
    double median = 0;
    double p95 = 0;
    double max = 0;
    double slowest = 0; // the median of the search whose median is greatest: what else runs on the machine hardly shows
};

class Timings {
public:
    explicit Timings(std::size_t searchCount) : microseconds_(searchCount) {}

    /// Times `run` once; `search` says which of the searches it is. Seconds.
    template <typename Run>
    double time(std::size_t search, const Run& run) {
        using Clock = std::chrono::steady_clock;
        const Clock::time_point begin = Clock::now();
        run();
        const std::chrono::duration<double> elapsed = Clock::now() - begin;
        microseconds_[search].push_back(1e6 * elapsed.count());
        return elapsed.count();
    }

    Summary summarise() const {
        Summary summary;
        std::vector<double> all;
        for (std::vector<double> each : microseconds_) {
            if (each.empty()) continue;
            all.insert(all.end(), each.begin(), each.end());
            summary.slowest = std::max(summary.slowest, at(each, 0.5));
        }
        if (all.empty()) return summary;
        for (const double each : all) summary.mean += each / static_cast<double>(all.size());
        summary.median = at(all, 0.5);
        summary.p95 = at(all, 0.95);
        summary.max = at(all, 1);
        return summary;
    }

private:
    static double at(std::vector<double>& values, double part) {
        std::ranges::sort(values);
        return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
    }

    std::vector<std::vector<double>> microseconds_; // of each search
};

} // namespace bench
