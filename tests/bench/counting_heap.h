// How much of the heap a piece of code holds at its peak: the program that links counting_heap.cpp counts every
// operator new.
#pragma once

#include <cstddef>

namespace bench {

/// Bytes handed out and not yet given back.
std::size_t heapInUse();
/// The most that was in use at once since the last resetHeapPeak().
std::size_t heapPeak();
void resetHeapPeak();

/// The bytes that `run` holds at its peak beyond what was in use before it.
template <typename Run>
std::size_t measureHeapPeak(const Run& run) {
    const std::size_t before = heapInUse();
    resetHeapPeak();
    run();
    return heapPeak() - before;
}

} // namespace bench
