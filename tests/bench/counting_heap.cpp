#include "counting_heap.h"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace {

// The replaced operators have nowhere else to count.
std::size_t inUse = 0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::size_t peak = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void* take(std::size_t size) {
    void* const block = std::malloc(size);
    if (!block) std::abort();
    inUse += malloc_usable_size(block);
    peak = std::max(peak, inUse);
    return block;
}

void give(void* block) {
    if (block) inUse -= malloc_usable_size(block);
    std::free(block);
}

} // namespace

void* operator new(std::size_t size) {
    return take(size);
}
void* operator new[](std::size_t size) {
    return take(size);
}
void operator delete(void* block) noexcept {
    give(block);
}
void operator delete[](void* block) noexcept {
    give(block);
}
void operator delete(void* block, std::size_t /*size*/) noexcept {
    give(block);
}
void operator delete[](void* block, std::size_t /*size*/) noexcept {
    give(block);
}

namespace bench {

std::size_t heapInUse() {
    return inUse;
}
std::size_t heapPeak() {
    return peak;
}
void resetHeapPeak() {
    peak = inUse;
}

} // namespace bench
